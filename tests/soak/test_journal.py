"""What a sweep tells at its end, and when it is not enough."""

import pytest

from tests.soak import side_by_side
from tests.soak.journal import Journal
from tests.soak.kills import aim_of


def journal(tmp_path, phases):
    made = Journal("test", 1, 1, tmp_path)
    for number, phase in enumerate(phases):
        made.note(number, well=True, outcome="old", phase=phase)
    return made


def test_each_phase_that_is_named_was_met_often_enough(tmp_path, capsys):
    assert journal(tmp_path, ["read"] * 20 + ["write"] * 80).ended(
        100, "outcome", "phase", ("read", "write")
    )
    assert "read 20, write 80" in capsys.readouterr().out


@pytest.mark.parametrize("wanted", [("read", "write"), ("read", "write", "never")])
def test_a_phase_that_is_met_too_seldom_fails_the_sweep(tmp_path, capsys, wanted):
    made = journal(tmp_path, ["read"] * 15 + ["write"] * 85)
    assert not made.ended(100, "outcome", "phase", wanted)
    assert "met less than" in capsys.readouterr().out


def test_of_few_rounds_half_an_even_share_is_enough(tmp_path):
    assert journal(tmp_path, ["read", *["write"] * 3]).ended(
        4, "outcome", "phase", ("read", "write")
    )


def test_a_round_may_meet_several_phases(tmp_path):
    made = Journal("test", 1, 1, tmp_path)
    made.note(0, well=True, outcome="old", phases=["insert", "backup"])
    made.note(1, well=True, outcome="old", phases=[])
    assert made.ended(2, "outcome", "phases", ("insert",))
    made.note(1, well=False, outcome="lost", phases=["insert"])
    assert not made.ended(2, "outcome", "phases", ("insert",))


@pytest.mark.parametrize("missed", ["none", "read", "write", "close"])
def test_every_other_round_is_aimed_at_what_was_met_less_and_none_is_forgotten(tmp_path, missed):
    made = Journal("test", 1, 1, tmp_path)
    aimed = []
    for number in range(40):
        aim = aim_of(number, made, ("read", "write", "close"))
        aimed.append(aim)
        met = [] if aim in {"", missed} else [aim]  # one is always over too soon
        made.note(number, well=True, outcome="old", phases=met)
    assert aimed[::2] == [""] * 20
    assert all(aimed.count(name) >= 4 for name in ("read", "write", "close"))
    if missed != "none":
        assert aimed.count(missed) >= 8


def test_it_goes_on_where_it_was_stopped(tmp_path):
    journal(tmp_path, ["read"] * 3)
    again = Journal("test", 1, 1, tmp_path)
    assert again.left(5) == [3, 4]
    assert not again.ended(5, "outcome")


@pytest.mark.parametrize(("meets", "more"), [("write", [10]), ("read", [10, 11])])
def test_what_was_met_too_seldom_is_aimed_at_up_to_a_quarter_longer(tmp_path, meets, more):
    wanted = ("read", "write")
    made = journal(tmp_path, ["read"] * 9 + ["write"])
    done = []
    for number in made.going_on(10, "phase", wanted):
        made.note(number, well=True, outcome="old", phase=meets)
        done.append(number)
    assert done == more
    again = Journal("test", 1, 1, tmp_path)
    assert list(again.going_on(10, "phase", wanted)) == []
    assert again.ended(10, "outcome", "phase", wanted) is (meets == "write")
    again.note(10, well=False, outcome="lost", phase="write")
    assert not again.ended(10, "outcome", "phase", wanted)


def test_a_sweep_that_fails_fails_all_and_leaves_its_log(tmp_path, capsys):
    assert not side_by_side.run(["nothing"], 1, 2, tmp_path)
    assert "nothing: FAILED" in capsys.readouterr().out
    assert "there is no sweep nothing" in (tmp_path / "nothing.log").read_text("utf-8")

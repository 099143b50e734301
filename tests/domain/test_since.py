"""What is new of a person since we were last in touch."""

from datetime import date

from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.since import Since, since

ME, THEM, BOTH = Initiative.ME, Initiative.THEM, Initiative.BOTH


def act(day: int, by: Initiative, kind: Kind = Kind.MAIL) -> Interaction:
    return Interaction(f"a{day}", kind, by, date(2026, 10, day), ("p",))


def promise(name: str, by: Side, kept: bool = False) -> Promise:
    day = date(2026, 10, 1)
    return Promise(name, "p", by, name, day, None, day if kept else None)


def test_what_came_from_them_since_my_last_word():
    acts = [
        act(9, THEM, Kind.CALL), act(8, BOTH, Kind.NOTE), act(7, THEM), act(5, ME), act(3, THEM),
    ]  # fmt: skip
    found = since(acts, ())
    assert found.last == acts[3]
    assert [a.id for a in found.heard] == ["a9", "a7"]
    assert not found.is_empty


def test_a_meeting_is_of_both_and_cards_are_no_talk():
    acts = [act(6, BOTH, Kind.CARDS), act(5, BOTH, Kind.MET), act(4, THEM)]
    found = since(acts, ())
    assert (found.last, found.heard) == (acts[1], ())
    assert found.is_empty


def test_without_a_last_time_all_of_theirs_is_new():
    assert since([act(2, THEM)], ()).last is None
    assert since([], ()) == Since()


def test_open_promises_of_both():
    promises = [promise("m", Side.ME), promise("t", Side.THEM), promise("k", Side.ME, kept=True)]
    found = since([], promises)
    assert ([p.id for p in found.mine], [p.id for p in found.theirs]) == (["m"], ["t"])
    assert not found.is_empty

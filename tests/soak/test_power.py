"""Samples of the sweeps of power, room and kills, with fresh seeds; and their sabotage twins."""

import os
import sys
from functools import partial
from random import Random

import pytest

from app.store import folder, opening
from app.store.store import open_store
from tests.soak import (
    calls,
    copies,
    full,
    losing_power,
    moves,
    restores,
    saved,
    starts,
    swapped,
    table,
    upgrades,
)
from tests.soak.house import built
from tests.soak.journal import Journal
from tests.store.older import VERSIONS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
stracing = pytest.mark.skipif(not calls.HAVE, reason="needs strace")
limiting = pytest.mark.skipif(os.name != "posix", reason="limits of a process")


@stracing
def test_a_restore_that_is_killed_is_swept(tmp_path, seed):
    """Its twin stands beside the kill at every step (tests/store/test_restoring.py)."""
    assert restores.sweep(1, seed, 0, tmp_path, cases=("logged",))


@stracing
def test_a_move_that_is_killed_is_swept(tmp_path, seed):
    assert moves.sweep(2, seed, 1, tmp_path, cases=("logged",))


@stracing
def test_a_move_that_counts_piece_by_piece_is_seen(tmp_path):
    """The sabotage twin: what is made is put in place without the one rename."""
    assert not moves.sweep(15, 1, 1, tmp_path, cases=("closed",), guard="count")
    (journal,) = tmp_path.iterdir()
    assert "wrong" in journal.read_text("utf-8")


@stracing
def test_a_slot_that_is_changed_while_the_power_goes_is_swept(tmp_path, seed):
    assert losing_power.sweep(12, seed, 12, tmp_path, acts=("slot",))


@stracing
def test_a_header_that_is_not_synced_is_seen(tmp_path, monkeypatch):
    """The sabotage twin of R3: the same without one sync."""

    def unsynced(house):
        words = (
            "import os, sys; os.fsync = lambda _: None; "
            "from tests.soak.losing_power import change; change(sys.argv[1])"
        )
        return [sys.executable, "-c", words, str(house.folder.path)]

    slot = losing_power.ACTS["slot"]
    act = losing_power.Act(slot.prepare, unsynced, slot.state)
    monkeypatch.setitem(losing_power.ACTS, "slot", act)
    assert not losing_power.sweep(30, 1, 30, tmp_path, acts=("slot",))
    (journal,) = tmp_path.iterdir()
    assert "lost, though" in journal.read_text("utf-8")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    return full.prepared(tmp_path_factory.mktemp("crowded") / "house", 1)


@limiting
def test_acts_without_room_are_swept(crowded, tmp_path, seed):
    rnd = Random(seed)
    room = rnd.randrange(100)
    assert full._pages_round(crowded, tmp_path / "round", "import", room, 0) == "refused"
    act, length = rnd.choice(("edit", "export", "backup", "import")), rnd.randrange(2_000)
    assert (
        full._length_round(crowded, tmp_path / "round", act, length, rnd.randrange(2)) == "refused"
    )


@limiting
def test_an_export_in_place_is_seen(tmp_path, monkeypatch):
    """A sabotage twin of R4: written under the name that was asked for. (That of the words:
    tests/store/test_full_disk.py.)
    """
    house = built(tmp_path / "house", 1, people=150)  # longer than the index over the log
    words = (
        "import sys; from contextlib import nullcontext; from app.usecases import exporting; "
        "exporting._beside = nullcontext; "
        "exporting._give_name = lambda *_, **__: None; "
        "from app.__main__ import main; sys.exit(main())"
    )
    real = type(house).command
    ran = partial(full._ran, house, "export", 40_000, japanese=False)
    assert full.judged(house, "export", ran) == "refused"
    monkeypatch.setattr(
        type(house), "command",
        lambda self, *typed: [sys.executable, "-c", words, *real(self, *typed)[3:]],
    )  # fmt: skip
    assert "leftovers" in full.judged(house, "export", ran)


@stracing
def test_a_migration_that_is_killed_is_swept(tmp_path, seed):
    fresh = upgrades.shape_of(built(tmp_path / "fresh", seed))
    version = Random(seed).choice(VERSIONS)
    house = upgrades.older_house(tmp_path / "older", seed, version)
    journal = Journal("upgrades", seed, 1, tmp_path / "notes-of-it")
    upgrades._killed(journal, house, version, [0, 1], fresh)
    assert [said["well"] for said in journal.rounds.values()] == [True, True]


def test_tables_without_their_version_are_seen(tmp_path):
    """The sabotage twin of R13: a step that counted apart from the version number."""
    fresh = upgrades.shape_of(built(tmp_path / "fresh", 1))
    house = upgrades.older_house(tmp_path / "older", 1, "0008")
    older, records = upgrades.shape_of(house), upgrades.records_of(house)
    upgrades.rewrite(house, "CREATE TABLE tag_rhythm (n INTEGER PRIMARY KEY)")
    assert "other tables" in upgrades._judged(house, older, fresh, records, done=False)


def test_what_was_saved_is_there_after_a_kill(tmp_path, seed):
    assert saved.sweep(10, seed, 2, tmp_path)


def test_what_is_told_before_it_counts_is_seen(tmp_path, monkeypatch):
    """The sabotage twin of R2."""

    def later(*opening):
        store = open_store(*opening)
        monkeypatch.setattr(store, "apply", lambda change, **_: change)
        return store

    monkeypatch.setattr(saved, "open_store", later)
    assert not saved.sweep(2, 1, 1, tmp_path)


@stracing
def test_backups_under_load_and_killed_are_swept(tmp_path, seed):
    assert copies.sweep(2, seed, 2, tmp_path)


def test_a_backup_that_others_may_read_is_seen(tmp_path, monkeypatch):
    """The sabotage twin of the mode; those of the proof: tests/store/test_backup.py."""
    # The mask is of the whole process: where the session writes it would hide the backup, too.
    for name in ("set", "set_back"):
        monkeypatch.setattr(folder._Umask, name, lambda _mask: None)
    assert not copies.sweep(1, 1, 0, tmp_path)


def test_swapped_files_are_told(tmp_path, seed, monkeypatch):
    monkeypatch.setattr(swapped, "CASES", tuple(Random(seed).sample(swapped.CASES, 2)))
    assert swapped.sweep(2, seed, 2, tmp_path)


def test_a_swap_that_nobody_compares_is_seen(tmp_path, monkeypatch):
    """The sabotage twin of R8."""
    monkeypatch.setattr(opening, "advice", lambda *_: ())
    assert not swapped.sweep(1, 1, 0, tmp_path)


def test_starts_that_fail_touch_nothing(tmp_path, seed, monkeypatch):
    """A few of them; the twins stand in tests/store/test_opening.py."""
    names = Random(seed).sample(sorted(starts.FAILURES), 2)
    monkeypatch.setattr(starts, "FAILURES", {name: starts.FAILURES[name] for name in names})
    assert starts.sweep(2, seed, 1, tmp_path)


def test_the_table_says_what_was_run(tmp_path):
    journal = Journal("restores", 7, 20, tmp_path)
    journal.note(0, well=False, outcome="partial")
    journal.note(0, well=True, outcome="old")
    journal.note(1, well=True, outcome="new")
    text = table.write(tmp_path).read_text("utf-8")
    assert "| R12 | restores | 20 | 2 | 2 |" in text
    assert "partial" not in text

"""R14: a store is moved out of a bad place: whole, in one step, and every start follows it."""

import json
import os
import shutil
from random import randrange
from shutil import copytree

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.domain.errors import ExpectedError
from app.store import (
    backup,
    belongings,
    following,
    moved,
    moving,
    restoring,
    second_place,
    settling,
    surroundings,
)
from app.store.advice import Advice
from app.store.check import check
from app.store.erasing import erase
from app.store.errors import (
    BackupStoppedError,
    DiskFullError,
    MovedAwayError,
    MoveFailedError,
    NoStoreError,
    NotOwnedError,
    PlaceUnfitError,
    StoreInUseError,
    StoreUnreadableError,
    Unfit,
)
from app.store.folder import FolderState, StoreFolder, WriteLock
from app.store.following import followed
from app.store.origins import Origin, origins
from app.store.store import create_store, open_reader, open_store
from app.store.vault import create_vault, unlock
from app.usecases import people
from tests.store.conftest import CHEAP, MIO, PASSPHRASE, TARO, at, prints
from tests.store.dying import calls_of
from tests.store.test_surroundings import KINDS, LAYOUTS, on

STEPS = ("open", "fsync", "replace", "mkdir", "unlink", "rmdir")
OURS = {"store.db", "vault.json", "vault.copy.json", "came_from.json", "lock", "backups"}


@pytest.fixture
def before(home, tmp_path):
    """A store in a synchronised folder: two backups, a store that was put aside, and the log of a
    session that was killed.
    """
    with home.open() as store:
        people.add(store, MIO, now=at())
    key = home.vault.data_key
    made = backup.automatic(home.folder, key, at())
    backup.restore(made, home.folder, now=at().local, passphrase=PASSPHRASE, force=True)
    backup.make(home.folder, key, home.folder.backups / "by hand.enishi")
    with home.open() as store:
        people.add(store, TARO, now=at())
        copytree(home.folder.path, tmp_path / "Dropbox" / "enishi")
    return StoreFolder(tmp_path / "Dropbox" / "enishi")


@pytest.fixture
def key(home):
    return home.vault.data_key


def go(folder, target, key, look=None):
    moving.move(folder, target, key, at().local, look)


def held(path):
    """Who is in the store that a start with this folder finds, if it is sound; where that is."""
    folder = StoreFolder(followed(path))
    try:
        key = unlock(folder, passphrase=PASSPHRASE)
        assert check(folder, key).problems == ()
        with open_store(folder, key) as store:
            return len(store.people().ids), folder.path
    except ExpectedError as error:
        return type(error).__name__, folder.path


def names(path):
    return {one.name for one in path.iterdir()}


def test_all_of_it_lies_in_the_new_place_and_every_start_finds_it(before, tmp_path, key):
    kept = {path.name for path in before.backups.iterdir()}
    new = tmp_path / "home" / "enishi"
    go(before, new, key)
    assert names(before.path) == {"moved.json"}
    assert names(new) == OURS
    assert {path.name for path in (new / "backups").iterdir()} == kept
    assert len(kept) == 3
    assert held(before.path) == (2, new)
    assert held(new) == (2, new)
    for path in (new / "backups").glob("*.enishi"):
        assert backup.reads_whole(path)
    assert before.state() is FolderState.MOVED
    assert origins(StoreFolder(new)) == (Origin(before.path, settled=True),)
    assert (new.stat().st_mode & 0o777, (new / "store.db").stat().st_mode & 0o777) == (0o700, 0o600)


def test_what_was_put_aside_can_be_brought_back_there(before, tmp_path, key):
    new = StoreFolder(tmp_path / "new")
    go(before, new.path, key)
    (aside,) = new.backups.glob("replaced-*")
    backup.restore(aside, new, now=at().local, passphrase=PASSPHRASE, force=True)
    assert held(before.path) == (1, new.path)
    assert origins(new) == (Origin(before.path, settled=True),), (
        "and where it came from stays known"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_out_of_every_network(home, tmp_path, key, monkeypatch, kind):
    on(monkeypatch, tmp_path, kind, home.folder.path)
    with home.open() as store:
        people.add(store, MIO, now=at())
    assert surroundings.network(home.folder.path) == kind
    go(home.folder, tmp_path / "here", key)
    assert held(home.folder.path) == (1, tmp_path / "here")
    assert names(home.folder.path) == {"moved.json"}
    with open_store(StoreFolder(tmp_path / "here"), key) as store, store._question() as c:
        assert c.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_out_of_every_synchronised_folder(before, tmp_path, key, layout):
    folder = StoreFolder(tmp_path / layout)
    shutil.move(before.path, folder.path)
    assert surroundings.service(folder.path) == LAYOUTS[layout]
    go(folder, tmp_path / "here", key)
    assert held(folder.path) == (2, tmp_path / "here")
    assert names(folder.path) == {"moved.json"}


def dying_move(folder, new, key, step):
    """Move in a process that dies before its n-th call to the disk."""
    return calls_of(lambda _: go(folder, new, key), step, STEPS)


def steps_of(before, tmp_path, key):
    """How many calls to the disk a move makes."""
    folder = StoreFolder(copytree(before.path, tmp_path / "counted" / "old"))
    steps = dying_move(folder, tmp_path / "counted" / "new", key, -1)
    assert steps is not None
    return steps


def swept(before, tmp_path, key, steps):
    """Where the store is after a kill at each step: in one place, whole, and nothing else left."""
    found = []
    kept = names(before.backups)
    for step in steps:
        place = tmp_path / f"round{step}"
        folder = StoreFolder(copytree(before.path, place / "old"))
        new = place / "new"
        dying_move(folder, new, key, step)
        people_there, where = held(folder.path)
        assert people_there == 2, step
        assert held(folder.path) == (2, where), "and stays there"
        found.append(where.name)
        if where == new:
            assert names(folder.path) == {"moved.json"}, step
            assert (names(new), names(new / "backups")) == (OURS, kept), step
        else:
            assert names(folder.path) == OURS - {"came_from.json"}, step
            assert names(folder.backups) == kept, step
            assert not new.exists() or not names(new), step
        shutil.rmtree(place)
    return found


def test_a_kill_at_any_step_leaves_one_store_whole(before, tmp_path, key):
    """Every fifth, begun anywhere; `make soak ARGS=moves` kills the process from outside."""
    steps = steps_of(before, tmp_path, key)
    assert steps > 100
    found = swept(before, tmp_path, key, range(randrange(5), steps, 5))
    assert found == sorted(found, reverse=True), "old until it counts, then new"
    assert found.count("old") > 5
    assert found.count("new") > 5


@pytest.mark.parametrize("guard", ["followed", "settled"])
def test_without_that_a_kill_leaves_two_or_none(before, tmp_path, key, monkeypatch, guard):
    """The sabotage twins: a start that does not follow; an opening that leaves what was begun."""
    last = steps_of(before, tmp_path, key) - 1
    if guard == "followed":
        monkeypatch.setattr(following, "holds", lambda *_, **__: False)
    else:
        monkeypatch.setattr(settling, "settle", lambda _: None)
    with pytest.raises(AssertionError):
        swept(before, tmp_path, key, [last])


def refuse(before, target, key):
    was = prints(before.path)
    with pytest.raises(PlaceUnfitError) as refused:
        go(before, target, key)
    now = prints(before.path)
    assert {name: one for name, one in now.items() if name != "lock"} == {
        name: one for name, one in was.items() if name != "lock"
    }
    return refused.value.why


def test_places_that_would_be_no_better_are_refused(before, tmp_path, key, monkeypatch):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    assert refuse(before, tmp_path / "full", key) is Unfit.TAKEN
    assert refuse(before, tmp_path / "store", key) is Unfit.TAKEN, "another store"
    assert refuse(before, before.path, key) is Unfit.SAME
    assert refuse(before, before.path / "inside", key) is Unfit.SAME
    assert refuse(before, before.path.parent, key) is Unfit.SAME
    assert refuse(before, tmp_path / "Dropbox" / "other", key) is Unfit.SYNCED
    on(monkeypatch, tmp_path, "nfs4", tmp_path / "net")
    assert refuse(before, tmp_path / "net" / "enishi", key) is Unfit.NETWORK
    monkeypatch.setattr(surroundings, "_NAMES", ())
    with pytest.raises(pytest.fail.Exception):  # the sabotage twin
        assert refuse(before, tmp_path / "Dropbox" / "more", key) is None


def test_a_place_without_room_is_refused_before_anything_is_copied(
    before, tmp_path, key, monkeypatch
):
    little = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: little)
    with pytest.raises(DiskFullError):
        go(before, tmp_path / "new", key)
    assert not (tmp_path / "new").exists()
    assert held(before.path) == (2, before.path)


def test_what_fails_before_it_counts_leaves_everything_as_it_was(
    before, tmp_path, key, monkeypatch
):
    was = names(before.path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "count", full)
    with pytest.raises(DiskFullError):
        go(before, tmp_path / "deep" / "new", key)
    assert not (tmp_path / "deep").exists()
    assert names(before.path) - {"lock"} == was - {"lock"}
    with open_store(before, key) as store:
        assert store.advice == (Advice.RECOVERED,)
    assert held(before.path) == (2, before.path)


def test_it_can_be_given_up_until_it_counts(before, tmp_path, key):
    went: list[float] = []
    with pytest.raises(BackupStoppedError):
        go(before, tmp_path / "new", key, backup.Look(lambda: bool(went), went.append))
    assert went
    assert not (tmp_path / "new").exists()
    assert held(before.path) == (2, before.path)


def test_it_tells_how_far_it_is(before, tmp_path, key):
    went: list[float] = []
    go(before, tmp_path / "new", key, backup.Look(None, went.append))
    assert went == sorted(went)
    assert went[-1] == pytest.approx(1)


def test_a_copy_that_does_not_prove_sound_is_not_kept(before, tmp_path, key, monkeypatch):
    from app.store.check import Problem

    monkeypatch.setattr(backup, "database_problems", lambda _: (Problem.PAGES,))
    with pytest.raises(MoveFailedError):
        go(before, tmp_path / "new", key)
    monkeypatch.undo()
    assert not (tmp_path / "new").exists()
    assert held(before.path) == (2, before.path)


def test_while_somebody_has_it_open_nothing_is_moved(before, tmp_path, key):
    lock = WriteLock(before)
    lock.acquire()
    with pytest.raises(StoreInUseError):
        go(before, tmp_path / "new", key)
    lock.release()
    assert not (tmp_path / "new").exists()


def test_a_backup_that_cannot_be_read_stays_where_it_is(before, tmp_path, key, monkeypatch):
    real = second_place.copy_file

    def worn(source, target, look):
        if source.name == "by hand.enishi":
            raise OSError(5, "Input/output error")
        return real(source, target, look)

    monkeypatch.setattr(moving, "copy_file", worn)
    monkeypatch.setattr(moving, "_reads", lambda path, _: path.name != "by hand.enishi")
    go(before, tmp_path / "new", key)
    assert names(before.path) == {"moved.json", "backups"}
    assert names(before.backups) == {"by hand.enishi"}
    assert not (tmp_path / "new" / "backups" / "by hand.enishi").exists()
    assert held(before.path) == (2, tmp_path / "new")


def test_a_backup_that_is_worn_is_read_to_its_end_before_it_is_left(before, tmp_path, key):
    """A folder in the place of a file cannot be read, here as with a worn disk."""
    (before.backups / "replaced-20261015-190000-000001").mkdir()
    (before.backups / "replaced-20261015-190000-000001" / "store.db").mkdir()
    go(before, tmp_path / "new", key)
    assert names(before.backups) == {"replaced-20261015-190000-000001"}
    assert held(before.path) == (2, tmp_path / "new")


def test_a_new_place_that_cannot_be_written_is_no_backup_to_be_left(
    before, tmp_path, key, monkeypatch
):
    def broken(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(moving, "copy_file", broken)
    with pytest.raises(StoreUnreadableError):
        go(before, tmp_path / "new", key)
    assert held(before.path) == (2, before.path)


def test_a_backup_that_came_out_differently_moves_nothing(before, tmp_path, key, monkeypatch):
    monkeypatch.setattr(second_place, "_read_back", lambda *_: "another")
    with pytest.raises(MoveFailedError):
        go(before, tmp_path / "new", key)
    assert held(before.path) == (2, before.path)


@pytest.mark.parametrize(
    ("said", "told"),
    [("database or disk is full", DiskFullError), ("disk I/O error", MoveFailedError)],
)
def test_what_the_engine_says_in_the_middle_is_told(before, tmp_path, key, monkeypatch, said, told):
    def broken(*_):
        raise sqlcipher.OperationalError(said)

    monkeypatch.setattr(moving, "copied", broken)
    with pytest.raises(told):
        go(before, tmp_path / "new", key)
    assert held(before.path) == (2, before.path)


def test_what_fails_after_it_counts_leaves_the_new_place(before, tmp_path, key, monkeypatch):
    real = restoring.put_in_place

    def broken(folder):
        if folder.path == tmp_path / "new":
            raise OSError(5, "Input/output error")
        real(folder)

    monkeypatch.setattr(restoring, "put_in_place", broken)
    with pytest.raises(StoreUnreadableError):
        go(before, tmp_path / "new", key)
    monkeypatch.undo()
    assert held(before.path) == (2, tmp_path / "new")
    assert names(before.path) == {"moved.json"}


def test_what_cannot_be_taken_away_is_tried_again(before, tmp_path, key, monkeypatch):
    real = belongings.take_away
    monkeypatch.setattr(belongings, "take_away", lambda _: None)
    go(before, tmp_path / "new", key)
    assert before.db.exists()
    assert origins(StoreFolder(tmp_path / "new")) == (Origin(before.path, settled=False),)
    monkeypatch.setattr(belongings, "take_away", real)
    assert held(before.path) == (2, tmp_path / "new")
    assert names(before.path) == {"moved.json"}


def test_a_folder_that_somebody_holds_is_settled_later(before, tmp_path, key, monkeypatch):
    monkeypatch.setattr(belongings, "take_away", lambda _: None)
    go(before, tmp_path / "new", key)
    monkeypatch.undo()
    lock = WriteLock(before)
    lock.acquire()
    assert held(before.path) == (2, tmp_path / "new")
    assert before.db.exists()
    lock.release()
    assert held(before.path) == (2, tmp_path / "new")
    assert names(before.path) == {"moved.json"}


@pytest.mark.parametrize("said", [b"{", b'{"store": "s", "to": "/nowhere/at/all", "by": ""}'])
def test_a_move_that_was_begun_to_nowhere_is_forgotten(before, said):
    before.moving.write_bytes(said)
    assert held(before.path) == (2, before.path)
    assert not before.moving.exists()


def test_a_move_that_was_begun_to_what_is_somebody_elses_now_takes_nothing_there(
    before, tmp_path, key
):
    (tmp_path / "theirs" / ".moving-x").mkdir(parents=True)
    (tmp_path / "theirs" / "letter.txt").write_text("mine", encoding="utf-8")
    moved.begin(before, key.store, tmp_path / "theirs")
    assert held(before.path) == (2, before.path)
    assert names(tmp_path / "theirs") == {".moving-x", "letter.txt"}


def test_a_name_that_no_disk_takes_is_told_by_who_opens_it(tmp_path):
    path = tmp_path / ("x" * 300)
    assert followed(path) == path


def test_a_file_where_the_folder_was_is_told(gone, tmp_path):
    (tmp_path / "new").write_bytes(b"a file")
    assert held(gone.path) == ("NotOwnedError", tmp_path / "new")


def test_a_folder_of_before_that_may_not_be_looked_into_is_left(before, tmp_path, key, monkeypatch):
    go(before, tmp_path / "new", key)
    real = StoreFolder.check_owner

    def theirs(folder):
        if folder.path == before.path:
            raise NotOwnedError(folder.path)
        real(folder)

    monkeypatch.setattr(StoreFolder, "check_owner", theirs)
    erase(StoreFolder(tmp_path / "new"), key.store)
    assert names(before.path) == {"moved.json"}
    assert not (tmp_path / "new").exists()


def test_a_file_of_somebody_else_stays(before, tmp_path, key):
    (before.path / "letter.txt").write_text("mine", encoding="utf-8")
    (before.path / "store (conflicted copy).db").write_bytes(b"another version")
    go(before, tmp_path / "new", key)
    assert names(before.path) == {"moved.json", "letter.txt", "store (conflicted copy).db"}


# from the folder it lay in


@pytest.fixture
def gone(before, tmp_path, key):
    """Moved, and the new place is not there: another computer, a disk that is not connected."""
    go(before, tmp_path / "new", key)
    (tmp_path / "new").rename(tmp_path / "away")
    return before


def test_a_store_that_is_not_found_is_told_and_no_new_one_made(gone, tmp_path):
    with pytest.raises(MovedAwayError) as told:
        unlock(gone, passphrase=PASSPHRASE)
    assert told.value.to == str(tmp_path / "new")
    assert told.value.by
    with pytest.raises(MovedAwayError):
        create_vault(gone, PASSPHRASE, use_keyring=False, cost=CHEAP)
    (tmp_path / "away").rename(tmp_path / "new")
    assert held(gone.path) == (2, tmp_path / "new")


def test_what_a_service_brings_back_is_not_taken_for_the_store(gone, home, tmp_path):
    copytree(home.folder.path, gone.path, dirs_exist_ok=True)
    with pytest.raises(MovedAwayError):
        unlock(gone, passphrase=PASSPHRASE)
    (tmp_path / "away").rename(tmp_path / "new")
    assert held(gone.path) == (2, tmp_path / "new")


def test_another_store_in_that_place_is_not_followed(gone, tmp_path):
    folder = StoreFolder(tmp_path / "new")
    create_store(folder, create_vault(folder, PASSPHRASE, use_keyring=False, cost=CHEAP))
    assert followed(gone.path) == gone.path
    with pytest.raises(MovedAwayError):
        unlock(gone, passphrase=PASSPHRASE)


def test_a_damaged_store_there_is_told_as_that(before, tmp_path, key):
    go(before, tmp_path / "new", key)
    (tmp_path / "new" / "vault.json").write_bytes(b"{}")
    (tmp_path / "new" / "vault.copy.json").unlink()
    assert held(before.path) == ("HeaderDamagedError", tmp_path / "new")


def test_a_backup_can_be_brought_back_where_it_was(gone, tmp_path):
    (made,) = (tmp_path / "away" / "backups").glob("2026*.enishi")
    with pytest.raises(MovedAwayError):
        backup.restore(made, gone, now=at().local, passphrase=PASSPHRASE)
    backup.restore(made, gone, now=at().local, passphrase=PASSPHRASE, force=True)
    assert held(gone.path) == (1, gone.path)
    assert not gone.moved.exists()


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b'{"store": 1, "to": "/x", "by": ""}',
        b'{"store": "s", "to": "relative", "by": ""}',
        b'{"store": "s", "to": "C:\\\\data", "by": "pc"}',
        b'{"store": "s", "to": "/x\\u0000y", "by": ""}',
        b'{"store": "s", "to": "/x\\u001b[2J\\n", "by": "\\u202e\\n"}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_note_that_says_nothing_is_told_and_nothing_minted(tmp_path, said):
    folder = StoreFolder(tmp_path / "old")
    folder.path.mkdir()
    folder.moved.write_bytes(said)
    assert followed(folder.path) == folder.path
    with pytest.raises(MovedAwayError) as told:
        unlock(folder, passphrase=PASSPHRASE)
    assert told.value.to.isprintable()
    assert told.value.by.isprintable()


@pytest.mark.parametrize(
    "name", ["私の　書類", "two\nlines", os.fsdecode(b"\xff\xfe"), "‮right", " "]
)
def test_a_folder_of_any_name_is_found_again(before, tmp_path, key, name):
    new = tmp_path / name / "enishi"
    go(before, new, key)
    assert held(before.path) == (2, new)
    new.rename(tmp_path / "away")
    with pytest.raises(MovedAwayError) as told:
        unlock(before, passphrase=PASSPHRASE)
    assert len(told.value.to.splitlines()) == 1
    told.value.to.encode()


@pytest.mark.parametrize("what", ["file", "theirs", "rest"])
def test_a_move_that_was_only_begun_is_followed_to_the_store_alone(
    before, tmp_path, key, monkeypatch, what
):
    new = tmp_path / "new"
    moved.begin(before, key.store, new)
    if what == "file":
        new.write_bytes(b"")
    else:
        new.mkdir()
        (new / "store.db").write_bytes(b"what is left of one")
    if what == "theirs":
        real = StoreFolder.check_owner

        def theirs(folder):
            if folder.path == new:
                raise NotOwnedError(new)
            real(folder)

        monkeypatch.setattr(StoreFolder, "check_owner", theirs)
    assert held(before.path) == (2, before.path)
    assert new.exists()


def test_notes_that_go_in_a_circle_end(tmp_path):
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        moved.begin(StoreFolder(tmp_path / name), "s", tmp_path / other)
        (tmp_path / name / "moving.json").rename(tmp_path / name / "moved.json")
    with pytest.raises(MovedAwayError):
        unlock(StoreFolder(followed(tmp_path / "a")), passphrase=PASSPHRASE)


def test_where_nothing_was_moved_nothing_is_followed(home, tmp_path):
    assert followed(home.folder.path) == home.folder.path
    assert followed(tmp_path / "nowhere") == tmp_path / "nowhere"
    with pytest.raises(NoStoreError):
        unlock(StoreFolder(tmp_path / "nowhere"), passphrase=PASSPHRASE)


def test_who_looked_before_it_moved_does_not_write_in_the_old_place(
    before, tmp_path, key, monkeypatch
):
    """Between its look and its lock the store was moved, and what was moved is still there."""
    monkeypatch.setattr(settling, "settle", lambda _: None)
    go(before, tmp_path / "new", key)
    assert before.db.exists()
    with pytest.raises(MovedAwayError):
        open_store(before, key)


# moved again, and erased


def test_moved_again_every_folder_leads_there(before, tmp_path, key):
    second, third = tmp_path / "second", tmp_path / "third"
    go(before, second, key)
    go(StoreFolder(second), third, key)
    for path in (before.path, second, third):
        assert held(path) == (2, third)
    shutil.rmtree(second)
    assert held(before.path) == (2, third), "the first note names the last place"


def test_a_disk_that_is_away_is_settled_when_it_is_back(before, tmp_path, key):
    second, third = tmp_path / "second", tmp_path / "third"
    go(before, second, key)
    before.path.rename(tmp_path / "unplugged")
    go(StoreFolder(second), third, key)
    shutil.rmtree(second)
    (tmp_path / "unplugged").rename(before.path)
    assert held(third) == (2, third)
    assert held(before.path) == (2, third)


def test_erasing_takes_the_notes_away_as_well(before, tmp_path, key):
    go(before, tmp_path / "new", key)
    erase(StoreFolder(tmp_path / "new"), key.store)
    assert not before.path.exists()
    assert not (tmp_path / "new").exists()
    assert followed(before.path) == before.path
    assert before.state() is FolderState.EMPTY


def test_erasing_takes_what_could_not_be_taken_away_before(before, tmp_path, key, monkeypatch):
    monkeypatch.setattr(belongings, "take_away", lambda _: None)
    go(before, tmp_path / "new", key)
    monkeypatch.undo()
    assert before.db.exists()
    erase(StoreFolder(tmp_path / "new"), key.store)
    assert not before.path.exists()


def test_erasing_leaves_another_store_in_the_folder_it_lay_in(before, tmp_path, key):
    go(before, tmp_path / "new", key)
    shutil.rmtree(before.path)
    create_store(before, create_vault(before, PASSPHRASE, use_keyring=False, cost=CHEAP))
    erase(StoreFolder(tmp_path / "new"), key.store)
    assert before.state() is FolderState.STORE


def test_a_file_that_says_where_from_is_not_believed_everything(before, tmp_path, key):
    go(before, tmp_path / "new", key)
    new = StoreFolder(tmp_path / "new")
    for said in (b"{", b"[1]", b'[{"path": "relative", "settled": false}]', b"[" * 100_000):
        new.came_from.write_bytes(said)
        assert origins(new) == ()
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "store.db").write_bytes(b"somebody's")
    new.came_from.write_text(
        json.dumps([{"path": str(victim), "settled": False}]), encoding="utf-8"
    )
    assert held(new.path) == (2, new.path)
    erase(new, key.store)
    assert (victim / "store.db").read_bytes() == b"somebody's"


def test_a_reader_beside_it_goes_on(before, tmp_path, key):
    with open_reader(before, key) as reader:
        go(before, tmp_path / "new", key)
        assert len(reader.people().ids) == 2

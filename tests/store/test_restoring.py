"""R12: a restore counts in one step; a kill before any call to the disk leaves the old store or the
new one, and what was replaced.
"""

from shutil import copytree

import pytest

from app.domain.errors import ExpectedError
from app.store import backup, restoring
from app.store.check import check
from app.store.erasing import erase
from app.store.errors import DiskFullError, StoreInUseError
from app.store.folder import FolderState, StoreFolder, WriteLock
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases import people
from tests.store.conftest import CHEAP, MIO, PASSPHRASE, TARO, at
from tests.store.dying import calls_of

LATER = "another 合言葉"
STEPS = ("open", "fsync", "replace", "mkdir", "unlink", "rmdir")


@pytest.fixture
def before(home, tmp_path):
    """A store whose last session was killed, its passphrase not that of the backup."""
    with home.open() as store:
        people.add(store, MIO, now=at())
    backup.make(home.folder, home.vault.data_key, tmp_path / "copy.enishi")
    with home.open() as store:
        store.slots.change_passphrase(LATER, passphrase=PASSPHRASE, cost=CHEAP)
    with home.open() as store:
        people.add(store, TARO, now=at())
        copytree(home.folder.path, tmp_path / "before")
    return tmp_path / "before"


def put_back(folder, copy, step=-1):
    """Restore in a process that dies before its n-th call to the disk; whether it lived."""

    def act(_):
        backup.restore(copy, folder, now=at().local, passphrase=PASSPHRASE, force=True)

    return calls_of(act, step, STEPS) is not None


def held(folder):
    """By which passphrase it opens, soundly, and how many people are in it."""
    for words in (PASSPHRASE, LATER):
        try:
            key = unlock(folder, passphrase=words)
            assert check(folder, key).problems == ()
        except ExpectedError:
            continue
        with open_store(folder, key) as store:
            return words, len(store.people().ids)
    return None


def swept(before, tmp_path):
    """What is there after a kill at each step."""
    found = []
    for step in range(1000):
        folder = StoreFolder(copytree(before, tmp_path / f"round{step}"))
        lived = put_back(folder, tmp_path / "copy.enishi", step)
        found.append(held(folder))
        if found[-1] == (PASSPHRASE, 1):
            (aside,) = folder.backups.glob("replaced-*")
            assert held(StoreFolder(aside)) == (LATER, 2)
            assert not list(folder.path.glob("*restor*"))
        if lived:
            return found
    raise AssertionError("it never ended")


def test_a_kill_at_every_step_leaves_the_old_store_or_the_new_one(before, tmp_path):
    found = swept(before, tmp_path)
    assert set(found) == {(LATER, 2), (PASSPHRASE, 1)}
    assert found == sorted(found, key=lambda one: one[1], reverse=True)
    assert len(found) > 30


def test_a_restore_that_nobody_goes_on_with_would_lose_both(before, tmp_path, monkeypatch):
    """The sabotage twin."""
    monkeypatch.setattr(restoring, "finish", lambda _: None)
    with pytest.raises((AssertionError, ValueError)):
        test_a_kill_at_every_step_leaves_the_old_store_or_the_new_one(before, tmp_path)


@pytest.fixture
def interrupted(before, tmp_path, monkeypatch):
    """One that counts, with nothing of it in place."""
    folder = StoreFolder(copytree(before, tmp_path / "interrupted"))
    with monkeypatch.context() as patched:
        patched.setattr(restoring, "put_in_place", lambda _: None)
        backup.restore(
            tmp_path / "copy.enishi", folder, now=at().local, passphrase=PASSPHRASE, force=True
        )
    assert folder.restoring is not None
    return folder


def test_what_counts_is_a_store_even_without_its_database(interrupted):
    interrupted.db.unlink()
    assert interrupted.state() is FolderState.STORE
    assert held(interrupted) == (PASSPHRASE, 1)
    assert interrupted.state() is FolderState.STORE


def test_while_another_process_puts_it_in_place_nobody_else_does(interrupted):
    lock = WriteLock(interrupted)
    lock.acquire()
    with pytest.raises(StoreInUseError):
        unlock(interrupted, passphrase=PASSPHRASE)
    lock.release()
    assert held(interrupted) == (PASSPHRASE, 1)
    restoring.put_in_place(interrupted)  # the second one finds nothing to do


def test_another_restore_comes_after_the_interrupted_one(interrupted, tmp_path):
    backup.restore(
        tmp_path / "copy.enishi", interrupted, now=at().instant, passphrase=PASSPHRASE, force=True
    )
    assert len(list(interrupted.backups.glob("replaced-*"))) == 2
    assert held(interrupted) == (PASSPHRASE, 1)


def test_erasing_takes_it_away(interrupted, home):
    erase(interrupted, home.vault.data_key.store)
    assert not interrupted.path.exists()


def test_a_full_disk_is_told_and_the_old_store_stays(before, tmp_path, monkeypatch):
    folder = StoreFolder(before)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "sync_file", full)
    with pytest.raises(DiskFullError):
        backup.restore(
            tmp_path / "copy.enishi", folder, now=at().local, passphrase=PASSPHRASE, force=True
        )
    assert held(folder) == (LATER, 2)


def test_a_log_that_could_not_be_folded_in_is_not_left_behind(before, tmp_path, monkeypatch):
    real = backup.proven

    def crowded(path, database, *more):
        found = real(path, database, *more)
        database.with_name("store.db-wal").write_bytes(b"what counts as well")
        return found

    monkeypatch.setattr(backup, "proven", crowded)
    with pytest.raises(DiskFullError):
        backup.restore(
            tmp_path / "copy.enishi",
            StoreFolder(before),
            now=at().local,
            passphrase=PASSPHRASE,
            force=True,
        )
    assert held(StoreFolder(before)) == (LATER, 2)


def test_folders_that_are_made_last(tmp_path, monkeypatch):
    """A new store's own folder, and those above it, are on the disk when it is made."""
    synced: list[object] = []
    monkeypatch.setattr("app.store.folder.sync_folder", synced.append)
    StoreFolder(tmp_path / "a" / "b").make()
    assert {tmp_path, tmp_path / "a", tmp_path / "a" / "b"} <= set(synced)
    assert oct((tmp_path / "a" / "b").stat().st_mode & 0o777) == "0o700"

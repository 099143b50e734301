"""The drill: what is said of a backup is true, and nothing of the store or the copy changes."""

import errno
import zipfile
from dataclasses import replace
from itertools import count

import pytest

from app.domain.change import Change, Verb
from app.store import backup
from app.store.drill import Drilled, drill
from app.store.engine import Access, connect
from app.store.errors import (
    BackupFailedError,
    BackupStoppedError,
    DiskFullError,
    NewerStoreError,
    NoBackupError,
    NotABackupError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.store.folder import StoreFolder
from app.store.store import open_reader
from tests.store.conftest import MIO, PASSPHRASE, TARO, TODAY, act, adding, at
from tests.store.test_full_disk import NoRoom


@pytest.fixture
def kept(home):
    """Two people, one of them in the bin, and a copy."""
    with home.open() as store:
        binned = replace(TARO, deleted_at=at().instant)
        store.apply(Change(Verb.IMPORT, adding(MIO, binned, act(MIO))), now=at())
        backup.automatic(home.folder, home.vault.data_key, at())
    return home


def test_it_counts_what_is_in_the_copy_and_leaves_no_trace(kept):
    (path,) = backup.listed(kept.folder)
    with kept.open() as store:  # beside the open window, which has gone on meanwhile
        store.apply(Change(Verb.ADD_CONTACT, adding(replace(TARO, id="later"))), now=at())
        before = kept.prints()
        found = drill(kept.folder, passphrase=PASSPHRASE)
        assert found == Drilled(path, backup.packed_at(path), 1, TODAY)
        assert drill(kept.folder, path, recovery_key=kept.vault.recovery_key) == found
        assert kept.prints() == before


def test_a_backup_without_any_change_has_none(home, tmp_path):
    home.open().close()
    path = backup.make(home.folder, home.vault.data_key, tmp_path / "b.enishi")
    found = drill(home.folder, path, passphrase=PASSPHRASE)
    assert (found.people, found.newest) == (0, None)


def test_what_does_not_open_is_said_and_changes_nothing(kept, make_home):
    before = kept.prints()
    with pytest.raises(WrongPassphraseError):
        drill(kept.folder, passphrase="wrong")
    with pytest.raises(WrongRecoveryKeyError):
        drill(kept.folder, recovery_key=make_home("other").vault.recovery_key)
    with pytest.raises(NotABackupError):
        drill(kept.folder, kept.folder.db, passphrase=PASSPHRASE)
    assert kept.prints() == before


def test_without_a_backup_there_is_none(home):
    home.open().close()
    with pytest.raises(NoBackupError):
        drill(home.folder, passphrase=PASSPHRASE)


def test_what_is_said_to_work_can_be_restored(kept, tmp_path):
    (path,) = backup.listed(kept.folder)
    data = path.read_bytes()
    refused = 0
    for place in range(0, len(data), len(data) // 40):
        spoiled = tmp_path / "spoiled.enishi"
        spoiled.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        try:
            drill(kept.folder, spoiled, passphrase=PASSPHRASE)
        except (NotABackupError, WrongPassphraseError):
            refused += 1
            continue
        folder = StoreFolder(tmp_path / f"restored-{place}")  # what the archive says twice
        key = backup.restore(spoiled, folder, now=at().instant, passphrase=PASSPHRASE)
        with open_reader(folder, key) as reader:
            assert reader.contact(MIO.id) == MIO
    assert refused >= 38


def test_a_newer_one_is_said_to_be_newer(kept, monkeypatch):
    monkeypatch.setattr("app.store.schema.VERSION", "0001")
    with pytest.raises(NewerStoreError):
        drill(kept.folder, passphrase=PASSPHRASE)


def after(looks):
    """Says stop when it has been asked so often."""
    asked = count()
    return lambda: next(asked) >= looks


def test_it_can_be_given_up_at_any_moment_and_leaves_nothing(kept, monkeypatch):
    monkeypatch.setattr(backup, "_PIECE", 4096)
    monkeypatch.setattr(backup, "_STEPS", 1000)
    before = kept.prints()
    for looks in range(2000):
        try:
            drill(kept.folder, passphrase=PASSPHRASE, stopped=after(looks))
        except BackupStoppedError:
            assert kept.prints() == before
        else:
            assert looks > 10
            assert kept.prints() == before
            return
    pytest.fail("it never came to an end")


def packed(kept, target, *statements):
    """A backup whose database was changed by somebody who has the key, and packed again."""
    (path,) = backup.listed(kept.folder)
    database = backup.unpack(path, target.with_suffix(".db"))
    connection = connect(database, kept.vault.data_key.secret, Access.WRITE)
    for statement in ("PRAGMA foreign_keys=OFF", *statements, "PRAGMA journal_mode=DELETE"):
        connection.execute(statement)
    connection.close()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        new.writestr(old.getinfo("vault.json"), old.read("vault.json"))
        new.write(database, "store.db")
    return target


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE participant SET contact = 999",
        "DELETE FROM people_ja",
        "ALTER TABLE change_log RENAME COLUMN day TO month",
    ],
)
def test_a_database_that_does_not_hang_together_does_not_pass(kept, tmp_path, statement):
    path = packed(kept, tmp_path / "odd.enishi", statement)
    before = kept.prints()
    with pytest.raises(NotABackupError):
        drill(kept.folder, path, passphrase=PASSPHRASE)
    assert kept.prints() == before
    assert drill(kept.folder, passphrase=PASSPHRASE).people == 1


def test_a_disk_that_fails_is_said_otherwise(kept, monkeypatch):
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("app.store.drill.unpack", broken)
    with pytest.raises(BackupFailedError):
        drill(kept.folder, passphrase=PASSPHRASE)


def test_without_room_it_says_so_and_leaves_nothing(kept):
    before = kept.prints()
    with NoRoom(50_000), pytest.raises(DiskFullError):
        drill(kept.folder, passphrase=PASSPHRASE)
    assert kept.prints() == before

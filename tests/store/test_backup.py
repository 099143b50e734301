"""Backups: one file that opens with its own slots, proven; restored without losing what it
replaces.
"""

import errno
import hashlib
import json
import os
import shutil
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Event

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.domain.change import Change, Edit, Piece, Verb
from app.store import backup, opening
from app.store import check as checking
from app.store import drill as drilling
from app.store import header as headers
from app.store.advice import Advice
from app.store.check import Problem, check, database_problems
from app.store.engine import Access, connect
from app.store.errors import (
    BackupExistsError,
    BackupFailedError,
    BackupStoppedError,
    DatabaseDamagedError,
    DiskFullError,
    NewerStoreError,
    NotABackupError,
    StoreExistsError,
    StoreInUseError,
    WrongPassphraseError,
)
from app.store.folder import StoreFolder, private_files, write_file
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from tests.store.conftest import MIO, PASSPHRASE, TARO, act, adding, at


@pytest.fixture
def filled(home):
    with home.open() as store:
        store.apply(
            Change(
                Verb.IMPORT, (Edit(None, TARO), Edit(None, MIO), Edit(None, act(TARO, note="京都")))
            ),
            now=at(),
        )
    return home


def beside(connection):
    """What lies beside a database while it is looked at."""
    ((_, _, file),) = connection.execute("PRAGMA database_list").fetchall()
    return sorted(path.name for path in Path(file).parent.iterdir() if path.name != "held")


@pytest.mark.parametrize("act", ["copy", "restore", "drill"])
def test_a_copy_is_proven_without_a_file_beside_it(filled, tmp_path, monkeypatch, act):
    """The driver closes without letting other threads go on: what it would have to remove then, on
    a disk that is writing the copy, stopped the window for two seconds (R64).
    """
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "copy.enishi")
    module = drilling if act == "drill" else backup
    real, seen = module.database_problems, []

    def looked(connection, *more):
        seen.append(beside(connection))
        return real(connection, *more)

    monkeypatch.setattr(module, "database_problems", looked)
    if act == "copy":
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "another.enishi")
    elif act == "restore":
        backup.restore(path, filled.folder, now=at().local, passphrase=PASSPHRASE, force=True)
    else:
        drilling.drill(filled.folder, path, passphrase=PASSPHRASE)
    assert [[name for name in names if "vault" not in name] for names in seen] == [["store.db"]]


def test_a_backup_opens_by_passphrase_and_by_recovery_key_elsewhere(filled, tmp_path):
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "copy.enishi")
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    for number, way in enumerate(
        ({"passphrase": PASSPHRASE}, {"recovery_key": filled.vault.recovery_key})
    ):
        folder = StoreFolder(tmp_path / f"elsewhere-{number}")
        key = backup.restore(path, folder, now=at().instant, **way)
        assert check(folder, key).is_sound
        assert check(folder, key).advice == ()
        with open_store(folder, unlock(folder, **way)) as store:
            assert store.contact(TARO.id) == TARO
            assert store.advice == ()
            store.undo(at())


def test_a_backup_is_made_beside_an_open_window(filled, tmp_path):
    store = filled.open()
    store.apply(
        Change(Verb.EDIT_CONTACT, (Edit(MIO, replace(MIO, note="not yet folded in")),)), now=at()
    )
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    folder = StoreFolder(tmp_path / "restored")
    key = backup.restore(path, folder, now=at().instant, passphrase=PASSPHRASE)
    with open_reader(folder, key) as reader:
        assert reader.contact(MIO.id).note == "not yet folded in"
    assert check(folder, key).advice == ()


def test_making_a_backup_changes_no_byte_of_the_store(filled, tmp_path):
    before = filled.prints()
    backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    assert filled.prints() == before


def test_a_backup_does_not_replace_a_file_unasked(filled, tmp_path):
    target = tmp_path / "b.enishi"
    target.write_bytes(b"something of mine")
    with pytest.raises(BackupExistsError):
        backup.make(filled.folder, filled.vault.data_key, target)
    assert target.read_bytes() == b"something of mine"
    backup.make(filled.folder, filled.vault.data_key, target, force=True)
    assert zipfile.is_zipfile(target)


def test_the_newest_automatic_backup_of_a_day_stays(filled):
    made = [
        backup.automatic(filled.folder, filled.vault.data_key, at(at().today + timedelta(n // 2)))
        for n in range(8)
    ]
    # The last three stay, whatever their day.
    own = filled.folder.backups / "my own.enishi"
    own.write_bytes(b"")
    kept = backup.listed(filled.folder)
    assert kept == [made[7], made[6], made[5], made[3], made[1]]
    assert own.exists()
    shutil.rmtree(filled.folder.backups)
    assert backup.listed(filled.folder) == []
    backup.automatic(filled.folder, filled.vault.data_key, at())


def test_a_store_that_fails_its_check_is_not_backed_up(filled, monkeypatch):
    kept = backup.automatic(filled.folder, filled.vault.data_key, at())
    monkeypatch.setattr(backup, "database_problems", lambda *_: (Problem.PAGES,))
    with pytest.raises(BackupFailedError) as caught:
        backup.automatic(filled.folder, filled.vault.data_key, at())
    assert caught.value.reason == "pages"
    assert list(filled.folder.backups.iterdir()) == [kept]


def test_a_full_disk_leaves_no_half_backup(filled, monkeypatch, tmp_path):
    def full(*args, **rest):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "sync_file", full)
    with pytest.raises(DiskFullError):
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    assert not (tmp_path / "b.enishi").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["store"]


@pytest.mark.parametrize("stage", ["header", "archive"])
def test_a_backup_that_cannot_be_proven_is_not_kept(filled, monkeypatch, tmp_path, stage):
    if stage == "header":
        monkeypatch.setattr(headers, "trusted", lambda copies, key: None)
        monkeypatch.setattr(opening, "look", lambda folder, key: found(folder))
    else:
        monkeypatch.setattr(backup, "_HEADER", "other.json")
        real = zipfile.ZipFile.writestr
        monkeypatch.setattr(
            zipfile.ZipFile, "writestr", lambda self, name, data: real(self, "x", data)
        )
    with pytest.raises(BackupFailedError) as caught:
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    assert caught.value.reason == stage
    assert not (tmp_path / "b.enishi").exists()


def found(folder):
    header = headers.read_headers(folder).copies[0].header
    return opening.Found(header, both_sound=True, had_log=False)


def damaged(path, how):
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(
        {
            "cut": data[:middle],
            "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "empty": b"",
            "header flipped": data.replace(b'"passphrase"', b'"passphrasf"', 1),
            "text": b"BEGIN:VCARD\n",
        }[how]
    )


@pytest.mark.parametrize("how", ["cut", "flipped", "empty", "header flipped", "text"])
def test_a_damaged_backup_is_refused_and_changes_nothing(filled, tmp_path, how):
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    damaged(path, how)
    before = filled.prints()
    with pytest.raises(NotABackupError):
        backup.restore(path, filled.folder, now=at().instant, passphrase=PASSPHRASE, force=True)
    assert filled.prints() == before
    with pytest.raises(NotABackupError):
        backup.restore(path, StoreFolder(tmp_path / "new"), now=at().instant, passphrase=PASSPHRASE)


def test_what_only_looks_like_a_backup_is_refused(filled, tmp_path):
    header = filled.folder.header.read_bytes()
    for number, (names, kind) in enumerate(
        [
            ({"vault.json": header}, zipfile.ZIP_STORED),
            ({"store.db": b""}, zipfile.ZIP_STORED),
            ({"vault.json": b"{}", "store.db": b""}, zipfile.ZIP_STORED),
            ({"vault.json": header, "store.db": bytes(9000)}, zipfile.ZIP_DEFLATED),
            ({"vault.json": bytes(2_000_000), "store.db": b""}, zipfile.ZIP_STORED),
        ]
    ):
        path = tmp_path / f"{number}.enishi"
        with zipfile.ZipFile(path, "w", kind) as archive:
            for name, data in names.items():
                archive.writestr(name, data)
        with pytest.raises(NotABackupError):
            backup.restore(
                path, StoreFolder(tmp_path / "n"), now=at().instant, passphrase=PASSPHRASE
            )
    mixed = tmp_path / "mixed.enishi"
    with zipfile.ZipFile(mixed, "w") as archive:
        archive.writestr("vault.json", header)
        archive.writestr("store.db", bytes(9000), zipfile.ZIP_DEFLATED)
    for path in (mixed, tmp_path / "nowhere.enishi"):
        with pytest.raises(NotABackupError):
            backup.restore(
                path, StoreFolder(tmp_path / "n"), now=at().instant, passphrase=PASSPHRASE
            )


def test_a_database_that_fails_its_check_is_not_put_in_place(filled, tmp_path, monkeypatch):
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    monkeypatch.setattr(backup, "database_problems", lambda *_: (Problem.STRUCTURE,))
    before = filled.prints()
    with pytest.raises(NotABackupError):
        backup.restore(path, filled.folder, now=at().instant, passphrase=PASSPHRASE, force=True)
    assert filled.prints() == before


def test_restoring_over_a_store_needs_force_and_keeps_what_it_replaces(filled, tmp_path):
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    with filled.open() as store:
        store.apply(Change(Verb.EDIT_CONTACT, (Edit(MIO, replace(MIO, note="later")),)), now=at())
    before = filled.prints()
    with pytest.raises(StoreExistsError):
        backup.restore(path, filled.folder, now=at().instant, passphrase=PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        backup.restore(path, filled.folder, now=at().instant, passphrase="wrong", force=True)
    assert filled.prints() == before
    key = backup.restore(path, filled.folder, now=at().instant, passphrase=PASSPHRASE, force=True)
    with open_store(filled.folder, key) as store:
        assert store.contact(MIO.id).note is None
        assert store.advice == ()
    (aside,) = filled.folder.backups.iterdir()
    replaced = StoreFolder(aside)
    with open_reader(replaced, unlock(replaced, passphrase=PASSPHRASE)) as reader:
        assert reader.contact(MIO.id).note == "later"


def test_restoring_another_store_over_a_damaged_one(filled, make_home, tmp_path):
    other = make_home("other")
    path = backup.make(other.folder, other.vault.data_key, tmp_path / "b.enishi")
    filled.folder.header_copy.write_bytes(b"rubbish")
    write_file(filled.folder.wal, b"a log of another database")
    key = backup.restore(path, filled.folder, now=at().instant, passphrase=PASSPHRASE, force=True)
    assert key.store == other.vault.data_key.store
    assert check(filled.folder, key).is_sound
    (aside,) = filled.folder.backups.iterdir()
    assert (aside / "store.db-wal").read_bytes() == b"a log of another database"


def test_a_store_in_use_is_not_restored_over(filled, tmp_path):
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    filled.open()
    with pytest.raises(StoreInUseError):
        backup.restore(path, filled.folder, now=at().instant, passphrase=PASSPHRASE, force=True)


# ------------------------------------------------------------------------------------- checking


def test_a_sound_store_has_nothing_to_say(filled):
    report = check(filled.folder, filled.vault.data_key)
    assert report == checking.Report((), ())
    assert report.is_sound


def big(home):
    with home.open() as store:
        acts = [act(MIO, note=f"{n}" * 200) for n in range(300)]
        store.apply(Change(Verb.IMPORT, adding(*acts)), now=at())


def test_a_changed_page_is_found(filled):
    big(filled)
    data = bytearray(filled.folder.db.read_bytes())
    for place in range(4096 * 12, len(data), 4096 * 40):  # behind the pages of the schema
        data[place + 17] ^= 1
    filled.folder.db.write_bytes(bytes(data))
    before = filled.prints()
    report = check(filled.folder, filled.vault.data_key)
    assert Problem.PAGES in report.problems
    assert not report.is_sound
    assert filled.prints() == before


def test_a_file_cut_at_a_page_is_found(filled):
    big(filled)
    os.truncate(filled.folder.db, filled.folder.db.stat().st_size - 4096 * 3)
    report = check(filled.folder, filled.vault.data_key)
    assert Problem.STRUCTURE in report.problems


def spoiled(home, *statements):
    connection = connect(home.folder.db, home.vault.data_key.secret, Access.WRITE)
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


GONE = [
    "DROP TABLE alembic_version",
    "DELETE FROM alembic_version",
    "DROP TABLE promise",
    "DROP INDEX interaction_cards",
    "DROP TRIGGER promise_insert_new",
    "DROP TABLE notes",
]


@pytest.mark.parametrize("statement", GONE)
def test_a_store_that_lacks_a_part_is_damaged_and_no_backup_is_made_of_it(
    filled, statement, tmp_path
):
    spoiled(filled, statement)
    assert Problem.STRUCTURE in check(filled.folder, filled.vault.data_key).problems
    with pytest.raises((BackupFailedError, DatabaseDamagedError)):
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    assert not (tmp_path / "b.enishi").exists()


@pytest.mark.parametrize("statement", GONE[:2])
def test_a_store_that_does_not_say_its_version_is_damaged_not_newer(filled, statement):
    spoiled(filled, statement)
    before = filled.prints()
    with pytest.raises(DatabaseDamagedError):
        filled.open()
    assert filled.prints() == before


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM people_en", Problem.SEARCH_INDEX),
        ("INSERT INTO people_ja (rowid, words) VALUES (5, 'nobody')", Problem.SEARCH_INDEX),
        ("DELETE FROM interaction", Problem.REFERENCES),
        ("UPDATE outlook SET latest = latest + 1", Problem.REMINDERS),
        ("INSERT INTO unsettled SELECT min(n) FROM contact", Problem.REMINDERS),
        ("INSERT INTO asking SELECT 0, 1, min(n), 'x', id, 0, 0 FROM contact", Problem.REMINDERS),
    ],
)
def test_what_does_not_fit_together_is_found(filled, statement, problem):
    if statement.startswith("DELETE FROM people_en"):
        statement = "DELETE FROM people_en WHERE rowid = (SELECT min(place_en) FROM contact)"
    spoiled(filled, statement)
    report = check(filled.folder, filled.vault.data_key)
    assert report.problems == (problem,)


def test_a_damaged_copy_of_the_header_is_advice(filled):
    filled.folder.header_copy.write_bytes(b"")
    report = check(filled.folder, filled.vault.data_key)
    assert report.advice == (Advice.HEADER_COPY_DAMAGED,)
    assert report.is_sound


@pytest.mark.parametrize("first", [True, False])
def test_a_question_that_stops_is_a_problem(first):
    class Broken:
        def execute(self, statement):
            if "cipher" in statement and not first:
                return self
            raise sqlcipher.DatabaseError("database disk image is malformed")

        def fetchall(self):
            return []

    assert database_problems(Broken()) == (Problem.STRUCTURE,)


def test_backups_hold_no_plain_text(filled, tmp_path):
    path = backup.make(filled.folder, filled.vault.data_key, Path(tmp_path) / "b.enishi")
    data = path.read_bytes()
    for word in ("山田", "neko.example", "京都", "CREATE TABLE"):
        assert word.encode() not in data


def bring_in(store, record, before_it_counts):
    store.apply_pieces(
        Verb.IMPORT, [(Piece(adding(record)), {})], now=at(), before_it_counts=before_it_counts
    )


def test_the_copy_is_of_what_counted_before(filled):
    other = act(MIO, note="大阪")
    with open_store(filled.folder, filled.vault.data_key) as store:
        with store.copying(at()) as copied:
            bring_in(store, other, copied)
        path = copied()
        assert store.interaction(other.id) == other
    assert [path] == backup.listed(filled.folder)
    folder = StoreFolder(filled.folder.path.parent / "elsewhere")
    key = backup.restore(path, folder, now=at().instant, passphrase=PASSPHRASE)
    with open_reader(folder, key) as reader:
        assert reader.contact(MIO.id) == MIO
        assert reader.interaction(other.id) is None


def test_what_cannot_be_copied_is_not_written(filled, monkeypatch):
    monkeypatch.setattr(backup, "database_problems", lambda *_: (Problem.PAGES,))
    other = act(MIO, note="大阪")
    with open_store(filled.folder, filled.vault.data_key) as store:
        with pytest.raises(BackupFailedError), store.copying(at()) as copied:
            bring_in(store, other, copied)
        assert store.interaction(other.id) is None
        assert store.search("大阪", "ja").notes == ()
        with store.copying(at()):  # the twin: nobody waits for the copy
            bring_in(store, other, lambda: None)
        assert store.interaction(other.id) == other


def test_a_copy_is_proven_as_it_lies_in_the_archive(filled, monkeypatch, tmp_path):
    real = zipfile.ZipFile.open

    def spoiling(self, name, mode="r", *more, **rest):
        member = real(self, name, mode, *more, **rest)
        if (name, mode) == ("store.db", "w"):
            write = member.write
            monkeypatch.setattr(member, "write", lambda d: write(d[:-1] + bytes([d[-1] ^ 1])))
        return member

    monkeypatch.setattr(zipfile.ZipFile, "open", spoiling)
    with pytest.raises(BackupFailedError) as caught:
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    assert caught.value.reason == "archive"
    assert not (tmp_path / "b.enishi").exists()


def test_files_are_private_while_any_thread_needs_it(tmp_path):
    old = os.umask(0o022)
    try:
        with ThreadPoolExecutor(1) as lane:
            inside, leave = Event(), Event()

            def other():
                with private_files():
                    inside.set()
                    leave.wait(10)

            with private_files():
                running = lane.submit(other)
                inside.wait(10)
            (tmp_path / "a").touch()
            leave.set()
            running.result()
            (tmp_path / "b").touch()
    finally:
        os.umask(old)
    assert oct((tmp_path / "a").stat().st_mode & 0o777) == "0o600"
    assert oct((tmp_path / "b").stat().st_mode & 0o777) == "0o644"


def test_a_copy_can_be_given_up_at_any_moment_and_leaves_nothing(filled, monkeypatch):
    monkeypatch.setattr(backup, "_PAGES", 10)
    monkeypatch.setattr(backup, "_STEPS", 1000)
    folder, key = filled.folder, filled.vault.data_key

    def made(looks):
        asked = count()
        return backup.automatic(folder, key, at(), lambda: next(asked) >= looks)

    for looks in range(1000):
        try:
            path = made(looks)
        except BackupStoppedError:
            assert backup.listed(folder) == []
            assert list(folder.backups.iterdir()) == []
        else:
            assert backup.listed(folder) == [path]
            assert looks > 10
            return
    pytest.fail("it never came to an end")


def test_an_import_that_is_stopped_stops_its_copy(filled):
    other = act(MIO, note="大阪")
    with open_store(filled.folder, filled.vault.data_key) as store:
        with pytest.raises(BackupStoppedError), store.copying(at(), lambda: True) as copied:
            bring_in(store, other, copied)
        assert store.interaction(other.id) is None
    assert backup.listed(filled.folder) == []


def test_an_archive_that_says_it_begins_before_its_file_is_refused(filled, tmp_path):
    path = backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")  # its last record says where the list of members is
    (place,) = struct.unpack_from("<I", data, end + 16)
    struct.pack_into("<I", data, end + 16, place + 1000)
    path.write_bytes(data)
    with pytest.raises(NotABackupError):
        backup.restore(path, StoreFolder(tmp_path / "n"), now=at().instant, passphrase=PASSPHRASE)
    assert not (tmp_path / "n").exists()


def page_of(filled, table):
    connection = connect(filled.folder.db, filled.vault.data_key.secret, Access.READ)
    try:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return connection.execute(asked, (table,)).fetchone()[0]
    finally:
        connection.close()


def spoil(filled, page):
    with filled.folder.db.open("r+b") as stream:
        stream.seek((page - 1) * 4096 + 100)
        stream.write(b"spoiled")


@pytest.mark.parametrize("table", ["contact", "alembic_version"])
def test_a_page_that_does_not_read_is_not_copied(filled, tmp_path, table):
    spoil(filled, page_of(filled, table))
    with pytest.raises(BackupFailedError):
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "b.enishi")
    assert not list(tmp_path.glob("*.enishi"))


def test_a_page_that_says_which_version_it_is_and_does_not_read_is_damage(filled):
    spoil(filled, page_of(filled, "alembic_version"))
    assert Problem.PAGES in check(filled.folder, filled.vault.data_key).problems


def test_a_backup_into_a_folder_that_is_not_there_fails(filled, tmp_path):
    with pytest.raises(BackupFailedError):
        backup.make(filled.folder, filled.vault.data_key, tmp_path / "nowhere" / "b.enishi")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("member", "value", "error"),
    [("format", 2, NewerStoreError), ("revision", "many", NotABackupError)],
)
def test_the_header_of_a_store_put_aside_is_read_with_care(filled, tmp_path, member, value, error):
    """Whole by its own checksum, and still of a later Enishi or of none."""
    whole = json.loads(filled.folder.header.read_bytes())
    whole["body"][member] = value
    whole["check"] = hashlib.sha256(headers.canonical(whole["body"])).hexdigest()
    for path in (filled.folder.header, filled.folder.header_copy):
        path.write_bytes(headers.canonical(whole))
    with pytest.raises(error):
        backup.restore(
            filled.folder.path, StoreFolder(tmp_path / "n"), now=at().instant, passphrase=PASSPHRASE
        )
    assert not (tmp_path / "n").exists()


def test_a_file_in_the_place_of_the_backups_is_said(filled):
    filled.folder.backups.rmdir()
    filled.folder.backups.touch()
    with pytest.raises(BackupFailedError):
        backup.automatic(filled.folder, filled.vault.data_key, at())
    assert filled.folder.backups.read_bytes() == b""

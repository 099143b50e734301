"""What can be brought back, told without a key; and bringing it back, forth and back again."""

import errno
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.change import Change, Edit, Verb
from app.store import backup, found_backups, schema
from app.store import header as headers
from app.store.backup import Look
from app.store.check import check
from app.store.drill import drill
from app.store.errors import (
    BackupStoppedError,
    DatabaseDamagedError,
    NewerStoreError,
    NotABackupError,
)
from app.store.folder import is_locked
from app.store.found_backups import described, newest_whole, replaced, restorables
from app.store.restorable import Kind
from app.store.second_place import bring, prepare, room
from app.store.slots import Way
from app.store.store import open_reader, open_store
from app.usecases.restoring import Wanted, bring_back
from tests.store.conftest import MIO, PASSPHRASE, TARO, TODAY, adding, at

WAY: Way = {"passphrase": PASSPHRASE}


@pytest.fixture
def filled(home):
    with home.open() as store:
        store.apply(Change(Verb.IMPORT, adding(TARO, MIO)), now=at())
    return home


def automatic(home, day=TODAY):
    return backup.automatic(home.folder, home.vault.data_key, at(day))


def note(home, key, words):
    with open_store(home.folder, key) as store:
        changed = Edit(store.contact(MIO.id), replace(MIO, note=words))
        store.apply(Change(Verb.EDIT_CONTACT, (changed,)), now=at())


def noted(folder, key):
    with open_reader(folder, key) as reader:
        return reader.contact(MIO.id).note


def put(home, path, **more):
    return bring_back(Wanted(path, WAY), home.folder, now=at().local, force=True, **more)


def test_all_there_are_the_newest_first_with_what_is_in_them(filled, tmp_path):
    first, second = automatic(filled), automatic(filled, TODAY + timedelta(1))
    before = filled.prints()
    found = restorables(filled.folder)
    assert [one.path for one in found] == [second, first]
    assert str(found[0].made) == "2026-10-16 19:00:00"
    assert found[0].size == second.stat().st_size
    assert (found[0].people, found[0].kind, found[0].readable) == (2, Kind.HERE, True)
    assert not found[0].keyring
    own = tmp_path / "my own.enishi"
    backup.make(filled.folder, filled.vault.data_key, own)
    one = described(own)
    assert one.kind is Kind.FILE
    assert one.people == 2
    assert one.made.date() == date.today()  # noqa: DTZ011  as the archive says it
    assert filled.prints() == before


def test_a_backup_in_both_places_counts_once_and_one_that_is_whole_is_taken(filled, tmp_path):
    with filled.open() as store:
        store_id = store.store_id()
    stick = tmp_path / "stick"
    stick.mkdir()
    prepare(filled.folder, stick, store_id)
    made = automatic(filled)
    other = room(stick, "0" * 32)
    other.mkdir()
    shutil.copy(made, other / "20260101-000000.enishi")
    bring(filled.folder, stick, store_id)
    assert [one.kind for one in restorables(filled.folder, stick)] == [Kind.HERE]
    made.write_bytes(b"")
    here, there = sorted(restorables(filled.folder, stick), key=lambda one: one.kind)
    assert (here.kind, here.readable) == (Kind.HERE, False)
    assert str(here.made) == "2026-10-15 19:00:00"
    assert (there.kind, there.people) == (Kind.SECOND, 2)
    assert newest_whole((here, there)) == there
    # Without keys nothing says which room is this store's: all of them are shown.
    filled.folder.header.unlink()
    filled.folder.header_copy.unlink()
    assert len(restorables(filled.folder, stick)) == 3
    assert restorables(filled.folder, tmp_path / "nowhere") == (here,)


def test_a_backup_with_one_wrong_byte_is_not_the_newest_whole_one(filled, monkeypatch):
    old, new = automatic(filled), automatic(filled, TODAY + timedelta(1))
    data = bytearray(new.read_bytes())
    data[len(data) // 2] ^= 1
    new.write_bytes(data)
    found = restorables(filled.folder)
    assert found[0].readable, "its header is whole"
    assert newest_whole(found).path == old
    with pytest.raises(BackupStoppedError):
        newest_whole(found, lambda: True)
    # The twin: without reading it whole the broken one would be offered.
    monkeypatch.setattr(found_backups, "reads_whole", lambda path, look: True)
    assert newest_whole(found).path == new


def test_what_is_no_backup_is_said_to_be_none(tmp_path):
    path = tmp_path / "cards.vcf"
    path.write_text("BEGIN:VCARD")
    for one in (described(path), described(tmp_path / "gone"), described(tmp_path)):
        assert not one.readable
    assert newest_whole((described(path),)) is None


def test_what_was_replaced_is_put_back_in_the_same_way(filled):
    made = automatic(filled)
    note(filled, filled.vault.data_key, "later")
    done = put(filled, made)
    assert noted(filled.folder, done.key) is None
    assert [done.aside] == replaced(filled.folder)
    (aside,) = (one for one in restorables(filled.folder) if one.kind is Kind.REPLACED)
    assert aside.path == done.aside
    assert aside.readable
    assert drill(filled.folder, done.aside, passphrase=PASSPHRASE).people == 2
    before = sorted(p.name for p in done.aside.iterdir())
    again = put(filled, done.aside)
    assert noted(filled.folder, again.key) == "later"
    assert sorted(p.name for p in done.aside.iterdir()) == before, "it stays as it was"
    assert check(filled.folder, again.key).advice == ()
    with open_store(filled.folder, again.key) as store:
        assert store.advice == ()


def test_a_store_that_was_put_aside_after_a_crash_brings_its_log_along(filled):
    made = automatic(filled)
    store = filled.open()
    old = store.contact(MIO.id)
    store.apply(Change(Verb.EDIT_CONTACT, (Edit(old, replace(old, note="in the log")),)), now=at())
    crashed = {p.name: p.read_bytes() for p in filled.folder.path.iterdir() if p.is_file()}
    store.close()
    for name in ("store.db", "store.db-wal", "vault.json", "vault.copy.json"):
        filled.folder.path.joinpath(name).write_bytes(crashed[name])
    done = put(filled, made)
    assert done.aside.joinpath("store.db-wal").stat().st_size
    assert noted(filled.folder, done.key) is None
    again = put(filled, done.aside)
    assert noted(filled.folder, again.key) == "in the log"
    assert check(filled.folder, again.key).advice == ()


def test_a_damaged_store_that_was_put_aside_is_not_put_back(filled):
    made = automatic(filled)
    done = put(filled, made)
    done.aside.joinpath("store.db").write_bytes(bytes(9000))
    before = filled.prints()
    with pytest.raises(NotABackupError):
        put(filled, done.aside)
    assert filled.prints() == before


def test_what_a_newer_enishi_wrote_is_refused_before_anything_changes(filled, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(schema, "VERSION", "9999")
        header = headers.read_headers(filled.folder).copies[0].header
        headers.write_header(
            filled.folder, replace(header, schema="9999"), filled.vault.data_key.secret
        )
        made = automatic(filled)
    before = filled.prints()
    with pytest.raises(NewerStoreError):
        put(filled, made)
    assert filled.prints() == before


def test_given_up_at_any_look_it_changes_nothing(filled, monkeypatch):
    monkeypatch.setattr(backup, "_PIECE", 4096)
    made = automatic(filled)
    before = filled.prints()
    told: list[float] = []
    looks = iter(range(10**9))
    put_in_place = put(filled, made, stopped=lambda: next(looks) < 0, told=told.append)
    count = next(looks)
    assert told == sorted(told)
    assert told[-1] == 1
    shutil.rmtree(put_in_place.aside)
    before = filled.prints()
    for at_look in {0, 1, count // 2, count - 2}:
        seen = iter(range(at_look))
        with pytest.raises(BackupStoppedError):
            put(filled, made, stopped=lambda seen=seen: next(seen, None) is None)
        assert filled.prints() == before


def test_the_header_of_a_store_never_says_what_only_a_backup_says(filled):
    made = automatic(filled)
    put(filled, made)
    assert b'"people"' not in filled.folder.header.read_bytes()
    assert b'"people"' in made.read_bytes()
    assert Look(None)() is None


@pytest.mark.parametrize("guarded", [True, False])
def test_a_damaged_database_is_not_written_by_closing(filled, guarded):
    store = filled.open()
    change = Edit(store.contact(MIO.id), replace(MIO, note="in the log"))
    store.apply(Change(Verb.EDIT_CONTACT, (change,)), now=at())
    before = filled.folder.db.read_bytes()
    log = filled.folder.wal.read_bytes()
    if guarded:
        store.leave_as_it_is()
        store.leave_as_it_is()
    store.close()
    assert (filled.folder.db.read_bytes() == before) is guarded  # without it: the twin
    if guarded:
        assert filled.folder.wal.read_bytes() == log
    assert noted(filled.folder, filled.vault.data_key) == "in the log"
    with open_store(filled.folder, filled.vault.data_key) as again:
        assert again.contact(MIO.id).note == "in the log"


def test_also_not_where_its_tables_cannot_be_read(filled):
    store = filled.open()
    data = bytearray(filled.folder.db.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place + 17] ^= 1
    with filled.folder.db.open("r+b") as stream:
        stream.write(data)
    with pytest.raises(DatabaseDamagedError):
        store.prove()
    store.leave_as_it_is()
    store.close()
    assert filled.folder.db.read_bytes() == bytes(data)
    assert not is_locked(filled.folder)


def test_what_cannot_be_listed_holds_none(filled, tmp_path, monkeypatch):
    """A failing disk, with keys that do not say whose the second place is."""
    for header in (filled.folder.header, filled.folder.header_copy):
        header.write_bytes(b"damaged")

    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", failing)
    monkeypatch.setattr(Path, "glob", failing)
    assert restorables(filled.folder, tmp_path) == ()
    assert replaced(filled.folder) == []

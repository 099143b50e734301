"""R4: a disk without room, however the system words it, is one error; what was done counts."""

import os
import resource
import signal
from dataclasses import replace

import pytest

from app.store import header as headers
from app.store import schema
from app.store.backup import automatic, make
from app.store.check import _page, check
from app.store.engine import known_trouble
from app.store.errors import (
    DatabaseDamagedError,
    DiskFullError,
    NewerStoreError,
    NoPermissionError,
    OtherStoreError,
    StoreUnreadableError,
    system_trouble,
)
from app.store.folder import StoreFolder
from app.store.store import create_store, open_store
from app.store.vault import create_vault
from app.usecases import people
from tests.store.conftest import CHEAP, MIO, TARO, at
from tests.store.test_opening import raw


class NoRoom:
    """No file of this process may grow beyond some bytes, until it is left."""

    def __init__(self, most):
        self.most = most

    def __enter__(self):
        self.handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        self.before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.most, self.before[1]))

    def __exit__(self, *_):
        resource.setrlimit(resource.RLIMIT_FSIZE, self.before)
        signal.signal(signal.SIGXFSZ, self.handler)


def test_what_the_system_refuses_has_three_kinds(tmp_path):
    for number, kind in ((28, DiskFullError), (27, DiskFullError), (122, DiskFullError),
                         (30, NoPermissionError), (5, StoreUnreadableError)):  # fmt: skip
        assert type(system_trouble(tmp_path, OSError(number, "words"))) is kind


@pytest.mark.parametrize("by_writing", [False, True])
def test_an_io_error_for_want_of_room_is_told_from_a_broken_disk(home, monkeypatch, by_writing):
    error = Exception("disk I/O error")
    if by_writing:
        monkeypatch.delattr(os, "posix_fallocate", raising=False)
    assert isinstance(known_trouble(home.folder.db, error), StoreUnreadableError)
    with NoRoom(2000):
        assert isinstance(known_trouble(home.folder.db, error), DiskFullError)
    assert isinstance(known_trouble(home.folder.db / "x" / "y", error), StoreUnreadableError)


def test_an_edit_without_room_changes_nothing_and_the_next_one_counts(home):
    with home.open() as store:
        people.add(store, MIO, now=at())
        with NoRoom(home.folder.wal.stat().st_size + 100), pytest.raises(DiskFullError):
            people.add(store, replace(TARO, note="x" * 50_000), now=at())
        assert len(store.people().ids) == 1
        people.add(store, TARO, now=at())
    assert check(home.folder, home.vault.data_key).is_sound
    with home.open() as store:
        assert len(store.people().ids) == 2


def test_without_its_words_it_would_be_a_fault_of_ours(home, monkeypatch):
    """The sabotage twin."""
    monkeypatch.setattr("app.store.reader.known_trouble", lambda *_: None)
    with pytest.raises(Exception, match="disk") as caught:
        test_an_edit_without_room_changes_nothing_and_the_next_one_counts(home)
    assert not isinstance(caught.value, DiskFullError)


def test_where_the_header_has_no_room_nothing_is_written(home):
    with home.open() as store:
        with NoRoom(100), pytest.raises(DiskFullError):
            people.add(store, MIO, now=at())
        assert not list(home.folder.path.glob("*.new"))
        people.add(store, MIO, now=at())
    assert check(home.folder, home.vault.data_key).is_sound


def test_what_was_saved_counts_though_the_closing_has_no_room(home):
    store = home.open()
    people.add(store, MIO, now=at())
    with NoRoom(100):
        store.close()
    with home.open() as store:
        assert len(store.people().ids) == 1
    assert check(home.folder, home.vault.data_key).is_sound


def test_a_log_that_stays_keeps_the_header_open(home, monkeypatch):
    """Where it could not be folded in and somebody still has it open, it is not told as closed."""
    store = home.open()
    people.add(store, MIO, now=at())
    monkeypatch.setattr(type(store), "_fold_log_in", lambda _: False)
    kept = home.folder.wal.with_name("kept")
    kept.hardlink_to(home.folder.wal)
    monkeypatch.setattr(type(home.folder), "wal", property(lambda _: kept))
    store.close()
    monkeypatch.undo()
    assert headers.read_headers(home.folder).copies[0].header.is_open


def test_a_store_that_has_no_room_is_not_made(tmp_path):
    folder = StoreFolder(tmp_path / "store")
    vault = create_vault(folder, "x", use_keyring=False, cost=CHEAP)
    with NoRoom(20_000), pytest.raises(DiskFullError):
        create_store(folder, vault)
    create_store(folder, vault)
    with open_store(folder, vault.data_key) as store:
        assert store.people().ids == ()


@pytest.mark.parametrize("most", [100, 50_000, 410_000])
def test_a_backup_without_room_leaves_nothing(home, tmp_path, most):
    with home.open() as store:
        people.add(store, MIO, now=at())
    kept = automatic(home.folder, home.vault.data_key, at())
    before = home.prints()
    with NoRoom(most), pytest.raises(DiskFullError):
        make(home.folder, home.vault.data_key, tmp_path / "copy.enishi")
    # An empty log and what the engine began of its index may stay; the next closing tidies up.
    there = {n: p for n, p in home.prints().items() if not n.endswith(("-wal", "-shm"))}
    assert there == before
    assert kept.exists()
    assert not list(tmp_path.glob("*.enishi"))


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("UPDATE alembic_version SET version_num = '0999'", NewerStoreError),
        ("UPDATE meta SET value = 'x' WHERE name = 'store'", OtherStoreError),
        ("UPDATE meta SET value = 'x' WHERE name = 'counter'", DatabaseDamagedError),
        ("DELETE FROM alembic_version", DatabaseDamagedError),
    ],
)
def test_what_would_not_open_is_not_copied(home, tmp_path, statement, error):
    raw(home, statement)
    with pytest.raises(error):
        make(home.folder, home.vault.data_key, tmp_path / "copy.enishi")
    assert not list(tmp_path.glob("*.enishi"))


def test_a_header_that_a_kill_left_behind_its_tables_is_brought_up_to_date(home):
    with home.open():
        pass
    found = headers.read_headers(home.folder).copies[0].header
    headers.write_header(home.folder, replace(found, schema="0008"), home.vault.data_key.secret)
    with home.open():
        pass
    assert headers.read_headers(home.folder).copies[0].header.schema == schema.VERSION


def test_words_of_the_engine_without_a_page_are_damage_all_the_same():
    assert _page("something else is wrong") is None
    assert _page("HMAC verification failed for page 41") == 41
    assert _page("page 191 has an invalid size of 3584 bytes (expected 4096 bytes)") == 191

"""Erasing everything (R52): nothing of ours is left, nothing of others is touched."""

import os
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.change import Change, Verb
from app.store import backup, belongings, erasing, second_place
from app.store.erasing import Erased, erase, holdings
from app.store.errors import StoreInUseError
from app.store.folder import FolderState
from app.store.keyring_slot import Keyring
from app.store.store import create_store
from app.store.vault import create_vault
from tests.store.conftest import CHEAP, MIO, PASSPHRASE, TARO, TODAY, adding, at


class Life:
    """A store that has lived: backups, a replaced one, a second place, leftovers of kills."""

    def __init__(self, home, stick):
        self.home, self.folder, self.stick = home, home.folder, stick
        key = home.vault.data_key
        self.id = key.store
        stick.mkdir()
        second_place.prepare(self.folder, stick, self.id)
        for days in range(3):
            if not days:
                with home.open() as store:
                    store.apply(Change(Verb.IMPORT, adding(TARO, MIO)), now=at())
            backup.automatic(self.folder, key, at(TODAY + timedelta(days)))
        second_place.bring(self.folder, stick, self.id)
        by_hand = backup.make(self.folder, key, self.folder.backups / "by hand.enishi")
        backup.restore(by_hand, self.folder, now=at().instant, passphrase=PASSPHRASE, force=True)
        there = second_place.room(stick, self.id)
        dead = ("backups/.enishi-dead", ".restore-dead", there / ".enishi-dead")
        for left in (self.folder.path / name for name in dead):
            left.mkdir()
            (left / "store.db").write_bytes(b"half")
        for name in ("store.db-wal", "vault.json.new", "window.json", "store.db.new"):
            (self.folder.path / name).write_bytes(b"left by a kill")

    def erase(self, keyring=None):
        return erase(self.folder, self.id, self.stick, keyring)


@pytest.fixture
def life(home, tmp_path):
    return Life(home, tmp_path / "stick")


def test_what_would_go_is_listed_first(life):
    found = holdings(life.folder, life.id, life.stick)
    names = [path.name for path in found.backups]
    assert len([name for name in names if name.startswith("202610")]) == 3
    assert "by hand.enishi" in names
    assert len([name for name in names if name.startswith("replaced-")]) == 1
    assert [path.name for path in found.copies] == sorted(
        (name for name in names if name.startswith("202610")), reverse=True
    )


def test_nothing_is_left(life):
    assert life.erase() == Erased((), keyring=True)
    assert not life.folder.path.exists()
    assert list(life.stick.iterdir()) == []
    assert life.folder.state() is FolderState.EMPTY


def test_afterwards_a_new_store_can_be_made_in_its_place(life):
    life.erase()
    create_store(life.folder, create_vault(life.folder, PASSPHRASE, use_keyring=False, cost=CHEAP))


def test_what_somebody_else_put_there_stays_and_is_told(life):
    others = [
        life.folder.path / "notes.txt",
        life.folder.backups / "holiday.zip",
        life.folder.path / "store.db.old",
        second_place.room(life.stick, life.id) / "my own.enishi",
        life.stick / "20261015-190000.enishi",
    ]
    for path in others:
        path.write_bytes(b"mine")
    left = life.erase().left
    assert all(path.read_bytes() == b"mine" for path in others)
    assert set(left) == set(others[:4])
    assert sorted(p for p in life.folder.path.rglob("*") if p.is_file()) == sorted(
        [life.folder.path / "notes.txt", life.folder.backups / "holiday.zip",
         life.folder.path / "store.db.old"]
    )  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_links_are_not_followed(life, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.enishi").write_bytes(b"mine")
    (life.folder.backups / "link.enishi").symlink_to(outside / "kept.enishi")
    (life.folder.backups / "replaced-20261015-190000-000000").symlink_to(outside)
    (life.folder.path / ".restore-link").symlink_to(outside)
    life.folder.header.unlink()
    life.folder.header.symlink_to(outside / "kept.enishi")
    life.erase()
    assert (outside / "kept.enishi").read_bytes() == b"mine"
    assert not life.folder.header.is_symlink()


def test_an_open_store_is_not_erased(life):
    for name in ("store.db-wal", "store.db.new"):
        (life.folder.path / name).unlink()
    shutil.rmtree(life.folder.path / ".restore-dead")
    with life.home.open():
        before = sorted(path.name for path in life.folder.path.rglob("*"))
        with pytest.raises(StoreInUseError):
            life.erase()
        assert sorted(path.name for path in life.folder.path.rglob("*")) == before


def watch(monkeypatch, step):
    """Let this take everything away."""
    for module in (erasing, belongings):
        monkeypatch.setattr(module, "take_away", step)


def test_given_up_anywhere_it_can_be_begun_again(home, make_home, tmp_path, monkeypatch):
    """A kill at every step: what is left opens nothing more than it did, and goes the next time."""
    steps = iter(range(10_000))
    for last in range(100):
        life = Life(make_home(f"store-{last}"), tmp_path / f"stick-{last}")
        real, done = belongings.take_away, iter(range(last))

        def step(path, real=real, done=done):
            if next(done, None) is None:
                raise KeyboardInterrupt
            real(path)

        watch(monkeypatch, step)
        try:
            life.erase()
        except KeyboardInterrupt:
            watch(monkeypatch, real)
            assert life.erase().left == ()
            assert not life.folder.path.exists()
            next(steps)
        else:
            watch(monkeypatch, real)
            break
    assert next(steps) > 10


def test_the_keys_go_before_the_data(life, monkeypatch):
    gone = []
    real = belongings.take_away

    def note(path):
        gone.append(path.name)
        real(path)

    watch(monkeypatch, note)
    life.erase()
    assert gone.index("vault.json") < gone.index("store.db")
    assert gone.index("vault.copy.json") < gone.index("store.db")


def test_the_keys_are_written_over_first(life, monkeypatch):
    at_the_end = {}
    real = belongings.take_away

    def look(path):
        if path.name.startswith("vault"):
            at_the_end[path.name] = set(path.read_bytes())
        real(path)

    watch(monkeypatch, look)
    life.erase()
    assert at_the_end == {"vault.json": {0}, "vault.copy.json": {0}, "vault.json.new": {0}}


@pytest.mark.parametrize("there", [True, False])
def test_the_keyring_lets_go_of_its_item(home, memory_keyring, there):
    memory_keyring.set_password("Enishi", home.vault.data_key.store, "x")
    memory_keyring.set_password("Enishi", "another store", "y")
    keyring = Keyring(find=lambda: memory_keyring if there else None,
                      trusted=("tests.conftest.MemoryKeyring",))  # fmt: skip
    erased = erase(home.folder, home.vault.data_key.store, keyring=keyring)
    assert erased.keyring is there
    assert (("Enishi", home.vault.data_key.store) in memory_keyring.passwords) is not there
    assert ("Enishi", "another store") in memory_keyring.passwords
    assert not home.folder.path.exists()


def test_without_a_guard_files_of_others_would_go(life, monkeypatch):
    """The sabotage twin."""
    monkeypatch.setattr(belongings, "DATA", re.compile(".*"))
    with pytest.raises((AssertionError, FileNotFoundError)):
        test_what_somebody_else_put_there_stays_and_is_told(life)
    assert not Path(life.folder.path / "notes.txt").exists()

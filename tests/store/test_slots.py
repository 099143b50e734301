"""Ways into an open store: changed by who knows one, on the disk at once, no page touched (R16,
R23).
"""

import os
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.store import header as headers
from app.store.backup import automatic, read_header
from app.store.errors import (
    HeaderDamagedError,
    KeyDoesNotFitError,
    KeyringError,
    KeyringTrouble,
    NoPassphraseSlotError,
    RecoveryKeyTypoError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.store.folder import StoreFolder
from app.store.keyring_slot import Keyring
from app.store.slots import Ways
from app.store.store import Store, create_store, open_store
from app.store.vault import NewVault, create_vault, open_slot, unlock
from app.usecases import people
from tests.store.conftest import CHEAP, PASSPHRASE, TODAY, at, person, prints
from tests.store.dying import calls_of

NEW = "another 合言葉"


class FakeBackend:
    """A keyring as the allow-list of these tests knows it."""

    def __init__(self):
        self.items = {}
        self.broken = False

    def get_password(self, service, username):
        return self.items.get(username)

    def set_password(self, service, username, password):
        if self.broken:
            raise RuntimeError("locked")
        self.items[username] = password

    def delete_password(self, service, username):
        if self.broken:
            raise RuntimeError("locked")
        del self.items[username]


@dataclass
class Home:
    folder: StoreFolder
    vault: NewVault
    backend: FakeBackend
    keyring: Keyring

    def open(self) -> Store:
        return open_store(self.folder, self.vault.data_key)

    def opens(self, **way) -> bool:
        return unlock(self.folder, **way).secret == self.vault.data_key.secret


def home(place: Path, passphrase: str | None = PASSPHRASE, *, keyring: bool = False) -> Home:
    backend = FakeBackend()
    asked = Keyring(
        find=lambda: backend,
        trusted=(f"{__name__}.FakeBackend",),
        prove=lambda b, user, item, _limit: b.get_password("Enishi", user) == item,
    )
    folder = StoreFolder(place / "store")
    vault = create_vault(folder, passphrase, use_keyring=keyring, cost=CHEAP, keyring=asked)
    create_store(folder, vault)
    with open_store(folder, vault.data_key) as store:
        people.add(store, person("早坂", "美緒"), now=at())
    return Home(folder, vault, backend, asked)


@pytest.fixture
def house(tmp_path):
    return home(tmp_path)


def test_another_passphrase_opens_and_the_old_one_no_longer(house):
    before = prints(house.folder.path)[house.folder.db.name]
    with house.open() as store:
        store.slots.change_passphrase(NEW, passphrase=PASSPHRASE, cost=CHEAP)
        assert house.opens(passphrase=NEW)  # at once, the store is still open
    assert house.opens(passphrase=NEW)
    with pytest.raises(WrongPassphraseError):
        unlock(house.folder, passphrase=PASSPHRASE)
    assert house.opens(recovery_key=house.vault.recovery_key)
    assert prints(house.folder.path)[house.folder.db.name] == before
    with house.open() as store:
        assert len(store.people().ids) == 1
        assert store.advice == ()


def test_it_may_be_shown_by_the_recovery_key_too(house):
    with house.open() as store:
        store.slots.change_passphrase(NEW, recovery_key=house.vault.recovery_key, cost=CHEAP)
    assert house.opens(passphrase=NEW)


def test_who_knows_no_way_in_changes_nothing(house):
    with house.open() as store:
        before = prints(house.folder.path)
        for way, error in (
            ({"passphrase": "wrong"}, WrongPassphraseError),
            ({"recovery_key": "wrong"}, RecoveryKeyTypoError),
            ({"recovery_key": home(house.folder.path / "x").vault.recovery_key},
             WrongRecoveryKeyError),
            ({}, RecoveryKeyTypoError),
        ):  # fmt: skip
            with pytest.raises(error):
                store.slots.change_passphrase(NEW, cost=CHEAP, **way)
            with pytest.raises(error):
                store.slots.mint_recovery_key(**way)
            with pytest.raises(error):
                store.slots.add_keyring(keyring=house.keyring, **way)
            with pytest.raises(error):
                store.slots.remove_keyring(keyring=house.keyring, **way)
        after = {n: p for n, p in prints(house.folder.path).items() if not n.startswith("x")}
        assert after == before
    assert house.opens(passphrase=PASSPHRASE)


def test_a_new_recovery_key_counts_when_it_was_written_down(house):
    with house.open() as store:
        before = prints(house.folder.path)
        new = store.slots.mint_recovery_key(passphrase=PASSPHRASE)
        assert prints(house.folder.path) == before
        assert new.text not in repr(new)
        with pytest.raises(WrongRecoveryKeyError):
            unlock(house.folder, recovery_key=new.text)
        store.slots.keep_recovery_key(new)
    assert house.opens(recovery_key=new.text)
    assert house.opens(passphrase=PASSPHRASE)
    with pytest.raises(WrongRecoveryKeyError):
        unlock(house.folder, recovery_key=house.vault.recovery_key)


def test_the_keyring_goes_on_and_off(house):
    with house.open() as store:
        assert store.slots.ways() == Ways(passphrase=True, recovery=True, keyring=None)
        store.slots.add_keyring(keyring=house.keyring, passphrase=PASSPHRASE)
        assert store.slots.ways().keyring == f"{__name__}.FakeBackend"
        assert house.opens(keyring=house.keyring)
        store.slots.remove_keyring(passphrase=PASSPHRASE, keyring=house.keyring)
        assert store.slots.ways().keyring is None
    assert house.backend.items == {}
    with pytest.raises(KeyringError) as caught:
        unlock(house.folder, keyring=house.keyring)
    assert caught.value.trouble is KeyringTrouble.NO_SLOT


def test_a_keyring_that_will_not_keep_or_let_go_changes_no_more_than_it_must(house):
    house.backend.broken = True
    with house.open() as store:
        before = prints(house.folder.path)
        with pytest.raises(KeyringError):
            store.slots.add_keyring(keyring=house.keyring, passphrase=PASSPHRASE)
        assert prints(house.folder.path) == before
        house.backend.broken = False
        store.slots.add_keyring(keyring=house.keyring, passphrase=PASSPHRASE)
        house.backend.broken = True
        store.slots.remove_keyring(passphrase=PASSPHRASE, keyring=house.keyring)
    assert house.backend.items
    with pytest.raises(KeyringError) as caught:
        unlock(house.folder, keyring=house.keyring)
    assert caught.value.trouble is KeyringTrouble.NO_SLOT


def test_the_last_way_that_is_known_stays(tmp_path):
    """R23: with the keyring alone, who cannot show the recovery key does not get rid of it."""
    house = home(tmp_path, None, keyring=True)
    with house.open() as store:
        with pytest.raises(NoPassphraseSlotError):
            store.slots.remove_keyring(passphrase=PASSPHRASE, keyring=house.keyring)
        assert house.opens(keyring=house.keyring)
        store.slots.remove_keyring(recovery_key=house.vault.recovery_key, keyring=house.keyring)
        assert store.slots.ways() == Ways(passphrase=False, recovery=True, keyring=None)
        store.slots.change_passphrase(NEW, recovery_key=house.vault.recovery_key, cost=CHEAP)
    assert house.opens(passphrase=NEW)


def test_what_is_written_later_keeps_the_new_way(house):
    """The header is written again when something is written, and when the store is closed."""
    with house.open() as store:
        store.slots.change_passphrase(NEW, passphrase=PASSPHRASE, cost=CHEAP)
        people.add(store, person("原田", "渉"), now=at())
    assert house.opens(passphrase=NEW)
    with house.open() as store:
        assert store.advice == ()


def test_slots_of_a_newer_program_stay(house):
    found = headers.read_headers(house.folder)
    key = house.vault.data_key
    header = headers.trusted(found, key.secret)
    assert header is not None
    unknown = {"kind": "fido2", "sealed": "?"}
    headers.write_header(
        house.folder,
        replace(header, slots=(*header.slots, unknown)),
        key.secret,
    )
    with house.open() as store:
        store.slots.change_passphrase(NEW, passphrase=PASSPHRASE, cost=CHEAP)
        assert unknown in store.slots.header.slots


def test_a_backup_opens_with_what_counted_when_it_was_made(house):
    key = house.vault.data_key
    with house.open() as store:
        older = automatic(house.folder, key, at())
        store.slots.change_passphrase(NEW, passphrase=PASSPHRASE, cost=CHEAP)
        newer = automatic(house.folder, key, at(TODAY + timedelta(1)))
    for path, words, wrong in ((older, PASSPHRASE, NEW), (newer, NEW, PASSPHRASE)):
        found = read_header(path)
        assert open_slot(found, house.folder, passphrase=words).secret == key.secret
        with pytest.raises(WrongPassphraseError):
            open_slot(found, house.folder, passphrase=wrong)


# R16: a kill at every step of writing


STEPS = ("open", "write", "fsync", "replace")


def change_and_die(house: Home, step: int, passphrase: str) -> int | None:
    """Change the passphrase in a process that dies before its n-th call to the disk; how many
    calls there were in all if it lived.
    """

    def change(store: Store) -> None:
        store.slots.change_passphrase(NEW, passphrase=passphrase, cost=CHEAP)

    return calls_of(change, step, STEPS, house.open)


def test_a_kill_at_every_step_leaves_the_old_way_or_the_new_one(tmp_path):
    opened = []
    for step in range(1000):
        house = home(tmp_path / str(step))
        before = prints(house.folder.path)[house.folder.db.name]
        ended = change_and_die(house, step, PASSPHRASE)
        ways = []
        for words in (PASSPHRASE, NEW):
            try:
                ways.append(house.opens(passphrase=words))
            except WrongPassphraseError:
                ways.append(False)
        assert sum(ways) == 1, (step, ways)
        opened.append(ways)
        assert house.opens(recovery_key=house.vault.recovery_key)
        assert prints(house.folder.path)[house.folder.db.name] == before
        with house.open() as store:
            assert len(store.people().ids) == 1
        if ended is not None:
            assert ended == step
            break
    assert opened[0] == [True, False]
    assert opened[-1] == [False, True]
    assert step > 8


def test_a_header_written_in_place_would_be_lost(tmp_path, monkeypatch):
    """The twin of the sweep above: with both copies open at once some kill leaves no way in."""

    def in_place(path: Path, data: bytes) -> None:
        both = (path.with_name("vault.json"), path.with_name("vault.copy.json"))
        handles = [os.open(p, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600) for p in both]
        for handle in handles:
            os.write(handle, data)

    house = home(tmp_path)
    monkeypatch.setattr(headers, "write_file", in_place)
    change_and_die(house, 2, PASSPHRASE)
    with pytest.raises(HeaderDamagedError):
        unlock(house.folder, passphrase=PASSPHRASE)


def test_a_header_of_another_store_proves_nothing_here(tmp_path):
    """Put in its place while it is open, though the same passphrase opens both."""
    mine, other = home(tmp_path / "mine"), home(tmp_path / "other")
    with mine.open() as store:
        for name in ("vault.json", "vault.copy.json"):
            (mine.folder.path / name).write_bytes((other.folder.path / name).read_bytes())
        there = prints(mine.folder.path)
        with pytest.raises(KeyDoesNotFitError):
            store.slots.change_passphrase(NEW, cost=CHEAP, passphrase=PASSPHRASE)
        assert prints(mine.folder.path) == there

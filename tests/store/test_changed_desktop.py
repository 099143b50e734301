"""Another desktop or keyring service loses nothing, and says who keeps the key (R22)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Event, Timer
from typing import Any

import pytest

from app.cli.error_words import words_of
from app.store import keyring_backends, keyring_slot
from app.store.errors import KeyringError, KeyringTrouble
from app.store.folder import StoreFolder
from app.store.keyring_slot import Keyring
from app.store.slots import Slots
from app.store.store import create_store
from app.store.vault import create_vault, unlock
from tests.store.conftest import CHEAP, PASSPHRASE, prints

GNOME, KDE, KEEPASS = "gnome-keyring-daemon", "ksecretd", "keepassxc"
SERVICE = "keyring.backends.SecretService.Keyring"
WALLET = "keyring.backends.kwallet.DBusKeyring"
OLD_WALLET = "keyring.backends.kwallet.DBusKeyringKWallet4"
TRUSTED = (SERVICE, WALLET, OLD_WALLET)


class Shelf:
    """A keyring with its items; `Named` gives it the name of a trusted one."""

    def __init__(self, refuses: Exception | None = None) -> None:
        self.items: dict[str, str] = {}
        self.refuses = refuses

    def _ask(self) -> None:
        if self.refuses is not None:
            raise self.refuses

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.items.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.items[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        del self.items[username]


def shelf(name: str, **how: Any) -> Shelf:
    module, _, kind = name.rpartition(".")
    return type(kind, (Shelf,), {"__module__": module})(**how)


@dataclass
class Desktop:
    """Which keyrings work on it, the first is asked; and the program behind the Secret Service."""

    shelves: dict[str, Shelf] = field(default_factory=dict)
    provider: str = ""

    def keyring(self) -> Keyring:
        return Keyring(
            find=lambda: next(iter(self.shelves.values()), None),
            prove=lambda backend, user, item, limit: backend.get_password("", user) == item,
            trusted=TRUSTED,
            limit=2,
            named=self.shelves.get,
            provider_of=lambda name: self.provider if name == SERVICE else "",
        )


def secret_service(provider: str, **how: Any) -> Desktop:
    return Desktop({SERVICE: shelf(SERVICE, **how)}, provider)


def both(before: Desktop) -> Desktop:
    """The new service is there beside the old wallet."""
    return Desktop({SERVICE: shelf(SERVICE), **before.shelves}, KDE)


def with_an_older_item(before: Desktop) -> Desktop:
    after = secret_service(KEEPASS)
    after.shelves[SERVICE].items = dict.fromkeys(
        before.shelves[SERVICE].items, "enishi1:" + "ab" * 32
    )
    return after


WITH = "Secret Service ({})".format
Told = tuple[KeyringTrouble, str, str]
CHANGES: dict[str, tuple[Desktop, Callable[[Desktop], Desktop], Told | None]] = {
    "GNOME to KDE": (
        secret_service(GNOME), lambda _: secret_service(KDE),
        (KeyringTrouble.NO_ANSWER, WITH(GNOME), WITH(KDE)),
    ),
    "KDE to GNOME": (
        secret_service(KDE), lambda _: secret_service(GNOME),
        (KeyringTrouble.NO_ANSWER, WITH(KDE), WITH(GNOME)),
    ),
    "GNOME to KeePassXC": (
        secret_service(GNOME), lambda _: secret_service(KEEPASS),
        (KeyringTrouble.NO_ANSWER, WITH(GNOME), WITH(KEEPASS)),
    ),
    "KWallet 5 to 6, the old one gone": (
        Desktop({WALLET: shelf(WALLET)}), lambda _: secret_service(KDE),
        (KeyringTrouble.NO_ANSWER, "KWallet", WITH(KDE)),
    ),
    "KWallet 5 to 6, the old one still there": (Desktop({WALLET: shelf(WALLET)}), both, None),
    "KWallet 4 to 5": (
        Desktop({OLD_WALLET: shelf(OLD_WALLET)}), lambda _: Desktop({WALLET: shelf(WALLET)}),
        (KeyringTrouble.NO_ANSWER, "KWallet 4", "KWallet"),
    ),
    "to a desktop without one": (
        secret_service(GNOME), lambda _: Desktop(), (KeyringTrouble.NONE, WITH(GNOME), ""),
    ),
    "into Flatpak": (
        secret_service(GNOME), lambda _: secret_service(""),
        (KeyringTrouble.NO_ANSWER, WITH(GNOME), "Secret Service"),
    ),
    "into a snap, which may not ask": (
        secret_service(GNOME), lambda _: secret_service(GNOME, refuses=PermissionError("snap")),
        (KeyringTrouble.FAILED, WITH(GNOME), ""),
    ),
    "a new login password": (
        secret_service(GNOME), lambda _: secret_service(GNOME, refuses=RuntimeError("locked")),
        (KeyringTrouble.FAILED, WITH(GNOME), ""),
    ),
    "the keyring made anew": (
        secret_service(GNOME), lambda _: secret_service(GNOME),
        (KeyringTrouble.NO_ANSWER, WITH(GNOME), WITH(GNOME)),
    ),
    "back to one that has an older key": (
        secret_service(GNOME), with_an_older_item, (KeyringTrouble.WRONG_VALUE, "", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_desktop_opens_and_says_who_has_the_key(tmp_path, monkeypatch, change):
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    before, become, told = CHANGES[change]
    for one in before.shelves.values():
        one.items.clear()
    folder = StoreFolder(tmp_path / "store")
    vault = create_vault(folder, PASSPHRASE, use_keyring=True, cost=CHEAP, keyring=before.keyring())
    create_store(folder, vault)
    secret = vault.data_key.secret
    assert unlock(folder, keyring=before.keyring()).secret == secret
    kept = prints(folder.path)
    after = become(before)
    if told is None:
        assert unlock(folder, keyring=after.keyring()).secret == secret
    else:
        with pytest.raises(KeyringError) as caught:
            unlock(folder, keyring=after.keyring())
        error = caught.value
        assert (error.trouble, error.recorded, error.present) == told
        _, recorded, present = told
        for language in ("en", "ja"):
            said = words_of(error, language)
            assert (recorded in said) or error.trouble in {
                KeyringTrouble.FAILED, KeyringTrouble.WRONG_VALUE
            } or recorded == present  # fmt: skip
            assert present in said or recorded == present
    assert unlock(folder, passphrase=PASSPHRASE).secret == secret
    assert unlock(folder, recovery_key=vault.recovery_key).secret == secret
    assert prints(folder.path) == kept


def test_there_are_twelve_changes():
    assert len(CHANGES) == 12


def test_a_keyring_that_is_no_longer_asked_is_told_to_forget(tmp_path):
    """The item goes out of the keyring that has it, not out of the one of today."""
    before = Desktop({WALLET: shelf(WALLET)})
    folder = StoreFolder(tmp_path / "store")
    vault = create_vault(folder, PASSPHRASE, use_keyring=True, cost=CHEAP, keyring=before.keyring())
    create_store(folder, vault)
    after = both(before)
    after.shelves[SERVICE].items[vault.data_key.store] = "of another time"
    slots = Slots(folder, vault.data_key, vault.header)
    slots.remove_keyring(keyring=after.keyring(), passphrase=PASSPHRASE)
    assert before.shelves[WALLET].items == {}
    assert after.shelves[SERVICE].items == {vault.data_key.store: "of another time"}


def test_what_is_gone_is_forgotten_and_what_is_kept_is_not(monkeypatch):
    desktop = Desktop({WALLET: shelf(WALLET)})
    desktop.keyring().forget("nobody")
    desktop.shelves[WALLET].items["store"] = "x"
    monkeypatch.setattr(Shelf, "delete_password", lambda *_: 1 / 0)
    with pytest.raises(KeyringError) as caught:
        desktop.keyring().forget("store")
    assert caught.value.trouble is KeyringTrouble.FAILED


def test_a_backend_that_somebody_set_and_nobody_trusts_is_named(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "evil.{x}\n.Keyring")
    with pytest.raises(KeyringError) as caught:
        Keyring(recorded=SERVICE, provider=GNOME).get("store")
    assert caught.value.trouble is KeyringTrouble.NONE
    assert caught.value.present == "evil.{x}.Keyring"
    for language in ("en", "ja"):
        assert "evil.{x}.Keyring" in words_of(caught.value, language)


@pytest.mark.parametrize("trouble", KeyringTrouble)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_trouble_has_words(trouble, language):
    said = words_of(KeyringError(trouble), language)
    assert "--passphrase-file" in said
    assert "{" not in said
    assert f"({trouble.value})" not in said


def test_the_end_of_the_program_waits_for_no_keyring(monkeypatch):
    monkeypatch.setattr(keyring_slot, "_ENDING", Event())
    monkeypatch.setattr(Shelf, "get_password", lambda *_: Event().wait(30))
    waiting = replace(secret_service(GNOME).keyring(), limit=3600)
    Timer(0.1, keyring_slot.give_up).start()
    with pytest.raises(KeyringError) as caught:
        waiting.get("store")
    assert caught.value.trouble is KeyringTrouble.TOO_SLOW
    assert not keyring_slot.is_here()


def test_whether_a_keyring_is_here(monkeypatch):
    assert not keyring_slot.is_here()  # the tests have none
    monkeypatch.setattr(keyring_slot, "system_backend", lambda: shelf(SERVICE))
    assert keyring_slot.is_here()


def test_the_program_behind_a_service_that_is_not_there_has_no_name(monkeypatch):
    assert keyring_backends.provider_of(SERVICE) == ""
    assert keyring_backends.provider_of(WALLET) == ""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert keyring_backends.provider_of(SERVICE) == ""

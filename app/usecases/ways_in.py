"""Ways into the store: passphrase, recovery key, keyring. No part of undo: who took one away could
put it back.

Whoever changes one shows a way that they know first; a `way` is `passphrase=...` or
`recovery_key=...`, and what refuses it is what refuses to unlock.
"""

from datetime import date
from typing import TYPE_CHECKING, Unpack

from app.usecases.recovery_note import note_recovery

if TYPE_CHECKING:
    from app.store.slots import NewRecoveryKey, Way, Ways
    from app.store.store import Store


def ways(store: "Store") -> "Ways":
    """Which ways in there are."""
    return store.slots.ways()


def change_passphrase(store: "Store", new: str, **way: "Unpack[Way]") -> None:
    """Another passphrase opens the store from now on; backups keep the one of their time."""
    store.slots.change_passphrase(new, **way)


def mint_recovery_key(store: "Store", **way: "Unpack[Way]") -> "NewRecoveryKey":
    """A new recovery key to be shown; it opens nothing before `keep_recovery_key`."""
    return store.slots.mint_recovery_key(**way)


def keep_recovery_key(store: "Store", new: "NewRecoveryKey", today: date, *, typed: bool) -> None:
    """The new recovery key counts, and the one before no longer; `typed`: it was read back."""
    store.slots.keep_recovery_key(new)
    note_recovery(store, today, typed=typed)


def check_recovery_key(store: "Store", recovery_key: str, today: date) -> None:
    """The copy that a person has opens this store: remember that it was seen to."""
    store.slots.prove(recovery_key=recovery_key)
    note_recovery(store, today, typed=True)


def add_keyring(store: "Store", **way: "Unpack[Way]") -> None:
    """Open without asking on this computer. Raises KeyringError; then nothing is changed."""
    store.slots.add_keyring(**way)


def remove_keyring(store: "Store", **way: "Unpack[Way]") -> None:
    """Ask at every start."""
    store.slots.remove_keyring(**way)

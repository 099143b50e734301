"""Ways into an open store: another passphrase, a new recovery key, the keyring on or off.

Only the header is written, never a page of the database (R16). Whoever changes a way in shows
first that a way which stays is known (R23): an open window alone changes nothing.
"""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypedDict, Unpack

from app.store import header as headers
from app.store import vault
from app.store.errors import KeyDoesNotFitError, KeyringError
from app.store.folder import StoreFolder
from app.store.keyring_slot import Keyring
from app.store.wrap import PassphraseCost

if TYPE_CHECKING:
    from app.store.header import Header, Json
    from app.store.vault import DataKey


class Way(TypedDict, total=False):
    """What a person shows to be let in: one of the two."""

    passphrase: str
    recovery_key: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Which ways in there are; `keyring` is the name of its backend."""

    passphrase: bool
    recovery: bool
    keyring: str | None


class Slots:
    """The header of one open store. Each change is on the disk when its method returns."""

    def __init__(self, folder: StoreFolder, key: "DataKey", header: "Header") -> None:
        self._folder = folder
        self._key = key
        self.header = header

    def ways(self) -> Ways:
        """The ways in that there are."""
        keyring = self.header.slot(vault.KEYRING)
        return Ways(
            self.header.slot(vault.PASSPHRASE) is not None,
            self.header.slot(vault.RECOVERY) is not None,
            None if keyring is None else str(keyring.get("backend", "")),
        )

    def write(self, header: "Header") -> None:
        """The next revision of the header."""
        self.header = headers.write_header(self._folder, header, self._key.secret)

    def prove(self, **way: Unpack[Way]) -> None:
        """Raises what `unlock` raises unless this opens the store as it lies on the disk."""
        found = headers.read_headers(self._folder)
        known = way or Way(recovery_key="")  # never by the keyring: whoever sits here has that
        opened = vault.open_slot(found, self._folder, **known)
        if opened.secret != self._key.secret:
            raise KeyDoesNotFitError(self._folder.path)

    def change_passphrase(
        self, new: str, *, cost: PassphraseCost | None = None, **way: Unpack[Way]
    ) -> None:
        """Another passphrase in place of the one there is (or of none)."""
        self.prove(**way)
        self._put(vault.passphrase_slot(self._key, new, cost or PassphraseCost()))

    def mint_recovery_key(self, **way: Unpack[Way]) -> "NewRecoveryKey":
        """A new recovery key that opens nothing yet: `keep_recovery_key` makes it count."""
        self.prove(**way)
        return NewRecoveryKey(*vault.recovery_slot(self._key))

    def keep_recovery_key(self, new: "NewRecoveryKey") -> None:
        """The new recovery key opens the store from now on, and the one before no longer."""
        self._put(new.slot)

    def add_keyring(self, *, keyring: Keyring | None = None, **way: Unpack[Way]) -> None:
        """Let the system's keyring open the store. Raises KeyringError; then all is as before."""
        self.prove(**way)
        self._put(vault.keyring_slot(self._key, keyring or Keyring()))

    def remove_keyring(self, *, keyring: Keyring | None = None, **way: Unpack[Way]) -> None:
        """The keyring opens the store no more; its item goes too where the keyring lets it.

        An item that stays opens nothing: its slot is gone.
        """
        self.prove(**way)
        recorded = self.ways().keyring or ""
        self.write(replace(self.header, slots=self._others(vault.KEYRING)))
        try:
            replace(keyring or Keyring(), recorded=recorded).forget(self._key.store)
        except KeyringError:
            return

    def _others(self, kind: str) -> "tuple[Json, ...]":
        return tuple(slot for slot in self.header.slots if slot.get("kind") != kind)

    def _put(self, slot: "Json") -> None:
        self.write(replace(self.header, slots=(*self._others(str(slot["kind"])), slot)))


@dataclass(frozen=True, slots=True)
class NewRecoveryKey:
    """A recovery key that was minted and shown, and the slot that it will open."""

    text: str = field(repr=False)
    slot: "Json" = field(repr=False)

"""Erasing everything: said first, done once the store is closed. Nothing undoes it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from app.usecases.second_place import second_place

if TYPE_CHECKING:
    from app.store.erasing import Erased
    from app.store.folder import StoreFolder
    from app.store.slots import Way
    from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Doomed:
    """What would go: people, backups by name, copies in the second place as far as it is there."""

    store: str
    people: int
    backups: tuple[str, ...]
    place: Path | None
    copies: int
    keyring: str | None
    """The backend that has an item."""


def doomed(store: "Store") -> Doomed:
    """What there is now."""
    from app.store.erasing import holdings  # noqa: PLC0415 - with the store

    second = second_place(store)
    place = None if second is None else second.path
    found = holdings(store.folder, store.store_id(), place)
    return Doomed(
        store.store_id(),
        len(store.people().ids) + len(store.deleted()),
        tuple(path.name for path in found.backups),
        place,
        len(found.copies),
        store.slots.ways().keyring,
    )


def agree(store: "Store", **way: "Unpack[Way]") -> None:
    """Whoever wants it can open the store; raises what refuses to unlock."""
    store.slots.prove(**way)


def erase(folder: "StoreFolder", what: Doomed) -> "Erased":
    """Take it all away. Nobody has the store open any more: StoreInUseError."""
    from app.store import erasing  # noqa: PLC0415 - with the store
    from app.store.keyring_slot import Keyring  # noqa: PLC0415 - with the store

    keyring = None if what.keyring is None else Keyring(recorded=what.keyring)
    return erasing.erase(folder, what.store, what.place, keyring)

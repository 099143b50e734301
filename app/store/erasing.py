"""Erasing a store with all that belongs to it: its backups, its keys, its item in the keyring.

Only what bears a name of ours goes; what somebody else put into the folders stays, and is told. The
keys go before the data: without them what a disk still holds of it opens for nobody.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.store import moved
from app.store.backup import dated
from app.store.belongings import (
    NOTES,
    WINDOW,
    backups,
    children,
    named,
    take_away,
    take_store_away,
    workplaces,
)
from app.store.errors import KeyringError, StoreError
from app.store.folder import StoreFolder, WriteLock
from app.store.keyring_slot import Keyring
from app.store.origins import origins
from app.store.second_place import room
from app.store.workplace import BACKUP


@dataclass(frozen=True, slots=True)
class Holdings:
    """What would go besides the store itself: backups in its folder, copies in a second place."""

    backups: tuple[Path, ...]
    copies: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left: files that could not be taken away or are somebody else's; `keyring`: whether
    no item is left there.
    """

    left: tuple[Path, ...]
    keyring: bool


def holdings(folder: StoreFolder, store: str, second: Path | None = None) -> Holdings:
    """What there is, the newest first. `store` is its id, `second` the second place."""
    copies = dated(room(second, store)) if second is not None else {}
    return Holdings(
        tuple(sorted(backups(folder), reverse=True)),
        tuple(copies[made] for made in sorted(copies, reverse=True)),
    )


def erase(
    folder: StoreFolder, store: str, second: Path | None = None, keyring: Keyring | None = None
) -> Erased:
    """Take everything away. Nobody may have the store open: StoreInUseError. What was begun can be
    begun again. `keyring`: where the store has an item, else None.
    """
    folder.check_owner()
    with WriteLock(folder):
        forgotten = keyring is None or _forget(store, keyring)
        if second is not None:
            _erase_copies(room(second, store))
        before = [StoreFolder(one.path) for one in origins(folder)]
        before = [one for one in before if _was_here(one, store)]
        for one in (*before, folder):
            _erase_folder(one)
    for one in (*before, folder):
        take_away(one.lock)
        for place in (one.backups, one.path):
            with suppress(OSError):  # something is left in it
                place.rmdir()
    copies = room(second, store) if second is not None else None
    return Erased(_left([*before, folder], copies), forgotten)


def _was_here(folder: StoreFolder, store: str) -> bool:
    """Whether a folder says that this store was moved out of it; where another one was made or
    brought back since, no note is left.
    """
    try:
        folder.check_owner()
    except StoreError:
        return False
    note = moved.read(folder)
    return note is not None and note.store == store


def _erase_folder(folder: StoreFolder) -> None:
    for path in (*backups(folder), *workplaces(folder)):
        take_away(path)
    take_store_away(folder)
    for pattern in (WINDOW, NOTES):  # the notes last: they say what else there is
        for path in named(folder.path, pattern):
            take_away(path)


def _left(folders: Sequence[StoreFolder], copies: Path | None) -> tuple[Path, ...]:
    places = [*(folder.path for folder in folders), *([copies] if copies is not None else [])]
    found = {path for place in places for path in place.rglob("*")}
    return tuple(sorted(found - {folder.backups for folder in folders}))


def _forget(store: str, keyring: Keyring) -> bool:
    try:
        keyring.forget(store)
    except KeyringError:
        return False
    return True


def _erase_copies(place: Path) -> None:
    for path in dated(place).values():
        take_away(path)
    for path in children(place):
        if path.name.startswith(BACKUP) and path.is_dir() and not path.is_symlink():
            take_away(path)
    with suppress(OSError):
        place.rmdir()

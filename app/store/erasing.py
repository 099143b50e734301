"""Erasing a store with all that belongs to it: its backups, its keys, its item in the keyring.

Only what bears a name of ours goes; what somebody else put into the folders stays, and is told. The
keys go before the data: without them what a disk still holds of it opens for nobody.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.store.backup import ENDING, REPLACED, dated
from app.store.errors import KeyringError
from app.store.folder import StoreFolder, WriteLock
from app.store.keyring_slot import Keyring
from app.store.second_place import room
from app.store.workplace import BACKUP, RESTORE

_KEYS = re.compile(r"vault(?:\.copy)?\.json(?:\.new)?")
_DATA = re.compile(
    r"store\.db(?:\.new)?(?:-wal|-shm|-journal)?|window\.json(?:\.new)?|window\.sock"
)


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
        tuple(sorted(_backups(folder), reverse=True)),
        tuple(copies[made] for made in sorted(copies, reverse=True)),
    )


def erase(
    folder: StoreFolder, store: str, second: Path | None = None, keyring: Keyring | None = None
) -> Erased:
    """Take everything away. Nobody may have the store open: StoreInUseError. What was begun can be
    begun again. `keyring`: where the store has an item, else None.
    """
    folder.check_owner()
    lock = WriteLock(folder)
    lock.acquire()
    try:
        forgotten = keyring is None or _forget(store, keyring)
        if second is not None:
            _erase_copies(room(second, store))
        for path in (*_backups(folder), *_workplaces(folder)):
            _take_away(path)
        for path in _named(folder.path, _KEYS):
            _overwrite(path)
            _take_away(path)
        for path in _named(folder.path, _DATA):
            _take_away(path)
    finally:
        lock.release()
    _take_away(folder.lock)
    for place in (folder.backups, folder.path):
        with suppress(OSError):  # something is left in it
            place.rmdir()
    return Erased(_left(folder, room(second, store) if second is not None else None), forgotten)


def _left(folder: StoreFolder, copies: Path | None) -> tuple[Path, ...]:
    places = [folder.path, *([copies] if copies is not None else [])]
    found = (path for place in places for path in place.rglob("*"))
    return tuple(sorted(path for path in found if path != folder.backups))


def _forget(store: str, keyring: Keyring) -> bool:
    try:
        keyring.forget(store)
    except KeyringError:
        return False
    return True


def _erase_copies(place: Path) -> None:
    for path in dated(place).values():
        _take_away(path)
    for path in _children(place):
        if path.name.startswith(BACKUP) and path.is_dir() and not path.is_symlink():
            _take_away(path)
    with suppress(OSError):
        place.rmdir()


def _backups(folder: StoreFolder) -> Iterator[Path]:
    """Backups by whatever name, and what a restore put aside."""
    for path in _children(folder.backups):
        if path.is_symlink():
            continue
        put_aside = REPLACED.fullmatch(path.name) and path.is_dir()
        if put_aside or (path.suffix == ENDING and path.is_file()):
            yield path


def _workplaces(folder: StoreFolder) -> Iterator[Path]:
    for place, prefix in ((folder.backups, BACKUP), (folder.path, RESTORE)):
        for path in _children(place):
            if path.name.startswith(prefix) and path.is_dir() and not path.is_symlink():
                yield path


def _named(place: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    for path in _children(place):
        if pattern.fullmatch(path.name) and not path.is_dir():
            yield path


def _children(place: Path) -> list[Path]:
    try:
        return list(place.iterdir())
    except OSError:
        return []


def _take_away(path: Path) -> None:
    """What cannot be taken away stays, and is told."""
    with suppress(OSError):
        if stat.S_ISDIR(path.lstat().st_mode):
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def _overwrite(path: Path) -> None:
    """The sealed keys, where the disk writes in place (it may keep them elsewhere)."""
    with suppress(OSError):
        if not path.is_symlink():
            with path.open("r+b") as stream:
                stream.write(bytes(path.stat().st_size))
                stream.flush()
                os.fsync(stream.fileno())

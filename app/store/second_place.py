"""A second place for backups: a folder of the person's choice, a stick or one that is synchronised.

Each store has a room of its own in there, made when the place is chosen. Where the room is not, the
place is not: the folder under which a stick appears may well be there without the stick.
"""

import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.store.backup import Look, dated
from app.store.errors import NO_ROOM, REFUSED, SecondPlaceError, Trouble
from app.store.folder import StoreFolder, make_folder, private_files, replace_file, sync_folder
from app.store.thinning import going
from app.store.workplace import BACKUP, sweep, workplace

_PIECE = 4 * 1024 * 1024
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO})


def room(place: Path, store: str) -> Path:
    """Where the backups of a store (by its id) lie in a place."""
    return place / f"Enishi-{store[:8]}"


def prepare(folder: StoreFolder, place: Path, store: str) -> None:
    """Make the room, and see that files can be made in it. SecondPlaceError where not."""
    try:
        if not place.is_dir():
            raise SecondPlaceError(place, Trouble.ABSENT)
        if place.resolve().is_relative_to(folder.path.resolve()):
            raise SecondPlaceError(place, Trouble.SAME)
        with private_files():
            make_folder(room(place, store))
            with workplace(room(place, store), BACKUP):
                pass
    except OSError as error:
        raise SecondPlaceError(place, _trouble(error)) from error


def bring(
    folder: StoreFolder, place: Path, store: str, stopped: Callable[[], bool] | None = None
) -> bool:
    """Copy the backups that are not there yet, the newest first, and thin what is there by the
    rule of the store's own; whether there is any. Files by other names are somebody else's.

    `stopped` is asked all the while: BackupStoppedError. SecondPlaceError where it fails; what was
    there stays, and what was begun does not.
    """
    look = Look(stopped)
    target = room(place, store)
    try:
        if not target.is_dir():
            raise SecondPlaceError(place, Trouble.ABSENT)
        here, there = dated(folder.backups), dated(target)
        if not here:
            return bool(there)
        with private_files():
            sweep(target, BACKUP)
            last = max(here, key=lambda made: here[made].stat().st_mtime_ns)
            leave = going({*here, *there}, last)
            for made in sorted(here.keys() - leave, reverse=True):
                if made not in there or _size(there[made]) != _size(here[made]):
                    copy_file(here[made], target / here[made].name, look)
            for made in there.keys() & leave:
                there[made].unlink()
    except OSError as error:
        raise SecondPlaceError(place, _trouble(error)) from error
    return True


def copy_file(source: Path, target: Path, look: Look) -> None:
    """Under another name, synced as it grows, read back, and renamed last. SecondPlaceError where
    what lies there is not what was read.
    """
    with workplace(target.parent, BACKUP) as work:
        written, digest = work / target.name, hashlib.sha256()
        with source.open("rb") as original, written.open("xb") as copy:
            while piece := original.read(_PIECE):
                look()
                digest.update(piece)
                copy.write(piece)
                copy.flush()
                os.fsync(copy.fileno())  # piece by piece: who quits does not wait for a slow stick
        if _read_back(written, look) != digest.hexdigest():
            raise SecondPlaceError(target, Trouble.FAILED)
        replace_file(written, target)
    with suppress(OSError):  # file systems of sticks and shares may not know it
        sync_folder(target.parent)


def _read_back(path: Path, look: Look) -> str:
    """The SHA-256 of what lies there, not of what memory still holds of it, as far as the system
    lets that go.
    """
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := stream.read(_PIECE):
            look()
            digest.update(piece)
    return digest.hexdigest()


def _size(path: Path) -> int:
    return path.stat().st_size


def _trouble(error: OSError) -> Trouble:
    kinds = ((NO_ROOM, Trouble.FULL), (REFUSED, Trouble.REFUSED), (_GONE, Trouble.ABSENT))
    return next((kind for codes, kind in kinds if error.errno in codes), Trouble.FAILED)

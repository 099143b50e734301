"""What can be put in place of a store: its backups here and in the second place, and stores that an
earlier restore put aside. Told from what lies in the clear: no key is needed, and nothing changes.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.errors import ExpectedError
from app.store import header as headers
from app.store.backup import (
    ENDING,
    REPLACED,
    Look,
    dated,
    packed_at,
    people_said,
    read_header,
    reads_whole,
)
from app.store.errors import StoreError
from app.store.folder import StoreFolder
from app.store.restorable import Kind, Restorable
from app.store.second_place import room
from app.store.vault import KEYRING


def described(path: Path, kind: Kind = Kind.FILE) -> Restorable:
    """One file, or one store that was put aside."""
    made = _named(path)
    people, readable, keyring, size = None, False, False, 0
    with suppress(OSError):
        size = (path / "store.db" if path.is_dir() else path).stat().st_size
    try:
        header = read_header(path).copies[0].header
        made = made or packed_at(path)
        people, keyring = people_said(header), header.slot(KEYRING) is not None
        readable = size > 0
    except (ExpectedError, OSError, ValueError):
        readable = False
    return Restorable(path, kind, made, people, size, readable, keyring)


def restorables(folder: StoreFolder, second: Path | None = None) -> tuple[Restorable, ...]:
    """All there are, the newest first; a backup that lies in both places counts once."""
    found = [described(path, Kind.HERE) for path in _files(folder.backups)]
    names = {one.path.name for one in found if one.readable}
    for place in _rooms(folder, second):
        there = (path for path in _files(place) if path.name not in names)
        found += [described(path, Kind.SECOND) for path in there]
    found += [described(path, Kind.REPLACED) for path in replaced(folder)]
    return tuple(sorted(found, key=_age, reverse=True))


def replaced(folder: StoreFolder) -> list[Path]:
    """Stores that restores put aside, the newest first."""
    with suppress(OSError):
        inside = folder.backups.iterdir() if folder.backups.is_dir() else ()
        return sorted(p for p in inside if REPLACED.fullmatch(p.name) and p.is_dir())[::-1]
    return []


def newest_whole(
    found: tuple[Restorable, ...], stopped: Callable[[], bool] | None = None
) -> Restorable | None:
    """The newest backup whose every byte is as it was when it was proven; reads it whole."""
    look = Look(stopped)
    backups = (one for one in found if one.readable and one.kind is not Kind.REPLACED)
    return next((one for one in backups if reads_whole(one.path, look)), None)


def _age(one: Restorable) -> tuple[bool, datetime, str]:
    """Those that nothing dates come last."""
    return one.made is not None, one.made or datetime(1, 1, 1), one.path.name  # noqa: DTZ001  civil time, as in names


def _files(place: Path) -> list[Path]:
    with suppress(OSError):
        inside = place.iterdir() if place.is_dir() else ()
        return [p for p in inside if p.suffix == ENDING and p.is_file() and not p.is_symlink()]
    return []


def _rooms(folder: StoreFolder, second: Path | None) -> list[Path]:
    """The rooms of this store in the second place; every room where its keys do not say its id."""
    if second is None:
        return []
    for name in (folder.header, folder.header_copy):
        with suppress(OSError, StoreError):
            copy = headers.decode(name.read_bytes(), name)
            if copy is not None:
                return [room(second, copy.header.store)]
    with suppress(OSError):
        return [place for place in second.glob("Enishi-*") if place.is_dir()]
    return []


def _named(path: Path) -> datetime | None:
    """When an automatic backup was made, by its name."""
    made = next((m for m, p in dated(path.parent).items() if p == path), None)
    return None if made is None else datetime.combine(made.day, made.time)

"""What in a folder is a store's own, known by its name; and taking it away for good."""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.store.backup import ENDING, REPLACED
from app.store.folder import RESTORING, StoreFolder
from app.store.workplace import BACKUP, LOOK, MOVE, RESTORE

KEYS = re.compile(r"vault(?:\.copy)?\.json(?:\.new)?")
DATA = re.compile(r"store\.db(?:\.new)?(?:-wal|-shm|-journal)?")
WINDOW = re.compile(r"window\.json(?:\.new)?|window\.sock")
"""What an open window keeps there."""
NOTES = re.compile(r"(?:moving|moved|came_from)\.json(?:\.new)?")
"""Where a store was moved to, and from."""


def backups(folder: StoreFolder) -> Iterator[Path]:
    """Backups by whatever name, and what a restore put aside."""
    for path in children(folder.backups):
        if path.is_symlink():
            continue
        put_aside = REPLACED.fullmatch(path.name) and path.is_dir()
        if put_aside or (path.suffix == ENDING and path.is_file()):
            yield path


def size_of(path: Path) -> int:
    """Of a file, or of all in a folder."""
    if path.is_dir():
        return sum(size_of(one) for one in path.iterdir())
    return path.stat().st_size if path.exists() else 0


def workplaces(folder: StoreFolder) -> Iterator[Path]:
    """Where something was being made."""
    for place, prefix in (
        (folder.backups, BACKUP),
        (folder.path, RESTORE),
        (folder.path, MOVE),
        (folder.path, LOOK),
        (folder.path, RESTORING),
    ):
        for path in children(place):
            if path.name.startswith(prefix) and path.is_dir() and not path.is_symlink():
                yield path


def named(place: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    """Files of such names."""
    for path in children(place):
        if pattern.fullmatch(path.name) and not path.is_dir():
            yield path


def children(place: Path) -> list[Path]:
    """All that is in a folder; nothing where it cannot be looked into."""
    try:
        return list(place.iterdir())
    except OSError:
        return []


def take_away(path: Path) -> None:
    """What cannot be taken away stays."""
    with suppress(OSError):
        if stat.S_ISDIR(path.lstat().st_mode):
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def take_store_away(folder: StoreFolder) -> None:
    """The keys first: without them what a disk still holds of the data opens for nobody."""
    for path in named(folder.path, KEYS):
        _overwrite(path)
        take_away(path)
    for path in named(folder.path, DATA):
        take_away(path)


def _overwrite(path: Path) -> None:
    """The sealed keys, where the disk writes in place (it may keep them elsewhere)."""
    with suppress(OSError):
        if not path.is_symlink():
            with path.open("r+b") as stream:
                stream.write(bytes(path.stat().st_size))
                stream.flush()
                os.fsync(stream.fileno())

"""Workplaces: folders in which a file is made before it gets its name. Who makes it holds a lock in
there, so that what a kill left behind is told from what another process is making (R48).
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from app.store.folder import FILE_MODE, StoreFolder, try_lock

BACKUP = ".enishi-"
RESTORE = ".restore-"
MOVE = ".moving-"
LOOK = ".look-"
_HELD = "held"
_TRIES = 3


@contextmanager
def workplace(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder for the time of the work, then gone with all that is in it.

    Where the file system knows no locks (a share on the network) it is not held; nothing is swept
    there.
    """
    tries = _TRIES
    while True:
        tries -= 1
        with TemporaryDirectory(prefix=prefix, dir=parent) as made:
            held = _held(Path(made))
            if held is None and tries:  # swept before it was held: once more
                continue
            try:
                yield Path(made)
            finally:
                if held is not None:
                    os.close(held)
            return


def sweep_store(folder: StoreFolder) -> None:
    """Take away what killed processes left in a store; the caller holds its write lock."""
    sweep(folder.backups, BACKUP)
    sweep(folder.path, RESTORE)
    sweep(folder.path, MOVE)
    sweep(folder.path, LOOK)


def sweep(parent: Path, prefix: str) -> None:
    """Take away every workplace that nobody holds. What cannot be taken away stays."""
    with suppress(OSError):
        for path in parent.iterdir():
            if path.name.startswith(prefix) and path.is_dir() and not path.is_symlink():
                with suppress(OSError):
                    _sweep(path)


def _sweep(path: Path) -> None:
    held = _open(path)
    try:
        dead = try_lock(held)
        if dead:
            shutil.rmtree(path, ignore_errors=True)
    finally:
        os.close(held)
    if dead and sys.platform == "win32":  # which removes no open file
        shutil.rmtree(path, ignore_errors=True)


def _held(made: Path) -> int | None:
    """The lock of a new workplace; None where a sweep came first."""
    try:
        held = _open(made)
    except OSError:
        return None
    if try_lock(held) and made.joinpath(_HELD).exists():
        return held
    os.close(held)
    return None


def _open(path: Path) -> int:
    return os.open(path / _HELD, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)

"""Workplaces: folders in which a file is made before it gets its name. Who makes it holds a lock in
there, so that what a kill left behind is told from what another process is making (R48).
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from app.store.folder import FILE_MODE, StoreFolder, try_lock

BACKUP = ".enishi-"
RESTORE = ".restore-"
MOVE = ".moving-"
LOOK = ".look-"
_HELD = "held"
_TRIES = 3


@contextmanager
def workplace(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder for the time of the work, then gone with all that is in it; what cannot be taken
    away then waits for a later sweep.

    Where the file system knows no locks (a share on the network) it is not held; nothing is swept
    there.
    """
    made, held = _made(parent, prefix)
    try:
        yield made
    finally:
        _clear(made, held)


def _made(parent: Path, prefix: str) -> tuple[Path, int | None]:
    tries = _TRIES
    while True:
        tries -= 1
        made = Path(mkdtemp(prefix=prefix, dir=parent))
        held = _held(made)
        if held is not None or not tries:
            return made, held
        _clear(made, None)  # swept before it was held: once more


def _clear(made: Path, held: int | None) -> None:
    """Take everything away, last what says that it is held: until then nobody else begins to."""
    left = False
    with suppress(OSError):
        for path in list(made.iterdir()):
            if path.name != _HELD:
                left = not _remove(path) or left
    if held is not None and sys.platform == "win32":  # which removes no open file
        os.close(held)
        held = None
    with suppress(OSError):
        if not left:
            (made / _HELD).unlink(missing_ok=True)
            made.rmdir()
    if held is not None:
        os.close(held)


def _remove(path: Path) -> bool:
    """Whether it is gone."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return False
    return True


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
    held = _lock_of(path)
    if held is None:
        try:
            path.rmdir()  # begun just now, and made anew by whoever begins it; or all but gone
            return
        except OSError:
            held = _lock_of(path)
    # Still without what would say that it is held, but not empty: no living process leaves it so.
    if held is None or try_lock(held):
        _clear(path, held)
    else:
        os.close(held)


def _lock_of(path: Path) -> int | None:
    """What would be locked if it is held; None where it is not there. It is never made here: who
    puts a workplace away is about to remove the folder.
    """
    try:
        return os.open(path / _HELD, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return None


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

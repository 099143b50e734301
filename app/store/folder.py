"""The store folder: its names, its owner, what is in it, and the lock of the one writer."""

import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Self

from app.store import elsewhere
from app.store.errors import NoPermissionError, NotOwnedError, StoreInUseError, system_trouble

FOLDER_MODE = 0o700
FILE_MODE = 0o600
RESTORING = "restoring-"
"""Begins the name of a folder with a restore that counts and is not in place yet."""
LOCK_PATIENCE = 0.5
"""Seconds: a reader that only asks whether the lock is taken holds it for a moment."""


class FolderState(StrEnum):
    """What lies in the folder."""

    EMPTY = "empty"  # nothing of a store; a new one may be made
    UNFINISHED = "unfinished"  # making one was interrupted before it was reported: may be made anew
    STORE = "store"  # database and header, if need be in a restore that was interrupted
    DAMAGED = "damaged"  # a part of a store: header, database or backups alone
    MOVED = "moved"  # its store was moved; `moved.json` says where to


def default_folder() -> Path:
    """ENISHI_STORE, else the usual one."""
    named = os.environ.get("ENISHI_STORE")
    return Path(named) if named else usual_folder()


def usual_folder() -> Path:
    """Within the platform's folder for application data."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Enishi"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Enishi"
    data = os.environ.get("XDG_DATA_HOME", "")
    base = Path(data) if data and Path(data).is_absolute() else home / ".local" / "share"
    return base / "enishi"


class _Umask:
    """The process has one for all its threads: the first to need it sets it, the last sets it
    back.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0
        self._before = 0

    def set(self) -> None:
        with self._lock:
            if not self._users:
                self._before = os.umask(0o077)
            self._users += 1

    def set_back(self) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                os.umask(self._before)


_UMASK = _Umask()


@contextmanager
def private_files() -> Iterator[None]:
    """Everything made inside is the owner's alone (SQLite makes -wal and -shm by itself).

    On Windows the mode means nothing; there the folder lies in the profile, whose access list is
    inherited.
    """
    _UMASK.set()
    try:
        yield
    finally:
        _UMASK.set_back()


def sync_folder(path: Path) -> None:
    """Make a rename in this folder last. Windows cannot open folders and needs no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Make a folder that lasts, with those above it that are missing, for their owner alone."""
    missing = [path, *path.parents]
    missing = missing[: next(n for n, one in enumerate(missing) if one.exists())]
    path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)


def sync_file(path: Path) -> None:
    """Make the bytes of a file last."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(source: Path, target: Path) -> None:
    """Give a finished file its name, in one step."""
    source.replace(target)


def write_file(path: Path, data: bytes) -> None:
    """Put a whole new file in place: written beside, synced, renamed."""
    beside = path.with_name(f"{path.name}.new")
    try:
        descriptor = os.open(
            beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), FILE_MODE
        )
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:  # what could not be written whole is no use to anybody
        beside.unlink(missing_ok=True)
        raise
    replace_file(beside, path)
    sync_folder(path.parent)


class StoreFolder:
    """The names of all files of one store."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def db(self) -> Path:
        """The encrypted database."""
        return self.path / "store.db"

    @property
    def db_unfinished(self) -> Path:
        """The database while a store is being made; it gets its name as the last step."""
        return self.path / "store.db.new"

    @property
    def wal(self) -> Path:
        """Commits that are not in the database file yet."""
        return self.path / "store.db-wal"

    @property
    def header(self) -> Path:
        """The keys, each wrapped."""
        return self.path / "vault.json"

    @property
    def header_copy(self) -> Path:
        """Written before the header; either one is enough."""
        return self.path / "vault.copy.json"

    @property
    def backups(self) -> Path:
        """Folder of finished backups."""
        return self.path / "backups"

    @property
    def restoring(self) -> Path | None:
        """A restore that counts and is not in place yet."""
        return next(iter(sorted(self.path.glob(f"{RESTORING}*/"))), None)

    @property
    def moving(self) -> Path:
        """Where a move was begun to; it counts when the store stands there."""
        return self.path / "moving.json"

    @property
    def moved(self) -> Path:
        """Where the store of this folder was moved to."""
        return self.path / "moved.json"

    @property
    def came_from(self) -> Path:
        """The folders that this store was moved from."""
        return self.path / "came_from.json"

    @property
    def lock(self) -> Path:
        """Held by the one writer."""
        return self.path / "lock"

    def state(self) -> FolderState:
        """What lies here, from names alone."""
        self.check_owner()
        try:
            headers = [p for p in (self.header, self.header_copy) if p.exists()]
            database = self.db.exists()
            backups = self.backups.is_dir() and any(self.backups.iterdir())
            restoring = self.restoring is not None
            moved = self.moved.exists()
        except PermissionError as error:
            raise NoPermissionError(self.path) from error
        if moved and not restoring:
            return FolderState.MOVED
        if restoring or (database and headers):
            return FolderState.STORE
        if not database and not backups and self.db_unfinished.exists():
            return FolderState.UNFINISHED
        if database or headers or backups or self.wal.exists():
            return FolderState.DAMAGED
        return FolderState.EMPTY

    def check_owner(self) -> None:
        """Refuse a folder that is another user's (R47)."""
        if sys.platform == "win32":
            return
        try:
            info = self.path.stat()
        except FileNotFoundError:
            return
        except OSError as error:
            raise system_trouble(self.path, error) from error
        if info.st_uid != os.getuid() or not stat.S_ISDIR(info.st_mode):
            raise NotOwnedError(self.path)

    def make(self) -> None:
        """Make the folder for its owner alone; one that is there is narrowed to that."""
        self.check_owner()
        try:
            make_folder(self.path)
            if sys.platform != "win32":
                self.path.chmod(FOLDER_MODE)
            make_folder(self.backups)
        except OSError as error:
            raise system_trouble(self.path, error) from error


def is_foreign(path: Path) -> bool:
    """Whether another user owns what lies here; a link is not followed. Never so on Windows."""
    if sys.platform == "win32":
        return False
    try:
        return path.lstat().st_uid != os.getuid()
    except OSError:
        return False


class WriteLock:
    """The lock of the one writer: the system gives it up when the process ends, however it ends.
    `with` takes it and gives it up.
    """

    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder
        self._descriptor: int | None = None
        self._claimed = False

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()

    def acquire(self) -> None:
        """Take it, or raise StoreInUseError; StoreReadOnlyError where another computer has it."""
        try:
            if is_foreign(self._folder.lock):
                self._put_foreign_away()
            descriptor = os.open(
                self._folder.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE
            )
        except OSError as error:
            raise system_trouble(self._folder.lock, error) from error
        try:
            self._wait_for(descriptor)
            self._claimed = elsewhere.claim(self._folder.path, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def _wait_for(self, descriptor: int) -> None:
        deadline = time.monotonic() + LOCK_PATIENCE
        while not try_lock(descriptor):
            if time.monotonic() > deadline:
                raise StoreInUseError(self._folder.path)
            time.sleep(0.02)

    def _put_foreign_away(self) -> None:
        """Take away a lock that another user made before us (R62): whoever holds it, it is none of
        ours, and the folder is. One at a time, or the second would take away what the first has
        just made. Where a share gives what we make to another owner, nobody can be told from us.
        """
        held = os.open(self._folder.path, os.O_RDONLY)
        try:
            self._wait_for(held)
            with tempfile.TemporaryFile(dir=self._folder.path) as ours:
                owner = os.fstat(ours.fileno()).st_uid
            if is_foreign(self._folder.lock) and self._folder.lock.lstat().st_uid != owner:
                self._folder.lock.unlink()
        finally:
            os.close(held)

    def release(self) -> None:
        """Give it up; twice does no harm."""
        if self._descriptor is not None:
            if self._claimed:
                elsewhere.let_go(self._descriptor)
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


def is_locked(folder: StoreFolder) -> bool:
    """Whether a writer is at work. Makes no file."""
    if is_foreign(folder.lock):
        return False
    access = os.O_RDWR if os.access(folder.lock, os.W_OK) else os.O_RDONLY
    try:
        descriptor = os.open(folder.lock, access | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        if not try_lock(descriptor):
            return True
        _unlock(descriptor)
        return False
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    os.O_CLOEXEC = 0  # type: ignore[misc]  # the stub calls it final; Windows has none

    def try_lock(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

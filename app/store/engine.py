"""The engine: SQLCipher under SQLAlchemy Core, with the guards that must hold before a byte is
written (R7, R9).
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from types import ModuleType
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, pool

from app.store.errors import (
    NO_ROOM,
    DatabaseDamagedError,
    DatabaseEmptyError,
    DatabaseMissingError,
    DiskFullError,
    EngineUnsafeError,
    KeyDoesNotFitError,
    NoPermissionError,
    NotEncryptedError,
    StoreError,
    StoreUnreadableError,
)
from app.store.surroundings import network
from app.store.workplace import LOOK, workplace

OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can corrupt a database when two connections write or checkpoint at once."""
_PLAIN = b"SQLite format 3\x00"
_BUSY_MILLISECONDS = 5_000
_PAGE = 4096
_INDEX = 32 * 1024
"""So long is the index over the log at least."""
_READER_KIB, _WRITER_KIB = 64 * 1024, 40 * 1024
"""Pages in memory. Questions come again and again; an import goes through the whole file once."""


class Access(Enum):
    """What a connection may do, as SQLite's own words for the file."""

    MAKE = "rwc"
    COPY = "rwc, no journal"  # a copy in the making, which nobody reads until it is whole
    WRITE = "rw"
    READ = "rw, query only"  # tidies its -wal and -shm away when it is the last to close
    LOOK = "ro"  # after a crash: leaves the log of the crashed session untouched
    STILL = "ro&immutable=1"  # where nothing may be written, and no log has commits


def check_driver(driver: ModuleType = sqlcipher) -> None:
    """Refuse a driver without the codec, an engine with a known fault, or one that writes
    temporary files.
    """
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise EngineUnsafeError("sqlite")
    memory = driver.connect(":memory:")
    try:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
        version = memory.execute("PRAGMA cipher_version").fetchone()
    finally:
        memory.close()
    if "HAS_CODEC" not in options or version is None or not version[0]:
        raise EngineUnsafeError("codec")
    if not options & {"TEMP_STORE=2", "TEMP_STORE=3"}:
        raise EngineUnsafeError("temp_store")


def check_file(path: Path) -> None:
    """Refuse a database file that is missing, empty or not even a page long, before SQLite is let
    near it: one of a single byte it takes for a new one, and writes.

    It is not opened: to close it again would take away the locks that all other connections of
    this process have on it (POSIX), and another process could then think it is alone.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise DatabaseMissingError(path) from None
    except PermissionError as error:
        raise NoPermissionError(path) from error
    except OSError as error:
        raise StoreUnreadableError(path, error.strerror or "") from error
    if not size:
        raise DatabaseEmptyError(path)
    if size < _PAGE and not _is_plain(path):
        raise DatabaseDamagedError(path)


def _is_plain(path: Path) -> bool:
    """Whether a database that was refused is one without encryption."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """Database and log under other names, so that the index over the log is made there.

    After a crash that index must be made anew, and SQLite would write it into the store's folder; a
    read-only one it only believes if the crash did not fall between log and index. Names may go
    once the files are open. Where open files keep their names (Windows), the index is written.
    Where the folder may not be written the two are copied, encrypted as they are, to the system's
    temporary folder.
    """
    if sys.platform == "win32":
        yield path
        return
    near = path.parent if os.access(path.parent, os.W_OK) else Path(gettempdir())
    with workplace(near, LOOK) as folder:
        for name in (path.name, f"{path.name}-wal"):
            other, file = folder / name, path.with_name(name)
            try:
                other.hardlink_to(file)
            except OSError:  # a file system without second names
                shutil.copyfile(file, other)
        yield folder / path.name


def connect(path: Path, secret: bytes, access: Access, driver: ModuleType = sqlcipher) -> Any:
    """A keyed connection of the driver. The key is proven by reading; a wrong one is
    KeyDoesNotFitError.
    """
    check_driver(driver)
    if access not in {Access.MAKE, Access.COPY}:
        check_file(path)
    if access is not Access.LOOK:
        return _keyed(path, path, secret, access, driver)
    try:
        with _aside(path) as linked:
            return _keyed(linked, path, secret, access, driver)
    except OSError as error:
        raise StoreUnreadableError(path, error.strerror or "") from error


def _keyed(opened: Path, path: Path, secret: bytes, access: Access, driver: ModuleType) -> Any:
    mode = access.value.split(",")[0]
    uri = f"{opened.absolute().as_uri()}?mode={mode}"
    try:
        raw = driver.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    except driver.Error as error:
        raise translated(path, error) from None
    try:
        raw.execute("PRAGMA cipher_log_level=NONE")
        raw.execute(f"PRAGMA key=\"x'{secret.hex()}'\"")
        raw.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("PRAGMA foreign_keys=ON")
        # What is deleted is overwritten in its page. SQLCipher does so unasked; we rely on it.
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA fullfsync=ON")
        raw.execute(f"PRAGMA cache_size=-{_WRITER_KIB if access is Access.WRITE else _READER_KIB}")
        if access in {Access.READ, Access.LOOK, Access.STILL}:
            raw.execute("PRAGMA query_only=ON")
        if access in {Access.MAKE, Access.WRITE}:
            _choose_log(raw, path)
        if access is Access.COPY:
            raw.execute("PRAGMA journal_mode=OFF")
            raw.execute("PRAGMA synchronous=OFF")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.Error as error:
        raw.close()
        trouble = translated(path, error)
        if isinstance(trouble, KeyDoesNotFitError) and _is_plain(path):
            raise NotEncryptedError(path) from None
        raise trouble from None
    return raw


def _choose_log(raw: Any, path: Path) -> None:
    """A log beside the database (WAL), but never on a network: its index is memory that only the
    processes of one computer share (sqlite.org/wal.html). Others who have it open keep what is.
    """
    wanted = "delete" if network(path) else "wal"
    (present,) = raw.execute("PRAGMA journal_mode").fetchone()
    if present != wanted:
        with suppress(sqlcipher.OperationalError):
            raw.execute(f"PRAGMA journal_mode={wanted}")


def hold(path: Path, secret: bytes) -> Any:
    """A connection of the driver that may not write. While it is there, and when it is the last to
    close, the log is not folded into the database. No page but the first is read: others may be
    damaged.
    """
    raw = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
    )
    with suppress(sqlcipher.Error):
        raw.execute("PRAGMA cipher_log_level=NONE")
        raw.execute(f"PRAGMA key=\"x'{secret.hex()}'\"")
        raw.execute("PRAGMA user_version").fetchone()
    return raw


def make_engine(path: Path, secret: bytes, access: Access) -> Engine:
    """An engine with one connection, which begins its transactions itself."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=partial(connect, path, secret, access),
        poolclass=pool.StaticPool,
        hide_parameters=True,
        echo=False,
    )
    _keep_rows_out_of_logs()
    begin = "BEGIN IMMEDIATE" if access in {Access.WRITE, Access.MAKE} else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.pop("begin", begin))

    return engine


def _keep_rows_out_of_logs() -> None:
    """A row is somebody: whatever level a log has, the library writes none into it (R49)."""
    logging.getLogger("sqlalchemy.engine.Engine").disabled = True


def _has_no_room(path: Path) -> bool:
    """Whether the system refuses one more page behind the longest file of a store: what is no
    plain full disk (a quota, the longest file of a process) the engine calls an I/O error.
    """
    try:
        files = (path, path.with_name(f"{path.name}-wal"))
        end = max((_INDEX, *(file.stat().st_size for file in files if file.exists())))
        with TemporaryFile(dir=path.parent) as probe:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(probe.fileno(), end, _PAGE)
            else:
                probe.write(bytes(_PAGE))
                probe.flush()
    except OSError as error:
        return error.errno in NO_ROOM
    return False


def known_trouble(path: Path, error: BaseException | None) -> StoreError | None:
    """An error of the engine as one that a person can be told about; None where it is a fault of
    ours.
    """
    words = str(error)
    if "disk I/O error" in words and _has_no_room(path):
        return DiskFullError(path)
    if "not a database" in words:
        return KeyDoesNotFitError(path)
    if "malformed" in words and "malformed JSON" not in words:  # a text of ours is no damage
        return DatabaseDamagedError(path)
    if "disk is full" in words:
        return DiskFullError(path)
    if "readonly database" in words or "unable to open" in words:
        return NoPermissionError(path)
    if "disk I/O error" in words or "database is locked" in words:
        return StoreUnreadableError(path, words)
    return None


def translated(path: Path, error: BaseException) -> StoreError:
    """The same while opening, where every trouble is the file's."""
    return known_trouble(path, error) or StoreUnreadableError(path, str(error))

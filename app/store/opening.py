"""Opening: what is compared before a store may be used."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.store import header as headers
from app.store import schema
from app.store.advice import Advice
from app.store.errors import (
    DatabaseDamagedError,
    HeaderDamagedError,
    KeyDoesNotFitError,
    NewerStoreError,
    OtherStoreError,
)
from app.store.folder import StoreFolder
from app.store.header import Header
from app.store.vault import DataKey


@dataclass(frozen=True, slots=True)
class Found:
    """The header that the key trusts, and the state of the files before anything was opened."""

    header: Header
    both_sound: bool
    had_log: bool


def look(folder: StoreFolder, key: DataKey) -> Found:
    """Read the header and refuse what must not be opened; writes nothing."""
    found = headers.read_headers(folder)
    header = headers.trusted(found, key.secret)
    if header is None:
        if any(copy.header.store == key.store for copy in found.copies):
            raise HeaderDamagedError(folder.path)
        raise KeyDoesNotFitError(folder.path)
    if header.schema > schema.VERSION:
        raise NewerStoreError(folder.path, header.schema, schema.VERSION)
    had_log = folder.wal.exists()
    return Found(header, found.both_sound, had_log)


def meta(connection: Connection, name: str) -> str:
    """A value that the database says of itself."""
    value = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (name,)).scalar()
    return "" if value is None else str(value)


def schema_version(connection: Connection, folder: StoreFolder) -> str:
    """Which migration the database is at; newer ones are refused. Raises DatabaseDamagedError where
    it does not say.
    """
    table = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.exec_driver_sql(table).scalar() is None:
        raise DatabaseDamagedError(folder.db)
    said = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if said is None:
        raise DatabaseDamagedError(folder.db)
    version = str(said)
    if version > schema.VERSION:
        raise NewerStoreError(folder.db, version, schema.VERSION)
    return version


def compare(connection: Connection, folder: StoreFolder, found: Found) -> tuple[Advice, ...]:
    """Database against header: the same store, and neither older than the other."""
    if meta(connection, "store") != found.header.store:
        raise OtherStoreError(folder.db)
    counter = meta(connection, "counter")
    if not counter.isdecimal():
        raise DatabaseDamagedError(folder.db)
    return advice(found, int(counter))


def advice(found: Found, counter: int) -> tuple[Advice, ...]:
    """What is odd about a store whose database has counted this many sessions."""
    header = found.header
    odd: list[Advice] = []
    if counter < header.counter:
        odd.append(Advice.OLDER_DATABASE)
    elif header.is_open:
        odd.append(Advice.RECOVERED if found.had_log else Advice.LOG_LOST)
    elif counter > header.counter:
        odd.append(Advice.OLDER_HEADER)
    if not found.both_sound:
        odd.append(Advice.HEADER_COPY_DAMAGED)
    return tuple(odd)

"""Opening: what is compared before a store may be used, and what is odd but no reason to refuse."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from app.store import header as headers
from app.store import schema
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


class Advice(StrEnum):
    """Something that a person should know, though the store opens (R8)."""

    RECOVERED = "recovered"  # the last session ended without closing; its commits are here
    LOG_LOST = (
        "log_lost"  # it ended without closing and its log is gone: the last commits may be lost
    )
    OLDER_DATABASE = "older_database"  # an older copy of the database was put in place
    OLDER_HEADER = "older_header"  # an older copy of the header was put in place
    NETWORK = "network"  # the folder lies on a network
    SYNCED = "synced"  # a service copies the folder about
    CONFLICT_COPY = "conflict_copy"  # such a service put another version beside it
    HEADER_COPY_DAMAGED = "header_copy_damaged"  # one of its two copies is damaged, gone or behind


AT_RISK = frozenset({Advice.LOG_LOST, Advice.OLDER_DATABASE, Advice.OLDER_HEADER})
"""Advice that may mean lost data; the rest mends itself with the next session."""


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
    """Which migration the database is at; newer ones are refused."""
    version = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
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

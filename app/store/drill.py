"""The drill: opens a backup beside the store, counts what is in it, and throws the copy away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import gettempdir

import sqlcipher3.dbapi2 as sqlcipher

from app.store import schema
from app.store.backup import Look, listed, packed_at, people_in, read_header, taken_out, unpack
from app.store.check import database_problems
from app.store.errors import (
    NO_ROOM,
    BackupFailedError,
    DiskFullError,
    NewerStoreError,
    NoBackupError,
    NotABackupError,
    system_troubles,
)
from app.store.folder import StoreFolder, private_files
from app.store.vault import open_slot
from app.store.workplace import RESTORE, workplace


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a backup holds: `made` is civil time, `newest` the day of the newest change in it."""

    path: Path
    made: datetime
    people: int
    newest: date | None


def drill(
    folder: StoreFolder,
    path: Path | None = None,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    stopped: Callable[[], bool] | None = None,
    told: Callable[[float], object] | None = None,
) -> Drilled:
    """Do with a backup (the newest automatic one where none is named) what a restore does, short
    of putting it in place: its own slots, its checksum, both checks.

    Nothing of the store is read or changed. `stopped` is asked all the while: BackupStoppedError;
    `told` hears how far it is, from 0 to 1.
    NoBackupError where there is none; NotABackupError where it does not prove sound; DiskFullError
    where there is no room to open it.
    """
    look = Look(stopped, told)
    if path is None:
        path = next(iter(listed(folder)), None)
    if path is None:
        raise NoBackupError(folder.backups)
    with system_troubles(path):
        copies = read_header(path)
    newest = copies.copies[0].header.schema
    if newest > schema.VERSION:
        raise NewerStoreError(path, newest, schema.VERSION)
    key = open_slot(copies, folder, passphrase=passphrase, recovery_key=recovery_key)
    look()
    try:
        # Before the first run there is no folder yet.
        beside = folder.path if folder.path.is_dir() else Path(gettempdir())
        with private_files(), workplace(beside, RESTORE) as work:
            database = unpack(path, work / "store.db", look)
            connection = taken_out(path, database, key)
            try:
                look.watch(connection)
                if database_problems(connection):
                    look()  # a check that was broken off says that something is wrong
                    raise NotABackupError(path)
                people = people_in(connection)
                last = connection.execute(
                    "SELECT day FROM change_log WHERE undone = 0 ORDER BY seq DESC LIMIT 1"
                ).fetchone()
            finally:
                connection.close()
    except sqlcipher.Error:
        look()
        raise NotABackupError(path) from None
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFullError(folder.path) from error
        raise BackupFailedError(path, error.strerror or type(error).__name__) from error
    return Drilled(path, packed_at(path), people, last and date.fromisoformat(last[0]))

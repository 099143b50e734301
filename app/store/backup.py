"""Backups: one finished file that opens with its own slots, proven before it gets its name.

A backup (`.enishi`) is a zip archive without compression: `vault.json`, the header, and
`store.db`, the encrypted database copied through SQLite's own backup call. It needs nothing else:
passphrase or recovery key open it.
"""

import errno
import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import sqlcipher3.dbapi2 as sqlcipher

from app.domain.now import Now
from app.store import header as headers
from app.store import moved, opening, restoring, schema
from app.store.check import database_problems, reading_access
from app.store.engine import Access, connect, known_trouble
from app.store.errors import (
    BackupExistsError,
    BackupFailedError,
    BackupStoppedError,
    DatabaseDamagedError,
    DatabaseEmptyError,
    DiskFullError,
    KeyDoesNotFitError,
    NewerStoreError,
    NotABackupError,
    NotEncryptedError,
    OtherStoreError,
    StoreError,
    system_trouble,
    system_troubles,
)
from app.store.folder import (
    StoreFolder,
    WriteLock,
    make_folder,
    private_files,
    replace_file,
    sync_file,
    sync_folder,
    write_file,
)
from app.store.header import Header, HeaderFile, Headers
from app.store.keyring_slot import Keyring
from app.store.log import pages_in
from app.store.thinning import Made, going
from app.store.vault import DataKey, open_slot
from app.store.workplace import BACKUP, RESTORE, workplace

ENDING = ".enishi"
_HEADER, _DATABASE = "vault.json", "store.db"
_AUTOMATIC = re.compile(
    r"([0-9]{8})-([0-9]{2})([0-9]{2})([0-9]{2})(?:-([2-9]|[1-9][0-9]+))?\.enishi"
)
REPLACED = re.compile(r"replaced-([0-9]{8}-[0-9]{6})-[0-9]{6}")
"""The folder of a store that a restore put aside, by the time on the wall."""
_SAID = "backup"
"""What the header of a backup says of it besides: `people`, how many are in it."""
_LONGEST_HEADER = 1024 * 1024
_PIECE = 1024 * 1024
_PAGES = 2_000
"""So many pages are copied at a time."""
_STEPS = 50_000
"""After so many steps of a question SQLite looks whether it should go on; some milliseconds."""


def automatic(
    folder: StoreFolder, key: DataKey, now: Now, stopped: Callable[[], bool] | None = None
) -> Path:
    """A backup in the store's own folder, named by the local time; then older automatic ones are
    thinned. `stopped` is asked all the while: then it is given up with BackupStoppedError.
    """
    try:
        with private_files():
            make_folder(folder.backups)
    except OSError as error:
        raise _failed(folder.backups, error) from error
    day, second = now.today, now.local.time().replace(microsecond=0, fold=0)
    same = [made.number for made in dated(folder.backups) if made[:2] == (day, second)]
    last = Made(day, second, max(same, default=0) + 1)  # never a lower one, though it be free again
    more = f"-{last.number}" if last.number > 1 else ""
    path = folder.backups / f"{now.local.strftime('%Y%m%d-%H%M%S')}{more}{ENDING}"
    make(folder, key, path, stopped=stopped)
    there = dated(folder.backups)
    for made in going(there, last):
        with suppress(OSError):  # the copy is there and proven; the next one tidies up
            there[made].unlink()
    return path


def listed(folder: StoreFolder) -> list[Path]:
    """Automatic backups, the newest first."""
    return [path for _, path in sorted(dated(folder.backups).items(), reverse=True)]


def dated(place: Path) -> dict[Made, Path]:
    """Automatic backups in a folder by when they were made; whatever bears another name is
    somebody else's.
    """
    found: dict[Made, Path] = {}
    for path in place.iterdir() if place.is_dir() else ():
        name = _AUTOMATIC.fullmatch(path.name)
        if name is None or path.is_symlink() or not path.is_file():
            continue
        day, hour, minute, second, number = name.groups()
        with suppress(ValueError):  # digits that are no time
            clock = time(int(hour), int(minute), int(second))
            found[Made(date.fromisoformat(day), clock, int(number or 1))] = path
    return found


def make(
    folder: StoreFolder,
    key: DataKey,
    target: Path,
    *,
    force: bool = False,
    stopped: Callable[[], bool] | None = None,
) -> Path:
    """Copy the store into one file, prove it, and give it its name. What fails is not kept."""
    if target.exists() and not force:
        raise BackupExistsError(target)
    found = opening.look(folder, key)
    look = Look(stopped)
    try:
        with private_files(), workplace(target.parent, BACKUP) as work:
            database = work / _DATABASE
            counter = copied(folder, key, reading_access(folder, found), database, look)
            people = prove_database(database, key, look)
            packed = work / "packed"
            said = {**found.header.raw, _SAID: {"people": people}}
            header = replace(found.header, is_open=False, counter=counter, raw=said)
            digest = _pack(packed, headers.encode(header, key.secret), database, look)
            _prove_archive(packed, key, digest, look)
            sync_file(packed)
            replace_file(packed, target)
        sync_folder(target.parent)
    except sqlcipher.Error as error:
        look()  # what was asked to stop ends with an error of its own
        if isinstance(known_trouble(folder.db, error), DiskFullError):
            raise DiskFullError(target) from None
        raise BackupFailedError(target, type(error).__name__) from None
    except OSError as error:
        raise _failed(target, error) from error
    return target


def _failed(target: Path, error: OSError) -> StoreError:
    """A disk without room is told as that, whatever was to be written."""
    trouble = system_trouble(target, error)
    if isinstance(trouble, DiskFullError):
        return trouble
    return BackupFailedError(target, error.strerror or type(error).__name__)


class Look:
    """Asks whether to go on: raises where not. Tells how far it is, from 0 to 1."""

    def __init__(
        self,
        stopped: Callable[[], bool] | None,
        told: Callable[[float], object] | None = None,
    ) -> None:
        self._stopped = stopped
        self._told = told

    def __call__(self) -> None:
        if self._stopped is not None and self._stopped():
            raise BackupStoppedError

    def tell(self, part: float) -> None:
        """So much of it is done."""
        if self._told is not None:
            self._told(part)

    def part(self, begins: float, ends: float) -> "Look":
        """For work that is this part of the whole."""
        return Look(self._stopped, lambda done: self.tell(begins + done * (ends - begins)))

    def watch(self, connection: Any) -> None:
        """Interrupt what a connection does."""
        if self._stopped is not None:
            connection.set_progress_handler(self._stopped, _STEPS)


def copied(folder: StoreFolder, key: DataKey, access: Access, target: Path, look: Look) -> int:
    """Copy the database as of one moment; the session count that it bears.

    Without a journal: a copy that breaks off is not kept anyway.
    """
    source = connect(folder.db, key.secret, access)
    try:
        copy = connect(target, key.secret, Access.COPY)

        def went(_status: int, left: int, pages: int) -> None:
            look()
            look.tell(1 - left / max(pages, 1))

        try:
            source.backup(copy, pages=_PAGES, progress=went)
            return _counter(copy, folder, key)
        finally:
            copy.close()
    finally:
        source.close()


def _counter(copy: Any, folder: StoreFolder, key: DataKey) -> int:
    """The session count, after what an opening would refuse is refused: a newer one's tables,
    another store's.
    """
    versions = copy.execute("SELECT version_num FROM alembic_version").fetchall()
    said = dict(copy.execute("SELECT name, value FROM meta").fetchall())
    if versions and versions[0][0] > schema.VERSION:
        raise NewerStoreError(folder.db, versions[0][0], schema.VERSION)
    if said.get("store") != key.store:
        raise OtherStoreError(folder.db)
    counter = said.get("counter", "")
    if not versions or not counter.isdecimal():
        raise DatabaseDamagedError(folder.db)
    return int(counter)


def prove_database(database: Path, key: DataKey, look: Look) -> int:
    """Open the copy from the disk, and run both checks; how many people are in it.

    Nobody else has it, and it has no log: so nothing is made beside it that closing would remove.
    The driver closes without letting other threads go on, and a disk that is busy with the copy
    took two seconds for that.
    """
    connection = connect(database, key.secret, Access.STILL)
    look.watch(connection)
    try:
        problems = database_problems(connection)
        if problems:
            look()  # a check that was broken off says that something is wrong
            raise BackupFailedError(database, problems[0].value)
        return people_in(connection)
    finally:
        connection.close()


def people_in(connection: Any) -> int:
    """How many people a database holds (a connection of the driver)."""
    (people,) = connection.execute(
        "SELECT count(*) FROM contact WHERE deleted_at IS NULL"
    ).fetchone()
    return int(people)


def _pack(packed: Path, header: bytes, database: Path, look: Look) -> str:
    """Header and database as one archive; the SHA-256 of the database that went into it."""
    with zipfile.ZipFile(packed, "x", zipfile.ZIP_STORED) as archive:
        archive.writestr(_HEADER, header)
        with (
            database.open("rb") as source,
            archive.open(_DATABASE, "w", force_zip64=True) as member,
        ):
            digest = _through(source, look, member)
    database.unlink()
    return digest


def _through(source: IO[bytes], look: Look, target: IO[bytes] | None = None) -> str:
    """The SHA-256 of all that is read, and written where there is a target."""
    digest = hashlib.sha256()
    while piece := source.read(_PIECE):
        look()
        digest.update(piece)
        if target is not None:
            target.write(piece)
    return digest.hexdigest()


def _prove_archive(packed: Path, key: DataKey, digest: str, look: Look) -> None:
    """Read what was packed as a restore would; its database is the one that was proven."""
    try:
        if headers.trusted(read_header(packed), key.secret) is None:
            raise BackupFailedError(packed, "header")
        with _archive(packed) as archive, archive.open(_DATABASE) as member:
            same = _through(member, look) == digest
    except NotABackupError:
        same = False
    if not same:
        raise BackupFailedError(packed, "archive")


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    if not path.is_file():  # a pipe would be waited for, a device never ends
        raise NotABackupError(path)
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, ValueError) as error:
        raise NotABackupError(path) from error
    except OSError as error:
        # Gone meanwhile; or a place before the beginning, as the archive says it.
        if error.errno not in {errno.ENOENT, errno.EINVAL}:
            raise
        raise NotABackupError(path) from error


def read_header(path: Path) -> Headers:
    """The header inside a backup, or of a store that a restore put aside."""
    if path.is_dir():
        try:
            return headers.read_headers(StoreFolder(path))
        except NewerStoreError:
            raise
        except StoreError:
            raise NotABackupError(path) from None
    with _archive(path) as archive:
        info = archive.getinfo(_HEADER)
        if info.file_size > _LONGEST_HEADER or info.compress_type != zipfile.ZIP_STORED:
            raise NotABackupError(path)
        found = headers.decode(archive.read(info), path)
    if found is None:
        raise NotABackupError(path)
    copies: tuple[HeaderFile, ...] = (found,)
    return Headers(copies, both_sound=True)


def people_said(header: Header) -> int | None:
    """How many people a backup says it holds; None where it does not say."""
    said = header.raw.get(_SAID)
    people = said.get("people") if isinstance(said, dict) else None
    return people if isinstance(people, int) else None


def packed_at(path: Path) -> datetime:
    """When a backup was made, by the clock on the wall there; without a zone, to two seconds."""
    aside = REPLACED.fullmatch(path.name)
    if path.is_dir() and aside is not None:
        return datetime.strptime(aside[1], "%Y%m%d-%H%M%S")  # noqa: DTZ007  nor does the name
    with _archive(path) as archive:
        return datetime(*archive.getinfo(_HEADER).date_time)  # noqa: DTZ001  ZIP knows no zones


def unpack(path: Path, target: Path, look: Look | None = None) -> Path:
    """The database out of a backup; its checksum is compared on the way. Out of a store that was
    put aside it comes with its log, which is folded in by who opens it.
    """
    look = look or Look(None)
    if path.is_dir():
        shutil.copyfile(path / _DATABASE, target)
        if path.joinpath(f"{_DATABASE}-wal").exists():
            shutil.copyfile(path / f"{_DATABASE}-wal", _log_of(target))
        look()
        return target
    with _archive(path) as archive:
        info = archive.getinfo(_DATABASE)
        if info.compress_type != zipfile.ZIP_STORED:
            raise NotABackupError(path)
        with archive.open(info) as source, target.open("xb") as copy:
            for piece in iter(lambda: source.read(_PIECE), b""):
                look()
                copy.write(piece)
                look.tell(copy.tell() / info.file_size)
    return target


def reads_whole(path: Path, look: Look | None = None) -> bool:
    """Whether every byte of a backup is as it was packed, and so as it was proven then; no key is
    needed for that.
    """
    look = look or Look(None)
    try:
        read_header(path)
        with _archive(path) as archive, archive.open(_DATABASE) as member:
            while member.read(_PIECE):
                look()
    except (StoreError, OSError):
        return False
    return True


def _log_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-wal")


def restore(  # noqa: PLR0913  each way of opening is an argument
    path: Path,
    folder: StoreFolder,
    *,
    now: datetime,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    keyring: Keyring | None = None,
    force: bool = False,
    look: Look | None = None,
) -> DataKey:
    """Put a backup in place, or a store that a restore put aside: verified in a side file first;
    what it replaces stays in `backups/replaced-…`.

    Needs a folder without a store, or `force`. Returns the key that opened it. `look` can give it
    up until it counts: BackupStoppedError.
    """
    look = look or Look(None)
    with system_troubles(path):
        copies = read_header(path)
    newest = copies.copies[0].header.schema
    if newest > schema.VERSION:
        raise NewerStoreError(path, newest, schema.VERSION)
    if not force:
        moved.refuse_taken(folder)
    key = open_slot(
        copies, folder, passphrase=passphrase, recovery_key=recovery_key, keyring=keyring
    )
    with private_files(), system_troubles(folder.path):
        folder.make()
        with WriteLock(folder):
            _bring(path, folder, key, copies, now, look)
    return key


def _bring(
    path: Path, folder: StoreFolder, key: DataKey, copies: Headers, now: datetime, look: Look
) -> None:
    """Make what is put in place in a side folder, prove it, and let it count."""
    restoring.put_in_place(folder)  # one that was interrupted goes first
    with TemporaryDirectory(prefix=RESTORE, dir=folder.path) as work:
        database = unpack(path, Path(work) / folder.db.name, look)
        header = headers.encode(proven(path, database, copies, key, look), key.secret)
        if _log_of(database).exists():  # it could not be folded in
            raise DiskFullError(folder.path)
        sync_file(database)
        for name in (folder.header, folder.header_copy):
            write_file(Path(work) / name.name, header)
        restoring.count(folder, Path(work), now.strftime("%Y%m%d-%H%M%S-%f"))
    restoring.put_in_place(folder)


def taken_out(path: Path, database: Path, key: DataKey) -> Any:
    """A connection to a database that was taken out of a backup, as in `prove_database`; a log
    that came with it is folded in by the closing.
    """
    access = Access.READ if _log_of(database).exists() else Access.STILL
    try:
        return connect(database, key.secret, access)
    except (KeyDoesNotFitError, NotEncryptedError, DatabaseDamagedError, DatabaseEmptyError):
        raise NotABackupError(path) from None


def proven(path: Path, database: Path, copies: Headers, key: DataKey, look: Look) -> Header:
    """The header for a database that was taken out of a backup, once both checks have passed."""
    header = headers.trusted(copies, key.secret)
    connection = taken_out(path, database, key)
    try:
        look.watch(connection)
        if header is None or database_problems(connection, pages_in(_log_of(database))):
            look()  # a check that was broken off says that something is wrong
            raise NotABackupError(path)
        row = connection.execute("SELECT value FROM meta WHERE name = 'counter'").fetchone()
    finally:
        connection.close()
    look()
    raw = {name: value for name, value in header.raw.items() if name != _SAID}
    return replace(header, counter=int(row[0]), is_open=False, raw=raw)

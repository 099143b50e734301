"""Store: the one writer. Opening, applying changes, undo, redo, closing."""

import json
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.domain.change import Apart, Change, Piece, Verb
from app.domain.now import Now
from app.domain.rhythm import TagRhythm
from app.domain.secret import Secret
from app.store import (
    credentials,
    following,
    history,
    moved,
    opening,
    outlooks,
    purging,
    schema,
    settling,
)
from app.store import header as headers
from app.store.advice import Advice
from app.store.backup import automatic, make
from app.store.check import database_problems, reading_access
from app.store.derived import Ahead
from app.store.engine import Access, hold, make_engine, translated
from app.store.errors import (
    DatabaseDamagedError,
    OlderStoreError,
    StoreError,
    StoreReadOnlyError,
    system_troubles,
)
from app.store.folder import (
    StoreFolder,
    WriteLock,
    make_folder,
    private_files,
    sync_folder,
)
from app.store.header import Header
from app.store.inserting import inserting
from app.store.log import pages_in
from app.store.reader import Reader
from app.store.slots import Slots
from app.store.still import Sitting, StillStore
from app.store.touched import Moment, Touched
from app.store.vault import DataKey, NewVault
from app.store.workplace import sweep_store
from app.store.writable import why_not
from app.store.writing import Pieces, put_blobs, write

_Reader = TypeVar("_Reader", bound=Reader)


class Store(Reader):
    """The open store of the one writer. `advice` says what was found odd while opening."""

    def __init__(
        self,
        folder: StoreFolder,
        engine: Engine,
        lock: WriteLock,
        key: DataKey,
        header: Header,
        advice: tuple[Advice, ...],
    ) -> None:
        super().__init__(folder, engine)
        self.advice = advice
        self._lock = lock
        self._key = key
        self.slots = Slots(folder, key, header)
        """The header, and the ways in that it holds."""
        self._counted = False
        self._closed = False
        self._beside: Any = None
        self._touched = Touched()

    @contextmanager
    def _writing(self, people: Collection[str] | None = None) -> Iterator[Connection]:
        """One transaction that holds the write lock from its start; the first of a session is
        counted (R8). `people`, as they are in its end, are those whom it was about; None if it may
        be anybody.
        """
        if not self.slots.header.is_open:
            self.slots.write(replace(self.slots.header, is_open=True))
        with private_files(), self._question() as c:
            if not self._counted:
                c.exec_driver_sql("UPDATE meta SET value = value + 1 WHERE name = 'counter'")
            yield c
            outlooks.refresh(c)
        self._counted = True
        self._touched.note(people)

    def moment(self) -> Moment:
        """Where the store stands, to ask later who was written about since."""
        return self._touched.moment()

    def touched_since(self, moment: Moment) -> frozenset[str] | None:
        """Ids of the people who were written about since a moment. None where it may be anybody, or
        a setting: then all is to be asked anew.
        """
        return self._touched.since(moment)

    def apply(
        self,
        change: Change,
        *,
        now: Now,
        blobs: Mapping[str, bytes] | None = None,
    ) -> Change:
        """Write a change, whole or not at all. Returns it with its number; without one if nothing
        differs.
        """
        with self._writing(change.people()) as c:
            put_blobs(c, blobs or {})
            images = write(c, change.edits)
            if not images:
                return change
            seq = history.record(c, change, len(change.edits), images, now)
            self._thin(c, now)
        self._note_rules(change)
        return replace(change, seq=seq)

    def _note_rules(self, change: Change) -> None:
        if change.touches(TagRhythm):
            self._touched.note(None)  # whoever bears the tag, now or later

    def apply_pieces(
        self,
        verb: Verb,
        pieces: Iterable[tuple[Piece, Mapping[str, Ahead]]],
        *,
        now: Now,
        before_it_counts: Callable[[], object],
        look: Callable[[], object] = lambda: None,
    ) -> Change:
        """Write a change that is too large to be held, whole or not at all: each piece is asked
        for when the one before is on its way, `look` is called all the while, and in the end
        `before_it_counts`. What any of them raises takes everything back. With a piece comes what
        was derived of its new contacts before, by id, where there was time for that.
        """
        others: set[str] = set()
        change = Change(verb, ())
        with self._writing() as c:
            with inserting(c, beside=True, look=look) as inserter:
                writer = Pieces(c, inserter)
                for piece, ahead in pieces:
                    look()
                    writer.write(piece, ahead)
                    part = Change(verb, tuple(piece.edits))
                    new = {e.after.id for e in piece.edits if e.before is None and e.after}
                    others |= part.people() - new
                images = writer.finish()
            seq = history.record(c, change, writer.edits, images, now)
            self._thin(c, now)
            outlooks.refresh(c, look)  # while the copy is made that the next line waits for
            before_it_counts()
        edited = [i for kind, i, _ in images.edited if kind == "contact"]
        contacts = (*images.made.get("contact", ()), json.dumps(edited)[1:-1])
        return replace(change, seq=seq, apart=Apart(contacts, frozenset(others)))

    def _thin(self, connection: Connection, now: Now) -> None:
        if history.thin(connection, now):
            purging.sweep_blobs(connection)

    def undo(self, now: Now, seq: int | None = None) -> Change:  # noqa: ARG002  as apply
        """Take back the newest change, or that one. Returns what was done, the other way round."""
        people: set[str] = set()
        with self._writing(people) as c:
            change = history.undo(c, seq)
            people |= change.people()
        self._note_rules(change)
        return change

    def redo(self, now: Now) -> Change:  # noqa: ARG002  as apply
        """Do again what was taken back last; a change made since makes that impossible."""
        people: set[str] = set()
        with self._writing(people) as c:
            change = history.redo(c)
            people |= change.people()
        self._note_rules(change)
        return change

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting; not undoable."""
        self.set_settings({name: value})

    def set_settings(self, values: Mapping[str, str]) -> None:
        """Keep settings that belong together, all or none; not undoable."""
        with self._writing() as c:
            c.exec_driver_sql(
                "INSERT INTO setting (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                list(values.items()),
            )

    def set_choice(self, day: date, ids: Iterable[str]) -> None:
        """Keep who was chosen for a day; not undoable."""
        with self._writing(()) as c:
            c.exec_driver_sql(
                "INSERT INTO choice (day, ids) VALUES (?, ?) "
                "ON CONFLICT (day) DO UPDATE SET ids = excluded.ids",
                (day.isoformat(), json.dumps(list(ids))),
            )

    def put_credential(self, name: str, secret: Secret) -> None:
        """Keep the secret of an account; not undoable."""
        with self._writing() as c:
            credentials.put(c, self._key, name, secret)

    def credential(self, name: str) -> Secret:
        """The secret of an account. NoCredentialError where there is none that opens."""
        with self._question() as c:
            return credentials.get(c, self._key, name)

    def remove_credential(self, name: str) -> bool:
        """Take the secret of an account out for good; whether there was one."""
        with self._writing() as c:
            return credentials.remove(c, name)

    @contextmanager
    def copying(
        self, now: Now, cancelled: Callable[[], bool] | None = None
    ) -> Iterator[Callable[[], Path]]:
        """An automatic backup of what counts now, made and proven in a thread beside what is done
        inside. The function given waits for it, and raises BackupFailedError. A copy that nobody
        waited for is given up, and so is one when `cancelled` says so: BackupStoppedError.
        """
        left = Event()

        def stopped() -> bool:
            return left.is_set() or (cancelled is not None and cancelled())

        with ThreadPoolExecutor(1, "backup") as lane:
            try:
                yield lane.submit(self.copier(now), stopped).result
            finally:
                left.set()

    def copier(self, now: Now) -> Callable[[Callable[[], bool]], Path]:
        """Makes an automatic backup of what counts when it is called, on any thread. It is given
        what says whether to give up: then BackupStoppedError. Raises BackupFailedError.
        """
        folder, key = self.folder, self._key
        return lambda stopped: automatic(folder, key, now, stopped)

    def prove(self) -> None:
        """Raises DatabaseDamagedError where what lies on the disk fails its checks."""
        driver: Any = self._connection.connection.driver_connection
        if database_problems(driver, pages_in(self.folder.wal)):
            raise DatabaseDamagedError(self.folder.db)

    def leave_as_it_is(self) -> None:
        """From now on, also by closing, no byte of the database is changed: it is damaged. The log
        stays beside it.
        """
        if self._beside is None:
            self._beside = hold(self.folder.db, self._key.secret)

    def empty_bin(self, before: datetime) -> tuple[str, ...]:
        """Take people out for good who were thrown away before an instant, with all that is about
        them alone; who they were.
        """
        with self._writing() as c:
            return purging.purge(c, before)

    def close(self) -> None:
        """Close cleanly: nothing left in the log, the header says so, the lock is free."""
        if self._closed:
            return
        self._closed = True
        if self._beside is not None:
            self._close_untouched()
            return
        try:
            folded = self._fold_log_in()
            closed = replace(self.slots.header, is_open=False, counter=self._counter())
            if folded:
                self._say(closed)
                self._empty_log()
            super().close()
            if folded or not self.folder.wal.exists():
                self._say(closed)
        finally:
            self._lock.release()

    def _close_untouched(self) -> None:
        """The last to close folds the log in: let that be who may not write."""
        try:
            super().close()
            self._beside.close()
        finally:
            self._lock.release()

    def _say(self, header: Header) -> None:
        """Where there is no room for it, all that was done counts all the same; the closing gives
        the room of the log free and says it again.
        """
        if self.slots.header.is_open:
            with suppress(StoreError):
                self.slots.write(header)

    def _fold_log_in(self) -> bool:
        """Bring the log into the database, without waiting for who still reads; whether all of it
        is there.

        The header may say so before the log is removed: a kill in between must not look like a log
        that was lost (R8).
        """
        if not self.slots.header.is_open:
            return False
        driver: Any = self._connection.connection.driver_connection
        try:
            _, frames, folded = driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlcipher.Error:
            return False
        return bool(frames == folded)

    def _empty_log(self) -> None:
        """The driver closes without letting other threads of this process go on, and removing a
        long log took a tenth of a second then. Nor does this wait for who still reads.
        """
        driver: Any = self._connection.connection.driver_connection
        with suppress(sqlcipher.Error):
            driver.execute("PRAGMA busy_timeout=0")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _counter(self) -> int:
        with self._question() as c:
            return int(opening.meta(c, "counter"))


def create_store(folder: StoreFolder, vault: NewVault) -> None:
    """Make the store of a new vault. The database gets its name last: what was interrupted never
    counts as a store.
    """
    moved.refuse_taken(folder)
    with private_files(), _told(folder), system_troubles(folder.path):
        folder.make()
        with WriteLock(folder):
            _make_database(folder, vault)
            header = replace(vault.header, schema=schema.VERSION)
            headers.write_header(folder, header, vault.data_key.secret)
            folder.db_unfinished.rename(folder.db)
            sync_folder(folder.path)


def _make_database(folder: StoreFolder, vault: NewVault) -> None:
    for suffix in ("", "-wal", "-shm"):
        folder.path.joinpath(folder.db_unfinished.name + suffix).unlink(missing_ok=True)
    engine = make_engine(folder.db_unfinished, vault.data_key.secret, Access.MAKE)
    try:
        with engine.begin() as c:
            schema.create(c)
            for name, value in (("store", vault.data_key.store), ("counter", "0")):
                c.exec_driver_sql("INSERT INTO meta (name, value) VALUES (?, ?)", (name, value))
    finally:
        engine.dispose()


def open_store(folder: StoreFolder, key: DataKey) -> Store:
    """Open for writing: takes the write lock, compares header and database, migrates when due.
    Raises StoreReadOnlyError where nothing may be written: `open_still` may open it.
    """
    found = opening.look(folder, key)
    reason = why_not(folder)
    if reason is not None:
        raise StoreReadOnlyError(folder.path, reason)
    lock = WriteLock(folder)
    lock.acquire()
    try:
        if following.followed(folder.path) != folder.path:  # between the look above and the lock
            raise moved.away(folder)
        found = opening.look(folder, key)
        sweep_store(folder)
        with private_files():
            engine = make_engine(folder.db, key.secret, Access.WRITE)
            try:
                with _compared(engine, folder) as c:
                    advice = opening.compare(c, folder, found)
                    version = opening.schema_version(c, folder)
                header = found.header
                if version != schema.VERSION:
                    _migrate(engine, folder, key, version)
                if header.schema != schema.VERSION:  # also where a kill came between the two
                    current = replace(header, schema=schema.VERSION)
                    header = headers.write_header(folder, current, key.secret)
                settling.settle(folder)
                return Store(folder, engine, lock, key, header, advice)
            except BaseException:
                engine.dispose()
                raise
    except BaseException:
        lock.release()
        raise


def _migrate(engine: Engine, folder: StoreFolder, key: DataKey, version: str) -> None:
    """Bring the tables up to date in one transaction, after a proven copy."""
    # Alembic only when a step is due.
    from app.store.migrations.steps import upgrade  # noqa: PLC0415

    with private_files(), system_troubles(folder.backups):  # somebody may have taken it away
        make_folder(folder.backups)
    make(folder, key, folder.backups / f"before-{schema.VERSION}-{secrets.token_hex(4)}.enishi")
    with _told(folder), engine.begin() as c:
        upgrade(c, version, schema.VERSION)
        outlooks.refresh(c)


def open_reader(folder: StoreFolder, key: DataKey) -> Reader:
    """Open for questions alone: changes no byte, beside a writer, without one, or after a crash."""
    return _opened(folder, key, lambda engine, _header, _advice: Reader(folder, engine))


def open_still(folder: StoreFolder, key: DataKey, sitting: Sitting) -> StillStore:
    """Open what may not be written, as a store that refuses to; makes no file."""
    return _opened(
        folder,
        key,
        lambda engine, header, advice: StillStore(folder, engine, key, header, advice, sitting),
    )


def _opened(
    folder: StoreFolder, key: DataKey, made: Callable[[Engine, Header, tuple[Advice, ...]], _Reader]
) -> _Reader:
    found = opening.look(folder, key)
    with private_files():
        engine = make_engine(folder.db, key.secret, reading_access(folder, found))
        try:
            with _compared(engine, folder) as c:
                advice = opening.compare(c, folder, found)
                if opening.schema_version(c, folder) != schema.VERSION:
                    raise OlderStoreError(folder.db)
            return made(engine, found.header, advice)
        except BaseException:
            engine.dispose()
            raise


@contextmanager
def _compared(engine: Engine, folder: StoreFolder) -> Iterator[Connection]:
    """A short transaction for the first look."""
    with _told(folder), engine.connect() as c:
        yield c


@contextmanager
def _told(folder: StoreFolder) -> Iterator[None]:
    """The engine's troubles inside come out as ours."""
    try:
        yield
    except DBAPIError as error:
        raise translated(folder.db, error.orig or error) from None

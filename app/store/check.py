"""Checking a store without changing a byte of it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from app.store import opening, outlooks, schema
from app.store.advice import AT_RISK, Advice
from app.store.engine import Access, connect, make_engine
from app.store.errors import DatabaseDamagedError, NewerStoreError
from app.store.folder import StoreFolder, is_locked
from app.store.log import pages_in
from app.store.opening import Found
from app.store.surroundings import surroundings
from app.store.vault import DataKey
from app.store.writable import why_not


class Problem(StrEnum):
    """What is wrong with a database."""

    PAGES = "pages"  # a page was changed from outside (cipher_integrity_check)
    STRUCTURE = "structure"  # tables and indexes do not agree (integrity_check), or one is gone
    REFERENCES = "references"  # a record points at one that is not there
    SEARCH_INDEX = (
        "search_index"  # somebody is in the people list but not found, or the other way round
    )
    REMINDERS = "reminders"  # what is kept of who asks when is not what follows from the records
    OTHER_STORE = "other_store"  # database and header are of different stores


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `advice` alone is no damage; some of it may mean lost data
    (`is_at_risk`).
    """

    problems: tuple[Problem, ...]
    advice: tuple[Advice, ...]

    @property
    def is_at_risk(self) -> bool:
        """Whether something may be lost though all that is there is sound."""
        return bool(AT_RISK.intersection(self.advice))

    @property
    def is_sound(self) -> bool:
        """Neither damage nor risk."""
        return not self.problems and not self.is_at_risk


_UNFOUND = """
SELECT 1 FROM (
    SELECT * FROM (SELECT place_{0} FROM contact WHERE deleted_at IS NULL EXCEPT SELECT rowid FROM
    people_{0}) UNION ALL SELECT * FROM (SELECT rowid FROM people_{0} EXCEPT SELECT place_{0} FROM
    contact WHERE deleted_at IS NULL) ) LIMIT 1
"""


def check(folder: StoreFolder, key: DataKey) -> Report:
    """Both integrity checks, references, search index, header against database, and who asks when.
    Raises where it cannot open.
    """
    found = opening.look(folder, key)
    try:
        connection = connect(folder.db, key.secret, reading_access(folder, found))
    except DatabaseDamagedError:
        return Report((Problem.STRUCTURE,), _of_place(folder))
    try:
        version = _version(connection, folder)
        problems = database_problems(connection, pages_in(folder.wal))
        odd, advice = _against_header(connection, folder, found)
    finally:
        connection.close()
    problems = tuple(dict.fromkeys((*problems, *odd)))
    if version == schema.VERSION and not problems and not _asks_as_derived(folder, key, found):
        problems = (Problem.REMINDERS,)
    return Report(problems, (*advice, *_of_place(folder)))


def _of_place(folder: StoreFolder) -> tuple[Advice, ...]:
    """What is to be said of where the store lies (R14)."""
    found = surroundings(folder.path)
    said = {
        Advice.NETWORK: found.network,
        Advice.SYNCED: found.service,
        Advice.CONFLICT_COPY: found.conflicts,
    }
    return tuple(advice for advice, there in said.items() if there)


def _version(connection: Any, folder: StoreFolder) -> str:
    """Of the tables; empty where it cannot be told. Raises NewerStoreError."""
    try:
        version = _said_version(connection)
    except sqlcipher.DatabaseError:
        return ""  # what is wrong comes out of the checks
    if version > schema.VERSION:
        raise NewerStoreError(folder.db, version, schema.VERSION)
    return version


def _said_version(connection: Any) -> str:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return "" if row is None else str(row[0])


def _asks_as_derived(folder: StoreFolder, key: DataKey, found: Found) -> bool:
    engine = make_engine(folder.db, key.secret, reading_access(folder, found))
    try:
        with engine.connect() as connection:
            return outlooks.hold(connection)
    finally:
        engine.dispose()


def _against_header(
    connection: Any, folder: StoreFolder, found: Found
) -> tuple[tuple[Problem, ...], tuple[Advice, ...]]:
    try:
        store, counter = _value(connection, "store"), _value(connection, "counter")
    except sqlcipher.DatabaseError:
        return (Problem.STRUCTURE,), ()
    problems: tuple[Problem, ...] = ()
    if store != found.header.store:
        problems = (Problem.OTHER_STORE,)
    if not counter.isdecimal():
        return (*problems, Problem.STRUCTURE), ()
    return problems, () if is_locked(folder) else opening.advice(found, int(counter))


def reading_access(folder: StoreFolder, found: Found) -> Access:
    """How to read without leaving a trace: the log of a crashed session is looked at, never folded
    in, and where nothing may be written SQLite is told so.
    """
    if found.had_log and not is_locked(folder):
        return Access.LOOK
    return Access.READ if why_not(folder) is None else Access.STILL


def database_problems(connection: Any, logged: frozenset[int] = frozenset()) -> tuple[Problem, ...]:
    """What is wrong inside a database that opened (a connection of the driver). `logged` are pages
    that are read from the log: the first check looks at the file alone.
    """
    problems: list[Problem] = []
    try:
        wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if any(_page(words) not in logged for (words,) in wrong):
            problems.append(Problem.PAGES)
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            problems.append(Problem.STRUCTURE)
        if not _is_whole(connection):
            problems.append(Problem.STRUCTURE)
        if any(connection.execute(q).fetchone() is not None for q in _dangling(connection)):
            problems.append(Problem.REFERENCES)
        orders = ("ja", "en")
        if any(connection.execute(_UNFOUND.format(o)).fetchone() is not None for o in orders):
            problems.append(Problem.SEARCH_INDEX)
    except sqlcipher.DatabaseError:
        # A damaged page stops a question; which page it was is what the first check told.
        problems.append(Problem.STRUCTURE)
    return tuple(dict.fromkeys(problems))


def _page(words: str) -> int | None:
    """The page that the engine complains of."""
    number = re.search(r"\bpage ([0-9]+)", words)
    return int(number.group(1)) if number else None


def _is_whole(connection: Any) -> bool:
    """Whether the tables, indexes and triggers of its version are there; those of an earlier one
    are met by the migration.
    """
    version = _said_version(connection)
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    return version != "" and (version != schema.VERSION or there >= schema.NAMES)


def _dangling(connection: Any) -> list[str]:
    """Questions for references to nothing. SQLite's own check looks each of them up by itself,
    which takes six times as long in a large store.
    """
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [
        f"SELECT {child} FROM {table} WHERE {child} IS NOT NULL "
        f"EXCEPT SELECT {own} FROM {parent} LIMIT 1"
        for (table,) in tables
        for _, _, parent, child, own, *_ in connection.execute(
            f"PRAGMA foreign_key_list('{table}')"
        ).fetchall()
    ]


def _value(connection: Any, name: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])

"""Writing records into their tables, many at a time, with everything that is derived from them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Connection

from app.domain.change import Record
from app.domain.contact import Contact
from app.domain.errors import NotFoundError
from app.domain.gathering import Gathering
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.remark import Remark
from app.store import codec
from app.store.codec import KINDS
from app.store.derived import (
    COLUMNS,
    TABLES,
    Ahead,
    Rows,
    columns,
    contact_note_place,
    gathering_place,
    index_contact,
    index_gathering,
    index_interaction,
    line_place,
)
from app.store.inserting import Inserter, Row, insert_rows, inserting
from app.store.ordering import Noted, note_place, ordinal
from app.store.search_text import Heard, note_words

AT_ONCE = 500
NOTHING_AHEAD: Mapping[str, Ahead] = MappingProxyType({})
T = TypeVar("T")

PIECE = 2_000
"""So many records are derived and inserted at a time. The search index wants its rows in order, and
a new piece begins that order anew.
"""
_INDEX_ROWS = {
    "contact_key": "INSERT INTO contact_key (key, contact)",
    "contact_tag": "INSERT INTO contact_tag (tag, contact)",
    "people_ja": "INSERT INTO people_ja (rowid, words)",
    "people_en": "INSERT INTO people_en (rowid, words)",
    "notes": "INSERT INTO notes (rowid, words)",
    "gatherings": "INSERT INTO gatherings (rowid, words)",
    "attendant": "INSERT INTO attendant (contact, gathering)",
    "participant": "INSERT INTO participant (contact, day, act, initiative, reach, knot, asks)",
}
_NAMING_PEOPLE = frozenset({"interaction", "gathering"})
DERIVED_ALONE = frozenset({"batch", "contact", "card"})
"""Kinds whose rows follow from the record: nothing is asked of the database meanwhile."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it lies in its table."""

    n: int
    id: str
    text: str


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Handfuls that fit one statement."""
    chunk: list[T] = []
    for value in values:
        chunk.append(value)
        if len(chunk) == AT_ONCE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def marks(values: Sequence[object]) -> str:
    """As many question marks."""
    return ",".join("?" * len(values))


def fetch(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Stored]:
    """The stored records with these ids."""
    found: dict[str, Stored] = {}
    for chunk in chunks(ids):
        rows = connection.exec_driver_sql(
            f"SELECT n, id, json FROM {TABLES[kind]} WHERE id IN ({marks(chunk)})", tuple(chunk)
        )
        for n, record_id, text in rows:
            found[record_id] = Stored(n, record_id, text)
    return found


def many(connection: Connection, statement: str, rows: Sequence[Row]) -> None:
    """One statement for many rows."""
    if rows:
        connection.exec_driver_sql(statement, list(rows))


def _numbers(connection: Connection, contact_ids: Iterable[str]) -> dict[str, int]:
    """Row numbers of contacts."""
    wanted = dict.fromkeys(contact_ids)
    numbers: dict[str, int] = {}
    for chunk in chunks(wanted):
        rows = connection.exec_driver_sql(
            f"SELECT id, n FROM contact WHERE id IN ({marks(chunk)})", tuple(chunk)
        )
        numbers.update((row[0], row[1]) for row in rows)
    for contact_id in wanted:
        if contact_id not in numbers:
            raise NotFoundError(contact_id)
    return numbers


def _index_naming(
    connection: Connection, records: Iterable[tuple[int, Record, Row]], rows: Rows
) -> None:
    """The rows of records that name several people."""
    there = [(n, record) for n, record, _ in records]
    acts = [(n, record) for n, record in there if isinstance(record, Interaction)]
    gatherings = [(n, record) for n, record in there if isinstance(record, Gathering)]
    named = chain(
        (c for _, act in acts for c in act.contact_ids),
        (c for _, gathering in gatherings for c in gathering.people),
    )
    people = _numbers(connection, named)
    for n, act in acts:
        index_interaction(act, n, people, rows)
    for n, gathering in gatherings:
        index_gathering(gathering, n, people, rows)


def _index_rows(
    connection: Connection,
    kind: str,
    records: Iterable[tuple[int, Record, Row]],
    heard: Heard,
    ahead: Mapping[str, Ahead] = NOTHING_AHEAD,
) -> list[tuple[str, list[Row]]]:
    """The rows by which records are found, with what inserts them."""
    rows = Rows()
    if kind in _NAMING_PEOPLE:
        _index_naming(connection, records, rows)
    else:
        for n, record, derived in records:
            match record:
                case Contact():
                    index_contact(record, n, derived, rows, heard, ahead.get(record.id))
                case Promise() | Remark():
                    rows.add("notes", (line_place(record, n), note_words(record.text)))
                case _:
                    break  # nothing else is found by words
    for table, values in rows.tables.items():
        if table.startswith(("people", "notes", "gatherings")):
            values.sort(key=lambda row: row[0])  # type: ignore[arg-type,return-value]
    return [(_INDEX_ROWS[table], values) for table, values in rows.tables.items()]


def _drop_index(connection: Connection, kind: str, old: Sequence[tuple[int, Record]]) -> None:
    """Take away what was derived from these records."""
    places: list[Row] = []
    if kind == "contact":
        for chunk in chunks([n for n, _ in old]):
            found = connection.exec_driver_sql(
                f"SELECT place_ja, place_en FROM contact WHERE n IN ({marks(chunk)})", tuple(chunk)
            )
            places += [tuple(row) for row in found]
        live = [(n, c) for n, c in old if isinstance(c, Contact) and c.deleted_at is None]
        many(connection, "DELETE FROM people_ja WHERE rowid = ?", [(p[0],) for p in places])
        many(connection, "DELETE FROM people_en WHERE rowid = ?", [(p[1],) for p in places])
        noted: list[Row] = [(contact_note_place(c, n),) for n, c in live if c.note]
        many(connection, "DELETE FROM notes WHERE rowid = ?", noted)
        numbers: list[Row] = [(n,) for n, _ in old]
        many(connection, "DELETE FROM contact_key WHERE contact = ?", numbers)
        many(connection, "DELETE FROM contact_tag WHERE contact = ?", numbers)
    elif kind == "interaction":
        many(connection, "DELETE FROM participant WHERE act = ?", [(n,) for n, _ in old])
        written: list[Row] = [
            (note_place(ordinal(act.on), n, Noted.ENTRY),)
            for n, act in old
            if isinstance(act, Interaction) and (act.note or act.place)
        ]
        many(connection, "DELETE FROM notes WHERE rowid = ?", written)
    elif kind == "gathering":
        many(connection, "DELETE FROM attendant WHERE gathering = ?", [(n,) for n, _ in old])
        places = [(gathering_place(g, n),) for n, g in old if isinstance(g, Gathering)]
        many(connection, "DELETE FROM gatherings WHERE rowid = ?", places)
    else:
        lines: list[Row] = [
            (line_place(record, n),) for n, record in old if isinstance(record, Promise | Remark)
        ]
        many(connection, "DELETE FROM notes WHERE rowid = ?", lines)


class Arrivals:
    """New records, whose numbers run on."""

    def __init__(self, connection: Connection, inserter: Inserter) -> None:
        self._connection = connection
        self._inserter = inserter
        self._next: dict[str, int] = {}
        self._heard = Heard()

    def put(
        self, kind: str, some: Sequence[Record], ahead: Mapping[str, Ahead] = NOTHING_AHEAD
    ) -> None:
        """More of one kind; `ahead` is what was derived of them before, by id."""
        start = self._first(kind)
        into = f"INSERT INTO {TABLES[kind]} ({', '.join(('n', 'id', 'json', *COLUMNS[kind]))})"
        for first in range(0, len(some), PIECE):
            piece = enumerate(some[first : first + PIECE], start + first)
            numbered = [(n, r, columns(r, n, ahead.get(r.id))) for n, r in piece]
            own: list[Row] = [(n, r.id, codec.encode(r), *derived) for n, r, derived in numbered]
            indexed = _index_rows(self._connection, kind, numbered, self._heard, ahead)
            self._inserter.put([(into, own), *indexed])
        self._next[kind] = start + len(some)

    def _first(self, kind: str) -> int:
        if kind not in self._next:
            self._inserter.wait()
            asked = f"SELECT coalesce(max(n), 0) + 1 FROM {TABLES[kind]}"
            self._next[kind] = self._connection.exec_driver_sql(asked).scalar_one()
        return self._next[kind]


def insert(connection: Connection, kind: str, some: Sequence[Record]) -> None:
    """Write new records."""
    beside = len(some) > AT_ONCE and kind in DERIVED_ALONE
    with inserting(connection, beside=beside) as inserter:
        Arrivals(connection, inserter).put(kind, some)


def update(
    connection: Connection, kind: str, records: Sequence[tuple[int, Record, Record, str]]
) -> None:
    """Write changed records: (row number, before, after, text of after)."""
    _drop_index(connection, kind, [(n, before) for n, before, _, _ in records])
    derived = [(n, after, columns(after, n), text) for n, _, after, text in records]
    names = ("json", *COLUMNS[kind])
    setting = ", ".join(f"{name} = ?" for name in names)
    many(
        connection,
        f"UPDATE {TABLES[kind]} SET {setting} WHERE n = ?",
        [(text, *values, n) for n, _, values, text in derived],
    )
    found = ((n, after, values) for n, after, values, _ in derived)
    for into, rows in _index_rows(connection, kind, found, Heard()):
        insert_rows(connection, into, rows)


def delete(connection: Connection, kind: str, records: Sequence[tuple[int, Record]]) -> None:
    """Take records out."""
    _drop_index(connection, kind, records)
    many(connection, f"DELETE FROM {TABLES[kind]} WHERE n = ?", [(n,) for n, _ in records])


def in_order() -> tuple[str, ...]:
    """Kinds so that what others point at comes first."""
    return tuple(KINDS)

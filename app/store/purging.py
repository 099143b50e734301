"""Taking things out for good: people from the bin, and bytes that nothing points at any more."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from app.domain.card import Card
from app.domain.contact import Contact
from app.domain.imports import ImportBatch
from app.store import codec, history, records
from app.store.derived import ABOUT_ONE, TABLES, instant
from app.store.records import chunks, fetch, marks
from app.store.settings import OF_PEOPLE

if TYPE_CHECKING:
    from app.store.inserting import Row


def purge(connection: Connection, before: datetime) -> tuple[str, ...]:
    """Delete who lies in the bin since before an instant, with everything that is about them alone;
    who they were.

    Entries shared with others stay, without them. The log forgets every change that touched what
    goes: it could not be taken back any more, and would keep what should be gone.
    """
    rows = connection.exec_driver_sql(
        "SELECT id FROM contact WHERE deleted_at IS NOT NULL AND deleted_at < ?", (instant(before),)
    )
    people = list(rows.scalars())
    if not people:
        return ()
    gone: set[tuple[str, str]] = {("contact", contact_id) for contact_id in people}
    for kind in ABOUT_ONE:
        ids = _ids(connection, f"SELECT id FROM {TABLES[kind]} WHERE contact_id IN ({{}})", people)
        _delete(connection, kind, ids)
        gone |= {(kind, record_id) for record_id in ids}
    said = _ids(connection, "SELECT id FROM distinct_pair WHERE card_digest IN ({})", people)
    _delete(connection, "distinct", said)
    gone |= {("distinct", record_id) for record_id in said}
    gone |= _leave_interactions(connection, set(people))
    gone |= _leave_gatherings(connection, set(people))
    _delete(connection, "contact", people)
    _leave_drafts(connection, set(people))
    _forget(connection, gone)
    sweep_blobs(connection)
    return tuple(people)


def _ids(connection: Connection, question: str, people: Iterable[str]) -> list[str]:
    found: list[str] = []
    for chunk in chunks(people):
        rows = connection.exec_driver_sql(question.format(marks(chunk)), tuple(chunk))
        found += rows.scalars()
    return list(dict.fromkeys(found))


def _delete(connection: Connection, kind: str, ids: list[str]) -> None:
    stored = fetch(connection, kind, ids)
    rows = [(there.n, codec.decode(kind, there.text)) for there in stored.values()]
    records.delete(connection, kind, rows)


def _leave_interactions(connection: Connection, people: set[str]) -> set[tuple[str, str]]:
    """Entries with nobody left go; the others lose these people."""
    ids = _ids(
        connection,
        "SELECT i.id FROM contact c JOIN participant p ON p.contact = c.n "
        "JOIN interaction i ON i.n = p.act WHERE c.id IN ({})",
        people,
    )
    stored = fetch(connection, "interaction", ids)
    alone: list[str] = []
    for record_id, there in stored.items():
        act = codec.interaction(there.text)
        others = tuple(c for c in act.contact_ids if c not in people)
        if not others:
            alone.append(record_id)
            continue
        left = replace(act, contact_ids=others)
        records.update(connection, "interaction", [(there.n, act, left, codec.encode(left))])
    _delete(connection, "interaction", alone)
    return {("interaction", record_id) for record_id in ids}


def _leave_gatherings(connection: Connection, people: set[str]) -> set[tuple[str, str]]:
    """Gatherings stay, without these people."""
    ids = _ids(
        connection,
        "SELECT g.id FROM contact c JOIN attendant a ON a.contact = c.n "
        "JOIN gathering g ON g.n = a.gathering WHERE c.id IN ({})",
        people,
    )
    for there in fetch(connection, "gathering", ids).values():
        gathering = codec.gathering(there.text)
        left = replace(gathering, people=tuple(c for c in gathering.people if c not in people))
        row = (there.n, gathering, left, codec.encode(left))
        records.update(connection, "gathering", [row])
    return {("gathering", record_id) for record_id in ids}


def _leave_drafts(connection: Connection, people: set[str]) -> None:
    """What was typed about them and never finished goes as well: it stands under their id. What
    names them and cannot be read goes whole.
    """
    for name in OF_PEOPLE:
        row = connection.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (name,))
        text = row.scalar() or ""
        if any(contact_id in text for contact_id in people):
            try:
                left = json.dumps(_without(json.loads(text), people), ensure_ascii=False)
            except ValueError:
                left = ""
            connection.exec_driver_sql("UPDATE setting SET value = ? WHERE name = ?", (left, name))


def _without(kept: Any, people: set[str]) -> Any:
    match kept:
        case dict():
            return {key: _without(of, people) for key, of in kept.items() if key not in people}
        case list():
            return [_without(one, people) for one in kept if not _among(one, people)]
        case _:
            return kept


def _among(one: Any, people: set[str]) -> bool:
    return isinstance(one, str) and one in people


def _forget(connection: Connection, gone: set[tuple[str, str]]) -> None:
    seqs: set[int] = set()
    for seq, kind, ids in connection.exec_driver_sql("SELECT seq, kind, ids FROM change_made"):
        if any((kind, record_id) in gone for record_id in history.ids_of(ids)):
            seqs.add(seq)
    for seq, kind, record_id in connection.exec_driver_sql(
        "SELECT seq, kind, record_id FROM change_edit"
    ):
        if (kind, record_id) in gone:
            seqs.add(seq)
    history.forget(connection, sorted(seqs))


def sweep_blobs(connection: Connection) -> None:
    """Delete bytes that neither a record nor an image in the log points at."""
    used: set[str] = set()
    for column in ("SELECT photo FROM contact WHERE photo IS NOT NULL", "SELECT source FROM card"):
        used.update(connection.exec_driver_sql(column).scalars())
    for text in connection.exec_driver_sql("SELECT json FROM batch").scalars():
        used |= _named("batch", text)
    edits = connection.exec_driver_sql(
        "SELECT kind, image FROM change_edit WHERE kind IN ('contact', 'card', 'batch')"
    )
    for kind, text in edits:
        used |= _named(kind, text)
    made = connection.exec_driver_sql(
        "SELECT kind, images FROM change_made WHERE images IS NOT NULL "
        "AND kind IN ('contact', 'card', 'batch')"
    )
    for kind, texts in made:
        for text in history.ids_of(texts):
            used |= _named(kind, text)
    there = connection.exec_driver_sql("SELECT sha256 FROM blob").scalars()
    unused: list[Row] = [(name,) for name in there if name not in used]
    records.many(connection, "DELETE FROM blob WHERE sha256 = ?", unused)


def _named(kind: str, text: str) -> set[str]:
    """Hashes that a record of this text points at."""
    match codec.decode(kind, text):
        case Contact(photo=str(photo)):
            return {photo}
        case Card(source=source):
            return {source}
        case ImportBatch(unreadable=cards):
            return {name for c in cards for name in (c.source, c.head) if name is not None}
        case _:
            return set()

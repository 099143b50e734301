"""Applying a change: compare every record with its before, write, and keep the images for the way
back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Connection

from app.domain.change import Change, Edit, Record
from app.store import codec, records
from app.store.codec import KIND_OF
from app.store.errors import StaleError
from app.store.inserting import insert_rows
from app.store.records import Stored


@dataclass(slots=True)
class Images:
    """What a change leaves for undo: ids made, and the texts of what was edited or removed."""

    made: dict[str, list[str]] = field(default_factory=dict)
    edited: list[tuple[str, str, str]] = field(default_factory=list)
    removed: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Work:
    """The edits of one kind."""

    made: list[Record] = field(default_factory=list)
    changed: list[tuple[Record, Record]] = field(default_factory=list)
    removed: list[Record] = field(default_factory=list)


def _sorted(edits: tuple[Edit, ...]) -> dict[str, _Work]:
    """Edits by kind; several edits of one record in a change become one."""
    ends: dict[tuple[str, str], tuple[Record | None, Record | None]] = {}
    for edit in edits:
        record = edit.record
        place = (KIND_OF[type(record)], record.id)
        if place in ends:
            first, last = ends[place]
            if last != edit.before:
                raise StaleError(record.id)
            ends[place] = (first, edit.after)
        else:
            ends[place] = (edit.before, edit.after)
    work = {kind: _Work() for kind in records.in_order()}
    for (kind, _), (before, after) in ends.items():
        if before is None and after is not None:
            work[kind].made.append(after)
        elif before is not None and after is None:
            work[kind].removed.append(before)
        elif before is not None and after is not None and before != after:
            work[kind].changed.append((before, after))
    return work


def put_blobs(connection: Connection, blobs: Mapping[str, bytes]) -> None:
    """Keep big bytes by their hash; those that are there already stay."""
    for name, data in blobs.items():
        if sha256(data).hexdigest() != name:
            raise ValueError("a blob is named by its SHA-256")
    insert_rows(connection, "INSERT OR IGNORE INTO blob (sha256, bytes)", list(blobs.items()))


def write(connection: Connection, edits: tuple[Edit, ...]) -> Images:
    """Write all edits. Raises StaleError where a record is not what the edit takes it for."""
    work = _sorted(edits)
    images = Images()
    stored: dict[str, dict[str, Stored]] = {}
    for kind, todo in work.items():
        ids = [r.id for r in todo.made]
        ids += [before.id for before, _ in todo.changed] + [r.id for r in todo.removed]
        stored[kind] = records.fetch(connection, kind, ids) if ids else {}
        _check(kind, todo, stored[kind])
    for kind, todo in work.items():
        if todo.made:
            records.insert(connection, kind, todo.made)
            images.made[kind] = [r.id for r in todo.made]
    for kind, todo in work.items():
        if todo.changed:
            found = stored[kind]
            rows = [(found[b.id].n, b, a, codec.encode(a)) for b, a in todo.changed]
            records.update(connection, kind, rows)
            images.edited += [(kind, b.id, found[b.id].text) for b, _ in todo.changed]
    for kind, todo in reversed(work.items()):
        if todo.removed:
            found = stored[kind]
            records.delete(connection, kind, [(found[r.id].n, r) for r in todo.removed])
            images.removed += [(kind, r.id, found[r.id].text) for r in todo.removed]
    return images


def _check(kind: str, todo: _Work, stored: dict[str, Stored]) -> None:
    for record in todo.made:
        if record.id in stored:
            raise StaleError(record.id)
    for before in (*(b for b, _ in todo.changed), *todo.removed):
        there = stored.get(before.id)
        if there is None:
            raise StaleError(before.id)
        # A text of an older version lacks newer fields; its record is equal all the same.
        if there.text != codec.encode(before) and codec.decode(kind, there.text) != before:
            raise StaleError(before.id)


def as_change(change: Change, seq: int) -> Change:
    """The change as it was kept."""
    return Change(change.verb, change.edits, change.subject, seq)

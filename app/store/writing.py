"""Applying a change: compare every record with its before, write, and keep the images for the way
back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Connection

from app.domain.change import Edit, Piece, Record
from app.store import codec, records
from app.store.codec import KIND_OF
from app.store.derived import Ahead
from app.store.errors import StaleError
from app.store.inserting import Inserter, Row, insert_rows
from app.store.records import Stored

_INTO_BLOB = "INSERT OR IGNORE INTO blob (sha256, bytes)"


@dataclass(slots=True)
class Images:
    """What a change leaves for undo: ids made, and the texts of what was edited or removed."""

    made: dict[str, list[str]] = field(default_factory=dict)
    """Ids, many in one text, as items of a JSON list."""
    edited: list[tuple[str, str, str]] = field(default_factory=list)
    removed: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, others: "Images") -> None:
        """What another piece of the change leaves."""
        for kind, ids in others.made.items():
            self.made.setdefault(kind, []).extend(ids)
        self.edited += others.edited
        self.removed += others.removed

    def __bool__(self) -> bool:
        return bool(self.made or self.edited or self.removed)


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
    insert_rows(connection, _INTO_BLOB, _blob_rows(blobs))


def _blob_rows(blobs: Mapping[str, bytes]) -> list[Row]:
    for name, data in blobs.items():
        if sha256(data).hexdigest() != name:
            raise ValueError("a blob is named by its SHA-256")
    return list(blobs.items())


class Pieces:
    """The pieces of one change, in one transaction. New records whose rows follow from themselves
    are inserted beside the next piece; for any other the connection is asked.
    """

    def __init__(self, connection: Connection, inserter: Inserter) -> None:
        self._connection = connection
        self._inserter = inserter
        self._arrivals = records.Arrivals(connection, inserter)
        self.images = Images()
        self.edits = 0

    def write(self, piece: Piece, ahead: Mapping[str, Ahead]) -> None:
        """Write one more; `ahead` is what was derived of its new contacts before, by id."""
        self.edits += len(piece.edits)
        new = _new_alone(piece.edits)
        blobs = [(_INTO_BLOB, _blob_rows(piece.blobs))]
        if new is None:
            self._inserter.finish()
            self._arrivals = records.Arrivals(self._connection, self._inserter)
            self.images.add(write(self._connection, tuple(piece.edits)))
            self._inserter.put([], blobs)
            return
        self._inserter.put([], blobs)
        for kind, some in new.items():
            self._arrivals.put(kind, some, ahead)
            self.images.made.setdefault(kind, []).append(_items(some))

    def finish(self) -> Images:
        """Insert what is left; what the change leaves for undo."""
        self._inserter.finish()
        return self.images


def _items(made: Sequence[Record]) -> str:
    return json.dumps([record.id for record in made])[1:-1]


def _new_alone(edits: Sequence[Edit]) -> dict[str, list[Record]] | None:
    """The records by kind, where all are new and need no question."""
    found: dict[str, list[Record]] = {}
    for edit in edits:
        if edit.before is not None or edit.after is None:
            return None
        kind = KIND_OF[type(edit.after)]
        if kind not in records.DERIVED_ALONE:
            return None
        found.setdefault(kind, []).append(edit.after)
    return found


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
            images.made[kind] = [_items(todo.made)]
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

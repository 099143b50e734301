"""The change log: one image per edited record, the one needed to go the other way."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from app.domain.change import Change, Edit, Record, Verb
from app.domain.ids import first_id
from app.domain.now import Now
from app.store import codec, records
from app.store.answers import LoggedChange
from app.store.derived import ABOUT_ONE, TABLES, instant
from app.store.errors import NothingToRedoError, NothingToUndoError, UndoBlockedError
from app.store.records import marks
from app.store.writing import Images, write

KEPT_DAYS = 365
KEPT_BYTES = 100 * 1024 * 1024

_LOGGED = "SELECT seq, at, day, verb, subject, edits, undone FROM change_log"


@dataclass(frozen=True, slots=True)
class Kept:
    """A change as the log holds it."""

    made: dict[str, list[str]]
    images: dict[str, list[str]]
    edited: list[tuple[str, str, str]]
    removed: list[tuple[str, str, str]]

    def touched(self) -> set[tuple[str, str]]:
        """(kind, id) of every record."""
        made = {(kind, record_id) for kind, ids in self.made.items() for record_id in ids}
        return made | {(kind, record_id) for kind, record_id, _ in (*self.edited, *self.removed)}


def _logged(row: Sequence[Any]) -> LoggedChange:
    seq, at, day, verb, subject, edits, undone = row
    return LoggedChange(
        seq,
        datetime.fromisoformat(at),
        date.fromisoformat(day),
        Verb(verb),
        subject,
        edits,
        bool(undone),
    )


def last(connection: Connection) -> LoggedChange | None:
    """The newest change that was not taken back."""
    row = connection.exec_driver_sql(
        f"{_LOGGED} WHERE undone = 0 ORDER BY seq DESC LIMIT 1"
    ).one_or_none()
    return None if row is None else _logged(row)


def on_day(connection: Connection, day: date) -> tuple[LoggedChange, ...]:
    """Changes of one civil day that were not taken back, the newest first."""
    rows = connection.exec_driver_sql(
        f"{_LOGGED} WHERE undone = 0 AND day = ? ORDER BY seq DESC", (day.isoformat(),)
    )
    return tuple(_logged(row) for row in rows)


def written_after(connection: Connection, moment: datetime) -> list[tuple[Record, date]]:
    """Records that changes later than a moment touched last, each with the civil day of that
    change: what a clock that was ahead has dated. None where nobody was there before that moment:
    then it is the clock of now that is wrong.
    """
    rows = connection.exec_driver_sql(
        "SELECT seq, day FROM change_log WHERE undone = 0 AND at > ?", (instant(moment),)
    )
    days = {seq: date.fromisoformat(day) for seq, day in rows}
    there = "SELECT EXISTS (SELECT 1 FROM contact WHERE id < ?)"
    if not days or not connection.exec_driver_sql(there, (first_id(moment),)).scalar():
        return []
    touched: dict[tuple[str, str], date] = {}
    for seq, day in days.items():
        for key in kept_of(connection, seq, images=False).touched():
            touched.setdefault(key, day)
    found: list[tuple[Record, date]] = []
    for (kind, record_id), day in sorted(touched.items()):
        edited = connection.exec_driver_sql(
            "SELECT e.seq FROM change_edit e JOIN change_log l ON l.seq = e.seq "
            "WHERE e.record_id = ? AND e.kind = ? AND l.undone = 0 AND e.seq > ?",
            (record_id, kind, max(days)),
        ).scalars()
        stored = records.fetch(connection, kind, (record_id,))
        if stored and not list(edited):
            found.append((codec.decode(kind, stored[record_id].text), day))
    return found


def logged(connection: Connection, seq: int) -> LoggedChange | None:
    """One change of the log."""
    row = connection.exec_driver_sql(f"{_LOGGED} WHERE seq = ?", (seq,)).one_or_none()
    return None if row is None else _logged(row)


def record(connection: Connection, change: Change, edits: int, images: Images, now: Now) -> int:
    """Log a change of so many edits that was just written; what was taken back before can no longer
    be redone.
    """
    undone = connection.exec_driver_sql("SELECT seq FROM change_log WHERE undone > 0").scalars()
    forget(connection, list(undone))
    size = sum(len(image) for _, _, image in (*images.edited, *images.removed))
    size += sum(len(ids) for kind_ids in images.made.values() for ids in kind_ids)
    seq = int(
        connection.exec_driver_sql(
            "INSERT INTO change_log (at, day, verb, subject, edits, bytes, undone) "
            "VALUES (?, ?, ?, ?, ?, ?, 0) RETURNING seq",
            (
                instant(now.instant),
                now.today.isoformat(),
                change.verb.value,
                change.subject,
                edits,
                size,
            ),
        ).scalar_one()
    )
    records.many(
        connection,
        "INSERT INTO change_made (seq, kind, ids) VALUES (?, ?, ?)",
        [(seq, kind, f"[{', '.join(ids)}]") for kind, ids in images.made.items()],
    )
    rows = [(seq, *image, 0) for image in images.edited]
    rows += [(seq, *image, 1) for image in images.removed]
    records.many(
        connection,
        "INSERT INTO change_edit (seq, kind, record_id, image, removed) VALUES (?, ?, ?, ?, ?)",
        rows,
    )
    return seq


def forget(connection: Connection, seqs: list[int]) -> None:
    """Take changes out of the log."""
    for table in ("change_edit", "change_made", "change_log"):
        records.many(connection, f"DELETE FROM {table} WHERE seq = ?", [(seq,) for seq in seqs])


def thin(connection: Connection, now: Now) -> bool:
    """Keep a year or 100 MB; whether anything went."""
    rows = connection.exec_driver_sql(
        "SELECT seq, at, bytes FROM change_log ORDER BY seq DESC"
    ).all()
    oldest = instant(now.instant - timedelta(KEPT_DAYS))
    total = 0
    gone: list[int] = []
    for place, (seq, at, size) in enumerate(rows):
        total += size
        if place and (gone or at < oldest or total > KEPT_BYTES):
            gone.append(seq)
    forget(connection, gone)
    return bool(gone)


def ids_of(texts: str) -> list[str]:
    """The list in a `change_made` column."""
    found: list[str] = json.loads(texts)
    return found


def kept_of(connection: Connection, seq: int, *, images: bool = True) -> Kept:
    """What the log holds of a change; the images are long, and not everybody wants them."""
    made: dict[str, list[str]] = {}
    later: dict[str, list[str]] = {}
    of_made, of_edit = ("images", "image") if images else ("NULL", "''")
    rows = connection.exec_driver_sql(
        f"SELECT kind, ids, {of_made} FROM change_made WHERE seq = ?", (seq,)
    )
    for kind, ids, texts in rows:
        made[kind] = json.loads(ids)
        later[kind] = [] if texts is None else json.loads(texts)
    edits = connection.exec_driver_sql(
        f"SELECT kind, record_id, {of_edit}, removed FROM change_edit WHERE seq = ?", (seq,)
    ).all()
    return Kept(
        made,
        later,
        [(kind, record_id, image) for kind, record_id, image, gone in edits if not gone],
        [(kind, record_id, image) for kind, record_id, image, gone in edits if gone],
    )


def _now_stored(
    connection: Connection, wanted: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Texts of records as they are; UndoBlockedError where one is gone for good."""
    ids: dict[str, list[str]] = {}
    for kind, record_id in wanted:
        ids.setdefault(kind, []).append(record_id)
    texts: dict[tuple[str, str], str] = {}
    for kind, some in ids.items():
        stored = records.fetch(connection, kind, some)
        for record_id in some:
            if record_id not in stored:
                raise UndoBlockedError(None)
            texts[kind, record_id] = stored[record_id].text
    return texts


def undo(connection: Connection, seq: int | None) -> Change:
    """Take a change back: the newest, or that one. Returns it reversed."""
    entry = last(connection) if seq is None else logged(connection, seq)
    if entry is None or entry.undone:
        raise NothingToUndoError
    kept = kept_of(connection, entry.seq)
    _refuse_if_edited_since(connection, entry.seq, kept.touched())
    refuse_if_needed(connection, kept)
    made = [(kind, record_id) for kind, ids in kept.made.items() for record_id in ids]
    texts = _now_stored(connection, [*made, *((kind, i) for kind, i, _ in kept.edited)])
    edits = [
        Edit(codec.decode(k, texts[k, i]), codec.decode(k, image)) for k, i, image in kept.edited
    ]
    edits += [Edit(None, codec.decode(kind, image)) for kind, _, image in kept.removed]
    edits += [Edit(codec.decode(kind, texts[kind, i]), None) for kind, i in made]
    images = write(connection, tuple(edits))
    taken = {(kind, i): text for kind, i, text in images.removed}
    for kind, ids in kept.made.items():
        connection.exec_driver_sql(
            "UPDATE change_made SET images = ? WHERE seq = ? AND kind = ?",
            (json.dumps([taken[kind, i] for i in ids]), entry.seq, kind),
        )
    _swap(connection, entry.seq, images.edited)
    connection.exec_driver_sql(
        "UPDATE change_log SET undone = (SELECT max(undone) + 1 FROM change_log) WHERE seq = ?",
        (entry.seq,),
    )
    return Change(entry.verb, tuple(edits), entry.subject, entry.seq)


def redo(connection: Connection) -> Change:
    """Do again what was taken back last."""
    row = connection.exec_driver_sql(
        f"{_LOGGED} WHERE undone > 0 ORDER BY undone DESC LIMIT 1"
    ).one_or_none()
    if row is None:
        raise NothingToRedoError
    entry = _logged(row)
    kept = kept_of(connection, entry.seq)
    gone = [(kind, i) for kind, i, _ in (*kept.edited, *kept.removed)]
    texts = _now_stored(connection, gone)
    edits = [Edit(None, codec.decode(kind, t)) for kind, some in kept.images.items() for t in some]
    edits += [
        Edit(codec.decode(k, texts[k, i]), codec.decode(k, image)) for k, i, image in kept.edited
    ]
    edits += [Edit(codec.decode(kind, texts[kind, i]), None) for kind, i, _ in kept.removed]
    images = write(connection, tuple(edits))
    connection.exec_driver_sql("UPDATE change_made SET images = NULL WHERE seq = ?", (entry.seq,))
    _swap(connection, entry.seq, images.edited)
    connection.exec_driver_sql("UPDATE change_log SET undone = 0 WHERE seq = ?", (entry.seq,))
    return Change(entry.verb, tuple(edits), entry.subject, entry.seq)


def _swap(connection: Connection, seq: int, edited: list[tuple[str, str, str]]) -> None:
    """The images of edited records for the way that is now the other one."""
    records.many(
        connection,
        "UPDATE change_edit SET image = ? WHERE seq = ? AND kind = ? AND record_id = ?",
        [(image, seq, kind, record_id) for kind, record_id, image in edited],
    )


def _refuse_if_edited_since(
    connection: Connection, seq: int, touched: set[tuple[str, str]]
) -> None:
    rows = connection.exec_driver_sql(
        "SELECT e.kind, e.record_id, e.seq FROM change_edit e JOIN change_log l ON l.seq = e.seq "
        "WHERE e.seq > ? AND l.undone = 0 ORDER BY e.seq DESC",
        (seq,),
    )
    for kind, record_id, newer in rows:
        if (kind, record_id) in touched:
            raise UndoBlockedError(logged(connection, newer))


def _pointing(gone: str, ids: list[str]) -> list[tuple[str, str]]:
    """(kind, question) for everything that points at records of the kind `gone` with these ids."""
    some = marks(ids)
    if gone == "contact":
        asked = f"WHERE contact_id IN ({some})"
        direct = [(kind, f"SELECT id FROM {TABLES[kind]} {asked}") for kind in ABOUT_ONE]
        acts = (
            "SELECT i.id FROM contact c JOIN participant p ON p.contact = c.n "
            f"JOIN interaction i ON i.n = p.act WHERE c.id IN ({some})"
        )
        gatherings = (
            "SELECT g.id FROM contact c JOIN attendant a ON a.contact = c.n "
            f"JOIN gathering g ON g.n = a.gathering WHERE c.id IN ({some})"
        )
        return [*direct, ("interaction", acts), ("gathering", gatherings)]
    if gone == "gathering":
        return [
            ("contact", f"SELECT id FROM contact WHERE gathering IN ({some})"),
            ("interaction", f"SELECT id FROM interaction WHERE gathering IN ({some})"),
        ]
    if gone == "batch":
        return [("card", f"SELECT id FROM card WHERE batch_id IN ({some})")]
    if gone == "interaction":
        return [("interaction", f"SELECT id FROM interaction WHERE answers IN ({some})")]
    return []


def needing(connection: Connection, kept: Kept) -> Iterator[tuple[str, str]]:
    """Records (kind, id) that stay and point at what would go."""
    touched = kept.touched()
    for gone, ids in kept.made.items():
        for chunk in records.chunks(ids):
            for kind, question in _pointing(gone, chunk):
                for record_id in connection.exec_driver_sql(question, tuple(chunk)).scalars():
                    if (kind, record_id) not in touched:
                        yield kind, record_id


def refuse_if_needed(connection: Connection, kept: Kept) -> None:
    """Refuse where something that stays points at what would go."""
    for kind, record_id in needing(connection, kept):
        raise UndoBlockedError(_source(connection, kind, record_id))


def _source(connection: Connection, kind: str, record_id: str) -> LoggedChange | None:
    """The newest change that wrote a record."""
    rows = connection.exec_driver_sql(
        "SELECT m.seq, m.ids FROM change_made m JOIN change_log l ON l.seq = m.seq "
        "WHERE m.kind = ? AND l.undone = 0 ORDER BY m.seq DESC",
        (kind,),
    )
    makers = [seq for seq, ids in rows if record_id in json.loads(ids)]
    editors = connection.exec_driver_sql(
        "SELECT e.seq FROM change_edit e JOIN change_log l ON l.seq = e.seq "
        "WHERE e.kind = ? AND e.record_id = ? AND l.undone = 0",
        (kind, record_id),
    ).scalars()
    newest = max((*makers, *editors), default=None)
    return None if newest is None else logged(connection, newest)

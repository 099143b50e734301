"""Past imports: what was imported, and what it would mean to take it back."""

from sqlalchemy import Connection

from app.domain.change import Verb
from app.domain.imports import ImportBatch
from app.store import codec, history
from app.store.answers import PastImport, UndoEffect

Key = tuple[str, str]
Written = dict[Key, set[int]]
"""The changes, not taken back, that edited a record, or that made it."""


def batches(connection: Connection) -> tuple[ImportBatch, ...]:
    """Imports, the newest first."""
    rows = connection.exec_driver_sql("SELECT json FROM batch ORDER BY at DESC, n DESC")
    found = (codec.decode("batch", text) for text in rows.scalars())
    return tuple(b for b in found if isinstance(b, ImportBatch))


def past_imports(connection: Connection) -> tuple[PastImport, ...]:
    """Imports, the newest first, each with what taking it back would do."""
    rows = connection.exec_driver_sql(
        "SELECT m.seq, m.ids FROM change_made m JOIN change_log l ON l.seq = m.seq "
        "WHERE m.kind = 'batch' AND l.verb = ? AND l.undone = 0",
        (Verb.IMPORT.value,),
    )
    logged = {batch: seq for seq, ids in rows for batch in history.ids_of(ids)}
    edited = _edited(connection)
    return tuple(
        PastImport(batch, _effect(connection, logged[batch.id], edited))
        if batch.id in logged
        else PastImport(batch, None)
        for batch in batches(connection)
    )


def _edited(connection: Connection) -> Written:
    rows = connection.exec_driver_sql(
        "SELECT e.kind, e.record_id, e.seq FROM change_edit e "
        "JOIN change_log l ON l.seq = e.seq WHERE l.undone = 0"
    )
    found: Written = {}
    for kind, record_id, seq in rows:
        found.setdefault((kind, record_id), set()).add(seq)
    return found


def _effect(connection: Connection, seq: int, edited: Written) -> UndoEffect:
    kept = history.kept_of(connection, seq, images=False)
    needing = set(history.needing(connection, kept))
    above = {
        newer for key in (*kept.touched(), *needing) for newer in edited.get(key, ()) if newer > seq
    }
    above |= _makers(connection, needing, seq)
    return UndoEffect(
        seq,
        len(kept.made.get("contact", ())),
        sum(kind == "contact" for kind, _, _ in kept.edited),
        len(kept.made.get("card", ())),
        len(kept.made.get("follow_up", ())),
        blocked=bool(above or needing),
        by=history.logged(connection, max(above)) if above else None,
        others=max(0, len(above) - 1),
    )


def _makers(connection: Connection, wanted: set[Key], after: int) -> set[int]:
    """The changes behind that one, not taken back, that made any of these records."""
    if not wanted:
        return set()
    rows = connection.exec_driver_sql(
        "SELECT m.kind, m.seq, m.ids FROM change_made m JOIN change_log l ON l.seq = m.seq "
        "WHERE l.undone = 0 AND m.seq > ?",
        (after,),
    )
    return {
        seq
        for kind, seq, ids in rows
        if any((kind, record_id) in wanted for record_id in history.ids_of(ids))
    }

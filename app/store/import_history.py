"""Past imports: what was imported, and what it would mean to take it back."""

from sqlalchemy import Connection

from app.domain.change import Verb
from app.domain.imports import ImportBatch
from app.store import codec, history
from app.store.answers import PastImport, UndoEffect
from app.store.errors import UndoBlockedError

Newest = dict[tuple[str, str], int]
"""The newest change, not taken back, that edited a record."""


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
    edits = connection.exec_driver_sql(
        "SELECT e.kind, e.record_id, max(e.seq) FROM change_edit e "
        "JOIN change_log l ON l.seq = e.seq WHERE l.undone = 0 GROUP BY e.kind, e.record_id"
    )
    newest: Newest = {(kind, record_id): seq for kind, record_id, seq in edits}
    return tuple(
        PastImport(batch, _effect(connection, logged[batch.id], newest))
        if batch.id in logged
        else PastImport(batch, None)
        for batch in batches(connection)
    )


def _effect(connection: Connection, seq: int, newest: Newest) -> UndoEffect:
    kept = history.kept_of(connection, seq, images=False)
    blocked, by = False, None
    edited = max((newest.get(key, 0) for key in kept.touched()), default=0)
    if edited > seq:
        blocked, by = True, history.logged(connection, edited)
    else:
        try:
            history.refuse_if_needed(connection, kept)
        except UndoBlockedError as error:
            blocked, by = True, error.by
    return UndoEffect(
        seq,
        len(kept.made.get("contact", ())),
        sum(kind == "contact" for kind, _, _ in kept.edited),
        len(kept.made.get("card", ())),
        len(kept.made.get("follow_up", ())),
        blocked,
        by,
    )

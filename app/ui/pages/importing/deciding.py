"""The import itself, once: what was answered is written, and what came of it can be undone."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.imports import ImportBatch
from app.ui.models.import_session import Session
from app.ui.pages.importing import reading
from app.ui.workspace import Workspace
from app.usecases import undoing
from app.usecases.importing import ImportOutcome


class Deciding(QObject):
    """Writes an import; holds what came of it until the page begins anew."""

    busy = Signal(bool)
    imported = Signal(object)
    """What it did: an `ImportOutcome`."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.under_way = False
        self.outcome: ImportOutcome | None = None

    def accept(self, session: Session, met_on: date | None) -> None:
        """Import the cards of a session with the answers given."""
        self._set_busy(True)
        plan, choices, now = session.plan, dict(session.choices), self._workspace.now()
        self._workspace.do(
            lambda store: reading.accept(store, plan, now=now, choices=choices, met_on=met_on)
        ).then(self._imported, self._not_imported)

    def _imported(self, outcome: ImportOutcome) -> None:
        self._set_busy(False)
        self.outcome = outcome
        self.imported.emit(outcome)

    def _not_imported(self, error: ExpectedError) -> None:
        self._set_busy(False)
        self._workspace.failed.emit(error)

    def _set_busy(self, on: bool) -> None:
        self.under_way = on
        self.busy.emit(on)

    def undo(self) -> None:
        """Take the import back."""
        change = self.outcome.change if self.outcome else None
        if change is not None:
            seq, now = change.seq, self._workspace.now()
            self._workspace.do(lambda store: undoing.undo(store, now=now, seq=seq))

    def people(self) -> tuple[str, ...]:
        """Whom it brought or changed."""
        change = self.outcome.change if self.outcome else None
        return tuple(sorted(change.people())) if change else ()

    def is_of(self, change: Change) -> bool:
        """Whether somebody took this very import back, or did it again."""
        batch = self.outcome.batch if self.outcome else None
        return batch is not None and any(
            isinstance(e.record, ImportBatch) and e.record.id == batch.id for e in change.edits
        )

"""The import itself, once: what was answered is written, and what came of it can be undone."""

from datetime import date
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.imports import ImportBatch
from app.ui.frame import FRAME_MS
from app.ui.models.import_session import Session
from app.ui.pages.importing import reading
from app.ui.workspace import Workspace
from app.usecases import undoing
from app.usecases.errors import ImportCancelledError
from app.usecases.importing import ImportOutcome

if TYPE_CHECKING:
    from app.store.store import Store

_AT_MOST = 0.2
"""After so many seconds the writing begins anyway."""


class Deciding(QObject):
    """Writes an import; holds what came of it until the page begins anew."""

    busy = Signal(bool)
    written = Signal(int, int)
    """So many cards of how many are written."""
    stopped = Signal()
    """The person stopped it; nothing was imported."""
    imported = Signal(object)
    """What it did: an `ImportOutcome`."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.given_up.connect(self.stop)
        self.under_way = False
        self._stop = Event()
        self.outcome: ImportOutcome | None = None

    def accept(self, session: Session, met_on: date | None) -> None:
        """Import the cards of a session with the answers given."""
        self._set_busy(True)
        stop, painted = Event(), Event()
        self._stop = stop
        QTimer.singleShot(FRAME_MS, painted.set)
        plan, choices, now = session.plan, dict(session.choices), self._workspace.now()
        told = self._workspace.teller(self._written)

        def work(store: "Store") -> ImportOutcome:
            painted.wait(_AT_MOST)  # writing takes the processors and the interpreter
            return reading.accept(
                store,
                plan,
                now=now,
                choices=choices,
                met_on=met_on,
                progress=told,
                cancelled=stop.is_set,
            )

        self._workspace.do(work, announced=False).then(self._imported, self._not_imported)

    def stop(self) -> None:
        """Give the import up, whose writing is under way."""
        self._stop.set()

    def _written(self, done: int, cards: int) -> None:
        if self.under_way:
            self.written.emit(done, cards)

    def _imported(self, outcome: ImportOutcome) -> None:
        self._set_busy(False)
        self.outcome = outcome
        self.imported.emit(outcome)
        # Every page asks anew then, and three lanes take processors and interpreter: what came of
        # it is to stand on the screen before.
        QTimer.singleShot(FRAME_MS, self, partial(self._workspace.announce, outcome))

    def _not_imported(self, error: ExpectedError) -> None:
        self._set_busy(False)
        if isinstance(error, ImportCancelledError):
            self.stopped.emit()
        else:
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

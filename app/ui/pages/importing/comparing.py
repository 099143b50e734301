"""The comparison with the people known: of what was read, or of cards that wait since earlier."""

from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import ExpectedError
from app.ui.models.import_session import Session
from app.ui.pages.importing import reading
from app.ui.pages.importing.reading import Waiting
from app.ui.workspace import Workspace
from app.usecases.import_plan import ReadFile

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply


class Comparing(QObject):
    """Asks the store; holds the session, whose answers outlive a comparison anew."""

    compared = Signal()
    """`session` compares what was read."""
    waits = Signal()
    """`session` holds the cards that wait."""
    nothing_waits = Signal()
    counted = Signal(int, bool)
    """How many cards wait, and whether there were imports."""
    failed = Signal(object)
    """The store could not answer: an ExpectedError."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asking: Reply[Session] | None = None
        self._stop = Event()
        self.session: Session | None = None
        self.waiting_ids: tuple[str, ...] = ()

    def compare(self, files: Sequence[ReadFile]) -> None:
        """Ask what an import would do; the answers given stay."""
        self.drop()
        stop = self._stop = Event()

        def question(reader: "Reader") -> Session:
            return reading.compare(reader, files, stop.is_set)

        self._asking = self._workspace.ask(question).then(self._compared, self._not_compared)

    def drop(self) -> None:
        """The answer under way is not wanted any more; no other question waits for its end."""
        self._stop.set()
        if self._asking is not None:
            self._asking.drop()
            self._asking = None

    def _compared(self, session: Session) -> None:
        self._asking = None
        before, self.session = self.session, session
        if before is not None:
            session.carry(before)
        self.compared.emit()

    def _not_compared(self, error: ExpectedError) -> None:
        self._asking = None
        self.failed.emit(error)

    def ask_waiting(self) -> None:
        """Ask for the cards of earlier imports that wait for a decision."""
        self._workspace.ask(reading.waiting).then(self._waiting)

    def _waiting(self, waiting: Waiting) -> None:
        if waiting.ids:
            self.session, self.waiting_ids = waiting.session, waiting.ids
            self.waits.emit()
        else:
            self.nothing_waits.emit()

    def count(self) -> None:
        """Ask how many cards wait."""
        self._workspace.ask(reading.standing).then(self._counted)

    def _counted(self, standing: tuple[int, bool]) -> None:
        self.counted.emit(*standing)

    def forget(self) -> None:
        """Nothing is compared."""
        self.drop()
        self.session, self.waiting_ids = None, ()

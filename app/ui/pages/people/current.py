"""Who is current on the people page, and what is known of them, asked for when it is needed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.pages.people import questions
from app.ui.pages.people.questions import Known
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply


class Current(QObject):
    """Holds one id; the answer to the newest question alone comes."""

    known = Signal(object)
    """What is known of the current person: a `Known`, or None where there is nobody of that id."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asking: Reply[Known | None] | None = None
        self.id: str | None = None
        # Without delay, but behind painting: the list shows who was chosen before more is done.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.ask)

    def ask_soon(self) -> None:
        """Ask once what is to be painted is painted."""
        self._soon.start()

    def ask(self) -> None:
        """Ask what is known of the current person."""
        self.drop_answer()
        contact_id = self.id
        if contact_id is None:
            return
        today = self._workspace.now().today

        def know(reader: "Reader") -> Known | None:
            return questions.know(reader, contact_id, today)

        self._asking = self._workspace.ask(know)
        self._asking.then(self._answered)

    def drop_answer(self) -> None:
        """Nobody waits for it any more."""
        self._soon.stop()
        if self._asking is not None:
            self._asking.drop()
            self._asking = None

    def _answered(self, known: Known | None) -> None:
        self._asking = None
        self.known.emit(known)

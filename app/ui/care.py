"""Takes care of the store while the window is open, when nobody is waiting: a copy a day, and an
end for who lay in the bin long enough.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.errors import ExpectedError
from app.store.errors import BackupFailedError, BackupStoppedError
from app.ui.background import Task
from app.ui.workspace import Workspace
from app.usecases import care
from app.usecases.care import Wanted

if TYPE_CHECKING:
    from datetime import date

FIRST_MS = 60_000
"""So long after the opening of a store; what is on the screen comes first."""
AGAIN_MS = 3_600_000


class Care(QObject):
    """Says nothing while it goes well; tells of a trouble once a day."""

    copied = Signal()
    """A copy was made."""
    looked = Signal()
    """All that was due was done, or could not be."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._told: date | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Look no more: the store is being closed."""
        self._timer.stop()

    def look(self) -> None:
        """Make the copy of today if it is due; look again in an hour."""
        self._timer.start(AGAIN_MS)
        now = self._workspace.now()
        self._workspace.do(lambda store: care.wanted(store, now)).then(self._make, self._failed)

    def _make(self, wanted: Wanted | None) -> None:
        if wanted is None:
            self._let_go()
            return

        def work(task: Task) -> Wanted | None:
            try:
                wanted.make(task.cancelled)
            except BackupStoppedError:
                return None
            return wanted

        self._workspace.free(work).then(self._made, self._failed)

    def _made(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self._workspace.do(lambda store: care.done(store, wanted)).then(self._noted)

    def _noted(self, _nothing: None) -> None:
        self.copied.emit()
        self._let_go()

    def _let_go(self) -> None:
        now = self._workspace.now()
        gone = self._workspace.do(lambda store: care.let_go(store, now))
        gone.then(self._gone, self._failed)

    def _gone(self, people: tuple[str, ...]) -> None:
        if people:
            self._workspace.gone.emit(people)
        self.looked.emit()

    def _failed(self, error: ExpectedError) -> None:
        """What cannot be copied may be damaged: then that is what there is to tell."""
        if isinstance(error, BackupFailedError):
            asked = self._workspace.do(lambda store: store.prove())
            asked.then(lambda _sound: self._tell(error), self._tell)
        else:
            self._tell(error)

    def _tell(self, error: ExpectedError) -> None:
        today = self._workspace.now().today
        if self._told != today:
            self._told = today
            self._workspace.failed.emit(error)
        self.looked.emit()

"""The scene while a backup is put in place: how far it is, and a way back until it counts."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store.errors import BackupStoppedError
from app.store.folder import StoreFolder
from app.ui.background import Background, Task
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.marks import Logo
from app.ui.widgets.notice import ProgressBar
from app.usecases.restoring import Restored, Wanted, bring_back

WIDTH = 420


class Restoring(QWidget):
    """Begins when it is made; the store must be closed by then."""

    restored = Signal(object)
    """A `Restored`."""
    not_restored = Signal(object)
    """Everything is as before: an `ExpectedError`, or None where the person gave it up."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        folder: StoreFolder,
        wanted: Wanted,
        now: datetime,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        px = theme.px
        inner = QWidget()
        inner.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Logo(theme, width=120), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(20))
        title = self.tr("Bringing the backup back…")
        self.setAccessibleName(title)
        column.addWidget(Label(theme, title, role="heading", wrap=True))
        words = self.tr("It is opened and checked once more before anything is replaced.")
        column.addWidget(Label(theme, words, color="ink2", wrap=True))
        self.progress = ProgressBar(theme, name=title)
        column.addWidget(self.progress)
        self.cancel = Button(theme, self.tr("Leave it"), kind="ghost")
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(inner)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)
        self.setFocusProxy(self.cancel)

        def work(task: Task) -> Restored | None:
            try:
                return bring_back(
                    wanted, folder, now=now, force=True, stopped=task.cancelled, told=task.report
                )
            except BackupStoppedError:
                return None

        self._running = background.run(work).on_progress(self._went)
        self._running.then(self._came, self._failed)
        self.cancel.clicked.connect(self._give_up)

    def _went(self, part: float) -> None:
        self.progress.setValue(round(part * 100))

    def _give_up(self) -> None:
        self.cancel.setEnabled(False)
        self._running.cancel()

    def _came(self, restored: Restored | None) -> None:
        if restored is None:
            self.not_restored.emit(None)
        else:
            self.restored.emit(restored)

    def _failed(self, error: ExpectedError) -> None:
        self.not_restored.emit(error)

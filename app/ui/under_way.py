"""A scene while something long is done to the closed store: how far it is, and a way back until it
counts.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.background import Background, Task
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.marks import Logo
from app.ui.widgets.notice import ProgressBar

WIDTH = 420


class UnderWay(QWidget):
    """Whoever derives says what it is with `begin`; the store must be closed by then."""

    done = Signal(object)
    """What the work answered."""
    not_done = Signal(object)
    """Everything is as before: an `ExpectedError`, or None where the person gave it up."""

    def __init__(self, background: Background, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._background = background
        self._theme = theme

    def begin(self, title: str, words: str, work: Callable[[Task], object | None]) -> None:
        """`work` answers None where it was given up; it reports how far it is, from 0 to 1."""
        theme, px = self._theme, self._theme.px
        inner = QWidget()
        inner.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Logo(theme, width=120), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(20))
        self.setAccessibleName(title)
        column.addWidget(Label(theme, title, role="heading", wrap=True))
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
        self._running = self._background.run(work).on_progress(self._went)
        self._running.then(self._came, self.not_done.emit)
        self.cancel.clicked.connect(self._give_up)

    def _went(self, part: float) -> None:
        self.progress.setValue(round(part * 100))

    def _give_up(self) -> None:
        self.cancel.setEnabled(False)
        self._running.cancel()

    def _came(self, answer: object | None) -> None:
        if answer is None:
            self.not_done.emit(None)
        else:
            self.done.emit(answer)

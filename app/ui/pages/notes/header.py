"""The head of the notes: the way back, which evening, and how far."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import paint
from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.thread_progress import ThreadProgress

HIGH = 84


class NotesHeader(QWidget):
    """Says it; `back` is pressed to leave."""

    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(HIGH))
        self.leave = Button(theme, kind="ghost", icon="back", name=self.tr("Back"))
        self._title = Label(theme, role="sheet-title", elide=True)
        self._where = Label(theme, color="ink2", elide=True)
        self.thread_ = ThreadProgress(theme)
        self._count = Label(theme, role="body")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._where)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(13), 0, px(28), 0)
        row.setSpacing(px(9))
        row.addWidget(self.leave)
        row.addLayout(words, 1)
        row.addWidget(self.thread_)
        row.addSpacing(px(8))
        row.addWidget(self._count)
        self.leave.clicked.connect(self.back)

    def show_evening(self, title: str, where: str) -> None:
        """Which evening."""
        self._title.setText(title)
        self._where.setText(where)

    def show_progress(self, done: Sequence[bool], now: int) -> None:
        """How many have notes."""
        self.thread_.show_progress(done, now)
        rest = self.tr(" / %n card(s)", "", len(done))
        self._count.set_runs([Run(str(sum(done)), "ink", bold=True), Run(rest, "ink2")])

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.hairline(p, 0, self.height() - 1, self.width(), self._theme.c("line"))

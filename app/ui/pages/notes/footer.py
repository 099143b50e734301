"""The foot of the notes: keys, that it is saved, and the way to the next person."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.look.tokens import MARGIN
from app.ui.plain import Label
from app.ui.widgets.box import KeyHints
from app.ui.widgets.button import Button
from app.ui.widgets.marks import IconMark

HIGH = 64


class NotesFooter(QWidget):
    """One line; where it is narrow the keys go, not the words."""

    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(HIGH))
        self._hints = KeyHints(
            theme,
            [
                (("Tab",), self.tr("next field")),
                (("Ctrl+Up", "Ctrl+Down"), self.tr("another person")),
                (("Esc",), self.tr("write later")),
            ],
        )
        self._tick = IconMark(theme, "check", color="koke")
        self._saved = Label(theme, self.tr("Saved as you write"), role="small", color="koke")
        self.next = Button(
            theme, self.tr("Next person"), kind="primary", size="large", key="Ctrl+Return"
        )
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(px(MARGIN), 1, px(MARGIN), 0)
        row.setSpacing(px(8))
        row.addWidget(self._hints)
        row.addSpacing(px(12))
        row.addWidget(self._tick)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self.next)
        self.next.clicked.connect(self.next_wanted)

    def show_last(self, *, last: bool) -> None:
        """Whether there is nobody after this one."""
        words = self.tr("Finish") if last else self.tr("Next person")
        if words != self.next.words():
            self.next.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        around = self._theme.px(2 * MARGIN + 12 + 3 * 8)
        parts = (self._tick, self._saved, self.next, self._hints)
        needs = sum(part.sizeHint().width() for part in parts) + around
        self._hints.setVisible(self.width() >= needs)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.hairline(p, 0, 0, self.width(), self._theme.c("line"))

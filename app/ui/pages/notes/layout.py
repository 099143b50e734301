"""How the parts of the notes stand: head, strip, card, questions, foot."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import panes
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.look.tokens import MARGIN
from app.ui.pages.notes.beside import Beside
from app.ui.pages.notes.footer import NotesFooter
from app.ui.pages.notes.header import NotesHeader
from app.ui.pages.notes.prompts import Prompts
from app.ui.pages.notes.strip import WIDE as STRIP
from app.ui.pages.notes.strip import Strip
from app.ui.widgets.business_card import WIDE as CARD
from app.ui.words.notes import NotesWords

_GAP, _ROOMY = 40, 808
_LEFT_SHARE = 2 / 5
_WIDEST = 720


class NotesLayout(QWidget):
    """All widgets of the page; it knows no workspace and decides nothing."""

    def __init__(self, theme: Theme, words: NotesWords, today: date) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.header = NotesHeader(theme)
        self.strip = Strip(theme)
        self.beside = Beside(theme, words)
        self.prompts = Prompts(theme, words, today)
        self.prompts.setMaximumWidth(px(_WIDEST))
        self.footer = NotesFooter(theme)
        inner = QWidget()
        inner.setObjectName("page")
        self._columns = QHBoxLayout(inner)
        self._columns.addWidget(self.beside)
        self._columns.addWidget(self.prompts, 1)
        self._columns.addStretch(0)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.area, 1)
        right.addWidget(self.footer)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.strip)
        below.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(below, 1)
        panes.mark(self.strip, self.beside, self.prompts)
        focus.lead(self, self.prompts.talked.edit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the card and the margins become smaller."""
        px = self._theme.px
        room = self.width() - px(STRIP)
        roomy = room >= px(_ROOMY)
        side, gap = (px(MARGIN), px(_GAP)) if roomy else (px(20), px(24))
        self._columns.setContentsMargins(side, px(36 if roomy else 20), side, px(20))
        self._columns.setSpacing(gap)
        left = min(px(CARD), round((room - 2 * side - gap) * _LEFT_SHARE))
        self.beside.setFixedWidth(px(CARD) if roomy else max(px(120), left))

"""The next gatherings, at the right of the day: when, where, and who of yours will be there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.delegates.gathering import DAY, day
from app.ui.look import paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.today import Ahead, Today
from app.ui.widgets.box import Box, SectionHeader, Separator
from app.ui.widgets.painted import PaintedButton
from app.ui.words.gatherings import GatheringWords


class _Row(PaintedButton):
    """The day at the left; name, clock and place, and a third line beside it."""

    def __init__(self, theme: Theme, words: GatheringWords, ahead: Ahead, today: Today) -> None:
        gathering = ahead.gathering
        super().__init__(theme, text.single(gathering.name))
        self._of = words
        self._gathering = gathering
        month = gathering.on.month != today.on.month or gathering.on.year != today.on.year
        where = words.whereabouts(gathering)
        if month:
            name = words.month(gathering.on, today.on)
            where = f"{name}\u3000{where}" if where else name
        third = words.who_comes(ahead.people) if ahead.people else gathering.purpose or ""
        self._lines = [text.single(line) for line in (where, third) if line]
        spoken = [words.when(gathering, today.on), gathering.place or "", third]
        self.setAccessibleDescription(", ".join(text.single(s) for s in spoken if s))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def measure(self) -> QSize:
        px = self.theme.px
        return QSize(px(180), px(12 + 22 + 12) + px(18) * max(1, len(self._lines)))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box = QRectF(self.rect())
        if self.hovered():
            paint.rounded(p, box, px(8), theme.c("hover"))
        day(p, theme, self._of, px(2), px(12), self._gathering)
        left = px(2 + DAY + 14)
        room = box.right() - px(6) - left
        text.line(p, theme, left, px(12), self.words(), role="body", room=room)
        for at, line in enumerate(self._lines):
            top = px(12 + 22) + at * px(18)
            text.line(p, theme, left, top, line, role="small", color="ink2", room=room)
        if shows_ring(self):
            paint.focus_ring(p, theme, box, px(8))


class AheadList(QWidget):
    """Hidden while none is ahead."""

    wanted = Signal(str)
    """A gathering to look at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._words = GatheringWords(theme)
        self._shown: Sequence[Ahead] = ()
        self._box = Box(theme, margins=(12, 4, 12, 4), spacing=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(SectionHeader(theme, self.tr("Gatherings ahead")))
        column.addWidget(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_today(self, today: Today) -> None:
        if today.ahead == self._shown:
            return
        self._shown = today.ahead
        while (item := self._box.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, ahead in enumerate(today.ahead):
            if at:
                self._box.column.addWidget(Separator(self.theme))
            row = _Row(self.theme, self._words, ahead, today)
            row.clicked.connect(lambda _on=False, a=ahead: self.wanted.emit(a.gathering.id))
            self._box.column.addWidget(row)
        self.setVisible(bool(today.ahead))

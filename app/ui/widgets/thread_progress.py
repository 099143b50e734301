"""How far through a row of cards: a knot for each on the thread, a bar where they are many."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted

_APART, _MOST = 22, 24
_BAR = 200


class ThreadProgress(Painted):
    """Knots: done filled, the present one a ring, the rest hollow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._done: Sequence[bool] = ()
        self._now = -1

    def show_progress(self, done: Sequence[bool], now: int) -> None:
        """Which are done, and which is the present one."""
        before = len(self._done)
        self._done, self._now = tuple(done), now
        spoken = self.tr("%n of {all} done", "", sum(done)).format(all=len(done))
        self.setAccessibleName(spoken)
        if len(done) == before:
            self.update()
        else:
            self.restyle()

    def measure(self) -> QSize:
        px, count = self.theme.px, len(self._done)
        if count > _MOST:
            return QSize(px(_BAR), px(14))
        return QSize(px(_APART) * max(0, count - 1) + px(14), px(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.theme.px(14))

    def draw(self, p: QPainter) -> None:
        if not self._done:
            return
        if len(self._done) > _MOST or self.width() < self.measure().width():
            self._draw_bar(p)
        else:
            self._draw_knots(p)

    def _draw_bar(self, p: QPainter) -> None:
        theme, high = self.theme, self.theme.px(6)
        top = (self.height() - high) / 2
        paint.rounded(p, QRectF(0, top, self.width(), high), high / 2, theme.c("line"))
        part = sum(self._done) / len(self._done)
        if part:
            wide = max(float(high), self.width() * part)
            paint.rounded(p, QRectF(0, top, wide, high), high / 2, theme.c("koke-bar"))

    def _draw_knots(self, p: QPainter) -> None:
        theme, s, cy = self.theme, self.theme.scale, self.height() / 2
        apart, first = self.theme.px(_APART), self.theme.px(7)
        thick = paint.whole(p, 1.5 * s)
        for at in range(len(self._done) - 1):
            tone = "koke-bar" if self._done[at] else "line2"
            line = QRectF(first + at * apart, round(cy - thick / 2), apart, thick)
            p.fillRect(line, theme.c(tone))
        for at, done in enumerate(self._done):
            centre = QPointF(first + at * apart, cy)
            if at == self._now:
                p.setPen(QPen(theme.c("ai"), 2 * s))
                p.setBrush(theme.c("koke-bar" if done else "card"))
                p.drawEllipse(centre, 5 * s, 5 * s)
            elif done:
                p.setPen(Qt.PenStyle.NoPen)
                p.setBrush(theme.c("koke-bar"))
                p.drawEllipse(centre, 5 * s, 5 * s)
            else:
                p.setPen(QPen(theme.c("off"), 1.25 * s))
                p.setBrush(theme.c("paper"))
                p.drawEllipse(centre, 4 * s, 4 * s)

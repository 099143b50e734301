"""Steps on the thread: the numbered ones of the first run, the small trail above a page."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import fonts, icons, paint, text
from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted

_KANJI = "一二三四五六七八九"


class StepThread(Painted):
    """Numbers in rings, one over each of as many equal columns, joined by the thread."""

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[str],
        *,
        gap: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        """`steps` are the titles (for the screen reader); `gap` lies between the columns."""
        super().__init__(theme, parent)
        self._steps = list(steps)
        self._gap = gap
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(0)

    def set_step(self, now: int) -> None:
        """The step being done; those before it are done."""
        self._now = now
        title = self._steps[min(now, len(self._steps) - 1)]
        spoken = self.tr("Step {number} of {total}: {title}")
        self.setAccessibleName(
            spoken.format(
                number=min(now + 1, len(self._steps)), total=len(self._steps), title=title
            )
        )
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(30))

    def _centres(self) -> list[float]:
        count, gap = len(self._steps), self.theme.px(self._gap)
        wide = (self.width() - gap * (count - 1)) / count
        return [at * (wide + gap) + wide / 2 for at in range(count)]

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        centres, cy = self._centres(), self.height() / 2
        if len(centres) > 1:
            thick = paint.whole(p, 1.5 * theme.scale)
            top = round(cy - thick / 2)
            p.fillRect(QRectF(centres[0], top, centres[-1] - centres[0], thick), theme.c("line2"))
            end = centres[min(self._now, len(centres) - 1)]
            if self._now < len(centres) - 1:
                end = (end + centres[self._now + 1]) / 2
            p.fillRect(QRectF(centres[0], top, end - centres[0], thick), theme.c("shu"))
        for at, x in enumerate(centres):
            self._draw_ring(p, at, round(x), cy)

    def _draw_ring(self, p: QPainter, at: int, x: float, cy: float) -> None:
        theme = self.theme
        d = theme.px(30)
        box = QRectF(x - d / 2, cy - d / 2, d, d)
        on = at <= self._now
        fill, edge = theme.c("shu" if on else "paper"), None if on else theme.c("line2")
        paint.rounded(p, box, d / 2, fill, edge)
        number = _KANJI[at] if theme.language == "ja" and at < len(_KANJI) else str(at + 1)
        font = theme.font_px(15, "serif")
        base = box.y() + fonts.baseline(font, d)
        text.draw_in(
            p, theme, font, box.x(), base, number, color="paper" if on else "ink2", room=d,
            align="center",
        )  # fmt: skip


class StepTrail(Painted):
    """Small steps in a line: done with a tick, the present one bold with a knot, the rest quiet."""

    def __init__(
        self, theme: Theme, steps: Sequence[str], now: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._steps = list(steps)
        self._now = now
        self._speak()

    def set_step(self, now: int) -> None:
        self._now = now
        self._speak()
        self.restyle()

    def _speak(self) -> None:
        title = self._steps[min(self._now, len(self._steps) - 1)]
        spoken = self.tr("Step {number} of {total}: {title}")
        number = min(self._now + 1, len(self._steps))
        self.setAccessibleName(spoken.format(number=number, total=len(self._steps), title=title))

    def measure(self) -> QSize:
        px = self.theme.px
        wide = 0.0
        for at, words in enumerate(self._steps):
            lead = 20 if at < self._now else 14
            wide += px(lead) + text.width(self.theme, "ui", words, bold=at == self._now)
        return QSize(round(wide) + (len(self._steps) - 1) * px(48), px(20))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        x, cy = 0.0, self.height() / 2
        for at, words in enumerate(self._steps):
            if at:
                thick = paint.whole(p, 1.5 * theme.scale)
                tone = theme.c("shu" if at <= self._now else "line2")
                p.fillRect(QRectF(x + px(12), round(cy - thick / 2), px(24), thick), tone)
                x += px(48)
            x += self._draw_sign(p, at, x, cy)
            now = at == self._now
            x += text.line(
                p, theme, x, 0, words, color="ink" if now else "ink2", bold=now,
                height=self.height(),
            )  # fmt: skip

    def _draw_sign(self, p: QPainter, at: int, x: float, cy: float) -> int:
        theme, px = self.theme, self.theme.px
        if at < self._now:
            icons.draw(p, theme, "check", x, cy - px(16) / 2, color="koke")
            return px(20)
        s = theme.scale
        if at == self._now:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(theme.c("shu"))
            p.drawEllipse(QPointF(x + 4 * s, cy), 3.5 * s, 3.5 * s)
        else:
            p.setPen(QPen(theme.c("line2"), 1.25 * s))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(QPointF(x + 4 * s, cy), 3.4 * s, 3.4 * s)
        return px(14)

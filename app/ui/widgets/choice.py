"""Choosing: segments, a switch, a tick, a drop-down."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.ui import plain
from app.ui.look import icons, paint, text
from app.ui.look.focus import one_stop, shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.painted import PaintedButton

_BESIDE = 6
"""The least room beside the words of a segment."""


class _Segment(PaintedButton):
    def __init__(self, theme: Theme, words: str, height: int) -> None:
        super().__init__(theme, words)
        self._height = height
        self.first = self.last = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the group sees to it; this makes it a radio button to readers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        wide = text.width(self.theme, "ui", self.words(), bold=True)
        return QSize(round(wide) + 2 * self.theme.px(14), self.theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        spare = 2 * (self.theme.px(14) - self.theme.px(_BESIDE))
        return self.measure() - QSize(spare, 0)

    def draw(self, p: QPainter) -> None:
        theme, on = self.theme, self.isChecked()
        fill = "ai-soft" if on else "hover" if self.hovered() else "card"
        box = QRectF(self.rect())
        r = theme.px(8)
        p.save()
        p.setClipRect(box)
        shape = box.adjusted(0 if self.first else -r, 0, 0 if self.last else r, 0)
        tone = "line2" if self.isEnabled() else "line"
        paint.rounded(p, shape, r, theme.c(fill), theme.c(tone))
        p.restore()
        if not self.first:
            paint.hairline(p, 0, 0, box.height(), theme.c(tone), vertical=True)
        color = "ink3" if not self.isEnabled() else "ai" if on else "ink2"
        text.line(
            p, theme, theme.px(_BESIDE), 0, self.words(), color=color, bold=on, align="center",
            room=self.width() - 2 * theme.px(_BESIDE), height=self.height(),
        )  # fmt: skip
        if shows_ring(self):
            paint.focus_ring(p, theme, box, r)


class Segments(QFrame):
    """One of a few, side by side in one border."""

    chosen = Signal(str)
    """The value that the person chose."""

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str,
        height: int = 34,
        parent: QWidget | None = None,
    ) -> None:
        """`options` are pairs of value and words."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, (_, words) in enumerate(options):
            cell = _Segment(theme, words, height)
            cell.first, cell.last = at == 0, at == len(options) - 1
            self._group.addButton(cell, at)
            row.addWidget(cell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        one_stop(self._group)
        self._group.idClicked.connect(self._clicked)

    def value(self) -> str:
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else ""

    def set_value(self, value: str) -> None:
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def focus_chosen(self) -> None:
        """Put the focus on the chosen one, else on the first."""
        chosen = self._group.checkedButton() or self._group.buttons()[0]
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._values[at])


class Toggle(PaintedButton):
    """A switch. It has no words of its own: give it the name of its row."""

    def __init__(
        self, theme: Theme, *, name: str, on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)

    def measure(self) -> QSize:
        return QSize(self.theme.px(38), self.theme.px(22))

    def draw(self, p: QPainter) -> None:
        theme, on = self.theme, self.isChecked()
        box = QRectF(self.rect())
        high = box.height()
        fill = "line2" if not self.isEnabled() else "ai" if on else "off"
        if on and self.hovered():
            fill = "ai-h"
        paint.rounded(p, box, high / 2, theme.c(fill))
        d = high - 2 * theme.px(3)
        x = box.width() - theme.px(3) - d if on else float(theme.px(3))
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.c("on-ai" if on else "card"))
        p.drawEllipse(QRectF(x, theme.px(3), d, d))
        if shows_ring(self):
            tone = "on-ai" if on else "ai"
            paint.focus_ring(p, theme, box, high / 2, color=tone, inset=2 if on else 0)


class CheckBox(PaintedButton):
    """A tick with its words."""

    def __init__(
        self, theme: Theme, words: str, *, on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, parent)
        self.setCheckable(True)
        self.setChecked(on)

    def measure(self) -> QSize:
        wide = text.width(self.theme, "ui", self.words())
        return QSize(round(wide) + self.theme.px(16 + 8 + 4), self.theme.px(28))

    def draw(self, p: QPainter) -> None:
        theme, px, on = self.theme, self.theme.px, self.isChecked()
        side = px(14)
        top = (self.height() - side) / 2
        box = QRectF(px(1), top, side, side)
        if on:
            paint.rounded(p, box, px(3), theme.c("ai" if self.isEnabled() else "ink3"))
            p.setPen(QPen(theme.c("on-ai"), 1.75 * theme.scale))
            tick = QPainterPath(QPointF(box.x() + side * 0.24, box.y() + side * 0.54))
            tick.lineTo(box.x() + side * 0.42, box.y() + side * 0.71)
            tick.lineTo(box.x() + side * 0.77, box.y() + side * 0.31)
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawPath(tick)
        else:
            paint.rounded(p, box, px(3), theme.c("card"), theme.c("off"), 1.25 * theme.scale)
        x = px(1) + side + px(8)
        color = "ink" if self.isEnabled() else "ink3"
        text.line(p, theme, x, 0, self.words(), color=color, height=self.height())
        if shows_ring(self):
            ring = QRectF(self.rect()).adjusted(-1, 1, 1, -1)
            paint.focus_ring(p, theme, ring, px(6))


class Dropdown(PaintedButton):
    """One of several, from a menu."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`options` are pairs of value and words; `name` is what is being chosen."""
        super().__init__(theme, "", parent)
        self._options = list(options)
        self._value = ""
        self._name = name
        self.set_value(value or (options[0][0] if options else ""))
        self.clicked.connect(self.open)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        words = dict(self._options).get(value)
        if words is not None:
            self._value = value
            self.setText(words)
            self.setAccessibleName(f"{self._name}: {words}")

    def measure(self) -> QSize:
        px = self.theme.px
        widest = max((text.width(self.theme, "ui", w) for _, w in self._options), default=0.0)
        return QSize(round(widest) + 2 * px(13) + px(8) + px(16), px(34))

    def open(self) -> None:
        """Show the menu below the button (also on Down and Space)."""
        menu = QMenu(self)
        menu.setMinimumWidth(self.width())
        for value, words in self._options:
            action = menu.addAction(plain.menu_text(words))
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            if value == self._value:
                menu.setActiveAction(action)
        menu.triggered.connect(self._picked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _picked(self, action: object) -> None:
        value = str(action.data())  # type: ignore[attr-defined]  # the action that Qt hands over
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box, on = QRectF(self.rect()), self.isEnabled()
        fill = (
            "sunk" if not on else "sel" if self.isDown() else "hover" if self.hovered() else "card"
        )
        paint.rounded(p, box, px(8), theme.c(fill), theme.c("line2" if on else "line"))
        tone = "ink" if on else "ink3"
        right = self.width() - px(13) - px(16)
        text.line(
            p, theme, px(13), 0, self.words(), color=tone, room=right - px(4) - px(13),
            height=self.height(),
        )  # fmt: skip
        icons.draw(
            p, theme, "down", right, (self.height() - px(16)) / 2, color="ink2" if on else tone
        )
        if shows_ring(self):
            paint.focus_ring(p, theme, box, px(8))

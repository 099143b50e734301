"""The list of what can be brought back: one row each, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.store.restorable import Kind, Restorable
from app.ui.look import focus, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.restore.words import RestorableWords
from app.ui.widgets.painted import PaintedButton

_ROW, _SHOWN = 54, 3


class Choice(PaintedButton):
    """Day and time, what is in it, and whether it is good."""

    def __init__(self, theme: Theme, one: Restorable, words: RestorableWords) -> None:
        super().__init__(theme, words.when(one))
        self.one = one
        self._about, self._state = words.about(one), words.state(one)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setEnabled(one.readable)
        self.setAccessibleDescription(", ".join(filter(None, (self._about, self._state))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(_ROW))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box, on = QRectF(self.rect()), self.isChecked()
        if on or self.hovered():
            paint.rounded(p, box, px(8), theme.c("ai-soft" if on else "hover"))
        ring = QRectF(px(14), (self.height() - px(14)) / 2, px(14), px(14))
        paint.rounded(p, ring, px(7), theme.c("card"), theme.c("ai" if on else "line2"))
        if on:
            dot = ring.adjusted(px(4), px(4), -px(4), -px(4))
            paint.rounded(p, dot, dot.width() / 2, theme.c("ai"))
        x, right = px(40), self.width() - px(14)
        if self._state:
            wide = text.width(theme, "small", self._state)
            color = "ink2" if self.one.readable else "kin"
            text.line(
                p, theme, right - wide, px(8), self._state, role="small", color=color, height=px(20)
            )
            state_left = right - round(wide) - px(12)
        else:
            state_left = right
        tone = "ink" if self.isEnabled() else "ink3"
        text.line(
            p, theme, x, px(8), self.words(), role="body", color=tone, bold=on,
            room=state_left - x, height=px(20),
        )  # fmt: skip
        text.line(
            p, theme, x, px(28), self._about, role="small", color="ink2", room=right - x,
            height=px(18),
        )  # fmt: skip
        if shows_ring(self):
            paint.focus_ring(p, theme, box, px(8))


class Choices(QScrollArea):
    """Arrows go through the rows; Tab goes past them."""

    chosen = Signal()

    def __init__(self, theme: Theme, words: RestorableWords) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setAccessibleName(self.tr("Backups"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inner = QWidget()
        self._inner.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addStretch(1)
        self.setWidget(self._inner)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self.rows: list[Choice] = []
        self._fit()

    def show_all(self, found: Sequence[Restorable]) -> None:
        """These; the newest backup that can be read is chosen."""
        for one in found:
            self._add(one, len(self.rows))
        good = [row for row in self.rows if row.one.readable]
        good.sort(key=lambda row: row.one.kind is Kind.REPLACED)
        first = good[0] if good else None
        if first is not None and self.value() is None:
            first.setChecked(True)
        focus.one_stop(self._group)
        self._fit()

    def add_first(self, one: Restorable) -> None:
        """Another one, above the others and chosen."""
        row = self._add(one, 0)
        focus.one_stop(self._group)
        self._fit()
        if one.readable:
            row.setChecked(True)
        self.ensureWidgetVisible(row)

    def value(self) -> Restorable | None:
        """The one that is chosen."""
        return next((row.one for row in self.rows if row.isChecked()), None)

    def choose(self, path: object) -> None:
        """The row of this file, where there is one."""
        for row in self.rows:
            if row.one.path == path and row.isEnabled():
                row.setChecked(True)
                self.ensureWidgetVisible(row)

    def _add(self, one: Restorable, at: int) -> Choice:
        row = Choice(self._theme, one, self._words)
        self.rows.insert(at, row)
        self._group.addButton(row)
        self._column.insertWidget(at, row)
        return row

    def _toggled(self, _row: QWidget, on: bool) -> None:
        if on:
            self.chosen.emit()

    def _fit(self) -> None:
        shown = min(len(self.rows), _SHOWN)
        high = shown * self._theme.px(_ROW) + max(0, shown - 1) * self._theme.px(2)
        if len(self.rows) > _SHOWN:
            high += self._theme.px(_ROW) // 2  # half a row says that there are more
        self.setFixedHeight(high)
        self.setVisible(bool(self.rows))

"""Panels and the small furniture of a page: card, section header, separator, key hints."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import keys, paint, text
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.painted import Painted

Margins = tuple[int, int, int, int]


class Box(QFrame):
    """A panel with a hairline border and round corners; lay its content out in `column`."""

    def __init__(
        self,
        theme: Theme,
        *,
        fill: str = "card",
        line: str = "line",
        radius: int = 12,
        margins: Margins = (16, 14, 16, 14),
        spacing: int = 8,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`fill` and `line` are tokens; measures are unscaled and follow the text scale."""
        super().__init__(parent)
        self.theme = theme
        self._fill = fill
        self._line = line
        self._radius = radius
        self._margins = margins
        self._spacing = spacing
        self._dashed = dashed
        self.column = QVBoxLayout(self)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_tokens(self, fill: str, line: str) -> None:
        self._fill, self._line = fill, line
        self.update()

    def restyle(self) -> None:
        px = self.theme.px
        left, top, right, bottom = self._margins
        self.column.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self.column.setSpacing(px(self._spacing))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        c, px = self.theme.c, self.theme.px
        fill = c(self._fill) if self._fill else None
        box = QRectF(self.rect())
        paint.rounded(p, box, px(self._radius), fill, c(self._line), dashed=self._dashed)


class Separator(Painted):
    """A hairline across, or down."""

    def __init__(
        self,
        theme: Theme,
        *,
        vertical: bool = False,
        color: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._vertical = vertical
        self._color = color
        grow, fix = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(fix if vertical else grow, grow if vertical else fix)

    def measure(self) -> QSize:
        return QSize(1, 1)

    def draw(self, p: QPainter) -> None:
        p.fillRect(self.rect(), self.theme.c(self._color))


class SectionHeader(QWidget):
    """The bold line above a panel, with room for something at its right."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        role: str = "ui-bold",
        color: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        """`role` "body-bold" with `ink` is the header in settings and above the timeline."""
        super().__init__(parent)
        self.theme = theme
        self.label = Label(theme, words, role=role, color=color)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.label)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.px(12))

    def setText(self, words: str) -> None:
        self.label.setText(words)

    def add_beside(self, widget: QWidget) -> None:
        """Put something beside the words, which takes the room that is left."""
        self._row.insertWidget(1, widget, 1)
        self._row.setStretch(2, 0)

    def add(self, widget: QWidget) -> None:
        """Put something at the right end."""
        self._row.addWidget(widget)


class KeyHints(Painted):
    """Key caps with what they do, at the foot of a page."""

    def __init__(
        self,
        theme: Theme,
        hints: Sequence[tuple[Sequence[str], str]],
        parent: QWidget | None = None,
    ) -> None:
        """`hints`: key sequences ("Up", "Ctrl+Z") and what they do."""
        super().__init__(theme, parent)
        self._hints = [([keys.label(k) for k in group], words) for group, words in hints]
        spoken = [f"{' '.join(group)}: {words}" for group, words in self._hints]
        self.setAccessibleName(", ".join(spoken))

    def _width(self) -> int:
        theme, px = self.theme, self.theme.px
        wide = 0.0
        for group, words in self._hints:
            wide += sum(paint.key_width(theme, k) + px(6) for k in group)
            wide += text.width(theme, "small", words) + px(16)
        return round(wide - px(16)) if self._hints else 0

    def measure(self) -> QSize:
        return QSize(self._width(), self.theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.theme.px(20))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        x = 0.0
        for group, words in self._hints:
            for key in group:
                wide = paint.key_cap(p, theme, x, self.height() / 2, key)
                x += wide + px(6)
            x += text.line(p, theme, x, 0, words, role="small", color="ink3", height=self.height())
            x = round(x) + px(16)

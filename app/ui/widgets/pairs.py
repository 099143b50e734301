"""Difference pairs: what is known beside what the card says, to choose from."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.ui import plain
from app.ui.look import paint
from app.ui.look.focus import one_stop, shows_ring
from app.ui.look.paragraph import Paragraph, paragraph
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.painted import PaintedButton

MOST_LINES = 6
FACT_LINES = 8
"""Lines of a value that is only shown."""
_PICTURE = 48


def label_width(theme: Theme) -> int:
    """Room for the name of a field; in letters it is longer (Department)."""
    return theme.px(64 if theme.language == "ja" else 76)


class ValueBox(PaintedButton):
    """One value in a frame. With `both` it is a tick that stays: both values are kept."""

    def __init__(self, theme: Theme, words: str, *, name: str, both: bool = False) -> None:
        super().__init__(theme, words)
        self._both = both
        self._picture: QPixmap | None = None
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(both)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if both:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plain.set_tooltip(self, words)

    def set_picture(self, picture: QPixmap) -> None:
        """Show a picture in the place of words."""
        self._picture = picture
        self.restyle()

    def _paragraph(self, width: int) -> Paragraph:
        px = self.theme.px
        tone = "ink" if self.isChecked() else "ink2"
        return paragraph(
            self.theme, self.words(), max(1, width - px(33) - px(10)), color=tone, lines=MOST_LINES
        )

    def measure(self) -> QSize:
        return QSize(self.theme.px(120), self.heightForWidth(self.theme.px(155)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(90), self.theme.px(38))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._picture is not None:
            return self.theme.px(_PICTURE + 16)
        # Layouts above ask for the same few widths dozens of times.
        if width not in self._heights:
            self._heights[width] = self._paragraph(width).height + self.theme.px(18)
        return self._heights[width]

    def restyle(self) -> None:
        self._heights.clear()
        super().restyle()

    def draw(self, p: QPainter) -> None:
        theme, px, on = self.theme, self.theme.px, self.isChecked()
        box = QRectF(self.rect())
        fill = "ai-soft" if on else "hover" if self.hovered() else "card"
        paint.rounded(p, box, px(8), theme.c(fill), theme.c("ai" if on else "line"))
        if self._both:
            self._tick(p)
        else:
            self._radio(p, on)
        if self._picture is not None:
            paint.monogram(p, theme, px(33), px(8), _PICTURE, "", "", self._picture)
        else:
            self._paragraph(self.width()).draw(p, px(33), px(9))
        if shows_ring(self):
            paint.focus_ring(p, theme, box, px(8))

    def _radio(self, p: QPainter, on: bool) -> None:
        theme, s = self.theme, self.theme.scale
        centre = QPointF(18 * s, 19 * s)
        if on:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(theme.c("ai"))
            p.drawEllipse(centre, 7 * s, 7 * s)
            p.setBrush(theme.c("on-ai"))
            p.drawEllipse(centre, 2.6 * s, 2.6 * s)
        else:
            p.setPen(QPen(theme.c("off"), 1.25 * s))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(centre, 6.4 * s, 6.4 * s)

    def _tick(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        side = px(14)
        box = QRectF(px(11), px(12), side, side)
        paint.rounded(p, box, px(3), theme.c("ai"))
        p.setPen(QPen(theme.c("on-ai"), 1.75 * theme.scale))
        p.setBrush(Qt.BrushStyle.NoBrush)
        tick = QPainterPath(QPointF(box.x() + side * 0.24, box.y() + side * 0.54))
        tick.lineTo(box.x() + side * 0.42, box.y() + side * 0.71)
        tick.lineTo(box.x() + side * 0.77, box.y() + side * 0.31)
        p.drawPath(tick)


class PairRow(QWidget):
    """A field with two values. Left and right arrows choose, as in any group of radio buttons."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        known: ValueBox,
        card: ValueBox,
        *,
        note: str = "",
        exclusive: bool = True,
        below: bool = False,
    ) -> None:
        """`below`: the name of the field stands above the values, where there is little room."""
        super().__init__()
        self.known, self.card = known, card
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._group.addButton(known)
        self._group.addButton(card)
        for box in (known, card):
            box.setAutoExclusive(exclusive)  # the group sees to it; this tells readers
        if exclusive and known.focusPolicy() != Qt.FocusPolicy.NoFocus:
            one_stop(self._group)
        words = f"{label}\n{note}" if note else label
        head = Label(theme, words, role="small", color="ink3", wrap=True)
        values = QHBoxLayout()
        values.setSpacing(theme.px(8))
        values.addWidget(known, 1)
        values.addWidget(card, 1)
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if below else way.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2 if below else 8))
        if below:
            head.setText(f"{label}\u3000{note}" if note else label)
            row.addWidget(head)
        else:
            head.setFixedWidth(label_width(theme))
            row.addWidget(_lowered(theme, head), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(values, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class FactRow(QWidget):
    """A field with one value: the same on both sides, or what a new card says."""

    def __init__(self, theme: Theme, label: str, words: str, *, among_boxes: bool = False) -> None:
        """`among_boxes`: as high as a value in its frame."""
        super().__init__()
        head = Label(theme, label, role="small", color="ink3", wrap=True)
        head.setFixedWidth(label_width(theme))
        value = Label(theme, words, color="ink2", wrap=True, lines=FACT_LINES)
        plain.set_tooltip(value, words)
        row = QHBoxLayout(self)
        space = theme.px(8 if among_boxes else 4)
        row.setContentsMargins(0, space, 0, space)
        row.setSpacing(theme.px(8))
        row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)


class FactsRow(QWidget):
    """A field with a value at either side, or at one of them, and nothing to choose."""

    def __init__(
        self, theme: Theme, label: str, left: str, right: str, *, below: bool = False
    ) -> None:
        super().__init__()
        head = Label(theme, label, role="small", color="ink3", wrap=True)
        values = QHBoxLayout()
        values.setSpacing(theme.px(8))
        for words in (left, right):
            value = Label(theme, words, color="ink2", wrap=True, lines=FACT_LINES)
            plain.set_tooltip(value, words)
            values.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if below else way.LeftToRight, self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(2 if below else 8))
        if not below:
            head.setFixedWidth(label_width(theme))
        row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(values, 1)


def _lowered(theme: Theme, label: QWidget) -> QWidget:
    """The label stands on the first line of the boxes."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, theme.px(9), 0, 0)
    row.addWidget(label)
    return holder

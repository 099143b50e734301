"""Paints the rows of the import list: group headers, cards, raw lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.look import fonts, icons, paint, text
from app.ui.look.theme import Theme
from app.ui.models.import_rows import ROW, CardLine, Fold, Head, RawLine

CARD, NARROW_CARD, HEAD, LINE = 50, 68, 36, 24
ABOVE_LINES = 9
"""Room above the first raw line."""
_SIDE = 16
_NAME_X = 70
_NOTE_X = 240
_NARROW = 460
"""Below this width (divided by the scale) the note stands under the name."""


def card_height(theme: Theme, width: int) -> int:
    """How high the rows of cards are in a list of this width."""
    return theme.px(NARROW_CARD if width < theme.px(_NARROW) else CARD)


class ImportDelegate(QStyledItemDelegate):
    """Everything is painted from one role; texts of cards are never parsed."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.data(ROW)
        if isinstance(row, Head):
            return QSize(self.theme.px(300), self.theme.px(HEAD))
        return QSize(self.theme.px(300), card_height(self.theme, option.rect.width()))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = QRectF(option.rect)
        state = option.state
        view: QWidget = option.widget
        painter.save()
        paint.begin(painter)
        painter.setClipPath(self._outline(view), Qt.ClipOperation.IntersectClip)
        row = index.data(ROW)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        if isinstance(row, Head):
            self._head(painter, rect, row, hover)
        else:
            if selected or hover:
                painter.fillRect(rect, self.theme.c("card" if selected else "hover"))
            if isinstance(row, CardLine):
                self._card(painter, rect, row)
            elif isinstance(row, RawLine):
                self._line(painter, rect, row)
            if selected:
                paint.selection_bar(painter, self.theme, rect)
        if selected and state & QStyle.StateFlag.State_HasFocus and _by_keyboard(view):
            inside = rect.adjusted(3, 2, -3, -3)
            paint.focus_ring(painter, self.theme, inside, self.theme.px(8))
        painter.restore()

    def _outline(self, view: QWidget) -> QPainterPath:
        """The round frame of the list, which the view itself does not clip to."""
        path = QPainterPath()
        viewport = view.viewport() if isinstance(view, QAbstractItemView) else view
        radius = self.theme.px(11)
        path.addRoundedRect(QRectF(viewport.rect()), radius, radius)
        return path

    def _head(self, p: QPainter, rect: QRectF, row: Head, hover: bool) -> None:
        theme, px = self.theme, self.theme.px
        p.fillRect(rect, theme.c("hover" if hover else "sunk"))
        bottom = rect.bottom() - 1
        paint.hairline(p, rect.x(), bottom, rect.width(), theme.c("line"))
        if rect.y() > 0:
            paint.hairline(p, rect.x(), rect.y() - 1, rect.width(), theme.c("line"))
        x, high = rect.x() + px(_SIDE), rect.height()
        middle = rect.y() + (high - px(16)) / 2
        icons.draw(p, theme, row.icon, x, middle, color=row.tint or "ink2")
        x += px(24)
        x += text.line(p, theme, x, rect.y(), row.title, bold=True, height=high) + px(6)
        x += text.line(p, theme, x, rect.y(), str(row.count), color="ink3", height=high)
        right = rect.right() - px(_SIDE)
        closed = row.fold is Fold.CLOSED
        words, color = (row.link, "ai") if row.link else (row.note, "ink3")
        if closed:
            icons.draw(p, theme, "chev", right - px(16), middle, color="ink2")
            right -= px(20)
        room = right - x - px(12)
        if words and room > px(40):
            text.line(
                p, theme, x + px(12), rect.y(), words, role="small", color=color, room=room,
                align="right", height=high,
            )  # fmt: skip

    def _card(self, p: QPainter, rect: QRectF, row: CardLine) -> None:
        theme, px = self.theme, self.theme.px
        paint.hairline(p, rect.x(), rect.bottom() - 1, rect.width(), theme.c("line"))
        if row.left_out:
            p.setOpacity(0.55)
        rect = rect.translated(0, 1)
        y, side = rect.y(), px(34)
        top = y + (rect.height() - 1 - side) / 2
        if row.unread:
            at = top + (side - px(16)) / 2
            icons.draw(p, theme, "file", rect.x() + px(_SIDE) + px(9), at, color="ink2")
        else:
            paint.monogram(p, theme, rect.x() + px(_SIDE), round(top), 34, row.seed, row.name)
        chip = paint.chip_width(theme, row.chip) if row.chip else 0
        right = rect.right() - px(_SIDE) - chip
        if row.chip:
            paint.chip(p, theme, right, y + (rect.height() - 2) / 2, row.chip, tint=row.tint)
        self._names(p, rect, row, right - px(12))
        p.setOpacity(1)

    def _names(self, p: QPainter, rect: QRectF, row: CardLine, right: float) -> None:
        theme, px = self.theme, self.theme.px
        x, note_x = rect.x() + px(_NAME_X), rect.x() + px(_NOTE_X)
        narrow = rect.width() < px(_NARROW)
        first, second = row.why
        room = (right if narrow or not row.note else note_x - px(8)) - x
        text.line(
            p, theme, x, rect.y() + px(7), row.spoken, role="furigana", color="ink3", room=room
        )
        text.line(p, theme, x, rect.y() + px(21), row.name, role="list-name", room=room)
        if narrow:
            text.line(
                p, theme, x, rect.y() + px(43), second or first, role="small", color="ink2",
                room=room,
            )  # fmt: skip
        elif first and second:
            room = right - note_x
            text.line(
                p, theme, note_x, rect.y() + px(6), first, role="small", color="ink3", room=room
            )
            text.line(p, theme, note_x, rect.y() + px(23), second, color="ink2", room=room)
        elif row.note:
            text.line(
                p, theme, note_x, rect.y(), row.note, color="ink2", room=right - note_x,
                height=rect.height() - 1,
            )  # fmt: skip

    def _line(self, p: QPainter, rect: QRectF, row: RawLine) -> None:
        theme, px = self.theme, self.theme.px
        high = px(LINE)
        y = rect.bottom() - high - 1 if rect.height() < px(HEAD) else rect.center().y() - high / 2
        text.line(
            p, theme, rect.x() + px(_SIDE), y, row.where, role="small", color="ink3", height=high
        )
        reason = text.width(theme, "small", row.reason)
        right = rect.right() - px(_SIDE)
        text.line(p, theme, right - reason, y, row.reason, role="small", color="kin", height=high)
        x = rect.x() + px(80)
        room = right - reason - px(16) - x
        font = theme.font_px(12, "mono")
        raw = fonts.metrics(font).elidedText(
            text.single(row.raw), Qt.TextElideMode.ElideRight, room
        )
        text.draw_in(p, theme, font, x, y + 1 + fonts.baseline(font, high), raw)


def _by_keyboard(view: QWidget) -> bool:
    return view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

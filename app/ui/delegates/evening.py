"""A card of the strip: a tick or a ring, the reading, the name."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.models.evening import CARD, State, StripCard

Index = QModelIndex | QPersistentModelIndex
ROW = 52
_RING, _LEFT, _TEXT = 20, 20, 52


class EveningDelegate(QStyledItemDelegate):
    """Paints rows of an `EveningModel`."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(ROW))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, rect, theme = index.data(CARD), QRectF(option.rect), self._theme
        if not isinstance(card, StripCard):
            return
        px = theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        p.save()
        paint.begin(p)
        if chosen:
            p.fillRect(rect, theme.c("card"))
            paint.hairline(p, rect.x(), rect.y(), rect.width(), theme.c("line"))
            paint.hairline(p, rect.x(), rect.bottom() - 1, rect.width(), theme.c("line"))
            paint.selection_bar(p, theme, rect)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            p.fillRect(rect, theme.c("hover"))
        self._sign(p, rect, card, chosen=chosen)
        tone = "ink2" if card.state is State.DONE and not chosen else "ink"
        x, room = rect.x() + px(_TEXT), rect.width() - px(_TEXT + 10)
        top = rect.y() + px(8 if card.spoken else 16)
        if card.spoken:
            text.line(p, theme, x, top, card.spoken, role="furigana", color="ink3", room=room)
            top += px(15)
        text.line(p, theme, x, top, card.name, role="list-name", color=tone, room=room)
        if chosen and shows_ring(self._view):
            paint.focus_ring(p, theme, rect, px(8), inset=px(4))
        p.restore()

    def _sign(self, p: QPainter, rect: QRectF, card: StripCard, *, chosen: bool) -> None:
        theme, px, s = self._theme, self._theme.px, self._theme.scale
        side = px(_RING)
        box = QRectF(rect.x() + px(_LEFT), rect.y() + (rect.height() - side) / 2, side, side)
        if card.state is State.DONE:
            edge = "ai" if chosen else "koke-line"
            paint.rounded(
                p, box, side / 2, theme.c("koke-soft"), theme.c(edge), 2 * s if chosen else 1
            )
            at = px(14)
            inset = (side - at) / 2
            icons.draw(p, theme, "check", box.x() + inset, box.y() + inset, size=14, color="koke")
            return
        edge, pen = ("ai", 2 * s) if chosen else ("off", 1.25 * s)
        fill = theme.c("card") if chosen else None
        paint.rounded(p, box, side / 2, fill, theme.c(edge), pen)
        if card.state is State.BEGUN:
            p.setPen(QPen(Qt.PenStyle.NoPen))
            p.setBrush(theme.c(edge))
            p.drawEllipse(QPointF(box.center()), 3 * s, 3 * s)

"""A line of a finder: who or what it is, and a detail at the right."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import icons, paint, text
from app.ui.look.theme import Theme
from app.ui.models.found import Item, ItemRole

Index = QModelIndex | QPersistentModelIndex


class FinderDelegate(QStyledItemDelegate):
    """A line of 40 px: monogram or icon, words, detail at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(40))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ItemRole)
        theme, px = self._theme, self._theme.px
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        paint.begin(p)
        if state & QStyle.StateFlag.State_Selected:
            paint.rounded(p, rect.adjusted(px(6), 0, -px(6), 0), px(8), theme.c("ai-soft"))
        x, y, high = rect.x() + px(16), rect.y(), rect.height()
        if item.person:
            paint.monogram(p, theme, x, y + px(6), 28, item.person, item.words)
        else:
            icons.draw(p, theme, item.icon, x + px(6), y + (high - px(16)) / 2, color="ink2")
        right = rect.right() - px(16)
        if item.detail:
            room = rect.width() * 0.45
            wide = min(room, text.width(theme, "small", item.detail))
            text.line(
                p, theme, right - wide, y, item.detail, role="small", color="ink3", room=room,
                height=high,
            )  # fmt: skip
            right -= wide + px(12)
        left = x + px(40)
        text.line(p, theme, left, y, item.words, role="body", room=right - left, height=high)

"""A row of the gatherings: the day at the left as on a calendar, name, clock and place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.gathering import Gathering
from app.store.answers import GatheringRow
from app.ui.look import paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.models.gatherings import ITEM, GatheringsModel, Section
from app.ui.words.gatherings import GatheringWords

Index = QModelIndex | QPersistentModelIndex

HEADER, ROW = 30, 62
DAY = 44
"""How wide the day stands."""
_LEFT, _RIGHT = 16, 14


class GatheringDelegate(QStyledItemDelegate):
    """Paints rows of a `GatheringsModel`."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._words = GatheringWords(theme)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = HEADER if isinstance(index.data(ITEM), Section) else ROW
        return QSize(self._theme.px(200), self._theme.px(high))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, rect, px = index.data(ITEM), QRectF(option.rect), self._theme.px
        p.save()
        paint.begin(p)
        if isinstance(item, Section):
            text.line(
                p, self._theme, rect.x() + px(_LEFT), rect.y(), item.words, role="small",
                color="ink3", height=rect.height(), room=rect.width() - px(_LEFT + _RIGHT),
            )  # fmt: skip
        elif isinstance(item, GatheringRow):
            self._ground(p, option, rect)
            self._row(p, rect, item, index)
        p.restore()

    def _ground(self, p: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        theme, state = self._theme, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            p.fillRect(rect, theme.c("card"))
            paint.selection_bar(p, theme, rect)
        elif state & QStyle.StateFlag.State_MouseOver:
            p.fillRect(rect, theme.c("hover"))
        if selected and shows_ring(self._view):
            paint.focus_ring(p, theme, rect, theme.px(8), inset=theme.px(3))

    def _row(self, p: QPainter, rect: QRectF, item: GatheringRow, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        gathering, x, y = item.gathering, rect.x() + px(_LEFT), rect.y()
        model = index.model()
        today = model.today if isinstance(model, GatheringsModel) else gathering.on
        day(p, theme, self._words, x, y + px(9), gathering)
        left, right = x + px(DAY + 10), rect.right() - px(_RIGHT)
        count = self._words.cards(item.cards)
        if count:
            text.line(
                p, theme, left, y + px(10), count, role="small", color="ink3",
                room=right - left, align="right",
            )  # fmt: skip
            taken = text.width(theme, "small", count) + px(10)
        else:
            taken = 0.0
        tone = "ink3" if gathering.called_off else "ink"
        text.line(
            p, theme, left, y + px(10), gathering.name, role="list-name", color=tone,
            room=right - left - taken,
        )  # fmt: skip
        below = self._words.whereabouts(gathering)
        if gathering.called_off:
            below = self.tr("called off")
        month = self._words.month(gathering.on, today)
        shown = "\u3000".join(part for part in (month, below) if part)
        text.line(p, theme, left, y + px(32), shown, role="small", color="ink2", room=right - left)


def day(
    p: QPainter, theme: Theme, words: GatheringWords, x: float, y: float, gathering: Gathering
) -> None:
    """The day of the month in the serif face, and below it the weekday, centred."""
    px = theme.px
    text.line(
        p, theme, x, y, words.day_number(gathering), role="heading", align="center",
        room=px(DAY), height=px(26),
    )  # fmt: skip
    text.line(
        p, theme, x, y + px(26), words.short_weekday(gathering), role="small", color="ink2",
        align="center", room=px(DAY),
    )  # fmt: skip

"""A row of the timeline: date, knot on the thread, what happened, who else was there."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.interaction import NO_CONTACT, Initiative, Interaction
from app.ui.delegates import lit as lights
from app.ui.delegates import pledge as pledges
from app.ui.delegates.lit import Lit
from app.ui.look import icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.paragraph import Paragraph, Run, paragraph
from app.ui.look.theme import Theme
from app.ui.models.timeline import ENTRY, Entry, Gap, Pledge

DATES = 62
NODE = 86
ICON = 110
BODY = 134

_TITLE = 22
_DATE = 16
_MORE = 28
_GAP = 34
_MONTH = 34
_LONGEST_NOTE = 8000


def node_x(theme: Theme) -> int:
    """Where the thread runs, from the left edge of the timeline (and of the composer above it)."""
    return theme.px(NODE)


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows of a `TimelineModel`. One row may be as high as the editor that stands in it."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._open = QPersistentModelIndex()
        self._open_height = 0
        self._lit, self._current = Lit(), ""
        # Long timelines are measured anew with every page of them: each row once.
        self._heights: dict[str, tuple[Entry | Pledge, int, int]] = {}
        theme.changed.connect(self._measure_anew)

    def _measure_anew(self) -> None:
        # Of the delegate, not of the dictionary: that the theme would hold, and all that is in it.
        self._heights.clear()

    def light(self, lit: Lit, current: str) -> None:
        """Light up words, strongly in the record `current`."""
        self._lit, self._current = lit, current

    def _lit_in(self, record_id: str) -> Lit:
        return Lit(self._lit.words, strong=record_id == self._current)

    def open_row(self, index: QModelIndex | None, height: int = 0) -> None:
        """The row in which an editor stands, and how high that is; None closes it."""
        before, self._open_height = self._open, height
        self._open = QPersistentModelIndex() if index is None else QPersistentModelIndex(index)
        for changed in (before, self._open):
            if changed.isValid():
                self.sizeHintChanged.emit(changed.model().index(changed.row(), 0))

    def below_month(self, index: QModelIndex | QPersistentModelIndex, rect: QRect) -> QRect:
        """The row itself, below the heading of a month that begins with it."""
        return rect.adjusted(0, self._heading(index.data(ENTRY)), 0, 0)

    def content(self, rect: QRect) -> QRect:
        """Where the words of a row stand (and its editor), beside date and knot."""
        left = self._theme.px(ICON)
        return QRect(rect.x() + left, rect.y(), rect.width() - left, rect.height())

    def more_rect(self, rect: QRect) -> QRect:
        """The button with three dots at the right end of a row."""
        side, px = self._theme.px(_MORE), self._theme.px
        return QRect(rect.right() + 1 - side, rect.y() - px(3), side, side)

    def is_action_at(self, pledge: Pledge, rect: QRect, pos: QPoint) -> bool:
        """Whether the button of a promise stands at a place of its row."""
        return pledges.is_action_at(self._theme, pledge, self.content(rect), pos)

    def person_at(self, entry: Entry, rect: QRect, pos: QPoint) -> str | None:
        """The person whose name stands at a place of a row."""
        for (contact_id, _), box in zip(entry.others, self._links(entry, rect), strict=False):
            if box.contains(QPointF(pos)):
                return contact_id
        return None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        # option.rect is empty here: the width is the viewport's.
        width, px = self._view.viewport().width(), self._theme.px
        if self._open.isValid() and index == self._open:
            return QSize(width, self._open_height + px(10) + self._heading(index.data(ENTRY)))
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry | Pledge):
            return QSize(width, px(_GAP))
        record = entry.promise.id if isinstance(entry, Pledge) else entry.act.id
        known = self._heights.get(record)
        if known is None or known[1] != width or known[0] != entry:
            high = self._height(entry, width) + self._heading(entry)
            known = self._heights[record] = (entry, width, high)
        return QSize(width, known[2])

    def _heading(self, entry: object) -> int:
        month = isinstance(entry, Entry | Pledge) and entry.month
        return self._theme.px(_MONTH) if month else 0

    def _height(self, entry: Entry | Pledge, width: int) -> int:
        px = self._theme.px
        if isinstance(entry, Pledge):
            return pledges.height(self._theme, entry, width - px(ICON))
        high = px(_TITLE)
        body = self._body(entry, width)
        if body is not None:
            high += body.height
        if entry.year:
            high = max(high, 2 * px(_DATE))
        return high + px(16 if entry.first else 10)

    def paint(
        self,
        p: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ENTRY)
        open_ = self._open.isValid() and index == self._open
        rect = self.below_month(index, option.rect)
        if rect != option.rect:
            self._paint_month(p, option.rect, entry.month)
        option = QStyleOptionViewItem(option)
        option.rect = rect
        if isinstance(entry, Pledge):
            self._paint_pledge(p, option, entry, open_=open_)
        elif isinstance(entry, Gap):
            self._paint_gap(p, option, str(index.data()))
        if not isinstance(entry, Entry):
            return
        p.save()
        paint.begin(p)
        self._thread(p, rect, entry)
        self._date(p, rect, entry)
        if not open_:
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            focused = focused and shows_ring(self._view)
            if focused:
                box = QRectF(self.content(rect)).adjusted(-self._theme.px(8), -1, 0, 0)
                box.setHeight(rect.height() - self._theme.px(8) + 1)
                paint.focus_ring(p, self._theme, box, self._theme.px(8))
            self._words(p, rect, entry, hover or focused)
        p.restore()

    # inside

    def _paint_month(self, p: QPainter, rect: QRect, month: str) -> None:
        theme, px = self._theme, self._theme.px
        high = px(_MONTH)
        p.save()
        paint.begin(p)
        paint.thread(p, theme, rect.x() + node_x(theme), rect.y(), rect.y() + high)
        x, line = float(rect.x() + px(ICON)), theme.line("small")
        top = rect.y() + (high - px(8) - line) / 2
        x += text.line(p, theme, x, top, month, role="small", color="ink2") + px(10)
        paint.hairline(p, x, round(top + line / 2), rect.right() + 1 - x, theme.c("line"))
        p.restore()

    def _paint_pledge(
        self, p: QPainter, option: QStyleOptionViewItem, pledge: Pledge, *, open_: bool
    ) -> None:
        rect, theme = option.rect, self._theme
        p.save()
        paint.begin(p)
        paint.thread(p, theme, rect.x() + node_x(theme), rect.y(), rect.y() + rect.height())
        if not open_:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            focused = focused and shows_ring(self._view)
            lit = self._lit_in(pledge.promise.id)
            pledges.draw(p, theme, pledge, self.content(rect), focused=focused, lit=lit)
        p.restore()

    def _paint_gap(self, p: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        rect, theme = option.rect, self._theme
        p.save()
        paint.begin(p)
        paint.thread(p, theme, rect.x() + node_x(theme), rect.y(), rect.y() + rect.height())
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and shows_ring(self._view)
        content = self.content(rect)
        if focused:
            box = QRectF(content).adjusted(-theme.px(8), 0, 0, -theme.px(10))
            paint.focus_ring(p, theme, box, theme.px(8))
        icons.draw(p, theme, "up", content.x(), rect.y() + theme.px(3), color="ai")
        text.line(
            p, theme, rect.x() + theme.px(BODY), rect.y(), words, role="ui", color="ai",
            height=theme.px(_TITLE), room=content.width() - theme.px(BODY - ICON),
        )  # fmt: skip
        p.restore()

    def _thread(self, p: QPainter, rect: QRect, entry: Entry) -> None:
        theme, px = self._theme, self._theme.px
        x = rect.x() + node_x(theme)
        middle = rect.y() + px(_TITLE) / 2
        if entry.first:
            paint.thread(p, theme, x, rect.y(), rect.y() + px(6))
            icons.draw(p, theme, "mark", x - px(10), rect.y() + px(2), size=20, color="shu")
            return
        paint.thread(p, theme, x, rect.y(), rect.y() + rect.height())
        paint.knot(p, theme, x, middle, "theirs" if is_theirs(entry.act) else "mine")

    def _date(self, p: QPainter, rect: QRect, entry: Entry) -> None:
        theme, px = self._theme, self._theme.px
        lines = [entry.day]
        if entry.year:
            lines = [entry.year, entry.day] if theme.language == "ja" else [entry.day, entry.year]
        high = px(_DATE) if len(lines) > 1 else px(_TITLE)
        for at, words in enumerate(lines):
            text.line(
                p,
                theme,
                rect.x(),
                rect.y() + at * high,
                words,
                role="small",
                color="ink3",
                room=px(DATES),
                align="right",
                height=high,
            )

    def _words(self, p: QPainter, rect: QRect, entry: Entry, active: bool) -> None:
        theme, px = self._theme, self._theme.px
        theirs, lit = is_theirs(entry.act), self._lit_in(entry.act.id)
        top = rect.y() + px(3)
        tone = "shu" if theirs else "ink2"
        icons.draw(p, theme, entry.icon, rect.x() + px(ICON), top, color=tone)
        right = self._right(rect)
        x = float(rect.x() + px(BODY))
        base = rect.y()
        x += text.line(
            p, theme, x, base, entry.title, role="ui", bold=True, height=px(_TITLE), room=right - x
        )
        if entry.channel:
            gap, role, color = self._channel(entry)
            x += gap
            if right - x > px(24):
                x += lights.line(
                    p,
                    theme,
                    x,
                    base,
                    entry.channel,
                    lit if entry.channel == entry.act.place else Lit(),
                    role=role,
                    color=color,
                    height=px(_TITLE),
                    room=right - x,
                )
        for (_, name), box in zip(entry.others, self._links(entry, rect), strict=False):
            lights.line(
                p,
                theme,
                box.x(),
                base,
                name,
                lit,
                role="ui",
                color="ai",
                height=px(_TITLE),
                room=box.width() + 1,
            )
        body = self._body(entry, rect.width())
        if body is not None:
            lights.draw(p, theme, body, rect.x() + px(BODY), rect.y() + px(_TITLE), lit)
        if active:
            more = self.more_rect(rect)
            inset = (more.width() - px(16)) / 2
            icons.draw(p, theme, "more", more.x() + inset, more.y() + inset, color="ink2")

    def _right(self, rect: QRect) -> int:
        return rect.x() + rect.width() - self._theme.px(_MORE + 4)

    def _channel(self, entry: Entry) -> tuple[int, str, str]:
        """Gap, role and colour: a place is read with the title, a channel is a small remark."""
        if entry.act.place and entry.channel == entry.act.place:
            return self._theme.px(13), "ui", "ink2"
        return self._theme.px(8), "small", "ink3"

    def _links(self, entry: Entry, rect: QRect) -> list[QRectF]:
        """Where the names of the others stand; those that find no room are left out."""
        theme, px = self._theme, self._theme.px
        x = rect.x() + px(BODY) + text.width(theme, "ui", entry.title, bold=True)
        right = self._right(rect)
        if entry.channel:
            gap, role, _ = self._channel(entry)
            x += gap + text.width(theme, role, entry.channel)
        boxes: list[QRectF] = []
        x += px(12)
        for _, name in entry.others:
            room = min(text.width(theme, "ui", name), right - x)
            if room < px(24):
                break
            boxes.append(QRectF(x, rect.y(), room, px(_TITLE)))
            x += room + px(12)
        return boxes

    def _body(self, entry: Entry, width: int) -> Paragraph | None:
        note = entry.act.note
        if not note:
            return None
        if len(note) > _LONGEST_NOTE:
            note = note[:_LONGEST_NOTE] + "…"
        room = width - self._theme.px(BODY) - self._theme.px(4)
        return paragraph(self._theme, (Run(note, "ink2"),), max(40, room), role="ui")


def is_theirs(act: Interaction) -> bool:
    """Whether an entry is their act, which alone is red."""
    return act.initiative is Initiative.THEM and act.kind not in NO_CONTACT

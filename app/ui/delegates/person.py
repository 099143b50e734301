"""A row of the people list: header, person, or a note that was found."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.store.answers import PersonRow
from app.ui.delegates import highlight
from app.ui.look import paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.paint import Knots
from app.ui.look.paragraph import paragraph
from app.ui.look.theme import Theme
from app.ui.models.people import ITEM, PHOTO, Note, Person, Section
from app.ui.words.wording import Wording

ROW = 62
HEADER = 26

_TEXT = 68
_RIGHT = 12


class PersonDelegate(QStyledItemDelegate):
    """Paints rows of a `PeopleModel`. Words that were searched for stand on a tint."""

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(theme)
        self._today = today
        self._words: tuple[str, ...] = ()
        self._ties = True

    def set_words(self, query: str) -> None:
        """The search whose hits are shown; an empty one shows none."""
        self._words = highlight.words_of(query)

    def show_ties(self, on: bool) -> None:
        """Whether rows bear the tie (in the bin they do not)."""
        self._ties = on

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        high = HEADER if isinstance(index.data(ITEM), Section) else ROW
        return QSize(self._theme.px(300), self._theme.px(high))

    def paint(
        self,
        p: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(ITEM)
        rect = QRectF(option.rect)
        p.save()
        paint.begin(p)
        if isinstance(item, Section):
            text.line(
                p, self._theme, rect.x() + self._theme.px(16), rect.y(), item.words,
                role="small", color="ink3", height=rect.height(),
                room=rect.width() - self._theme.px(28),
            )  # fmt: skip
        else:
            self._ground(p, option, rect)
            if isinstance(item, Person):
                selected = bool(option.state & QStyle.StateFlag.State_Selected)
                self._person(p, rect, item.row, index.data(PHOTO), "card" if selected else "paper")
            elif isinstance(item, Note):
                self._note(p, rect, item)
        p.restore()

    def _ground(self, p: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        theme = self._theme
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hover:
            p.save()
            p.setClipRect(rect)
            shape = rect.adjusted(-theme.px(12), 0, 0, 0)
            fill, line = ("card", "line") if selected else ("hover", "")
            paint.rounded(p, shape, theme.px(10), theme.c(fill), theme.c(line) if line else None)
            p.restore()
        if selected:
            paint.selection_bar(p, theme, rect)
        view = option.widget
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused and shows_ring(view):
            paint.focus_ring(p, theme, rect, theme.px(8), inset=theme.px(3))

    def _person(
        self,
        p: QPainter,
        rect: QRectF,
        row: PersonRow,
        photo: QPixmap | None,
        ground: str,
    ) -> None:
        theme, px = self._theme, self._theme.px
        x, y = rect.x(), rect.y()
        right = rect.right() - px(_RIGHT)
        middle = y + (rect.height() - px(40)) / 2
        paint.monogram(p, theme, x + px(16), middle, 40, row.id, row.monogram or row.name, photo)
        glyph_width, _ = paint.glyph_size(theme)
        glyph_left = right - glyph_width
        if self._ties:
            self._tie(p, glyph_left, y + px(18), row.knots, ground)
        left = x + px(_TEXT)
        when = ""
        if row.last_contact is not None:
            when = self._wording.ago(row.last_contact, self._today())
            text.line(
                p, theme, left, y + px(33), when, role="small", color="ink3",
                room=right - left, align="right",
            )  # fmt: skip
        taken = text.width(theme, "small", when) if when else 0.0
        name_room = glyph_left - px(8) - left
        company_room = right - taken - px(12) - left
        top = y + px(5)
        if row.spoken:
            self._line(p, left, top, row.spoken, "furigana", "ink3", name_room)
        top += px(14)
        # The glyph stands beside the reading; the name may use the whole width above the date.
        self._line(p, left, top, row.name, "list-name", "ink", name_room)
        top += px(20)
        company = row.organization or row.title or ""
        if company and company != row.name:
            self._line(p, left, top, company, "small", "ink2", company_room)

    def _tie(self, p: QPainter, x: float, middle: float, knots: Knots, ground: str) -> None:
        """One of eight pictures: drawing the circles anew took a tenth of every row."""
        theme, ratio = self._theme, p.device().devicePixelRatioF()
        key = ("tie", knots, ground, ratio)
        made = theme.text_cache.get(key)
        if not isinstance(made, QPixmap):
            made = _picture(theme, knots, ground, ratio)
            text.keep(theme, key, made)
        p.drawPixmap(QPointF(x, middle - made.deviceIndependentSize().height() / 2), made)

    def _note(self, p: QPainter, rect: QRectF, note: Note) -> None:
        theme, px = self._theme, self._theme.px
        x, y = rect.x(), rect.y()
        right = rect.right() - px(_RIGHT)
        first = note.people[0]
        middle = y + (rect.height() - px(40)) / 2
        paint.monogram(p, theme, x + px(16), middle, 40, first.id, first.monogram or first.name)
        left = x + px(_TEXT)
        taken = 0.0
        if note.hit.on is not None:
            when = self._wording.day(note.hit.on, self._today())
            taken = text.width(theme, "small", when) + px(12)
            text.line(
                p, theme, left, y + px(5), when, role="small", color="ink3",
                room=right - left, align="right",
            )  # fmt: skip
        names = self._wording.names([row.name for row in note.people])
        self._line(p, left, y + px(4), names, "list-name", "ink", right - left - taken)
        excerpt = highlight.around(note.hit.excerpt, self._words)
        shown = paragraph(
            theme,
            highlight.runs(excerpt[: text.LONGEST], self._words, "ink2"),
            right - left,
            role="small",
            lines=2,
        )
        shown.draw(p, left, y + px(24))

    def _line(
        self, p: QPainter, x: float, top: float, words: str, role: str, color: str, room: float
    ) -> None:
        theme = self._theme
        shown = text.elided(theme, role, words, room)
        for start, end in highlight.spans(shown, self._words) if self._words else ():
            left = text.width(theme, role, shown[:start]) if start else 0.0
            wide = text.width(theme, role, shown[:end]) - left
            high = theme.line(role)
            box = QRectF(x + left - 1, top + 1, wide + 2, high - 2)
            paint.rounded(p, box, theme.px(3), theme.c("ai-soft"), theme.c("ai-line"))
        text.line(p, theme, x, top, shown, role=role, color=color)


def _picture(theme: Theme, knots: Knots, ground: str, ratio: float) -> QPixmap:
    """A tie glyph with its left end and middle at those of the picture."""
    wide, high = paint.glyph_size(theme)
    high += high % 2
    made = QPixmap(round(wide * ratio), round(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    p = QPainter(made)
    paint.begin(p)
    paint.tie_glyph(p, theme, 0, high / 2, knots, ground=ground)
    p.end()
    return made

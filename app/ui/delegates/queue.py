"""A row of the queue: who, why now, what was last; room below the current one for its buttons."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.names import monogram
from app.ui.look import fonts, icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.paragraph import Paragraph, Run, fitted
from app.ui.look.theme import Theme
from app.ui.models.queue import PERSON, PHOTO
from app.ui.today import DuePerson
from app.ui.words.today import TodayWords

Index = QModelIndex | QPersistentModelIndex

TEXT = 80
"""Where texts and the action row begin."""
RIGHT = 20
ACTIONS = 12 + 34
"""What the current row is higher."""
THINNER = 38
"""And what it is higher still where a thinner rhythm is proposed."""
_PAD = 16
_REASON = 24
_ROUND = 12


class QueueDelegate(QStyledItemDelegate):
    """Paints rows of a `QueueModel`; `today` is the day that its words are about."""

    def __init__(self, theme: Theme, words: TodayWords, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._words = words
        self._view = view
        self.today = date.min
        self._left: dict[str, float] = {}

    def shrink(self, contact_id: str, factor: float) -> None:
        """Show the row of someone who leaves at this part of its height."""
        self._left[contact_id] = factor

    def forget(self, contact_id: str) -> None:
        """The row is gone, or stays after all."""
        self._left.pop(contact_id, None)

    def leaves(self, contact_id: str) -> bool:
        return contact_id in self._left

    # measure

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        person = index.data(PERSON)
        wide = self._view.viewport().width()
        if not isinstance(person, DuePerson):
            return QSize(wide, 0)
        high = self._height(person, wide)
        current = index.row() == self._view.currentIndex().row()
        if current and person.id not in self._left:
            high += self._theme.px(ACTIONS)
            high += self._theme.px(THINNER) if person.thinner is not None else 0
        last = index.row() == index.model().rowCount() - 1
        high += 0 if last else 1
        return QSize(wide, round(high * self._left.get(person.id, 1.0)))

    def _height(self, person: DuePerson, wide: int) -> int:
        px = self._theme.px
        reason, facts = self._paragraphs(person, wide)
        below = facts.height if facts is not None else 0
        return 2 * px(_PAD) + px(24) + px(4) + reason.height + below

    def _paragraphs(self, person: DuePerson, wide: int) -> tuple[Paragraph, Paragraph | None]:
        px = self._theme.px
        room = max(40, wide - px(TEXT) - px(_REASON) - px(RIGHT))
        said = self._words.reason(person.reasons[0], self.today)
        known = self._words.facts(person, self.today)
        facts = self._fitted(known, room, "ui") if known else None
        return self._fitted(said, room, "body"), facts

    def _fitted(self, runs: list[Run], room: int, role: str) -> Paragraph:
        return fitted(self._theme, runs, room, role=role, lines=2)

    # paint

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person = index.data(PERSON)
        if not isinstance(person, DuePerson):
            return
        rect = QRectF(option.rect)
        rows = index.model().rowCount()
        p.save()
        paint.begin(p)
        p.setClipPath(self._frame(rect, index.row() == 0, index.row() == rows - 1))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "card" if selected else "hover" if hover else "paper"
        p.fillRect(rect, self._theme.c(ground))
        if person.id in self._left:
            p.setOpacity(self._left[person.id])
        self._head(p, rect, person, index.data(PHOTO), ground)
        self._why(p, rect, person)
        if index.row() < rows - 1:
            paint.hairline(p, rect.x(), rect.bottom() - 1, rect.width(), self._theme.c("line"))
        if selected:
            paint.selection_bar(p, self._theme, rect.adjusted(0, 0, 0, -1))
            if self._view.hasFocus() and shows_ring(self._view):
                paint.focus_ring(p, self._theme, rect, self._theme.px(8), inset=4)
        p.restore()

    def _frame(self, rect: QRectF, first: bool, last: bool) -> QPainterPath:
        """The part of the round card that this row may paint on."""
        path, far = QPainterPath(), self._theme.px(40)
        inner = rect.adjusted(0, 0 if first else -far, 0, 0 if last else far)
        radius = self._theme.px(_ROUND) - 1
        path.addRoundedRect(inner, radius, radius)
        return path

    def _head(
        self, p: QPainter, rect: QRectF, person: DuePerson, photo: QPixmap | None, ground: str
    ) -> None:
        theme, px, words = self._theme, self._theme.px, self._words
        top = rect.y() + px(_PAD)
        name = words.name(person.contact)
        letter = monogram(person.contact)
        paint.monogram(p, theme, rect.x() + px(20), top - 1, 44, person.id, letter, photo)
        right = rect.right() - px(RIGHT)
        glyph, _ = paint.glyph_size(theme)
        paint.tie_glyph(p, theme, right - glyph, rect.y() + px(28), person.tie.knots, ground=ground)
        left, right = rect.x() + px(TEXT), right - glyph - px(12)
        base = top + fonts.baseline(theme.font("name"), px(24))
        left += text.line_at(p, theme, left, base, name, role="name", room=max(0, right - left))
        left += px(8)
        reading = words.reading(person.contact)
        if reading and right - left > px(24):
            room = right - left
            left += text.line_at(
                p, theme, left, base, reading, role="furigana", color="ink3", room=room
            )
            left += px(16)
        work = words.work(person.contact)
        if work and right - left > px(40):
            shown = text.elided(theme, "ui", work, right - left)
            at = right - text.width(theme, "ui", shown)
            text.line_at(p, theme, at, base, shown, color="ink2")

    def _why(self, p: QPainter, rect: QRectF, person: DuePerson) -> None:
        theme, px = self._theme, self._theme.px
        reason, facts = self._paragraphs(person, round(rect.width()))
        x, y = rect.x() + px(TEXT), rect.y() + px(_PAD) + px(24) + px(4)
        first = person.reasons[0]
        icon = self._words.wording.reason_icon(first)
        color = self._words.reason_color(first)
        icons.draw(p, theme, icon, x, y + (px(22) - px(16)) / 2, color=color)
        reason.draw(p, x + px(_REASON), y)
        if facts is not None:
            facts.draw(p, x + px(_REASON), y + reason.height)

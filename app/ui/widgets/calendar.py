"""Choosing a day: a month in our look, for a popup or a dialog."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.dates import add_months
from app.ui.look import icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted

CELL = (36, 30)
HEAD = 34
NAMES = 24
WEEK = 7
_WEEKS = 6
_SUNDAY = 6
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)


class Calendar(Painted):
    """One month. Arrows move by day and week, Page Up and Down by month, Enter chooses."""

    chosen = Signal(object)
    """A day (`date`) was chosen."""
    moved = Signal(object)
    """The cursor stands on another day."""

    def __init__(
        self,
        theme: Theme,
        day: date,
        today: date,
        *,
        earliest: date = _EARLIEST,
        latest: date = _LATEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._today = today
        self._earliest, self._latest = earliest, latest
        self._day = self._within(day)
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._say()

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def set_day(self, day: date) -> None:
        day = self._within(day)
        if day != self._day:
            self._day = day
            self._say()
            self.moved.emit(day)
            self.update()

    def measure(self) -> QSize:
        px = self.theme.px
        wide = px(CELL[0]) * WEEK
        return QSize(wide, px(HEAD) + px(NAMES) + px(CELL[1]) * _WEEKS)

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        locale = self._locale()
        pattern = "yyyy年M月" if theme.language == "ja" else "MMMM yyyy"
        month = locale.toString(QDate(self._day.year, self._day.month, 1), pattern)
        text.line(
            p, theme, 0, 0, month, role="ui-bold", align="center", room=self.width(),
            height=px(HEAD),
        )  # fmt: skip
        inset = (px(HEAD) - px(16)) / 2
        icons.draw(p, theme, "back", inset, inset, color="ink2")
        icons.draw(p, theme, "chev", self.width() - inset - px(16), inset, color="ink2")
        wide = px(CELL[0])
        for at in range(WEEK):
            weekday = (self._starts() + at) % WEEK + 1
            name = locale.standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)
            text.line(
                p, theme, at * wide, px(HEAD), name, role="small", color="ink3", align="center",
                room=wide, height=px(NAMES),
            )  # fmt: skip
        first = self._first_shown()
        for at in range(WEEK * _WEEKS):
            self._draw_day(p, first + timedelta(at), self._cell(at))
        if shows_ring(self):
            cell = self._cell((self._day - first).days)
            paint.focus_ring(p, theme, cell.adjusted(2, 1, -2, -1), px(8))

    def _draw_day(self, p: QPainter, day: date, cell: QRectF) -> None:
        theme, px = self.theme, self.theme.px
        here = day == self._day
        inner = cell.adjusted(2, 1, -2, -1)
        if here:
            paint.rounded(p, inner, px(8), theme.c("ai-soft"), theme.c("ai-line"))
        elif day == self._hovered and self._allowed(day):
            paint.rounded(p, inner, px(8), theme.c("hover"))
        other = day.month != self._day.month
        tone = "ai" if here else "off" if other or not self._allowed(day) else "ink"
        text.line(
            p, theme, cell.x(), cell.y(), str(day.day), color=tone,
            bold=here or day == self._today, align="center", room=cell.width(),
            height=cell.height(),
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -WEEK,
            Qt.Key.Key_Down: WEEK,
        }
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in steps:
            self.set_day(self._day + timedelta(steps[Qt.Key(key)]))
        elif key in months:
            self.set_day(add_months(self._day, months[Qt.Key(key)]))
        elif key == Qt.Key.Key_Home:
            self.set_day(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pos = event.position()
        if pos.y() < self.theme.px(HEAD):
            edge = self.theme.px(CELL[0])
            if pos.x() < edge or pos.x() > self.width() - edge:
                self.set_day(add_months(self._day, -1 if pos.x() < edge else 1))
            return
        day = self._day_at(event)
        if day is not None and self._allowed(day):
            self.set_day(day)
            self.chosen.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._day_at(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.set_day(add_months(self._day, -1 if turned > 0 else 1))
        event.accept()

    # inside

    def _locale(self) -> QLocale:
        return QLocale("ja_JP" if self.theme.language == "ja" else "en_US")

    def _allowed(self, day: date) -> bool:
        return self._earliest <= day <= self._latest

    def _within(self, day: date) -> date:
        return max(self._earliest, min(self._latest, day))

    def _first_shown(self) -> date:
        first = self._day.replace(day=1)
        return first - timedelta((first.weekday() - self._starts()) % WEEK)

    def _starts(self) -> int:
        """The first weekday of a row: Sunday in Japan, else Monday."""
        return _SUNDAY if self.theme.language == "ja" else 0

    def _cell(self, at: int) -> QRectF:
        px = self.theme.px
        wide, high = px(CELL[0]), px(CELL[1])
        row, column = divmod(at, WEEK)
        return QRectF(column * wide, px(HEAD) + px(NAMES) + row * high, wide, high)

    def _day_at(self, event: QMouseEvent) -> date | None:
        for at in range(WEEK * _WEEKS):
            if self._cell(at).contains(event.position()):
                return self._first_shown() + timedelta(at)
        return None

    def _say(self) -> None:
        shown = QDate(self._day.year, self._day.month, self._day.day)
        self.setAccessibleName(self._locale().toString(shown, QLocale.FormatType.LongFormat))


class DayPopup(QFrame):
    """A calendar that opens beside what it is for, and closes when a day is chosen."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        day: date,
        today: date,
        *,
        earliest: date = _EARLIEST,
        latest: date = _LATEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.calendar = Calendar(theme, day, today, earliest=earliest, latest=latest)
        inside = QVBoxLayout(self)
        edge = theme.px(8)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self.calendar)
        self.calendar.chosen.connect(self._choose)

    def open_at(self, place: QPoint) -> None:
        """Open with the top left corner at a place of the screen."""
        self.adjustSize()
        free = (self.parentWidget() or self).screen().availableGeometry()
        x = max(free.left(), min(place.x(), free.right() - self.width()))
        y = max(free.top(), min(place.y(), free.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("card"))
        line = self._theme.c("line2")
        paint.hairline(p, 0, 0, self.width(), line)
        paint.hairline(p, 0, self.height() - 1, self.width(), line)
        paint.hairline(p, 0, 0, self.height(), line, vertical=True)
        paint.hairline(p, self.width() - 1, 0, self.height(), line, vertical=True)

    def _choose(self, day: date) -> None:
        self.chosen.emit(day)
        self.close()

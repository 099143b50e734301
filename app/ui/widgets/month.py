"""A month to pick one day from, with mouse and arrow keys; none before the first can be chosen."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import add_months
from app.ui.look import paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.painted import Painted

CELL = (44, 34)
HEAD = 26
WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: timedelta(-1),
    Qt.Key.Key_Right: timedelta(1),
    Qt.Key.Key_Up: timedelta(-7),
    Qt.Key.Key_Down: timedelta(7),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Days(Painted):
    """The days of the month in which the chosen one lies."""

    moved = Signal()
    picked = Signal()

    def __init__(self, theme: Theme, first: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.first = first
        self.day = first
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def locale_here(self) -> QLocale:
        return QLocale("ja_JP" if self.theme.language == "ja" else "en_GB")

    def choose(self, day: date) -> None:
        """Choose a day; earlier ones than the first become the first."""
        self.day = max(day, self.first)
        said = self.locale_here().toString(_q(self.day), QLocale.FormatType.LongFormat)
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.moved.emit()
        self.update()

    def _weeks(self) -> list[list[date]]:
        starts = calendar.SUNDAY if self.theme.language == "ja" else calendar.MONDAY
        return calendar.Calendar(starts).monthdatescalendar(self.day.year, self.day.month)

    def measure(self) -> QSize:
        px = self.theme.px
        return QSize(7 * px(CELL[0]), px(HEAD) + WEEKS * px(CELL[1]))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        wide, high, head = px(CELL[0]), px(CELL[1]), px(HEAD)
        weeks = self._weeks()
        for column, day in enumerate(weeks[0]):
            name = self.locale_here().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            text.line(
                p, theme, column * wide, 0, name, role="small", color="ink3",
                height=head, room=wide, align="center",
            )  # fmt: skip
        for row, week in enumerate(weeks):
            for column, day in enumerate(week):
                if day.month == self.day.month:
                    self._cell(p, day, QRectF(column * wide, head + row * high, wide, high))

    def _cell(self, p: QPainter, day: date, box: QRectF) -> None:
        theme, chosen = self.theme, day == self.day
        if chosen:
            inner = box.adjusted(3, 1, -3, -1)
            fill, line = theme.c("ai-soft"), theme.c("ai-line")
            paint.rounded(p, inner, theme.px(8), fill, line)
            if shows_ring(self):
                paint.focus_ring(p, theme, inner, theme.px(8))
        color = "ai" if chosen else "ink" if day >= self.first else "off"
        text.line(
            p, theme, box.x(), box.y(), str(day.day), color=color, bold=chosen,
            height=box.height(), room=box.width(), align="center",
        )  # fmt: skip

    def _at(self, place: QPointF) -> date | None:
        px = self.theme.px
        row = int((place.y() - px(HEAD)) // px(CELL[1]))
        column = int(place.x() // px(CELL[0]))
        weeks = self._weeks()
        if not (0 <= row < len(weeks) and 0 <= column < len(weeks[0])):
            return None
        day = weeks[row][column]
        return day if day.month == self.day.month and day >= self.first else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position())
        if day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()) is not None:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self.day + _STEPS[key])
        elif key in _PAGES:
            self.choose(add_months(self.day, _PAGES[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit()
        else:
            super().keyPressEvent(event)


class MonthPicker(QWidget):
    """The days under the name of their month; `picked` by Enter or a double click."""

    picked = Signal()

    def __init__(
        self, theme: Theme, first: date, *, name: str, parent: QWidget | None = None
    ) -> None:
        """`first` is the earliest day to choose, and chosen at the beginning."""
        super().__init__(parent)
        self.days = _Days(theme, first)
        self.days.setAccessibleName(name)
        self._title = Label(theme, "", role="ui-bold", align="center")
        before = Button(theme, kind="ghost", icon="back", name=self.tr("Month before"))
        after = Button(theme, kind="ghost", icon="chev", name=self.tr("Month after"))
        before.clicked.connect(lambda: self.days.choose(add_months(self.days.day, -1)))
        after.clicked.connect(lambda: self.days.choose(add_months(self.days.day, 1)))
        head = QHBoxLayout()
        head.addWidget(before)
        head.addWidget(self._title, 1)
        head.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self.days, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self.days)
        self.days.picked.connect(self.picked)
        self.days.moved.connect(self._name)
        self.days.choose(first)

    def day(self) -> date:
        """The chosen day."""
        return self.days.day

    def _name(self) -> None:
        form = self.tr("MMMM yyyy")
        self._title.setText(self.days.locale_here().toString(_q(self.days.day), form))


def _q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

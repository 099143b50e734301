"""A field for a day: typed in the ways people write days, stepped by arrows, or from a calendar."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.dates import add_months
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.calendar import DayPopup
from app.ui.widgets.field import LineField

_DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_WORDS = {
    "today": 0,
    "今日": 0,
    "yesterday": -1,
    "昨日": -1,
    "tomorrow": 1,
    "明日": 1,
}


def parse_day(words: str, today: date, *, past: bool = True) -> date | None:
    """A day as typed; without a year the last (or, not `past`, the next) one of that name."""
    words = words.strip().lower()
    if words in _WORDS:
        return today + timedelta(_WORDS[words])
    match = _DAY.fullmatch(words)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        if year is not None:
            return date(int(year), int(month), int(day))
        found = date(today.year, int(month), int(day))
        if past and found > today:
            return date(today.year - 1, int(month), int(day))
        if not past and found < today:
            return date(today.year + 1, int(month), int(day))
    except ValueError:
        return None
    return found


class DayField(LineField):
    """Shows a day as 2026-10-15, or in the words that `say` has for it until somebody comes to it.
    Up and Down step by day, with Shift by month.
    """

    day_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        today: date,
        *,
        name: str,
        day: date | None = None,
        past: bool = True,
        height: int = 36,
        say: Callable[[date], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`past`: a day without a year is the last of that name, and no later day may be meant."""
        super().__init__(theme, name=name, hint="2026-10-15", height=height, parent=parent)
        self._today = today
        self._past = past
        self._say = say
        self._said = ("", "")
        self._open = Button(theme, kind="ghost", icon="cal", name=self.tr("Calendar"))
        self._open.setFixedSize(theme.px(26), theme.px(26))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self.open_calendar)
        self.add(self._open)
        self.edit.installEventFilter(self)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.changed.connect(self.day_changed)
        self.left.connect(self._tidy)
        self.set_hint(today.isoformat())
        self.set_day(day)

    def text(self) -> str:
        """What was typed, or the day in figures."""
        typed = super().text()
        words, figures = self._said
        return figures if typed and typed == words else typed

    def day(self) -> date | None:
        """The day, or None where there is none (see `is_wrong`)."""
        return parse_day(self.text(), self._today, past=self._past)

    def is_wrong(self) -> bool:
        """Whether something stands here that is no day."""
        return bool(self.text().strip()) and self.day() is None

    def set_day(self, day: date | None) -> None:
        self.set_text("" if day is None else day.isoformat())
        self.set_error("")
        if not self.edit.hasFocus():
            self._show_words()

    def open_calendar(self) -> None:
        """Choose from a calendar."""
        limits = {"latest": self._today} if self._past else {"earliest": self._today}
        popup = DayPopup(self.theme, self.day() or self._today, self._today, parent=self, **limits)
        popup.chosen.connect(self._choose)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down step; the line itself has no use for them. Who comes to it gets figures."""
        if watched is self.edit and event.type() == QEvent.Type.FocusIn:
            self._show(self.text())
        if (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not self.edit.composing
        ):
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step is not None:
                day = self.day() or self._today
                months = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.set_day(add_months(day, step) if months else day + timedelta(step))
                return True
        return super().eventFilter(watched, event)

    def _choose(self, day: date) -> None:
        self.set_day(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _tidy(self) -> None:
        day = self.day()
        if day is not None and self.text() != day.isoformat():
            self.set_day(day)
        self._show_words()

    def _show_words(self) -> None:
        day = self.day()
        if day is not None and self._say is not None:
            self._said = (self._say(day), day.isoformat())
            self._show(self._said[0])

    def _show(self, words: str) -> None:
        """Another way to say the same day: nothing was typed."""
        if words != self.edit.text():
            with QSignalBlocker(self.edit):
                self.set_text(words)

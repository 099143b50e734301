"""Later: tomorrow, at the weekend, in a month, or on a day of one's own; keys 1 to 4."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from app.domain.dates import add_months
from app.ui import plain
from app.ui.look import icons
from app.ui.look.theme import Theme
from app.ui.widgets.calendar import Calendar
from app.ui.widgets.dialog import Dialog
from app.ui.words.wording import Wording

SATURDAY = 5
_FIRST_DIGIT = int(Qt.Key.Key_1)


def coming_saturday(today: date) -> date:
    """The next Saturday after today."""
    return today + timedelta((SATURDAY - today.weekday() - 1) % 7 + 1)


class LaterMenu(QMenu):
    """`ask` opens it; `chosen(date)` says until when, `closed` in any case that it is over."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wording = wording
        self._today = date.min
        self.setAccessibleName(self.tr("Later"))

    def ask(self, today: date, at: QPoint) -> None:
        """Open at a place on the screen, with the days counted from `today`."""
        self._today = today
        self.clear()
        weekend = (
            self.tr("Next weekend") if today.weekday() >= SATURDAY else self.tr("This weekend")
        )
        for number, (words, until) in enumerate(
            (
                (self.tr("Tomorrow"), today + timedelta(1)),
                (weekend, coming_saturday(today)),
                (self.tr("In a month"), add_months(today, 1)),
            ),
            1,
        ):
            day = self._wording.weekday(until, today)
            self._add(number, f"{words}　{day}").setData(until)
        self._add(4, self.tr("Another day…"))
        first = self.actions()[0]
        self.popup(at)
        self.setActiveAction(first)

    def _add(self, number: int, words: str) -> QAction:
        icon = icons.icon(self.theme, "cal" if number == 4 else "clock", "ink2")
        action = QAction(icon, f"{plain.menu_text(words)}\t{number}", self)
        action.triggered.connect(lambda: self._take(action.data()))
        self.addAction(action)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - _FIRST_DIGIT
        if 0 <= at < len(self.actions()):
            action = self.actions()[at]
            self.close()
            action.trigger()
            return
        super().keyPressEvent(event)

    def _take(self, until: object) -> None:
        if isinstance(until, date):
            self.chosen.emit(until)
            return
        asking = _AskDay(self.theme, self._today, self.window())
        asking.picked.connect(self.chosen)
        asking.open()


class _AskDay(Dialog):
    """A month to pick a day from, tomorrow at the earliest."""

    picked = Signal(object)

    def __init__(self, theme: Theme, today: date, over: QWidget) -> None:
        super().__init__(theme, over, "")
        title = self.tr("Until when?")
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = today + timedelta(1)
        self.calendar = Calendar(theme, first, today, earliest=first)
        self.calendar.chosen.connect(self.accept)
        self.body.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add_button(self.tr("Cancel"), kind="ghost", result=QDialog.DialogCode.Rejected)
        self.add_button(
            self.tr("Until then"), kind="primary", result=QDialog.DialogCode.Accepted
        ).setDefault(True)
        self.calendar.setFocus()
        self.accepted.connect(self._give)

    def _give(self) -> None:
        self.picked.emit(self.calendar.day)

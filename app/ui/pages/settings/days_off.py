"""Days off in the settings: weekends, whose holidays, and own days away."""

from datetime import date

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.days_off import Vacation
from app.ui.look.theme import Theme
from app.ui.pages.settings.rows import Row, Section
from app.ui.plain import Label
from app.ui.widgets.box import Separator
from app.ui.widgets.button import Button
from app.ui.widgets.choice import Dropdown, Toggle
from app.ui.widgets.day_field import DayField
from app.ui.widgets.dialog import Dialog
from app.ui.words.wording import Wording
from app.usecases.days_off import COUNTRIES, Resting


class DaysOffRows(QObject):
    """The rows of a section; says what was chosen, and shows what is set."""

    weekends_chosen = Signal(bool)
    country_chosen = Signal(str)
    away = Signal(object)
    """A `Vacation` that is to be added."""
    back = Signal(object)
    """A `Vacation` that is to be taken away."""

    def __init__(self, theme: Theme, section: Section) -> None:
        super().__init__(section)
        self._theme = theme
        self._section = section
        self._wording = Wording(theme)
        self._today = date.min
        self._vacations: tuple[Vacation, ...] = ()
        title = self.tr("Rest on weekends")
        self.weekends = Toggle(theme, name=title)
        self.weekends.toggled.connect(self.weekends_chosen)
        words = self.tr("What can wait, waits for Monday. Promises and days you set stay.")
        section.add(Row(theme, "cal", title, words, self.weekends))
        title = self.tr("Rest on public holidays")
        self.country = Dropdown(theme, self._countries(), name=title)
        self.country.chosen.connect(self.country_chosen)
        section.add(Row(theme, "globe", title, self.tr("Of which country"), self.country))
        title = self.tr("Days away")
        self.add = Button(theme, self.tr("Add…"))
        self.add.setAccessibleName(self.tr("Add days away"))
        self.add.clicked.connect(lambda: self.ask(self._today))
        words = self.tr("Travels and holidays of your own. Nothing is lost meanwhile.")
        section.add(Row(theme, "moon", title, words, self.add))
        self._listed = QVBoxLayout()
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(0)
        holder = QWidget()
        holder.setLayout(self._listed)
        section.continue_with(holder)

    def show_settings(self, said: Resting, today: date) -> None:
        """What the store says now."""
        self._today = today
        blocked = self.weekends.blockSignals(True)
        self.weekends.setChecked(said.weekends)
        self.weekends.blockSignals(blocked)
        self.country.set_value(said.country)
        if said.vacations != self._vacations:
            self._vacations = said.vacations
            self._show_vacations()

    def _countries(self) -> list[tuple[str, str]]:
        """Those offered, and the one where the system is."""
        names = self._offered()
        here = QLocale.system()
        code = QLocale.territoryToCode(here.territory())
        if len(code) == 2 and code not in names:
            names[code] = here.nativeTerritoryName()
        return [("", self.tr("none")), *names.items()]

    def _offered(self) -> dict[str, str]:
        said = {
            "JP": self.tr("Japan"),
            "US": self.tr("United States"),
            "GB": self.tr("United Kingdom"),
            "IE": self.tr("Ireland"),
            "CA": self.tr("Canada"),
            "AU": self.tr("Australia"),
            "NZ": self.tr("New Zealand"),
            "SG": self.tr("Singapore"),
            "HK": self.tr("Hong Kong"),
            "TW": self.tr("Taiwan"),
            "KR": self.tr("South Korea"),
            "CN": self.tr("China"),
            "DE": self.tr("Germany"),
            "FR": self.tr("France"),
        }
        return {code: said[code] for code in COUNTRIES}

    def _show_vacations(self) -> None:
        while (item := self._listed.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for vacation in self._vacations:
            if vacation.last >= self._today:
                self._listed.addWidget(Separator(self._theme))
                self._listed.addWidget(self._row(vacation))

    def _row(self, vacation: Vacation) -> QWidget:
        said = self._said(vacation)
        drop = Button(self._theme, self.tr("Take it away"), kind="ghost")
        drop.setAccessibleName(self.tr("Take away: {days}").format(days=said))
        drop.clicked.connect(lambda: self._drop(vacation))
        return Row(self._theme, "cal", said, "", drop)

    def _said(self, vacation: Vacation) -> str:
        first = self._wording.weekday(vacation.first, self._today)
        if vacation.first == vacation.last:
            return first
        last = self._wording.weekday(vacation.last, self._today)
        return self.tr("{first} – {last}").format(first=first, last=last)

    def _drop(self, vacation: Vacation) -> None:
        self.add.setFocus()
        self.back.emit(vacation)

    def ask(self, today: date) -> None:
        """Ask for further days away."""
        asked = AwayDialog(self._theme, self._section.window(), today)
        asked.kept.connect(self.away)
        asked.open()


class AwayDialog(Dialog):
    """From which day to which one is away. Emits `kept(Vacation)`, and closes."""

    kept = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None, today: date) -> None:
        super().__init__(theme, parent, self.tr("Days away"))
        self.first = DayField(theme, today, name=self.tr("First day"), day=today, past=False)
        self.last = DayField(theme, today, name=self.tr("Last day"), day=today, past=False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for words, field in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            column = QVBoxLayout()
            column.setSpacing(theme.px(4))
            column.addWidget(Label(theme, words, role="small", color="ink2"))
            column.addWidget(field)
            row.addLayout(column, 1)
        self.body.addLayout(row)
        self.add_button(self.tr("Cancel"), result=QDialog.DialogCode.Rejected)
        keep = self.add_button(self.tr("Keep"), kind="primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        self.first.submitted.connect(self.last.setFocus)
        self.last.submitted.connect(self._keep)
        self.first.day_changed.connect(self._follow)
        self.first.setFocus()

    def _follow(self) -> None:
        """The last day is never before the first."""
        first, last = self.first.day(), self.last.day()
        if first is not None and last is not None and last < first:
            self.last.set_day(first)

    def _keep(self) -> None:
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            wrong = self.first if first is None else self.last
            wrong.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            wrong.setFocus()
            return
        if last < first:
            self.last.set_error(self.tr("Not before the first day"))
            self.last.setFocus()
            return
        self.kept.emit(Vacation(first, last))
        self.accept()

"""Parts of the settings: general, language, reminders."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal

from app.domain.dates import LeapDay
from app.ui import plain
from app.ui.desktop.autostart import Autostart
from app.ui.look.theme import Language, Mode, Theme
from app.ui.look.tokens import SCALES
from app.ui.pages.settings.days_off import DaysOffRows
from app.ui.pages.settings.rows import Part, Row
from app.ui.pages.settings.tag_rhythms import TagRhythmRows
from app.ui.preferences import Preferences
from app.ui.widgets.button import Button
from app.ui.widgets.choice import Dropdown, Segments, Toggle
from app.usecases.daily import FEWEST, MOST
from app.usecases.notifying import Notifying


@dataclass(frozen=True, slots=True)
class Installation:
    """Where and how the program runs here; what the settings page shows or changes outside the
    store.
    """

    preferences: Preferences
    folder: Path
    version: str
    autostart: Autostart | None = None


class GeneralPart(Part):
    """How it looks, and how it starts."""

    def __init__(self, theme: Theme, here: Installation) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("General"))
        self._here = here
        self._look()
        self._start()

    def _look(self) -> None:
        theme = self.theme
        look = self.section(self.tr("Appearance"))
        modes = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ]
        title = self.tr("Paper")
        self.mode = Segments(theme, modes, theme.mode, name=title)
        self.mode.chosen.connect(self._set_mode)
        look.add(
            Row(theme, "moon", title, self.tr("White paper by day, dark by night."), self.mode)
        )
        title = self.tr("Text size")
        least, most = (round(s * 100) for s in SCALES)
        sizes = [(str(n), f"{n} %") for n in range(least, most + 1, 10)]
        self.text_size = Dropdown(theme, sizes, str(round(theme.scale * 100)), name=title)
        self.text_size.chosen.connect(self._set_size)
        words = self.tr("Letters, rows and buttons grow together.")
        look.add(Row(theme, "search", title, words, self.text_size))
        title = self.tr("Strong lines")
        self.strong = Toggle(theme, name=title, on=theme.strong_lines)
        self.strong.toggled.connect(self._set_strong)
        words = self.tr("Darker frames and separators, easier to see.")
        look.add(Row(theme, "pen", title, words, self.strong))

    def _start(self) -> None:
        theme, here = self.theme, self._here
        if here.autostart is None:
            return
        start = self.section(self.tr("Start"))
        title = self.tr("Start when you log in")
        self.login = Toggle(theme, name=title, on=here.autostart.is_on())
        self.login.toggled.connect(self._set_login)
        self._login_row = Row(theme, "out", title, self._login_words(), self.login)
        start.add(self._login_row)
        title = self.tr("Show only the icon then")
        self.hidden = Toggle(theme, name=title, on=here.preferences.start_hidden)
        self.hidden.toggled.connect(self._set_hidden)
        self._let_hide(self.login.isChecked())
        words = self.tr("Reminders reach you, and the window stays out of the way.")
        start.add(Row(theme, "bell", title, words, self.hidden))

    def _login_words(self) -> str:
        return self.tr("So that nobody is forgotten on a busy day.")

    def _set_mode(self, mode: str) -> None:
        self._here.preferences.mode = cast(Mode, mode)
        self.theme.set_mode(cast(Mode, mode))

    def _set_size(self, percent: str) -> None:
        self._here.preferences.scale = int(percent) / 100
        self.theme.set_scale(int(percent) / 100)

    def _set_strong(self, on: bool) -> None:
        self._here.preferences.strong_lines = on
        self.theme.set_strong_lines(on)

    def _set_hidden(self, on: bool) -> None:
        self._here.preferences.start_hidden = on

    def _let_hide(self, on: bool) -> None:
        self.hidden.setEnabled(on)
        plain.set_tooltip(
            self.hidden, "" if on else self.tr("Only where Enishi starts when you log in")
        )

    def _set_login(self, on: bool) -> None:
        if self._here.autostart is None:
            return
        try:
            self._here.autostart.set_on(on)
            self._let_hide(on)
            self._login_row.say(self._login_words())
        except OSError as error:
            blocked = self.login.blockSignals(True)
            self.login.setChecked(not on)
            self.login.blockSignals(blocked)
            said = self.tr("The system did not allow it: {reason}")
            self._login_row.say(said.format(reason=error.strerror or type(error).__name__))


class LanguagePart(Part):
    """Japanese or English."""

    def __init__(self, theme: Theme, here: Installation) -> None:
        super().__init__(theme, "")
        title = self.tr("Language")
        self.setAccessibleName(title)
        self._here = here
        language = self.section(title)
        options = [("ja", "日本語"), ("en", "English")]
        self.language = Segments(theme, options, theme.language, name=title)
        self.language.chosen.connect(self._set_language)
        words = self.tr("Changes at once. Names keep their own script.")
        language.add(Row(theme, "globe", self.tr("Language of the screen"), words, self.language))

    def _set_language(self, language: str) -> None:
        self._here.preferences.language = cast(Language, language)
        self.theme.set_language(cast(Language, language))


class RemindersPart(Part):
    """How many people a day, and how the one notification of a day comes."""

    daily_chosen = Signal(int)
    time_chosen = Signal(object)
    """A time of day, or None for no notification."""
    private_chosen = Signal(bool)
    quiet_chosen = Signal(bool)
    feed_wanted = Signal()
    leap_chosen = Signal(str)
    """The rule for 29 February, by its value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Reminders"))
        day = self.section(self.tr("Each day"))
        title = self.tr("People a day")
        counts = [(str(n), str(n)) for n in range(FEWEST, MOST + 1)]
        self.daily = Dropdown(theme, counts, name=title)
        self.daily.chosen.connect(lambda n: self.daily_chosen.emit(int(n)))
        words = self.tr("At most so many on a day. The rest can wait.")
        day.add(Row(theme, "people", title, words, self.daily))
        title = self.tr("Born on 29 February")
        days = [
            (LeapDay.BEFORE.value, self.tr("on 28 February")),
            (LeapDay.AFTER.value, self.tr("on 1 March")),
        ]
        self.leap = Dropdown(theme, days, LeapDay.AFTER.value, name=title)
        self.leap.chosen.connect(self.leap_chosen)
        words = self.tr("When their birthday is kept in the other years.")
        day.add(Row(theme, "cake", title, words, self.leap))
        self.days_off = DaysOffRows(theme, self.section(self.tr("Days off")))
        self.tags = TagRhythmRows(theme, self.section(self.tr("How often, by tag")))
        told = self.section(self.tr("Notification"))
        title = self.tr("Once a day, at")
        times = [("", self.tr("never"))]
        times += [(f"{h:02d}:{m:02d}", f"{h}:{m:02d}") for h in range(5, 24) for m in (0, 30)]
        self._times = {value for value, _ in times}
        self.at = Dropdown(theme, times, "09:00", name=title)
        self.at.chosen.connect(self._time)
        words = self.tr("One notification for all of today’s people.")
        told.add(Row(theme, "bell", title, words, self.at))
        title = self.tr("Hide names in notifications")
        self.private = Toggle(theme, name=title)
        self.private.toggled.connect(self.private_chosen)
        words = self.tr("Shows only how many people are waiting.")
        told.add(Row(theme, "lock", title, words, self.private))
        title = self.tr("Quiet for today")
        self.quiet = Toggle(theme, name=title)
        self.quiet.toggled.connect(self.quiet_chosen)
        words = self.tr("No notification until tomorrow. The people stay on the Today page.")
        told.add(Row(theme, "clock", title, words, self.quiet))
        elsewhere = self.section(self.tr("On your phone"))
        self.feed = Button(theme, self.tr("Write a calendar…"))
        self.feed.clicked.connect(self.feed_wanted)
        words = self.tr("Your promises, next contacts and birthdays as a calendar file (.ics).")
        title = self.tr("Calendar for your phone")
        elsewhere.add(Row(theme, "cal", title, words, self.feed))

    def show_settings(self, daily: int, notifying: Notifying, leap: LeapDay) -> None:
        """What the store says now."""
        self.daily.set_value(str(daily))
        self.leap.set_value(leap.value)
        at = f"{notifying.at:%H:%M}" if notifying.at else ""
        if at in self._times:
            self.at.set_value(at)
        for toggle, on in ((self.private, notifying.private), (self.quiet, notifying.quiet)):
            blocked = toggle.blockSignals(True)
            toggle.setChecked(on)
            toggle.blockSignals(blocked)

    def _time(self, value: str) -> None:
        self.time_chosen.emit(time.fromisoformat(value) if value else None)

"""The parts of the settings: general, language, reminders, security, about."""

import platform
import sys
from dataclasses import dataclass
from datetime import date, time
from importlib import metadata
from pathlib import Path
from typing import cast

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.ui import plain
from app.ui.desktop.autostart import Autostart
from app.ui.look.theme import Language, Mode, Theme
from app.ui.look.tokens import SCALES
from app.ui.pages.settings.days_off import DaysOffRows
from app.ui.pages.settings.rows import Part, Row, Section, beside
from app.ui.pages.settings.second_row import SecondRow
from app.ui.pages.settings.tag_rhythms import TagRhythmRows
from app.ui.preferences import Preferences
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Dropdown, Segments, Toggle
from app.ui.words.wording import Wording
from app.usecases.daily import FEWEST, MOST
from app.usecases.locking import MINUTES, NEVER, Locking
from app.usecases.notifying import Notifying
from app.usecases.recovery_note import RecoveryNote


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

    def show_settings(self, daily: int, notifying: Notifying) -> None:
        """What the store says now."""
        self.daily.set_value(str(daily))
        at = f"{notifying.at:%H:%M}" if notifying.at else ""
        if at in self._times:
            self.at.set_value(at)
        for toggle, on in ((self.private, notifying.private), (self.quiet, notifying.quiet)):
            blocked = toggle.blockSignals(True)
            toggle.setChecked(on)
            toggle.blockSignals(blocked)

    def _time(self, value: str) -> None:
        self.time_chosen.emit(time.fromisoformat(value) if value else None)


class SecurityPart(Part):
    """What is locked, the way back in, where the data is, and the bin."""

    lock_wanted = Signal()
    bin_wanted = Signal()
    drill_wanted = Signal()
    after_chosen = Signal(int)
    """Minutes without use after which it locks."""
    screen_chosen = Signal(bool)
    erase_wanted = Signal()
    passphrase_wanted = Signal()
    keyring_chosen = Signal(bool)
    check_wanted = Signal()
    new_key_wanted = Signal()
    second_wanted = Signal()
    """Choose a second place for backups."""
    second_dropped = Signal()

    def __init__(self, theme: Theme, here: Installation) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Security"))
        self._here = here
        lock = self.section(self.tr("Lock"))
        now = Button(theme, self.tr("Lock now"), key="Ctrl+L")
        now.clicked.connect(self.lock_wanted)
        words = self.tr(
            "Everything is encrypted. Only the passphrase or the recovery key opens it."
        )
        change = Button(theme, self.tr("Change…"))
        change.clicked.connect(self.passphrase_wanted)
        title = self.tr("Lock with a passphrase")
        lock.add(Row(theme, "lock", title, words, beside(theme, now, change)))
        title = self.tr("Open without asking on this computer")
        self.keyring = Toggle(theme, name=title)
        self.keyring.toggled.connect(self.keyring_chosen)
        words = self.tr("The keyring of this computer keeps a key of its own.")
        lock.add(Row(theme, "key", title, words, self.keyring))
        self._by_itself(lock)
        forgotten = self.section(self.tr("If you forget the passphrase"))
        self.written = Chip(theme, " ", press=False)
        check = Button(theme, self.tr("Check my copy…"), icon="check")
        check.clicked.connect(self.check_wanted)
        new = Button(theme, self.tr("Make a new key…"), kind="ghost")
        new.clicked.connect(self.new_key_wanted)
        self.recovery = Row(
            theme, "key", self.tr("Recovery key"), "", self.written, tone="kin",
            below=(check, new),
        )  # fmt: skip
        self.written.hide()
        forgotten.add(self.recovery)
        data = self.section(self.tr("Your data"))
        folder = Button(theme, self.tr("Show folder"), icon="out")
        folder.clicked.connect(self._show_folder)
        words = self.tr("Only in {folder}. Nothing is sent anywhere, no account is needed.")
        shown = words.format(folder=here.folder)
        data.add(Row(theme, "shield", self.tr("Where it lives"), shown, folder))
        self.drill = Button(theme, self.tr("Show me that it works"))
        self.drill.clicked.connect(self.drill_wanted)
        self.backups = Row(theme, "clock", self.tr("Backups"), self._copy_words(""), self.drill)
        data.add(self.backups)
        self.second = SecondRow(theme)
        self.second.choose.clicked.connect(self.second_wanted)
        self.second.stop.clicked.connect(self.second_dropped)
        data.add(self.second)
        bin_ = Button(theme, self.tr("Open the bin"))
        bin_.clicked.connect(self.bin_wanted)
        self.bin = Row(theme, "undo", self.tr("Deleted people"), self._bin_words(0), bin_)
        data.add(self.bin)
        self.erase = Button(theme, self.tr("Erase everything…"), kind="ghost")
        self.erase.clicked.connect(self.erase_wanted)
        words = self.tr("People, notes, backups and keys, for good. What would go is shown first.")
        data.add(Row(theme, "x", self.tr("Erase everything"), words, self.erase))

    def _by_itself(self, lock: Section) -> None:
        theme, title = self.theme, self.tr("Lock when not in use")
        times = [(str(m), self.tr("after %n minute(s)", "", m)) for m in MINUTES if m != NEVER]
        self.after = Dropdown(theme, [(str(NEVER), self.tr("never")), *times], name=title)
        self.after.chosen.connect(lambda minutes: self.after_chosen.emit(int(minutes)))
        words = self.tr("A time asleep counts: after a night the computer wakes up locked.")
        lock.add(Row(theme, "clock", title, words, self.after))
        title = self.tr("Lock with the screen")
        self.screen_lock = Toggle(theme, name=title)
        self.screen_lock.toggled.connect(self.screen_chosen)
        if sys.platform == "linux":  # elsewhere nobody tells us
            words = self.tr(
                "Also when the computer sleeps or another user takes over. Then the passphrase is "
                "asked for, and reminders come without names."
            )
            lock.add(Row(theme, "moon", title, words, self.screen_lock))

    def show_locking(self, chosen: Locking) -> None:
        """When it locks by itself."""
        self.after.set_value(str(chosen.after))
        blocked = self.screen_lock.blockSignals(True)
        self.screen_lock.setChecked(chosen.with_screen)
        self.screen_lock.blockSignals(blocked)

    def show_store(self, note: RecoveryNote | None, said_on: str, deleted: int) -> None:
        """What the store says: whether the key is on paper (`said_on`: the day), the bin."""
        only = self.tr("The only other way in. It was shown once and is kept nowhere.")
        self.bin.say(self._bin_words(deleted))
        if note is not None and note.typed:
            keep = self.tr("Keep it on paper, away from this computer.")
            self.recovery.say(self._joined(only, keep))
            words = self.tr("Written down on %1").replace("%1", said_on)
            self.written.setText(words)
            self.written.set_tint("koke")
        else:
            self.recovery.say(
                self.tr(
                    "It was shown once and is kept nowhere, so it cannot be shown again. If you do "
                    "not have it on paper, the passphrase is the only way in: write that down."
                )
            )
            self.written.setText(self.tr("Not checked"))
            self.written.set_tint("kin")
        self.written.show()

    def show_keyring(self, *, on: bool) -> None:
        """Whether the keyring opens the data."""
        blocked = self.keyring.blockSignals(True)
        self.keyring.setChecked(on)
        self.keyring.blockSignals(blocked)

    def show_copy(self, day: str) -> None:
        """The day of the newest backup, in words; empty where there is none yet."""
        self.backups.say(self._copy_words(day))

    def _copy_words(self, day: str) -> str:
        made = self.tr("Made by itself once a day and before every import.")
        newest = self.tr("The newest is of {day}.").format(day=day) if day else ""
        return self._joined(made, newest) if newest else made

    def _bin_words(self, deleted: int) -> str:
        kept = self.tr("Kept for 30 days, still encrypted, then erased for good.")
        return self._joined(kept, self.tr("%n in the bin now.", "", deleted)) if deleted else kept

    def _joined(self, first: str, second: str) -> str:
        """Two sentences after each other, with a space where the language has one."""
        return self.tr("%1 %2").replace("%1", first).replace("%2", second)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._here.folder)))


_WORK_OF_OTHERS = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("sqlcipher3", "sqlcipher3", "zlib"),
    ("", "SQLCipher", "BSD-3-Clause"),
    ("", "SQLite", "public domain"),
    ("", "OpenSSL", "Apache-2.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("msgspec", "msgspec", "BSD-3-Clause"),
    ("cryptography", "cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("keyring", "keyring", "MIT"),
    ("vobject", "vobject", "Apache-2.0"),
    ("phonenumbers", "phonenumbers", "Apache-2.0"),
    ("pillow", "Pillow", "MIT-CMU"),
    ("holidays", "holidays", "MIT"),
)


class AboutPart(Part):
    """Version, licences, and what this computer is, for a report."""

    def __init__(self, theme: Theme, here: Installation) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("About"))
        about = self.section("Enishi")
        words = self.tr("Turns the business cards you received into relationships you keep.")
        version = self.tr("Version %1").replace("%1", here.version)
        about.add(Row(theme, "heart", version, words))
        system = f"Python {platform.python_version()} · {platform.system()} {platform.machine()}"
        about.add(Row(theme, "settings", self.tr("This computer"), system))
        licences = self.section(self.tr("Licences"))
        words = self.tr("Enishi is free software (MIT), built on the work of others:")
        listed = "\n".join(_with_version(*of) for of in _WORK_OF_OTHERS)
        licences.add(Row(theme, "file", words, listed))


def _with_version(package: str, name: str, licence: str) -> str:
    try:
        number = metadata.version(package) if package else ""
    except metadata.PackageNotFoundError:
        number = ""
    return " ".join(part for part in (name, number, f"({licence})") if part)


def recovery_day(wording: Wording, note: RecoveryNote | None) -> str:
    """The day of the note, with its year."""
    return "" if note is None else wording.day(note.on, date.min)

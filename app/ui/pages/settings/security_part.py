"""Security: what is locked, the ways in, where the data and its copies are, the bin."""

import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.ui.look.theme import Theme
from app.ui.pages.settings.parts import Installation
from app.ui.pages.settings.rows import Part, Row, Section, beside
from app.ui.pages.settings.second_row import SecondRow
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Dropdown, Toggle
from app.ui.words.wording import Wording
from app.usecases.locking import MINUTES, NEVER, Locking
from app.usecases.recovery_note import RecoveryNote

if TYPE_CHECKING:
    from app.store.surroundings import Surroundings


class SecurityPart(Part):
    """What is locked, the way back in, where the data is, and the bin."""

    lock_wanted = Signal()
    bin_wanted = Signal()
    drill_wanted = Signal()
    restore_wanted = Signal()
    """Bring a backup back."""
    after_chosen = Signal(int)
    """Minutes without use after which it locks."""
    screen_chosen = Signal(bool)
    move_wanted = Signal()
    """Move the data into another folder."""
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
        self.move_ = Button(theme, self.tr("Move…"))
        self.move_.clicked.connect(self.move_wanted)
        self.place = Row(
            theme, "shield", self.tr("Where it lives"), shown, beside(theme, self.move_, folder)
        )
        data.add(self.place)
        self.drill = Button(theme, self.tr("Show me that it works"))
        self.drill.clicked.connect(self.drill_wanted)
        self.restore = Button(theme, self.tr("Bring one back…"), kind="ghost")
        self.restore.clicked.connect(self.restore_wanted)
        self.backups = Row(
            theme, "clock", self.tr("Backups"), self._copy_words(""),
            below=(self.drill, self.restore),
        )  # fmt: skip
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

    def show_surroundings(self, found: "Surroundings") -> None:
        """What is to be said of the folder besides its name (R14)."""
        place = self.tr("Only in {folder}. Nothing is sent anywhere, no account is needed.")
        words = place.format(folder=self._here.folder)
        if found.network or found.service:
            words = self.tr(
                "In {folder}, which is a network drive or is synchronised: the last changes may be "
                "lost there. Better move it to this computer; backups can go on coming here."
            ).format(folder=self._here.folder)
        if found.conflicts:
            other = self.tr("Beside it lies another version, which is not opened: {name}.")
            words = self._joined(words, other.format(name=found.conflicts[0]))
        self.place.say(words)

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


def recovery_day(wording: Wording, note: RecoveryNote | None) -> str:
    """The day of the note, with its year."""
    return "" if note is None else wording.day(note.on, date.min)

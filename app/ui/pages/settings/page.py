"""The settings page: parts on the left, the chosen one beside them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.change import Change
from app.domain.contact import Contact
from app.domain.dates import LeapDay
from app.domain.days_off import Vacation
from app.domain.errors import ExpectedError
from app.domain.rhythm import Rhythm, TagRhythm
from app.store.folder import StoreFolder
from app.ui import panes
from app.ui.chosen_files import ChooseFolder
from app.ui.crash import contained
from app.ui.frame import FRAME_MS
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.look.tokens import MARGIN
from app.ui.pages.settings.about_part import AboutPart
from app.ui.pages.settings.drill_dialog import DrillDialog
from app.ui.pages.settings.erase_dialog import EraseDialog
from app.ui.pages.settings.feed_dialog import FeedDialog
from app.ui.pages.settings.keyring_dialog import KeyringDialog
from app.ui.pages.settings.move_dialog import MoveDialog
from app.ui.pages.settings.parts import (
    GeneralPart,
    Installation,
    LanguagePart,
    RemindersPart,
)
from app.ui.pages.settings.passphrase_dialog import PassphraseDialog
from app.ui.pages.settings.recovery_dialog import CheckKeyDialog, NewKeyDialog
from app.ui.pages.settings.security_part import SecurityPart, recovery_day
from app.ui.plain import Label
from app.ui.restore.dialog import RestoreDialog
from app.ui.second_copy import SecondCopy
from app.ui.widgets.nav import NavItem
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace
from app.usecases import (
    care,
    daily,
    days_off,
    leap_days,
    locking,
    notifying,
    rhythms,
    second_place,
    ways_in,
)
from app.usecases.days_off import Resting
from app.usecases.locking import Locking
from app.usecases.notifying import Notifying
from app.usecases.recovery_note import RecoveryNote, recovery_note
from app.usecases.second_place import SecondPlace

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.slots import Ways
    from app.store.store import Store
    from app.store.surroundings import Surroundings
    from app.ui.pages.settings.rows import Part

GENERAL, LANGUAGE, REMINDERS, SECURITY, ABOUT = range(5)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store knows of the settings."""

    daily: int
    notifying: Notifying
    note: RecoveryNote | None
    deleted: int
    second: SecondPlace | None
    copied: date | None
    locking: Locking
    leap: LeapDay
    resting: Resting = field(default_factory=Resting)
    tag_rhythms: tuple[TagRhythm, ...] = ()


class SettingsPage(QWidget):
    """Every change counts at once; there is nothing to confirm."""

    lock_wanted = Signal()
    bin_wanted = Signal()
    """Show the deleted people."""
    erase_agreed = Signal(object)
    """Erase everything, a `Doomed`; whoever wants it may."""
    restore_agreed = Signal(object)
    """Bring a backup back, a `Wanted`; whoever wants it may."""
    move_agreed = Signal(object)
    """Move the data, a `Relocation`; whoever wants it may."""
    locking_chosen = Signal(object)
    """When to lock by itself from now on, as a `Locking`."""
    reminders_changed = Signal()
    """The daily number or the notification differs: compute today anew."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        here: Installation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workspace = workspace
        self._theme = theme
        self._wording = Wording(theme)
        self._here = here
        self._shown = GENERAL
        self._kept: Kept | None = None
        self._ways: Ways | None = None
        self._second = SecondCopy(workspace, self)
        self._second.noted.connect(self._ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        theme.measures_changed.connect(self._rebuild)
        workspace.changed.connect(self._changed)
        workspace.gone.connect(self._ask)
        self._ask()

    def show_part(self, part: int) -> None:
        """Show one part (`GENERAL` to `ABOUT`)."""
        self._items[part].setChecked(True)
        self._show(part)

    def try_backup(self) -> None:
        """Let the person see that a backup opens: over the part that it belongs to, and where that
        is not shown yet a frame behind it. Both in one turn stopped the window (R64).
        """
        is_shown = self.isVisible() and self._shown == SECURITY
        self.show_part(SECURITY)
        if is_shown:
            self._ask_about_backup()
        else:
            QTimer.singleShot(FRAME_MS, self, self._ask_about_backup)

    def _ask_about_backup(self) -> None:
        DrillDialog(self._workspace, self._theme, self._here.folder, self).open()

    def restore_backup(self) -> None:
        """Ask which backup is to be brought back."""
        self.show_part(SECURITY)
        second = self._kept.second if self._kept is not None else None
        box = RestoreDialog(
            self._workspace.free, self._theme, StoreFolder(self._here.folder),
            self._workspace.now().today, self,
            second=second.path if second is not None else None,
        )  # fmt: skip
        box.agreed.connect(self.restore_agreed)
        box.open()

    def move_data(self) -> None:
        """Ask where the data is to be moved."""
        self.show_part(SECURITY)
        self._workspace.do(second_place.surroundings_of).then(self._ask_where_to)

    def _ask_where_to(self, found: "Surroundings") -> None:
        second = self._kept.second if self._kept is not None else None
        copies = second is None and bool(found.network or found.service)
        folder = StoreFolder(self._here.folder)
        box = MoveDialog(self._workspace, self._theme, folder, self, offers_copies=copies)
        box.agreed.connect(self.move_agreed)
        box.open()

    def show_data(self) -> None:
        """Show where the data lies, and the second place for backups."""
        self.show_part(SECURITY)
        second = self.security.second
        second.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        # Where it stands is known once the page was laid out.
        QTimer.singleShot(0, second, lambda: self.security.ensureWidgetVisible(second))

    def choose_second(self) -> None:
        """Ask for a second place for backups."""
        self.show_part(SECURITY)
        box = ChooseFolder(self, self.tr("A second place for backups"))
        box.fileSelected.connect(self.take_second)
        box.open()

    def take_second(self, path: str) -> None:
        """Copy backups to this folder from now on, those that are there at once."""

        def choose(store: "Store") -> SecondPlace:
            return second_place.choose(store, Path(path))

        self._workspace.do(choose).then(self._second_chosen, self._second_refused)

    def _second_chosen(self, _place: SecondPlace) -> None:
        self.security.second.show_busy()
        self._second.begin()

    def _second_refused(self, error: ExpectedError) -> None:
        self.security.second.show_error(error)

    def _drop_second(self) -> None:
        self._workspace.do(second_place.forget).then(lambda _none: self._ask())

    def erase_everything(self) -> None:
        """Show what would go, and ask whether it shall."""
        self.show_part(SECURITY)
        box = EraseDialog(self._workspace, self._theme, self)
        box.agreed.connect(self.erase_agreed)
        box.open()

    def write_calendar(self) -> None:
        """Let the person write a calendar for the phone."""
        self.show_part(REMINDERS)
        FeedDialog(self._workspace, self._theme, self).open()

    def add_days_away(self) -> None:
        """Let the person say when they are away."""
        self.show_part(REMINDERS)
        self.reminders.days_off.ask(self._workspace.now().today)

    def change_passphrase(self) -> None:
        """Let the person choose another passphrase."""
        self.show_part(SECURITY)
        PassphraseDialog(self._workspace, self._theme, self).open()

    def check_recovery_key(self) -> None:
        """Let the person see whether the copy on paper is right."""
        self._ask_about_key(CheckKeyDialog(self._workspace, self._theme, self))

    def make_recovery_key(self) -> None:
        """Let the person have a new recovery key."""
        self._ask_about_key(NewKeyDialog(self._workspace, self._theme, self))

    def _ask_about_key(self, box: CheckKeyDialog | NewKeyDialog) -> None:
        self.show_part(SECURITY)
        box.changed.connect(self._ask)
        box.open()

    @contained
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()  # backups may have been brought somewhere meanwhile

    # building

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._place = QWidget()
        self.general = GeneralPart(theme, self._here)
        self.language = LanguagePart(theme, self._here)
        self.reminders = RemindersPart(theme)
        self.security = SecurityPart(theme, self._here)
        self.about = AboutPart(theme, self._here)
        self._parts: list[Part] = [
            self.general,
            self.language,
            self.reminders,
            self.security,
            self.about,
        ]
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self._place)
        self._items: list[NavItem] = []
        names = QVBoxLayout()
        names.setSpacing(px(4))
        for at, part in enumerate(self._parts):
            self._stack.addWidget(part)
            item = NavItem(theme, part.accessibleName())
            self._group.addButton(item, at)
            self._items.append(item)
            names.addWidget(item)
        names.addStretch(1)
        focus.one_stop(self._group)
        self._group.idClicked.connect(self._show)
        self._group.idToggled.connect(self._toggled)
        left = QWidget()
        left.setFixedWidth(px(148))
        left.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        body = QHBoxLayout()
        body.setSpacing(px(36))
        body.addWidget(left)
        body.addWidget(self._stack, 1)
        panes.mark(left, self._stack)
        column = QVBoxLayout(self._place)
        column.setContentsMargins(px(MARGIN), px(28), 0, 0)
        column.setSpacing(px(20))
        column.addWidget(Label(theme, self.tr("Settings"), role="title"))
        column.addLayout(body, 1)
        self._column.addWidget(self._place)
        self._connect()
        self.show_part(self._shown)
        self._tell()

    def _connect(self) -> None:
        self.reminders.daily_chosen.connect(self._set_daily)
        self.reminders.leap_chosen.connect(self._set_leap)
        self.reminders.time_chosen.connect(self._set_time)
        self.reminders.private_chosen.connect(self._set_private)
        self.reminders.quiet_chosen.connect(self._set_quiet)
        self.reminders.feed_wanted.connect(self.write_calendar)
        self.reminders.days_off.weekends_chosen.connect(self._set_weekends)
        self.reminders.days_off.country_chosen.connect(self._set_country)
        self.reminders.days_off.away.connect(self._add_vacation)
        self.reminders.days_off.back.connect(self._drop_vacation)
        self.reminders.tags.chosen.connect(self._set_tag)
        self.security.lock_wanted.connect(self.lock_wanted)
        self.security.bin_wanted.connect(self.bin_wanted)
        self.security.drill_wanted.connect(self.try_backup)
        self.security.restore_wanted.connect(self.restore_backup)
        self.security.after_chosen.connect(self._set_after)
        self.security.screen_chosen.connect(self._set_screen)
        self.security.erase_wanted.connect(self.erase_everything)
        self.security.move_wanted.connect(self.move_data)
        self.security.passphrase_wanted.connect(self.change_passphrase)
        self.security.keyring_chosen.connect(self._set_keyring)
        self.security.check_wanted.connect(self.check_recovery_key)
        self.security.new_key_wanted.connect(self.make_recovery_key)
        self.security.second_wanted.connect(self.choose_second)
        self.security.second_dropped.connect(self._drop_second)

    def _rebuild(self) -> None:
        """Sizes or language changed: the same part, in new widgets."""
        old = self._place
        had = old.isAncestorOf(QApplication.focusWidget() or self)
        self._column.removeWidget(old)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._build()
        if had:
            self._control().setFocus()

    def _control(self) -> QWidget:
        """What the person was changing when everything was built anew."""
        if self._shown == LANGUAGE:
            return self.language.language
        return self.general.text_size if self._shown == GENERAL else self._items[self._shown]

    def _toggled(self, part: int, on: bool) -> None:
        if on:
            self._show(part)

    def _show(self, part: int) -> None:
        self._shown = part
        self._stack.setCurrentIndex(part)
        focus.lead(self, self._items[part])

    # the store

    def _ask(self) -> None:
        today = self._workspace.now().today

        def kept(reader: "Reader") -> Kept:
            return Kept(
                daily.daily_number(reader),
                notifying.notifying(reader, today),
                recovery_note(reader),
                len(reader.deleted()),
                second_place.second_place(reader),
                care.newest_copy(reader),
                locking.locking(reader),
                leap_days.leap_day(reader),
                days_off.resting(reader),
                reader.tag_rhythms(),
            )

        self._workspace.ask(kept).then(self._answered)
        self._ask_ways()

    def _ask_ways(self) -> None:
        self._workspace.do(ways_in.ways).then(self._told_ways)
        self._workspace.do(second_place.surroundings_of).then(self._told_surroundings)

    def _told_ways(self, found: "Ways") -> None:
        self._ways = found
        self._tell()

    def _told_surroundings(self, found: "Surroundings") -> None:
        self.security.show_surroundings(found)

    def _set_keyring(self, on: bool) -> None:
        box = KeyringDialog(self._workspace, self._theme, self, on=on)
        box.finished.connect(self._ask_ways)
        box.open()

    def _answered(self, kept: Kept) -> None:
        self._kept = kept
        self._tell()

    def _tell(self) -> None:
        if self._ways is not None:
            self.security.show_keyring(on=self._ways.keyring is not None)
        if self._kept is None:
            return
        kept = self._kept
        self.reminders.show_settings(kept.daily, kept.notifying, kept.leap)
        words = self._wording
        said_on = recovery_day(words, kept.note)
        self.reminders.days_off.show_settings(kept.resting, self._workspace.now().today)
        self.reminders.tags.show_rhythms(kept.tag_rhythms)
        self.security.show_store(kept.note, said_on, kept.deleted)
        today = self._workspace.now().today
        self.security.show_copy(words.day(kept.copied, today) if kept.copied else "")
        self.security.show_locking(kept.locking)
        self.security.second.show_place(kept.second, self._workspace.now().today)
        self._here.preferences.second_place = kept.second.path if kept.second else None

    def _changed(self, change: Change) -> None:
        if change.touches(Contact) or change.touches(TagRhythm):
            self._ask()

    def _set_daily(self, number: int) -> None:
        self._set(lambda store: daily.set_daily_number(store, number))

    def _set_leap(self, rule: str) -> None:
        self._set(lambda store: leap_days.keep_leap_day(store, LeapDay(rule)))

    def _set_time(self, at: time | None) -> None:
        self._set(lambda store: notifying.notify_at(store, at))

    def _set_private(self, on: bool) -> None:
        self._set(lambda store: notifying.notify_privately(store, on=on))

    def _set_quiet(self, on: bool) -> None:
        today = self._workspace.now().today
        self._set(lambda store: notifying.quiet(store, today, on=on))

    def _set_after(self, minutes: int) -> None:
        self._set_locking(lambda store: locking.lock_after(store, minutes))

    def _set_screen(self, on: bool) -> None:
        self._set_locking(lambda store: locking.lock_with_screen(store, on=on))

    def _set_locking(self, use_case: Callable[["Store"], None]) -> None:
        def set_it(store: "Store") -> Locking:
            use_case(store)
            return locking.locking(store)

        self._workspace.do(set_it).then(self._locking_set, self._not_set)

    def _locking_set(self, chosen: Locking) -> None:
        self.locking_chosen.emit(chosen)
        self._ask()

    def _set_weekends(self, on: bool) -> None:
        self._set(lambda store: days_off.rest_on_weekends(store, on=on))

    def _set_country(self, country: str) -> None:
        today = self._workspace.now().today
        self._set(lambda store: days_off.rest_on_holidays_of(store, country, today))

    def _add_vacation(self, vacation: Vacation) -> None:
        self._set(lambda store: days_off.add_vacation(store, vacation))

    def _drop_vacation(self, vacation: Vacation) -> None:
        self._set(lambda store: days_off.drop_vacation(store, vacation))

    def _set_tag(self, tag: str, rhythm: Rhythm | None) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: rhythms.set_for_tag(store, tag, rhythm, now=now)).or_else(
            self._not_set
        )

    def _set(self, use_case: Callable[["Store"], None]) -> None:
        self._workspace.do(use_case).then(self._was_set, self._not_set)

    def _was_set(self, _nothing: None) -> None:
        self._ask()
        self.reminders_changed.emit()

    def _not_set(self, error: ExpectedError) -> None:
        """The controls say again what is kept."""
        self._workspace.failed.emit(error)
        self._ask()

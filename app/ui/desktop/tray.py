"""The tray icon: the dot when someone is due, their names and reasons in the menu, one click away.

The icon may come late (a panel that starts after us) or vanish (a panel that dies). So its place is
looked for every two seconds, and the icon is made anew when there is one again: Qt decides between
XEmbed and StatusNotifierItem only when it makes an icon.
"""

import os
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.domain.names import monogram
from app.ui import plain
from app.ui.look import icons, paint, text
from app.ui.look.theme import Theme
from app.ui.reminders import Reminders
from app.ui.today import DuePerson
from app.ui.words.today import TodayWords

WATCH_MS = 2000
WIDTH = 264
_DARK_PANELS = ("gnome", "unity", "pop", "budgie")
_LETTER = 22
_NAME = 120
"""So much of a name is always shown; a longer reason makes the menu wider."""


class Tray(QObject):
    """`start` shows it; what is chosen in it comes as signals; `usable`: whether it can be seen."""

    window_wanted = Signal()
    reconnect_wanted = Signal(str)
    """A person's id, or empty for the first of today."""
    log_wanted = Signal()
    notes_wanted = Signal(str)
    """The evening, as text."""
    lock_wanted = Signal()
    quit_wanted = Signal()
    usable_changed = Signal(bool)
    balloon_clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        reminders: Reminders,
        parent: QObject | None = None,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._reminders = reminders
        self._words = TodayWords(theme)
        self._available = available
        self._can_lock = False
        self._started = False
        self._there = False
        self._icon: QSystemTrayIcon | None = None
        self.menu = QMenu()
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.look)
        reminders.updated.connect(self._show)
        theme.changed.connect(self._show)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._show)

    @property
    def usable(self) -> bool:
        """Whether there is a panel, and our icon in it."""
        return self._there and self._icon is not None and self._icon.isVisible()

    def start(self) -> None:
        """Show the icon, now or as soon as there is a place for it; twice does no harm."""
        self._started = True
        self._show()
        self.look()
        self._watch.start()

    def stop(self) -> None:
        """Take the icon away for good."""
        self._watch.stop()
        self._started = self._there = False
        self._drop()
        self.menu.clear()

    def set_can_lock(self, on: bool) -> None:
        """Whether "lock" is in the menu (it is never while locked)."""
        self._can_lock = on
        self._show()

    def look(self) -> None:
        """Look whether there is a place for the icon; runs by itself every two seconds."""
        was, self._there = self.usable, self._available()
        if self._there and not was:
            self._make()
        if self.usable != was:
            self.usable_changed.emit(self.usable)

    def balloon(self, title: str, words: str) -> bool:
        """Show a message from the icon; False where that cannot be."""
        if self._icon is None or not self.usable or not QSystemTrayIcon.supportsMessages():
            return False
        plain.show_balloon(self._icon, title, words)
        return True

    # the icon

    def _make(self) -> None:
        self._drop()
        self._icon = QSystemTrayIcon(self._picture(), self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.balloon_clicked)
        plain.set_tray_tooltip(self._icon, self._tip())
        self._icon.show()

    def _drop(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _picture(self) -> QIcon:
        made = icons.tray(due=self._reminders.count > 0, dark_panel=_panel_is_dark())
        made.setIsMask(sys.platform == "darwin")
        return made

    def _tip(self) -> str:
        count = self._reminders.count
        return f"Enishi – {self._words.count(count)}" if count else "Enishi"

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            if self._reminders.count and not self._reminders.locked:
                self.reconnect_wanted.emit("")
            else:
                self.window_wanted.emit()
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.window_wanted.emit()

    # the menu

    def _show(self) -> None:
        if not self._started:
            return
        if self._icon is not None:
            self._icon.setIcon(self._picture())
            plain.set_tray_tooltip(self._icon, self._tip())
        menu, locked = self.menu, self._reminders.locked
        menu.clear()
        menu.setMinimumWidth(self.theme.px(WIDTH))
        self._head()
        today = self._reminders.today
        if today is not None and not locked:
            for person in today.people[:5]:
                self._person(person)
        menu.addSeparator()
        self._act("out", self.tr("Open Enishi"), self.window_wanted.emit)
        if today is not None and not locked:
            self._act("pen", self.tr("Quick log"), self.log_wanted.emit)
            if today.unwritten:
                last = today.unwritten[0]
                words = self.tr("Write notes")
                notes = self._act("note", "", partial(self.notes_wanted.emit, str(last.evening)))
                notes.setText(f"{plain.menu_text(words)}\t{last.left}")
            quiet = self._act("bell", self.tr("No notice today"), self._quiet)
            quiet.setCheckable(True)
            quiet.setChecked(today.notifying.quiet)
        menu.addSeparator()
        if self._can_lock and not locked:
            self._act("lock", self.tr("Lock"), self.lock_wanted.emit)
        self._act("x", self.tr("Quit"), self.quit_wanted.emit)

    def _head(self) -> None:
        count = self._reminders.count
        left = self.tr("{count} to go").format(count=count) if count else self.tr("all done")
        today = plain.menu_text(self.tr("Today"))
        head = QAction(f"{today}\t{left}", self.menu)
        head.setEnabled(False)
        self.menu.addAction(head)

    def _person(self, person: DuePerson) -> None:
        today = self._reminders.today
        if today is None:
            return
        reason = self._words.tray_reason(person, today.on)
        room = self.theme.px(WIDTH - 96) - text.width(self.theme, "ui", reason)
        name = text.elided(
            self.theme, "ui", self._words.name(person.contact), max(room, self.theme.px(_NAME))
        )
        action = QAction(self._disc(person), f"{plain.menu_text(name)}\t{reason}", self.menu)
        contact_id = person.id
        action.triggered.connect(lambda: self.reconnect_wanted.emit(contact_id))
        self.menu.addAction(action)

    def _act(self, icon: str, words: str, does: Callable[..., object]) -> QAction:
        action = QAction(icons.icon(self.theme, icon, "ink2"), plain.menu_text(words), self.menu)
        action.triggered.connect(lambda: does())
        self.menu.addAction(action)
        return action

    def _disc(self, person: DuePerson) -> QIcon:
        side, made = self.theme.px(_LETTER), QIcon()
        for ratio in (1, 2):
            picture = QPixmap(side * ratio, side * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            p = QPainter(picture)
            paint.begin(p)
            letter = monogram(person.contact)
            paint.monogram(p, self.theme, 0, 0, _LETTER, person.id, letter)
            p.end()
            made.addPixmap(picture)
        return made

    def _quiet(self) -> None:
        today = self._reminders.today
        if today is not None:
            self._reminders.set_quiet(on=not today.notifying.quiet)


def _panel_is_dark() -> bool:
    """Whether the panel is dark: some desktops' always is, else it follows the system."""
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    if any(name in desktop for name in _DARK_PANELS):
        return True
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

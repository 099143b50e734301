"""The settings page, as in the picture i-security-en."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.workspace import Workspace
from app.usecases.recovery_note import note_recovery
from tests.screens.importing import with_store


class _Switch:
    """Start at login, on."""

    def is_on(self) -> bool:
        return True

    def set_on(self, on: bool) -> None:
        return


def _page(theme: Theme, part: int) -> QWidget:
    preferences = Preferences(QSettings("", QSettings.Format.IniFormat))
    here = Installation(preferences, Path("/home/mio/.local/share/enishi"), "0.1.0", _Switch())

    def make(of: Workspace) -> QWidget:
        page = SettingsPage(of, theme, here)
        page.show_part(part)
        return page

    def note(store: Store) -> None:
        note_recovery(store, date(2026, 10, 3), typed=True)

    return with_store(make, note=note)


def security(theme: Theme) -> QWidget:
    return _page(theme, SECURITY)


def general(theme: Theme) -> QWidget:
    return _page(theme, GENERAL)


def reminders(theme: Theme) -> QWidget:
    return _page(theme, REMINDERS)

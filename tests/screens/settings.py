"""The settings page, as in the picture i-security-en."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from app.usecases.recovery_note import SETTING
from tests.screens.importing import NOW, People


class Settings(People):
    """Answers what the settings page asks."""

    def __init__(self) -> None:
        super().__init__(())

    def setting(self, name: str) -> str | None:
        return f"typed {date(2026, 10, 3)}" if name == SETTING else None

    def deleted(self) -> tuple[object, ...]:
        return ()


class _Switch:
    """Start at login, on."""

    def is_on(self) -> bool:
        return True

    def set_on(self, on: bool) -> None:
        return


def _page(theme: Theme, part: int) -> QWidget:
    of = Workspace(Settings, Settings, now=lambda: NOW)
    preferences = Preferences(QSettings("", QSettings.Format.IniFormat))
    here = Installation(preferences, Path("/home/mio/.local/share/enishi"), "0.1.0", _Switch())
    page = SettingsPage(of, theme, here)
    page.show_part(part)
    page.destroyed.connect(of.close)
    page.setProperty("ready", False)
    of.ask(lambda _reader: None).then(lambda _none: page.setProperty("ready", True))
    return page


def security(theme: Theme) -> QWidget:
    return _page(theme, SECURITY)


def general(theme: Theme) -> QWidget:
    return _page(theme, GENERAL)


def reminders(theme: Theme) -> QWidget:
    return _page(theme, REMINDERS)

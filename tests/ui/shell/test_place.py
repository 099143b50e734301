"""R14: the window says at its start where the store lies, until the person has seen it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store import surroundings
from app.store.settings import Setting
from app.ui.look.theme import Language, Theme
from app.ui.opened import Opened
from app.ui.pages.names import Page
from app.ui.pages.settings.move_dialog import MoveDialog
from app.ui.pages.settings.page import SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.shell.banner import Banner
from app.ui.shell.shell import Shell
from app.ui.window import Window
from tests.store.test_surroundings import on
from tests.ui.day import Day
from tests.ui.shell.test_banner import banners, press

OTHER = "store (conflicted copy 2026-11-28).db"


class Here:
    """Windows on one store, one after the other."""

    def __init__(self, qtbot: QtBot, day: Day, theme: Theme, place: Path) -> None:
        self._qtbot, self._day, self._theme = qtbot, day, theme
        self._windows: list[Window] = []
        preferences = Preferences(QSettings(str(place / "ini"), QSettings.Format.IniFormat))
        self._installation = Installation(preferences, place / "store", "1")

    def _settings(self, workspace: object) -> SettingsPage:
        return SettingsPage(self._day.workspace, self._theme, self._installation)

    def open(self) -> Shell:
        """A window on it, when all that it asks at its start is answered."""
        window = Window(self._theme)
        self._windows.append(window)
        self._qtbot.addWidget(window)
        window.let_close()
        day = self._day
        opened = Opened(day.workspace, self._theme, day.reminders, self._settings, window)
        opened.shell.show_page(Page.TODAY)
        window.show_scene(opened.shell)
        with self._qtbot.waitExposed(window):
            window.show()
        day.write(lambda _store: True)  # behind them on the same lane
        QApplication.processEvents()
        return opened.shell

    def seen(self) -> object:
        return self._day.ask(lambda store: store.setting(Setting.PLACE_SEEN))


@pytest.fixture
def here(qtbot: QtBot, day: Day, theme: Theme, tmp_path: Path) -> Here:
    return Here(qtbot, day, theme, tmp_path)


def words(shell: Shell) -> str:
    (banner,) = banners(shell)
    return banner.accessibleName()


def test_a_place_of_ones_own_is_not_worth_a_word(here: Here) -> None:
    assert banners(here.open()) == []


def test_it_is_said_until_it_was_seen_and_anew_where_something_else_is(
    qtbot: QtBot, here: Here, tmp_path: Path, theme: Theme
) -> None:
    (tmp_path / ".stfolder").mkdir()
    shell = here.open()
    assert "Syncthing" in words(shell)
    assert "second place for backups" in words(shell)
    (banner,) = banners(shell)
    press(qtbot, banner, "Move it…")
    page = shell.page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert shell.current is Page.SETTINGS
    assert page._shown == SECURITY
    qtbot.waitUntil(lambda: page.findChild(MoveDialog) is not None)
    box = page.findChild(MoveDialog)
    assert box is not None
    assert box.copies.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert here.seen() == ""
    press(qtbot, banner, "Understood")
    assert banners(shell) == []
    assert "Syncthing" in str(here.seen())
    assert banners(here.open()) == [], "said once"
    (tmp_path / "store" / OTHER).write_bytes(b"another version")
    shell = here.open()
    assert words(shell).startswith("Another version")
    assert OTHER in words(shell)
    assert "Syncthing" in words(shell)


def test_another_version_in_a_place_of_ones_own_is_no_reason_to_move(
    qtbot: QtBot, here: Here, tmp_path: Path
) -> None:
    (tmp_path / "store" / OTHER).write_bytes(b"another version")
    shell = here.open()
    (banner,) = banners(shell)
    press(qtbot, banner, "Show where it lies")
    page = shell.page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert page.security.second.choose.hasFocus()
    top = page.security.viewport()
    qtbot.waitUntil(
        lambda: top.rect().contains(
            page.security.second.mapTo(top, page.security.second.rect().center())
        )
    )


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_is_said_in_both_languages(
    here: Here,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    language: Language,
) -> None:
    on(monkeypatch, tmp_path, kind, tmp_path)
    theme.set_language(language)
    said = words(here.open())
    theme.set_language("en")
    assert ("network drive" if language == "en" else "ネットワーク") in said
    assert ("second place" if language == "en" else "二つめの置き場所") in said
    assert "{" not in said


def test_a_folder_that_is_not_looked_at_is_not_told_of(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage twin."""
    (tmp_path / ".stfolder").mkdir()
    monkeypatch.setattr(surroundings, "service", lambda _folder: "")
    with pytest.raises(ValueError, match="unpack"):
        words(here.open())


def test_a_banner_can_be_reached_by_the_keyboard(qtbot: QtBot, here: Here, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    shell = here.open()
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        at = focused
        while at is not None and not isinstance(at, Banner):
            at = at.parentWidget()
        if at is not None:
            break
    else:
        pytest.fail("Tab never came there")
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert shell.current is Page.SETTINGS

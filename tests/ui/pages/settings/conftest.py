"""The settings page on a real store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.ui.desktop.autostart import DesktopEntry
from app.ui.look.theme import Theme
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.workspace import Workspace
from tests.new_store import new_store
from tests.ui.pages.settings.home import CHEAP, NOW, Home


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    folder = StoreFolder(tmp_path / "store")
    vault = new_store(folder, "pass", CHEAP)
    key = vault.data_key
    made = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=lambda: NOW
    )
    yield made
    made.close()


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    preferences = Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    entry = DesktopEntry(tmp_path / "autostart", ["enishi", "--hidden"])
    return Installation(preferences, tmp_path / "store", "1.2.3", entry)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, theme: Theme, here: Installation) -> SettingsPage:
    made = SettingsPage(workspace, theme, here)
    made.resize(1072, 820)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._kept is not None)
    return made


def answer(qtbot: QtBot, workspace: Workspace, question: Any) -> Any:
    got: list[Any] = []
    workspace.ask(question).then(got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def keep_in_store(qtbot: QtBot, workspace: Workspace, do: Any) -> None:
    done: list[Any] = []
    workspace.do(do).then(done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Home]:
    """A store with two people."""
    made = Home(tmp_path)
    yield made
    made.workspace.close()


@pytest.fixture
def home_page(qtbot: QtBot, home: Home, theme: Theme, tmp_path: Path) -> SettingsPage:
    """The settings of that store."""
    preferences = Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    made = SettingsPage(home.workspace, theme, Installation(preferences, home.folder.path, "1.2.3"))
    made.resize(1072, 900)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._kept is not None)
    return made

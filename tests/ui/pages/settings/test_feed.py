"""The calendar for a phone, from the settings page and by Ctrl+K: chosen, written, told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact, Met, Name
from app.domain.dates import Birthday
from app.domain.now import Now
from app.store.folder import StoreFolder
from app.store.store import create_store, open_reader, open_store
from app.store.vault import create_vault
from app.store.wrap import PassphraseCost
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.pages.settings.feed_dialog import FeedDialog
from app.ui.pages.settings.page import REMINDERS, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.plain import Label
from app.ui.preferences import Preferences
from app.ui.shell.shell import Shell
from app.ui.workspace import Workspace
from app.usecases import people, promises
from app.usecases.calendar_feed import What

LOCAL = datetime(2026, 10, 15, 9, tzinfo=timezone(timedelta(hours=9)))
NOW = Now(LOCAL.astimezone(UTC), LOCAL)
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    """Two people met: a birthday, a promise of mine."""
    folder = StoreFolder(tmp_path / "store")
    vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
    create_store(folder, vault)
    key = vault.data_key
    with open_store(folder, key) as store:
        long_ago = Met(on=NOW.today - timedelta(400))
        mio = Contact("", name=Name("Mio"), met=long_ago, birthday=Birthday(4, 12))
        people.add(store, mio, now=NOW)
        change = people.add(store, replace(mio, name=Name("Taro"), birthday=None), now=NOW)
        assert change.subject is not None
        due = NOW.today + timedelta(5)
        promises.make(store, change.subject, "the deck", now=NOW, due=due)
    made = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=lambda: NOW
    )
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, theme: Theme, tmp_path: Path) -> SettingsPage:
    preferences = Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    made = SettingsPage(workspace, theme, Installation(preferences, tmp_path / "store", "1.2.3"))
    made.resize(1072, 820)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._kept is not None)
    return made


def opened(qtbot: QtBot, page: SettingsPage) -> FeedDialog:
    """By its button."""
    page.show_part(REMINDERS)
    qtbot.mouseClick(page.reminders.feed, Qt.MouseButton.LeftButton)
    box = page.findChild(FeedDialog)
    assert box is not None
    qtbot.waitUntil(lambda: "1" in box.what[What.PROMISES].text())
    return box


def save_as(qtbot: QtBot, box: FeedDialog, path: Path) -> str:
    """Press the button, and name the file in the dialog that comes; what was proposed."""
    qtbot.mouseClick(box.go_on, Qt.MouseButton.LeftButton)
    asks = box.findChild(QFileDialog)
    assert asks is not None
    assert not asks.testOption(QFileDialog.Option.DontConfirmOverwrite)
    name = Path(asks.selectedFiles()[0]).name
    asks.fileSelected.emit(str(path))
    asks.close()
    return name


def said(box: FeedDialog) -> str:
    return "\n".join(label.text() for label in box.findChildren(Label) if label.isVisible())


def titles(path: Path) -> list[str]:
    return [str(one["summary"]) for one in Calendar.from_ical(path.read_bytes()).subcomponents]


def test_it_is_written_and_told(qtbot: QtBot, page: SettingsPage, tmp_path: Path) -> None:
    box = opened(qtbot, page)
    assert [tick.text() for tick in box.what.values()] == [
        "My promises (1)",
        "Next contacts (0)",
        "Birthdays (1)",
    ]
    assert not box.what[What.FOLLOW_UPS].isEnabled()
    assert not box.said.isChecked()
    assert "The file will not be encrypted" in said(box)
    path = tmp_path / "out.ics"
    assert save_as(qtbot, box, path) == "enishi.ics"
    qtbot.waitUntil(lambda: box.heading.text() == "2 days written")
    assert titles(path) == ["Promise: Taro", "Birthday: Mio"]
    assert b"deck" not in path.read_bytes()
    assert str(path) in said(box)
    assert "The file is not encrypted" in said(box)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()


def test_what_was_promised_is_written_only_where_it_was_ticked(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    box = opened(qtbot, page)
    assert "Only the name and the kind" in said(box)
    box.what[What.BIRTHDAYS].setFocus()
    qtbot.keyClick(box.what[What.BIRTHDAYS], Qt.Key.Key_Space)
    qtbot.mouseClick(box.said, Qt.MouseButton.LeftButton)
    assert "The words stand inside the entry" in said(box)
    path = tmp_path / "out.ics"
    save_as(qtbot, box, path)
    qtbot.waitUntil(lambda: box.heading.text() == "One day written")
    (made,) = Calendar.from_ical(path.read_bytes()).subcomponents
    assert (made["summary"], made["description"]) == ("Promise: Taro", "the deck")


def test_nothing_chosen_nothing_to_write(qtbot: QtBot, page: SettingsPage) -> None:
    box = opened(qtbot, page)
    for kind in (What.PROMISES, What.BIRTHDAYS):
        qtbot.mouseClick(box.what[kind], Qt.MouseButton.LeftButton)
    assert not box.go_on.isEnabled()
    qtbot.mouseClick(box.what[What.BIRTHDAYS], Qt.MouseButton.LeftButton)
    assert box.go_on.isEnabled()


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    box = opened(qtbot, page)
    save_as(qtbot, box, tmp_path / "no" / "out.ics")
    qtbot.waitUntil(box.trouble.isVisible)
    assert box.trouble.title.text() == "The file could not be written"
    path = tmp_path / "out.ics"
    save_as(qtbot, box, path)
    qtbot.waitUntil(lambda: box.heading.text() == "2 days written")
    assert len(titles(path)) == 2


def test_titles_are_in_the_language_of_the_screen(
    qtbot: QtBot, page: SettingsPage, theme: Theme, tmp_path: Path
) -> None:
    theme.set_language("ja")
    box = opened(qtbot, page)
    path = tmp_path / "out.ics"
    save_as(qtbot, box, path)
    qtbot.waitUntil(lambda: path.exists() and not box.cancel.isVisible())
    assert titles(path) == ["Taroさんとの約束", "Mioさんの誕生日"]


def test_ctrl_k_leads_to_it(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace, theme: Theme
) -> None:
    shell = Shell(workspace, theme, {Page.SETTINGS: lambda: page})
    qtbot.addWidget(shell)
    shell.show_page(Page.SETTINGS)
    does = next(does for words, *_, does in shell._commands() if words.startswith("Calendar for"))
    does()
    box = page.findChild(FeedDialog)
    assert box is not None
    assert page._shown == REMINDERS

"""The drill from the settings page: typed, tried, told; and given up."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact, Name
from app.domain.now import Now
from app.store import backup
from app.store import drill as drills
from app.store.folder import StoreFolder
from app.store.store import create_store, open_reader, open_store
from app.store.vault import NewVault, create_vault
from app.store.wrap import PassphraseCost
from app.ui.look.theme import Theme
from app.ui.pages.settings.drill_dialog import DrillDialog
from app.ui.pages.settings.page import SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.workspace import Workspace
from app.usecases import people

LOCAL = datetime(2026, 10, 15, 9, tzinfo=timezone(timedelta(hours=9)))
NOW = Now(LOCAL.astimezone(UTC), LOCAL)
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


class Home:
    """A store with two people, its keys, and a page on it."""

    def __init__(self, place: Path) -> None:
        self.folder = StoreFolder(place / "store")
        self.vault: NewVault = create_vault(
            self.folder, "open sesame", use_keyring=False, cost=CHEAP
        )
        create_store(self.folder, self.vault)
        key = self.vault.data_key
        with open_store(self.folder, key) as store:
            for name in ("Mio", "Taro"):
                people.add(store, Contact(name, name=Name(name)), now=NOW)
        self.workspace = Workspace(
            lambda: open_store(self.folder, key),
            lambda: open_reader(self.folder, key),
            now=lambda: NOW,
        )

    def backup(self, place: Path | None = None) -> Path:
        key = self.vault.data_key
        if place is not None:
            return backup.make(self.folder, key, place)
        return backup.automatic(self.folder, key, NOW)

    def listing(self) -> list[str]:
        return sorted(str(p.relative_to(self.folder.path)) for p in self.folder.path.rglob("*"))


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.workspace.close()


@pytest.fixture
def page(qtbot: QtBot, home: Home, theme: Theme, tmp_path: Path) -> SettingsPage:
    preferences = Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    made = SettingsPage(home.workspace, theme, Installation(preferences, home.folder.path, "1.2.3"))
    made.resize(1072, 820)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._kept is not None)
    return made


def opened(qtbot: QtBot, page: SettingsPage) -> DrillDialog:
    """By its button."""
    page.show_part(SECURITY)
    qtbot.mouseClick(page.security.drill, Qt.MouseButton.LeftButton)
    box = page.findChild(DrillDialog)
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    return box


def type_it(qtbot: QtBot, box: DrillDialog, words: str) -> None:
    qtbot.keyClicks(box.way.field.edit, words)
    qtbot.keyClick(box.way.field.edit, Qt.Key.Key_Return)


def test_the_newest_backup_is_shown_to_work(qtbot: QtBot, home: Home, page: SettingsPage) -> None:
    path = home.backup()
    made = backup.packed_at(path)
    box = opened(qtbot, page)
    before = home.listing()
    type_it(qtbot, box, "open sesame")
    qtbot.waitUntil(lambda: box.heading.text() == "This backup works")
    lines = box.words.text().split("\n")
    assert lines[0].endswith(f"{made:%H:%M}.")
    assert lines[1] == "2 people are in it."
    assert lines[2].startswith("Newest change: ")
    assert box.way.field.text() == ""
    assert box.isAncestorOf(box.focusWidget())
    assert home.listing() == before
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()


def test_a_wrong_passphrase_is_said_at_the_field(
    qtbot: QtBot, home: Home, page: SettingsPage
) -> None:
    home.backup()
    box = opened(qtbot, page)
    type_it(qtbot, box, "wrong")
    qtbot.waitUntil(lambda: bool(box.way.field._error.text()))
    assert box.heading.text() == "Does your backup work?"
    box.way.field.edit.selectAll()
    type_it(qtbot, box, "open sesame")
    qtbot.waitUntil(lambda: box.heading.text() == "This backup works")


def test_the_recovery_key_and_a_chosen_file(
    qtbot: QtBot, home: Home, page: SettingsPage, tmp_path: Path
) -> None:
    path = home.backup(tmp_path / "on a stick.enishi")
    box = opened(qtbot, page)
    box.choose(str(path))
    qtbot.mouseClick(box.way.other, Qt.MouseButton.LeftButton)
    type_it(qtbot, box, home.vault.recovery_key)
    qtbot.waitUntil(lambda: box.heading.text() == "This backup works")


def test_without_a_backup_and_with_what_is_none(
    qtbot: QtBot, home: Home, page: SettingsPage, tmp_path: Path
) -> None:
    box = opened(qtbot, page)
    type_it(qtbot, box, "open sesame")
    qtbot.waitUntil(box.trouble.isVisible)
    assert box.trouble.title.text() == "There is no backup yet"
    other = tmp_path / "cards.vcf"
    other.write_text("BEGIN:VCARD")
    box.choose(str(other))
    assert not box.trouble.isVisible()
    qtbot.mouseClick(box.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.trouble.isVisible)
    assert box.trouble.title.text() == "This file is not a backup of Enishi"


def test_given_up_it_ends_and_leaves_nothing(
    qtbot: QtBot, home: Home, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.backup()
    before = home.listing()
    inside, go_on = Event(), Event()
    real = backup.unpack

    def held(path: Path, target: Path, look: backup.Look) -> Path:
        inside.set()
        go_on.wait(10)
        return real(path, target, look)

    monkeypatch.setattr(drills, "unpack", held)
    box = opened(qtbot, page)
    type_it(qtbot, box, "open sesame")
    running = box._running
    assert running is not None
    assert running.future is not None
    qtbot.waitUntil(inside.is_set)
    assert home.listing() != before
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    go_on.set()
    assert running.future.result(10) is None
    assert home.listing() == before


def test_the_day_of_the_newest_backup_is_said(qtbot: QtBot, home: Home, page: SettingsPage) -> None:
    words = page.security.backups.words
    assert words.text() == "Made by itself once a day and before every import."
    home.backup()
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: words.text().endswith("The newest is of 15 Oct."))

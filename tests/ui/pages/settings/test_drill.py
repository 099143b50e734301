"""The drill from the settings page: typed, tried, told; and given up."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store import backup
from app.store import drill as drills
from app.ui.pages.settings.drill_dialog import DrillDialog
from app.ui.pages.settings.page import SECURITY, SettingsPage
from tests.ui.pages.settings.home import Home


@pytest.fixture
def page(home_page: SettingsPage) -> SettingsPage:
    return home_page


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

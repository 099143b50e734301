"""The second place for backups on the settings page: chosen, filled, away, given up."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Name
from app.ui.pages.settings.page import SECURITY, SettingsPage
from app.ui.second_copy import SecondCopy
from tests.ui.pages.settings.home import NOW, Home


@pytest.fixture
def page(home_page: SettingsPage) -> SettingsPage:
    home_page.show_part(SECURITY)
    return home_page


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def choose(qtbot: QtBot, page: SettingsPage, place: Path) -> None:
    """By the button, and in the dialog that comes."""
    qtbot.mouseClick(page.security.second.choose, Qt.MouseButton.LeftButton)
    box = page.findChild(QFileDialog)
    assert box is not None
    assert box.fileMode() is QFileDialog.FileMode.Directory
    box.fileSelected.emit(str(place))
    box.close()


def words(page: SettingsPage) -> str:
    return page.security.second.words.text()


def copies(place: Path) -> list[Path]:
    return sorted(place.rglob("*.enishi"))


def test_a_place_is_chosen_and_filled_at_once(
    qtbot: QtBot, home: Home, page: SettingsPage, stick: Path
) -> None:
    made = home.backup()
    assert words(page).startswith("A stick, or a folder")
    assert not page.security.second.stop.isVisible()
    choose(qtbot, page, stick)
    qtbot.waitUntil(lambda: words(page) == f"Copies go to {stick}. Last copy: 15 Oct.")
    assert [path.name for path in copies(stick)] == [made.name]
    assert page._here.preferences.second_place == stick, "for the day the store does not open"
    assert page.security.second.stop.isVisible()


def test_before_the_first_backup_it_says_so(qtbot: QtBot, page: SettingsPage, stick: Path) -> None:
    choose(qtbot, page, stick)
    said = f"Copies go to {stick}. The first copy comes with the next backup."
    qtbot.waitUntil(lambda: words(page) == said)


def test_a_place_that_cannot_be_one_is_said(qtbot: QtBot, home: Home, page: SettingsPage) -> None:
    choose(qtbot, page, home.folder.path)
    qtbot.waitUntil(lambda: "That is where your data lies." in words(page))
    assert not page.security.second.stop.isVisible()


def test_it_is_given_up_and_what_is_there_stays(
    qtbot: QtBot, home: Home, page: SettingsPage, stick: Path
) -> None:
    home.backup()
    choose(qtbot, page, stick)
    qtbot.waitUntil(lambda: page.security.second.stop.isVisible() and bool(copies(stick)))
    qtbot.waitUntil(lambda: "Last copy" in words(page))
    qtbot.mouseClick(page.security.second.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words(page).startswith("A stick, or a folder"))
    assert len(copies(stick)) == 1


def test_after_an_import_it_is_filled_and_a_stick_that_is_away_is_said_calmly(
    qtbot: QtBot, home: Home, page: SettingsPage, stick: Path
) -> None:
    home.backup()
    choose(qtbot, page, stick)
    qtbot.waitUntil(lambda: "Last copy" in words(page))
    keeper = QObject()
    second = SecondCopy(home.workspace, keeper)
    home.workspace.changed.connect(second.after)
    imported = Change(Verb.IMPORT, (Edit(None, Contact("new", name=Name("New"))),))
    home.backup()
    with qtbot.waitSignal(second.noted):
        home.workspace.do(lambda store: store.apply(imported, now=NOW))
    two = ["20261015-090000-2.enishi", "20261015-090000.enishi"]
    assert sorted(path.name for path in copies(stick)) == two
    shutil.rmtree(stick)
    with qtbot.waitSignal(second.noted):
        second.begin()
    page.hide()
    page.show()
    said = (
        f"{stick} is not there just now. Last copy: 15 Oct. It is tried again at the next backup."
    )
    qtbot.waitUntil(lambda: words(page) == said)


def test_other_changes_bring_nothing(qtbot: QtBot, home: Home) -> None:
    keeper = QObject()
    second = SecondCopy(home.workspace, keeper)
    begun: list[bool] = []
    second.begin = lambda: begun.append(True)  # type: ignore[method-assign]
    for verb in Verb:
        for undone in (False, True):
            second.after(Change(verb, (), undone=undone))
    assert begun == [True]


def test_where_the_store_lies_is_said_and_what_to_do(
    qtbot: QtBot, home: Home, page: SettingsPage
) -> None:
    """R14: in a folder that is synchronised, with another version beside it."""
    said = page.security.place.words
    qtbot.waitUntil(lambda: page._ways is not None)
    assert said.text().startswith("Only in ")
    (home.folder.path / ".stfolder").mkdir()
    (home.folder.path / "store (conflicted copy).db").write_bytes(b"other")
    page._ask()
    qtbot.waitUntil(lambda: "Better move it to this computer" in said.text())
    assert "store (conflicted copy).db" in said.text()

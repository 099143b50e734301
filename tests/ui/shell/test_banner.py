"""What stands above the pages: a store that may have lost something, or cannot be written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.store.advice import AT_RISK, Advice
from app.store.errors import StoreReadOnlyError
from app.store.surroundings import Surroundings
from app.store.writable import Why
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.shell.banner import Banner
from app.ui.shell.shell import Shell
from app.ui.still import refused
from app.ui.widgets.button import Button
from tests.store.test_surroundings import KINDS, LAYOUTS
from tests.ui.day import Day

PLACES = [
    *(Surroundings(network=kind) for kind in KINDS),
    *(Surroundings(service=name) for name in LAYOUTS.values()),
]


class Settings(QWidget):
    """A page that is asked for a backup."""

    asked = 0
    moves = 0

    def restore_backup(self) -> None:
        self.asked += 1

    def move_data(self) -> None:
        self.moves += 1


@pytest.fixture
def shell(qtbot: QtBot, day: Day, theme: Theme) -> Shell:
    makers = {Page.TODAY: QWidget, Page.SETTINGS: Settings}
    made = Shell(day.workspace, theme, makers)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_page(Page.TODAY)
    made.show()
    return made


def banners(shell: Shell) -> list[Banner]:
    QCoreApplication.processEvents()  # a layout shows what was put into it behind the event
    return [banner for banner in shell.findChildren(Banner) if banner.isVisible()]


def press(qtbot: QtBot, banner: Banner, words: str) -> None:
    (button,) = (b for b in banner.findChildren(Button) if b.words() == words and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("advice", sorted(AT_RISK))
def test_what_may_be_lost_is_said_with_a_way_to_the_backups(
    qtbot: QtBot, shell: Shell, advice: Advice
) -> None:
    shell.show_advice((Advice.HEADER_COPY_DAMAGED, advice))
    (banner,) = banners(shell)
    assert len(banner.accessibleName()) > 60
    press(qtbot, banner, "Look at the backups…")
    page = shell.page(Page.SETTINGS)
    assert isinstance(page, Settings)
    assert page.asked == 1
    press(qtbot, banner, "Understood")
    assert banners(shell) == []
    assert not shell.refuse_writing()


@pytest.mark.parametrize("found", PLACES, ids=str)
def test_a_move_is_offered(qtbot: QtBot, shell: Shell, found: Surroundings) -> None:
    """R14: 14 of 14."""
    shell.show_place(found)
    (banner,) = banners(shell)
    press(qtbot, banner, "Move it…")
    page = shell.page(Page.SETTINGS)
    assert isinstance(page, Settings)
    assert page.moves == 1
    assert banners(shell) == [banner], "until it is moved, or seen"


def test_what_mends_itself_is_not_worth_a_banner(shell: Shell) -> None:
    shell.show_advice((Advice.RECOVERED, Advice.HEADER_COPY_DAMAGED))
    assert banners(shell) == []


def test_a_banner_speaks_another_language_and_grows(shell: Shell, theme: Theme) -> None:
    shell.show_advice((Advice.LOG_LOST,))
    (banner,) = banners(shell)
    theme.set_language("ja")
    (banner,) = banners(shell)
    assert "控え" in banner.accessibleName()
    assert [b.words() for b in banner.findChildren(Button) if b.isVisible()] == [
        "控えを見る…",
        "わかりました",
    ]
    theme.set_language("en")


@pytest.mark.parametrize("why", list(Why))
def test_an_editor_anywhere_in_it_is_refused_while_nothing_can_be_written(
    qtbot: QtBot, shell: Shell, why: Why
) -> None:
    deep = QLabel("an editor", shell.page(Page.TODAY))
    assert not refused(deep)
    shell.show_still(StoreReadOnlyError(Path("/stick/enishi"), why))
    assert refused(deep)
    assert "/stick/enishi" in shell.toast.accessibleName()
    (banner,) = banners(shell)
    with qtbot.waitSignal(shell.again_wanted):
        press(qtbot, banner, "Try again")

"""What does not come back leaves the person where they were, and says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.errors import DatabaseEmptyError, NotABackupError
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.preferences import Preferences
from app.ui.restore.bringing_back import BringingBack
from app.ui.restore.recovery_page import RecoveryPage
from app.ui.widgets.dialog import Dialog
from app.ui.window import Window
from app.usecases.restoring import Wanted
from tests.ui.restore.test_restoring import PASS, Kept


class House:
    """What the program gives it."""

    def __init__(self, qtbot: QtBot, theme: Theme, place: Path) -> None:
        self.kept = Kept(place)
        self.window = Window(theme)
        qtbot.addWidget(self.window)
        self.window.show()
        self.background = Background()
        settings = QSettings(str(place / "p.ini"), QSettings.Format.IniFormat)
        self.bringing = BringingBack(
            self.background, theme, self.window, self.kept.folder, Preferences(settings),
            self.window,
        )  # fmt: skip
        self.damaged = Wanted(place / "damaged.enishi", {"passphrase": PASS})
        self.damaged.path.write_bytes(self.kept.backup.read_bytes()[:-4000])


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    made = House(qtbot, theme, tmp_path)
    yield made
    made.background.close()


def test_from_an_open_store_that_is_opened_again(qtbot: QtBot, house: House) -> None:
    key = house.kept.vault.data_key
    with qtbot.waitSignal(house.bringing.opened) as opened:
        house.bringing.begin(house.damaged, key)
    assert opened.args == [key]

    def box() -> list[Dialog]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if isinstance(w, Dialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(box()))
    assert box()[0].heading.text() == "This file is not a backup of Enishi"
    qtbot.keyClick(box()[0], Qt.Key.Key_Return)
    assert box() == []
    assert list(house.kept.folder.backups.iterdir()) == [house.kept.backup]


def test_from_the_recovery_page_which_says_it(qtbot: QtBot, house: House) -> None:
    house.bringing.show_page(DatabaseEmptyError(house.kept.folder.db))
    house.bringing.begin(house.damaged, None)
    qtbot.waitUntil(lambda: isinstance(house.window.scene, RecoveryPage))
    page = house.window.scene
    assert isinstance(page, RecoveryPage)
    assert page.heading.text() == "The data file is empty"
    assert isinstance(page._trouble, NotABackupError)
    qtbot.waitUntil(lambda: page._found is not None)
    assert page.restore.isVisible()


def test_from_the_first_run(qtbot: QtBot, house: House) -> None:
    with qtbot.waitSignal(house.bringing.again_wanted) as again:
        house.bringing.begin(house.damaged, None)
    assert [type(error) for error in again.args] == [NotABackupError]

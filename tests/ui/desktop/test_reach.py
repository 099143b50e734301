"""The window can always be reached, whatever the tray does (R60): run with a fake tray."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.desktop.reach import Closing, Reach, closing, must_return


class FakeTray(QObject):
    """A tray that comes and goes as the test says."""

    usable_changed = Signal(bool)

    def __init__(self, *, usable: bool) -> None:
        super().__init__()
        self.usable = usable

    def become(self, *, usable: bool) -> None:
        self.usable = usable
        self.usable_changed.emit(usable)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    quits = QGuiApplication.quitOnLastWindowClosed()
    yield made
    QGuiApplication.setQuitOnLastWindowClosed(quits)


def reachable(window: QWidget, tray: FakeTray) -> bool:
    """By the icon, or by the window itself."""
    return tray.usable or window.isVisible()


def test_the_policy() -> None:
    assert closing(usable=True) is Closing.HIDE
    assert closing(usable=False) is Closing.MINIMISE
    assert must_return(usable=False, hidden=True)
    assert not must_return(usable=True, hidden=True)
    assert not must_return(usable=False, hidden=False)


def test_a_tray_that_is_there(window: QWidget) -> None:
    tray = FakeTray(usable=True)
    reach = Reach(window, tray)
    reach.close()
    assert window.isHidden()
    assert not QGuiApplication.quitOnLastWindowClosed()
    assert reachable(window, tray)


def test_a_tray_that_never_comes(window: QWidget) -> None:
    tray = FakeTray(usable=False)
    reach = Reach(window, tray)
    reach.close()
    assert window.isVisible()
    assert window.isMinimized()
    assert QGuiApplication.quitOnLastWindowClosed()
    assert reachable(window, tray)


def test_a_tray_that_comes_late(window: QWidget) -> None:
    tray = FakeTray(usable=False)
    reach = Reach(window, tray)
    tray.become(usable=True)
    assert not QGuiApplication.quitOnLastWindowClosed()
    reach.close()
    assert window.isHidden()
    assert reachable(window, tray)


def test_a_tray_that_vanishes_while_the_window_is_hidden(window: QWidget) -> None:
    tray = FakeTray(usable=True)
    reach = Reach(window, tray)
    reach.close()
    tray.become(usable=False)
    assert window.isVisible()
    assert not window.isMinimized()
    assert QGuiApplication.quitOnLastWindowClosed()
    assert reachable(window, tray)


def test_a_window_that_somebody_else_hid_is_left_alone(window: QWidget) -> None:
    tray = FakeTray(usable=True)
    reach = Reach(window, tray)
    window.hide()
    tray.become(usable=False)
    assert window.isHidden()
    reach.close()
    assert window.isVisible()


def test_hidden_at_login_until_the_panel_comes(qtbot: QtBot, window: QWidget) -> None:
    window.hide()
    tray = FakeTray(usable=False)
    reach = Reach(window, tray)
    reach.start_hidden(patience_ms=150)
    tray.become(usable=False)
    assert window.isHidden()
    tray.become(usable=True)
    qtbot.wait(200)
    assert window.isHidden()


def test_hidden_at_login_and_no_panel_at_all(qtbot: QtBot, window: QWidget) -> None:
    window.hide()
    tray = FakeTray(usable=False)
    reach = Reach(window, tray)
    reach.start_hidden(patience_ms=50)
    qtbot.waitUntil(window.isMinimized)
    assert reachable(window, tray)


def test_hidden_at_login_a_small_window_that_closes_ends_nothing(
    qtbot: QtBot, window: QWidget
) -> None:
    """The notification of the morning came before the panel, was opened and closed again."""
    window.hide()
    tray = FakeTray(usable=False)
    reach = Reach(window, tray)
    reach.start_hidden(patience_ms=50)
    tray.become(usable=False)
    assert not QGuiApplication.quitOnLastWindowClosed()
    qtbot.waitUntil(window.isMinimized)
    assert QGuiApplication.quitOnLastWindowClosed()


def test_hidden_at_login_then_the_panel_comes_and_dies(window: QWidget) -> None:
    window.hide()
    tray = FakeTray(usable=False)
    reach = Reach(window, tray)
    reach.start_hidden()
    tray.become(usable=True)
    assert window.isHidden()
    tray.become(usable=False)
    assert window.isVisible()

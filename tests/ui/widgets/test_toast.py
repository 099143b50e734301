from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QPushButton("page"))
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def toast(window: QWidget, theme: Theme) -> Iterator[Toast]:
    made = Toast(theme, window)
    made._timer.setInterval(60)
    yield made
    made.dismiss()


def test_it_says_its_sentence_and_goes(qtbot: QtBot, window: QWidget, toast: Toast) -> None:
    assert not toast.isVisible()
    toast.say("Reconnected with Hayasaka-san")
    assert toast.isVisible()
    assert toast.words() == toast.accessibleName() == "Reconnected with Hayasaka-san"
    middle = toast.geometry().center().x()
    assert abs(middle - 450) <= 1
    assert toast.geometry().bottom() + 1 == 600 - 24
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_lasts_eight_seconds(theme: Theme, window: QWidget) -> None:
    made = Toast(theme, window)
    made.say("x")
    assert made._timer.isActive()
    assert made._timer.interval() == 8_000
    made.dismiss()


def test_undo(qtbot: QtBot, toast: Toast) -> None:
    toast.say("Done")
    with qtbot.waitSignal(toast.undone):
        qtbot.mouseClick(toast._way, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_it_stays_while_its_button_has_focus(qtbot: QtBot, window: QWidget, toast: Toast) -> None:
    toast.say("Done")
    toast._way.setFocus()
    qtbot.wait(120)
    assert toast.isVisible()
    button = window.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_stays_while_the_pointer_is_on_it(qtbot: QtBot, window: QWidget, toast: Toast) -> None:
    toast.say("Done")
    handle = window.windowHandle()
    assert handle is not None
    qtbot.mouseMove(window, toast.geometry().center())
    qtbot.wait(120)
    assert toast.isVisible()
    qtbot.mouseMove(window, window.rect().topLeft())
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_the_newest_wins_and_needs_no_undo(qtbot: QtBot, toast: Toast) -> None:
    toast.say("first")
    toast.say("second", undo=False)
    assert toast.words() == "second"
    assert not toast._way.isVisible()


def test_it_moves_with_the_window(window: QWidget, toast: Toast) -> None:
    toast.say("Done")
    window.resize(500, 400)
    assert toast.geometry().bottom() + 1 == 400 - 24
    assert toast.geometry().left() >= 24


def test_escape_takes_it_away(qtbot: QtBot, toast: Toast) -> None:
    toast.say("Done")
    qtbot.keyClick(toast._way, Qt.Key.Key_Escape)
    assert not toast.isVisible()

"""Two gestures: R, then an arrow key; a line of text never loses a keystroke."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.interaction import Initiative
from app.ui.look.theme import Theme
from app.ui.reconnect.prompt import ReconnectPrompt


@pytest.fixture
def prompt(qtbot: QtBot, theme: Theme) -> ReconnectPrompt:
    made = ReconnectPrompt(theme)
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.ask("Hayasaka-san")
    qtbot.waitUntil(made.line.hasFocus)
    return made


@pytest.fixture
def answers(prompt: ReconnectPrompt) -> list[tuple[Initiative, str]]:
    got: list[tuple[Initiative, str]] = []
    prompt.chosen.connect(lambda who, line: got.append((who, line)))
    return got


def focused() -> object:
    return QApplication.focusWidget()


@pytest.mark.parametrize(
    ("key", "who"), [(Qt.Key.Key_Left, Initiative.THEM), (Qt.Key.Key_Right, Initiative.ME)]
)
def test_one_arrow_answers(
    qtbot: QtBot, prompt: ReconnectPrompt, answers: list, key: Qt.Key, who: Initiative
) -> None:
    qtbot.keyClick(prompt.line, key)
    assert answers == [(who, "")]


def test_a_line_then_enter_then_an_arrow(
    qtbot: QtBot, prompt: ReconnectPrompt, answers: list
) -> None:
    qtbot.keyClicks(prompt.line, " lunch ")
    qtbot.keyClick(prompt.line, Qt.Key.Key_Left)
    assert answers == []
    qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
    assert answers == []
    assert focused() is prompt.mine
    qtbot.keyClick(prompt.mine, Qt.Key.Key_Left)
    assert answers == [(Initiative.THEM, "lunch")]


def test_enter_twice_is_from_you(qtbot: QtBot, prompt: ReconnectPrompt, answers: list) -> None:
    qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
    qtbot.keyClick(prompt.mine, Qt.Key.Key_Return)
    assert answers == [(Initiative.ME, "")]


def test_buttons_answer(qtbot: QtBot, prompt: ReconnectPrompt, answers: list) -> None:
    qtbot.mouseClick(prompt.theirs, Qt.MouseButton.LeftButton)
    assert answers == [(Initiative.THEM, "")]


def test_it_answers_once(qtbot: QtBot, prompt: ReconnectPrompt, answers: list) -> None:
    qtbot.keyClick(prompt.line, Qt.Key.Key_Right)
    qtbot.keyClick(prompt.line, Qt.Key.Key_Left)
    qtbot.mouseClick(prompt.mine, Qt.MouseButton.LeftButton)
    assert answers == [(Initiative.ME, "")]


def test_a_held_arrow_does_not_answer(prompt: ReconnectPrompt, answers: list) -> None:
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Left,
        Qt.KeyboardModifier.NoModifier,
        autorep=True,
    )
    QApplication.sendEvent(prompt.line, held)
    assert answers == []


def test_keys_belong_to_the_input_method_while_it_composes(
    qtbot: QtBot, prompt: ReconnectPrompt, answers: list
) -> None:
    QApplication.sendEvent(prompt.line, QInputMethodEvent("ひる", []))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(prompt.line, key)
    assert answers == []
    assert focused() is prompt.line
    done = QInputMethodEvent("", [])
    done.setCommitString("昼食")
    QApplication.sendEvent(prompt.line, done)
    qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
    qtbot.keyClick(prompt.mine, Qt.Key.Key_Right)
    assert answers == [(Initiative.ME, "昼食")]


def test_escape_leaves_nothing(qtbot: QtBot, prompt: ReconnectPrompt, answers: list) -> None:
    with qtbot.waitSignal(prompt.cancelled):
        qtbot.keyClick(prompt.line, Qt.Key.Key_Escape)
    qtbot.keyClick(prompt.line, Qt.Key.Key_Left)
    assert answers == []

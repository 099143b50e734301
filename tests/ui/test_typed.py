"""What was typed last is known when a mistake of the program has closed its field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import typed as module
from app.ui.crash_box import CrashBox
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.typed import Typed
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import LineField

WORDS = "send three samples"


class Form(QWidget):
    """Two lines, one of them for a secret."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = LineField(theme, name="line")
        self.secret = LineField(theme, name="secret", secret=True)
        column = QVBoxLayout(self)
        for part in (self.line, self.secret):
            column.addWidget(part)


@pytest.fixture
def typed(qapp: QApplication) -> Iterator[Typed]:
    parent = QWidget()
    yield Typed(qapp, parent)
    parent.deleteLater()


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, typed: Typed) -> Form:
    made = Form(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.line.edit.setFocus()
    qtbot.waitUntil(made.line.edit.hasFocus)
    return made


def enter(form: Form) -> None:
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return)


def test_what_stands_there_is_not_lost(form: Form, typed: Typed) -> None:
    QTest.keyClicks(form.line.edit, WORDS)
    enter(form)
    assert typed.lost() == ""


@pytest.mark.parametrize("how", ["cleared", "closed"])
def test_what_is_gone_is_known(form: Form, typed: Typed, how: str) -> None:
    """Cleared after Enter; or closed by a shortcut, of which no key is seen."""
    QTest.keyClicks(form.line.edit, WORDS)
    if how == "cleared":
        enter(form)
        form.line.edit.clear()
    else:
        form.line.hide()
    assert typed.lost() == WORDS
    typed.forget()
    assert typed.lost() == ""


def test_it_is_known_for_a_while_only(
    form: Form, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(form.line.edit, WORDS)
    form.line.hide()
    monkeypatch.setattr(module, "RECENT_SECONDS", -1.0)
    assert typed.lost() == ""


@pytest.mark.parametrize("shown", [False, True])
def test_a_secret_is_never_remembered(form: Form, typed: Typed, shown: bool) -> None:
    """Also while the eye shows it."""
    edit = form.secret.edit
    edit.setFocus()
    edit.setEchoMode(edit.EchoMode.Normal if shown else edit.EchoMode.Password)
    QTest.keyClicks(edit, WORDS)
    enter(form)
    edit.clear()
    form.secret.hide()
    assert typed.lost() == ""


def test_the_crash_box_gives_it_back_and_opens_once(
    qtbot: QtBot, theme: Theme, form: Form, typed: Typed
) -> None:
    box = CrashBox(theme, form, form, typed.lost)
    QTest.keyClicks(form.line.edit, WORDS)
    form.line.hide()
    box.tell("ValueError")
    box.tell("ValueError")
    qtbot.waitUntil(lambda: bool(form.findChildren(Dialog)))
    (shown,) = form.findChildren(Dialog)
    assert WORDS in [label.text() for label in shown.findChildren(Label)]
    (copy,) = (b for b in shown.findChildren(Button) if b.words() == "Copy what I typed")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == WORDS
    shown.done(1)
    box.tell("ValueError")
    qtbot.waitUntil(lambda: len(form.findChildren(Dialog)) == 2)
    for one in form.findChildren(Dialog):
        one.done(1)

"""R50: a copied recovery key leaves the clipboard: soon, with what shows it, and at the end."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.first_run import recovery
from app.ui.first_run.key_step import KeyStep
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button

KEY = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG"


@pytest.fixture
def clipboard(qtbot: QtBot) -> QClipboard:
    found = QGuiApplication.clipboard()
    found.clear()
    return found


@pytest.fixture
def step(qtbot: QtBot, theme: Theme) -> Iterator[KeyStep]:
    window = QWidget()
    made = KeyStep(theme, KEY, [0, 1], checking=False)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def copy(step: KeyStep) -> None:
    next(b for b in step.findChildren(Button) if b.words() == "Copy").click()


def test_it_is_marked_as_a_secret(clipboard: QClipboard, step: KeyStep) -> None:
    copy(step)
    data = clipboard.mimeData()
    assert data.text() == KEY
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.hasFormat("ExcludeClipboardContentFromMonitorProcessing")


def test_half_a_minute_is_the_longest(
    qtbot: QtBot, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recovery.CLIPBOARD_SECONDS <= 30
    monkeypatch.setattr(recovery, "CLIPBOARD_SECONDS", 0)
    holder = QWidget()
    qtbot.addWidget(holder)
    recovery.SecretClipboard(holder).put(KEY)
    assert clipboard.text() == KEY
    qtbot.waitUntil(lambda: clipboard.text() == "")


@pytest.mark.parametrize("what", ["step", "window"])
def test_it_goes_with_what_shows_it(clipboard: QClipboard, step: KeyStep, what: str) -> None:
    """A lock hides the dialog, other sizes or another language build the step anew."""
    copy(step)
    (step if what == "step" else step.window()).hide()
    assert clipboard.text() == ""


def test_a_step_that_leaves_it_behind_is_seen(
    clipboard: QClipboard, step: KeyStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage twin."""
    monkeypatch.setattr(recovery.SecretClipboard, "clear", lambda _self: None)
    copy(step)
    step.hide()
    assert clipboard.text() == KEY


def test_what_somebody_copied_since_stays(clipboard: QClipboard, step: KeyStep) -> None:
    copy(step)
    clipboard.setText("mine")
    step.hide()
    assert clipboard.text() == "mine"


QUIT = """
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from app.ui.first_run.recovery import SecretClipboard
application = QApplication([])
holder = QObject()
secret = SecretClipboard(holder)
secret.put("the key")
QTimer.singleShot(0, application.quit)
application.exec()
print("left:", application.clipboard().text())
"""


def test_it_goes_when_the_program_ends() -> None:
    """Else a manager of clipboards, or Windows, takes over what is left."""
    done = subprocess.run(
        [sys.executable, "-c", QUIT], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "left: \n"

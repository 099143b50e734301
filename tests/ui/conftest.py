"""What tests of the screen share: a theme that leaves the application as it was."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import resources
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from tests.ui.day import Clock, Day, make

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 30_000
"""So long a test waits for what comes at once on a quiet machine; pytest-qt's five seconds are not
enough where other work has all processors.
"""
(QtBot.waitUntil.__kwdefaults__ or {})["timeout"] = PATIENCE_MS


@pytest.fixture(scope="session", autouse=True)
def built_resources() -> None:
    """Icons and words, for who runs a test by hand before `make` has built them."""
    if not (resources.BUILT / "stamp").exists():
        script = ROOT / "packaging" / "build_resources.py"
        subprocess.run([sys.executable, str(script)], check=True)


@pytest.fixture
def keyboard(qapp: QApplication) -> Iterator[KeyboardFocus]:
    """The filter that main installs: the focus ring follows keys, not the mouse."""
    made = KeyboardFocus(qapp)
    yield made
    qapp.removeEventFilter(made)
    shiboken6.delete(made)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme in English at 100 %; change it as the test needs."""
    made = Theme(qapp, mode="light", language="en")
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shiboken6.delete(made)


@pytest.fixture
def clock() -> Clock:
    """Eight in the morning of the day of the design, in Japan."""
    return Clock()


@pytest.fixture
def day(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Day]:
    """Four people are due, on a real encrypted store."""
    made = make(tmp_path / "store", clock, qtbot)
    yield made
    made.reminders.stop()
    made.workspace.close()

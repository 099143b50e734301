"""The whole program, in which everything is erased from the settings page.

python -m tests.ui.desktop.erasing_program STORE PASSPHRASE-FILE
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cli.arguments import WindowRequest
from app.main import Start
from app.ui.pages.names import Page
from app.ui.pages.settings.erase_dialog import EraseDialog
from app.ui.pages.settings.page import SettingsPage
from app.ui.widgets.dialog import Dialog

_PATIENCE = 60.0


def main(store: str, passphrase_file: str) -> None:
    """Print what was said before and after."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    enishi = Start(app, WindowRequest(Path(store), Path(passphrase_file))).go_on()
    until(lambda: enishi._opened is not None and enishi._reminders.today is not None)
    assert enishi._opened is not None
    page = enishi._opened.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.general.login.setChecked(True)
    page.general.mode.chosen.emit("dark")
    enishi._preferences.save()
    page.security.erase.click()
    box = next(iter(page.findChildren(EraseDialog)))
    until(box.go_on.isEnabled)
    listed = box.listed.text()
    parts = (box.listed, box.way.field)
    until(lambda: all(part.height() >= part.sizeHint().height() for part in parts))
    type_in(box, "not the passphrase")
    until(lambda: box._running is None)
    refused = box.way.field._error.text()
    kept = Path(store, "store.db").exists()
    box.way.clear()
    type_in(box, "pass")
    until(lambda: enishi._erased_all)
    until(lambda: any(isinstance(w, Dialog) and w.isVisible() for w in app.topLevelWidgets()))
    last = next(w for w in app.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible())
    said = last.heading.text()
    ended: list[bool] = []
    app.aboutToQuit.connect(lambda: ended.append(True))
    # Inside the loop that is to end.
    QTimer.singleShot(0, lambda: QTest.keyClick(last, Qt.Key.Key_Return))
    app.exec()
    answer = {"listed": listed, "refused": refused, "kept": kept, "said": said, "ended": ended}
    sys.stdout.write(json.dumps(answer) + "\n")


def type_in(box: EraseDialog, words: str) -> None:
    """As somebody does it."""
    QTest.keyClicks(box.way.field.edit, words)
    QTest.keyClick(box.way.field.edit, Qt.Key.Key_Return)
    QApplication.processEvents()


def until(holds: Callable[[], bool]) -> None:
    """Let the program work until something holds."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Types notes on one card after the other, and tells of every key: `python -m tests.soak.typist
type|look FOLDER LOG`. With `--put-off` every further key puts the keeping off: the sabotage twin.

`look` opens the page once more and tells whose card is shown, and its words.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.ui.look.theme import Theme
from app.ui.pages.notes.page import NotesPage
from app.ui.workspace import Workspace
from tests.screens.kept import NOW
from tests.screens.notes import HERE

PASSPHRASE = "for the typist"
WORDS = "tin foil is more fun than gold, and the offcuts go to her by "
EVERY_MS = 25
PUT_OFF = "--put-off"


def words_of(*, put_off: bool) -> str:
    """What is typed on each card; for the twin without an end: finishing a card keeps it anyway."""
    return WORDS * 20 if put_off else WORDS


class Typist:
    """One key every few moments; at the end of the words on to the next card, and no further than
    to the last.
    """

    def __init__(self, page: NotesPage, words: str, log: int) -> None:
        self._page = page
        self._words = words
        self._log = log
        self._typed = 0
        self._full: set[str] = set()
        self._timer = QTimer()
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._key)
        self._timer.start()

    def stop(self) -> None:
        """No more keys."""
        self._timer.stop()

    def _key(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None:
            return
        who = self._page.shown
        if self._typed < len(self._words):
            QTest.keyClicks(focused, self._words[self._typed])
            self._typed += 1
            os.write(self._log, f"{time.monotonic()} {who} {self._typed}\n".encode())
            return
        self._full.add(who)
        QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if self._page.shown in self._full:
            self._timer.stop()
            return
        self._typed = 0
        os.write(self._log, f"{time.monotonic()} {self._page.shown} 0\n".encode())


def main() -> int:
    """Type until somebody ends it, or look once."""
    how, folder, log, *more = sys.argv[1:]
    app = QApplication([])
    place = StoreFolder(Path(folder))
    key = unlock(place, passphrase=PASSPHRASE)
    workspace = Workspace(
        lambda: open_store(place, key), lambda: open_reader(place, key), now=lambda: NOW
    )
    page = NotesPage(workspace, Theme(app, mode="light", language="en"))
    if PUT_OFF in more:
        timer = page.keeping._timer
        page.keeping.soon = timer.start  # type: ignore[method-assign]
    page.resize(1280, 820)
    page.show()
    page.activateWindow()
    page.setFocus()
    page.open_evening(HERE)
    while page.property("ready") is not True:
        QCoreApplication.processEvents()
    if how == "look":
        print(json.dumps({"shown": page.shown, "words": page.parts.prompts.talked.text()}))
        workspace.close()
        return 0
    typist = Typist(
        page,
        words_of(put_off=PUT_OFF in more),
        os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND),
    )
    app.aboutToQuit.connect(typist.stop)  # and so it lives as long
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

"""The notes page, one card after the other under a real X server; its own process, told by JSON.

`python -m tests.bench.notes_process REQUEST ANSWER`: two files.
"""

import gc
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.ui.collecting import Collector
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.notes.page import NotesPage
from app.ui.window import Window
from app.ui.workspace import Workspace
from app.usecases.evenings import Evening
from tests.bench.page_process import rest, turn_until
from tests.bench.stores import NOW


class Frames(QObject):
    """Counts frames that were brought to the screen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.asked = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.asked += 1
        return False


def writing_in() -> QWidget:
    """The field that has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(frames: Frames, key: Qt.Key) -> float:
    """Milliseconds from a key with Ctrl to the end of the frame that follows it."""
    before = frames.asked
    focused = writing_in()
    start = time.perf_counter()
    QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier)
    while frames.asked == before:
        QCoreApplication.processEvents()  # what it was asked for is painted when it returns
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Lay the evening out, then finish every card, then walk through them."""
    asked = json.loads(Path(sys.argv[1]).read_text())
    app = QApplication([])
    folder = StoreFolder(Path(asked["folder"]))
    key = unlock(folder, recovery_key=asked["recovery_key"])
    workspace = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=lambda: NOW
    )
    KeyboardFocus(app)
    window = Window(Theme(app, mode="light", language="ja"))
    page = NotesPage(workspace, Theme(app, mode="light", language="ja"))
    window.show_scene(page)
    window.bring_up()
    turn_until(lambda: window.isActiveWindow())
    page.open_evening(Evening.parse(asked["evening"]))
    turn_until(lambda: page.property("ready") is True)
    rest(workspace)
    gc.freeze()  # as the program does once it is loaded
    Collector(app)
    frames = Frames(window)
    finished: list[float] = []
    walked: list[float] = []
    for number in range(asked["cards"] - 1):
        QTest.keyClicks(writing_in(), f"what was said {number}")
        rest(workspace)
        finished.append(press(frames, Qt.Key.Key_Return))
        rest(workspace)
    for _ in range(asked["rounds"]):
        for way in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            for _ in range(asked["cards"] - 1):
                walked.append(press(frames, way))
                rest(workspace)
    Path(sys.argv[2]).write_text(json.dumps({"finished": finished, "walked": walked}))
    window.let_close()
    window.close()
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

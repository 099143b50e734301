"""The people page on a large store, typed into and scrolled; its own process, told by JSON.

`python -m tests.bench.page_process REQUEST ANSWER`: two files.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    Qt,
    QTimer,
)
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.people.page import PeoplePage
from app.ui.steady import steady
from app.ui.window import Window
from app.ui.workspace import Workspace
from tests.bench.stores import NOW

TICK = 1 / 60
_LONGEST_WAIT = 20.0
_QUIET = 0.12  # seconds without anything to do


class Painted(QObject):
    """Watches when what was answered has been painted."""

    def __init__(self, page: PeoplePage) -> None:
        super().__init__(page)
        self._pane = page.list
        self._answered = False
        self._behind: QCoreApplication | None = None
        self._loop = QEventLoop()
        self.at: float | None = None
        pane: Any = page.list
        pane._asking.listed.connect(self._note_answer)
        pane.list.viewport().installEventFilter(self)
        pane._nothing.installEventFilter(self)

    def _note_answer(self, _listed: object) -> None:
        """Behind the pane's own slot: it is in the model by now."""
        self._answered = True

    def begin(self) -> None:
        """From now on: the next answer, and the next frame after it."""
        self._answered = False
        self.at = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painting = event.type() == QEvent.Type.Paint
        if self._behind is not None:
            if not painting and self.at is None:
                self.at = time.perf_counter()
                self._loop.quit()
            if not painting:
                self._behind.removeEventFilter(self)
                self._behind = None
        elif painting and self._answered and self.at is None:
            # The frame is on the screen when anything but painting is next.
            self._behind = QCoreApplication.instance()
            if self._behind is not None:
                self._behind.installEventFilter(self)
        return False

    def wait(self) -> float:
        """Rest in the event loop, as a program does, until it is painted; when that was."""
        if self.at is None:
            late = QTimer()
            late.setSingleShot(True)
            late.timeout.connect(self._loop.quit)
            late.start(int(_LONGEST_WAIT * 1000))
            self._loop.exec()
            late.stop()
        if self.at is None:
            raise TimeoutError
        return self.at


def turn_until(done: Callable[[], bool], seconds: float = _LONGEST_WAIT) -> None:
    """Turn the event loop until something is so."""
    end = time.perf_counter() + seconds
    while not done():
        if time.perf_counter() > end:
            raise TimeoutError
        QCoreApplication.processEvents()
        time.sleep(0.0002)


def rest(workspace: Workspace) -> None:
    """Turn it until neither the lanes nor the screen have anything to do."""
    answered: list[object] = []
    for _ in range(2):
        answered.clear()
        workspace.ask(lambda _reader: None).then(answered.append)
        turn_until(lambda: bool(answered))
        quiet = time.perf_counter() + _QUIET / 2
        while time.perf_counter() < quiet:
            QCoreApplication.processEvents()
            time.sleep(0.002)


def type_into(edit: Any, text: str) -> None:
    """As a keyboard does for letters, as an input method does for the rest."""
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(edit, event)


def type_queries(page: PeoplePage, workspace: Workspace, queries: list[str]) -> list[float]:
    """Milliseconds from the last key of each query to its painted rows."""
    painted = Painted(page)
    edit = page.list.search.edit
    times: list[float] = []
    for query in queries:
        page.focus_search()
        if edit.text():
            QTest.keyClick(edit, Qt.Key.Key_Escape)
        words = query.strip()
        before, last = words[:-1], words[-1:]
        if before:
            type_into(edit, before)
        rest(workspace)
        painted.begin()
        start = time.perf_counter()
        type_into(edit, last)
        times.append((painted.wait() - start) * 1000)
    page.focus_search()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    rest(workspace)
    return times


def scroll(page: PeoplePage, steps: int, jumps: int) -> list[float]:
    """Milliseconds of each frame while the list is scrolled by rows, then jumped in.

    Sixty steps a second. A frame is the longest time without a look at the next event: the step
    itself with its painting, or rows that come from the store and are painted.
    """
    bar = page.list.list.verticalScrollBar()
    bar.setValue(0)
    frames: list[float] = []
    for step in range(steps + jumps):
        far = step * 7919 * 62 % max(1, bar.maximum())
        target = bar.value() + 3 * 62 if step < steps else far
        start = begun = time.perf_counter()
        bar.setValue(target)
        QCoreApplication.processEvents()
        longest = time.perf_counter() - begun
        while (left := TICK - (time.perf_counter() - start)) > 0:
            time.sleep(min(left, 0.001))
            begun = time.perf_counter()
            QCoreApplication.processEvents()
            longest = max(longest, time.perf_counter() - begun)
        frames.append(longest * 1000)
    return frames


def main() -> int:
    """Do what the request says."""
    request = json.loads(Path(sys.argv[1]).read_text())
    app = QApplication(sys.argv[:1])
    theme = Theme(app, mode="light", language=request["language"])
    KeyboardFocus(app)
    folder = StoreFolder(Path(request["folder"]))
    key = unlock(folder, recovery_key=request["recovery_key"])
    workspace = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=lambda: NOW
    )
    with steady():
        page = PeoplePage(workspace, theme)
    window = Window(theme)
    window.show_scene(page)
    window.show()
    window.activateWindow()
    turn_until(lambda: page.list.model.rowCount() > 0)
    rest(workspace)
    said: dict[str, object] = {"typed": {}}
    typed: dict[str, list[float]] = {}
    for length, queries in request["queries"].items():
        typed[length] = type_queries(page, workspace, queries * request["rounds"])
    said["typed"] = typed
    said["frames"] = scroll(page, request["steps"], request["jumps"])
    window.let_close()
    window.close()
    workspace.close()
    Path(sys.argv[2]).write_text(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Collecting garbage on the thread of the screen alone.

A collection that begins on another thread destroys there what Qt made: Qt takes the lock of the
object and asks for the interpreter's, while the screen holds the interpreter's and asks for Qt's.
Then both wait for ever. So Python's own collections are off while a window is open, and the screen
looks when it has a moment.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from app.ui import steady

EVERY_MS = 1_000


class Collector(QObject):
    """From its making on the only one who collects. Python's thresholds say what is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect if enough was made since the last time."""
        if not steady.resting():
            collect()


def collect() -> None:
    """The oldest generation that is due, and with it all younger ones; on this thread."""
    due = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[0]:
        gc.collect(2 if all(due) else 1 if due[1] else 0)

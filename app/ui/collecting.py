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
_TWICE = 2
"""Qt lets go of widgets behind a look as well."""

_all_due = 0
"""So many of the next looks see everything."""


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
        if steady.resting():
            return
        if _all_due:
            _collect_all()
        else:
            collect()


def let_go() -> None:
    """A store was closed, and nothing of anybody is to stay in memory (R26): the next looks see
    everything, what was put out of sight as well (`gc.freeze`, at the start and by `steady`).
    """
    global _all_due
    _all_due = _TWICE


def _collect_all() -> None:
    """What lives stays out of sight again, so that no look takes long while somebody works."""
    global _all_due
    _all_due -= 1
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def collect() -> None:
    """The oldest generation that is due, and with it all younger ones; on this thread."""
    due = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[0]:
        gc.collect(2 if all(due) else 1 if due[1] else 0)

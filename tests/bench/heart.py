"""A heart in the event loop: how long the window ever stood still."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT = 2  # milliseconds
_SCHEDULED = Path("/proc/thread-self/schedstat")
"""Nanoseconds that a thread ran, and that it waited for a processor (Linux)."""


def queued() -> float:
    """Milliseconds that this thread ever waited for a processor."""
    return int(_SCHEDULED.read_text().split()[1]) / 1e6


class Stalls(QObject):
    """The longest time between two beats, by what was going on; `alone` without the time for which
    other processes, or other threads of this one, had all processors.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self.alone: dict[str, float] = {}
        self._what = "start"
        self._last, self._queued = time.perf_counter(), queued()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._beat()
        self._timer.stop()

    def begin(self, what: str) -> None:
        """From now on it is this that goes on."""
        self._beat()
        self._what = what

    def _beat(self) -> None:
        now, waited = time.perf_counter(), queued()
        gap = (now - self._last) * 1000
        self._note(self.longest, gap)
        self._note(self.alone, gap - (waited - self._queued))
        self._last, self._queued = now, waited

    def _note(self, longest: dict[str, float], gap: float) -> None:
        longest[self._what] = max(longest.get(self._what, 0.0), gap)

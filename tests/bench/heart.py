"""A heart in the event loop: how long the window ever stood still."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT = 2  # milliseconds
_SCHEDULED = Path("/proc/thread-self/schedstat")
"""Nanoseconds that a thread ran, and that it waited for a processor (Linux)."""
_COUNTED = Path("/proc/stat")
"""Ticks that all processors spent, by kind; the eighth are those that the host gave to others."""


def queued() -> float:
    """Milliseconds that this thread ever waited for a processor."""
    return int(_SCHEDULED.read_text().split()[1]) / 1e6


def withheld() -> float:
    """Milliseconds that the host of a virtual machine ever withheld from all its processors."""
    with _COUNTED.open() as stream:
        ticks = stream.readline().split()[8]
    return int(ticks) * 1000 / os.sysconf("SC_CLK_TCK")


class Stalls(QObject):
    """The longest time between two beats, by what was going on; `alone` without the time for which
    other processes, or other threads of this one, had all processors. Of that time `worked` was
    spent by this thread itself, the rest asleep: for the interpreter, a lock, a disk. `withheld`:
    how much of it the host withheld at most.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self.alone: dict[str, float] = {}
        self.withheld: dict[str, float] = {}
        self.worked: dict[str, float] = {}
        self._what = "start"
        self._last, self._queued, self._withheld = time.perf_counter(), queued(), withheld()
        self._worked = time.thread_time()
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
        now, waited, stolen = time.perf_counter(), queued(), withheld()
        worked = time.thread_time()
        gap = (now - self._last) * 1000
        self.longest[self._what] = max(self.longest.get(self._what, 0.0), gap)
        own = gap - (waited - self._queued)
        if own > self.alone.get(self._what, -1.0):
            self.alone[self._what] = own
            self.withheld[self._what] = stolen - self._withheld
            self.worked[self._what] = (worked - self._worked) * 1000
        self._last, self._queued, self._withheld = now, waited, stolen
        self._worked = worked

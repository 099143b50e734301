"""Locking by itself: after a time without use, also asleep, and when the session is left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from app.domain.idle import Moment, idle
from app.ui import clock
from app.usecases.locking import NEVER, Locking

LOOK_MS = 15_000
"""The longest time between two looks at the clocks: a timer knows nothing of a night asleep."""
_KIND = QEvent.Type
_USE = frozenset(
    {
        _KIND.KeyPress,
        _KIND.MouseButtonPress,
        _KIND.MouseMove,
        _KIND.Wheel,
        _KIND.TouchBegin,
        _KIND.TabletPress,
    }
)
_SEEN = frozenset({_KIND.Expose, _KIND.FocusIn, _KIND.UpdateRequest})
"""Before anything is painted, the clocks are looked at (R26)."""


class AutoLock(QObject):
    """Works between `begin` and `end`. `lock_wanted` is sent while an event is on its way, so that
    whoever locks at once has locked before the window gets it.
    """

    lock_wanted = Signal()

    def __init__(self, app: QGuiApplication, moment: Callable[[], Moment] = clock.moment) -> None:
        super().__init__(app)
        self._moment = moment
        self._limit: float | None = None
        self._used = moment()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        # Windows are watched one by one, as in `look.focus`.
        app.focusWindowChanged.connect(self._watch)
        app.applicationStateChanged.connect(lambda _state: self.look())
        self._watch(app.focusWindow())

    def begin(self, chosen: Locking) -> None:
        """The store is open, or something else was chosen: the time begins anew."""
        self._limit = None if chosen.after == NEVER else chosen.after * 60.0
        self._used = self._moment()
        self._wait()

    def end(self) -> None:
        """It is locked: nothing to watch."""
        self._limit = None
        self._timer.stop()

    def look(self) -> bool:
        """Whether the time is over; then it is said."""
        if self._limit is None:
            return False
        if idle(self._used, self._moment()) < self._limit:
            self._wait()
            return False
        self.end()
        self.lock_wanted.emit()
        return True

    def _wait(self) -> None:
        if self._limit is not None:
            left = self._limit - idle(self._used, self._moment())
            self._timer.start(min(LOOK_MS, max(1, int(left * 1000) + 1)))

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # twice is once

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What would wake a window that is to be locked does not reach it."""
        if self._limit is None:
            return False
        kind = event.type()
        if kind in _USE:
            if self.look():
                return True
            self._used = self._moment()
        elif kind in _SEEN:
            self.look()
        return False

"""The system's wish to end (SIGTERM, SIGHUP, Ctrl+C), told on the UI thread."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


class Signals(QObject):
    """Calls `end` when one arrives. Python runs its handlers only once woken, hence the pair."""

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._numbers = {getattr(signal, name) for name in _NAMES if hasattr(signal, name)}
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._waker.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in self._numbers:
            signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def stop(self) -> None:
        """Leave signals to the system again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in self._numbers:
            signal.signal(number, signal.SIG_DFL)
        self._woken.close()
        self._waker.close()

    def _read(self) -> None:
        if self._numbers.intersection(self._woken.recv(64)):
            self._end()

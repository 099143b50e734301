"""Watches for the moment to lock: after a time without use, or with the screen and the session."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.ui.desktop.auto_lock import AutoLock
from app.usecases.locking import Locking

if TYPE_CHECKING:
    from app.ui.desktop.session_watch import SessionWatch


class LockWatch(QObject):
    """As the person chose; `begin` while the store is open, `rest` when it is closed."""

    lock_wanted = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._auto_lock = AutoLock(app)
        self._auto_lock.lock_wanted.connect(self.lock_wanted)
        self._session: SessionWatch | None = None

    def begin(self, chosen: Locking) -> None:
        """Lock by itself as it was chosen, from now on."""
        self._auto_lock.begin(chosen)
        if chosen.with_screen and sys.platform == "linux" and self._session is None:
            from app.ui.desktop.session_watch import SessionWatch

            self._session = SessionWatch(self)
            self._session.left.connect(self.lock_wanted)
            self._session.begin()
        elif not chosen.with_screen:
            self._listen_no_more()

    def rest(self) -> None:
        """There is nothing to lock."""
        self._auto_lock.end()

    def end(self) -> None:
        """The program ends."""
        self._auto_lock.end()
        self._listen_no_more()

    def _listen_no_more(self) -> None:
        if self._session is not None:
            self._session.end()
            self._session.deleteLater()
            self._session = None

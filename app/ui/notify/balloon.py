"""A message of the tray icon, where there is nothing better."""

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.ui.desktop.tray import Tray
from app.ui.notify.notifier import DEFAULT, Notice


class Balloon(QObject):
    """It has no buttons and cannot be taken back; a click on it counts as one on the newest."""

    accepted = Signal(int)
    refused = Signal(int)
    acted = Signal(int, str)
    closed = Signal(int)

    def __init__(self, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._number = 0
        self._shown = 0
        tray.balloon_clicked.connect(self._clicked)

    def send(self, notice: Notice) -> int:
        self._number += 1
        number = self._number
        if self._tray.balloon(notice.title, notice.words):
            self._shown = number
            self._later(self.accepted, number)
        else:
            self._later(self.refused, number)
        return number

    def withdraw(self, number: int) -> None:
        if number == self._shown:
            self._shown = 0

    def stop(self) -> None:
        self._shown = 0

    def _later(self, signal: SignalInstance, number: int) -> None:
        """After `send` has returned its number."""
        QTimer.singleShot(0, self, lambda: signal.emit(number))

    def _clicked(self) -> None:
        if self._shown:
            self.acted.emit(self._shown, DEFAULT)

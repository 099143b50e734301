"""Reach: a closed window hides only where the tray icon brings it back, else it is minimised."""

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 60_000
"""So long a panel may take after login before the window shows itself, minimised."""


class Closing(Enum):
    """What closing the window does."""

    HIDE = "hide"
    MINIMISE = "minimise"


class Place(Protocol):
    """A tray, as far as it matters here."""

    @property
    def usable(self) -> bool:
        """Whether the icon exists and can be seen."""

    @property
    def usable_changed(self) -> SignalInstance:
        """Tells when that changes."""


def closing(usable: bool) -> Closing:
    """Hide only while there is an icon to come back by."""
    return Closing.HIDE if usable else Closing.MINIMISE


def must_return(*, usable: bool, hidden: bool) -> bool:
    """Whether a hidden window has lost its way back."""
    return hidden and not usable


class Reach(QObject):
    """Follows the rules for one window and one tray; a window that lost its icon comes back."""

    def __init__(self, window: QWidget, tray: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._tray = tray
        self._hid = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._waited)
        tray.usable_changed.connect(self._changed)
        self._settle()

    def close(self) -> None:
        """The person closed the window."""
        if closing(self._tray.usable) is Closing.HIDE:
            self._hid = True
            self._window.hide()
        else:
            self._window.showMinimized()

    def start_hidden(self, patience_ms: int = PATIENCE_MS) -> None:
        """Begin without a window, as at login; the panel may come later than we do."""
        self._hid = True
        self._waiting.start(patience_ms)
        self._settle()

    def _settle(self) -> None:
        """The last window ends the program where there is no icon, and none is waited for."""
        goes_on = self._tray.usable or self._waiting.isActive()
        QGuiApplication.setQuitOnLastWindowClosed(not goes_on)

    def _waited(self) -> None:
        self._settle()
        if must_return(usable=self._tray.usable, hidden=self._hid and self._window.isHidden()):
            self._window.showMinimized()

    def _changed(self, usable: bool) -> None:
        if usable:
            self._waiting.stop()  # from now on a panel that goes is one that was there
        self._settle()
        if self._waiting.isActive():
            return
        if must_return(usable=usable, hidden=self._hid and self._window.isHidden()):
            attribute = Qt.WidgetAttribute.WA_ShowWithoutActivating
            self._window.setAttribute(attribute, True)
            self._window.showNormal()
            self._window.setAttribute(attribute, False)

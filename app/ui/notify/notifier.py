"""What a notification says, and what every way of showing one can do."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage

DEFAULT = "default"
"""The action of a click on the notification itself."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Plain words; `actions` are (key, words), shown where the desktop has buttons."""

    title: str
    words: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    picture: QImage | None = None


class Notifier(Protocol):
    """Sends without waiting; every answer comes as a signal with the number that `send` gave."""

    @property
    def accepted(self) -> SignalInstance:
        """(number): the service took it."""

    @property
    def refused(self) -> SignalInstance:
        """(number): no service, an error, or no answer in time."""

    @property
    def acted(self) -> SignalInstance:
        """(number, key): the person clicked it, or one of its buttons."""

    @property
    def closed(self) -> SignalInstance:
        """(number): it is no longer shown."""

    def send(self, notice: Notice) -> int:
        """Show a notice; answers with its number."""

    def withdraw(self, number: int) -> None:
        """Take it away, also one that is still on its way."""

    def stop(self) -> None:
        """Let go of everything."""

"""A line to a message bus, for who listens: made in a thread, read without waiting (Linux)."""

import contextlib
import threading
from collections.abc import Callable, Iterable
from typing import Any, Literal

from jeepney import HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

_SEND_SECONDS = 0.5


class BusLine(QObject):
    """Without a bus it is silent. What is called is answered by `replied`, failures by nothing."""

    opened = Signal()
    """From now on everything that was asked for is heard."""
    heard = Signal(object)
    """A signal of the bus, as a `jeepney.Message`."""

    _connected = Signal()

    def __init__(
        self, bus: Literal["SESSION", "SYSTEM"], rules: Iterable[MatchRule], parent: QObject
    ) -> None:
        """`rules`: what to hear, at least one."""
        super().__init__(parent)
        self._bus = bus
        self._rules = tuple(rules)
        self._connection: DBusConnection | None = None
        self._reader: QSocketNotifier | None = None
        self._answers: dict[int, Callable[[tuple[Any, ...]], None]] = {}
        self._wanted = False
        self._fresh: DBusConnection | None = None  # made in the thread, and not taken yet
        self._lock = threading.Lock()
        self._connected.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    def open(self) -> None:
        """Connect, unless that was begun already."""
        if not self._wanted:
            self._wanted = True
            threading.Thread(target=self._connect, name="enishi-line", daemon=True).start()

    def close(self) -> None:
        """Hear nothing more."""
        self._wanted = False
        self._answers.clear()
        self._drop_fresh()
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def call(
        self, message: Message, answered: Callable[[tuple[Any, ...]], None] | None = None
    ) -> None:
        """Call a method; `answered` gets what it returns."""
        if self._connection is None:
            return
        serial = next(self._connection.outgoing_serial)
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            self.close()
            return
        if answered is not None:
            self._answers[serial] = answered

    def _connect(self) -> None:
        """In a thread: the bus may be slow, or not there."""
        connection: DBusConnection | None = None
        with contextlib.suppress(OSError, RuntimeError, ValueError, KeyError):
            connection = open_dbus_connection(self._bus, enable_fds=True)
        if connection is None:
            return
        with self._lock:
            before, self._fresh = self._fresh, connection
        if before is not None:
            before.close()
        if not self._wanted:  # closed meanwhile
            self._drop_fresh()
            return
        try:
            self._connected.emit()
        except RuntimeError:  # who asked is gone meanwhile
            self._drop_fresh()

    def _drop_fresh(self) -> None:
        fresh = self._take_fresh()
        if fresh is not None:
            fresh.close()

    def _take_fresh(self) -> DBusConnection | None:
        with self._lock:
            fresh, self._fresh = self._fresh, None
        return fresh

    def _begin(self) -> None:
        connection = self._take_fresh()
        if connection is None:
            return
        if not self._wanted or self._connection is not None:
            connection.close()
            return
        connection.sock.settimeout(_SEND_SECONDS)
        self._connection = connection
        self._reader = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        for rule in self._rules[:-1]:
            self.call(message_bus.AddMatch(rule))
        # They are answered in turn.
        self.call(message_bus.AddMatch(self._rules[-1]), lambda _nothing: self.opened.emit())

    def _read(self) -> None:
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError, RuntimeError):
                self.close()  # the bus is gone
                return
            kind, fields = message.header.message_type, message.header.fields
            if kind is MessageType.signal:
                self.heard.emit(message)
            elif kind in {MessageType.method_return, MessageType.error}:
                answered = self._answers.pop(fields.get(HeaderFields.reply_serial, -1), None)
                if answered is not None and kind is MessageType.method_return:
                    answered(message.body)

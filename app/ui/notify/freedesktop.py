"""Notifications by D-Bus (Desktop Notifications 1.2), without ever waiting for the service.

One connection, read through a socket notifier: replies are matched by serial, so that no signal can
be lost while a reply is awaited, and services that answer only the sender are heard as well. Only
the making of the connection blocks; it happens in a thread of its own.
"""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from app.ui import plain
from app.ui.notify.notifier import Notice

LIMIT_MS = 30_000
"""No answer for so long counts as no service (one that is being started may take a while)."""
_SEND_SECONDS = 0.5
_NORMAL = 1
_OWNER_CHANGED = "NameOwnerChanged"
_SERVICE = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)


@dataclass(slots=True)
class _Sent:
    """A notice on its way or on the screen: `id` is the service's number once it took it."""

    notice: Notice
    until: float
    id: int = 0
    serial: int = 0
    unwanted: bool = False


class FreedesktopNotifier(QObject):
    """A `Notifier`. The connection is made at the first notice, and again after it was lost."""

    accepted = Signal(int)
    refused = Signal(int)
    acted = Signal(int, str)
    closed = Signal(int)

    _opened = Signal(object)

    def __init__(self, parent: QObject | None = None, *, limit_ms: int = LIMIT_MS) -> None:
        super().__init__(parent)
        self._limit_ms = limit_ms
        self._number = 0
        self._sent: dict[int, _Sent] = {}
        self._connection: DBusConnection | None = None
        self._reader: QSocketNotifier | None = None
        self._capabilities: frozenset[str] | None = None
        self._asked = 0
        self._opening = False
        self._service = ""
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._overdue)
        self._opened.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    def send(self, notice: Notice) -> int:
        """Show a notice as soon as there is a connection; `accepted` or `refused` will follow."""
        self._number += 1
        number = self._number
        self._sent[number] = _Sent(notice, time.monotonic() + self._limit_ms / 1000)
        if not self._limit.isActive():
            self._limit.start(self._limit_ms)
        if self._connection is None:
            self._open()
        elif self._capabilities is None:
            self._ask()
        else:
            QTimer.singleShot(0, self, lambda: self._notify(number))
        return number

    def withdraw(self, number: int) -> None:
        sent = self._sent.get(number)
        if sent is None:
            return
        sent.unwanted = True
        if sent.id:
            self._sent.pop(number)
            self._call("CloseNotification", "u", (sent.id,))

    def stop(self) -> None:
        self._limit.stop()
        self._sent.clear()
        self._drop()

    # the connection

    def _open(self) -> None:
        if not self._opening:
            self._opening = True
            threading.Thread(target=self._connect, name="enishi-bus", daemon=True).start()

    def _connect(self) -> None:
        """In a thread: the bus may be slow, or not there."""
        connection: DBusConnection | None = None
        with contextlib.suppress(OSError, RuntimeError, ValueError, KeyError):
            connection = open_dbus_connection("SESSION")
        try:
            self._opened.emit(connection)
        except RuntimeError:  # who asked is gone meanwhile
            if connection is not None:
                connection.close()

    def _begin(self, connection: DBusConnection | None) -> None:
        self._opening = False
        if connection is None:
            self._refuse_all()
            return
        connection.sock.settimeout(_SEND_SECONDS)
        self._connection = connection
        self._capabilities = None
        self._reader = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        rule = MatchRule(type="signal", interface=_SERVICE.interface, path=_SERVICE.object_path)
        self._put(message_bus.AddMatch(rule))
        owner = MatchRule(type="signal", sender=message_bus.bus_name, member=_OWNER_CHANGED)
        owner.add_arg_condition(0, _SERVICE.bus_name or "")
        self._put(message_bus.AddMatch(owner))
        self._ask()

    def _ask(self) -> None:
        """Ask what the service can; notices wait for that."""
        if not self._asked:
            self._asked = self._call("GetCapabilities")

    def _drop(self) -> None:
        if self._reader is not None:
            self._reader.setEnabled(False)
            self._reader.deleteLater()
            self._reader = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._capabilities, self._asked = None, 0

    def _lost(self) -> None:
        """The bus is gone: what was shown is closed, what was on its way is refused."""
        self._drop()
        self._close_all()
        self._refuse_all()

    def _close_all(self) -> None:
        for number in [number for number, sent in self._sent.items() if sent.id]:
            self._closed(number)

    def _refuse_all(self) -> None:
        for number in [n for n, sent in self._sent.items() if not sent.id]:
            self._refuse(number)

    def _refuse(self, number: int) -> None:
        sent = self._sent.pop(number, None)
        if sent is not None and not sent.unwanted:
            self.refused.emit(number)

    def _overdue(self) -> None:
        """Refuse what had no answer in time."""
        now = time.monotonic()
        waiting = {n: s for n, s in self._sent.items() if not s.id and not s.unwanted}
        for number, sent in waiting.items():
            if sent.until <= now:
                # Should it be taken after all, it is withdrawn: the person was told another way.
                sent.unwanted = True
                self.refused.emit(number)
        later = [s.until - now for s in waiting.values() if s.until > now]
        if later:
            self._limit.start(min(self._limit_ms, int(min(later) * 1000) + 1))

    # out

    def _put(self, message: Message) -> int:
        """Send without waiting; the serial, or 0 if the bus took nothing."""
        if self._connection is None:
            return 0
        serial: int = next(self._connection.outgoing_serial)
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            QTimer.singleShot(0, self, self._lost)
            return 0
        return serial

    def _call(self, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> int:
        return self._put(new_method_call(_SERVICE, method, signature, body))

    def _notify(self, number: int) -> None:
        sent = self._sent.get(number)
        if sent is None or sent.unwanted:
            self._sent.pop(number, None)
            return
        notice, able = sent.notice, self._capabilities or frozenset()
        safe = plain.markup if "body-markup" in able else plain.harmless
        actions = [part for action in notice.actions for part in action]
        hints: dict[str, tuple[str, object]] = {
            "urgency": ("y", _NORMAL),
            "desktop-entry": ("s", "enishi"),
        }
        if notice.picture is not None:
            hints["image-data"] = ("(iiibiiay)", _image(notice.picture))
        sent.serial = self._call(
            "Notify",
            "susssasa{sv}i",
            (
                "Enishi",
                0,
                "",
                plain.harmless(notice.title),
                safe(notice.words),
                actions if "actions" in able else [],
                hints,
                -1,
            ),
        )

    # in

    def _read(self) -> None:
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError, RuntimeError):
                self._lost()
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        kind = message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            serial = fields.get(HeaderFields.reply_serial, -1)
            self._replied(serial, message, failed=kind == MessageType.error)
        elif kind == MessageType.signal and fields.get(HeaderFields.sender) == self._service:
            self._signalled(fields.get(HeaderFields.member), message.body)
        elif kind == MessageType.signal and fields.get(HeaderFields.member) == _OWNER_CHANGED:
            self._owner_changed(message)

    def _owner_changed(self, message: Message) -> None:
        """Another service, or none: numbers of the last one mean nothing any more."""
        if message.header.fields.get(HeaderFields.sender) == message_bus.bus_name:
            if not self._asked:
                self._capabilities = None
            self._service = ""
            self._close_all()

    def _replied(self, serial: int, message: Message, *, failed: bool) -> None:
        if serial == self._asked:
            self._asked = 0
            if failed:
                self._refuse_all()
                return
            self._capabilities = frozenset(map(str, message.body[0]))
            for number in [n for n, sent in self._sent.items() if not sent.serial]:
                self._notify(number)
            return
        number = next((n for n, sent in self._sent.items() if sent.serial == serial), 0)
        if not number:
            return
        if failed:
            # The next service may be another one.
            self._capabilities = None
            self._refuse(number)
            return
        sent = self._sent[number]
        sent.id = int(message.body[0])
        self._service = message.header.fields.get(HeaderFields.sender, "")
        if sent.unwanted:
            self.withdraw(number)
        else:
            self.accepted.emit(number)

    def _signalled(self, member: str | None, body: tuple[Any, ...]) -> None:
        handlers: dict[str, Callable[..., None]] = {
            "ActionInvoked": self.acted.emit,
            "NotificationClosed": lambda number, _reason: self._closed(number),
        }
        handler = handlers.get(member or "")
        if handler is None or len(body) != 2:
            return
        number = next((n for n, sent in self._sent.items() if sent.id == body[0]), 0)
        if number:
            handler(number, body[1])

    def _closed(self, number: int) -> None:
        self._sent.pop(number, None)
        self.closed.emit(number)


def _image(picture: QImage) -> tuple[int, int, int, bool, int, int, bytes]:
    """A picture as the hint `image-data` wants it."""
    made = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = bytes(made.constBits())
    return made.width(), made.height(), made.bytesPerLine(), True, 8, 4, pixels

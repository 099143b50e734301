"""When the session is left: the screen is locked, the computer sleeps, another user takes over.

Sleep, switches and locks of the session are told by logind, screens also by the desktop's own
service (Linux). A sleep waits until we have locked, for logind gives us a while for that.
"""

import os
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, new_method_call
from jeepney.fds import FileDescriptor
from PySide6.QtCore import QObject, Signal

from app.ui.desktop.bus_line import BusLine

_LOGIND = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", _LOGIND, f"{_LOGIND}.Manager")
_SESSION = f"{_LOGIND}.Session"
_SCREENS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_LOGIND_RULES = (
    MatchRule(
        type="signal", sender=_LOGIND, interface=_MANAGER.interface, member="PrepareForSleep"
    ),
    MatchRule(type="signal", sender=_LOGIND, interface=_SESSION, member="Lock"),
    MatchRule(
        type="signal",
        sender=_LOGIND,
        interface="org.freedesktop.DBus.Properties",
        member="PropertiesChanged",
        path_namespace="/org/freedesktop/login1/session",
    ),
)
_SCREEN_RULES = tuple(
    MatchRule(type="signal", interface=interface, member="ActiveChanged") for interface in _SCREENS
)


class SessionWatch(QObject):
    """Listens between `begin` and `end`. Where nobody tells, nothing is heard."""

    left = Signal()
    """The session was left. Who is told locks before it returns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours = ""
        self._delay: FileDescriptor | None = None
        self._logind = BusLine("SYSTEM", _LOGIND_RULES, self)
        self._logind.opened.connect(self._ask)
        self._logind.heard.connect(self._told)
        self._screen = BusLine("SESSION", _SCREEN_RULES, self)
        self._screen.heard.connect(self._screen_told)

    def begin(self) -> None:
        """Listen."""
        self._logind.open()
        self._screen.open()

    def end(self) -> None:
        """Listen no more, and keep nobody from sleeping."""
        self._let_sleep()
        self._logind.close()
        self._screen.close()

    def _ask(self) -> None:
        """Which session is ours, and for a while before each sleep."""
        named = os.environ.get("XDG_SESSION_ID")
        if named:
            asked = new_method_call(_MANAGER, "GetSession", "s", (named,))
        else:
            asked = new_method_call(_MANAGER, "GetSessionByPID", "u", (os.getpid(),))
        self._logind.call(asked, self._found)
        self._ask_for_a_while()

    def _found(self, body: tuple[Any, ...]) -> None:
        self._ours = str(body[0])

    def _ask_for_a_while(self) -> None:
        wish = ("sleep", "Enishi", "Locks before the computer sleeps", "delay")
        self._logind.call(new_method_call(_MANAGER, "Inhibit", "ssss", wish), self._given)

    def _given(self, body: tuple[Any, ...]) -> None:
        self._let_sleep()
        if isinstance(body[0], FileDescriptor):
            self._delay = body[0]

    def _let_sleep(self) -> None:
        if self._delay is not None:
            self._delay.close()
            self._delay = None

    def _told(self, message: Message) -> None:
        fields, body = message.header.fields, message.body
        member = fields.get(HeaderFields.member)
        if member == "PrepareForSleep":
            if body == (True,):
                self.left.emit()
                self._let_sleep()
            elif self._delay is None:
                self._ask_for_a_while()
        elif fields.get(HeaderFields.path) == self._ours and (
            member == "Lock" or (member == "PropertiesChanged" and _is_left(body))
        ):
            self.left.emit()

    def _screen_told(self, message: Message) -> None:
        if message.body == (True,):
            self.left.emit()


def _is_left(body: tuple[Any, ...]) -> bool:
    """Whether properties of the session say that it is locked, or not the one in front."""
    if len(body) != 3 or body[0] != _SESSION:
        return False
    changed = body[1]
    return bool(changed.get("LockedHint") == ("b", True) or changed.get("Active") == ("b", False))

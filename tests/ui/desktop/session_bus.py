"""logind and a screen saver on a bus of a test's own."""

# D-Bus signatures stand where types usually do.
# mypy: disable-error-code="name-defined,valid-type"

import asyncio
import os
import threading

from dbus_fast import Message, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, method, signal

_LOGIND = "org.freedesktop.login1"
OURS, OTHER = "/org/freedesktop/login1/session/_31", "/org/freedesktop/login1/session/_32"


class _Manager(ServiceInterface):
    def __init__(self) -> None:
        super().__init__(f"{_LOGIND}.Manager")
        self.asked: list[tuple[str, ...]] = []
        self.delays: list[int] = []
        """Our ends of the delays that were given; the other closes when we may sleep."""

    @method()
    def GetSession(self, name: "s") -> "o":  # noqa: F821, N802
        return OURS

    @method()
    def GetSessionByPID(self, pid: "u") -> "o":  # noqa: F821, N802
        return OURS

    @method()
    def Inhibit(self, what: "s", who: "s", why: "s", mode: "s") -> "h":  # noqa: F821, N802
        self.asked.append((what, mode))
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        self.delays.append(ours)
        # What was sent is a copy: ours of it goes once it is on its way.
        asyncio.get_running_loop().call_later(0.2, os.close, theirs)
        return theirs

    @signal()
    def PrepareForSleep(self, begins: bool) -> "b":  # noqa: F821, N802
        return begins


class _Session(ServiceInterface):
    def __init__(self) -> None:
        super().__init__(f"{_LOGIND}.Session")

    @signal()
    def Lock(self) -> None:  # noqa: N802
        return


class _Screen(ServiceInterface):
    def __init__(self, desktop: str) -> None:
        super().__init__(f"org.{desktop}.ScreenSaver")

    @signal()
    def ActiveChanged(self, on: bool) -> "b":  # noqa: F821, N802
        return on


class Desktop:
    """All of them, in a thread of their own."""

    def __init__(self, address: str, desktop: str = "freedesktop") -> None:
        self._address = address
        self.manager, self._screen = _Manager(), _Screen(desktop)
        self._sessions = {path: _Session() for path in (OURS, OTHER)}
        self._path = f"/org/{desktop}/ScreenSaver"
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._ready.wait(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._end = asyncio.Event()
        bus = await MessageBus(bus_address=self._address, negotiate_unix_fd=True).connect()
        self._bus = bus
        bus.export("/org/freedesktop/login1", self.manager)
        for path, session in self._sessions.items():
            bus.export(path, session)
        bus.export(self._path, self._screen)
        await bus.request_name(_LOGIND)
        self._ready.set()
        await self._end.wait()
        bus.disconnect()
        await bus.wait_for_disconnect()

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(10)
        for ours in self.manager.delays:
            os.close(ours)

    # what happens

    def sleep(self, *, begins: bool) -> None:
        self._loop.call_soon_threadsafe(self.manager.PrepareForSleep, begins)

    def lock(self, path: str = OURS) -> None:
        self._loop.call_soon_threadsafe(self._sessions[path].Lock)

    def change(self, name: str, value: bool, path: str = OURS) -> None:
        """A property of a session, as systemd says it."""
        body = [f"{_LOGIND}.Session", {name: Variant("b", value)}, []]
        message = Message.new_signal(
            path, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", body
        )
        self._loop.call_soon_threadsafe(self._bus.send, message)

    def screen(self, *, on: bool) -> None:
        self._loop.call_soon_threadsafe(self._screen.ActiveChanged, on)

    @property
    def delayed(self) -> int:
        """How many delays are held by somebody."""
        return sum(_is_held(ours) for ours in self.manager.delays)


def _is_held(ours: int) -> bool:
    try:
        return os.read(ours, 1) != b""
    except BlockingIOError:
        return True

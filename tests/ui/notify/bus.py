"""A message bus of a test's own, and a notification service on it that does as it is told."""

# D-Bus signatures stand where types usually do.
# mypy: disable-error-code="name-defined,valid-type"

import asyncio
import contextlib
import shutil
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from dbus_fast import DBusError
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, method, signal

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


class Bus:
    """A bus daemon that starts no service by itself."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("dbus-daemon")
        if program is None:
            pytest.fail("dbus-daemon is missing: install dbus")
        config = folder / "bus.conf"
        config.write_text(_CONFIG.format(path=folder / "bus"))
        self._process = subprocess.Popen(
            [program, f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(5)
        assert self._process.stdout is not None
        self._process.stdout.close()


@dataclass
class Shown:
    """What the service was given."""

    id: int
    title: str
    words: str
    actions: list[str]
    hints: dict[str, Any]


class Service(ServiceInterface):
    """org.freedesktop.Notifications, in a thread of its own."""

    def __init__(self, address: str, *capabilities: str) -> None:
        super().__init__("org.freedesktop.Notifications")
        self._address = address
        self._capabilities = list(capabilities)
        self.asked = 0
        self.shown: list[Shown] = []
        self.closed: list[int] = []
        self.fails = False
        self.delay = 0.0
        self._slow: set[asyncio.Future[None]] = set()
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
        bus = await MessageBus(bus_address=self._address).connect()
        bus.export("/org/freedesktop/Notifications", self)
        await bus.request_name("org.freedesktop.Notifications")
        self._ready.set()
        await self._end.wait()
        await asyncio.gather(*self._slow)
        await asyncio.sleep(0)  # they answer before the bus is left
        bus.disconnect()
        await bus.wait_for_disconnect()

    async def _wait(self) -> None:
        """Be slow, but not when there is an end."""
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._end.wait(), self.delay)

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(10)

    def click(self, number: int, key: str) -> None:
        """The person presses a button, and the notification goes, as desktops do it."""

        def both() -> None:
            self.invoke(number, key)
            self.gone(number, 2)

        self._loop.call_soon_threadsafe(both)

    def dismiss(self, number: int) -> None:
        """The person waves it away."""
        self._loop.call_soon_threadsafe(lambda: self.gone(number, 2))

    def invoke(self, number: int, key: str) -> None:
        self.ActionInvoked(number, key)

    def gone(self, number: int, reason: int) -> None:
        self.NotificationClosed(number, reason)

    @method()
    def GetCapabilities(self) -> "as":  # noqa: F722, N802
        return self._capabilities

    @method()
    async def Notify(  # noqa: N802
        self,
        app: "s",  # noqa: F821
        replaces: "u",  # noqa: F821
        icon: "s",  # noqa: F821
        title: "s",  # noqa: F821
        words: "s",  # noqa: F821
        actions: "as",  # noqa: F722
        hints: "a{sv}",  # noqa: F722
        expires: "i",  # noqa: F821
    ) -> "u":  # noqa: F821
        self.asked += 1
        if self.delay:
            waiting = asyncio.ensure_future(self._wait())
            self._slow.add(waiting)
            await waiting
        if self.fails:
            raise DBusError("org.example.Failed", "on purpose")
        number = len(self.shown) + 1
        plain = {name: value.value for name, value in hints.items()}
        self.shown.append(Shown(number, title, words, actions, plain))
        return number

    @method()
    def CloseNotification(self, number: "u") -> None:  # noqa: F821, N802
        self.closed.append(number)
        self.gone(number, 3)

    @signal()
    def ActionInvoked(self, number: int, key: str) -> "us":  # noqa: F821, N802
        return [number, key]

    @signal()
    def NotificationClosed(self, number: int, reason: int) -> "uu":  # noqa: F821, N802
        return [number, reason]

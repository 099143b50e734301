"""Panels of the newer kind: a StatusNotifierWatcher that shows icons, opens menus and clicks."""

# D-Bus signatures stand where types usually do.
# mypy: disable-error-code="name-defined,valid-type"

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from dbus_fast import Message, MessageType, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method

from tests.desk.waiting import until

NAME = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
ANSWER_WITHIN = 10.0
_REST = 0.4
"""Seconds without a change after which a menu rests."""
T = TypeVar("T")


class _Watcher(ServiceInterface):
    def __init__(self) -> None:
        super().__init__(NAME)
        self.items: list[str] = []

    @method()
    def RegisterStatusNotifierItem(self, service: "s") -> None:  # noqa: F821, N802
        self.items.append(service)

    @method()
    def RegisterStatusNotifierHost(self, service: "s") -> None:  # noqa: F821, N802
        pass

    @dbus_property(access=PropertyAccess.READ)
    def RegisteredStatusNotifierItems(self) -> "as":  # noqa: F722, N802
        return self.items

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # noqa: F821, N802
        return True

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> "i":  # noqa: F821, N802
        return 0


class Panel:
    """In a thread of its own on a bus; it acts on the newest icon that registered."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._watcher = _Watcher()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._ready.wait(ANSWER_WITHIN), "no panel"

    @property
    def icons(self) -> int:
        """How many icons registered, those that are gone among them."""
        return len(self._watcher.items)

    def wait_for_icon(self, seconds: float = 15) -> None:
        """Until an icon is there."""
        until(lambda: self.icons, "an icon in the panel", seconds)

    def click(self, button: int = 1) -> None:
        """A click on the icon: 1 or, in the middle, 2."""
        how = {1: "Activate", 2: "SecondaryActivate"}[button]
        self._wait(self._call("/StatusNotifierItem", ITEM, how, "ii", [10, 10]))

    def menu(self) -> dict[str, int]:
        """The entries by their words (those that can be chosen), and the numbers they have."""
        return {words: number for number, words in self._wait(self._layout())}

    def _resting(self) -> dict[str, int] | None:
        before = self.menu()
        time.sleep(_REST)
        return before if before and before == self.menu() else None

    def choose(self, words: str) -> None:
        """Choose the entry that begins with these words, of a menu that is not being made anew."""
        entries = until(self._resting, "the menu rests")
        number = next((n for said, n in entries.items() if said.startswith(words)), None)
        assert number is not None, f"{words} is not in {list(entries)}"
        self._wait(self._clicked(number))

    def stop(self) -> None:
        """The panel ends, as one that crashed."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join(ANSWER_WITHIN)

    # inside

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._end = asyncio.Event()
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._bus.export("/StatusNotifierWatcher", self._watcher)
        await self._bus.request_name(NAME)
        self._ready.set()
        await self._end.wait()
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()

    def _wait(self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(ANSWER_WITHIN)

    async def _call(
        self, path: str, interface: str, member: str, signature: str, body: list[Any]
    ) -> list[Any]:
        message = Message(
            destination=self._watcher.items[-1],
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=body,
        )
        answer = await self._bus.call(message)
        assert answer is not None
        assert answer.message_type is MessageType.METHOD_RETURN, answer.body
        return answer.body

    async def _menu_path(self) -> str:
        asked = [ITEM, "Menu"]
        properties = "org.freedesktop.DBus.Properties"
        answer = await self._call("/StatusNotifierItem", properties, "Get", "ss", asked)
        return str(answer[0].value)

    async def _layout(self) -> list[tuple[int, str]]:
        path = await self._menu_path()
        await self._call(path, MENU, "AboutToShow", "i", [0])
        wanted = [0, -1, ["label", "enabled"]]
        answer = await self._call(path, MENU, "GetLayout", "iias", wanted)
        entries = []
        for child in answer[1][2]:
            number, properties, _below = child.value
            enabled = properties.get("enabled", Variant("b", True)).value
            if enabled and "label" in properties:
                entries.append((number, str(properties["label"].value).replace("_", "")))
        return entries

    async def _clicked(self, number: int) -> None:
        path = await self._menu_path()
        body = [number, "clicked", Variant("s", ""), 0]
        await self._call(path, MENU, "Event", "isvu", body)


@contextmanager
def panel(address: str) -> Iterator[Panel]:
    """A panel that is there for a while."""
    made = Panel(address)
    try:
        yield made
    finally:
        made.stop()

"""A StatusNotifierItem panel: takes the first icon, reads its menu, and clicks on it once."""

# D-Bus signatures stand where types usually do.
# mypy: disable-error-code="name-defined,valid-type"

import asyncio
import sys
from pathlib import Path

from dbus_fast import Message, MessageType, PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method

ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


class Watcher(ServiceInterface):
    """org.kde.StatusNotifierWatcher."""

    def __init__(self) -> None:
        super().__init__("org.kde.StatusNotifierWatcher")
        self.items: asyncio.Queue[str] = asyncio.Queue()

    @method()
    def RegisterStatusNotifierItem(self, service: "s") -> None:  # noqa: F821, N802
        self.items.put_nowait(service)

    @method()
    def RegisterStatusNotifierHost(self, service: "s") -> None:  # noqa: F821, N802
        pass

    @dbus_property(access=PropertyAccess.READ)
    def RegisteredStatusNotifierItems(self) -> "as":  # noqa: F722, N802
        return []

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # noqa: F821, N802
        return True

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> "i":  # noqa: F821, N802
        return 0


async def main(asked: Path) -> None:
    bus = await MessageBus().connect()
    watcher = Watcher()
    bus.export("/StatusNotifierWatcher", watcher)
    await bus.request_name("org.kde.StatusNotifierWatcher")
    item = await watcher.items.get()

    async def call(path: str, interface: str, member: str, signature: str, body: list) -> Message:
        answer = await bus.call(
            Message(
                destination=item,
                path=path,
                interface=interface,
                member=member,
                signature=signature,
                body=body,
            )
        )
        assert answer is not None
        assert answer.message_type is MessageType.METHOD_RETURN, answer.body
        return answer

    menu = await call(
        "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", [ITEM, "Menu"]
    )
    layout = await call(menu.body[0].value, MENU, "GetLayout", "iias", [0, -1, ["label"]])
    asked.write_text(repr(layout.body), "utf-8")
    await call("/StatusNotifierItem", ITEM, "Activate", "ii", [10, 10])
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))

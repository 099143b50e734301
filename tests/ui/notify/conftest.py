"""A bus and a notification service of the test's own."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.notify.bus import Bus, Service


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """The session bus of this test."""
    with tempfile.TemporaryDirectory(prefix="en-bus-") as folder:
        made = Bus(Path(folder))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        yield made
        made.stop()


@pytest.fixture
def serve(bus: Bus) -> Iterator[Callable[..., Service]]:
    """Start a service with these capabilities."""
    made: list[Service] = []

    def start(*capabilities: str) -> Service:
        made.append(Service(bus.address, *capabilities))
        return made[-1]

    yield start
    for service in made:
        service.stop()

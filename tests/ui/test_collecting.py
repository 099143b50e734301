"""Garbage is collected on the thread of the screen alone: anywhere else Qt and Python deadlock."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.ui import collecting
from app.ui.collecting import EVERY_MS, Collector, let_go
from app.ui.steady import steady


class Knot(QObject):
    """What Qt made and only a collection finds, for it holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.own = self.parts = [self]
        self.destroyed.connect(QCoreApplication.processEvents)


def made(died_on: list[str]) -> None:
    weakref.finalize(Knot(), lambda: died_on.append(threading.current_thread().name))


def busy_lane() -> list[list[int]]:
    """Work on another thread that makes enough, and keeps it, for collections of every age."""
    kept: list[list[int]] = []
    thread = threading.Thread(target=lambda: kept.extend([n] for n in range(500_000)), name="lane")
    thread.start()
    thread.join()
    return kept


@pytest.fixture
def automatic() -> Iterator[None]:
    """Python as it is without us."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def collector(
    automatic: None, qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Collector]:
    monkeypatch.setattr(collecting, "_all_due", 0)  # another test may have closed a store
    found = Collector()
    yield found
    found.deleteLater()
    QCoreApplication.sendPostedEvents(found, QEvent.Type.DeferredDelete.value)


def test_a_lane_collects_nothing_and_the_screen_does(collector, qtbot):
    died_on: list[str] = []
    made(died_on)
    kept = busy_lane()
    assert died_on == []
    assert kept
    qtbot.waitUntil(lambda: bool(died_on), timeout=10 * EVERY_MS)
    assert died_on == ["MainThread"]


def test_nothing_is_collected_while_many_records_come_in(collector):
    died_on: list[str] = []
    made(died_on)
    with steady():
        busy_lane()
        collector.look()
        assert died_on == []
    gc.unfreeze()
    gc.collect()
    assert died_on == ["MainThread"]


def test_what_was_put_out_of_sight_is_collected_when_a_store_was_closed(collector):
    died_on: list[str] = []
    made(died_on)
    gc.freeze()
    for _ in range(3):
        collector.look()
    assert died_on == []  # the twin: out of sight for good
    let_go()
    with steady():
        collector.look()
        assert died_on == []
    collector.look()
    assert died_on == ["MainThread"]
    made(died_on)  # as a widget that Qt lets go of afterwards
    gc.freeze()
    collector.look()
    assert died_on == ["MainThread"] * 2
    gc.unfreeze()


@pytest.mark.usefixtures("automatic", "qapp")
def test_without_it_a_lane_would_collect():
    """Sabotage twin: so the test above sees what it looks for."""
    died_on: list[str] = []
    made(died_on)
    busy_lane()
    assert died_on == ["lane"]

"""Locking by itself: by two clocks, before anything is painted, at whatever tells of it."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.idle import Moment
from app.ui.desktop.auto_lock import LOOK_MS, AutoLock
from app.usecases.locking import NEVER, Locking

HOURS = 3600.0


class Clocks:
    """Both clocks of a computer."""

    def __init__(self) -> None:
        self.wall, self.boot = 1_790_000_000.0, 5_000.0

    def __call__(self) -> Moment:
        return Moment(self.wall, self.boot)

    def pass_(self, seconds: float, *, set_by: float = 0.0) -> None:
        self.wall += seconds + set_by
        self.boot += seconds


class Watched(QWindow):
    """A window that notes in which order it was locked, got an event, and was exposed."""

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Expose):
            self.order.append("painted")
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.order.append("used")
        return super().event(event)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched()
    made.resize(100, 100)
    made.show()
    made.requestActivate()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is made)
    yield made
    made.destroy()
    made.deleteLater()


@pytest.fixture
def lock(qapp: QApplication, window: Watched, clocks: Clocks) -> Iterator[AutoLock]:
    made = AutoLock(qapp, clocks)
    made.lock_wanted.connect(lambda: window.order.append("locked"))
    yield made
    made.end()
    made.setParent(None)
    made.deleteLater()


def wake(window: Watched) -> None:
    """What a window gets first when the computer wakes up, and is painted by."""
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def test_after_a_sleep_it_is_locked_before_it_is_painted(
    lock: AutoLock, window: Watched, clocks: Clocks
) -> None:
    """R26: 100 sleeps of a minute to eight hours, on clocks that are set meanwhile as well."""
    sleeps = random.Random(26)
    for _ in range(100):
        minutes = sleeps.choice([5, 15, 60])
        lock.begin(Locking(minutes))
        asleep = sleeps.uniform(60, 8 * HOURS)
        clocks.pass_(asleep, set_by=sleeps.choice([0, 0, -9 * HOURS, -30.0]))
        window.order.clear()
        wake(window)
        assert window.order == (["locked", "painted"] if asleep >= minutes * 60 else ["painted"])
        lock.end()


def test_a_boot_clock_that_stands_still_in_sleep_is_no_way_round(
    lock: AutoLock, window: Watched, clocks: Clocks
) -> None:
    lock.begin(Locking(5))
    clocks.wall += 8 * HOURS
    window.order.clear()
    wake(window)
    assert window.order == ["locked", "painted"]


@pytest.mark.parametrize("clock", ["wall", "boot"])
def test_by_one_clock_alone_a_night_would_be_missed(
    qapp: QApplication, window: Watched, clocks: Clocks, clock: str
) -> None:
    """The sabotage twin: each clock has a night that only the other knows of."""

    def one() -> Moment:
        value = getattr(clocks, clock)
        return Moment(value, value)

    lock = AutoLock(qapp, one)
    lock.lock_wanted.connect(lambda: window.order.append("locked"))
    lock.begin(Locking(5))
    if clock == "wall":
        clocks.pass_(8 * HOURS, set_by=-9 * HOURS)
    else:
        clocks.wall += 8 * HOURS
    window.order.clear()
    wake(window)
    lock.end()
    lock.setParent(None)
    assert window.order == ["painted"]


def test_use_puts_it_off_and_what_would_wake_it_is_not_heard(
    lock: AutoLock, window: Watched, clocks: Clocks
) -> None:
    lock.begin(Locking(5))
    window.order.clear()
    for _ in range(10):
        clocks.pass_(290)
        QTest.keyClick(window, Qt.Key.Key_A)
    assert window.order == ["used"] * 10
    clocks.pass_(300)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert window.order[10:] == ["locked"]


def test_nobody_does_anything(
    qtbot: QtBot, lock: AutoLock, window: Watched, clocks: Clocks
) -> None:
    lock.begin(Locking(5))
    assert 0 < lock._timer.interval() <= LOOK_MS
    clocks.pass_(299.95)
    lock.look()
    with qtbot.waitSignal(lock.lock_wanted):
        clocks.pass_(0.05)


def test_another_program_in_front_is_a_look_too(
    qapp: QApplication, lock: AutoLock, window: Watched, clocks: Clocks
) -> None:
    lock.begin(Locking(5))
    clocks.pass_(301)
    window.order.clear()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert window.order == ["locked"]


def test_never_is_never_and_locked_is_not_locked_again(
    lock: AutoLock, window: Watched, clocks: Clocks
) -> None:
    lock.begin(Locking(NEVER))
    clocks.pass_(8 * HOURS)
    window.order.clear()
    wake(window)
    assert window.order == ["painted"]
    lock.begin(Locking(5))
    clocks.pass_(8 * HOURS)
    wake(window)
    wake(window)
    assert window.order.count("locked") == 1
    assert not lock._timer.isActive()


def test_chosen_anew_the_time_begins_anew(lock: AutoLock, window: Watched, clocks: Clocks) -> None:
    lock.begin(Locking(60))
    clocks.pass_(20 * 60)
    lock.begin(Locking(15))
    assert not lock.look()
    clocks.pass_(15 * 60)
    assert lock.look()

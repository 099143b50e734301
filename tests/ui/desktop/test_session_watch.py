"""When the session is left: told by logind and screen savers, on a bus of the test's own."""

import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("Linux has these services", allow_module_level=True)

from app.ui.desktop import bus_line, session_watch
from app.ui.desktop.session_watch import SessionWatch
from tests.ui.desktop.session_bus import OTHER, Desktop
from tests.ui.notify.bus import Bus


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """The system bus and the session bus in one."""
    with tempfile.TemporaryDirectory(prefix="en-bus-") as folder:
        made = Bus(Path(folder))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", made.address)
        yield made
        made.stop()


@pytest.fixture
def desktop(bus: Bus) -> Iterator[Desktop]:
    made = Desktop(bus.address)
    yield made
    made.stop()


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[SessionWatch]:
    keeper = QObject()
    made = SessionWatch(keeper)
    yield made
    made.end()
    keeper.deleteLater()


@pytest.fixture
def listening(qtbot: QtBot, desktop: Desktop, watch: SessionWatch) -> SessionWatch:
    with qtbot.waitSignal(watch._screen.opened):
        watch.begin()
    qtbot.waitUntil(lambda: desktop.delayed == 1 and watch._ours != "")
    return watch


HAPPENS: dict[str, Callable[[Desktop], None]] = {
    "sleep": lambda d: d.sleep(begins=True),
    "loginctl lock-session": lambda d: d.lock(),
    "locked": lambda d: d.change("LockedHint", True),
    "another user": lambda d: d.change("Active", False),
    "screen saver": lambda d: d.screen(on=True),
}
NOTHING: dict[str, Callable[[Desktop], None]] = {
    "woken": lambda d: d.sleep(begins=False),
    "another's session": lambda d: d.lock(OTHER),
    "another's screen": lambda d: d.change("LockedHint", True, OTHER),
    "unlocked": lambda d: d.change("LockedHint", False),
    "back in front": lambda d: d.change("Active", True),
    "something else": lambda d: d.change("IdleHint", True),
    "screen on": lambda d: d.screen(on=False),
}


@pytest.mark.parametrize("what", HAPPENS)
def test_it_is_told(qtbot: QtBot, desktop: Desktop, listening: SessionWatch, what: str) -> None:
    for _ in range(20):  # 100 of R26 in all
        with qtbot.waitSignal(listening.left):
            HAPPENS[what](desktop)


@pytest.mark.parametrize("what", NOTHING)
def test_nothing_else_is_told(
    qtbot: QtBot, desktop: Desktop, listening: SessionWatch, what: str
) -> None:
    heard: list[bool] = []
    listening.left.connect(lambda: heard.append(True))
    NOTHING[what](desktop)
    desktop.lock()  # comes behind it
    qtbot.waitUntil(lambda: bool(heard))
    desktop.screen(on=True)
    qtbot.waitUntil(lambda: len(heard) > 1)
    assert len(heard) == 2


@pytest.mark.parametrize("name", session_watch._SCREENS)
def test_every_desktop_s_own_screen(qtbot: QtBot, bus: Bus, watch: SessionWatch, name: str) -> None:
    desktop = Desktop(bus.address, name.split(".")[1])
    try:
        with qtbot.waitSignal(watch._screen.opened):
            watch.begin()
        with qtbot.waitSignal(watch.left):
            desktop.screen(on=True)
    finally:
        desktop.stop()


def test_a_sleep_waits_until_it_is_locked_and_the_next_one_as_well(
    qtbot: QtBot, desktop: Desktop, listening: SessionWatch
) -> None:
    held: list[int] = []
    listening.left.connect(lambda: held.append(desktop.delayed))
    for number in (1, 2):
        desktop.sleep(begins=True)
        qtbot.waitUntil(lambda: desktop.delayed == 0)
        assert held == [1] * number
        desktop.sleep(begins=False)
        qtbot.waitUntil(lambda: desktop.delayed == 1)
    assert desktop.manager.asked[-1] == ("sleep", "delay")
    listening.end()
    qtbot.waitUntil(lambda: desktop.delayed == 0)


def test_without_its_delay_it_would_sleep_first(
    qtbot: QtBot, desktop: Desktop, watch: SessionWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage twin."""
    monkeypatch.setattr(SessionWatch, "_ask_for_a_while", lambda _self: None)
    watch.begin()
    qtbot.waitUntil(lambda: watch._ours != "")
    held: list[int] = []
    watch.left.connect(lambda: held.append(desktop.delayed))
    desktop.sleep(begins=True)
    qtbot.waitUntil(lambda: held == [0])


def test_the_session_is_named_by_the_environment_where_it_is(
    qtbot: QtBot, desktop: Desktop, watch: SessionWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "1")
    watch.begin()
    qtbot.waitUntil(lambda: watch._ours != "")
    with qtbot.waitSignal(watch.left):
        desktop.lock()


@pytest.mark.parametrize("time", range(20))
def test_nobody_tells(
    qtbot: QtBot, watch: SessionWatch, monkeypatch: pytest.MonkeyPatch, time: int
) -> None:
    """No bus, or one that goes away: nothing is heard, nothing breaks."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path=/nonexistent/{time}")
    watch.begin()
    if time % 2:
        watch.end()
        watch.begin()
    qtbot.waitUntil(lambda: not [t for t in _threads() if t == "enishi-line"])
    watch.end()


def _threads() -> list[str]:

    return [thread.name for thread in threading.enumerate()]


def test_a_bus_that_goes_away(qtbot: QtBot, bus: Bus, watch: SessionWatch) -> None:
    watch.begin()
    qtbot.waitUntil(lambda: watch._logind._connection is not None)
    bus.stop()
    qtbot.waitUntil(lambda: watch._logind._connection is None)
    watch.end()


def test_a_bus_that_answers_too_late_is_let_go(bus: Bus, qtbot: QtBot) -> None:
    """In its thread, when the program has ended meanwhile."""
    keeper = QObject()
    line = SessionWatch(keeper)._screen
    line._wanted = True
    made: list[DBusConnection] = []
    closed: list[DBusConnection] = []

    def connect(*_to: object, **_how: object) -> DBusConnection:
        shiboken6.delete(line)
        made.append(open_dbus_connection("SESSION"))
        return made[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bus_line, "open_dbus_connection", connect)
        patch.setattr(DBusConnection, "close", lambda gone: closed.append(gone))
        line._connect()
    assert closed == made != []
    made[0].close()


def test_a_connection_that_is_made_after_the_end_is_closed(bus: Bus, qtbot: QtBot) -> None:
    line = SessionWatch(QObject())._screen
    line.close()
    line._connect()
    assert line._fresh is None
    qtbot.wait(1)
    assert line._connection is None


@pytest.mark.parametrize("gone", [True, False])
def test_a_connection_that_nobody_took_yet_is_closed_with_the_line(
    bus: Bus, qtbot: QtBot, gone: bool
) -> None:
    """It was made, and the line is closed before it is told of; then all of it may be gone."""
    keeper = QObject()
    line = SessionWatch(keeper)._screen
    line._wanted = True
    made = threading.Thread(target=line._connect)
    made.start()
    made.join()
    (connection,) = [c for c in [line._fresh] if c is not None]

    line.close()

    assert connection.sock.fileno() == -1
    if gone:
        shiboken6.delete(keeper)
    qtbot.wait(1)
    assert line._connection is None

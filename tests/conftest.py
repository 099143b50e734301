"""Every test runs in a home of its own, touches no keyring of the user, leaves nothing alive."""

from __future__ import annotations

import compileall
import contextlib
import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis
import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

HOME_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}
REFUSING_KEYRING = "keyring.backends.fail.Keyring"
GRACE = 2.0  # seconds in which what a test has ended may come to its end

# Two cores shared with a desktop: how long an example takes says nothing.
hypothesis.settings.register_profile("enishi", deadline=None, print_blob=True)
hypothesis.settings.load_profile("enishi")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")


def pytest_configure(config: pytest.Config) -> None:
    # Before Qt, keyring or anything else has looked; a test changes what it needs.
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in [n for n in os.environ if n.startswith(("QT_SCALE", "QT_FONT", "QT_STYLE", "LC_"))]:
        del os.environ[name]
    os.environ.pop("LANGUAGE", None)
    os.environ["LANG"] = "C.UTF-8"
    os.environ["PYTHON_KEYRING_BACKEND"] = REFUSING_KEYRING
    gc.disable()  # see `collect_here`
    if not hasattr(config, "workerinput"):
        # Else each of the hundreds of processes that tests start would compile what it imports.
        compileall.compile_dir(Path(__file__).resolve().parents[1] / "app", quiet=2)


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end: neither a collection nor the look for
    what a test left behind need go through all of it each time.
    """
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Name what failed once more, last of all: who sees only the end of a log needs no more."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    stats = {} if reporter is None or hasattr(config, "workerinput") else reporter.stats
    for report in (*stats.get("failed", ()), *stats.get("error", ())):
        reporter.write_line(f"failed: {report.nodeid}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("journey"):
            # A journey owns a desktop: one after the other, and with the time that a person takes.
            item.add_marker(pytest.mark.xdist_group("desktop"))
            if not item.get_closest_marker("timeout"):
                item.add_marker(pytest.mark.timeout(300))


# ------------------------------------------------------------------------------- a home of its own


@pytest.fixture(autouse=True)
def isolated_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A fresh home, without the user's session bus."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name, below in HOME_FOLDERS.items():
        folder = home / below
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    runtime = Path(tempfile.mkdtemp(prefix="en-"))  # short: a socket's address holds 107 bytes
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={runtime / 'no-bus'}")
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:  # Qt keeps the settings folder that it saw first
        for kind in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
            core.QSettings.setPath(kind, core.QSettings.Scope.UserScope, str(home / ".config"))
    yield home
    shutil.rmtree(runtime, ignore_errors=True)


# --------------------------------------------------------------------------------------- no keyring


class MemoryKeyring(KeyringBackend):
    """A keyring that is gone with the test."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.passwords.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture(autouse=True)
def memory_keyring(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, isolated_home: Path
) -> MemoryKeyring | None:
    """The keyring of this process; a process that a test starts finds none at all."""
    if request.node.get_closest_marker("real_keyring"):
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
        keyring.core.init_backend()
        return None
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


# -------------------------------------------------------------------------- no unexpected log line


@dataclass
class ExpectedLog:
    """`expected_log("part of the line")`: such a record of WARNING or above must come, and may."""

    parts: list[str] = field(default_factory=list)

    def __call__(self, part: str) -> None:
        self.parts.append(part)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[ExpectedLog]:
    """Fails a test in which something is logged as a warning or worse, unless it said so."""
    expected, collector = ExpectedLog(), _Collector()
    logging.getLogger().addHandler(collector)
    yield expected
    logging.getLogger().removeHandler(collector)
    stray = [line for line in collector.lines if not any(p in line for p in expected.parts)]
    missing = [p for p in expected.parts if not any(p in line for line in collector.lines)]
    if stray:
        pytest.fail("logged without being expected:\n" + "\n".join(stray), pytrace=False)
    if missing:
        pytest.fail("expected in the log, but absent: " + ", ".join(missing), pytrace=False)


# ------------------------------------------------------------------------------ nothing left alive


def left_threads(before: set[threading.Thread]) -> list[str]:
    """Non-daemon threads started since, still alive."""
    return [f"thread {t.name}" for t in threading.enumerate() if t not in before and not t.daemon]


def left_qt() -> list[str]:
    """Top-level widgets, running Qt threads and active timers."""
    core, widgets = (sys.modules.get(f"PySide6.{name}") for name in ("QtCore", "QtWidgets"))
    application = core.QCoreApplication.instance() if core else None
    if core is None or application is None:
        return []
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    left = [_describe(w) for w in widgets.QApplication.topLevelWidgets()] if widgets else []
    valid = sys.modules["shiboken6"].isValid
    things = gc.get_objects()
    # Of half a million objects few are of Qt: first the kinds, then only what is of such a kind.
    kinds = {k for k in set(map(type, things)) if issubclass(k, (core.QThread, core.QTimer))}
    for thing in [t for t in things if type(t) in kinds] if kinds else ():
        if not valid(thing):
            continue
        if isinstance(thing, core.QThread):
            if thing.isRunning() and thing is not application.thread():
                left.append(_describe(thing))
        elif thing.isActive():
            of = thing.parent()
            whose = of.metaObject().className() if of is not None else "nobody"
            left.append(f"{_describe(thing)} of {whose}, {thing.interval()} ms")
    return [name for name in left if name]


def _describe(thing: Any) -> str:
    # The tip and the drag picture belong to Qt, which keeps them for the next time.
    name = thing.metaObject().className()
    hidden = name in {"QTipLabel", "QShapedPixmapWindow"} and not thing.isVisible()
    return "" if hidden else f"{name} {thing.objectName()}".strip()


def settle(look: Callable[[], list[str]]) -> list[str]:
    """What is still there after a collection and a short wait."""
    left = look()
    if left:
        gc.collect()
        until = time.monotonic() + GRACE
        while (left := look()) and time.monotonic() < until:
            time.sleep(0.01)
            core = sys.modules.get("PySide6.QtCore")
            if core is not None and core.QCoreApplication.instance() is not None:
                core.QCoreApplication.processEvents()
    return left


def collect_here() -> None:
    """Python's own collections are off: on the thread of a lane they would destroy widgets that an
    earlier test left in a cycle, while the screen waits for a lock of theirs.
    """
    made = gc.get_count()
    if made[0] > gc.get_threshold()[0]:
        gc.collect(2 if made[2] > gc.get_threshold()[2] else 1)


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest, isolated_home: Path) -> Iterator[None]:
    """Fails a test that leaves a window, a Qt thread, a timer or a thread behind."""
    before = set(threading.enumerate())
    uses_qt = bool({"qtbot", "qapp", "qtmodeltester"} & set(request.fixturenames))
    already = Counter(left_qt() if uses_qt else ())
    yield
    left = settle(lambda: left_threads(before))
    if uses_qt:
        left += settle(lambda: list((Counter(left_qt()) - already).elements()))
    collect_here()
    if left:
        with contextlib.suppress(Exception):  # so that only the culprit fails
            _close_windows()
        pytest.fail("left behind: " + ", ".join(sorted(left)), pytrace=False)


def _close_windows() -> None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    for window in widgets.QApplication.topLevelWidgets() if widgets else ():
        window.close()
        window.deleteLater()

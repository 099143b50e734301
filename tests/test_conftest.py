"""The guards around every test are themselves seen to bite."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TESTS = """
import logging
import os
import threading
import time
import warnings

import keyring
import pytest
from PySide6.QtCore import QSettings, QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

KEPT = []


def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer.singleShot(0, window.update)


def test_good_log(expected_log):
    expected_log("the disk is nearly full")
    logging.getLogger("app").warning("the disk is nearly full")


@pytest.mark.parametrize("_round", [1, 2])
def test_good_settings_begin_empty(qapp, isolated_home, _round):
    settings = QSettings("Enishi", "test")
    assert settings.value("seen") is None
    settings.setValue("seen", "1")
    settings.sync()
    assert str(isolated_home) in settings.fileName()
    assert os.environ["HOME"] == str(isolated_home)


@pytest.mark.parametrize("_round", [1, 2])
def test_good_keyring_begins_empty(_round):
    assert keyring.get_password("enishi", "key") is None
    keyring.set_password("enishi", "key", "secret")


def test_bad_window(qtbot):
    KEPT.append(QWidget())


def test_bad_timer(qapp):
    timer = QTimer(qapp)
    timer.start(60_000)


def test_bad_qt_thread(qapp):
    thread = QThread(qapp)
    thread.start()


def test_bad_thread():
    threading.Thread(target=time.sleep, args=(1,)).start()


def test_bad_log():
    logging.getLogger("app").error("something")


def test_bad_silence(expected_log):
    expected_log("never said")


def test_bad_warning():
    warnings.warn("old")


def test_bad_qt_warning(qapp):
    qWarning("QObject::connect: no such signal")
"""


def run(folder: Path, tests: str) -> str:
    """An inner test run under this project's settings, with a short grace."""
    inside = folder / "tests"
    inside.mkdir()
    guards = (ROOT / "tests" / "conftest.py").read_text("utf-8")
    (inside / "conftest.py").write_text(re.sub(r"GRACE = [\d.]+", "GRACE = 0.1", guards), "utf-8")
    (inside / "test_inner.py").write_text(tests, "utf-8")
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=50
    ).stdout


@pytest.mark.slow
def test_the_guards_report_each_culprit_and_nobody_else(tmp_path: Path) -> None:
    said = run(tmp_path, TESTS)
    every = set(re.findall(r"^def (test_\w+)", TESTS, re.M))
    reported = set(re.findall(r"^(?:FAILED|ERROR) \S+::(test_\w+)", said, re.M))
    assert reported == {name for name in every if name.startswith("test_bad")}, said
    last = said.rstrip().splitlines()[-len(reported) :]
    assert all(line.startswith("failed: ") for line in last), said
    assert {line.rpartition("::")[2] for line in last} == reported


def test_an_unknown_marker_is_an_error(tmp_path: Path) -> None:
    said = run(tmp_path, "import pytest\n\n\n@pytest.mark.jurney\ndef test_it(): ...\n")
    assert "'jurney' not found in `markers`" in said


@pytest.mark.real_keyring
def test_a_real_keyring_is_looked_for_when_asked(memory_keyring: object) -> None:
    assert memory_keyring is None
    assert "PYTHON_KEYRING_BACKEND" not in os.environ

"""A crash report says where, and never what."""

import sys
import threading

import pytest
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui import crash
from app.ui.crash_box import CrashBox
from app.ui.look.theme import Theme
from app.ui.widgets.dialog import Dialog


def _fail(secret: str) -> None:
    raise ValueError(f"bad name {secret}")


def test_a_report_names_the_place_and_holds_no_value() -> None:
    with pytest.raises(ValueError, match="bad name") as caught:
        _fail("早坂 美緒")
    text = crash.report(caught.type, caught.tb)
    assert "ValueError" in text
    assert "in _fail" in text
    assert "早坂" not in text


def keep_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is installed goes with the test."""
    for owner, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(owner, name, getattr(owner, name))


class Falls:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        _fail("early secret")


def test_what_fails_on_a_thread_or_at_an_end_holds_no_value_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_hooks(monkeypatch)
    told: list[str] = []
    crash.install(told.append)
    for kind in (ValueError, SystemExit):
        thread = threading.Thread(target=lambda kind=kind: raising(kind), name="a secret name")
        thread.start()
        thread.join()
    Falls()
    written = capsys.readouterr().err
    assert "in raising" in written
    assert "in __del__" in written
    assert "SystemExit" not in written
    assert "secret" not in written
    assert told == []


def raising(kind: type[BaseException]) -> None:
    raise kind("late secret")


def test_the_hook_tells_once_and_writes_to_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_hooks(monkeypatch)
    told: list[str] = []

    def tell(text: str) -> None:
        told.append(text)
        sys.excepthook(KeyError, KeyError("inner"), None)

    crash.install(tell)
    sys.excepthook(ValueError, ValueError("secret"), None)
    assert len(told) == 1
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert "KeyError" in written
    assert "secret" not in written


class Fails(QWidget):
    """Fails while it is shown, hidden and closed."""

    @crash.contained
    def showEvent(self, event: QShowEvent) -> None:
        raise ValueError("shown secret")

    @crash.contained
    def hideEvent(self, event: QHideEvent) -> None:
        raise ValueError("hidden secret")

    @crash.contained
    def closeEvent(self, event: QCloseEvent) -> None:
        raise ValueError("closed secret")


def test_what_fails_while_qt_shows_hides_or_closes_is_told_there_and_then(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_hooks(monkeypatch)
    told: list[str] = []
    crash.install(told.append)
    widget = Fails()
    qtbot.addWidget(widget)
    widget.show()
    widget.hide()
    widget.show()
    widget.close()
    QWidget().deleteLater()  # what is called next meets nothing of it
    places = [text.splitlines()[-2].rpartition(" ")[2] for text in told]
    assert places == ["showEvent", "hideEvent", "showEvent", "closeEvent", "hideEvent"]
    assert "secret" not in capsys.readouterr().err


def test_one_report_is_shown_once(qtbot: QtBot, theme: Theme) -> None:
    """Something that ticks fails every time; it is told again once the first was read."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = CrashBox(theme, window, window)

    def shown() -> list[Dialog]:
        return [dialog for dialog in window.findChildren(Dialog) if dialog.isVisible()]

    box.tell("ValueError")
    box.tell("ValueError")
    (first,) = shown()
    first.done(1)
    box.tell("ValueError")
    (second,) = shown()
    box.tell("KeyError")
    assert len(shown()) == 2
    for dialog in shown():
        dialog.done(1)
    assert second is not first

"""Fails at a chosen place of what a window does: in a slot, as it begins or ends, or at a statement
of a write. Which functions are slots is noted when they are connected; nothing is wrapped.
"""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from PySide6.QtCore import QTimer, SignalInstance
from sqlalchemy import Engine, event

from app.ui.background import Reply

SECRET = "Quagmire, whom nobody may know"
"""In every exception, and nowhere else."""
APP = Path(__file__).resolve().parents[2] / "app"


class InjectedError(Exception):
    """What fails here."""


class Faults:
    """Counts what is called between `begin` and `end`, and fails once where it is told to."""

    def __init__(self) -> None:
        self.connected: set[str] = set()
        """Every slot that was connected so far."""
        self.called: Counter[str] = Counter()
        self.statements: list[str] = []
        """What was run on the writing lane."""
        self.failed = False
        self._names: dict[CodeType, str] = {}
        self._how, self._where = "", ""
        self._on = False

    def begin(self, how: str = "", where: str = "") -> None:
        """Count from now on; fail `how` ("enter", "leave" a slot; at a "statement") and `where`."""
        self.called, self.statements, self.failed = Counter(), [], False
        self._how, self._where, self._on = how, where, True
        sys.setprofile(self._look)

    def end(self) -> None:
        """Count no more."""
        self._on = False
        sys.setprofile(None)

    def note(self, slot: object) -> None:
        """That this is called by Qt."""
        while isinstance(slot, partial):
            slot = slot.func
        code = getattr(getattr(slot, "__func__", slot), "__code__", None)
        if isinstance(code, CodeType) and Path(code.co_filename).is_relative_to(APP):
            self._names[code] = _name(code)
            self.connected.add(_name(code))

    def _look(self, frame: FrameType, what: str, _arg: object) -> None:
        if what == "call" or (what == "return" and self._how == "leave"):
            name = self._names.get(frame.f_code)
            if name:
                self._meet(name, "enter" if what == "call" else "leave")

    def _meet(self, name: str, how: str) -> None:
        if how == "enter":
            self.called[name] += 1
        if (how, name) == (self._how, self._where) and not self.failed:
            self._fail()

    def _fail(self) -> None:
        self.failed = True
        raise InjectedError(SECRET)

    def statement(self, _connection: object, _cursor: object, words: str, *_: object) -> None:
        """One is run: those of the writing lane count."""
        if self._on and threading.current_thread().name.startswith("enishi-write"):
            self.statements.append(words)
            if self._how == "statement" and len(self.statements) == int(self._where):
                self._fail()


def _name(code: CodeType) -> str:
    place = Path(code.co_filename).relative_to(APP)
    own = f":{code.co_firstlineno}" if "<lambda>" in code.co_qualname else ""
    return f"{place}:{code.co_qualname}{own}"


@contextmanager
def watching() -> Iterator[Faults]:
    """Everything that is connected, waits for an answer or for a time is noted meanwhile."""
    faults = Faults()
    connect, then, progress = SignalInstance.connect, Reply.then, Reply.on_progress
    shot = QTimer.singleShot

    def noted(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            for one in arguments[1:]:
                faults.note(one)
            return original(*arguments, **named)

        return call

    SignalInstance.connect = noted(connect)  # type: ignore[method-assign]
    Reply.then, Reply.on_progress = noted(then), noted(progress)  # type: ignore[method-assign]
    QTimer.singleShot = noted(shot)  # type: ignore[method-assign]
    event.listen(Engine, "before_cursor_execute", faults.statement)
    try:
        yield faults
    finally:
        event.remove(Engine, "before_cursor_execute", faults.statement)
        SignalInstance.connect = connect  # type: ignore[method-assign]
        Reply.then, Reply.on_progress = then, progress  # type: ignore[method-assign]
        QTimer.singleShot = shot  # type: ignore[method-assign]

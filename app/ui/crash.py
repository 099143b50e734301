"""The crash hook: a bug is told plainly, with a report that holds nothing of anybody.

The text of an exception may hold names or notes (R49): a report names types, files and lines only.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import ParamSpec

from PySide6.QtCore import qVersion

P = ParamSpec("P")
Told = Callable[[str], None]


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The report of a bug: what kind, where, and which versions. No values, no messages."""
    frames = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    versions = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return "\n".join([kind.__name__, *frames, versions])


def install(told: Told) -> None:
    """Send every unexpected exception of the UI thread to `told`, once a time, and to stderr."""
    telling = False

    def hook(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        if issubclass(kind, KeyboardInterrupt):
            _write(kind, trace)
            return
        text = _write(kind, trace)
        if telling:
            return
        telling = True
        try:
            told(text)
        finally:
            telling = False

    sys.excepthook = hook
    threading.excepthook = _of_thread
    sys.unraisablehook = _of_nobody


def contained(handler: Callable[P, None]) -> Callable[P, None]:
    """For what Qt calls while something of ours calls Qt: a showing, a hiding, a closing. PySide
    keeps an exception of it until Python has its turn again, and the next handler that Qt calls
    before then ends the process. So it goes no further than here, and is told as any other.
    """

    @wraps(handler)
    def handled(*args: P.args, **named: P.kwargs) -> None:
        try:
            handler(*args, **named)
        except Exception as error:  # noqa: BLE001 - whatever it is
            sys.excepthook(type(error), error, error.__traceback__)

    return handled


def _of_thread(args: threading.ExceptHookArgs) -> None:
    """A thread's own: Python would write the message, which may hold names."""
    if args.exc_type is not SystemExit:
        _write(args.exc_type, args.exc_traceback)


def _of_nobody(args: "sys.UnraisableHookArgs") -> None:
    """Raised where nobody can catch it, such as at the end of an object."""
    _write(args.exc_type, args.exc_traceback)


def _write(kind: type[BaseException], trace: TracebackType | None) -> str:
    text = report(kind, trace)
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")
    return text

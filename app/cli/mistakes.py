"""Mistakes of the program, told by kind and place. The text of an exception may hold names or notes
(R49), and so may what Python writes of one that nobody caught: on a thread, at an end, at the top.
"""

import sys
import threading
from pathlib import Path
from types import TracebackType


def install() -> None:
    """From here on nothing that is not caught is told in its own words; the window tells more."""
    sys.excepthook = _of_the_top
    threading.excepthook = _of_a_thread
    sys.unraisablehook = _of_nobody


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of a mistake and its place in the program; nothing of anybody's data."""
    # Only when something went wrong.
    import traceback

    frames = [f for f in traceback.extract_tb(trace) if "app" in Path(f.filename).parts]
    place = f" {Path(frames[-1].filename).stem}:{frames[-1].lineno}" if frames else ""
    return f"{kind.__name__}{place}"


def _of_the_top(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    _write(where(kind, trace))


def _of_a_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is not SystemExit:
        _write(where(args.exc_type, args.exc_traceback))


def _of_nobody(args: "sys.UnraisableHookArgs") -> None:
    _write(where(args.exc_type, args.exc_traceback))


def _write(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")

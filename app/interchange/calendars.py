"""Reading a calendar file: a child process reads, this side checks what it says."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import IO, cast

import msgspec

from app.interchange.calendar_answer import CalendarRead
from app.interchange.calendar_child import FLAG, Request
from app.interchange.errors import (
    CalendarTrouble,
    FileNotReadableError,
    NotACalendarError,
    ReadingCancelledError,
)
from app.interchange.limits import MIB, Limits
from app.interchange.source import Source, opened, path_of

LIMITS = Limits(source=16 * MIB, cpu_seconds=20)
_ANSWER = 64 * MIB
_PATIENCE = 60.0  # seconds; for where the child has no processor clock of its own
_LOOK_EVERY = 0.05
_MOST = 50_000
_ROOT = Path(__file__).resolve().parents[2]


def command() -> list[str]:
    """How the calendar child is started: this executable, built or from a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-m", "app", FLAG]


def read_calendar(
    given: Source,
    today: date,
    *,
    cancelled: Callable[[], bool] | None = None,
    limits: Limits = LIMITS,
    argv: Sequence[str] | None = None,
) -> CalendarRead:
    """The gatherings of a calendar, without ids and by their day, and how many of its events could
    not be read. Of a repeating event the next few from `today` on.

    Raises FileNotReadableError, NotACalendarError and ReadingCancelledError.
    """
    path = path_of(given)
    try:
        with opened(given) as (stream, size):
            if size > limits.source:
                raise NotACalendarError(path, CalendarTrouble.TOO_LARGE)
            data = stream.read(limits.source + 1)
    except OSError as error:
        raise FileNotReadableError(path, error.strerror or "") from error
    said = _asked(argv or command(), data, Request(today, limits), cancelled)
    found = _sound(said)
    if found is None:
        raise NotACalendarError(path, CalendarTrouble.TOO_HARD)
    if found.trouble is not None:
        raise NotACalendarError(path, found.trouble)
    return found


def _asked(
    argv: Sequence[str], data: bytes, request: Request, cancelled: Callable[[], bool] | None
) -> bytes:
    """What a child says of these bytes; it is gone when this returns."""
    argument = json.dumps(msgspec.to_builtins(request))
    process = subprocess.Popen(
        [*argv, argument],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if getattr(sys, "frozen", False) else _ROOT,
    )
    said: list[bytes] = []

    def give() -> None:
        # A child that is gone takes no more.
        with suppress(OSError), cast(IO[bytes], process.stdin) as pipe:
            pipe.write(data)

    def listen() -> None:
        with suppress(OSError), cast(IO[bytes], process.stdout) as pipe:
            said.append(pipe.read(_ANSWER + 1))

    lanes = [Thread(target=way, name="calendar-child", daemon=True) for way in (give, listen)]
    for lane in lanes:
        lane.start()
    begun = time.monotonic()
    try:
        while lanes[1].is_alive() and time.monotonic() - begun < _PATIENCE:
            if cancelled is not None and cancelled():
                raise ReadingCancelledError
            lanes[1].join(_LOOK_EVERY)
    finally:
        process.kill()
        process.wait()
        for lane in lanes:
            lane.join()
    return b"".join(said)


def _sound(said: bytes) -> CalendarRead | None:
    """The answer, if it can be true; of a gathering only what a calendar can say of one."""
    try:
        found = msgspec.json.decode(said, type=CalendarRead)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if len(said) > _ANSWER or len(found.gatherings) > _MOST:
        return None
    if found.trouble is None and not (found.gatherings and all(g.uid for g in found.gatherings)):
        return None
    bare = (
        replace(g, id="", interests=(), purpose=None, note=None, people=())
        for g in found.gatherings
    )
    return CalendarRead(tuple(bare), max(0, found.unread), found.trouble)

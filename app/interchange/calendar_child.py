"""The calendar child: reads a hostile calendar beside a process that holds the key, so that it can
be limited and killed. Its calendar comes over a pipe; it says one JSON object.
"""

import sys
from contextlib import suppress
from datetime import date

import msgspec

from app.interchange.child import limit
from app.interchange.limits import Limits

FLAG = "--calendar-child"


class Request(msgspec.Struct):
    """What the child is asked: the civil day where the person is, and how much it may use."""

    today: date
    limits: Limits = Limits()


def run() -> None:
    """The whole life of the child; the request is the argument behind the flag."""
    request = msgspec.json.decode(sys.argv[sys.argv.index(FLAG) + 1], type=Request)
    limit(request.limits)()
    # Only here: a hundred milliseconds, and code that is to run within the limits.
    from app.interchange.calendar_read import read_calendar  # noqa: PLC0415

    answer = read_calendar(sys.stdin.buffer.read(), request.today)
    # The parent may be gone; then there is nobody left to tell.
    with suppress(BrokenPipeError):
        sys.stdout.buffer.write(msgspec.json.encode(answer))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    run()

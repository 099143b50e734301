"""The clock of the window: the one place under `ui` that asks what time it is."""

import time
from datetime import UTC, datetime

from app.domain.idle import Moment
from app.domain.now import Now


def now() -> Now:
    """One reading, in UTC and where the person is."""
    instant = datetime.now(UTC)
    return Now(instant, instant.astimezone())


def moment() -> Moment:
    """One reading of the clock on the wall and of one that goes on while the computer sleeps.

    That is CLOCK_BOOTTIME on Linux; elsewhere the monotonic clock counts sleep already.
    """
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return Moment(time.time(), time.monotonic() if boot is None else time.clock_gettime(boot))

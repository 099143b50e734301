"""What a measured process tells: marked lines on standard error. Imports nothing dear."""

import sys
import time

MARK = "bench-event"
"""First word of a line by which a process tells of an event or a number."""
FILE = "bench-file"
"""The same for a file that it used."""


def tell(name: str, nanoseconds: int | None = None) -> None:
    """Say that an event happened (now, or at that reading of the monotonic clock)."""
    at = time.monotonic_ns() if nanoseconds is None else nanoseconds
    sys.stderr.write(f"{MARK} {name} at {at}\n")


def tell_value(name: str, value: float) -> None:
    """Say a number that is no time."""
    sys.stderr.write(f"{MARK} {name} is {value}\n")

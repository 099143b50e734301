"""Waiting for something to become true, never for time to pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 30.0
LOOK_EVERY = 0.05


class WaitedInVainError(AssertionError):
    """It did not come true in time."""


def until(look: Callable[[], T | None], what: str, seconds: float = PATIENCE) -> T:
    """The first true answer of `look`; fails, naming `what`, when none came in time."""
    deadline = time.monotonic() + seconds
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise WaitedInVainError(f"waited {seconds:g} s in vain: {what}")
        time.sleep(LOOK_EVERY)


def never(look: Callable[[], object], what: str, seconds: float) -> None:
    """Fails when `look` answers true within this time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert not look(), what
        time.sleep(LOOK_EVERY)

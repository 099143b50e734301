"""The guards of import, taken out of the product by name: with one gone its test must fail (R72).

`python -m tests.interchange.sabotage GUARD REQUEST` is the reading child without that guard.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.domain.card import Unreadable
from app.interchange import child, photo, reading, scan, vcard_read

Put = Callable[[Any, str, Any], None]
"""Puts a value in the place of a guard: `setattr`, or pytest's, which takes it back."""


def one_bad_card_costs_others(put: Put) -> None:
    """R29: a card without END takes what comes after it along."""

    def swallow(self: Any, end: int) -> Iterator[scan.Block]:
        self._stack = []
        yield self._give_card(end, 0, Unreadable.NO_END)

    put(scan.Scanner, "_break_open", swallow)


def links_are_opened(put: Put) -> None:
    """R34: what a card names is looked at."""
    payload = photo.payload

    def opening(line: Any) -> bytes | None:
        name = urlsplit(line.value).path if line.value.startswith("file:") else ""
        if name and Path(name).is_file():
            return Path(name).read_bytes()
        return payload(line)

    put(photo, "payload", opening)


def cancel_is_not_asked(put: Put) -> None:
    """R37: who reads does not look whether it is still wanted."""
    put(reading._Reader, "look", lambda _self: None)


def text_has_no_limit(put: Put) -> None:
    """R28: a card may be as large as it likes."""
    put(vcard_read, "_over_limit", lambda *_: None)


GUARDS = {
    guard.__name__: guard
    for guard in (
        one_bad_card_costs_others,
        links_are_opened,
        cancel_is_not_asked,
        text_has_no_limit,
    )
}


def without(guard: Callable[[Put], None]) -> list[str]:
    """How the reading child is started without a guard."""
    return [sys.executable, "-m", "tests.interchange.sabotage", guard.__name__, child.FLAG]


if __name__ == "__main__":
    GUARDS[sys.argv[1]](setattr)
    child.run()

"""Hands: a real mouse and real keys, through the X server (xdotool)."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

from tests.desk.eyes import Seen

KEY_DELAY_MS = 12
STROKES = 12


class Hands:
    """Moves, clicks, types and drags on one display."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)

    def do(self, *words: str | int) -> str:
        """One call of xdotool, and what it says."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout.strip()

    def windows(self, of: str = "") -> list[str]:
        """The windows that the X server shows, of a class or all; an open menu is one of them."""
        how = ("--class", of) if of else ("--name", ".*")
        return self._search("--onlyvisible", *how)

    def minimised(self) -> list[str]:
        """The windows that the desktop lists and does not show."""
        listed = self._search("--desktop", "0", "--name", ".*")
        return [window for window in listed if window not in self.windows()]

    def _search(self, *how: str) -> list[str]:
        command = ["xdotool", "search", *how]
        # Its exit code says whether there are any.
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout.split()

    def key(self, *keys: str) -> None:
        """Press keys one after the other, `ctrl+z` together; names are those of X."""
        self.do("key", "--delay", KEY_DELAY_MS, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", KEY_DELAY_MS, text)

    def click(self, at: Seen | tuple[int, int], button: int = 1) -> None:
        """Click in the middle of it."""
        x, y = at.middle if isinstance(at, Seen) else at
        # Not --sync: it waits in vain for a mouse that is there already.
        self.do("mousemove", x, y, "click", button)

    def rest(self) -> None:
        """Take the mouse out of the way."""
        self.do("mousemove", 2, 2)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move in strokes as a hand does, let go."""
        self.do("mousemove", "--sync", *start)
        self.do("mousedown", 1)
        for stroke in range(1, STROKES + 1):
            part = stroke / STROKES
            x, y = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
            self.do("mousemove", x, y, "sleep", "0.03")
        self.do("mouseup", 1)

"""When the program locks by itself. No part of undo."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

NEVER = 0
MINUTES = (NEVER, 5, 10, 15, 60)
_USUAL = 10
_ON, _OFF = "1", "0"


@dataclass(frozen=True, slots=True)
class Locking:
    """`after`: minutes without use, `NEVER` for no limit; `with_screen`: also when the screen is
    locked, the computer sleeps, or another user takes over.
    """

    after: int = NEVER
    with_screen: bool = False


def locking(reader: "Reader") -> Locking:
    """What was chosen. A number that nobody could have chosen means the shortest time: whoever
    wanted it locked is not left open.
    """
    text = reader.setting(Setting.LOCK_AFTER) or str(NEVER)
    after = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else -1
    return Locking(
        after if after in MINUTES else min(filter(None, MINUTES)),
        reader.setting(Setting.LOCK_WITH_SCREEN) == _ON,
    )


def begin(store: "Store") -> None:
    """A new store of somebody at the window: it locks after ten minutes, and with the screen."""
    store.set_settings({Setting.LOCK_AFTER: str(_USUAL), Setting.LOCK_WITH_SCREEN: _ON})


def lock_after(store: "Store", minutes: int) -> None:
    """Lock after so many minutes without use. ValueError for a number that is not offered."""
    if minutes not in MINUTES:
        raise ValueError(minutes)
    store.set_setting(Setting.LOCK_AFTER, str(minutes))


def lock_with_screen(store: "Store", *, on: bool) -> None:
    """Whether it locks when the session is left."""
    store.set_setting(Setting.LOCK_WITH_SCREEN, _ON if on else _OFF)

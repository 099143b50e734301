"""The daily notification: when, how much it says, whether today's was given. No part of undo."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

AT = "notify_at"
PRIVATE = "notify_private"
NOTIFIED = "notified_on"
QUIET = "quiet_on"
NEVER = "never"
USUAL = time(9)

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Notifying:
    """`at` None: no notification at all. `given` and `quiet` are about the day asked for."""

    at: time | None = USUAL
    private: bool = False
    given: bool = False
    quiet: bool = False


def notifying(reader: "Reader", today: date) -> Notifying:
    """How today's notification stands."""
    day = today.isoformat()
    return Notifying(
        at=_time(reader.setting(AT)),
        private=reader.setting(PRIVATE) == "yes",
        given=reader.setting(NOTIFIED) == day,
        quiet=reader.setting(QUIET) == day,
    )


def notify_at(store: "Store", at: time | None) -> None:
    """The time of day of the notification; None for none."""
    store.set_setting(AT, NEVER if at is None else f"{at:%H:%M}")


def notify_privately(store: "Store", *, on: bool) -> None:
    """Whether notifications leave out names."""
    store.set_setting(PRIVATE, "yes" if on else "no")


def given(store: "Store", today: date) -> None:
    """The notification service took today's notification."""
    store.set_setting(NOTIFIED, today.isoformat())


def quiet(store: "Store", today: date, *, on: bool) -> None:
    """No notification for the rest of this day, or take that back."""
    store.set_setting(QUIET, today.isoformat() if on else "")


def _time(text: str | None) -> time | None:
    if text == NEVER:
        return None
    found = _TIME.fullmatch(text or "")
    return time(int(found[1]), int(found[2])) if found else USUAL

"""The daily notification: when, how much it says, whether today's was given. No part of undo."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

USUAL = time(9)
EVENING = time(21)
"""From here on the day is over: who opens a lid at night is left in peace."""
_AT_LEAST = timedelta(hours=1)
_ON, _OFF = "1", "0"
_KEPT_DAYS = 20
"""A clock that is set back comes upon days again whose notification was given."""
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Notifying:
    """`at` None: no notification at all. `given` and `quiet` are about the day asked for."""

    at: time | None = USUAL
    private: bool = False
    given: bool = False
    quiet: bool = False

    def is_time(self, local: datetime) -> bool:
        """Whether it may be told now: from the chosen time until the evening, or for an hour where
        an evening was chosen.
        """
        if self.at is None:
            return False
        begins = datetime.combine(local, self.at, local.tzinfo)
        ends = max(datetime.combine(local, EVENING, local.tzinfo), begins + _AT_LEAST)
        return begins <= local < ends


def notifying(reader: "Reader", today: date) -> Notifying:
    """How today's notification stands."""
    day = today.isoformat()
    return Notifying(
        at=None if reader.setting(Setting.QUIET) == _ON else _time(reader),
        private=reader.setting(Setting.NOTIFY_PRIVATE) == _ON,
        given=day in _given(reader),
        quiet=reader.setting(Setting.QUIET_ON) == day,
    )


def notify_at(store: "Store", at: time | None) -> None:
    """The time of day of the notification; None for none."""
    if at is None:
        store.set_setting(Setting.QUIET, _ON)
    else:
        store.set_settings({Setting.QUIET: _OFF, Setting.NOTIFY_AT: f"{at:%H:%M}"})


def notify_privately(store: "Store", *, on: bool) -> None:
    """Whether notifications leave out names."""
    store.set_setting(Setting.NOTIFY_PRIVATE, _ON if on else _OFF)


def given(store: "Store", today: date) -> None:
    """The notification service took today's notification."""
    days = [day for day in _given(store) if day != today.isoformat()]
    store.set_setting(Setting.NOTIFIED_ON, " ".join([*days, today.isoformat()][-_KEPT_DAYS:]))


def _given(reader: "Reader") -> list[str]:
    return (reader.setting(Setting.NOTIFIED_ON) or "").split()


def quiet(store: "Store", today: date, *, on: bool) -> None:
    """No notification for the rest of this day, or take that back."""
    store.set_setting(Setting.QUIET_ON, today.isoformat() if on else "")


def _time(reader: "Reader") -> time:
    found = _TIME.fullmatch(reader.setting(Setting.NOTIFY_AT) or "")
    return time(int(found[1]), int(found[2])) if found else USUAL

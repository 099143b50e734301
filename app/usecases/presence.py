"""Presence: the days on which the person looked, so that a return after some days is a calm one.

No part of undo, and nothing is counted: one line holds the last day and the one before it.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

ABSENCE = timedelta(days=5)
"""A long weekend is none."""


def seen(store: "Store", today: date) -> None:
    """The person looks at the day."""
    last, _before = _days(store)
    if last is None or last < today:
        store.set_setting(Setting.SEEN_ON, " ".join(str(day) for day in (today, last) if day))


def was_away(reader: "Reader", today: date) -> bool:
    """Whether the last look before today was so long ago that this is a return."""
    last, before = _days(reader)
    earlier = before if last == today else last
    return earlier is not None and today - earlier >= ABSENCE


def _days(reader: "Reader") -> tuple[date | None, date | None]:
    """The last day, and the one before it; what makes no sense is no day."""
    try:
        days = [date.fromisoformat(day) for day in (reader.setting(Setting.SEEN_ON) or "").split()]
    except ValueError:
        days = []
    last, before, *_ = [*days, None, None]
    return last, before

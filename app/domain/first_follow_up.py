"""The first follow-up of people newly met: who gets one, and on which day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff

NEWLY_MET_DAYS = 30


def is_newly_met(met_on: date | None, today: date) -> bool:
    """Whether an exchange date makes a person newly met: in the last 30 days."""
    return met_on is not None and timedelta(0) <= today - met_on <= timedelta(NEWLY_MET_DAYS)


def lay(
    people: Iterable[tuple[str, date]],
    today: date,
    daily: int,
    taken: Mapping[date, int],
    days_off: DaysOff = EVERY_DAY_COUNTS,
) -> Sequence[tuple[str, date]]:
    """Days for first follow-ups: (contact id, exchange date) to (contact id, due date).

    From the day after the later of exchange date and import (today), newest exchange first, at most
    `daily` a day and none on a day off; `taken` says how many each day already holds.
    """
    load = Counter(taken)
    most = max(daily, 1)
    full_until: dict[date, date] = {}  # where the search from a day ended last
    laid: list[tuple[str, date]] = []
    for contact_id, met_on in sorted(people, key=lambda p: p[1], reverse=True):
        first = _next(max(met_on, today))
        day = full_until.get(first) or days_off.opens(first)
        while load[day] >= most and day < date.max:
            day = days_off.opens(_next(day))
        full_until[first] = day
        load[day] += 1
        laid.append((contact_id, day))
    return laid


def _next(day: date) -> date:
    return day + timedelta(1) if day < date.max else day

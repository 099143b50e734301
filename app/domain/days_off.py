"""Days off: weekends, holidays, days away. What can wait then waits for the next working day.

A value handed in, and a window that opens later: nothing is moved, so nothing is lost or doubled.
"""

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Vacation:
    """Days away, the first and the last among them. Raises ValueError where it ends too early."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a vacation ends no earlier than it begins")


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Which days rest. `weekend` holds days of the week as `date.weekday` counts them."""

    weekend: frozenset[int] = frozenset()
    holidays: frozenset[date] = frozenset()
    vacations: tuple[Vacation, ...] = ()

    def rests(self, day: date) -> bool:
        """Whether it is a day off."""
        return (
            day.weekday() in self.weekend
            or day in self.holidays
            or any(v.first <= day <= v.last for v in self.vacations)
        )

    def opens(self, day: date) -> date:
        """The first working day from `day` on; the last day of the calendar where none is left."""
        while self.rests(day) and day < date.max:
            away = max((v.last for v in self.vacations if v.first <= day <= v.last), default=day)
            day = min(away, date.max - _DAY) + _DAY
        return day

    def opening_by(self, day: date) -> date:
        """The earliest day of those that open on `day` or later: back over the days off before it.

        For every day `d`: `opens(d) >= day` exactly when `d >= opening_by(day)`.
        """
        while day > date.min and self.rests(day - _DAY):
            before = day - _DAY
            away = (v.first for v in self.vacations if v.first <= before <= v.last)
            day = min(away, default=before)
        return day

    def is_open(self, first: date, days: int, today: date) -> bool:
        """Whether a window of so many days is open: its days count from the working day on which
        it opens, so that no vacation is longer than it.
        """
        return first <= today and today - self.opens(first) < timedelta(days)


EVERY_DAY_COUNTS = DaysOff()
"""No days off."""

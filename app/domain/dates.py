"""Civil dates: birthdays with or without a year, and calendar arithmetic from an anchor."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_BIRTHDAY = re.compile(r"(?:(\d{4})|-)-(\d{2})-(\d{2})", re.ASCII)


class LeapDay(StrEnum):
    """When 29 February is kept in a year that has none."""

    BEFORE = "02-28"
    AFTER = "03-01"


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year, with the year where it is known. Never a fake year.

    Raises ValueError for a day that no such year has (1970-02-29).
    """

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse impossible days; a day without a year is tried in a leap year."""
        date(2000 if self.year is None else self.year, self.month, self.day)

    def __str__(self) -> str:
        """ISO 8601 where the year is known, else `--MM-DD` (RFC 6350, 4.3.1)."""
        head = "-" if self.year is None else f"{self.year:04d}"
        return f"{head}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def parse(cls, text: str) -> "Birthday | None":
        """Read what `str` writes; None for anything else and for impossible dates."""
        match = _BIRTHDAY.fullmatch(text)
        if match is None:
            return None
        year, month, day = match.groups()
        try:
            return cls(int(month), int(day), int(year) if year else None)
        except ValueError:
            return None

    def in_year(self, year: int, leap_day: LeapDay) -> date:
        """The day it is kept on in `year`."""
        if (self.month, self.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28) if leap_day is LeapDay.BEFORE else date(year, 3, 1)
        return date(year, self.month, self.day)


def add_months(anchor: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month.

    Always count from the anchor, never from the last result: 31 January, +1 is 28 February, +2 is
    31 March.
    """
    index = anchor.year * 12 + anchor.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor.day, last))


def full_months(day: date, later: date) -> int:
    """How many whole months lie between two days, by the number of the day."""
    return (later.year - day.year) * 12 + later.month - day.month - (later.day < day.day)

"""Days that a calendar outside shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import Birthday, LeapDay


class Form(StrEnum):
    """What days become: events, which every phone shows, or tasks, which programs with a list of
    tasks tick off and most phones leave out.
    """

    EVENTS = "events"
    TASKS = "tasks"


class Repeat(StrEnum):
    """On which day of every year (RFC 5545, 3.3.10)."""

    SAME_DAY = "FREQ=YEARLY"
    END_OF_FEBRUARY = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    SIXTIETH_DAY = "FREQ=YEARLY;BYYEARDAY=60"  # 29 February, or 1 March where there is none


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day, or one of every year from `on` on. `key` names its record and never changes."""

    key: str
    on: date
    title: str
    about: str = ""
    repeat: Repeat | None = None


def birthday(key: str, born: Birthday, title: str, year: int, leap_day: LeapDay) -> CalendarDay:
    """A birthday, every year from `year` on, or from the birth where that is later.

    It does not begin with the year of birth, also where that is known: a phone would show the age
    to whoever looks at it, and where no year is known there is none to invent.
    """
    repeat = Repeat.SAME_DAY
    if (born.month, born.day) == (2, 29):
        before = leap_day is LeapDay.BEFORE
        repeat = Repeat.END_OF_FEBRUARY if before else Repeat.SIXTIETH_DAY
    on = born.in_year(max(year, born.year or year), leap_day)
    return CalendarDay(key, on, title, repeat=repeat)

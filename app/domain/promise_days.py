"""Days by which something is promised at once: tomorrow, Friday next week, the end of the month."""

import calendar
from datetime import date, timedelta

_FRIDAY = 4


def tomorrow(today: date) -> date:
    """The day after."""
    return today + timedelta(1)


def friday_next_week(today: date) -> date:
    """Friday of the week that begins on the next Monday."""
    return today + timedelta(7 - today.weekday() + _FRIDAY)


def end_of_month(today: date) -> date:
    """The last day of this month; on that day itself, of the next."""
    day = tomorrow(today)
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])

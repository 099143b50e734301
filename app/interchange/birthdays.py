"""Birthdays as cards write them: the days of the year among the partial dates."""

from app.domain import partial_date
from app.domain.dates import Birthday


def parse(text: str, omitted_year: str | None = None) -> Birthday | None:
    """A birthday; None for a day that cannot be, and where month or day is not known.

    `omitted_year` is Apple's word for a year that means none.
    """
    found = partial_date.read(text, omitted_year)
    if found is None or found.month is None or found.day is None:
        return None
    return Birthday(found.month, found.day, found.year)

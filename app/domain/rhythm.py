"""Rhythm: how often to be in touch with a person, as a window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In touch again between `least` and `most` months after the last time.

    Raises ValueError for a window that is none.
    """

    least: int
    most: int

    def __post_init__(self) -> None:
        if not 1 <= self.least <= self.most:
            raise ValueError("a rhythm begins after a month at least, and ends no earlier")


OFFERED = (Rhythm(1, 2), Rhythm(3, 4), Rhythm(6, 8), Rhythm(12, 15))
"""What a person chooses from, named by its beginning; the window stays open a third longer."""

LEARNED_FROM = 4
"""So many times between contacts, at least, say how often one is in touch."""
LEARNED_LAST = 12
"""And so many of the last ones count: a rhythm changes."""
_MONTH_DAYS = 365.2425 / 12


@dataclass(frozen=True, slots=True)
class TagRhythm:
    """How often to be in touch with everybody who bears a tag and has no rhythm of their own."""

    id: str
    tag: str
    rhythm: Rhythm


def thinner(rhythm: Rhythm) -> Rhythm | None:
    """The next rhythm offered that is less often; None where there is none."""
    return next((r for r in OFFERED if r.least > rhythm.least), None)


def learned(days: Iterable[date]) -> Rhythm | None:
    """The rhythm actually kept, by the days of contacts: the median time between two of them, to
    the month. Several contacts within a week are one. None where too few are known.
    """
    times: list[date] = []
    for day in sorted(set(days)):
        if not times or (day - times[-1]).days > 7:
            times.append(day)
    gaps = [(later - day).days for day, later in pairwise(times)][-LEARNED_LAST:]
    if len(gaps) < LEARNED_FROM:
        return None
    months = max(1, round(median(gaps) / _MONTH_DAYS))
    usual = next((r for r in OFFERED if r.least == months), None)
    return usual or Rhythm(months, months + -(-months // 3))


def of_tags(tags: Iterable[str], rhythms: dict[str, Rhythm]) -> Rhythm | None:
    """The rhythm that a person has by their tags: the shortest."""
    found = [rhythms[tag] for tag in tags if tag in rhythms]
    return min(found, key=lambda r: (r.least, r.most), default=None)

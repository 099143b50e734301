"""Thinning: which of many copies go, by the civil time at which each was made."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, time
from typing import Final, NamedTuple


class Made(NamedTuple):
    """When a copy was made: civil day and time to the second, and which of that second it is."""

    day: date
    time: time
    number: int = 1


_SPANS: Final[tuple[tuple[int, Callable[[Made], Hashable]], ...]] = (
    (3, lambda made: made),
    (12, lambda made: made.day),
    (10, lambda made: made.day.isocalendar()[:2]),
    (9, lambda made: (made.day.year, made.day.month)),
)


def going(copies: Collection[Made], last: Made) -> frozenset[Made]:
    """The copies that go, now that `last` was made.

    The last three stay, so that a second import of a day does not take the copy before the first.
    Of each of the last 12 days that have a copy the newest stays, and so of each of the last 10
    weeks (ISO 8601, from Monday) and of each of the last 9 months. Days without a copy do not
    count, so that a pause takes nothing away. Copies that bear a later time than the last one are
    from a clock that has been set back: they are thinned apart, and crowd nobody out.
    """
    before = [made for made in copies if made <= last]
    after = [made for made in copies if made > last]
    return frozenset(copies) - _staying(before) - _staying(after)


def _staying(copies: Collection[Made]) -> frozenset[Made]:
    stay: set[Made] = set()
    for count, span in _SPANS:
        newest: dict[Hashable, Made] = {}
        for made in sorted(copies, reverse=True):
            newest.setdefault(span(made), made)
        stay.update(list(newest.values())[:count])
    return frozenset(stay)

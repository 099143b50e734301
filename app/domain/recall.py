"""Which faces to recall today: whoever was met newly first, and some from all along the years."""

from collections.abc import Sequence
from datetime import date

MOST = 8
"""So many faces take a minute."""


def deck(
    people: Sequence[tuple[str, date | None]], today: date, most: int = MOST
) -> tuple[str, ...]:
    """Ids of a few of those who can be known again, each with the day of the first meeting.

    Half of them are the ones met last; the others stand as far apart as they can among the rest,
    and are others every day.
    """
    newest = sorted(people, key=lambda person: (person[1] or date.min, person[0]), reverse=True)
    ids = [contact_id for contact_id, _ in newest]
    if len(ids) <= most:
        return tuple(ids)
    first = most - most // 2
    rest, wanted = ids[first:], most // 2
    step = len(rest) / wanted if wanted else 1.0
    start = today.toordinal() % max(1, int(step))
    return (*ids[:first], *(rest[int(at * step) + start] for at in range(wanted)))

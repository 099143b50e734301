"""What a gathering leads to: of the people met there, how many answered in the time after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.gathering import Gathering

YIELD_DAYS = 90
"""So many days after a gathering count: what they do in them, from the first day on, is its
yield."""


@dataclass(frozen=True, slots=True)
class Yield:
    """Of `cards` people met, `answered` replied, reached out or introduced somebody (a knot of
    `tie`) within the time; `open_until` is its last day while it goes on.
    """

    cards: int = 0
    answered: int = 0
    open_until: date | None = None

    def __add__(self, other: "Yield") -> "Yield":
        ends = [day for day in (self.open_until, other.open_until) if day is not None]
        return Yield(
            self.cards + other.cards, self.answered + other.answered, max(ends, default=None)
        )


def yield_of(gathering: Gathering, cards: int, answered: int, today: date) -> Yield:
    """The yield of one gathering as it stands on a day."""
    until = gathering.last_day + timedelta(YIELD_DAYS)
    return Yield(cards, answered, until if today <= until else None)

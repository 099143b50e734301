"""How many people know me: counted once a day, then kept true by those who were written about."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.store.answers import KnownCount

if TYPE_CHECKING:
    from app.store.store import Store
    from app.store.touched import Moment

_FEW = 100


@dataclass(frozen=True, slots=True)
class Knowing:
    """Of everybody what stands in `Reader.known_marks`, as the store stood at a moment."""

    on: date
    moment: "Moment"
    marks: bytes

    @property
    def count(self) -> KnownCount:
        """How many."""
        return KnownCount.of(self.marks)


def know(store: "Store", today: date, held: Knowing | None = None) -> Knowing:
    """Count, asking only of those who were written about since what is held, where that is known
    and of today.
    """
    moment = store.moment()
    if held is not None and held.on == today:
        people = store.touched_since(held.moment)
        if people is not None and len(people) <= _FEW:
            marks = store.known_marks_again(today, held.marks, people)
            if marks is not None:
                return Knowing(today, moment, marks)
    return Knowing(today, moment, store.known_marks(today))

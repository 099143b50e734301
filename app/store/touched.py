"""Which people were written about since a moment: who asks again asks of them alone."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

_REMEMBERED = 64
"""So many writes."""


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a store was written to. Moments of two openings have nothing to do with each other:
    another process may have written between them.
    """

    opening: object
    writes: int


class Touched:
    """The latest writes of one opening of a store, and whom each was about."""

    def __init__(self) -> None:
        self._opening = object()
        self._writes = 0
        self._latest: deque[frozenset[str] | None] = deque(maxlen=_REMEMBERED)

    def note(self, people: Iterable[str] | None) -> None:
        """One more write; None where it may be about anybody, or about a rule."""
        self._writes += 1
        self._latest.append(None if people is None else frozenset(people))

    def moment(self) -> Moment:
        """Where it stands now."""
        return Moment(self._opening, self._writes)

    def since(self, moment: Moment) -> frozenset[str] | None:
        """Whom the writes since a moment were about; None where that is not known."""
        later = self._writes - moment.writes
        if moment.opening is not self._opening or later > len(self._latest):
            return None
        found: set[str] = set()
        for people in islice(reversed(self._latest), later):
            if people is None:
                return None
            found |= people
        return frozenset(found)

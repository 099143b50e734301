"""Everybody who asks on a day, as briefly as choosing among them needs it."""

from bisect import bisect_left, insort
from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from app.domain.due import ORDER, DuePerson, ReasonKind
from app.domain.mix import mixed

_BY_RHYTHM = (ORDER[ReasonKind.RHYTHM],)


class Asking(NamedTuple):
    """Somebody with a reason today, by the most pressing one. The smaller comes first.

    `kind` is its place in `due.ORDER`, `since` the number of its first day, `evidence` the id of
    the record behind it. Of a rhythm `behind` is the days since the last contact divided by its
    `every` months, negative, so that whoever is furthest behind comes first; else both are 0.
    """

    kind: int
    behind: float
    since: int
    evidence: str
    contact_id: str
    every: int = 0

    @classmethod
    def of(cls, person: DuePerson, today: date) -> "Asking":
        """Of somebody with a reason."""
        first = person.reasons[0]
        kind, since = ORDER[first.kind], first.since.toordinal()
        if first.last is None:
            return cls(kind, 0.0, since, first.evidence, person.contact_id)
        behind = (first.last - today).days / first.every
        return cls(kind, behind, since, first.evidence, person.contact_id, first.every)


def asking(people: Iterable[DuePerson], today: date) -> list[Asking]:
    """Of these whoever has a reason, most pressing first."""
    return sorted(Asking.of(person, today) for person in people if person.reasons)


def asking_again(
    before: Iterable[Asking], people: Container[str], fresh: Iterable[Asking]
) -> list[Asking]:
    """Everybody who asks, where only these people may ask otherwise than `before`: `fresh` are
    those of them who still do.
    """
    found = [one for one in before if one.contact_id not in people]
    for one in fresh:
        insort(found, one)
    return found


def in_turn(people: Sequence[Asking]) -> list[Asking]:
    """People, most pressing first, as they come up: of those who are here by their rhythm alone,
    near and distant ones take turns (see `mix`).
    """
    place = bisect_left(people, _BY_RHYTHM)
    return [*people[:place], *mixed([(one, one.every) for one in people[place:]])]


def choose(people: Sequence[Asking], chosen: Sequence[str], daily: int) -> tuple[str, ...]:
    """Today's choice: what was chosen stays, free places up to `daily` are filled, done ones keep
    theirs.
    """
    free = max(0, daily - len(chosen))
    fresh = (one.contact_id for one in people if one.contact_id not in chosen)
    return (*chosen, *islice(fresh, free))

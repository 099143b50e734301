"""The slow way to today's people: whatever is known of everybody is judged, and then sorted."""

from app.domain.asking import Asking
from app.domain.dates import LeapDay
from app.domain.days_off import EVERY_DAY_COUNTS
from app.domain.due import LATELY_AHEAD_DAYS, Due, ReasonKind, person_due, shown
from app.usecases.daily import daily_number
from app.usecases.days_off import days_off
from app.usecases.leap_days import leap_day

KINDS = list(ReasonKind)
NEAR_MONTHS = 3


def place(person, today):
    """Of rhythms whoever is furthest behind comes first: time since, divided by the rhythm."""
    first = person.reasons[0]
    behind = (today - first.last).days / first.every if first.last is not None else 0.0
    rank = (KINDS.index(first.kind), -behind, first.since, first.evidence)
    return rank, person.contact_id


def ranked(people, today, leap_day=LeapDay.AFTER, days_off=EVERY_DAY_COUNTS):
    """Everyone with a reason today, most pressing first; as pressing as each other: by their id."""
    found = (person_due(known, today, leap_day, days_off) for known in people)
    return sorted((p for p in found if p.reasons), key=lambda p: place(p, today))


def taking_turns(people):
    """Whom only their rhythm brings: a near one and a distant one, beginning with the first."""
    pressing = [p for p in people if p.reasons[0].kind is not ReasonKind.RHYTHM]
    rest, found = people[len(pressing) :], pressing
    wanted = bool(rest) and rest[0].reasons[0].every <= NEAR_MONTHS
    while rest:
        of_side = (p for p in rest if (p.reasons[0].every <= NEAR_MONTHS) is wanted)
        following = next(of_side, rest[0])
        rest.remove(following)
        found.append(following)
        wanted = not wanted
    return found


def due(people, today, chosen, daily, leap_day=LeapDay.AFTER, days_off=EVERY_DAY_COUNTS):
    """Today's people out of everyone known."""
    asking = taking_turns(ranked(people, today, leap_day, days_off))
    fresh = [p.contact_id for p in asking if p.contact_id not in chosen]
    choice = [*chosen, *fresh[: max(0, daily - len(chosen))]]
    found = [p for p in asking if p.contact_id in choice]
    return shown(found, len(asking) - len(found), today, days_off)


def everybody(store, today, ahead=LATELY_AHEAD_DAYS):
    """Whoever has a reason in a store, most pressing first, without any outlook."""
    off = days_off(store, today)
    known = store.known_for(store.people().ids, today, off, ahead)
    return ranked(known, today, leap_day(store), off)


def today_of(store, today, ahead=LATELY_AHEAD_DAYS) -> Due:
    """The handful of a day of a store, in the same way."""
    off = days_off(store, today)
    known = store.known_for(store.people().ids, today, off, ahead)
    return due(known, today, store.choice(today), daily_number(store), leap_day(store), off)


def as_asking(people, today):
    """In short."""
    return [Asking.of(person, today) for person in people]

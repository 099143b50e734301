"""Today: who to reconnect with, and the choice that stays stable through the day."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.domain import asking as order
from app.domain import due as reminders
from app.domain.asking import Asking, asking, asking_again, in_turn
from app.domain.dates import LeapDay
from app.domain.days_off import DaysOff
from app.domain.due import LATELY_AHEAD_DAYS, Due, DuePerson, person_due
from app.usecases.daily import daily_number
from app.usecases.days_off import days_off, keep_holidays
from app.usecases.leap_days import leap_day

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store
    from app.store.touched import Moment

_FEW = 100
"""So many people are asked of one by one; of more it is quicker to ask anew."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A day, and by which rules it is looked at; what is dated up to `ahead` days later counts as
    of it.
    """

    on: date
    leap_day: LeapDay
    days_off: DaysOff
    ahead: int

    @classmethod
    def of(cls, reader: "Reader", today: date, ahead: int) -> "Rules":
        """As they are set."""
        return cls(today, leap_day(reader), days_off(reader, today), ahead)


@dataclass(frozen=True, slots=True)
class Judged:
    """Everybody with a reason on a day, most pressing first, as the store stood at a moment.

    Where only some were asked of again, `touched` is who that was, and `fresh` are those of them
    who are due.
    """

    rules: Rules
    moment: "Moment"
    people: tuple[Asking, ...]
    touched: frozenset[str] | None = field(default=None, compare=False)
    fresh: tuple[DuePerson, ...] = field(default=(), compare=False)


def due(
    reader: "Reader",
    today: date,
    daily: int | None = None,
    *,
    ahead: int = LATELY_AHEAD_DAYS,
) -> Due:
    """Who is due on a day, and why; of a day that is not today with `ahead` 0. Writes nothing."""
    number = daily_number(reader) if daily is None else daily
    rules = Rules.of(reader, today, ahead)
    people = in_turn(_asking(reader, rules))
    return _shown(reader, rules, people, order.choose(people, reader.choice(today), number), {})


def judge(store: "Store", today: date, held: Judged | None = None) -> Judged:
    """Everybody with a reason today. Of what was judged before only those are judged anew who were
    written about since; everybody where the day, the rules or the writer are others.
    """
    keep_holidays(store, today)
    moment, rules = store.moment(), Rules.of(store, today, LATELY_AHEAD_DAYS)
    if held is not None and held.rules == rules:
        people = store.touched_since(held.moment)
        if people is not None and len(people) <= _FEW:
            fresh = _why(store, rules, people)
            again = asking_again(held.people, people, asking(fresh, today))
            return Judged(rules, moment, tuple(again), people, tuple(fresh))
    return Judged(rules, moment, tuple(_asking(store, rules)))


def choose(store: "Store", today: date, daily: int | None = None) -> Due:
    """Fix today's choice, so that those done are not replaced at once, and say who is due. Asked
    again, it only fills free places.
    """
    return settle(store, judge(store, today), daily)


def settle(
    store: "Store", judged: Judged, daily: int | None = None, before: Due | None = None
) -> Due:
    """The same for what was judged already; `before` is what it said of what that was held of."""
    number = daily_number(store) if daily is None else daily
    on = judged.rules.on
    chosen, people = store.choice(on), in_turn(judged.people)
    choice = order.choose(people, chosen, number)
    if choice != chosen:
        store.set_choice(on, choice)
    kept = {} if before is None or judged.touched is None else _untouched(before, judged.touched)
    kept |= {person.contact_id: person for person in judged.fresh}
    return _shown(store, judged.rules, people, choice, kept)


def _untouched(before: Due, touched: Container[str]) -> dict[str, DuePerson]:
    return {p.contact_id: p for p in before.people if p.contact_id not in touched}


def why(reader: "Reader", judged: Judged, contact_ids: Sequence[str]) -> tuple[DuePerson, ...]:
    """Those of these people who are due, in this order, with every reason."""
    return _in_order(reader, judged.rules, contact_ids, {})


def _asking(reader: "Reader", rules: Rules) -> list[Asking]:
    return reader.asking(rules.on, rules.leap_day, rules.days_off, rules.ahead)


def _why(reader: "Reader", rules: Rules, contact_ids: Iterable[str]) -> list[DuePerson]:
    known = reader.known_for(contact_ids, rules.on, rules.days_off, rules.ahead)
    found = (person_due(k, rules.on, rules.leap_day, rules.days_off) for k in known)
    return [person for person in found if person.reasons]


def _in_order(
    reader: "Reader",
    rules: Rules,
    contact_ids: Sequence[str],
    known: Mapping[str, DuePerson],
) -> tuple[DuePerson, ...]:
    left = [who for who in contact_ids if who not in known]
    asked = _why(reader, rules, left) if left else []
    found = {**known, **{person.contact_id: person for person in asked}}
    return tuple(found[who] for who in contact_ids if who in found)


def _shown(
    reader: "Reader",
    rules: Rules,
    people: Sequence[Asking],
    choice: Collection[str],
    known: Mapping[str, DuePerson],
) -> Due:
    """Those of the choice, in the order in which they come up, and how many rest."""
    ids = [one.contact_id for one in people if one.contact_id in choice]
    found = _in_order(reader, rules, ids, known)
    return reminders.shown(found, len(people) - len(ids), rules.on, rules.days_off)

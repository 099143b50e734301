"""Today: who to reconnect with, and the choice that stays stable through the day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain import due as reminders
from app.domain.dates import LeapDay
from app.domain.days_off import DaysOff
from app.domain.due import LATELY_AHEAD_DAYS, Due, DuePerson
from app.store.settings import Setting
from app.usecases.daily import daily_number
from app.usecases.days_off import days_off, keep_holidays

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store
    from app.store.touched import Moment

_FEW = 100
"""So many people are asked of one by one; of more it is quicker to ask anew."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Everybody with a reason on a day, most pressing first, as the store stood at a moment."""

    on: date
    leap_day: LeapDay
    days_off: DaysOff
    moment: "Moment"
    people: tuple[DuePerson, ...]


def due(
    reader: "Reader",
    today: date,
    daily: int | None = None,
    *,
    ahead: int = LATELY_AHEAD_DAYS,
) -> Due:
    """Who is due on a day, and why; of a day that is not today with `ahead` 0. Writes nothing."""
    number = daily_number(reader) if daily is None else daily
    off, chosen = days_off(reader, today), reader.choice(today)
    known = reader.known_for_due(today, off, ahead)
    return reminders.due(known, today, chosen, number, leap_day(reader), off)


def judge(store: "Store", today: date, held: Judged | None = None) -> Judged:
    """Everybody with a reason today. Of what was judged before only those are judged anew who were
    written about since; everybody where the day, the rules or the writer are others.
    """
    keep_holidays(store, today)
    moment, rule, off = store.moment(), leap_day(store), days_off(store, today)
    if held is not None and (held.on, held.leap_day, held.days_off) == (today, rule, off):
        people = store.touched_since(held.moment)
        if people is not None and len(people) <= _FEW:
            known = store.known_for(people, today, off, LATELY_AHEAD_DAYS)
            fresh = reminders.ranked(known, today, rule, off)
            again = reminders.ranked_again(held.people, people, fresh, today)
            return Judged(today, rule, off, moment, tuple(again))
    known = store.known_for_due(today, off, LATELY_AHEAD_DAYS)
    found = reminders.ranked(known, today, rule, off)
    return Judged(today, rule, off, moment, tuple(found))


def choose(store: "Store", today: date, daily: int | None = None) -> Due:
    """Fix today's choice, so that those done are not replaced at once, and say who is due. Asked
    again, it only fills free places.
    """
    return settle(store, judge(store, today), daily)


def settle(store: "Store", judged: Judged, daily: int | None = None) -> Due:
    """The same for what was judged already."""
    number = daily_number(store) if daily is None else daily
    chosen, people = store.choice(judged.on), reminders.in_turn(judged.people)
    choice = reminders.choose(people, chosen, number)
    if choice != chosen:
        store.set_choice(judged.on, choice)
    return reminders.shown(people, judged.on, choice, judged.days_off)


def leap_day(reader: "Reader") -> LeapDay:
    """When 29 February is kept; the usual rule where the setting makes no sense."""
    text = reader.setting(Setting.LEAP_DAY)
    return next((rule for rule in LeapDay if rule.value == text), LeapDay.AFTER)

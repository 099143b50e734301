"""Today: who to reconnect with, and the choice that stays stable through the day."""

from datetime import date
from typing import TYPE_CHECKING

from app.domain import due as reminders
from app.domain.dates import LeapDay
from app.domain.due import Due
from app.store.settings import Setting
from app.usecases.daily import daily_number
from app.usecases.days_off import days_off, keep_holidays

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


def due(reader: "Reader", today: date, daily: int | None = None) -> Due:
    """Who is due on a day, and why. Writes nothing."""
    number = daily_number(reader) if daily is None else daily
    off, chosen = days_off(reader, today), reader.choice(today)
    known = reader.known_for_due(today, off)
    return reminders.due(known, today, chosen, number, leap_day(reader), off)


def choose(store: "Store", today: date, daily: int | None = None) -> Due:
    """Fix today's choice, so that those done are not replaced at once, and say who is due. Asked
    again, it only fills free places.
    """
    number = daily_number(store) if daily is None else daily
    keep_holidays(store, today)
    off, chosen = days_off(store, today), store.choice(today)
    known, kept = store.known_for_due(today, off), leap_day(store)
    choice = reminders.choose(reminders.ranked(known, today, kept, off), chosen, number)
    if choice != chosen:
        store.set_choice(today, choice)
    return reminders.due(known, today, choice, number, kept, off)


def leap_day(reader: "Reader") -> LeapDay:
    """When 29 February is kept; the usual rule where the setting makes no sense."""
    text = reader.setting(Setting.LEAP_DAY)
    return next((rule for rule in LeapDay if rule.value == text), LeapDay.AFTER)

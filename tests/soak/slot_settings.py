"""What is set: one deed each."""

from datetime import date
from datetime import time as clock_time

from app.domain.days_off import Vacation
from app.ui.pages.settings.page import REMINDERS, SECURITY
from tests.soak.slot_sitting import Deed, Sitting, act


@act
def daily_number(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.daily_chosen.emit(9)


@act
def no_notification(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.time_chosen.emit(None)


@act
def time_of_notification(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    page.reminders.time_chosen.emit(None)
    s.rest()
    return lambda: page.reminders.time_chosen.emit(clock_time(7, 30))


@act
def private_notification(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.private_chosen.emit(True)


@act
def quiet_today(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.quiet_chosen.emit(True)


@act
def weekends(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.days_off.weekends_chosen.emit(True)


@act
def holidays(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.days_off.country_chosen.emit("JP")


@act
def days_away(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    away = Vacation(date(2026, 12, 28), date(2027, 1, 5))
    return lambda: page.reminders.days_off.away.emit(away)


@act
def locks_after(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    return lambda: page.security.after_chosen.emit(60)


@act
def locks_with_the_screen(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    return lambda: page.security.screen_chosen.emit(True)

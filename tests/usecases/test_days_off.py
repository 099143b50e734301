"""Days off as they are set, on a real store: what rests, what is kept, what makes no sense."""

import sys
from datetime import date, timedelta

import pytest

from app.domain.contact import Met
from app.domain.days_off import DaysOff, Vacation
from app.domain.reminder import FollowUpKind
from app.domain.rhythm import Rhythm
from app.store.settings import Setting
from app.usecases import days_off, people, promises, reconnect, today
from app.usecases.days_off import COUNTRIES, Resting
from tests.usecases.conftest import at, person

THURSDAY, FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 10, n) for n in (15, 16, 17, 18, 19))
CULTURE_DAY = date(2026, 11, 3)
NEW_YEAR = date(2027, 1, 1)


def due(store, on):
    return [p.contact_id for p in today.due(store, on).people]


@pytest.fixture
def mio(store):
    """Somebody met a month before the Saturday, with whom to be in touch every month."""
    made = people.add(store, person("早坂 美緒", met=date(2026, 9, 17)), now=at(date(2026, 11, 30)))
    (contact_id,) = made.people()
    people.set_rhythm(store, contact_id, Rhythm(1, 2), now=at(THURSDAY))
    return contact_id


def test_every_day_counts_until_somebody_says_otherwise(store, mio):
    assert days_off.resting(store) == Resting()
    assert days_off.days_off(store, THURSDAY) == DaysOff()
    assert due(store, SATURDAY) == [mio]


def test_weekends(store, mio):
    days_off.rest_on_weekends(store, on=True)
    assert [due(store, day) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [[], [], [], [mio]]
    found = today.due(store, SATURDAY)
    assert (found.rests, found.after) == (True, MONDAY)
    promises.make(store, mio, "見本を送る", now=at(THURSDAY), due=SATURDAY)
    assert due(store, SATURDAY) == [mio]
    assert today.choose(store, SATURDAY).people == today.due(store, SATURDAY).people
    days_off.rest_on_weekends(store, on=False)
    assert due(store, SUNDAY) == [mio]


def test_a_typed_day_is_kept_on_a_day_off(store, mio):
    days_off.rest_on_weekends(store, on=True)
    reconnect.set_follow_up(store, mio, SUNDAY, now=at(THURSDAY))
    assert [due(store, day) for day in (SATURDAY, SUNDAY)] == [[], [mio]]
    reconnect.later(store, mio, date(2026, 10, 24), now=at(MONDAY))
    assert [due(store, date(2026, 10, n)) for n in (23, 24, 25)] == [[], [mio], [mio]]


def test_japanese_holidays_rest_with_the_days_in_their_place(store):
    days_off.rest_on_holidays_of(store, "JP", THURSDAY)
    off = days_off.days_off(store, THURSDAY)
    assert off.rests(CULTURE_DAY)
    assert off.rests(NEW_YEAR)
    assert off.rests(date(2026, 5, 6)), "3 May 2026 is a Sunday"
    assert not off.rests(SATURDAY)
    assert off.opens(date(2026, 9, 21)) == date(2026, 9, 24), "three in a row"


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_offered_has_holidays(country):
    assert NEW_YEAR in days_off._looked_up(country, 2027, 2027)


def test_holidays_are_kept_so_that_a_start_does_not_look_them_up(store, monkeypatch):
    days_off.rest_on_holidays_of(store, "JP", THURSDAY)
    monkeypatch.setitem(sys.modules, "holidays", None)  # an import of it fails from now on
    assert days_off.days_off(store, THURSDAY).rests(CULTURE_DAY)
    today.choose(store, THURSDAY)
    with pytest.raises(ImportError):
        today.choose(store, NEW_YEAR)  # a new year is looked up, once
    monkeypatch.undo()
    today.choose(store, NEW_YEAR)
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert days_off.days_off(store, NEW_YEAR).rests(date(2027, 11, 3))


def test_another_day_is_looked_up_without_writing(store):
    days_off.rest_on_holidays_of(store, "JP", THURSDAY)
    kept = store.setting(Setting.HOLIDAYS_KEPT)
    assert today.due(store, date(2031, 11, 3)).rests
    assert store.setting(Setting.HOLIDAYS_KEPT) == kept


@pytest.mark.parametrize("broken", ["{", "[]", '{"country": "JP"}', '{"days": ["x"]}', "null"])
def test_kept_holidays_that_make_no_sense_are_looked_up_anew(store, broken):
    days_off.rest_on_holidays_of(store, "JP", THURSDAY)
    store.set_setting(Setting.HOLIDAYS_KEPT, broken)
    assert days_off.days_off(store, THURSDAY).rests(CULTURE_DAY)
    days_off.keep_holidays(store, THURSDAY)
    assert store.setting(Setting.HOLIDAYS_KEPT) != broken


@pytest.mark.parametrize("country", ["", "ZZ", "001", "../../etc"])
def test_a_country_without_holidays_rests_on_none(store, country):
    days_off.begin(store, country, THURSDAY)
    assert days_off.days_off(store, THURSDAY) == DaysOff(frozenset({5, 6}))
    today.choose(store, THURSDAY)


def test_vacations_lose_nothing(store, mio):
    away = Vacation(SATURDAY, SATURDAY + timedelta(200))
    later = Vacation(date(2027, 8, 1), date(2027, 8, 1))
    for vacation in (later, away, away):
        days_off.add_vacation(store, vacation)
    assert days_off.resting(store).vacations == (away, later)
    assert due(store, away.last) == []
    assert due(store, away.last + timedelta(1)) == [mio]
    days_off.drop_vacation(store, away)
    assert days_off.resting(store).vacations == (later,)
    days_off.drop_vacation(store, later)
    days_off.drop_vacation(store, later)
    assert days_off.resting(store).vacations == ()
    assert due(store, SATURDAY) == [mio]


@pytest.mark.parametrize("broken", ["{", '[["2026-10-19", "2026-10-18"]]', '[["x", "y"]]', "[1]"])
def test_vacations_that_make_no_sense_are_none(store, broken):
    store.set_setting(Setting.VACATIONS, broken)
    assert days_off.resting(store).vacations == ()


def test_first_follow_ups_are_laid_on_working_days(store):
    days_off.begin(store, "JP", FRIDAY)
    made = people.add(store, person("高見 陽", met=FRIDAY), now=at(FRIDAY))
    (contact_id,) = made.people()
    (follow_up,) = store.follow_ups(contact_id)
    assert (follow_up.kind, follow_up.due) == (FollowUpKind.FIRST, MONDAY)
    assert store.contact(contact_id).met == Met(FRIDAY)

"""A return after some days is one for the whole day, and a long weekend is none."""

from datetime import date, timedelta

import pytest

from app.store.settings import Setting
from app.usecases import presence

MONDAY = date(2026, 10, 12)


def day(number: int) -> date:
    return MONDAY + timedelta(number)


@pytest.mark.parametrize(("days", "away"), [(1, False), (4, False), (5, True), (300, True)])
def test_a_return(store, days, away):
    assert not presence.was_away(store, MONDAY), "the first day is no return"
    presence.seen(store, MONDAY)
    assert presence.was_away(store, day(days)) is away
    for _ in range(3):
        presence.seen(store, day(days))
        assert presence.was_away(store, day(days)) is away, "the same all day"
    presence.seen(store, day(days + 1))
    assert not presence.was_away(store, day(days + 1))


def test_a_clock_that_was_set_back_is_no_return(store):
    presence.seen(store, day(100))
    presence.seen(store, MONDAY)
    assert not presence.was_away(store, MONDAY)
    assert not presence.was_away(store, day(101))


@pytest.mark.parametrize("kept", ["", "yesterday", "2026-10-12 nonsense", "2026-13-01"])
def test_what_makes_no_sense_is_no_day(store, kept):
    store.set_setting(Setting.SEEN_ON, kept)
    assert not presence.was_away(store, day(30))
    presence.seen(store, day(30))
    assert not presence.was_away(store, day(31))

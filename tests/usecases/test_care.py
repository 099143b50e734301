"""The bin is emptied behind a proven copy, and by no day that a clock has leapt to."""

from datetime import date, timedelta

import pytest

from app.domain.contact import Contact, Name
from app.store.settings import Setting
from app.usecases import care, people
from tests.store.conftest import at

DAY = date(2026, 10, 15)


@pytest.fixture
def binned(store):
    """One who was put into the bin on the first day, and one who was not."""
    for name in ("Mio", "Taro"):
        people.add(store, Contact(name=Name(name)), now=at(DAY))
    (mio,) = [i for i in store.people().ids if store.contact(i).name.full == "Mio"]
    people.delete(store, [mio], now=at(DAY))
    return mio


def look(store, days, *, copy=True):
    now = at(DAY + timedelta(days))
    due = care.wanted(store, now)
    if copy and due is not None:
        due.make(lambda: False)
        care.done(store, due)
    return care.let_go(store, now)


def test_after_thirty_days(store, binned):
    assert [look(store, days) for days in (0, 1, 29, 30)] == [()] * 4
    assert look(store, 31) == (), "by the day before, it is the thirtieth"
    assert look(store, 32) == (binned,)
    assert store.deleted() == ()
    assert len(store.people().ids) == 1
    assert look(store, 32) == look(store, 33) == ()


def test_not_without_a_copy(store, binned):
    assert look(store, 40, copy=False) == look(store, 41, copy=False) == ()
    assert look(store, 41) == (binned,)


def test_the_twin_that_trusts_the_clock(store, binned, monkeypatch):
    monkeypatch.setattr(care, "_earlier", lambda _store, today: today)
    assert look(store, 4000) == (binned,)


def test_a_clock_that_leaps_lets_go_of_nobody(store, binned):
    assert look(store, 1) == ()
    assert look(store, 4000) == look(store, 4000) == ()
    assert look(store, 2) == (), "set right again"
    assert look(store, 3) == ()
    assert look(store, 40) == ()
    assert look(store, 41) == (binned,)


@pytest.mark.parametrize("kept", ["", "yesterday", "2026-13-01"])
def test_what_makes_no_sense_is_no_day(store, binned, kept):
    store.set_setting(Setting.CARED_ON, kept)
    assert look(store, 90) == ()
    assert look(store, 91) == (binned,)

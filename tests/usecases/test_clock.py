"""R56: a clock that jumps, back or forth, fires nothing twice and loses nobody."""

from calendar import isleap
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from app.domain.contact import Contact, Met, Name
from app.domain.dates import Birthday, LeapDay
from app.domain.interaction import Initiative, Kind
from app.domain.now import Now
from app.domain.rhythm import Rhythm
from app.store.settings import Setting
from app.usecases import log, notifying, people, promises, reconnect, today
from tests.usecases.conftest import JAPAN, at

DAY = date(2026, 10, 15)
HOURS = timedelta(hours=1)


def moved(now, by):
    """Another reading of the same clock."""
    local = now.local + by
    return Now(local.astimezone(UTC), local)


def someone(store):
    """The id of a new person."""
    return people.add(store, Contact(name=Name("a")), now=at(DAY)).subject


def everybody(store):
    """One person for each reason that there is, all due on the day."""
    day = DAY - timedelta(1)
    ids = {}

    def add(name, **what):
        ids[name] = people.add(store, Contact(name=Name(name), **what), now=at(day)).subject
        return ids[name]

    promises.make(store, add("promise"), "x", due=DAY, now=at(day))
    reconnect.set_follow_up(store, add("follow-up"), DAY, now=at(day))
    mail = {"kind": Kind.MAIL, "now": at(day)}
    log.note(store, [add("theirs")], "x", initiative=Initiative.THEM, **mail)
    long_ago = DAY - timedelta(30)
    log.note(store, [add("mine")], "x", initiative=Initiative.ME, on=long_ago, **mail)
    add("birthday", birthday=Birthday(10, 15), met=Met(long_ago))
    add("rhythm", rhythm=Rhythm(1, 2), met=Met(date(2026, 9, 15)))
    return ids


def due(store, now):
    """Who is due, as the window asks."""
    return {p.contact_id for p in today.judge(store, now.today).people}


@pytest.mark.parametrize("handle", ["done", "skip", "later"])
@pytest.mark.parametrize("back", [HOURS, timedelta(1), timedelta(2)])
def test_a_clock_set_back_asks_for_nothing_that_was_handled(store, handle, back):
    ids = set(everybody(store).values())
    now = at(DAY)
    assert due(store, now) == ids
    for who in ids:
        if handle == "done":
            reconnect.done(store, who, now=now)
        elif handle == "later":
            reconnect.later(store, who, DAY + timedelta(2), now=now)
        else:
            reconnect.skip(store, who, now=now)
    left = due(store, now)
    assert len(left) == (1 if handle == "skip" else 0)  # a promise is kept, not skipped
    assert due(store, moved(now, -back)) <= left
    assert due(store, now) == left


def test_without_a_look_ahead_they_are_asked_for_again(store, monkeypatch):
    """The sabotage twin."""
    monkeypatch.setattr(today, "LATELY_AHEAD_DAYS", 0)
    with pytest.raises(AssertionError):
        test_a_clock_set_back_asks_for_nothing_that_was_handled(store, "done", timedelta(1))


def test_an_answer_comes_after_the_letter_whatever_the_clock_says(store):
    who = someone(store)
    theirs = {"kind": Kind.MAIL, "initiative": Initiative.THEM, "now": at(DAY, hour=10)}
    log.note(store, [who], "theirs", **theirs)
    for hours in (1, 5, 9):
        reconnect.done(store, who, now=moved(at(DAY, hour=10), -hours * HOURS))
    assert store.timeline(who)[-1].note == "theirs"
    assert due(store, at(DAY + timedelta(1))) == set()


def test_the_log_of_changes_counts_and_does_not_look_at_the_clock(store):
    who = someone(store)
    for years in (10, 0, -50):
        reconnect.set_follow_up(store, who, DAY, f"{years}", now=at(DAY.replace(year=2026 + years)))
    for note in ("-50", "0", "10"):
        assert note in {f.note for f in store.follow_ups(who)}
        store.undo(at(DAY))
        assert note not in {f.note for f in store.follow_ups(who)}


def test_twenty_jumps_fire_nothing_twice(store):
    """What was handled stays handled; the handful and its notification are those of the day."""
    ids = set(everybody(store).values())
    now, rnd = at(DAY), Random(56)
    first = today.choose(store, DAY)
    notifying.given(store, DAY)
    for person in first.people:
        reconnect.done(store, person.contact_id, now=now)
    resting = ids - {p.contact_id for p in first.people}
    to_1970 = datetime(1970, 1, 1, tzinfo=JAPAN) - now.local
    jumps = (-HOURS, -timedelta(1), to_1970, timedelta(3652))
    for _ in range(20):
        there = moved(now, rnd.choice(jumps))
        shown = today.choose(store, there.today)
        assert len(shown.people) <= 5
        if there.today <= DAY:
            assert {p.contact_id for p in shown.people} <= resting
        notifying.given(store, there.today)
        back = today.choose(store, DAY)
        assert (back.people, back.waiting) == ((), len(resting))
        assert notifying.notifying(store, DAY).given
    assert due(store, now) == resting


@pytest.mark.parametrize("rule", list(LeapDay))
def test_29_february_is_wished_for_once_a_year_and_stays_what_it_is(store, rule):
    store.set_setting(Setting.LEAP_DAY, rule)
    leaper = Contact(name=Name("a"), birthday=Birthday(2, 29), met=Met(date(2023, 1, 1)))
    who = people.add(store, leaper, now=at(date(2023, 1, 1))).subject
    assert who is not None
    reconnect.done(store, who, now=at(date(2023, 1, 2)))  # the first follow-up
    before, wished, day = store.contact(who), [], date(2024, 2, 27)
    while day.year < 2033:
        if due(store, at(day)):
            wished.append(day)
            reconnect.done(store, who, now=at(day))
        # Every day around it, and a long sleep through the rest of the year.
        day = day + timedelta(1) if (day.month, day.day) < (3, 3) else date(day.year + 1, 2, 27)
    assert [day.year for day in wished] == list(range(2024, 2033))
    assert store.contact(who) == before
    assert str(store.contact(who).birthday) == "--02-29"


def test_without_its_rule_29_february_is_wished_for_in_leap_years_alone(store, monkeypatch):
    """The sabotage twin of R55."""

    def plain(self, year, rule):
        while not isleap(year):
            year -= 1
        return date(year, self.month, self.day)

    monkeypatch.setattr(Birthday, "in_year", plain)
    with pytest.raises(AssertionError):
        test_29_february_is_wished_for_once_a_year_and_stays_what_it_is(store, LeapDay.AFTER)

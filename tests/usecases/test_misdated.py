"""R56: what was written under a clock far ahead is dated anew on wish, and then nobody is lost."""

from datetime import date, timedelta

import pytest

from app.domain.contact import Contact, Met, Name
from app.domain.interaction import Initiative, Kind
from app.domain.rhythm import Rhythm
from app.usecases import log, misdated, people, promises, reconnect, today, undoing
from tests.usecases.conftest import at

DAY = date(2026, 10, 15)
AHEAD = date(2036, 10, 17)


def someone(store, name="a", **what):
    """The id of a new person."""
    contact = Contact(name=Name(name), **what)
    return people.add(store, contact, now=at(DAY - timedelta(1))).subject


def due(store, day):
    """Who is due on a day."""
    return {p.contact_id for p in today.judge(store, day).people}


@pytest.fixture
def lost(store):
    """Four people, with what was written about them ten years ahead."""
    ids = [someone(store, name, met=Met(date(2026, 8, 1)), rhythm=Rhythm(1, 2)) for name in "abcd"]
    typed, promised, written, rested = ids
    now = at(AHEAD)
    reconnect.set_follow_up(store, typed, AHEAD + timedelta(7), now=now)
    promises.make(store, promised, "x", due=AHEAD + timedelta(7), now=now)
    log.note(store, [written], "x", now=now, kind=Kind.LETTER, initiative=Initiative.ME)
    reconnect.later(store, rested, AHEAD + timedelta(7), now=now)
    return ids


def test_nobody_is_lost_once_it_is_dated_anew(store, lost):
    typed, promised, written, rested = lost
    assert misdated.misdated(store, at(DAY)) == 4
    # A follow-up that waits for ten years holds the rhythm back as well.
    assert due(store, DAY + timedelta(60)) == {promised, written, rested}
    misdated.mend(store, at(DAY))
    assert misdated.misdated(store, at(DAY)) == 0
    assert due(store, DAY + timedelta(6)) == {promised}  # by the rhythm
    week = DAY + timedelta(7)
    assert due(store, week) == {typed, promised, rested}
    assert store.follow_ups(typed)[0].due == store.promises(promised)[0].due == week
    assert store.timeline(written)[0].on == DAY
    assert due(store, DAY + timedelta(40)) == {typed, promised, written, rested}


def test_who_was_only_brought_in_needs_no_mending(store):
    people.add(store, Contact(name=Name("e")), now=at(AHEAD))
    assert misdated.misdated(store, at(DAY)) == 0
    assert misdated.mend(store, at(DAY)).edits == ()


def test_it_is_one_change_and_can_be_taken_back(store, lost):
    before = [store.records_about(who) for who in lost]
    change = misdated.mend(store, at(DAY))
    assert len(change.edits) == 4
    undoing.undo(store, now=at(DAY))
    assert [store.records_about(who) for who in lost] == before
    assert misdated.misdated(store, at(DAY)) == 4


def test_a_day_that_a_person_set_is_left_alone(store):
    who = someone(store)
    reconnect.set_follow_up(store, who, DAY + timedelta(400), now=at(DAY))
    log.note(store, [who], "planned", now=at(DAY), on=DAY + timedelta(30))
    reconnect.set_follow_up(store, who, AHEAD, now=at(AHEAD))
    mine = next(f for f in store.follow_ups(who) if f.due == AHEAD)
    reconnect.set_follow_up(store, who, DAY + timedelta(9), now=at(DAY), replaces=mine)
    assert misdated.misdated(store, at(DAY)) == 0
    assert misdated.mend(store, at(DAY)).seq is None


def test_a_clock_that_is_behind_now_offers_nothing(store):
    who = someone(store)
    reconnect.set_follow_up(store, who, DAY, now=at(DAY))
    assert misdated.misdated(store, at(date(1970, 1, 1))) == 0


def test_a_day_or_two_are_no_matter(store):
    who = someone(store)
    reconnect.done(store, who, now=at(DAY + timedelta(2)))
    assert misdated.misdated(store, at(DAY)) == 0

"""A rhythm on a real store: who is due by it, and what ends that."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.change import Change, Edit, Verb
from app.domain.dates import Birthday
from app.domain.due import ReasonKind
from app.domain.interaction import Initiative, Kind
from app.domain.rhythm import Rhythm
from app.store.settings import Setting
from app.usecases import log, people, reconnect, rhythms, today
from tests.usecases.conftest import at, person

DAY = date(2026, 10, 15)
NOW = at(DAY)
RHYTHM = [ReasonKind.RHYTHM]


def due(store, on):
    return [(p.contact_id, [r.kind for r in p.reasons]) for p in today.due(store, on).people]


@pytest.fixture
def mio(store):
    """Somebody met long ago, with whom to be in touch every month."""
    made = people.add(store, person("早坂 美緒", met=DAY - timedelta(200)), now=NOW)
    (contact_id,) = made.people()
    before = store.contact(contact_id)
    after = replace(before, rhythm=Rhythm(1, 2))
    store.apply(Change(Verb.EDIT_CONTACT, (Edit(before, after),), contact_id), now=NOW)
    return contact_id


def write_down(store, contact_id, on):
    return log.note(
        store, [contact_id], None, kind=Kind.MAIL, initiative=Initiative.ME, on=on, now=NOW
    )


def test_from_the_day_we_met_where_nothing_came_of_it(store, mio):
    assert due(store, DAY) == [(mio, RHYTHM)]
    assert due(store, DAY - timedelta(180)) == []


def test_a_contact_begins_it_anew_and_an_older_one_does_not(store, mio):
    write_down(store, mio, DAY - timedelta(3))
    assert due(store, DAY) == []
    write_down(store, mio, DAY - timedelta(90))
    assert due(store, DAY) == []
    assert due(store, date(2026, 11, 11)) == []
    assert due(store, date(2026, 11, 12)) == [(mio, RHYTHM)]


def test_done_later_and_not_this_time(store, mio):
    reconnect.done(store, mio, now=NOW, initiative=Initiative.ME)
    assert due(store, DAY) == []
    assert due(store, date(2026, 11, 15)) == [(mio, RHYTHM)]
    store.undo(NOW)
    reconnect.skip(store, mio, now=NOW)
    assert due(store, DAY) == []
    assert due(store, DAY + timedelta(31)) == [(mio, RHYTHM)]
    store.undo(NOW)
    assert due(store, DAY) == [(mio, RHYTHM)]


def test_whoever_lies_in_the_bin_is_not_asked_about(store, mio):
    people.delete(store, [mio], now=NOW)
    assert due(store, DAY) == []


@pytest.mark.parametrize(("rule", "day"), [("02-28", 28), ("03-01", None)])
def test_the_setting_says_when_29_february_is_kept(store, rule, day):
    store.set_setting(Setting.LEAP_DAY, rule)
    born = person("早坂 美緒", met=date(2026, 1, 1), birthday=Birthday(2, 29))
    people.add(store, born, now=at(date(2026, 12, 1)))
    found = today.due(store, date(2027, 2, 28)).people
    kinds = [r.kind for p in found for r in p.reasons]
    assert (ReasonKind.BIRTHDAY in kinds) is (day == 28)
    later = [r.since for p in today.due(store, date(2027, 3, 2)).people for r in p.reasons]
    assert date(2027, 2, 28) in later if day == 28 else date(2027, 3, 1) in later


# a tag's rhythm, the thinner one, the one learned


@pytest.fixture
def rei(store):
    """Somebody met long ago, with two tags."""
    made = people.add(
        store, person("安曇 玲", met=DAY - timedelta(200), tags=("朝活", "大学")), now=NOW
    )
    (contact_id,) = made.people()
    return contact_id


def test_a_tag_has_a_rhythm_for_whoever_bears_it(store, mio, rei):
    assert due(store, DAY) == [(mio, RHYTHM)]
    change = rhythms.set_for_tag(store, "朝活", Rhythm(3, 4), now=NOW)
    assert change.verb is Verb.TAG_RHYTHM
    assert sorted(due(store, DAY)) == sorted([(mio, RHYTHM), (rei, RHYTHM)])
    assert [(r.tag, r.rhythm) for r in store.tag_rhythms()] == [("朝活", Rhythm(3, 4))]
    assert rhythms.of_tags(store, ("朝活",)) == Rhythm(3, 4)
    store.undo(NOW)
    assert due(store, DAY) == [(mio, RHYTHM)]
    assert store.tag_rhythms() == ()


def test_of_tags_the_shortest_and_their_own_before_any(store, rei):
    rhythms.set_for_tag(store, "朝活", Rhythm(12, 15), now=NOW)
    assert due(store, DAY) == []
    rhythms.set_for_tag(store, "大学", Rhythm(3, 4), now=NOW)
    (found,) = today.due(store, DAY).people
    assert found.reasons[0].every == 3
    people.set_rhythm(store, rei, Rhythm(12, 15), now=NOW)
    assert due(store, DAY) == []
    people.set_rhythm(store, rei, None, now=NOW)
    people.set_tags(store, rei, ("朝活",), now=NOW)
    assert due(store, DAY) == []


def test_a_tags_rhythm_is_changed_and_taken_away(store, rei):
    rhythms.set_for_tag(store, "朝活", Rhythm(3, 4), now=NOW)
    rhythms.set_for_tag(store, "朝活", Rhythm(12, 15), now=NOW)
    assert [r.rhythm for r in store.tag_rhythms()] == [Rhythm(12, 15)]
    assert rhythms.set_for_tag(store, "朝活", Rhythm(12, 15), now=NOW).seq is None, "no change"
    assert rhythms.set_for_tag(store, "犬", None, now=NOW).seq is None
    rhythms.set_for_tag(store, "朝活", None, now=NOW)
    assert store.tag_rhythms() == ()
    store.undo(NOW)
    store.undo(NOW)
    assert [r.rhythm for r in store.tag_rhythms()] == [Rhythm(3, 4)]
    assert due(store, DAY) == [(rei, RHYTHM)]


def test_a_birthday_of_whoever_bears_a_tag_that_has_a_rhythm(store):
    someone = person("原田 渉", tags=("大学",), birthday=Birthday(DAY.month, DAY.day))
    (contact_id,) = people.add(store, someone, now=NOW).people()
    assert due(store, DAY) == []
    rhythms.set_for_tag(store, "大学", Rhythm(6, 8), now=NOW)
    assert due(store, DAY) == [(contact_id, [ReasonKind.BIRTHDAY])]


def test_somebody_of_an_address_book_is_asked_about_once_there_is_a_rhythm(store):
    (contact_id,) = people.add(store, person("原田 渉"), now=at(date(2026, 5, 31))).people()
    assert due(store, DAY) == []
    people.set_rhythm(store, contact_id, Rhythm(1, 2), now=NOW)
    assert due(store, date(2026, 6, 29)) == []
    assert due(store, date(2026, 6, 30)) == [(contact_id, RHYTHM)]


def thinner(store, on):
    (found,) = today.due(store, on).people
    return found.thinner


@pytest.fixture
def skipped(store, mio):
    """Three rounds that were let go."""
    days = [DAY - timedelta(n) for n in (150, 100, 60)]
    for day in days:
        assert due(store, day) == [(mio, RHYTHM)]
        assert thinner(store, day) is None
        reconnect.skip(store, mio, now=at(day))
    return mio


def test_three_skips_propose_a_thinner_rhythm_that_is_one_change(store, skipped):
    assert thinner(store, DAY) == Rhythm(3, 4)
    change = rhythms.thin(store, skipped, Rhythm(3, 4), now=NOW)
    assert store.contact(skipped).rhythm == Rhythm(3, 4)
    assert (change.verb, change.subject) == (Verb.THINNER_RHYTHM, skipped)
    later = DAY + timedelta(100)
    assert thinner(store, later) is None, "the same three skips do not ask again"
    store.undo(NOW)
    assert store.contact(skipped).rhythm == Rhythm(1, 2)
    assert thinner(store, DAY) == Rhythm(3, 4)


def test_as_before_is_remembered_until_the_next_three(store, skipped):
    change = rhythms.keep(store, skipped, now=NOW)
    assert change.verb is Verb.KEEP_RHYTHM
    assert thinner(store, DAY) is None
    assert store.contact(skipped).rhythm == Rhythm(1, 2)
    assert rhythms.keep(store, skipped, now=NOW).seq is None, "there is nothing more to answer"
    for n in (0, 40, 80):
        reconnect.skip(store, skipped, now=at(DAY + timedelta(n)))
    assert thinner(store, DAY + timedelta(130)) == Rhythm(3, 4)
    for _ in range(4):
        store.undo(NOW)
    assert thinner(store, DAY) == Rhythm(3, 4)


def test_a_contact_ends_the_row(store, skipped):
    write_down(store, skipped, DAY - timedelta(50))
    assert thinner(store, DAY) is None


def test_a_tags_rhythm_becomes_thinner_for_one(store, rei):
    rhythms.set_for_tag(store, "朝活", Rhythm(1, 2), now=NOW)
    for n in (150, 100, 60):
        reconnect.skip(store, rei, now=at(DAY - timedelta(n)))
    assert thinner(store, DAY) == Rhythm(3, 4)
    rhythms.thin(store, rei, Rhythm(3, 4), now=NOW)
    assert store.contact(rei).rhythm == Rhythm(3, 4)
    assert store.tag_rhythms()[0].rhythm == Rhythm(1, 2)


def test_a_rhythm_is_learned_from_what_was(store, mio):
    for n in (400, 310, 220, 130):
        write_down(store, mio, DAY - timedelta(n))
    log.note(store, [mio], "a note is no contact", on=DAY - timedelta(60), now=NOW)
    assert rhythms.learned(store, mio, DAY) is None
    write_down(store, mio, DAY - timedelta(40))
    assert rhythms.learned(store, mio, DAY) == Rhythm(3, 4)
    assert rhythms.learned(store, mio, DAY - timedelta(100)) is None, "what is still to come"
    assert store.contact(mio).rhythm == Rhythm(1, 2), "nothing is set by itself"

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
from app.usecases import log, people, reconnect, today
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

"""People: add, edit, tag, bin."""

import dataclasses
from datetime import date, timedelta

import pytest

from app.domain.contact import Email, Phone
from app.domain.errors import NotFoundError
from app.domain.interaction import Kind
from app.store.errors import StaleError
from app.usecases import log, people, undoing
from tests.usecases.conftest import at, everyone, person

DAY = date(2026, 10, 15)
NOW = at(DAY)


@pytest.fixture
def mio(store):
    change = people.add(store, person("早坂 美緒", "mio@x.example"), now=NOW)
    return store.contact(change.subject)


def test_adding(store):
    change = people.add(store, person("早坂 美緒", tags=(" 家具 ", "家具", "", "木 工")), now=NOW)
    (mio,) = everyone(store)
    assert (mio.id, mio.tags) == (change.subject, ("家具", "木 工"))
    assert store.follow_ups(mio.id) == ()


def test_someone_met_lately_begins_with_a_follow_up(store):
    change = people.add(store, person("早坂 美緒", met=DAY - timedelta(2)), now=NOW)
    assert [f.due for f in store.follow_ups(change.subject)] == [DAY + timedelta(1)]
    assert [a.kind for a in store.timeline(change.subject)] == [Kind.CARDS]


def test_editing(store, mio):
    after = dataclasses.replace(mio, title="代表", emails=(*mio.emails, Email("b@x.example")))
    change = people.edit(store, mio, after, now=NOW)
    assert change.people() == {mio.id}
    assert store.contact(mio.id) == after
    undoing.undo(store, now=NOW)
    assert store.contact(mio.id) == mio


def test_an_edit_that_changes_nothing_is_no_change(store, mio):
    assert people.edit(store, mio, mio, now=NOW).seq is None
    assert store.last_change().verb.value == "add_contact"


def test_an_edit_of_what_changed_meanwhile_is_refused(store, mio):
    people.edit(store, mio, dataclasses.replace(mio, title="代表"), now=NOW)
    with pytest.raises(StaleError):
        people.edit(store, mio, dataclasses.replace(mio, title="会長"), now=NOW)
    assert store.contact(mio.id).title == "代表"


def test_an_edit_cannot_change_who_it_is(store, mio):
    people.edit(store, mio, dataclasses.replace(mio, id="other", title="代表"), now=NOW)
    assert store.contact(mio.id).title == "代表"


def test_a_typed_number_gets_the_form_that_identifies(store, mio):
    typed = dataclasses.replace(mio, phones=(Phone("090-5550-0142", "cell", "+8100"),))
    people.edit(store, mio, typed, now=NOW)
    assert store.contact(mio.id).phones[0].e164 == "+819055500142"
    change = people.add(store, person("A B", phone="03-5550-0163"), now=NOW)
    assert store.contact(change.subject).phones[0].e164 == "+81355500163"


def test_tags(store, mio):
    people.set_tags(store, mio.id, ["家具", " 松本"], now=NOW)
    assert store.contact(mio.id).tags == ("家具", "松本")
    assert dict(store.tags()) == {"家具": 1, "松本": 1}
    undoing.undo(store, now=NOW)
    assert store.contact(mio.id).tags == ()


def test_the_bin_keeps_everything_for_thirty_days(store, mio):
    log.note(store, [mio.id], "会った", now=NOW, kind=Kind.MET)
    people.delete(store, [mio.id, mio.id], now=NOW)
    assert store.people().ids == ()
    assert [c.id for c in store.deleted()] == [mio.id]
    assert people.empty_old_bin(store, now=at(DAY + timedelta(29))) == ()
    people.restore(store, [mio.id], now=NOW)
    assert store.people().ids == (mio.id,)
    assert len(store.timeline(mio.id)) == 1
    people.delete(store, [mio.id], now=NOW)
    assert people.empty_old_bin(store, now=at(DAY + timedelta(31))) == (mio.id,)
    assert store.deleted() == ()


def test_deleting_twice_is_no_change(store, mio):
    people.delete(store, [mio.id], now=NOW)
    assert people.delete(store, [mio.id], now=NOW).edits == ()


def test_who_is_not_there(store):
    with pytest.raises(NotFoundError):
        people.set_tags(store, "nobody", [], now=NOW)

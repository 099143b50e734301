"""Done, later, not this time; and the day that stays stable."""

from datetime import date, timedelta

import pytest

from app.domain.due import ReasonKind
from app.domain.errors import NotFoundError
from app.domain.interaction import Initiative, Kind
from app.domain.reminder import Closed, FollowUpKind
from app.usecases import daily, log, people, reconnect, today, undoing
from tests.usecases.conftest import at, bring_in, file, person

DAY = date(2026, 10, 15)
NOW = at(DAY)
THEM = Initiative.THEM


@pytest.fixture
def mio(store):
    return people.add(store, person("早坂 美緒"), now=NOW).subject


def due(store, day=DAY):
    return [(p.contact_id, [r.kind for r in p.reasons]) for p in today.due(store, day).people]


def some(store, number):
    made = (people.add(store, person(f"人 {n}"), now=NOW).subject for n in range(number))
    return [contact_id or "" for contact_id in made]


def test_a_typed_follow_up_comes_on_its_day(store, mio):
    reconnect.set_follow_up(store, mio, DAY + timedelta(3), " 端材の見本 ", now=NOW)
    assert due(store) == []
    assert due(store, DAY + timedelta(3)) == [(mio, [ReasonKind.FOLLOW_UP])]
    (person,) = today.due(store, DAY + timedelta(9)).people
    assert (person.reasons[0].text, person.reasons[0].since) == ("端材の見本", DAY + timedelta(3))
    undoing.undo(store, now=NOW)
    assert due(store, DAY + timedelta(3)) == []


def test_another_day_or_none(store, mio):
    reconnect.set_follow_up(store, mio, DAY, now=NOW)
    (old,) = store.follow_ups(mio)
    reconnect.set_follow_up(store, mio, DAY + timedelta(1), "x", now=NOW, replaces=old)
    (new,) = store.follow_ups(mio)
    assert (new.id, new.due, new.note) == (old.id, DAY + timedelta(1), "x")
    reconnect.drop_follow_up(store, mio, new.id, now=NOW)
    assert store.follow_ups(mio) == ()
    with pytest.raises(NotFoundError):
        reconnect.drop_follow_up(store, mio, new.id, now=NOW)


def test_done_writes_the_timeline_and_settles_what_is_due(store, mio):
    reconnect.set_follow_up(store, mio, DAY, now=NOW)
    reconnect.set_follow_up(store, mio, DAY + timedelta(30), now=NOW)
    change = reconnect.done(store, mio, now=NOW, kind=Kind.CALL, note="見本の話")
    (act,) = store.timeline(mio)
    assert (act.kind, act.initiative, act.on, act.note) == (
        Kind.CALL,
        Initiative.ME,
        DAY,
        "見本の話",
    )
    assert [f.due for f in store.follow_ups(mio)] == [DAY + timedelta(30)]
    assert due(store) == []
    assert change.subject == mio
    undoing.undo(store, now=NOW)
    assert store.timeline(mio) == ()
    assert due(store) == [(mio, [ReasonKind.FOLLOW_UP])]


def test_done_before_the_first_follow_up_settles_it(store):
    bring_in(store, file(person("早坂 美緒")), now=NOW, met_on=DAY)
    (mio,) = store.people().ids
    change = reconnect.done(store, mio, now=NOW)
    closed = change.edits[1].after
    assert (closed.kind, closed.closed, closed.closed_on) == (FollowUpKind.FIRST, Closed.DONE, DAY)
    assert due(store, DAY + timedelta(5)) == []


def test_a_remark_is_no_contact(store, mio):
    with pytest.raises(ValueError, match="note"):
        reconnect.done(store, mio, now=NOW, kind=Kind.NOTE)


def test_they_came_first(store, mio):
    log.note(store, [mio], "x", now=NOW, kind=Kind.MAIL, initiative=Initiative.ME, on=DAY)
    change = reconnect.done(store, mio, now=NOW, kind=Kind.CALL, initiative=THEM)
    assert change.edits[0].after.answers is not None


def test_later_rests_until_the_day(store, mio):
    reconnect.set_follow_up(store, mio, DAY, now=NOW)
    reconnect.later(store, mio, DAY + timedelta(3), now=NOW)
    assert due(store) == due(store, DAY + timedelta(2)) == []
    assert due(store, DAY + timedelta(3)) == [(mio, [ReasonKind.FOLLOW_UP])]
    undoing.undo(store, now=NOW)
    assert due(store) == [(mio, [ReasonKind.FOLLOW_UP])]
    with pytest.raises(ValueError, match="2026-10-15"):
        reconnect.later(store, mio, DAY, now=NOW)


def test_not_this_time_skips_this_round_alone(store, mio):
    reconnect.set_follow_up(store, mio, DAY, now=NOW)
    reconnect.set_follow_up(store, mio, DAY + timedelta(10), now=NOW)
    log.note(store, [mio], "x", now=NOW, kind=Kind.MAIL, initiative=THEM, on=DAY - timedelta(4))
    reconnect.skip(store, mio, now=NOW)
    assert due(store) == due(store, DAY + timedelta(9)) == []
    assert due(store, DAY + timedelta(10)) == [(mio, [ReasonKind.FOLLOW_UP])]
    undoing.undo(store, now=NOW)
    assert due(store) == [(mio, [ReasonKind.FOLLOW_UP, ReasonKind.WAITS_FOR_ME])]


def test_nobody_there(store):
    with pytest.raises(NotFoundError):
        reconnect.skip(store, "nobody", now=NOW)


def choose(store):
    due_now = today.choose(store, DAY)
    assert due_now == today.due(store, DAY)
    return store.choice(DAY)


def test_the_choice_of_a_day_is_stable(store):
    ids = some(store, 8)
    for n, contact_id in enumerate(ids):
        reconnect.set_follow_up(store, contact_id, DAY - timedelta(20 - n), now=NOW)
    chosen = choose(store)
    assert list(chosen) == ids[:5]
    assert today.due(store, DAY).waiting == 3
    reconnect.done(store, ids[1], now=NOW)
    assert choose(store) == chosen
    assert [p for p, _ in due(store)] == [ids[0], *ids[2:5]]
    assert today.due(store, DAY).waiting == 3
    tomorrow = DAY + timedelta(1)
    assert [p for p, _ in due(store, tomorrow)] == [ids[0], *ids[2:6]]


def test_free_places_are_filled_and_a_new_number_counts(store):
    ids = some(store, 3)
    reconnect.set_follow_up(store, ids[0], DAY, now=NOW)
    assert choose(store) == (ids[0],)
    daily.set_daily_number(store, 2)
    for contact_id in ids[1:]:
        reconnect.set_follow_up(store, contact_id, DAY, now=NOW)
    assert len(choose(store)) == 2
    assert today.due(store, DAY).waiting == 1


@pytest.mark.parametrize(("typed", "number"), [(0, 1), (1, 1), (7, 7), (99, 10)])
def test_the_daily_number_has_bounds(store, typed, number):
    daily.set_daily_number(store, typed)
    assert daily.daily_number(store) == number


def test_a_setting_that_makes_no_sense_is_the_usual(store):
    store.set_setting("daily_number", "many")
    assert daily.daily_number(store) == 5


def test_asking_writes_nothing(store, mio):
    before = store.last_change()
    today.due(store, DAY)
    assert store.choice(DAY) == ()
    assert store.last_change() == before

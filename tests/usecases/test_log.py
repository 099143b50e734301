"""The timeline: entries, replies, mending."""

import dataclasses
from datetime import date, timedelta

import pytest

from app.domain.errors import NotFoundError
from app.domain.interaction import Initiative, Kind
from app.usecases import log, people, undoing
from tests.usecases.conftest import at, person

DAY = date(2026, 10, 15)
NOW = at(DAY)
THEM, ME, BOTH = Initiative.THEM, Initiative.ME, Initiative.BOTH


@pytest.fixture
def ids(store):
    return [people.add(store, person(n), now=NOW).subject for n in ("早坂 美緒", "原田 渉")]


def write(store, who, kind, initiative, ago, **more):
    change = log.note(
        store, who, "x", now=NOW, kind=kind, initiative=initiative, on=DAY - timedelta(ago), **more
    )
    return change.edits[0].after


def test_a_remark(store, ids):
    change = log.note(store, ids[:1], "  浅煎りの豆。 ", now=NOW)
    (act,) = store.timeline(ids[0])
    assert (act.kind, act.initiative, act.on, act.note) == (
        Kind.NOTE,
        Initiative.UNKNOWN,
        DAY,
        "浅煎りの豆。",
    )
    assert change.subject == ids[0]
    undoing.undo(store, now=NOW)
    assert store.timeline(ids[0]) == ()


def test_several_people_at_once(store, ids):
    log.note(store, [*ids, ids[0]], "昼食", now=NOW, kind=Kind.MET)
    assert store.timeline(ids[0]) == store.timeline(ids[1])
    assert store.timeline(ids[0])[0].contact_ids == tuple(ids)
    assert store.timeline(ids[0])[0].initiative is BOTH


def test_their_message_after_mine_is_a_reply(store, ids):
    mine = write(store, ids[:1], Kind.LETTER, ME, 10)
    reply = write(store, ids[:1], Kind.MAIL, THEM, 3)
    assert reply.answers == mine.id
    assert store.tie(ids[0], DAY).knots == (True, False, False)
    again = write(store, ids[:1], Kind.MAIL, THEM, 1)
    assert again.answers is None
    assert store.tie(ids[0], DAY).knots == (True, True, False)


@pytest.mark.parametrize(
    ("kind", "initiative", "ago", "why"),
    [
        (Kind.MAIL, THEM, 20, "it was before mine"),
        (Kind.MET, THEM, 3, "a meeting answers no letter"),
        (Kind.MAIL, ME, 3, "it is mine"),
        (Kind.NOTE, THEM, 3, "a remark is no answer"),
        (Kind.MAIL, BOTH, 3, "nobody began it"),
    ],
)
def test_what_is_no_reply(store, ids, kind, initiative, ago, why):
    write(store, ids[:1], Kind.LETTER, ME, 10)
    assert write(store, ids[:1], kind, initiative, ago).answers is None, why


def test_after_sixty_days_it_is_a_voice_of_their_own(store, ids):
    write(store, ids[:1], Kind.LETTER, ME, 70)
    assert write(store, ids[:1], Kind.MAIL, THEM, 9).answers is None
    assert write(store, ids[1:], Kind.LETTER, ME, 70)
    assert write(store, ids[1:], Kind.MAIL, THEM, 10).answers is not None


def test_their_own_message_in_between_is_the_newest(store, ids):
    write(store, ids[:1], Kind.LETTER, ME, 30)
    write(store, ids[:1], Kind.MAIL, THEM, 20)
    assert write(store, ids[:1], Kind.MAIL, THEM, 10).answers is None


def test_the_person_may_say_otherwise(store, ids):
    mine = write(store, ids[:1], Kind.LETTER, ME, 100)
    assert write(store, ids[:1], Kind.MAIL, THEM, 3, answers=mine.id).answers == mine.id
    write(store, ids[1:], Kind.LETTER, ME, 10)
    assert write(store, ids[1:], Kind.MAIL, THEM, 3, answers=None).answers is None


def test_two_people_answer_only_a_letter_to_both(store, ids):
    write(store, ids[:1], Kind.LETTER, ME, 10)
    assert write(store, ids, Kind.MAIL, THEM, 5).answers is None
    both = write(store, ids, Kind.LETTER, ME, 4)
    assert write(store, ids, Kind.MAIL, THEM, 3).answers == both.id


def test_mending_an_entry(store, ids):
    write(store, ids[:1], Kind.LETTER, ME, 10)
    reply = write(store, ids[:1], Kind.MAIL, THEM, 3)
    log.edit(store, reply, dataclasses.replace(reply, initiative=ME), now=NOW)
    (mended, _) = store.timeline(ids[0])
    assert (mended.initiative, mended.answers) == (ME, None)
    assert log.edit(store, mended, mended, now=NOW).seq is None
    undoing.undo(store, now=NOW)
    assert store.timeline(ids[0])[0] == reply


def test_without_my_letter_a_reply_is_a_voice_of_their_own(store, ids):
    mine = write(store, ids[:1], Kind.LETTER, ME, 10)
    write(store, ids[:1], Kind.MAIL, THEM, 3)
    log.delete(store, mine.id, now=NOW)
    assert store.tie(ids[0], DAY).knots == (False, True, False)
    undoing.undo(store, now=NOW)
    assert store.tie(ids[0], DAY).knots == (True, False, False)


def test_what_is_not_there(store, ids):
    with pytest.raises(NotFoundError):
        log.delete(store, "nothing", now=NOW)
    with pytest.raises(NotFoundError):
        log.note(store, ["nobody"], "x", now=NOW)
    assert store.last_change().verb.value == "add_contact"

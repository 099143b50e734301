"""Earlier imports: what can be taken back, what that would touch, and what stands in the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.change import Verb
from app.domain.interaction import Initiative, Kind
from app.store.errors import UndoBlockedError
from app.usecases import importing, log, people, undoing
from app.usecases.import_history import history
from app.usecases.import_plan import Answer, Choice
from tests.usecases.conftest import at, bring_in, everyone, file, person

DAY = date(2026, 10, 15)
NOW = at(DAY)
LATER = at(DAY + timedelta(1))
SATO = person("佐藤 健一", "kenichi@kitayama.example", "090-1111-2202")
MISAKI = person("髙橋 美咲", "misaki@minato.example", "090-1111-2201")


def seen(store):
    """(files, people, changed, cards, follow-ups, can be undone) of each import."""
    found = []
    for one in history(store):
        undo = one.undo
        told = (undo.people, undo.changed, undo.cards, undo.follow_ups) if undo else None
        found.append((one.batch.files, told, one.can_be_undone))
    return found


def test_none_yet(store):
    assert history(store) == ()


def test_the_newest_comes_first_and_says_what_it_would_touch(store):
    bring_in(store, file(SATO, MISAKI, None), now=NOW, met_on=DAY)
    bring_in(store, file(person("伊藤 由紀", "yuki@hon.example"), name="b.vcf"), now=LATER)
    assert seen(store) == [
        (("b.vcf",), (1, 0, 1, 0), True),
        (("cards.vcf",), (2, 0, 2, 2), True),
    ]
    assert history(store)[1].batch.cards == 3


def test_an_older_import_is_taken_back_and_the_newer_one_stays(store):
    first = bring_in(store, file(SATO), now=NOW)
    bring_in(store, file(MISAKI, name="b.vcf"), now=LATER)
    undo = history(store)[1].undo
    assert undo.seq == first.change.seq
    undoing.undo(store, now=LATER, seq=undo.seq)
    assert [c.name.full for c in everyone(store)] == ["髙橋 美咲"]
    assert [one.batch.files for one in history(store)] == [("b.vcf",)]
    undoing.redo(store, now=LATER)
    assert len(history(store)) == 2


def test_people_whom_an_import_changed_are_counted(store):
    people.add(store, SATO, now=NOW)
    outcome = bring_in(store, file(person("佐藤 健一", "kenichi@kitayama.example", "090-1111-2202",
                                          organization="北山設計事務所")), now=LATER)  # fmt: skip
    assert len(outcome.change.touched(type(SATO))) == 1
    assert seen(store) == [(("cards.vcf",), (0, 1, 1, 0), True)]


def test_an_edit_since_stands_in_the_way_and_is_named(store):
    outcome = bring_in(store, file(SATO, MISAKI), now=NOW)
    before = everyone(store)[0]
    edit = people.edit(store, before, _titled(before), now=LATER)
    one = history(store)[0]
    assert not one.can_be_undone
    assert one.undo.by.seq == edit.seq
    assert one.undo.by.verb is Verb.EDIT_CONTACT
    assert one.person.id == before.id
    with pytest.raises(UndoBlockedError):
        undoing.undo(store, now=LATER, seq=outcome.change.seq)
    undoing.undo(store, now=LATER, seq=edit.seq)
    assert history(store)[0].can_be_undone


def test_an_entry_of_the_timeline_stands_in_the_way(store):
    bring_in(store, file(SATO), now=NOW)
    sato = everyone(store)[0]
    change = log.note(store, [sato.id], None, kind=Kind.CALL, initiative=Initiative.THEM, now=LATER)
    one = history(store)[0]
    assert one.undo.blocked
    assert one.undo.by.seq == change.seq
    assert one.undo.by.verb is Verb.LOG


def test_a_newer_import_of_the_same_person_stands_in_the_way(store):
    bring_in(store, file(SATO), now=NOW)
    newer = bring_in(store, file(person("佐藤 健一", "kenichi@kitayama.example", "090-1111-2202",
                                        title="代表"), name="b.vcf"), now=LATER)  # fmt: skip
    newest, older = history(store)
    assert newest.can_be_undone
    assert older.undo.blocked
    assert older.undo.by.seq == newer.change.seq
    assert older.newer == newest.batch


def test_all_that_stands_in_the_way_is_counted(store):
    bring_in(store, file(SATO, MISAKI), now=NOW)
    sato, misaki = everyone(store)
    people.edit(store, sato, _titled(sato), now=LATER)
    again = store.contact(sato.id)
    people.edit(store, again, replace(again, title="会長"), now=LATER)
    log.note(store, [misaki.id], "met", now=LATER)
    act = store.timeline(misaki.id)[0]
    log.edit(store, act, replace(act, note="met again"), now=LATER)
    last = log.note(store, [sato.id, misaki.id], "lunch", now=LATER)
    undo = history(store)[0].undo
    assert (undo.by.seq, undo.others) == (last.seq, 4)
    for left in (3, 2, 1, 0):
        undoing.undo(store, now=LATER)
        assert history(store)[0].undo.others == left
    undoing.undo(store, now=LATER)
    assert history(store)[0].can_be_undone


def test_answers_given_later_stand_in_the_way(store):
    people.add(store, person("佐藤 健一"), now=NOW)
    plan = importing.preview(store, [file(person("佐藤 健一", "other@mail.example"))])
    importing.accept(store, plan, now=NOW, choices={0: Choice(Answer.LATER)})
    waiting = store.waiting_cards()
    assert len(waiting) == 1
    assert seen(store) == [(("cards.vcf",), (0, 0, 1, 0), True)]
    from app.usecases import review

    review.different(store, waiting[0].id, now=LATER)
    assert history(store)[0].undo.by.verb is Verb.DIFFERENT_PERSON


def test_what_the_log_forgot_cannot_be_taken_back(store):
    bring_in(store, file(SATO), now=NOW)
    much_later = at(DAY + timedelta(400))
    people.add(store, MISAKI, now=much_later)
    one = history(store)[0]
    assert one.undo is None
    assert not one.can_be_undone


def _titled(contact):
    return replace(contact, title="代表")

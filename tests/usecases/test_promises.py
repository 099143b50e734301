"""Promises and remarks: made, kept, found, and due until they are kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.change import Change, Edit, Verb
from app.domain.due import ReasonKind
from app.domain.errors import NotFoundError
from app.domain.promise import Side
from app.domain.remark import RemarkKind
from app.store.answers import PeopleFilter, PeopleView
from app.usecases import duplicates, people, promises, reconnect, remarks, today, undoing
from tests.store.conftest import TODAY, at, person

MIO = person("早坂", "美緒")
KEN = person("藤堂", "健一郎")


@pytest.fixture
def store(store):
    store.apply(Change(Verb.IMPORT, (Edit(None, MIO), Edit(None, KEN))), now=at())
    return store


def due_on(store, day):
    return {p.contact_id: [r.kind for r in p.reasons] for p in today.due(store, day).people}


def test_a_promise_of_mine_is_due_from_its_day_until_it_is_kept(store):
    wanted = TODAY + timedelta(3)
    promises.make(store, MIO.id, "  端材の見本を\n送る ", now=at(), due=wanted)
    promises.make(store, KEN.id, "図面をくれる", now=at(), by=Side.THEM, due=wanted)
    promises.make(store, KEN.id, "いつか工房へ", now=at())
    assert due_on(store, wanted - timedelta(1)) == {}
    assert due_on(store, wanted) == {MIO.id: [ReasonKind.PROMISE]}
    assert due_on(store, wanted + timedelta(400)) == {MIO.id: [ReasonKind.PROMISE]}
    (mine,) = store.promises(MIO.id)
    assert mine.text == "端材の見本を 送る"
    promises.keep(store, mine, now=at(wanted))
    assert due_on(store, wanted) == {}
    assert store.promises(MIO.id)[0].kept_on == wanted
    undoing.undo(store, now=at(wanted))
    assert due_on(store, wanted) == {MIO.id: [ReasonKind.PROMISE]}


def test_a_skip_or_a_talk_does_not_keep_a_promise_and_done_does(store):
    promises.make(store, MIO.id, "見本を送る", now=at(), due=TODAY)
    reconnect.skip(store, MIO.id, now=at())
    assert due_on(store, TODAY) == {MIO.id: [ReasonKind.PROMISE]}
    reconnect.later(store, MIO.id, TODAY + timedelta(1), now=at())
    assert due_on(store, TODAY) == {}
    tomorrow = TODAY + timedelta(1)
    assert due_on(store, tomorrow) == {MIO.id: [ReasonKind.PROMISE]}
    reconnect.done(store, MIO.id, now=at(tomorrow))
    assert due_on(store, tomorrow) == {}
    assert store.promises(MIO.id)[0].kept_on == tomorrow


def test_done_leaves_promises_of_another_day_and_of_theirs_open(store):
    later = promises.make(store, MIO.id, "来月の見本", now=at(), due=TODAY + timedelta(9))
    promises.make(store, MIO.id, "図面をくれる", now=at(), by=Side.THEM, due=TODAY)
    reconnect.done(store, MIO.id, now=at())
    assert [p.kept_on for p in store.promises(MIO.id)] == [None, None]
    assert later.edits[0].after in store.promises(MIO.id)


def test_open_promises_come_by_their_day_then_the_kept_ones_the_last_first(store):
    for text, due in (("c", None), ("b", TODAY + timedelta(2)), ("a", TODAY), ("k", TODAY)):
        promises.make(store, MIO.id, text, now=at(), due=due)
    kept = next(p for p in store.promises(MIO.id) if p.text == "k")
    promises.keep(store, kept, now=at())
    assert [p.text for p in store.promises(MIO.id)] == ["a", "b", "c", "k"]


def test_other_words_and_another_day_are_one_undo(store):
    promises.make(store, MIO.id, "見本", now=at())
    (before,) = store.promises(MIO.id)
    promises.mend(store, before, replace(before, text="見本を3種", due=TODAY), now=at())
    assert store.promises(MIO.id)[0].due == TODAY
    assert promises.mend(store, before, before, now=at()).seq is None
    undoing.undo(store, now=at())
    assert store.promises(MIO.id) == (before,)
    promises.drop(store, before, now=at())
    assert store.promises(MIO.id) == ()


def test_an_empty_line_and_nobody_are_refused(store):
    with pytest.raises(ValueError, match="words"):
        promises.make(store, MIO.id, " \n", now=at())
    with pytest.raises(NotFoundError):
        promises.make(store, "nobody", "x", now=at())
    with pytest.raises(ValueError, match="words"):
        remarks.add(store, MIO.id, RemarkKind.FACE, "", now=at())


def test_the_view_shows_who_has_an_open_promise(store):
    promises.make(store, KEN.id, "図面をくれる", now=at(), by=Side.THEM)
    asked = PeopleFilter(PeopleView.PROMISE, today=TODAY)
    assert store.people(asked).ids == (KEN.id,)
    promises.keep(store, store.promises(KEN.id)[0], now=at())
    assert store.people(asked).ids == ()


def test_promises_and_remarks_are_found_by_their_words(store):
    promises.make(store, MIO.id, "端材の見本を送る", now=at())
    remarks.add(store, KEN.id, RemarkKind.PLEASES, "浅煎りの豆", now=at())
    for words, who in (("端材", MIO), ("浅煎り", KEN)):
        (hit,) = store.search(words, "ja").notes
        assert (hit.contact_ids, hit.on) == ((who.id,), TODAY)
        assert words in hit.excerpt
    (before,) = store.promises(MIO.id)
    promises.mend(store, before, replace(before, text="木の見本"), now=at())
    assert store.search("端材", "ja").notes == ()
    assert len(store.search("木の見本", "ja").notes) == 1
    people.delete(store, [KEN.id], now=at())
    assert store.search("浅煎り", "ja").notes == ()


def test_remarks_go_to_the_past_and_the_same_words_are_not_kept_twice(store):
    remarks.add(store, MIO.id, RemarkKind.PLEASES, "浅煎りの豆", now=at())
    assert remarks.add(store, MIO.id, RemarkKind.PLEASES, "浅煎りの豆 ", now=at()).seq is None
    (line,) = store.remarks(MIO.id)
    remarks.mend(store, line, "深煎りの豆", now=at())
    (line,) = store.remarks(MIO.id)
    remarks.lay_aside(store, line, now=at(date(2027, 1, 1)))
    (past,) = store.remarks(MIO.id)
    assert (past.text, past.past_on) == ("深煎りの豆", date(2027, 1, 1))
    remarks.add(store, MIO.id, RemarkKind.PLEASES, "深煎りの豆", now=at(date(2027, 2, 1)))
    assert [r.past_on for r in store.remarks(MIO.id)] == [None, date(2027, 1, 1)]
    remarks.drop(store, past, now=at())
    assert len(store.remarks(MIO.id)) == 1


def test_what_was_promised_moves_along_when_two_become_one(store):
    promises.make(store, KEN.id, "図面", now=at(), due=TODAY)
    remarks.add(store, KEN.id, RemarkKind.OFFERS, "木工の道具", now=at())
    duplicates.merge(store, MIO.id, KEN.id, now=at())
    assert [p.text for p in store.promises(MIO.id)] == ["図面"]
    assert [r.text for r in store.remarks(MIO.id)] == ["木工の道具"]
    undoing.undo(store, now=at())
    assert [p.text for p in store.promises(KEN.id)] == ["図面"]


def test_who_is_emptied_from_the_bin_takes_promises_and_remarks_along(store):
    promises.make(store, KEN.id, "図面", now=at())
    remarks.add(store, KEN.id, RemarkKind.FACE, "短い髪", now=at())
    people.delete(store, [KEN.id], now=at())
    assert len(people.empty_old_bin(store, now=at(TODAY + timedelta(60)))) == 1
    assert store.promises(KEN.id) == ()
    assert store.remarks(KEN.id) == ()
    assert store.search("図面", "ja").notes == ()

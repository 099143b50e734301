"""Gatherings: made, renamed, taken away; whose cards came from there, and what came of it."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Met
from app.domain.gathering import Gathering
from app.domain.gathering_yield import YIELD_DAYS, Yield, yield_of
from app.domain.interaction import Initiative, Kind
from app.usecases import duplicates, gathering_proposals, gatherings, log, people, undoing
from tests.store.conftest import TODAY, act, adding, at, batch_of, person

MIO = person("早坂", "美緒")
KEN = person("藤堂", "健一郎", met=Met(TODAY, "蔵前の交流会"))
AYA = person("本間", "彩", met=Met(TODAY, "蔵前の 交流会"))
OLD = person("大城", "学", met=Met(date(2024, 3, 1), "諏訪の会"))
EVENING = Gathering(
    "", " 第14回  蔵前 異業種交流会", TODAY, starts=time(19), ends=time(21), place="旧紙問屋ホール",
    series="蔵前 異業種交流会", interests=("木工", " 木工 ", " ", "酒"), purpose="木の器を欧州へ",
)  # fmt: skip


@pytest.fixture
def store(store):
    batch, cards, blobs = batch_of((AYA, b"1"), (KEN, b"2"), (MIO, b"3"))
    records = (MIO, KEN, AYA, OLD, batch, *cards)
    store.apply(Change(Verb.IMPORT, adding(*records)), now=at(), blobs=blobs)
    store.batch = batch
    return store


def made(store, gathering=EVENING, ids=()):
    change = gatherings.receive(store, gathering, ids, now=at())
    return next(e.after for e in change.edits if isinstance(e.after, Gathering))


def exchanged(store, who):
    """Cards were exchanged with somebody, as their import wrote it."""
    entry = act(who, kind=Kind.CARDS, by=Initiative.BOTH, on=TODAY)
    store.apply(Change(Verb.LOG, adding(entry)), now=at())


def names(found):
    return [c.name.family for c in found]


def test_what_was_typed_is_tidied():
    kept = gatherings.tidy(replace(EVENING, until=TODAY - timedelta(1), place=" ", note="  "))
    assert kept.name == "第14回 蔵前 異業種交流会"
    assert (kept.until, kept.place, kept.note) == (None, None, None)
    assert kept.interests == ("木工", "酒")
    assert gatherings.tidy(replace(EVENING, ends=time(1))).ends == time(1)
    with pytest.raises(ValueError, match="name"):
        gatherings.tidy(replace(EVENING, name="　"))


def test_cards_received_there_come_in_the_order_in_which_they_came(store):
    evening = made(store, ids=[MIO.id, KEN.id, AYA.id])
    assert names(store.received_at(evening.id)) == ["本間", "藤堂", "早坂"]
    assert store.contact(MIO.id).met == Met(TODAY, evening.name, None, evening.id)
    (entry,) = store.timeline(MIO.id)
    assert (entry.kind, entry.on, entry.gathering) == (Kind.CARDS, TODAY, evening.id)
    assert len(store.follow_ups(MIO.id)) == 1
    undoing.undo(store, now=at())
    assert store.contact(MIO.id) == MIO
    assert store.gathering_rows() == ()
    assert store.timeline(MIO.id) == ()


def test_who_was_met_elsewhere_before_is_one_of_those_who_came(store):
    suwa = made(store, Gathering("", "諏訪の会", date(2024, 3, 1)), [OLD.id])
    evening = made(store, ids=[OLD.id, KEN.id])
    assert names(store.received_at(evening.id)) == ["藤堂"]
    assert names(store.others_at(evening.id)) == ["大城"]
    assert store.contact(OLD.id).met.gathering_id == suwa.id


def test_a_new_name_reaches_who_was_met_there_and_one_undo_takes_it_back(store):
    evening = made(store, ids=[KEN.id, MIO.id])
    people.delete(store, [MIO.id], now=at())
    gatherings.edit(store, evening, replace(evening, name="蔵前の夜"), now=at())
    for who in (KEN, MIO):
        assert store.contact(who.id).met.gathering == "蔵前の夜"
    assert [a.place for a in store.timeline(MIO.id)] == ["蔵前の夜"]
    undoing.undo(store, now=at())
    assert store.contact(KEN.id).met.gathering == evening.name
    assert [a.place for a in store.timeline(MIO.id)] == [evening.name]
    same = gatherings.edit(store, evening, evening, now=at())
    assert same.seq is None


def test_a_new_name_leaves_a_place_of_ones_own(store):
    evening = made(store, ids=[MIO.id])
    (entry,) = store.timeline(MIO.id)
    elsewhere = replace(entry, place="駅前の店")
    store.apply(Change(Verb.EDIT_INTERACTION, (Edit(entry, elsewhere),)), now=at())
    gatherings.edit(store, evening, replace(evening, name="蔵前の夜"), now=at())
    assert store.timeline(MIO.id) == (elsewhere,)


def test_a_gathering_goes_and_its_people_keep_the_text(store):
    evening = made(store, ids=[KEN.id])
    gatherings.put_down(store, evening.id, [OLD.id], now=at())
    log.note(store, [OLD.id], "再会", kind=Kind.MET, now=at())
    gatherings.delete(store, evening.id, now=at())
    assert store.gathering(evening.id) is None
    assert store.contact(KEN.id).met == Met(TODAY, evening.name)
    assert store.find_gatherings("蔵前") == ()
    undoing.undo(store, now=at())
    assert names(store.received_at(evening.id)) == ["藤堂"]
    assert names(store.others_at(evening.id)) == ["大城"]
    assert [g.id for g in store.find_gatherings("旧紙問屋")] == [evening.id]


def test_who_was_put_down_by_mistake_is_taken_out(store):
    evening = made(store, ids=[KEN.id, MIO.id])
    gatherings.put_down(store, evening.id, [OLD.id, KEN.id], now=at())
    assert names(store.others_at(evening.id)) == ["大城"]
    gatherings.take_out(store, evening.id, [OLD.id, KEN.id], now=at())
    assert names(store.others_at(evening.id)) == []
    assert names(store.received_at(evening.id)) == ["早坂"]
    assert store.contact(KEN.id).met == Met(TODAY)
    again = gatherings.take_out(store, evening.id, [OLD.id], now=at())
    assert again.seq is None


def test_what_happened_there_goes_with_whom_it_happened_to(store):
    """The exchange of cards stays on the timeline; it was not there."""
    exchanged(store, KEN)
    evening = made(store, ids=[KEN.id, MIO.id])
    gatherings.take_out(store, evening.id, [KEN.id], now=at())
    (ken,), (mio,) = store.timeline(KEN.id), store.timeline(MIO.id)
    assert (ken.kind, ken.gathering, ken.place) == (Kind.CARDS, None, None)
    assert (mio.gathering, mio.place) == (evening.id, evening.name)
    gatherings.delete(store, evening.id, now=at())
    (mio,) = store.timeline(MIO.id)
    assert (mio.gathering, mio.place) == (None, evening.name)


def test_another_entry_of_that_day_is_not_taken_for_the_exchange(store):
    exchanged(store, KEN)
    log.note(store, [KEN.id], "電話", kind=Kind.CALL, now=at())
    evening = made(store, ids=[KEN.id])
    found = {a.kind: a.gathering for a in store.timeline(KEN.id)}
    assert found == {Kind.CALL: None, Kind.CARDS: evening.id}


@pytest.mark.parametrize("words", ["異業種", "旧紙", "木工", "欧州", "くらまえのこと"])
def test_it_is_found_by_all_that_is_written_of_it(store, words):
    evening = made(store)
    gatherings.edit(store, evening, replace(evening, note="くらまえのこと"), now=at())
    assert [g.id for g in store.find_gatherings(words)] == [evening.id]
    assert store.find_gatherings("ほかの") == ()
    assert store.find_gatherings("…") == ()


def test_what_came_of_it_counts_whoever_answers_within_ninety_days(store):
    evening = made(store, ids=[KEN.id, MIO.id, AYA.id])
    last = TODAY + timedelta(YIELD_DAYS)

    def wrote(who, day):
        how = {"kind": Kind.MAIL, "initiative": Initiative.THEM, "on": day}
        log.note(store, [who.id], "", now=at(), **how)

    def counted():
        (row,) = [r for r in store.gathering_rows() if r.gathering.id == evening.id]
        return row.cards, row.answered

    assert counted() == (3, 0)
    log.note(store, [KEN.id], "", kind=Kind.MAIL, initiative=Initiative.ME, now=at())
    wrote(MIO, last + timedelta(1))
    assert counted() == (3, 0)
    wrote(KEN, last)
    wrote(KEN, TODAY)
    assert counted() == (3, 1)
    people.delete(store, [AYA.id], now=at())
    assert counted() == (2, 1)
    assert yield_of(evening, 2, 1, last).open_until == last
    assert yield_of(evening, 2, 1, last + timedelta(1)).open_until is None
    assert Yield(2, 1) + Yield(3, 2, last) == Yield(5, 3, last)


def test_two_who_become_one_leave_no_gathering_without_them(store):
    evening = made(store, ids=[KEN.id])
    suwa = made(store, Gathering("", "諏訪の会", date(2024, 3, 1)), [OLD.id])
    gatherings.put_down(store, suwa.id, [KEN.id], now=at())
    duplicates.merge(store, OLD.id, KEN.id, now=at())
    assert names(store.received_at(suwa.id)) == ["大城"]
    assert names(store.others_at(evening.id)) == ["大城"]
    undoing.undo(store, now=at())
    assert names(store.received_at(evening.id)) == ["藤堂"]


def test_who_is_gone_for_good_is_gone_from_gatherings(store):
    evening = made(store)
    gatherings.put_down(store, evening.id, [OLD.id, KEN.id], now=at())
    people.delete(store, [OLD.id], now=at())
    assert names(store.others_at(evening.id)) == ["藤堂"]
    people.empty_old_bin(store, now=at(TODAY + timedelta(40)))
    assert store.gathering(evening.id).people == (KEN.id,)


def test_the_next_ones_come_in_their_order_and_none_that_was_called_off(store):
    for days, name, off in (
        (-1, "昨日", False),
        (7, "来週", False),
        (0, "今日", False),
        (1, "x", True),
    ):
        day = TODAY + timedelta(days)
        gatherings.make(store, Gathering("", name, day, called_off=off), now=at())
    long = Gathering("", "三日間", TODAY - timedelta(2), until=TODAY)
    gatherings.make(store, long, now=at())
    assert [g.name for g in store.gatherings_ahead(TODAY, 9)] == ["三日間", "今日", "来週"]
    assert len(store.gatherings_ahead(TODAY, 1)) == 1


def test_an_import_proposes_where_its_cards_are_from(store):
    proposal = gathering_proposals.of_import(store, store.batch.id, TODAY)
    assert proposal.gathering == Gathering("", "蔵前の 交流会", TODAY)
    assert set(proposal.contact_ids) == {MIO.id, KEN.id, AYA.id}
    evening = made(store, ids=[KEN.id])
    again = gathering_proposals.of_import(store, store.batch.id, TODAY)
    assert set(again.contact_ids) == {MIO.id, AYA.id}
    gatherings.edit(store, evening, replace(evening, name="蔵前の交流会"), now=at())
    assert gathering_proposals.of_import(store, store.batch.id, TODAY).gathering.id == evening.id
    gatherings.receive(store, evening, [MIO.id, AYA.id], now=at())
    assert gathering_proposals.of_import(store, store.batch.id, TODAY) is None


def test_people_of_one_day_and_name_are_proposed_and_nothing_is_written(store):
    before = store.last_change()
    (proposal,) = gathering_proposals.of_people(store)
    assert proposal.gathering == Gathering("", "蔵前の交流会", TODAY)
    assert set(proposal.contact_ids) == {KEN.id, AYA.id}
    assert store.last_change() == before
    nameless = [person("x", str(n), met=Met(date(2026, 9, 1))) for n in range(3)]
    store.apply(Change(Verb.IMPORT, tuple(Edit(None, c) for c in nameless)), now=at())
    found = gathering_proposals.of_people(store)
    assert [(p.gathering.name, len(p.contact_ids)) for p in found] == [
        ("蔵前の交流会", 2),
        ("", 3),
    ]

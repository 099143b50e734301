"""Notes on cards: what is written, what one undo takes back, and what a second finishing does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.card_notes import CardNotes, merged, tidy
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Met
from app.domain.folding import fold
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Kind
from app.domain.promise import Side
from app.domain.remark import Remark, RemarkKind
from app.domain.rhythm import OFFERED
from app.usecases import duplicates, evenings, gatherings, log, people, promises, undoing
from app.usecases.evening_notes import finish
from app.usecases.evenings import Evening, Of
from tests.store.conftest import TODAY, act, adding, at, batch_of, person

LAST_NIGHT = TODAY - timedelta(1)
MIO = person("早坂", "美緒", met=Met(LAST_NIGHT))
KEN = person("藤堂", "健一郎", met=Met(LAST_NIGHT))
AYA = person("本間", "彩", met=Met(LAST_NIGHT))
HALL = Gathering("", "蔵前 異業種交流会", LAST_NIGHT, place="旧紙問屋ホール")
FULL = CardNotes(
    "箔の話。\n錫が面白い、と。", ("端材をお送りする", "見学に誘う"), "端材を3種、箱で送る",
    date(2026, 10, 23), ("短い髪", "藍の前掛け"), OFFERED[1],
)  # fmt: skip
EMPTY = CardNotes()


@pytest.fixture
def store(store):
    batch, cards, blobs = batch_of((AYA, b"1"), (KEN, b"2"), (MIO, b"3"))
    exchanged = [
        act(who, kind=Kind.CARDS, by=Initiative.BOTH, on=LAST_NIGHT) for who in (MIO, KEN, AYA)
    ]
    records = (MIO, KEN, AYA, batch, *cards, *exchanged)
    store.apply(Change(Verb.IMPORT, adding(*records)), now=at(), blobs=blobs)
    store.batch = batch
    return store


@pytest.fixture
def hall(store):
    """The evening of a gathering at which all three were met."""
    gatherings.receive(store, HALL, [MIO.id, KEN.id, AYA.id], now=at())
    (row,) = evenings.unwritten(store, TODAY)
    return row.evening


def look(store, evening):
    return evenings.look(store, evening, at())


def card(store, evening, who):
    return look(store, evening).card(who.id)


def write(store, evening, who, notes, seen=None):
    found = look(store, evening)
    seen = found.card(who.id).notes if seen is None else seen
    return finish(store, evening, found.gathering, who.id, seen, notes, now=at())


def everything(store, who):
    """All that is known of a person."""
    contact = store.contact(who.id)
    return contact, set(store.records_about(who.id)), store.timeline(who.id)


def left(store):
    return [(str(row.evening), row.left, row.cards) for row in evenings.unwritten(store, TODAY)]


def test_an_evening_is_a_gathering_a_day_or_an_import(store):
    day = Evening(Of.DAY, LAST_NIGHT.isoformat())
    batch = Evening(Of.IMPORT, store.batch.id)
    for evening in (day, batch):
        found = look(store, evening)
        assert [c.contact.name.family for c in found.cards] == ["本間", "藤堂", "早坂"]
        assert (found.gathering.id, found.gathering.on) == ("", LAST_NIGHT)
    assert left(store) == [(str(day), 3, 3)]
    gatherings.receive(store, HALL, [MIO.id, KEN.id, AYA.id], now=at())
    ((key, _, _),) = left(store)
    hall = Evening.parse(key)
    assert hall.of is Of.GATHERING
    assert look(store, batch).evening == hall
    assert look(store, day) is None
    assert look(store, Evening(Of.GATHERING, "gone")) is None
    for gone in ("2026-02-30", "yesterday"):
        assert look(store, Evening(Of.DAY, gone)) is None
    assert look(store, Evening(Of.IMPORT, "gone")) is None
    assert [Evening.parse(text) for text in ("", "day:", "moon:1")] == [None] * 3


def test_notes_are_one_change_and_one_undo_takes_back_exactly_that(store, hall):
    before = everything(store, MIO)
    change = write(store, hall, MIO, FULL)
    assert (change.verb, change.subject) == (Verb.NOTES, MIO.id)
    found = card(store, hall, MIO)
    assert (found.notes, found.is_done) == (FULL, True)
    (entry,) = store.timeline(MIO.id)
    assert (entry.kind, entry.note, entry.gathering) == (Kind.CARDS, FULL.talked, hall.value)
    (promise,) = store.promises(MIO.id)
    assert (promise.by, promise.due, promise.act) == (Side.ME, FULL.due, entry.id)
    assert store.contact(MIO.id).rhythm == OFFERED[1]
    assert left(store) == [(str(hall), 2, 3)]
    undoing.undo(store, now=at())
    assert everything(store, MIO) == before
    undoing.redo(store, now=at())
    assert card(store, hall, MIO).notes == FULL


def test_just_seen_is_done_too(store, hall):
    change = write(store, hall, KEN, EMPTY)
    assert card(store, hall, KEN).is_done
    assert len(store.follow_ups(KEN.id)) == 1
    assert [type(e.record).__name__ for e in change.edits] == ["Interaction", "FollowUp"]
    assert write(store, hall, KEN, EMPTY).edits == ()


def test_finished_again_it_is_mended_and_nothing_is_there_twice(store, hall):
    write(store, hall, MIO, FULL)
    ids = {r.id for r in store.remarks(MIO.id)}
    other = replace(
        FULL, talked="錫の話。", pleases=("端材をお送りする", "記事を送る"), faces=("藍の前掛け",),
        promise="端材を5種送る", due=None, rhythm=None,
    )  # fmt: skip
    write(store, hall, MIO, other)
    assert card(store, hall, MIO).notes == other
    assert len(store.timeline(MIO.id)) == 1
    (promise,) = store.promises(MIO.id)
    assert (promise.text, promise.due) == ("端材を5種送る", None)
    assert {r.id for r in store.remarks(MIO.id)} < ids
    assert len(store.follow_ups(MIO.id)) == 1
    write(store, hall, MIO, EMPTY)
    assert (store.promises(MIO.id), store.remarks(MIO.id)) == ((), ())


def test_a_first_follow_up_that_was_handled_or_typed_is_not_laid_again(store, hall):
    write(store, hall, KEN, EMPTY)
    (laid,) = store.follow_ups(KEN.id)
    undoing.undo(store, now=at())
    closed = replace(laid, closed_on=TODAY, closed="done")
    store.apply(Change(Verb.FOLLOW_UP, (Edit(None, closed),)), now=at())
    write(store, hall, KEN, EMPTY)
    assert store.follow_ups(KEN.id) == ()


def test_what_was_written_elsewhere_meanwhile_stays(store, hall):
    seen = card(store, hall, MIO).notes
    face = Remark("r1", MIO.id, RemarkKind.FACE, "眼鏡", TODAY)
    store.apply(Change(Verb.REMARK, (Edit(None, face),)), now=at())
    (entry,) = store.timeline(MIO.id)
    log.edit(store, entry, replace(entry, note="船の話"), now=at())
    write(store, hall, MIO, replace(EMPTY, faces=("短い髪",)), seen)
    found = card(store, hall, MIO).notes
    assert (set(found.faces), found.talked) == ({"眼鏡", "短い髪"}, "船の話")


def test_an_exchange_with_two_becomes_one_of_each(store):
    """What is written of one of them is not on the timeline of the other."""
    for who in (MIO, KEN):
        log.delete(store, store.timeline(who.id)[0].id, now=at())
    both = (
        log.note(store, [MIO.id, KEN.id], "三人で", now=at(), kind=Kind.CARDS, on=LAST_NIGHT)
        .edits[0]
        .after
    )
    day = Evening(Of.DAY, LAST_NIGHT.isoformat())
    change = write(store, day, MIO, replace(card(store, day, MIO).notes, talked="二人で話した"))
    assert store.interaction(both.id).contact_ids == (KEN.id,)
    (own,) = store.timeline(MIO.id)
    assert (own.note, own.contact_ids) == ("二人で話した", (MIO.id,))
    assert card(store, day, KEN).notes.talked == "三人で"
    undoing.undo(store, now=at(), seq=change.seq)
    assert store.timeline(MIO.id) == (both,)


def test_who_bears_no_day_gets_the_day_of_the_import(store):
    late = person("大城", "学")
    batch, cards, blobs = batch_of((late, b"4"))
    store.apply(Change(Verb.IMPORT, adding(late, batch, *cards)), now=at(), blobs=blobs)
    evening = Evening(Of.IMPORT, batch.id)
    assert left(store) == [(f"day:{LAST_NIGHT}", 3, 3)]
    write(store, evening, late, replace(EMPTY, talked="船"))
    (entry,) = store.timeline(late.id)
    assert (entry.kind, entry.on, store.contact(late.id).met.on) == (Kind.CARDS, TODAY, TODAY)
    assert card(store, evening, late).is_done
    undoing.undo(store, now=at())
    assert (store.timeline(late.id), store.contact(late.id)) == ((), late)


def test_an_old_acquaintance_who_gives_a_new_card_keeps_the_old_exchange(store):
    old = person("大城", "学", met=Met(date(2024, 3, 1)))
    first = act(old, kind=Kind.CARDS, by=Initiative.BOTH, on=date(2024, 3, 1))
    batch, cards, blobs = batch_of((old, b"5"))
    store.apply(Change(Verb.IMPORT, adding(old, first, batch, *cards)), now=at(), blobs=blobs)
    write(store, Evening(Of.IMPORT, batch.id), old, replace(EMPTY, talked="二枚目"))
    assert [(a.on, a.note) for a in store.timeline(old.id)] == [
        (TODAY, "二枚目"), (date(2024, 3, 1), None),
    ]  # fmt: skip
    assert store.contact(old.id).met.on == date(2024, 3, 1)


def test_nobody_in_the_bin_and_nothing_long_ago_is_asked_for(store):
    people.delete(store, [MIO.id, KEN.id], now=at())
    assert left(store) == [(f"day:{LAST_NIGHT}", 1, 1)]
    assert evenings.unwritten(store, TODAY + timedelta(30)) == ()


def test_two_who_become_one_keep_their_notes(store, hall):
    write(store, hall, MIO, FULL)
    duplicates.merge(store, KEN.id, MIO.id, now=at())
    assert store.contact(KEN.id).rhythm == OFFERED[1]
    assert {r.text for r in store.remarks(KEN.id)} == {*FULL.pleases, *FULL.faces}


def test_an_exchange_that_was_taken_away_is_written_again_with_its_notes(store, hall):
    entry = card(store, hall, MIO).act
    log.delete(store, entry.id, now=at())
    gone = card(store, hall, MIO)
    assert (gone.act, gone.on, gone.notes.talked) == (None, LAST_NIGHT, "")

    write(store, hall, MIO, FULL)

    again = card(store, hall, MIO)
    assert (again.act.kind, again.act.on, again.notes) == (Kind.CARDS, LAST_NIGHT, FULL)
    assert [a.kind for a in store.timeline(MIO.id)] == [Kind.CARDS]


def test_another_promise_is_left_alone(store, hall):
    promises.make(store, MIO.id, "本を返す", now=at())
    write(store, hall, MIO, replace(EMPTY, promise="端材を送る"))
    assert {p.text for p in store.promises(MIO.id)} == {"本を返す", "端材を送る"}


def in_order(notes):
    """Lines that stay keep their place; others come behind them."""
    return replace(notes, pleases=tuple(sorted(notes.pleases)), faces=tuple(sorted(notes.faces)))


words = st.text("ab 話し\n,", max_size=6)
lines = st.lists(words, max_size=4).map(tuple)
written = st.builds(
    CardNotes, talked=words, pleases=lines, promise=words,
    due=st.none() | st.dates(date(2026, 10, 1), date(2027, 1, 1)), faces=lines,
    rhythm=st.sampled_from((None, *OFFERED)),
)  # fmt: skip


@given(written, written)
def test_what_differs_is_written_and_nothing_else(seen, wrote):
    assert merged(seen, seen, wrote) == tidy(wrote)
    assert merged(wrote, seen, seen) == tidy(wrote)
    assert tidy(tidy(wrote)) == tidy(wrote)


@given(written, written, written)
def test_no_line_of_either_is_lost(kept, seen, wrote):
    """But one that was seen and is not written any more."""
    found = merged(kept, seen, wrote)
    for name in ("pleases", "faces"):
        ours, known, new = (
            {fold(" ".join(line.split())) for line in getattr(tidy(n), name)}
            for n in (kept, seen, wrote)
        )
        got = {fold(line) for line in getattr(found, name)}
        assert new - known <= got
        assert ours - known <= got
        assert not (known - new) & got


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from((MIO, KEN)), written), min_size=1, max_size=4))
def test_any_notes_are_kept_and_all_undo_leads_back(store, steps):
    day = Evening(Of.DAY, LAST_NIGHT.isoformat())
    before = [everything(store, who) for who in (MIO, KEN, AYA)]
    made = 0
    for who, notes in steps:
        change = write(store, day, who, notes)
        made += change.seq is not None
        kept = card(store, day, who)
        assert (in_order(kept.notes), kept.is_done) == (in_order(tidy(notes)), True)
        assert len(store.timeline(who.id)) == 1
        assert len(store.promises(who.id)) <= 1
        assert len(store.follow_ups(who.id)) == 1
        assert len(store.remarks(who.id)) == len(tidy(notes).pleases) + len(tidy(notes).faces)
    for _ in range(made):
        undoing.undo(store, now=at())
    assert [everything(store, who) for who in (MIO, KEN, AYA)] == before

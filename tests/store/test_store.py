"""Changes: applied whole or not at all, undone, redone; what is read is what was written."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Address, Contact, EarlierDetail, Met, Name, Url
from app.domain.dates import Birthday
from app.domain.errors import NotFoundError
from app.domain.ids import new_id
from app.domain.imports import Distinct
from app.domain.interaction import Initiative, Kind
from app.domain.reminder import Closed, FollowUp, FollowUpKind, Skip, Snooze
from app.store import history
from app.store.errors import (
    NothingToRedoError,
    NothingToUndoError,
    StaleError,
    UndoBlockedError,
)
from app.store.settings import DEFAULTS, OF_PEOPLE, DraftSetting, Setting
from tests.store.conftest import JOHN, MIO, TARO, TODAY, act, adding, at, batch_of


def add(store, *records, verb=Verb.ADD_CONTACT, subject=None):
    return store.apply(Change(verb, adding(*records), subject), now=at())


def edit(store, before, after, verb=Verb.EDIT_CONTACT):
    return store.apply(Change(verb, (Edit(before, after),), None), now=at())


def test_what_is_read_is_what_was_written(store):
    full = replace(
        TARO,
        addresses=(Address("1-1", "東京", None, "100-0001", "日本", "work"),),
        urls=(Url("https://neko.example"),),
        birthday=Birthday(2, 29),
        earlier=(EarlierDetail("title", "課長", date(2025, 1, 1)),),
        deleted_at=datetime(2026, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo")),
        note="quote \" ' \\ NUL \x00 emoji 🎏",
    )
    entry = act(full, MIO, kind=Kind.MAIL, by=Initiative.THEM, note="ありがとう", answers="x")
    add(store, full, MIO, entry)
    assert store.contact(full.id) == full
    assert store.interaction(entry.id) == entry
    assert store.contacts([MIO.id, "nobody", full.id, MIO.id]) == [MIO, full, MIO]
    assert store.contact("nobody") is None
    assert store.interaction("nothing") is None


def test_everything_survives_closing(home):
    with home.open() as store:
        add(store, TARO, act(TARO, note="x"))
    with home.open() as store:
        assert store.contact(TARO.id) == TARO
        assert len(store.timeline(TARO.id)) == 1
        assert store.advice == ()


def test_a_change_gets_growing_numbers(store):
    first = add(store, TARO)
    second = add(store, MIO)
    assert first.seq is not None
    assert second.seq is not None
    assert second.seq > first.seq


def test_stale_edits_are_refused_whole(store):
    add(store, TARO)
    newer = replace(TARO, title="社長")
    with pytest.raises(StaleError) as caught:
        store.apply(
            Change(Verb.EDIT_CONTACT, (Edit(None, MIO), Edit(newer, replace(newer, note="n")))),
            now=at(),
        )
    assert caught.value.record_id == TARO.id
    assert store.contact(MIO.id) is None
    with pytest.raises(StaleError):
        add(store, TARO)
    with pytest.raises(StaleError):
        edit(store, MIO, replace(MIO, note="n"))
    with pytest.raises(StaleError):
        store.apply(Change(Verb.DELETE_INTERACTION, (Edit(act(TARO), None),)), now=at())


def test_edits_of_one_record_in_a_change_are_one(store):
    middle, last = replace(TARO, note="a"), replace(TARO, note="b")
    change = store.apply(
        Change(Verb.ADD_CONTACT, (Edit(None, TARO), Edit(TARO, middle), Edit(middle, last))),
        now=at(),
    )
    assert store.contact(TARO.id) == last
    store.undo(at(), change.seq)
    assert store.contact(TARO.id) is None
    with pytest.raises(StaleError):
        store.apply(Change(Verb.ADD_CONTACT, (Edit(None, TARO), Edit(last, middle))), now=at())


def test_made_and_taken_away_in_one_change_leaves_nothing_to_undo(store):
    change = store.apply(Change(Verb.ADD_CONTACT, (Edit(None, TARO), Edit(TARO, None))), now=at())
    assert change.seq is None
    assert store.last_change() is None
    same = add(store, MIO)
    assert edit(store, MIO, MIO).seq is None
    assert store.last_change().seq == same.seq


def test_an_entry_with_somebody_unknown_is_refused(store):
    with pytest.raises(NotFoundError) as caught:
        add(store, act(TARO))
    assert caught.value.record_id == TARO.id


def test_nothing_may_be_left_pointing_at_nobody(store):
    follow_up = FollowUp(new_id(at()), TARO.id, FollowUpKind.TYPED, TODAY, TODAY)
    add(store, TARO, follow_up)
    with pytest.raises(IntegrityError) as caught:
        edit(store, TARO, None)
    assert "山田" not in str(caught.value)
    assert store.contact(TARO.id) == TARO


def test_a_record_needs_its_bytes(store):
    batch, cards, blobs = batch_of((TARO, b"BEGIN:VCARD"))
    with pytest.raises(IntegrityError):
        add(store, TARO, batch, *cards)
    edits = adding(*cards, TARO, batch)
    store.apply(Change(Verb.IMPORT, edits), now=at(), blobs=blobs)
    assert store.blob(cards[0].source) == b"BEGIN:VCARD"
    assert store.blob("0" * 64) is None
    assert store.cards_of(TARO.id) == tuple(cards)
    assert store.batches() == (batch,)
    with pytest.raises(ValueError, match="SHA-256"):
        store.apply(Change(Verb.IMPORT, ()), now=at(), blobs={"0": b""})


def test_undo_and_redo_of_everything(store):
    add(store, TARO)
    changed = replace(TARO, title="社長", tags=())
    edit(store, TARO, changed)
    entry = act(TARO, note="話した")
    add(store, entry, verb=Verb.LOG)
    store.apply(Change(Verb.DELETE_INTERACTION, (Edit(entry, None),)), now=at())

    back = store.undo(at())
    assert back.edits == (Edit(None, entry),)
    assert back.verb is Verb.DELETE_INTERACTION
    assert store.timeline(TARO.id) == (entry,)
    assert store.undo(at()).edits == (Edit(entry, None),)
    assert store.undo(at()).edits == (Edit(changed, TARO),)
    assert store.contact(TARO.id) == TARO
    assert store.tags() == (("家具", 1), ("釣り", 1))
    store.undo(at())
    assert store.people().ids == ()
    with pytest.raises(NothingToUndoError):
        store.undo(at())

    assert store.redo(at()).edits == (Edit(None, TARO),)
    assert store.redo(at()).edits == (Edit(TARO, changed),)
    store.redo(at())
    assert store.redo(at()).edits == (Edit(entry, None),)
    with pytest.raises(NothingToRedoError):
        store.redo(at())
    assert store.contact(TARO.id) == changed
    assert store.timeline(TARO.id) == ()
    assert [store.undo(at()).verb for _ in range(4)][-1] is Verb.ADD_CONTACT


def test_a_new_change_ends_redo(store):
    add(store, TARO)
    store.undo(at())
    add(store, MIO)
    with pytest.raises(NothingToRedoError):
        store.redo(at())
    assert store.contact(TARO.id) is None


def test_undo_survives_a_restart(home):
    with home.open() as store:
        add(store, TARO)
    with home.open() as store:
        store.undo(at())
    with home.open() as store:
        store.redo(at())
        assert store.contact(TARO.id) == TARO


def test_undo_of_an_older_change_alone(store):
    first = add(store, TARO)
    second = add(store, MIO)
    store.undo(at(), first.seq)
    assert store.contact(TARO.id) is None
    assert store.contact(MIO.id) == MIO
    with pytest.raises(NothingToUndoError):
        store.undo(at(), first.seq)
    with pytest.raises(NothingToUndoError):
        store.undo(at(), 999)
    store.redo(at())
    assert store.contact(TARO.id) == TARO
    assert [c.seq for c in store.changes_on(TODAY)] == [second.seq, first.seq]


def test_undo_is_refused_where_something_newer_builds_on_it(store):
    made = add(store, TARO)
    edited = edit(store, TARO, replace(TARO, title="社長"))
    with pytest.raises(UndoBlockedError) as caught:
        store.undo(at(), made.seq)
    assert caught.value.by.seq == edited.seq
    assert caught.value.by.verb is Verb.EDIT_CONTACT
    store.undo(at())
    note = add(store, act(TARO), verb=Verb.LOG)
    with pytest.raises(UndoBlockedError) as caught:
        store.undo(at(), made.seq)
    assert caught.value.by.seq == note.seq
    assert store.contact(TARO.id) == TARO


@pytest.mark.parametrize("what", ["follow_up", "snooze", "skip", "distinct", "card"])
def test_undo_of_a_person_is_refused_while_something_points_there(store, what):
    made = add(store, TARO)
    batch, cards, blobs = batch_of((TARO, b"x"))
    every: dict[str, list[Any]] = {
        "follow_up": [FollowUp(new_id(at()), TARO.id, FollowUpKind.TYPED, TODAY, TODAY)],
        "snooze": [Snooze(new_id(at()), TARO.id, TODAY, TODAY)],
        "skip": [Skip(new_id(at()), TARO.id, TODAY)],
        "distinct": [Distinct(new_id(at()), "digest", TARO.id)],
        "card": [batch, *cards],
    }
    records = every[what]
    edits = adding(*records)
    newer = store.apply(Change(Verb.LATER, edits), now=at(), blobs=blobs)
    with pytest.raises(UndoBlockedError) as caught:
        store.undo(at(), made.seq)
    assert caught.value.by.seq == newer.seq


def test_undo_of_an_import_or_message_that_is_needed_is_refused(store):
    batch, cards, blobs = batch_of((None, b"x"))
    first = store.apply(
        Change(Verb.IMPORT, (Edit(None, batch), Edit(None, TARO))), now=at(), blobs=blobs
    )
    add(store, *cards)
    with pytest.raises(UndoBlockedError):
        store.undo(at(), first.seq)
    message = act(TARO, kind=Kind.MAIL, by=Initiative.THEM)
    log = add(store, message)
    answer = add(store, act(TARO, kind=Kind.MAIL, answers=message.id))
    with pytest.raises(UndoBlockedError) as caught:
        store.undo(at(), log.seq)
    assert caught.value.by.seq == answer.seq


def test_the_log_says_what_was_done(store):
    add(store, TARO, subject=TARO.id)
    logged = store.last_change()
    assert (logged.verb, logged.subject, logged.edits) == (Verb.ADD_CONTACT, TARO.id, 1)
    assert (logged.day, logged.at, logged.undone) == (TODAY, at().instant, False)
    assert store.changes_on(TODAY - timedelta(1)) == ()


def test_the_log_is_kept_a_year(store):
    old = at(TODAY - timedelta(400))
    store.apply(Change(Verb.ADD_CONTACT, (Edit(None, MIO),)), now=old)
    store.apply(Change(Verb.ADD_CONTACT, (Edit(None, JOHN),)), now=at())
    store.undo(at())
    with pytest.raises(NothingToUndoError):
        store.undo(at())
    assert store.contact(MIO.id) == MIO


def test_the_log_is_kept_up_to_its_size(store, monkeypatch):
    monkeypatch.setattr(history, "KEPT_BYTES", 5000)
    add(store, TARO)
    current = TARO
    for number in range(30):
        after = replace(current, note=f"{number}")
        edit(store, current, after)
        current = after
    count = 0
    while store.last_change():
        store.undo(at())
        count += 1
    assert 4 <= count <= 10
    assert store.contact(TARO.id).note == f"{29 - count}"


def test_bytes_that_nothing_needs_go_with_the_log(store):
    batch, cards, blobs = batch_of((TARO, b"card"))
    photo = sha256(b"photo").hexdigest()
    pictured = replace(TARO, photo=photo)
    old = at(TODAY - timedelta(500))
    edits = (Edit(None, batch), Edit(None, pictured), Edit(None, cards[0]))
    store.apply(Change(Verb.IMPORT, edits), now=old, blobs={**blobs, photo: b"photo"})
    store.apply(Change(Verb.EDIT_CONTACT, (Edit(pictured, TARO),)), now=at(TODAY - timedelta(390)))
    assert store.blob(photo) == b"photo"
    store.apply(Change(Verb.ADD_CONTACT, (Edit(None, MIO),)), now=at())
    assert store.blob(photo) is None
    assert store.blob(cards[0].source) == b"card"


def test_the_bin_keeps_and_gives_back(store):
    add(store, TARO, MIO, act(TARO, note="京都"), act(TARO, MIO, note="大阪"))
    binned = replace(TARO, deleted_at=at().instant)
    edit(store, TARO, binned, Verb.DELETE_CONTACT)
    assert store.deleted() == (binned,)
    assert store.people().ids == (MIO.id,)
    assert store.search("山田", "ja").people == ()
    assert [h.excerpt for h in store.search("京都", "ja").notes] == []
    assert [h.contact_ids for h in store.search("大阪", "ja").notes] == [(MIO.id,)]
    assert store.search("浅煎り", "ja").notes == ()
    assert store.resolve("山田") == []
    assert store.resolve(TARO.id) == []
    assert store.tags() == ()
    assert store.matches(["m:taro@neko.example"]) == {}
    edit(store, binned, TARO, Verb.RESTORE_CONTACT)
    assert store.search("山田", "ja").people == (TARO.id,)
    assert store.matches(["m:taro@neko.example"]) == {"m:taro@neko.example": (TARO.id,)}
    assert len(store.tags()) == 2


def test_the_bin_is_emptied_for_good(store):
    batch, cards, blobs = batch_of((TARO, b"taro's card"))
    alone, shared = act(TARO, note="alone"), act(TARO, MIO, note="shared")
    follow_up = FollowUp(new_id(at()), TARO.id, FollowUpKind.TYPED, TODAY, TODAY)
    edits = adding(batch, TARO, MIO, *cards, alone, shared, follow_up)
    store.apply(Change(Verb.IMPORT, edits), now=at(), blobs=blobs)
    edit(store, TARO, replace(TARO, deleted_at=at().instant), Verb.DELETE_CONTACT)
    assert store.empty_bin(at().instant) == ()
    assert len(store.empty_bin(at().instant + timedelta(days=30))) == 1
    assert store.contact(TARO.id) is None
    assert store.interaction(alone.id) is None
    assert store.interaction(shared.id).contact_ids == (MIO.id,)
    assert store.blob(cards[0].source) is None
    assert store.cards_of(TARO.id) == ()
    with pytest.raises(NothingToUndoError):
        store.undo(at())


def test_settings_have_defaults_and_stay(home):
    with home.open() as store:
        assert store.setting(Setting.DAILY_NUMBER) == "5"
        store.set_setting(Setting.DAILY_NUMBER, "3")
        store.set_setting(Setting.DAILY_NUMBER, "4")
        assert store.setting("nonsense") is None
        with pytest.raises(NothingToUndoError):
            store.undo(at())
    with home.open() as store:
        assert store.setting("daily_number") == "4"
    assert set(DEFAULTS) == set(Setting)


def test_todays_choice_is_kept(store):
    assert store.choice(TODAY) == ()
    store.set_choice(TODAY, ["b", "a"])
    store.set_choice(TODAY, ["b", "a", "c"])
    assert store.choice(TODAY) == ("b", "a", "c")
    assert store.choice(TODAY + timedelta(1)) == ()


def test_closed_follow_ups_are_not_open(store):
    later = FollowUp(new_id(at()), TARO.id, FollowUpKind.TYPED, TODAY + timedelta(9), TODAY)
    soon = FollowUp(new_id(at()), TARO.id, FollowUpKind.FIRST, TODAY, TODAY, "電話")
    done = replace(soon, id=new_id(at()), closed=Closed.DONE, closed_on=TODAY)
    add(store, TARO, later, soon, done)
    assert store.follow_ups(TARO.id) == (soon, later)
    assert store.first_follow_up_load(TODAY) == {TODAY: 1}
    assert store.first_follow_up_load(TODAY + timedelta(1)) == {}


def test_cards_are_found_by_what_they_say(store):
    batch, cards, blobs = batch_of((TARO, b"one"), (None, b"two"))
    distinct = Distinct(new_id(at()), "digest", TARO.id)
    edits = adding(batch, TARO, *cards, distinct)
    store.apply(Change(Verb.IMPORT, edits), now=at(), blobs=blobs)
    kept, waiting = cards
    assert store.waiting_cards() == (waiting,)
    assert store.card(kept.id) == kept
    assert store.card("none") is None
    assert store.cards_of_batch(batch.id) == (kept, waiting)
    found = store.card_digests([kept.digest, waiting.digest, "other"])
    assert found == {kept.digest: kept, waiting.digest: waiting}
    assert store.distinct(["digest", "other"]) == {("digest", TARO.id)}
    assert store.blobs([kept.source, "none"]) == {kept.source: b"one"}


def test_identity_keys_follow_the_person(store):
    add(store, TARO, MIO)
    namesake = replace(MIO, id=new_id(at()))
    add(store, namesake)
    keys = ["u:uid-taro", "p:+819012345678", "n:早坂美緒", "m:none@x"]
    assert store.matches(keys) == {
        "u:uid-taro": (TARO.id,),
        "p:+819012345678": (TARO.id,),
        "n:早坂美緒": tuple(sorted((MIO.id, namesake.id))),
    }
    edit(store, TARO, replace(TARO, uid=None, phones=(), name=Name("山田 次郎", "山田", "次郎")))
    assert store.matches(["u:uid-taro", "p:+819012345678"]) == {}


def test_an_older_text_of_an_equal_record_is_not_stale(store):
    """A field that a newer Enishi adds is missing in old texts; the record is the same."""
    add(store, MIO)
    with store._writing() as c:
        text = c.exec_driver_sql("SELECT json FROM contact").scalar()
        assert '"photo":null,' in text
        c.exec_driver_sql("UPDATE contact SET json = ?", (text.replace('"photo":null,', ""),))
    assert store.contact(MIO.id) == MIO
    edit(store, MIO, replace(MIO, note="n"))


def test_a_person_met_sorts_the_note_about_them(store):
    add(store, replace(TARO, note="珈琲"), replace(MIO, note="珈琲", met=Met()))
    add(store, act(TARO, note="珈琲", on=date(2020, 1, 1)))
    hits = store.search("珈琲", "ja").notes
    assert [hit.on for hit in hits] == [date(2026, 5, 24), date(2020, 1, 1), None]
    assert [hit.contact_ids for hit in hits] == [(TARO.id,), (TARO.id,), (MIO.id,)]
    assert hits[0].interaction_id is None


def test_a_person_without_anything_is_a_person(store):
    nobody = Contact(id=new_id(at()))
    add(store, nobody)
    (row,) = store.person_rows([nobody.id], TODAY, "ja")
    assert (row.name, row.monogram, row.section) == ("", "?", "#")


def test_what_was_taken_back_keeps_its_bytes_while_the_bin_is_emptied(store):
    """It can be done again, with its picture and its card."""
    batch, cards, blobs = batch_of((TARO, b"card"))
    photo = sha256(b"photo").hexdigest()
    pictured = replace(TARO, photo=photo)
    add(store, MIO)
    edit(store, MIO, replace(MIO, deleted_at=at().instant), Verb.DELETE_CONTACT)
    edits = adding(batch, pictured, *cards)
    store.apply(Change(Verb.IMPORT, edits), now=at(), blobs={**blobs, photo: b"photo"})
    store.undo(at())
    assert len(store.empty_bin(at().instant + timedelta(days=30))) == 1
    store.redo(at())
    assert store.contact(TARO.id) == pictured
    assert (store.blob(photo), store.blob(cards[0].source)) == (b"photo", b"card")


@pytest.mark.parametrize("name", OF_PEOPLE)
def test_what_was_half_typed_goes_with_its_person(store, name):
    add(store, TARO, MIO)
    edit(store, TARO, replace(TARO, deleted_at=at().instant), Verb.DELETE_CONTACT)
    typed = {"notes": {TARO.id: {"words": "話"}, MIO.id: {"words": "茶"}}, "ids": [TARO.id, MIO.id]}
    odd = {DraftSetting.QUICK_LOG: f"{TARO.id} [", DraftSetting.IMPORT: json.dumps([TARO.id])}
    store.set_settings({**odd, name: json.dumps(typed)})
    store.empty_bin(at().instant + timedelta(days=30))
    left = {"notes": {MIO.id: {"words": "茶"}}, "ids": [MIO.id]}
    assert json.loads(store.setting(name)) == left
    assert {kept: store.setting(kept) for kept in odd} == odd


def test_what_names_who_goes_and_cannot_be_read_goes_whole(store):
    add(store, TARO)
    edit(store, TARO, replace(TARO, deleted_at=at().instant), Verb.DELETE_CONTACT)
    store.set_setting(DraftSetting.PEOPLE, f"{TARO.id} [")
    assert store.empty_bin(at().instant + timedelta(days=30)) == (TARO.id,)
    assert store.setting(DraftSetting.PEOPLE) == ""


def test_emptying_the_bin_forgets_no_edit_of_others(store):
    add(store, TARO, MIO)
    edit(store, MIO, replace(MIO, title="代表"))
    edit(store, TARO, replace(TARO, deleted_at=at().instant), Verb.DELETE_CONTACT)
    assert len(store.empty_bin(at().instant + timedelta(days=30))) == 1
    store.undo(at())
    assert store.contact(MIO.id) == MIO


def test_an_older_edit_is_taken_back_past_newer_ones_of_others(store):
    add(store, TARO, MIO)
    first = edit(store, TARO, replace(TARO, title="社長"))
    edit(store, MIO, replace(MIO, title="代表"))
    store.undo(at(), first.seq)
    assert store.contact(TARO.id) == TARO
    assert store.contact(MIO.id).title == "代表"


def test_what_is_not_there_any_more_cannot_be_taken_back(store):
    """No way of ours leads there: rows that went without the log."""
    add(store, TARO)
    skip = Skip(new_id(at()), TARO.id, TODAY)
    add(store, skip)
    with store._question() as c:
        c.exec_driver_sql("DELETE FROM skip WHERE id = ?", (skip.id,))
    with pytest.raises(UndoBlockedError) as caught:
        store.undo(at())
    assert caught.value.by is None
    assert store.contact(TARO.id) == TARO

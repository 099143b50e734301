"""Quick log on a real store: understood against its people, written and taken back as one."""

from datetime import timedelta

import pytest

from app.domain.change import Change, Edit, Verb
from app.domain.errors import NotFoundError
from app.domain.interaction import Initiative, Kind
from app.domain.promise import Side
from app.domain.quick_log_said import Understood, key_of
from app.usecases import log, people, quick_log, undoing
from tests.store.conftest import TODAY, adding, at, person

MIO = person("早坂", "美緒", "はやさか みお")
RIN = person("早坂", "凛", "はやさか りん")
KEN = person("藤堂", "健一郎", "とうどう けんいちろう")


@pytest.fixture
def store(store):
    store.apply(Change(Verb.IMPORT, adding(MIO, RIN, KEN)), now=at())
    return store


def understood(store, line, **more):
    more.setdefault("looked", quick_log.Looked())
    return quick_log.understand(store, line, now=at(), language="ja", **more)


def test_a_line_becomes_entry_promises_and_tag_and_one_undo_takes_all_back(store):
    said = understood(store, "昨日 美緒 藤堂さんと昼食 #蔵前 #朝活 →見本を送る 金 ←図面 月末").said
    change = quick_log.write(store, said, [MIO.id, KEN.id], now=at(), as_tags={"朝活"})
    assert change.verb is Verb.LOG
    assert change.subject is None
    (act,) = store.timeline(MIO.id)
    assert store.timeline(KEN.id) == (act,)
    assert (act.kind, act.initiative) == (Kind.MET, Initiative.BOTH)
    assert (act.on, act.note, act.place) == (TODAY - timedelta(1), "昼食", "蔵前")
    for who in (MIO, KEN):
        assert [(p.by, p.text, p.made_on, p.act) for p in store.promises(who.id)] == [
            (Side.ME, "見本を送る", act.on, act.id),
            (Side.THEM, "図面", act.on, act.id),
        ]
        assert store.contact(who.id).tags == ("朝活",)
    undoing.undo(store, now=at())
    assert store.timeline(MIO.id) == store.promises(KEN.id) == ()
    assert store.contact(MIO.id) == MIO


def test_promises_or_tags_alone_make_no_entry(store):
    said = understood(store, "美緒 ⇒工房へ").said
    assert quick_log.write(store, said, [MIO.id], now=at()).verb is Verb.PROMISE
    said = understood(store, "美緒 #朝活").said
    change = quick_log.write(store, said, [MIO.id], now=at(), as_tags={"朝活"})
    assert (change.verb, change.subject) == (Verb.TAG, MIO.id)
    assert store.timeline(MIO.id) == ()
    assert [p.act for p in store.promises(MIO.id)] == [None]


def test_a_tag_that_somebody_bears_is_given_to_the_others(store):
    people.set_tags(store, MIO.id, ["Fair"], now=at())
    said = understood(store, "美緒 藤堂 電話 #fair").said
    quick_log.write(store, said, [MIO.id, KEN.id], now=at(), as_tags={"fair"})
    assert store.contact(MIO.id).tags == ("Fair",)
    assert store.contact(KEN.id).tags == ("fair",)


def test_a_call_of_theirs_answers_my_letter(store):
    log.note(store, [MIO.id], None, now=at(), kind=Kind.LETTER, initiative=Initiative.ME)
    (letter,) = store.timeline(MIO.id)
    quick_log.write(store, understood(store, "美緒から電話").said, [MIO.id], now=at())
    assert {act.answers for act in store.timeline(MIO.id)} == {None, letter.id}


def test_nobody_or_nothing_is_refused_and_nothing_written(store):
    said = understood(store, "美緒 電話").said
    for understood_, who in ((said, []), (Understood(), [MIO.id])):
        with pytest.raises(ValueError, match="needs"):
            quick_log.write(store, understood_, who, now=at())
    with pytest.raises(NotFoundError):
        quick_log.write(store, said, [MIO.id, "p-gone"], now=at())
    assert store.timeline(MIO.id) == ()


def test_who_shares_a_name_is_meant_only_when_chosen(store):
    preview = understood(store, "早坂 電話")
    (mention,) = preview.said.mentions
    assert set(mention.called.ids) == set(preview.rows) == {MIO.id, RIN.id}
    assert quick_log.meant(mention, {}) is None
    assert quick_log.meant(mention, {mention.key: RIN.id}) == RIN.id
    (mention,) = understood(store, "早坂凛 電話").said.mentions
    assert quick_log.meant(mention, {}) == RIN.id


def test_a_refused_form_is_a_word_of_the_note(store):
    line = "美緒 電話 藤堂が担当"
    assert [m.form for m in understood(store, line).said.mentions] == ["美緒", "藤堂"]
    said = understood(store, line, refused={key_of("藤堂")}).said
    assert [m.form for m in said.mentions] == ["美緒"]
    assert said.note == "藤堂が担当"


def test_a_form_is_looked_up_once_while_a_line_is_typed(store, monkeypatch):
    asked = []
    called = type(store).called

    def count(self, forms, today):
        asked.extend(forms)
        return called(self, forms, today)

    monkeypatch.setattr(type(store), "called", count)
    looked = quick_log.Looked()
    line = "昨日 美緒 と昼食 木の器の話"
    for end in range(1, len(line) + 1):
        understood(store, line[:end], looked=looked)
    assert len(asked) == len(set(asked))
    assert "美緒" in asked


def test_who_lies_in_the_bin_is_called_by_nothing(store):
    people.delete(store, [KEN.id], now=at())
    assert understood(store, "藤堂 電話").said.mentions == ()
    store.apply(Change(Verb.IMPORT, (Edit(None, person("藤堂", "梓")),)), now=at())
    assert len(understood(store, "藤堂 電話").said.mentions) == 1

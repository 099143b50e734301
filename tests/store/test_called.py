"""Who is called so: every form of a name, and nobody by less than a whole one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Address, Contact, Name
from app.domain.ids import new_id
from app.domain.interaction import Kind
from app.store import called
from app.usecases import people
from tests.store.conftest import TODAY, act, adding, at, person

MEGUMI = person("田中", "恵", "たなか めぐみ")
KEN = person("田中", "健一", "たなか けんいち")
SATO = person("佐藤", "涼", "さとう りょう")
HAYASHI = person("林", "薫", "はやし かおる")
TAKAHASHI = person("髙橋", "由美", "タカハシ ユミ")
CLAIRE = Contact(id=new_id(at()), name=Name("Dr. Claire Martin", "Martin", "Claire", prefix="Dr."))
WHOLE = Contact(id=new_id(at()), name=Name("José María Olazábal", nickname="Chema"))
KANA = Contact(id=new_id(at()), name=Name("山下 みどり"))
ELSEWHERE = replace(
    person("高木", "歩"), addresses=(Address(city="田中町", street="林 1-2"),), organization="佐藤"
)
ALL = (MEGUMI, KEN, SATO, HAYASHI, TAKAHASHI, CLAIRE, WHOLE, KANA, ELSEWHERE)


@pytest.fixture
def store(store):
    store.apply(Change(Verb.IMPORT, adding(*ALL)), now=at())
    return store


@pytest.mark.parametrize(
    ("form", "who"),
    [
        ("佐藤", SATO), ("涼", SATO), ("佐藤涼", SATO), ("佐藤 涼", SATO),
        ("さとう", SATO), ("サトウ", SATO), ("ｻﾄｳ", SATO), ("さとうりょう", SATO),
        ("sato", SATO), ("Satou", SATO), ("Ryo Sato", SATO), ("SATO RYO", SATO), ("りょう", SATO),
        ("林", HAYASHI), ("薫", HAYASHI), ("恵", MEGUMI), ("田中恵", MEGUMI),
        ("高橋", TAKAHASHI), ("髙橋", TAKAHASHI), ("たかはし", TAKAHASHI), ("yumi", TAKAHASHI),
        ("Claire", CLAIRE), ("claire martin", CLAIRE), ("Martin Claire", CLAIRE),
        ("Jose", WHOLE), ("olazabal", WHOLE), ("Jose Olazabal", WHOLE), ("chema", WHOLE),
        ("山下", KANA), ("みどり", KANA), ("ミドリ", KANA),
    ],
)  # fmt: skip
def test_any_form_of_a_name_finds_its_person(store, form, who):
    found = store.called([form], TODAY)
    assert found[form].ids == (who.id,)
    assert found[form].more == 0


@pytest.mark.parametrize(
    "form", ["田", "中恵", "佐", "さと", "clair", "tin", "高木町", "", "  ", "!?", "由", '"', "の"]
)
def test_less_than_a_name_and_other_words_find_nobody(store, form):
    assert store.called([form], TODAY) == {}


def test_the_last_talked_to_comes_first_and_the_bin_is_empty_of_them(store):
    assert set(store.called(["田中"], TODAY)["田中"].ids) == {MEGUMI.id, KEN.id}
    store.apply(
        Change(
            Verb.LOG,
            adding(
                act(KEN, on=TODAY - timedelta(3)),
                act(MEGUMI, on=TODAY - timedelta(9)),
                act(MEGUMI, kind=Kind.NOTE),
                act(MEGUMI, on=TODAY + timedelta(1)),
            ),
        ),
        now=at(),
    )
    assert store.called(["田中"], TODAY)["田中"].ids == (KEN.id, MEGUMI.id)
    people.delete(store, [KEN.id], now=at())
    assert store.called(["田中"], TODAY)["田中"].ids == (MEGUMI.id,)


def test_of_many_a_few_are_named_and_the_others_counted(store):
    more = [person("田中", f"{n}郎") for n in range(20)]
    store.apply(Change(Verb.IMPORT, adding(*more)), now=at())
    found = store.called(["田中"], TODAY)["田中"]
    assert len(found.ids) == called.SHOWN
    assert found.more == 22 - called.SHOWN


@pytest.fixture
def crowd(store, monkeypatch):
    """Many whose address holds the names, and bounds that so many pass."""
    some = [
        replace(person("山本", f"{n}子"), addresses=(Address(street="林と田中"),))
        for n in range(90)
    ]
    store.apply(Change(Verb.IMPORT, adding(*some)), now=at())
    monkeypatch.setattr(called, "LOOKED_AT", 40)
    monkeypatch.setattr(called, "LOOKED_AT_SIGN", 40)
    return store


def test_a_name_that_stands_in_many_addresses_is_found_by_its_beginning(crowd, monkeypatch):
    assert crowd.called(["林"], TODAY)["林"].ids == (HAYASHI.id,)
    assert set(crowd.called(["田中"], TODAY)["田中"].ids) == {MEGUMI.id, KEN.id}
    monkeypatch.setattr(called, "MOST", 50)
    assert crowd.called(["林"], TODAY)["林"].ids == (HAYASHI.id,)


def test_who_was_not_looked_at_may_be_meant_too(crowd):
    assert crowd.called(["林"], TODAY)["林"].more > 0


def test_of_many_those_written_about_lately_are_looked_at_first(store, monkeypatch):
    many = [person("山本", f"{n}") for n in range(90)]
    store.apply(Change(Verb.IMPORT, adding(*many)), now=at())
    known = many[70:78]
    store.apply(Change(Verb.LOG, adding(*(act(who) for who in known))), now=at())
    found = store.called(["山本"], TODAY)["山本"]
    assert set(found.ids) == {who.id for who in known}
    monkeypatch.setattr(called, "_LATELY", 0)
    assert set(store.called(["山本"], TODAY)["山本"].ids) != {who.id for who in known}


@given(st.text(max_size=30))
def test_no_form_fails(form):
    from app.store.search_text import exact_query

    found = exact_query(form)
    assert found is None or all(found)


def test_records_whose_names_are_odd_are_found_by_them(store):
    odd = [Contact(id=new_id(at()), name=Name(full)) for full in ("Ｊ・スミス", "O'Brien", "A-B c")]
    store.apply(Change(Verb.IMPORT, tuple(Edit(None, c) for c in odd)), now=at())
    for form, who in zip(("j・スミス", "o'brien", "A-B C"), odd, strict=True):
        assert store.called([form], TODAY)[form].ids == (who.id,)

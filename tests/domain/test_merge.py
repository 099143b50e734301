"""Merging a card into a known person: additions, differences, decisions; nothing is lost."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import (
    Account,
    Address,
    Contact,
    EarlierDetail,
    Email,
    Met,
    Name,
    Occasion,
    Phone,
    Position,
    Reading,
    Related,
    Url,
)
from app.domain.dates import Birthday
from app.domain.folding import fold
from app.domain.merge import FIELDS, compare, decide

KNOWN = Contact(
    id="k",
    name=Name("早坂 美緒", "早坂", "美緒"),
    organization="こもれび工房",
    emails=(Email("mio@komorebi.example"),),
    birthday=Birthday(4, 12),
)


def test_the_same_card_adds_nothing():
    found = compare(KNOWN, replace(KNOWN, id="", uid="card"))
    assert (found.adds, found.differences) == (False, ())
    assert found.with_additions.uid == "card"


def test_additions_are_added_and_differences_named():
    card = Contact(
        name=Name("早坂美緒"),
        reading=Reading("はやさか", "みお"),
        organization="㈱こもれび工房",
        title="代表",
        emails=(Email("MIO@komorebi.example"), Email("m@home.example")),
        birthday=Birthday(4, 12, 1985),
        met=Met(on=date(2025, 5, 24)),
    )
    found = compare(KNOWN, card)
    assert found.adds
    assert found.differences == ()
    assert [e.value for e in found.with_additions.emails] == [
        "mio@komorebi.example",
        "m@home.example",
    ]
    assert found.with_additions.birthday == Birthday(4, 12, 1985)
    assert found.with_additions.organization == "こもれび工房"
    assert found.with_additions.reading == card.reading
    moved = compare(KNOWN, replace(card, organization="木の匠"))
    assert [(d.field, d.known, d.card) for d in moved.differences] == [
        ("organization", "こもれび工房", "木の匠")
    ]


def test_a_decision_keeps_the_value_that_gave_way():
    card = Contact(name=KNOWN.name, organization="木の匠", title="代表")
    day = date(2026, 10, 14)
    taken = decide(KNOWN, card, frozenset({"organization"}), day)
    assert taken.organization == "木の匠"
    assert taken.earlier == (EarlierDetail("organization", "こもれび工房", day),)
    left = decide(KNOWN, card, frozenset(), day)
    assert left.organization == "こもれび工房"
    assert left.earlier == (EarlierDetail("organization", "木の匠", day),)
    assert decide(taken, card, frozenset(), day) == taken


def test_a_fuller_reading_is_an_addition():
    known = replace(KNOWN, reading=Reading("はやさか"))
    found = compare(known, replace(KNOWN, id="", reading=Reading("ﾊﾔｻｶ", "みお")))
    assert (found.adds, found.differences) == (True, ())
    assert found.with_additions.reading == Reading("はやさか", "みお")
    other = compare(known, replace(KNOWN, id="", reading=Reading("そうさか", "みお")))
    assert [d.field for d in other.differences] == ["reading"]


def test_a_new_name_leaves_what_the_card_does_not_speak_of():
    known = replace(KNOWN, name=replace(KNOWN.name, nickname="みおさん"))
    card = Contact(name=Name("宮原 美緒", "宮原", "美緒"))
    taken = decide(known, card, frozenset({"name"}), None)
    assert taken.name == Name("宮原 美緒", "宮原", "美緒", nickname="みおさん")


def test_another_nickname_is_a_difference():
    known = replace(KNOWN, name=replace(KNOWN.name, nickname="みお"))
    card = replace(KNOWN, id="", name=replace(KNOWN.name, nickname="ミオちゃん"))
    assert [d.field for d in compare(known, card).differences] == ["nickname"]


def test_addresses_of_a_country_alone_and_links_of_another_case_are_different():
    known = Contact(addresses=(Address(country="日本"),), urls=(Url("https://a.example/A"),))
    card = Contact(
        addresses=(Address(country="フランス"),),
        urls=(Url("https://a.example/a"), Url("HTTPS://A.example/A/")),
    )
    grown = compare(known, card).with_additions
    assert [a.country for a in grown.addresses] == ["日本", "フランス"]
    assert [u.value for u in grown.urls] == ["https://a.example/A", "https://a.example/a"]


words = st.sampled_from(["青葉", "株式会社青葉", "Aoba", "山田 太郎", "山田太郎", "Jane", "x"])
maybe = st.none() | words
names = st.builds(Name, maybe, maybe, maybe, nickname=maybe)
birthdays = st.none() | st.builds(
    Birthday, st.integers(1, 2), st.integers(1, 2), st.sampled_from([None, 1985, 1990])
)
contacts = st.builds(
    Contact,
    uid=st.sampled_from([None, "u"]),
    name=names,
    reading=st.builds(Reading, maybe, maybe),
    organization=maybe,
    department=maybe,
    title=maybe,
    note=maybe,
    birthday=birthdays,
    emails=st.lists(st.builds(Email, words), max_size=3).map(tuple),
    phones=st.lists(st.builds(Phone, words), max_size=3).map(tuple),
    addresses=st.lists(st.builds(Address, maybe, country=maybe), max_size=3).map(tuple),
    urls=st.lists(st.builds(Url, words), max_size=3).map(tuple),
    tags=st.lists(words, max_size=3).map(tuple),
    photo=st.sampled_from([None, "a" * 64, "b" * 64]),
)


def said(contact):
    """Every value of a person, as a set."""
    values = {contact.name.full, contact.name.nickname, contact.organization, contact.department}
    values |= {contact.title, contact.note}
    values |= {e.value for e in contact.emails} | {p.value for p in contact.phones}
    values |= {u.value for u in contact.urls} | set(contact.tags)
    values |= {e.value[-5:] if e.name == "birthday" else e.value for e in contact.earlier}
    values |= {str(contact.birthday)[-5:]} if contact.birthday else set()
    return {fold(v).replace(" ", "").replace("株式会社", "") for v in values if v}


@given(contacts, contacts, st.sets(st.sampled_from(FIELDS)))
def test_a_decision_loses_nothing(known, card, take):
    decided = decide(known, card, frozenset(take), date(2026, 10, 15))
    assert said(known) | said(card) <= said(decided)


@given(contacts, contacts)
def test_deciding_for_nothing_is_stable(known, card):
    once = decide(known, card, frozenset(), None)
    assert decide(once, card, frozenset(), None) == once


@given(contacts, contacts)
def test_after_taking_everything_the_card_says_nothing_else(known, card):
    taken = decide(known, card, frozenset(FIELDS), None)
    found = compare(taken, card)
    assert found.differences == ()
    assert not found.adds


@given(contacts, contacts)
def test_comparing_changes_no_value_that_is_known(known, card):
    grown = compare(known, card).with_additions
    assert said(known) <= said(grown)
    assert grown.emails[: len(known.emails)] == known.emails


def test_what_a_person_has_several_of_is_added_once_however_it_is_written():
    known = replace(
        KNOWN,
        related=(Related("早坂 健", "spouse"),),
        dates=(Occasion("2010-06-05", "Anniversary"),),
        accounts=(Account("hayasaka", "skype"),),
        positions=(Position("株式会社木の匠", None, "顧問"),),
    )
    card = replace(
        known,
        related=(Related("早坂健"), Related("早坂 葵", "child")),
        dates=(Occasion("2010-06-05", "anniversary"), Occasion("2010-06-05", "wedding")),
        accounts=(Account("Hayasaka", "skype"), Account("hayasaka", "xmpp")),
        positions=(Position("㈱木の匠", None, "顧問"), Position("㈱木の匠", None, "理事")),
    )
    found = compare(known, card)
    assert found.adds
    joined = found.with_additions
    assert joined.related == (*known.related, card.related[1])
    assert joined.dates == (*known.dates, card.dates[1])
    assert joined.accounts == (*known.accounts, card.accounts[1])
    assert joined.positions == (*known.positions, card.positions[1])

"""Texts of the form and the contact that they make."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading, Url
from app.domain.dates import Birthday
from app.ui.pages.people.contact_form import contact_of, parse_birthday, texts_of

words = st.none() | st.text(min_size=1, max_size=8)
contacts = st.builds(
    Contact,
    id=st.just("c"),
    name=st.builds(Name, words, words, words, words, words, words, words),
    reading=st.builds(Reading, words, words),
    organization=words,
    department=words,
    title=words,
    emails=st.lists(st.builds(Email, st.text(max_size=8), words), max_size=3).map(tuple),
    phones=st.lists(st.builds(Phone, st.text(max_size=8), words, words), max_size=3).map(tuple),
    urls=st.lists(st.builds(Url, st.text(max_size=8), words), max_size=3).map(tuple),
    addresses=st.lists(
        st.builds(Address, words, words, words, words, words, words), max_size=2
    ).map(tuple),
    birthday=st.none() | st.builds(Birthday, st.integers(1, 12), st.integers(1, 28), st.none()),
    note=words,
    met=st.builds(Met, st.none() | st.dates(), words, words),
)


@given(contacts)
def test_what_nobody_touched_stays_as_it_is(contact):
    shown = texts_of(contact)
    assert contact_of(texts_of(contact), shown, contact, None) == contact


def test_a_touched_field_changes_alone():
    before = Contact(
        id="c",
        name=Name("山田太郎", "山田", "太郎"),
        phones=(Phone("03-1", "work", "+8131"), Phone("03-1", "work", "+8131")),
        addresses=(Address(city=" Suwa "),),
    )
    shown, texts = texts_of(before), texts_of(before)
    texts.single["title"] = " founder "
    texts.phones[1]["value"] = "03-2"
    after = contact_of(texts, shown, before, None)
    assert after.title == "founder"
    assert after.phones == (Phone("03-1", "work", "+8131"), Phone("03-2", "work", None))
    assert (after.name, after.addresses) == (before.name, before.addresses)


def test_the_shown_name_follows_its_parts():
    before = Contact(id="c", name=Name("山田太郎", "山田", "太郎"))
    shown, texts = texts_of(before), texts_of(before)
    texts.single["family"] = "佐藤"
    assert contact_of(texts, shown, before, None).name.full == "佐藤 太郎"
    texts.single["full"] = "太郎くん"
    assert contact_of(texts, shown, before, None).name.full == "太郎くん"


def test_the_day_we_met():
    before = Contact(id="c", met=Met(date(2025, 1, 2)))
    shown, texts = texts_of(before), texts_of(before)
    assert contact_of(texts, shown, before, None).met.on == date(2025, 1, 2)
    texts.single["met_on"] = "2025-01-03"
    assert contact_of(texts, shown, before, date(2025, 1, 3)).met.on == date(2025, 1, 3)


@pytest.mark.parametrize(
    ("typed", "birthday"),
    [
        ("1985-04-12", Birthday(4, 12, 1985)), ("1985/4/12", Birthday(4, 12, 1985)),
        ("1985年4月12日", Birthday(4, 12, 1985)), ("4/12", Birthday(4, 12)),
        ("4月12日", Birthday(4, 12)), ("--04-12", Birthday(4, 12)), ("--02-29", Birthday(2, 29)),
        ("1970-02-29", None), ("13/1", None), ("spring", None), ("", None),
    ],
)  # fmt: skip
def test_birthdays_as_people_write_them(typed, birthday):
    assert parse_birthday(typed) == birthday

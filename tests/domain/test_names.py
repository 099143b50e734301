"""Names: shown, called, read, sorted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Address, Contact, Email, Name, Phone, Reading
from app.domain.names import build_full, called, lacks_reading, monogram, shown, sort_key, spoken

MIO = Contact(name=Name("早坂 美緒", "早坂", "美緒"), reading=Reading("はやさか", "みお"))
CLAIRE = Contact(name=Name("Claire Martin", "Martin", "Claire"))


def person(full="", reading=""):
    return Contact(name=Name(full or None), reading=Reading(reading or None))


def test_how_a_person_is_called():
    assert (called(MIO), called(CLAIRE)) == ("早坂", "Claire Martin")
    assert (monogram(MIO), monogram(CLAIRE)) == ("早", "C")
    assert spoken(MIO, "ja") == "はやさか みお"
    assert spoken(MIO, "en") == "Hayasaka Mio"
    read = replace(CLAIRE, reading=Reading("マルタン", "クレール・アンヌ"))
    assert spoken(read, "en") == ""  # the letters say it better than kana could
    assert spoken(read, "ja") == "クレール・アンヌ・マルタン"


def test_only_kanji_want_a_reading():
    assert lacks_reading(person("原田 渉"))
    assert not any(map(lacks_reading, (MIO, CLAIRE, person("さくら"), person())))


def test_a_full_name_is_built_in_the_order_of_its_script():
    assert build_full(Name(family="早坂", given="美緒", prefix="様")) == "早坂 美緒"
    assert build_full(Name(None, "Doe", "Jane", "Q", "Dr.", "PhD")) == "Dr. Jane Q Doe PhD"
    assert build_full(Name(nickname="Janey")) == "Janey"
    assert build_full(Name()) is None


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        (Contact(organization="青葉"), "青葉"),
        (Contact(emails=(Email("a@b.example"),)), "a@b.example"),
        (Contact(phones=(Phone("090"),)), "090"),
        (Contact(note="\n\n  second line\nthird"), "second line"),
        (Contact(title="部長"), "部長"),
        (Contact(department="総務部"), "総務部"),
        (Contact(reading=Reading("はやさか", "みお")), "はやさか みお"),
        (Contact(addresses=(Address(city="松本市"),)), "松本市"),
        (Contact(), ""),
    ],
)
def test_a_card_without_a_name_still_has_a_line(contact, line):
    assert shown(contact) == line


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_can_be_shown_and_sorted(full, family):
    contact = Contact(name=Name(full or None, family or None))
    assert len(monogram(contact)) == 1
    shown(contact)
    called(contact)
    for language in ("ja", "en"):
        section, key = sort_key(contact, language)
        assert len(section) == 1
        assert key


WORDS = [
    person("Émile Zola"), person("Zoe"), person("Eva"), person("Fritz"), person("Ångström"),
    person("Øystein"), person("早坂", "はやさか"), person("原田", "はらだ"), person("123"),
    person("宮下", "みやした"), person("漢字"), person("Иван"), person("あ"), person("ん"),
    person("Æsir"), person("Łukasz"), person("ﾀﾅｶ"), person("O'Brien"), person("がくと"),
    person("ヴィ"),
]  # fmt: skip
ANYONE = st.lists(st.builds(person, st.text(max_size=6), st.text(max_size=4)))
ROWS = {
    "ja": "あかさたなはまやらわABCDEFGHIJKLMNOPQRSTUVWXYZ#",
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ#",
}


@pytest.mark.parametrize("language", ["ja", "en"])
@given(people=st.permutations(WORDS) | ANYONE)
def test_sections_follow_each_other_and_none_comes_twice(language, people):
    ordered = sorted(people, key=lambda c: sort_key(c, language)[1])
    sections = [sort_key(c, language)[0] for c in ordered]
    places = [ROWS[language].index(s) for s in sections]
    assert places == sorted(places)


def test_reading_order_in_japanese():
    people = [person("Zoe"), person("漢字"), person("原田", "はらだ"), person("早坂", "ハヤサカ")]
    ordered = sorted(people, key=lambda c: sort_key(c, "ja")[1])
    assert [shown(c) for c in ordered] == ["早坂", "原田", "Zoe", "漢字"]


def test_kana_names_stand_under_their_letter_in_english():
    assert sort_key(MIO, "en")[0] == "H"
    assert sort_key(person("Émile"), "en")[0] == sort_key(person("Émile"), "ja")[0] == "E"
    assert sort_key(person("Øystein"), "en")[0] == "O"

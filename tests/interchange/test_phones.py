"""Telephone numbers: E.164 where they are numbers, and the quick way agrees with the library."""

from __future__ import annotations

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Address, Contact, Email, Name, Phone
from app.interchange.phones import e164, numbered, written


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("090-1234-5678", "+819012345678"),
        ("０９０－１２３４－５６７８", "+819012345678"),
        ("(03) 5550-0001", "+81355500001"),
        ("+81 3 5550 0001", "+81355500001"),
        ("+81 (0)3-5550-0001", "+81355500001"),
        ("0120-555-010", "+81120555010"),
        ("0800-555-0101", "+818005550101"),
        ("050-5550-0101", "+815055500101"),
        ("+1 (212) 555-0100", "+12125550100"),
        ("+44 20 7946 0958", "+442079460958"),
        ("010-1-212-555-0100", "+12125550100"),
        ("03-5550-0001 内線12", "+81355500001"),
        ("110", None),
        ("03-555", None),
        ("555-0100", None),
        ("Fax", None),
        ("", None),
        ("+49 BUSINESS", None),
        ("1-800-MY-APPLE", None),
        ("0" * 61, None),
        ("+999 123 456 789", None),
        ("+12", None),
        ("090-1234-56789", None),
        ("5550001 ext 3", None),
    ],
)
def test_numbers_as_people_write_them(text: str, number: str | None) -> None:
    assert e164(text) == number


def test_invisible_marks_go_and_words_stay() -> None:
    assert written("\u202a020\u00a07946\u202c ") == "020 7946"
    assert written(" Diensttelefon") == "Diensttelefon"
    assert written("携帯") == "携帯"


@given(st.from_regex(r"0[1-9]0?[ -]?[0-9]{2,4}-[0-9]{4}", fullmatch=True))
def test_the_quick_way_says_what_the_library_says(text: str) -> None:
    ours = e164(text)

    if ours is not None:
        number = phonenumbers.parse(text, "JP")
        assert ours == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@given(st.text(max_size=70))
def test_any_text_is_survived(text: str) -> None:
    number = e164(text)

    assert number is None or (number.startswith("+") and number[1:].isdigit())


def person(*numbers: str, country: str = "", mail: str = "", name: str = "Jane Doe") -> Contact:
    return Contact(
        name=Name(name),
        phones=tuple(Phone(n) for n in numbers),
        addresses=(Address(street="1", country=country),) if country else (),
        emails=(Email(mail),) if mail else (),
    )


@pytest.mark.parametrize(
    ("contact", "first"),
    [
        (person("(206) 555-0142", country="United States of America"), "+12065550142"),
        (person("206.555.0142", country="USA"), "+12065550142"),
        (person("0171 5550123", country="Deutschland"), "+491715550123"),
        (person("0171 5550123", country="de"), "+491715550123"),
        (person("0113 496 0101", country="United Kingdom"), "+441134960101"),
        (person("06 12 34 56 78", country="FRANCE"), "+33612345678"),
        (person("0803 555 0143", "+234 803 555 0142"), "+2348035550143"),
        (person("0171 5550123", "+49 89 5550 1234"), "+491715550123"),
        (person("0171 5550123", mail="k@gross.de"), "+491715550123"),
        (person("020 7946 0018", mail="k@smith.co.uk"), "+442079460018"),
        # a colleague in Japan, on a card from elsewhere
        (person("090-5550-0142", country="USA"), "+819055500142"),
        # Japanese, by address, script or nothing else
        (person("06-5550-0142", country="日本", mail="k@gross.de"), "+81655500142"),
        (person("03-5550-0142", name="早坂 美緒", mail="k@gross.de"), "+81355500142"),
        (person("03-5550-0142", mail="mio@komorebi.io"), "+81355500142"),
        (person("090-5550-0142"), "+819055500142"),
        # as nobody writes it elsewhere
        (person("(206) 555-0142"), "+12065550142"),
        (person("206-555-0142"), "+12065550142"),
        (person("206-555-0142", name="早坂 美緒"), None),
        # two countries, and no other sign
        (person("03-5550-0142", "+49 89 5550 1234", "+33 1 55 55 01 42"), "+81355500142"),
        (person("12", country="USA"), None),
        (person("call me", country="USA"), None),
    ],
)
def test_a_number_without_a_country_is_of_the_country_of_its_card(
    contact: Contact, first: str | None
) -> None:
    assert numbered(contact).phones[0].e164 == first


@given(st.text(max_size=30), st.sampled_from(["", "JP", "US", "DE", "GB", "FR"]))
def test_whatever_is_written_is_a_number_or_none(text: str, region: str) -> None:
    found = e164(text, region)
    assert found is None or re.fullmatch(r"\+\d{3,16}", found)

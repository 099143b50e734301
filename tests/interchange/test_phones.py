"""Telephone numbers: E.164 where they are numbers, and the quick way agrees with the library."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.phones import e164, written


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

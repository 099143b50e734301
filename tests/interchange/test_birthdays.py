"""Birthdays in every form that cards have them; impossible days are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import Birthday
from app.interchange.birthdays import parse
from app.interchange.convert import write_birthday


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1985-04-12", "1985-04-12"),
        ("19850412", "1985-04-12"),
        ("1985/4/12", "1985-04-12"),
        ("1985.04.12", "1985-04-12"),
        ("1985-04-12T23:10:00Z", "1985-04-12"),
        ("19531015T231000Z", "1953-10-15"),
        ("--0412", "--04-12"),
        ("--04-12", "--04-12"),
        ("1604-02-29", "--02-29"),
        ("0000-02-29", "--02-29"),
        ("１９８５年４月１２日", "1985-04-12"),
        ("昭和58年4月12日", "1983-04-12"),
        ("平成元年1月8日", "1989-01-08"),
        ("S58.4.12", "1983-04-12"),
        ("令和2年12月31日", "2020-12-31"),
        ("1970-02-29", None),
        ("19723101", None),
        ("--0230", None),
        ("1985", None),
        ("1985-04", None),
        ("---12", None),
        ("circa 1800", None),
        ("", None),
        ("昭和58年4月", None),
        ("1985-04/12", "1985-04-12"),
        ("12/04/1985", None),
    ],
)
def test_forms(text: str, birthday: str | None) -> None:
    found = parse(text)

    assert (str(found) if found else None) == birthday


def test_the_year_that_apple_leaves_out_is_none() -> None:
    assert parse("1900-04-12", "1900") == Birthday(4, 12)
    assert parse("1900-04-12", "1604") == Birthday(4, 12, 1900)


@given(st.dates(date(1, 1, 1)), st.sampled_from(["3.0", "4.0"]), st.booleans())
def test_what_is_written_is_read_back(day: date, version: str, with_year: bool) -> None:
    birthday = Birthday(day.month, day.day, day.year if with_year and day.year != 1604 else None)

    out = write_birthday(birthday, version)

    assert parse(out.value, "1604" if "OMIT" in out.head else None) == birthday


@given(st.text(max_size=20))
def test_any_text_is_survived(text: str) -> None:
    parse(text)

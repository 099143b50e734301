"""Partial dates: as much of a day as is known, in every way that people and programs write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.partial_date import PartialDate, is_impossible, read, says_nothing


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1985", "1985"), ("1985-04", "1985-04"), ("19850412", "1985-04-12"),
        ("--0412", "--04-12"), ("--04", "--04"), ("---12", "---12"), ("1985/4/2", "1985-04-02"),
        ("1985-04-12T00:00:00Z", "1985-04-12"), ("1604-04-12", "--04-12"),
        ("昭和58年4月", "1983-04"), ("昭和58年", "1983"), ("S58.4.1", "1983-04-01"),
        ("令和元年5月1日", "2019-05-01"), ("Ｓ５８．４．１", "1983-04-01"),
        ("1985年4月", "1985-04"), ("4月12日", "--04-12"), ("明治45年7月30日", "1912-07-30"),
        ("大正元年7月30日", "1912-07-30"),
        ("平成元年1月7日", None), ("昭和64年1月8日", None), ("令和元年4月30日", None),
        ("昭和65年", None), ("平成32年1月", None), ("昭和0年", None), ("1970-02-29", None),
        ("1985-13", None), ("--00", None), ("---32", None), ("spring", None), ("", None),
    ],
)  # fmt: skip
def test_forms(written: str, date: str | None) -> None:
    found = read(written)
    assert (None if found is None else str(found)) == date


@pytest.mark.parametrize(
    "written", ["0/0/00", "0000-00-00", "", "00/00/0000", "0.0.00", "00000000", "--0000", "--00-00"]
)
def test_zeroes_mean_none(written: str) -> None:
    assert says_nothing(written)


@pytest.mark.parametrize("written", ["1985", "2000-01-01", "x", "--01-00", "0"])
def test_other_words_mean_something(written: str) -> None:
    assert not says_nothing(written)


@pytest.mark.parametrize(
    "written",
    ["0/0", "0/0/00", "2/30", "２／３０", "30/2/1985", "13/4", "4/0", "1985-13", "1985/2/29",
     "19850230", "2月30日", "1985 年 2 月 30 日", "昭和65年", "--0230", "0000", "---32"],
)  # fmt: skip
def test_a_day_that_no_calendar_has(written: str) -> None:
    assert is_impossible(written)


@pytest.mark.parametrize(
    "written",
    ["2/29", "4/12", "13/4/1985", "4/13/1985", "1985", "1985-04", "昭和58年4月", "4月12日", "", " ",
     "spring", "about 1985", "1985-1990", "85/13/40", "03-5550-0199"],
)  # fmt: skip
def test_no_other_word_is_an_impossible_day(written: str) -> None:
    assert not is_impossible(written)


@pytest.mark.parametrize(
    "parts",
    [(None, 0, 0), (None, 2, 30), (None, None, 0), (1985, 2, 29), (1985, 13, None), (0, 1, 1)],
)
def test_no_record_of_what_no_calendar_has(parts: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match=r"out of range|must be in"):
        PartialDate(*parts)


PARTS = st.tuples(
    st.one_of(st.none(), st.integers(1605, 9999)),
    st.one_of(st.none(), st.integers(1, 12)),
    st.one_of(st.none(), st.integers(1, 28)),
)


@given(PARTS)
def test_what_is_written_is_read(parts: tuple[int | None, int | None, int | None]) -> None:
    year, month, day = parts
    if parts == (None, None, None) or (year and day and not month):
        with pytest.raises(ValueError, match=r"nothing|month"):
            PartialDate(*parts)
        return
    made = PartialDate(*parts)
    assert PartialDate.parse(str(made)) == made == read(str(made))


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = read(text)
    assert found is None or PartialDate.parse(str(found)) == found

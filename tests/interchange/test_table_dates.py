"""Dates of tables."""

import pytest

from app.interchange.table_dates import iso


@pytest.mark.parametrize(
    ("text", "month_first", "day"),
    [
        ("13 Oct 2026", None, "2026-10-13"),
        ("Oct 13, 2026", None, "2026-10-13"),
        ("1 September 2023", None, "2023-09-01"),
        ("20.02.1991", None, "1991-02-20"),
        ("20/02/1991", None, "1991-02-20"),
        ("02/20/1991", None, "1991-02-20"),
        ("2/3/1991", True, "1991-02-03"),
        ("2/3/1991", False, "1991-03-02"),
        ("3/3/1991", None, "1991-03-03"),
        ("10月14日", None, "--10-14"),
        ("0/0/00", None, ""),
        ("0.0.00", None, ""),
        ("0000-00-00 00:00", None, ""),
        # in doubt, or for the reader of cards: as it was
        ("2/3/1991", None, "2/3/1991"),
        ("01.01.99", None, "01.01.99"),
        ("1981/2/28", None, "1981/2/28"),
        ("令和8年10月14日", None, "令和8年10月14日"),
        ("13 Foo 2026", None, "13 Foo 2026"),
        ("next spring", None, "next spring"),
    ],
)
def test_a_date_that_can_be_nothing_else(text: str, month_first: bool | None, day: str) -> None:
    assert iso(text, month_first=month_first) == day

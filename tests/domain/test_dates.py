"""Birthdays and calendar arithmetic (R55, I10)."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import Birthday, LeapDay, add_months

YEARS = range(1900, 2101)


@pytest.mark.parametrize("policy", list(LeapDay))
def test_29_february_comes_exactly_once_every_year(policy):
    birthday = Birthday(2, 29)
    for year in YEARS:
        day = birthday.in_year(year, policy)
        assert day.year == year
        if calendar.isleap(year):
            assert day == date(year, 2, 29)
        else:
            assert f"{day:%m-%d}" == policy.value
    assert str(birthday) == "--02-29"


@pytest.mark.parametrize("policy", list(LeapDay))
def test_a_day_that_heeds_no_rule_is_seen(policy, monkeypatch):
    """The sabotage twin of R55: the last day of February, or the day after, whatever was chosen."""
    other = next(rule for rule in LeapDay if rule is not policy)
    right = Birthday.in_year
    monkeypatch.setattr(Birthday, "in_year", lambda self, year, rule: right(self, year, other))
    with pytest.raises(AssertionError):
        test_29_february_comes_exactly_once_every_year(policy)


@given(st.dates(), st.integers(1900, 2100), st.sampled_from(LeapDay))
def test_every_accepted_birthday_prints_back_and_has_a_day_in_every_year(day, year, policy):
    for birthday in (Birthday(day.month, day.day, day.year), Birthday(day.month, day.day)):
        assert Birthday.parse(str(birthday)) == birthday
        assert birthday.in_year(year, policy).year == year


@pytest.mark.parametrize(
    "text",
    [
        "1970-02-29",
        "2026-13-01",
        "--02-30",
        "--00-10",
        "0000-01-01",
        "1985-4-12",
        "１９８５-04-12",
        "",
        "1985-04-12T00:00",
        " 1985-04-12",
        "-04-12",
        "--0412",
        "1985-04-12\n",
    ],
)
def test_what_is_no_day_is_no_birthday(text):
    assert Birthday.parse(text) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-1200, 1200))
def test_months_count_from_the_anchor_and_stop_at_the_end_of_the_month(anchor, months):
    later = add_months(anchor, months)
    assert (later.year - anchor.year) * 12 + later.month - anchor.month == months
    last = calendar.monthrange(later.year, later.month)[1]
    assert later.day == min(anchor.day, last)


def test_31_january_monthly():
    days = [add_months(date(2026, 1, 31), n) for n in range(4)]
    assert days == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]

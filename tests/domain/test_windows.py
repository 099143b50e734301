"""Rhythm, birthday and silent letter, day by day against slow, obvious models."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.dates import Birthday, LeapDay, add_months
from app.domain.due import Known, ReasonKind, reasons
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.reminder import Skip, Snooze
from app.domain.rhythm import Rhythm
from app.domain.windows import silent_letter

START = date(2023, 1, 31)
END = date(2033, 1, 31)
anchors = st.dates(date(2020, 1, 1), date(2024, 12, 31))


def month_later(anchor, months):
    """The day so many months on, found by walking; the last of a month too short."""
    year, month = anchor.year, anchor.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    return date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))


def rhythm_opens(anchor, rhythm, skips, today):
    """What the reasons say."""
    return next(
        (
            r.since
            for r in reasons(
                Known("p", (), (), (), tuple(skips), last=anchor, rhythm=rhythm), today
            )
        ),
        None,
    )


def skipped_for_ten_years(anchor, least, suspends, opens=rhythm_opens):
    """The days on which the rhythm asked, when every round is skipped as soon as it is seen.

    `suspends`: days from one look to the next, over and over.
    """
    seen, today, turn = [], anchor, 0
    skips: list[Skip] = []
    while today < add_months(anchor, 120):
        found = opens(anchor, Rhythm(least, least + 1), skips, today)
        if found is not None and found <= today:
            seen.append((found, today))
            skips.append(Skip("s", "p", today))
        today += timedelta(suspends[turn % len(suspends)])
        turn += 1
    return seen


def model(anchor, least, suspends):
    """The rounds written down beforehand; at each look those that have come are one question."""
    rounds = [month_later(anchor, least * n) for n in range(1, 121)]
    seen, today, turn = [], anchor, 0
    while today < month_later(anchor, 120):
        come = [day for day in rounds if day <= today]
        if come:
            seen.append((come[0], today))
            rounds = [day for day in rounds if day > today]
        today += timedelta(suspends[turn % len(suspends)])
        turn += 1
    return seen


suspends = st.lists(st.integers(1, 90), min_size=1, max_size=12)


@given(anchors, st.sampled_from([1, 3, 6, 12]), suspends)
@example(date(2023, 1, 31), 1, [1])
@example(date(2024, 2, 29), 12, [1])
def test_ten_years_of_rounds_miss_none_double_none_and_are_never_early(anchor, least, suspends):
    assert skipped_for_ten_years(anchor, least, suspends) == model(anchor, least, suspends)


def chained(anchor, rhythm, skips, today):
    """The mistake of the others: each round counted from the one before it."""
    day = anchor
    skipped = max((s.on for s in skips), default=date.min)
    while True:
        day = add_months(day, rhythm.least)
        if day > skipped:
            return day


def from_the_skip(anchor, rhythm, skips, today):
    """Another: counted from the day on which it was seen, so that a long sleep moves it."""
    return add_months(max((s.on for s in skips), default=anchor), rhythm.least)


@pytest.mark.parametrize("wrong", [chained, from_the_skip])
def test_a_rhythm_that_drifts_is_found(wrong):
    days = [1, 40]
    assert skipped_for_ten_years(START, 1, days) == model(START, 1, days)
    assert skipped_for_ten_years(START, 1, days, wrong) != model(START, 1, days)


@given(anchors, st.integers(1, 12), st.integers(0, 3000))
def test_a_contact_restarts_the_rhythm(last, least, later):
    today = last + timedelta(later)
    known = Known("p", last=last, rhythm=Rhythm(least, least + 1))
    found = reasons(known, today)
    assert bool(found) == (today >= month_later(last, least))
    if found:
        assert found[0].since > last


def act(kind, by, on, answers=None):
    return Interaction("a", kind, by, on, ("p",), answers=answers)


@pytest.mark.parametrize("rule", list(LeapDay))
@pytest.mark.parametrize("born", [None, 1896])
def test_29_february_is_kept_once_a_year_for_two_centuries(rule, born):
    birthday = Birthday(2, 29, born)
    seen, last, today = [], date(1899, 12, 31), date(1900, 1, 1)
    while today.year <= 2100:
        found = reasons(Known("p", last=last, birthday=birthday), today, rule)
        if found:
            seen.append(today)
            last = today  # a wish
        today += timedelta(1)
    assert [day.year for day in seen] == list(range(1900, 2101))
    usual = (2, 28) if rule is LeapDay.BEFORE else (3, 1)
    for day in seen:
        assert (day.month, day.day) == ((2, 29) if calendar.isleap(day.year) else usual)
    assert str(birthday).endswith("-02-29")


@given(st.dates(date(2001, 1, 1), date(2030, 12, 31)), st.integers(0, 400))
def test_a_birthday_waits_thirty_days_over_a_new_year_too(born, later):
    known = Known("p", last=date(2000, 1, 1), birthday=Birthday(born.month, born.day))
    today = date(2031, 1, 1) + timedelta(later)
    passed = [today - timedelta(n) for n in range(31)]
    kept = [known.birthday.in_year(year, LeapDay.AFTER) for year in (2030, 2031, 2032)]
    assert [r.since for r in reasons(known, today)] == [day for day in passed if day in kept]


def test_an_address_book_has_no_birthdays_today_and_a_snooze_holds_them_back():
    day = date(2026, 5, 5)
    birthday = Birthday(5, 5, 1980)
    assert reasons(Known("p", birthday=birthday), day) == ()
    friend = Known("p", birthday=birthday, last=date(2026, 1, 1))
    assert [r.kind for r in reasons(friend, day)] == [ReasonKind.BIRTHDAY]
    snooze = (Snooze("z", "p", day, date(2026, 5, 7)),)
    later = Known("p", birthday=birthday, last=date(2026, 1, 1), snoozes=snooze)
    assert reasons(later, day) == ()
    assert [r.since for r in reasons(later, date(2026, 5, 7))] == [day]


def test_a_letter_of_mine_asks_for_one_second_note():
    letter = act(Kind.LETTER, Initiative.ME, START)
    at = [START + timedelta(n) for n in (20, 21, 90, 91)]
    assert [bool(silent_letter([letter], (), day)) for day in at] == [False, True, True, False]
    for by in (Initiative.THEM, Initiative.BOTH, Initiative.UNKNOWN):
        assert silent_letter([letter, act(Kind.MAIL, by, at[0])], (), at[1]) is None
    second = act(Kind.MAIL, Initiative.ME, at[1])
    assert silent_letter([letter, second], (), at[1] + timedelta(30)) is None
    assert silent_letter([act(Kind.MAIL, Initiative.ME, START, "x")], (), at[1]) is None
    assert silent_letter([letter], (Skip("s", "p", at[1]),), at[2]) is None


def test_a_wish_that_was_skipped_or_comes_before_the_birth_is_none():
    day = date(2026, 5, 5)
    friend = Known("p", birthday=Birthday(5, 5, 1980), last=date(2026, 1, 1))
    skipped = Known(
        "p",
        birthday=Birthday(5, 5, 1980),
        last=date(2026, 1, 1),
        skips=(Skip("s", "p", day),),
    )
    assert [r.since for r in reasons(friend, date(2026, 5, 6))] == [day]
    assert reasons(skipped, date(2026, 5, 6)) == ()
    assert reasons(skipped, date(2027, 5, 5)) != ()
    to_come = Known("p", birthday=Birthday(5, 5, 2030), last=date(2026, 1, 1))
    assert reasons(to_come, day) == ()

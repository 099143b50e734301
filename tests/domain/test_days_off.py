"""Days off, day by day against slow, obvious models; and what waits for a working day."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.dates import Birthday
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff, Vacation
from app.domain.due import Known, ReasonKind, reasons
from app.domain.first_follow_up import lay
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.reminder import FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import Rhythm
from tests import slow_due

START = date(2026, 1, 1)
DAY = timedelta(1)
days = st.integers(0, 500).map(lambda n: START + timedelta(n))
vacations = st.builds(
    lambda first, length: Vacation(first, first + timedelta(length)),
    days,
    st.one_of(st.integers(0, 20), st.integers(60, 200)),
)
days_off = st.builds(
    lambda weekend, holidays, away: DaysOff(frozenset(weekend), frozenset(holidays), tuple(away)),
    st.sampled_from([(), (5, 6), (4, 5), (6,)]),
    st.sets(days, max_size=12),
    st.lists(vacations, max_size=3),
)
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 10, n) for n in (16, 17, 18, 19))
WEEKENDS = DaysOff(frozenset({5, 6}))


def rests(off, day):
    """The sentence itself."""
    away = any(v.first <= day and day <= v.last for v in off.vacations)
    return day.weekday() in off.weekend or day in off.holidays or away


def walked(off, day):
    while rests(off, day):
        day += DAY
    return day


@given(days_off, days)
def test_a_day_off_opens_on_the_next_working_day(off, day):
    assert off.rests(day) == rests(off, day)
    assert off.opens(day) == walked(off, day)


@given(days_off, days)
def test_how_far_back_something_may_lie_that_opens_today_or_later(off, day):
    first = off.opening_by(day)
    for back in range((day - first).days + 3):
        at = day - timedelta(back)
        assert (walked(off, at) >= day) is (at >= first)


def test_a_vacation_of_a_lifetime_is_one_step_and_the_calendar_has_an_end():
    away = DaysOff(frozenset({5, 6}), vacations=(Vacation(START, date.max),))
    assert away.opens(START) == date.max
    assert DaysOff(vacations=(Vacation(date.min, START),)).opening_by(START) == date.min
    assert WEEKENDS.opens(date.max) == date.max
    with pytest.raises(ValueError, match="vacation"):
        Vacation(START, START - DAY)


def kinds(known, day, off=WEEKENDS):
    return [r.kind for r in reasons(known, day, days_off=off)]


def act(kind, by, on):
    return Interaction(f"{kind}-{by}-{on}", kind, by, on, ("p",))


def everything(start):
    """One person about whom each kind of reason begins on a Saturday."""
    return {
        ReasonKind.PROMISE: Known("p", promises=(Promise("x", "p", Side.ME, "x", start, start),)),
        ReasonKind.FOLLOW_UP: Known(
            "p", (FollowUp("f", "p", FollowUpKind.TYPED, start, start - 9 * DAY),)
        ),
        ReasonKind.FIRST_FOLLOW_UP: Known(
            "p", (FollowUp("f", "p", FollowUpKind.FIRST, start, start - DAY),)
        ),
        ReasonKind.WAITS_FOR_ME: Known("p", acts=(act(Kind.MAIL, Initiative.THEM, start - DAY),)),
        ReasonKind.BIRTHDAY: Known(
            "p", birthday=Birthday(start.month, start.day), last=date(2025, 1, 1)
        ),
        ReasonKind.UNANSWERED: Known(
            "p", acts=(act(Kind.LETTER, Initiative.ME, start - timedelta(21)),)
        ),
        ReasonKind.RHYTHM: Known("p", rhythm=Rhythm(1, 2), last=date(2026, 9, 17)),
    }


MOVED = {
    ReasonKind.FIRST_FOLLOW_UP,
    ReasonKind.WAITS_FOR_ME,
    ReasonKind.UNANSWERED,
    ReasonKind.RHYTHM,
}


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_what_was_given_a_day_keeps_it_and_the_rest_waits_for_monday(kind):
    known = everything(SATURDAY)[kind]
    assert kinds(known, FRIDAY) == []
    assert kinds(known, SATURDAY, EVERY_DAY_COUNTS) == [kind]
    assert kinds(known, SATURDAY) == ([] if kind in MOVED else [kind])
    late_wish = kind is ReasonKind.BIRTHDAY
    assert kinds(known, SUNDAY) == ([] if kind in MOVED or late_wish else [kind])
    assert kinds(known, MONDAY) == [kind]
    (reason,) = reasons(known, MONDAY, days_off=WEEKENDS)
    assert reason.since == reasons(known, SATURDAY)[0].since, "since when it holds stays true"


def test_later_until_a_day_off_is_the_persons_own_word():
    snooze = (Snooze("z", "p", FRIDAY, SATURDAY),)
    known = Known("p", rhythm=Rhythm(1, 2), last=date(2026, 8, 1), snoozes=snooze)
    seen = [kinds(known, day) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)]
    assert seen == [[], *[[ReasonKind.RHYTHM]] * 3]
    assert kinds(known, SATURDAY + timedelta(7)) == [], "a weekend later it rests as ever"


lives = st.one_of(
    days.map(lambda on: Known("p", (FollowUp("f", "p", FollowUpKind.FIRST, on, on - DAY),))),
    days.map(lambda on: Known("p", acts=(act(Kind.MAIL, Initiative.THEM, on),))),
    days.map(lambda on: Known("p", acts=(act(Kind.LETTER, Initiative.ME, on),))),
    days.map(lambda on: Known("p", rhythm=Rhythm(1, 2), last=on)),
)
"""One reason each: what nothing ends."""


def shown(known, off, look):
    """Each reason, and the days on which it was shown, over nearly three years."""
    found: dict[tuple[ReasonKind, str, date], list[date]] = {}
    for n in range(1000):
        today = START + timedelta(n)
        for r in look(known, today, days_off=off):
            found.setdefault((r.kind, r.evidence, r.since), []).append(today)
    return found


def opens_later(known, off, look):
    """Whether each reason comes up on the first working day from its own day on, once, and no
    reason is lost.
    """
    plain, moved = shown(known, EVERY_DAY_COUNTS, look), shown(known, off, look)
    return {which: walked(off, seen[0]) for which, seen in plain.items()} == {
        which: seen[0] for which, seen in moved.items()
    }


@given(lives, days_off)
@settings(max_examples=50)
@example(
    Known("p", acts=(act(Kind.MAIL, Initiative.THEM, START),)),
    DaysOff(vacations=(Vacation(START, START + timedelta(150)),)),
)
def test_nothing_is_lost_doubled_or_early_by_days_off(known, off):
    assert opens_later(known, off, reasons)
    for seen in shown(known, off, reasons).values():
        assert not any(rests(off, day) for day in seen)


def forgetful(known, today, days_off):
    """The mistake: a day off only hides, and windows run out meanwhile."""
    return () if days_off.rests(today) else reasons(known, today)


def postponing(known, today, days_off):
    """Another: what begins on a day off is pushed by a week."""
    return tuple(r for r in reasons(known, today) if today >= r.since + timedelta(7))


@pytest.mark.parametrize("wrong", [forgetful, postponing])
def test_days_off_that_lose_or_delay_are_found(wrong):
    known = Known("p", acts=(act(Kind.MAIL, Initiative.THEM, START),))
    parental_leave = DaysOff(frozenset({5, 6}), vacations=(Vacation(START, START + 150 * DAY),))
    assert opens_later(known, parental_leave, reasons)
    assert not opens_later(known, parental_leave, wrong)


@given(st.lists(days, max_size=30), st.integers(1, 5), days_off)
def test_first_follow_ups_are_laid_on_working_days(met, daily, off):
    laid = lay([(str(n), day) for n, day in enumerate(met)], START, daily, {}, off)
    chosen = [day for _, day in laid]
    assert len(laid) == len(met)
    assert not any(rests(off, day) for day in chosen)
    assert all(chosen.count(day) <= daily for day in chosen)


def test_the_days_choice_on_a_day_off_is_what_cannot_wait():
    crowd = [Known(f"p{n}", **_as_fields(k)) for n, k in enumerate(everything(SATURDAY).values())]
    found = slow_due.due(crowd, SATURDAY, (), 10, days_off=WEEKENDS)
    kinds = [p.reasons[0].kind for p in found.people]
    assert kinds == [ReasonKind.PROMISE, ReasonKind.FOLLOW_UP, ReasonKind.BIRTHDAY]
    assert (found.waiting, found.rests, found.after) == (0, True, MONDAY)


def _as_fields(known):
    names = ("follow_ups", "acts", "promises", "rhythm", "last", "birthday")
    return {name: getattr(known, name) for name in names}


def test_a_skip_lets_the_round_go_that_began_on_a_day_off():
    known = Known("p", rhythm=Rhythm(1, 2), last=date(2026, 9, 17), skips=(Skip("s", "p", MONDAY),))
    assert kinds(known, MONDAY) == []
    assert kinds(known, date(2026, 11, 17)) == [ReasonKind.RHYTHM]

"""R54: the day is the civil day where the person is, in any zone, however its clocks are set."""

from bisect import bisect_left
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.due import Known, reasons
from app.domain.now import Now
from app.domain.reminder import Closed, FollowUp, FollowUpKind

ZONES = (
    "Africa/Cairo",  # midnight is missing in spring
    "Pacific/Apia",  # 30 December 2011 is missing
    "Australia/Lord_Howe",  # half an hour of summer time
    "America/St_Johns",  # until 2011 back over midnight, to the day before
    "America/Havana",
    "America/Sao_Paulo",
    "America/Santiago",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Europe/Berlin",
    "Europe/Lisbon",
    "America/New_York",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Antarctica/Troll",  # two hours of summer time
)
FROM, TO = date(2007, 1, 1), date(2017, 1, 1)
HALF = timedelta(minutes=30)


def civil(instant, zone):
    """The day on the wall there, from the offset alone."""
    offset = instant.astimezone(ZoneInfo(zone)).utcoffset()
    return (instant + offset).date()


def looks(zone):
    """A clock read every half hour for ten years."""
    where = ZoneInfo(zone)
    instant = datetime(FROM.year, FROM.month, FROM.day, 14, tzinfo=UTC)
    while instant.year < TO.year:
        yield Now(instant, instant.astimezone(where))
        instant += HALF


def fired(zone, today=lambda now: now.today):
    """Of a follow-up for each day of ten years when it was asked for, each handled when it is seen;
    some days come back.
    """
    waiting = {
        FROM + timedelta(n): FollowUp(f"{n}", "p", FollowUpKind.TYPED, FROM + timedelta(n), FROM)
        for n in range(2, (TO - FROM).days - 1)
    }
    times: list[tuple[date, datetime]] = []
    last = None
    for now in looks(zone):
        day = today(now)
        if day == last:
            continue  # nothing changes within a day
        last = day
        come = [f for due, f in waiting.items() if due <= day]
        found = {r.evidence for r in reasons(Known("p", tuple(come)), day)}
        for follow_up in come:
            if follow_up.id in found:
                times.append((follow_up.due, now.instant))
                closed = FollowUp(
                    follow_up.id, "p", FollowUpKind.TYPED, follow_up.due, FROM, None, Closed.DONE
                )
                assert not reasons(Known("p", (closed,)), day)
                del waiting[follow_up.due]
    assert not waiting
    return times


def wrong(zone, times):
    """Those that were not asked for at the first look on their day, or behind a missing one."""
    first: dict[date, datetime] = {}
    for now in looks(zone):
        first.setdefault(civil(now.instant, zone), now.instant)
    days = sorted(first)
    return [due for due, at in times if at != first[days[bisect_left(days, due)]]]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("zone", ZONES)
def test_each_day_of_ten_years_fires_once_and_on_its_day(zone):
    times = fired(zone)
    assert len(times) == len({due for due, _ in times})
    assert wrong(zone, times) == []


def test_a_day_that_is_skipped_fires_on_the_next():
    times = dict(fired("Pacific/Apia"))
    assert civil(times[date(2011, 12, 30)], "Pacific/Apia") == date(2011, 12, 31)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_the_day_of_greenwich_is_seen(zone):
    """The sabotage twin."""
    assert wrong(zone, fired(zone, lambda now: now.instant.date()))

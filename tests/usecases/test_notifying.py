"""When a notification may be shown: from the chosen time on, and not in the night."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.usecases.notifying import Notifying

JAPAN = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("at", "now", "may"),
    [
        (time(9), time(8, 59), False),
        (time(9), time(9), True),
        (time(9), time(20, 59), True),
        (time(9), time(21), False),
        (time(9), time(0, 5), False),
        (time(22), time(21, 30), False),
        (time(22), time(22, 59), True),
        (time(22), time(23), False),
        (time(23, 30), time(23, 59), True),
        (None, time(12), False),
    ],
)
def test_the_hours(at, now, may):
    local = datetime.combine(date(2026, 10, 15), now, JAPAN)
    assert Notifying(at).is_time(local) is may


@given(st.times(), st.dates(max_value=date(9999, 12, 30)), st.times())
def test_never_before_its_time_and_every_time_has_a_moment(at, on, now):
    local = datetime.combine(on, now, JAPAN)
    said = Notifying(at).is_time(local)
    assert not (said and local.time() < at)
    assert Notifying(at).is_time(datetime.combine(local, at, JAPAN))

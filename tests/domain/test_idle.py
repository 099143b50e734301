"""How long nobody used the program: no clock that was set, and no night asleep, hides it."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.idle import Moment, idle

seconds = st.floats(0, 10**9)
clocks = st.floats(-(10**9), 10**9)


@given(clocks, clocks, seconds, clocks)
def test_time_that_passed_is_never_less_than_by_the_boot_clock(wall, boot, passed, turned):
    since = Moment(wall, boot)
    now = Moment(wall + passed + turned, boot + passed)
    assert idle(since, now) >= now.boot - since.boot
    assert idle(since, now) >= 0


@given(clocks, clocks, seconds, seconds)
def test_a_sleep_that_one_clock_misses_is_known_by_the_other(wall, boot, awake, asleep):
    since = Moment(wall, boot)
    whole = Moment(wall + awake + asleep, boot + awake)
    assert idle(since, whole) >= whole.wall - since.wall
    other = Moment(wall + awake, boot + awake + asleep)
    assert idle(since, other) >= other.boot - since.boot


def test_both_set_back_is_no_time():
    assert idle(Moment(100, 100), Moment(50, 50)) == 0

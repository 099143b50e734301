"""When the program locks by itself, as it is kept."""

import pytest

from app.store.settings import Setting
from app.usecases.locking import MINUTES, Locking, begin, lock_after, lock_with_screen, locking


def test_nobody_who_chose_nothing_is_locked_out(store):
    assert locking(store) == Locking(0, with_screen=False)


@pytest.mark.parametrize("minutes", MINUTES)
def test_what_was_chosen_is_kept(store, minutes):
    lock_after(store, minutes)
    lock_with_screen(store, on=True)
    assert locking(store) == Locking(minutes, with_screen=True)
    lock_with_screen(store, on=False)
    assert not locking(store).with_screen


def test_a_time_that_is_not_offered_is_refused(store):
    with pytest.raises(ValueError, match="7"):
        lock_after(store, 7)


@pytest.mark.parametrize("text", ["7", "-1", "soon", "٥", "99999999999", "5.5"])
def test_what_makes_no_sense_locks_early_rather_than_never(store, text):
    store.set_setting(Setting.LOCK_AFTER, text)
    assert locking(store).after == 5


def test_who_begins_at_the_window_is_locked_after_ten_minutes(store):
    begin(store)
    assert locking(store) == Locking(10, with_screen=True)

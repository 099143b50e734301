"""Who is due stays true through edits, midnight, sleep, clocks that jump, and locking."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact
from app.domain.interaction import Initiative
from app.domain.now import Now
from app.store.store import Store
from app.ui import clock
from app.ui.reminders import TICK_MS, Reminders, _until_midnight
from app.ui.today import Looked, look
from app.usecases import log, notifying, people, reconnect, undoing
from tests.ui.day import CLAIRE, HAYASAKA, JAPAN, MIYASHITA, TODO, Clock, Day

EVERYONE = (HAYASAKA.id, MIYASHITA.id, TODO.id, CLAIRE.id)


def test_everyone_due_is_seen_with_what_their_row_shows(day: Day) -> None:
    day.wait_for(*EVERYONE)
    today = day.reminders.today
    assert today is not None
    assert today.on == date(2026, 10, 15)
    claire = today.person(CLAIRE.id)
    assert claire is not None
    assert claire.words is not None
    assert claire.words.note == "11月5日から東京にいます"
    assert claire.tie.knots == (False, True, False)
    assert (today.known.known, today.known.total) == (1, 4)
    assert day.reminders.count == 4


def test_every_change_counts_at_once(day: Day) -> None:
    now = day.clock()
    day.write(lambda store: reconnect.done(store, HAYASAKA.id, now=now))
    day.wait_for(MIYASHITA.id, TODO.id, CLAIRE.id)
    today = day.reminders.today
    assert today is not None
    assert [done.contact.id for done in today.done] == [HAYASAKA.id]
    day.write(lambda store: undoing.undo(store, now=now))
    day.wait_for(*EVERYONE)
    assert day.reminders.today is not None
    assert day.reminders.today.done == ()


def test_nothing_is_told_where_nothing_changed(qtbot: QtBot, day: Day) -> None:
    with qtbot.assertNotEmitted(day.reminders.updated):
        day.reminders.tick()
        day.write(lambda store: None)
        day.write(lambda store: None)


def test_later_comes_back_on_its_day(day: Day) -> None:
    now = day.clock()
    until = now.today + timedelta(2)
    day.write(lambda store: reconnect.later(store, HAYASAKA.id, until, now=now))
    day.wait_for(MIYASHITA.id, TODO.id, CLAIRE.id)
    day.clock.move(days=1)
    day.reminders.tick()
    day.wait_for(MIYASHITA.id, TODO.id, CLAIRE.id)
    day.clock.move(days=1)
    day.reminders.tick()
    day.wait_for(*EVERYONE)


def test_a_month_asleep_loses_nobody(qtbot: QtBot, day: Day) -> None:
    day.clock.move(days=31)
    with qtbot.waitSignal(day.reminders.updated):
        day.reminders.tick()
    day.wait_for(*EVERYONE)
    assert day.reminders.today is not None
    assert day.reminders.today.on == date(2026, 11, 15)


def test_a_clock_set_back_changes_the_day_and_comes_back(day: Day) -> None:
    day.clock.move(days=-4)
    day.reminders.tick()
    day.wait_for(HAYASAKA.id, MIYASHITA.id)
    day.clock.move(days=4)
    day.reminders.tick()
    day.wait_for(*EVERYONE)


def test_waking_looks_at_once(qtbot: QtBot, day: Day) -> None:
    day.clock.move(days=1)
    app = QCoreApplication.instance()
    assert app is not None
    with qtbot.waitSignal(day.reminders.ticked):
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # type: ignore[attr-defined]
    qtbot.waitUntil(
        lambda: day.reminders.today is not None and day.reminders.today.on == date(2026, 10, 16)
    )


def test_it_ticks_within_a_minute_and_at_midnight() -> None:
    assert TICK_MS <= 60_000
    just_before = Clock(datetime(2026, 10, 15, 23, 59, 58, tzinfo=JAPAN))
    assert 1000 < _until_midnight(just_before()) < 3000


def test_midnight_comes_by_itself(qtbot: QtBot, day: Day) -> None:
    day.clock.local = datetime(2026, 10, 15, 23, 59, 59, tzinfo=JAPAN)
    day.reminders.tick()
    day.clock.move(seconds=2)
    qtbot.waitUntil(
        lambda: day.reminders.today is not None and day.reminders.today.on == date(2026, 10, 16),
        timeout=3000,
    )


def test_locked_only_the_number_is_left(qtbot: QtBot, day: Day) -> None:
    day.wait_for(*EVERYONE)
    with qtbot.waitSignal(day.reminders.updated):
        day.reminders.attach(None)
    assert day.reminders.locked
    assert day.reminders.today is None
    assert day.reminders.count == 4
    with qtbot.waitSignal(day.reminders.updated):
        day.reminders.attach(day.workspace)
    day.wait_for(*EVERYONE)


def test_settings_of_the_day_are_part_of_it(qtbot: QtBot, day: Day) -> None:
    day.reminders.set_quiet(on=True)
    qtbot.waitUntil(lambda: day.reminders.today is not None and day.reminders.today.notifying.quiet)
    day.clock.move(days=1)
    day.reminders.tick()
    qtbot.waitUntil(
        lambda: day.reminders.today is not None and not day.reminders.today.notifying.quiet
    )
    assert day.ask(lambda store: notifying.notifying(store, date(2026, 10, 15)).quiet)


def test_put_off_is_until_tomorrow(day: Day) -> None:
    day.reminders.put_off(HAYASAKA.id)
    day.wait_for(MIYASHITA.id, TODO.id, CLAIRE.id)
    day.clock.move(days=1)
    day.reminders.tick()
    day.wait_for(*EVERYONE)


def test_without_a_store_it_only_ticks(qtbot: QtBot) -> None:
    reminders = Reminders(now=Clock())
    with qtbot.waitSignal(reminders.ticked):
        reminders.tick()
    assert reminders.today is None
    assert reminders.count == 0
    reminders.stop()


def test_who_wrote_is_no_longer_waiting_once_answered(day: Day) -> None:
    now = day.clock()
    day.write(
        lambda store: reconnect.done(
            store, CLAIRE.id, now=now, initiative=Initiative.ME, note="返事をした"
        )
    )
    day.wait_for(HAYASAKA.id, MIYASHITA.id, TODO.id)


def test_nothing_waits_for_longer_than_a_minute_of_awake_time(day: Day) -> None:
    """A timer stands still while the computer sleeps, and no event tells of waking: so it is never
    started for long, whatever is to come.
    """
    for hour in range(24):
        day.clock.local = datetime(2026, 10, 15, hour, 30, tzinfo=JAPAN)
        day.reminders.tick()
        assert 0 < day.reminders._timer.remainingTime() <= 60_000


def test_a_sleep_that_nobody_told_of_is_seen_at_the_next_tick(qtbot: QtBot, day: Day) -> None:
    day.clock.move(hours=40)
    day.reminders._timer.start(1)  # what was left of the tick when it fell asleep
    qtbot.waitUntil(lambda: day.reminders.today is not None and day.reminders.today.on.day == 17)
    assert day.reminders._timer.isActive()


def test_a_look_that_keeps_what_was_seen_before_sees_the_same(day: Day) -> None:
    def both(store: Store, before: Looked | None, now: Now) -> Looked:
        looked = look(store, now, before)
        assert looked.today == look(store, now).today
        return looked

    looked: Looked | None = None
    now = day.clock()
    whole = day.ask(lambda store: store.contact(HAYASAKA.id))
    assert isinstance(whole, Contact)
    for do in (
        lambda store: None,
        lambda store: people.edit(store, whole, replace(whole, note="x"), now=now),
        lambda store: log.note(store, [HAYASAKA.id, TODO.id], "said", now=now),
        lambda store: reconnect.later(store, MIYASHITA.id, now.today + timedelta(3), now=now),
        lambda store: undoing.undo(store, now=now),
        lambda store: people.delete(store, [TODO.id], now=now),
        lambda store: people.restore(store, [TODO.id], now=now),
        lambda store: reconnect.done(store, HAYASAKA.id, now=now),
        lambda store: store.set_setting("daily_number", "2"),
    ):
        day.write(do)
        kept = looked
        found = day.ask(lambda store, kept=kept: both(store, kept, now))
        assert isinstance(found, Looked)
        looked = found


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no zone of its own for a process")
def test_a_flight_over_the_date_line_asks_for_nobody_again(
    qtbot: QtBot, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The zone of the system is read at each tick; by `clock.now` but for the instant."""
    instant = datetime(2026, 10, 15, 0, 30, tzinfo=UTC)
    monkeypatch.setattr(day.reminders, "_now", lambda: Now(instant, instant.astimezone()))

    def land(zone: str, date_there: date) -> None:
        monkeypatch.setenv("TZ", zone)
        day.reminders.tick()
        qtbot.waitUntil(
            lambda: day.reminders.today is not None and day.reminders.today.on == date_there
        )

    try:
        land("Asia/Tokyo", date(2026, 10, 15))
        day.wait_for(*EVERYONE)
        for who in EVERYONE:
            now = day.reminders.now()
            day.write(lambda store, who=who, now=now: reconnect.done(store, who, now=now))
        day.wait_for()
        instant += timedelta(hours=8)
        land("Pacific/Honolulu", date(2026, 10, 14))
        assert day.due() == []
        land("Africa/Cairo", date(2026, 10, 15))
        assert day.due() == []
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no zone of its own for a process")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])
def test_the_clock_says_the_day_of_the_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        now = clock.now()
        assert now.local.utcoffset() == now.instant.astimezone(ZoneInfo(zone)).utcoffset()
        assert now.today == now.instant.astimezone(ZoneInfo(zone)).date()
    finally:
        monkeypatch.undo()
        time.tzset()

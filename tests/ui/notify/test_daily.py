"""Once a day, at the chosen time, if somebody is due; given only when a service took it."""

import gc
import weakref
from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.notify.daily import DONE, LATER, DailyNotice
from app.ui.notify.notifier import DEFAULT, Notice
from app.usecases import notifying, reconnect
from tests.screens.today import Held, filled, nobody
from tests.ui.day import CLAIRE, HAYASAKA, MIYASHITA, TODO, Day

TODAY = date(2026, 10, 15)


class Paper(QObject):
    """A way of notifying that writes down what it is told, and answers when the test says."""

    accepted = Signal(int)
    refused = Signal(int)
    acted = Signal(int, str)
    closed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Notice] = []
        self.withdrawn: list[int] = []

    def send(self, notice: Notice) -> int:
        self.sent.append(notice)
        return len(self.sent)

    def withdraw(self, number: int) -> None:
        self.withdrawn.append(number)

    def stop(self) -> None:
        pass


@pytest.fixture
def papers() -> list[Paper]:
    return [Paper(), Paper()]


@pytest.fixture
def daily(day: Day, theme: Theme, papers: list[Paper]) -> Iterator[DailyNotice]:
    made = DailyNotice(theme, day.reminders, papers)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def first(papers: list[Paper]) -> Paper:
    return papers[0]


def tick(day: Day) -> None:
    """A tick, and the look that follows it."""
    with day.qtbot.waitSignal(day.reminders.looked):
        day.reminders.tick()


def at_nine(day: Day) -> None:
    day.clock.local = day.clock.local.replace(hour=9)
    tick(day)


def is_given(day: Day) -> bool:
    answer = day.ask(lambda store: notifying.notifying(store, TODAY).given)
    assert isinstance(answer, bool)
    return answer


def test_it_waits_for_its_time(day: Day, daily: DailyNotice, first: Paper) -> None:
    tick(day)
    assert first.sent == []
    at_nine(day)
    notice = first.sent[0]
    assert notice.title == "“端材の見本を送る”"
    assert "早坂 美緒" in notice.words
    assert notice.words.endswith("And 3 more today")
    assert [key for key, _ in notice.actions] == [DEFAULT, "open", LATER, DONE]
    assert notice.picture is not None


def test_given_only_once_and_only_when_it_was_taken(
    day: Day, daily: DailyNotice, first: Paper
) -> None:
    at_nine(day)
    assert not is_given(day)
    first.accepted.emit(1)
    assert is_given(day)
    for _ in range(3):
        day.clock.move(minutes=30)
        tick(day)
    assert len(first.sent) == 1
    day.clock.move(days=1)
    tick(day)
    day.qtbot.waitUntil(lambda: len(first.sent) == 2)


def test_dismissed_it_does_not_come_again(day: Day, daily: DailyNotice, first: Paper) -> None:
    at_nine(day)
    first.accepted.emit(1)
    first.closed.emit(1)
    day.write(lambda store: None)
    day.clock.move(hours=1)
    tick(day)
    assert len(first.sent) == 1
    assert day.due()[0] == HAYASAKA.id


def test_a_restart_does_not_repeat_it(
    day: Day, daily: DailyNotice, first: Paper, theme: Theme
) -> None:
    at_nine(day)
    first.accepted.emit(1)
    assert is_given(day)
    daily.stop()
    day.reminders.attach(None)
    other = Paper()
    again = DailyNotice(theme, day.reminders, [other])
    day.reminders.attach(day.workspace)
    day.wait_for(HAYASAKA.id, MIYASHITA.id, TODO.id, CLAIRE.id)
    tick(day)
    assert other.sent == []
    again.stop()


def test_refused_the_next_way_is_tried_then_it_waits(
    day: Day, daily: DailyNotice, papers: list[Paper]
) -> None:
    at_nine(day)
    papers[0].refused.emit(1)
    assert len(papers[1].sent) == 1
    papers[1].refused.emit(1)
    assert not is_given(day)
    tick(day)
    assert len(papers[0].sent) == 1
    for _ in range(10):
        tick(day)
    assert len(papers[0].sent) == 2
    assert day.due()


def test_nobody_due_says_nothing(day: Day, daily: DailyNotice, first: Paper) -> None:
    for contact in (HAYASAKA, MIYASHITA, TODO, CLAIRE):
        day.write(lambda store, who=contact.id: reconnect.skip(store, who, now=day.clock()))
    day.wait_for()
    at_nine(day)
    assert first.sent == []


def test_quiet_and_never_say_nothing(day: Day, daily: DailyNotice, first: Paper) -> None:
    day.reminders.set_quiet(on=True)
    day.qtbot.waitUntil(
        lambda: day.reminders.today is not None and day.reminders.today.notifying.quiet
    )
    at_nine(day)
    assert first.sent == []
    day.reminders.set_quiet(on=False)
    day.qtbot.waitUntil(lambda: len(first.sent) == 1)


def test_switched_off(day: Day, daily: DailyNotice, first: Paper) -> None:
    day.write(lambda store: notifying.notify_at(store, None))
    at_nine(day)
    day.write(lambda store: None)
    day.clock.move(hours=5)
    tick(day)
    assert first.sent == []
    day.write(lambda store: notifying.notify_at(store, time(13, 30)))
    tick(day)
    assert len(first.sent) == 1


def test_private_says_no_name(day: Day, daily: DailyNotice, first: Paper) -> None:
    day.write(lambda store: notifying.notify_privately(store, on=True))
    day.reminders.refresh()
    day.qtbot.waitUntil(
        lambda: day.reminders.today is not None and day.reminders.today.notifying.private
    )
    at_nine(day)
    notice = first.sent[0]
    assert (notice.title, notice.words) == ("Four people worth a thought", "")
    assert [key for key, _ in notice.actions] == [DEFAULT]
    first.accepted.emit(1)
    with day.qtbot.waitSignal(daily.reconnect_wanted) as told:
        first.acted.emit(1, DEFAULT)
    assert told.args == [""]


def test_locked_says_no_name_and_counts_once_unlocked(
    day: Day, daily: DailyNotice, first: Paper
) -> None:
    day.reminders.attach(None)
    at_nine(day)
    notice = first.sent[0]
    assert notice.title == "Four people worth a thought"
    assert notice.words == "Unlock Enishi to see who"
    for contact in (HAYASAKA, MIYASHITA, TODO, CLAIRE):
        assert str(contact.name.full) not in notice.title + notice.words
    first.accepted.emit(1)
    with day.qtbot.waitSignal(daily.window_wanted):
        first.acted.emit(1, DEFAULT)
    day.reminders.attach(day.workspace)
    day.qtbot.waitUntil(lambda: is_given(day))
    tick(day)
    assert len(first.sent) == 1


def test_locking_takes_a_name_off_the_screen(day: Day, daily: DailyNotice, first: Paper) -> None:
    at_nine(day)
    first.accepted.emit(1)
    day.reminders.attach(None)
    assert first.withdrawn == [1]


def test_handled_it_is_withdrawn(day: Day, daily: DailyNotice, first: Paper) -> None:
    at_nine(day)
    first.accepted.emit(1)
    day.write(lambda store: reconnect.done(store, MIYASHITA.id, now=day.clock()))
    day.wait_for(HAYASAKA.id, TODO.id, CLAIRE.id)
    assert first.withdrawn == []
    day.write(lambda store: reconnect.done(store, HAYASAKA.id, now=day.clock()))
    day.wait_for(TODO.id, CLAIRE.id)
    assert first.withdrawn == [1]
    assert len(first.sent) == 1


def test_yesterdays_is_withdrawn(day: Day, daily: DailyNotice, first: Paper) -> None:
    at_nine(day)
    first.accepted.emit(1)
    day.clock.move(hours=16)
    tick(day)
    assert first.withdrawn == [1]


@pytest.mark.parametrize("key", [DEFAULT, "open"])
def test_a_click_opens_the_person(day: Day, daily: DailyNotice, first: Paper, key: str) -> None:
    at_nine(day)
    first.accepted.emit(1)
    with day.qtbot.waitSignal(daily.reconnect_wanted) as told:
        first.acted.emit(1, key)
    assert told.args == [HAYASAKA.id]
    assert day.due()[0] == HAYASAKA.id


def test_later_is_tomorrow(day: Day, daily: DailyNotice, first: Paper) -> None:
    at_nine(day)
    first.accepted.emit(1)
    first.acted.emit(1, LATER)
    day.wait_for(MIYASHITA.id, TODO.id, CLAIRE.id)


def test_reconnected_asks_who_began(
    day: Day, daily: DailyNotice, first: Paper, qtbot: QtBot
) -> None:
    at_nine(day)
    first.accepted.emit(1)
    with qtbot.waitSignal(daily.prompt_wanted) as told:
        first.acted.emit(1, DONE)
    assert told.args == [HAYASAKA.id]


def test_answers_about_an_older_one_do_nothing(
    day: Day, daily: DailyNotice, first: Paper, qtbot: QtBot
) -> None:
    at_nine(day)
    first.accepted.emit(1)
    with qtbot.assertNotEmitted(daily.reconnect_wanted):
        first.acted.emit(7, DEFAULT)
        first.closed.emit(7)
        first.accepted.emit(7)


def test_stopped_it_keeps_nothing_alive(theme: Theme) -> None:
    """Ties that hold each other would look at the day for good, whoever dropped them."""
    reminders, paper = Held(), Paper()
    filled(reminders, nobody())
    daily = DailyNotice(theme, reminders, [paper])
    alive = [weakref.ref(thing) for thing in (reminders, paper, daily)]
    daily.stop()
    del reminders, paper, daily
    gc.collect()
    assert [thing() for thing in alive] == [None, None, None]

"""The Today page as a person uses it: keys and mouse, on a real store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.card_notes import CardNotes
from app.domain.change import Verb
from app.domain.contact import Contact, Name
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Kind
from app.domain.now import Now
from app.domain.rhythm import OFFERED, Rhythm
from app.store.errors import DiskFullError
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.pages.today.page import TodayPage
from app.ui.plain import Label
from app.ui.reconnect.later_menu import LaterMenu, coming_saturday
from app.ui.widgets.button import Button
from app.ui.widgets.notice import EmptyState
from app.ui.widgets.painted import PaintedButton
from app.usecases import days_off, evening_notes, gatherings, log, people, reconnect, undoing
from app.usecases.evenings import Evening
from tests.ui.day import CLAIRE, HAYASAKA, MIYASHITA, TODO, Day

EVERYONE = (HAYASAKA.id, MIYASHITA.id, TODO.id, CLAIRE.id)


@pytest.fixture
def page(qtbot: QtBot, day: Day, theme: Theme) -> Iterator[TodayPage]:
    made = TodayPage(day.workspace, theme, day.reminders)
    made.resize(1072, 820)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.queue.hasFocus)
    yield made
    made.close()
    made.deleteLater()


def shown(page: TodayPage) -> list[str]:
    return [person.id for person in page.queue.queue.people()]


def current(page: TodayPage) -> str:
    person = page.queue.current()
    return person.id if person else ""


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def words_of(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def menu_of(qtbot: QtBot, page: TodayPage) -> LaterMenu:
    qtbot.waitUntil(page.queue.menu.isVisible)
    return page.queue.menu


def test_the_first_person_is_current_and_the_list_has_the_keys(page: TodayPage) -> None:
    assert shown(page) == list(EVERYONE)
    assert current(page) == HAYASAKA.id
    assert page.queue.actions_row.isVisible()
    assert "Four people worth a thought. No rush." in words_of(page)
    assert "Only these four today. The rest can wait." in words_of(page)


def test_r_and_an_arrow_are_enough(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    act = day.acts(HAYASAKA.id)[0]
    assert (act.initiative, act.note, act.on) == (Initiative.ME, None, date(2026, 10, 15))
    assert act.kind is Kind.MESSAGE
    assert current(page) == MIYASHITA.id
    qtbot.waitUntil(page.queue.hasFocus)
    assert page.queue.actions_row.isVisible()
    qtbot.waitUntil(lambda: "Reconnected with Hayasaka-san (8:00)" in words_of(page))


def test_a_line_of_text_in_japanese_keeps_every_keystroke(
    qtbot: QtBot, page: TodayPage, day: Day
) -> None:
    press(qtbot, Qt.Key.Key_R)
    line = page.queue.actions_row.prompt.line
    QApplication.sendEvent(line, QInputMethodEvent("れい", []))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return):
        press(qtbot, key)
    done = QInputMethodEvent("", [])
    done.setCommitString("お礼")
    QApplication.sendEvent(line, done)
    qtbot.keyClicks(line, "rwzs")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    act = day.acts(HAYASAKA.id)[0]
    assert (act.initiative, act.note) == (Initiative.THEM, "お礼rwzs")


def test_escape_leaves_the_prompt(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.queue.actions_row.asking()
    qtbot.waitUntil(page.queue.hasFocus)
    assert day.acts(HAYASAKA.id) == ()


def test_a_refresh_keeps_what_is_being_typed(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_R)
    line = page.queue.actions_row.prompt.line
    qtbot.keyClicks(line, "half a sentence")
    day.write(lambda store: people.set_tags(store, TODO.id, ["x"], now=day.clock()))
    day.reminders.tick()
    day.write(lambda store: None)
    assert line.text() == "half a sentence"
    assert line.hasFocus()


def test_undo_at_done_today_brings_them_back(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(page.done.findChildren(Button)))
    qtbot.mouseClick(page.done.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.done.isHidden)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE))
    assert day.acts(HAYASAKA.id) == ()


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (Qt.Key.Key_1, 1),
        (Qt.Key.Key_2, 2),  # Saturday
        (Qt.Key.Key_3, 31),
    ],
)
def test_z_and_a_digit_put_off(
    qtbot: QtBot, page: TodayPage, day: Day, key: Qt.Key, days: int
) -> None:
    press(qtbot, Qt.Key.Key_Z)
    qtbot.keyClick(menu_of(qtbot, page), key)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    day.clock.move(days=days - 1)
    day.reminders.tick()
    day.wait_for(*EVERYONE[1:])
    day.clock.move(days=1)
    day.reminders.tick()
    day.wait_for(*EVERYONE)


def test_z_and_a_day_of_ones_own(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_Z)
    qtbot.keyClick(menu_of(qtbot, page), Qt.Key.Key_4)
    asking = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "calendar"))
    assert asking.calendar.day == date(2026, 10, 16)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(asking.calendar, key)
    assert asking.calendar.day == date(2026, 11, 23)
    button = next(b for b in asking.findChildren(Button) if b.words() == "Until then")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    day.clock.local = day.clock.local.replace(month=11, day=22)
    day.reminders.tick()
    day.wait_for(*EVERYONE[1:])
    day.clock.move(days=1)
    day.reminders.tick()
    day.wait_for(*EVERYONE)


def test_the_menu_gone_by_escape_changes_nothing(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_Z)
    qtbot.keyClick(menu_of(qtbot, page), Qt.Key.Key_Escape)
    day.write(lambda store: None)
    assert shown(page) == list(EVERYONE)


def test_s_rests_this_time_only(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    press(qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    assert day.acts(HAYASAKA.id) == ()


def test_w_writes_and_enter_opens(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(page.write_to) as told:
        press(qtbot, Qt.Key.Key_W)
    assert told.args == [HAYASAKA.id]
    with qtbot.waitSignal(page.open_person) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == [HAYASAKA.id]


def test_without_an_address_there_is_no_writing(qtbot: QtBot, page: TodayPage) -> None:
    press(qtbot, Qt.Key.Key_Down)
    assert current(page) == MIYASHITA.id
    assert not page.queue.actions_row.writing.isEnabled()
    with qtbot.assertNotEmitted(page.write_to):
        press(qtbot, Qt.Key.Key_W)


def test_the_buttons_follow_the_current_row(qtbot: QtBot, page: TodayPage) -> None:
    view = page.queue
    for row in range(3):
        rect = view.visualRect(view.queue.index(row))
        bar = view.actions_row.geometry()
        assert rect.contains(bar.center())
        press(qtbot, Qt.Key.Key_Down)
    target = view.visualRect(view.queue.index(1)).topLeft() + QPoint(200, 20)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert current(page) == MIYASHITA.id


def test_the_mouse_can_do_all_of_it(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    row = page.queue.actions_row
    qtbot.mouseClick(row.reconnected, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.prompt.theirs, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    qtbot.mouseClick(row.skipping, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[2:]))
    assert day.acts(HAYASAKA.id)[0].initiative is Initiative.THEM


def test_the_end_is_quiet(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    for left in (3, 2, 1, 0):
        press(qtbot, Qt.Key.Key_S)
        day.wait_for(*EVERYONE[4 - left :])
        qtbot.waitUntil(lambda: len(shown(page)) == len(day.due()))
    qtbot.waitUntil(lambda: bool([w for w in page.findChildren(EmptyState) if w.isVisible()]))
    assert "That is all for today" in words_of(page)
    assert not page.queue.actions_row.isVisible()


def test_return_after_absence_is_one_calm_screen(page: TodayPage, day: Day, qtbot: QtBot) -> None:
    day.write(lambda store: store.set_setting("daily_number", "2"))
    day.write(lambda store: store.set_choice(date(2026, 12, 1), ()))
    day.clock.move(days=47)
    day.reminders.tick()
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    assert "Two people worth a line. The rest can wait." in words_of(page)


def test_text_scale_and_language_rebuild_the_page(
    qtbot: QtBot, page: TodayPage, theme: Theme
) -> None:
    press(qtbot, Qt.Key.Key_Down)
    theme.set_scale(1.4)
    theme.set_language("ja")
    assert current(page) == MIYASHITA.id
    assert "思い出したい人が4人います。急がなくて大丈夫です。" in words_of(page)
    qtbot.waitUntil(page.queue.hasFocus)
    theme.set_mode("dark")
    page.grab()


def test_a_row_leaves_with_a_short_movement(
    qtbot: QtBot, page: TodayPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heights: list[int] = []
    page.queue.delegate.sizeHintChanged.connect(lambda _index: None)
    inner = page.queue.delegate.shrink

    def watch(contact_id: str, factor: float) -> None:
        inner(contact_id, factor)
        heights.append(page.queue.sizeHint().height())

    monkeypatch.setattr(page.queue.delegate, "shrink", watch)
    press(qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    assert len(heights) > 2
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize(
    ("today", "saturday"),
    [
        (date(2026, 10, 15), date(2026, 10, 17)),  # Thursday
        (date(2026, 10, 16), date(2026, 10, 17)),  # Friday
        (date(2026, 10, 17), date(2026, 10, 24)),  # Saturday
        (date(2026, 10, 18), date(2026, 10, 24)),  # Sunday
    ],
)
def test_the_weekend_is_the_next_saturday(today: date, saturday: date) -> None:
    assert coming_saturday(today) == saturday
    assert coming_saturday(today) > today
    assert coming_saturday(today) - today <= timedelta(7)


def test_the_next_gatherings_stand_beside_the_day(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    assert not page.ahead.isVisible()
    today = date(2026, 10, 15)
    for days, name in ((-1, "over"), (0, "tonight"), (6, "next week"), (40, "far"), (60, "later")):
        made = Gathering("", name, today + timedelta(days), people=(CLAIRE.id,))
        day.write(lambda store, g=made: gatherings.make(store, g, now=day.clock()))
    qtbot.waitUntil(lambda: len(page.ahead.findChildren(PaintedButton)) == 3)
    qtbot.waitUntil(page.ahead.isVisible)
    rows = [row for row in page.ahead.findChildren(PaintedButton) if row.isVisible()]
    assert [row.words() for row in rows] == ["tonight", "next week", "far"]
    assert "Claire Martin will be there" in rows[0].accessibleDescription()
    assert page.ahead.x() + page._beside.x() > page._card.x() + page._card.width()
    with qtbot.waitSignal(page.open_gathering):
        qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    page.resize(800, 820)
    qtbot.waitUntil(lambda: page._beside.y() > page._card.y() + page._card.height() - 1)


def test_cards_without_notes_are_asked_for_while_they_are_fresh(
    qtbot: QtBot, page: TodayPage, day: Day
) -> None:
    asked: list[str] = []
    page.notes_wanted.connect(asked.append)
    assert not page.unwritten.isVisible()
    press(qtbot, Qt.Key.Key_M)
    assert asked == []
    last_night = date(2026, 10, 14)
    for who in (HAYASAKA, TODO):
        day.write(
            lambda store, who=who: log.note(
                store, [who.id], None, now=day.clock(), kind=Kind.CARDS, on=last_night
            )
        )
    qtbot.waitUntil(lambda: "2 cards have no notes yet." in words_of(page))
    assert "Yesterday’s cards" in words_of(page)
    press(qtbot, Qt.Key.Key_M)
    assert asked == [f"day:{last_night}"]
    evening = Evening.parse(asked[0])
    assert evening is not None
    gathering = Gathering("", "", last_night)
    for who in (HAYASAKA, TODO):
        day.write(
            lambda store, who=who: evening_notes.finish(
                store, evening, gathering, who.id, CardNotes(), CardNotes(), now=day.clock()
            )
        )
    qtbot.waitUntil(lambda: not page.unwritten.isVisible())


def test_the_buttons_of_a_row_are_told_to_a_screen_reader(page: TodayPage) -> None:
    """A list tells of its rows alone, so they must not lie inside it."""
    found: list[str] = []

    def walk(interface: QAccessibleInterface) -> None:
        found.append(interface.text(QAccessible.Text.Name))
        for number in range(interface.childCount()):
            child = interface.child(number)
            if child is not None:
                walk(child)

    walk(QAccessible.queryAccessibleInterface(page))
    assert "Hayasaka-san: Reconnected" in found
    assert "Hayasaka-san: Later" in found


def test_keys_act_on_the_row_from_its_buttons_as_well(
    qtbot: QtBot, page: TodayPage, day: Day
) -> None:
    page.queue.actions_row.waiting.setFocus()
    press(qtbot, Qt.Key.Key_S)
    day.wait_for(*EVERYONE[1:])


def test_after_days_away_there_are_a_few_people_and_nothing_else(
    qtbot: QtBot, page: TodayPage, day: Day
) -> None:
    when = day.clock()
    morning = Gathering("g", "朝活", when.today + timedelta(9))
    day.write(lambda store: gatherings.make(store, morning, now=when))
    qtbot.waitUntil(lambda: "Gatherings ahead" in words_of(page))
    assert "Welcome back" not in words_of(page)
    day.clock.move(days=7)
    day.reminders.tick()
    qtbot.waitUntil(lambda: "Welcome back" in words_of(page))
    said = words_of(page)
    assert "Four people worth a line. The rest can wait." in said
    assert "Gatherings ahead" not in said
    # It is the whole day's, until the first line is written.
    day.reminders.tick()
    day.reminders.attach(None)
    day.reminders.attach(day.workspace)
    qtbot.waitUntil(lambda: bool(day.due()))
    assert "Gatherings ahead" not in words_of(page)
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "Gatherings ahead" in words_of(page))
    day.clock.move(days=1)
    day.reminders.tick()
    qtbot.waitUntil(lambda: "Today" in words_of(page))


# days off, and a thinner rhythm after three skips


def rest_on_weekends(store: Store) -> None:
    days_off.rest_on_weekends(store, on=True)


def test_a_day_off_says_so_and_when_it_goes_on(qtbot: QtBot, page: TodayPage, day: Day) -> None:
    day.write(rest_on_weekends)
    day.clock.move(days=2)
    day.reminders.tick()
    day.wait_for(HAYASAKA.id, MIYASHITA.id, TODO.id)  # whose days were typed; Claire's letter waits
    assert "A day off. Only what has its day is here." in words_of(page)
    assert "Only these three today. The rest can wait until Mon 19 Oct." in words_of(page)
    for contact in (HAYASAKA, MIYASHITA, TODO):
        day.write(
            lambda store, of=contact: reconnect.later(
                store, of.id, date(2026, 11, 1), now=day.clock()
            )
        )
    qtbot.waitUntil(lambda: bool(page.findChildren(EmptyState)))
    qtbot.waitUntil(lambda: "Today is a day off" in words_of(page))
    assert "On Mon 19 Oct there may be one or two people again." in words_of(page)
    day.clock.move(days=2)
    day.reminders.tick()
    day.wait_for(CLAIRE.id)


def skip_three_times(store: Store) -> None:
    """Todo, once a month since spring, was let go three times."""
    for follow_up in store.follow_ups(TODO.id):
        reconnect.drop_follow_up(store, TODO.id, follow_up.id, now=at(4, 1))
    log.note(store, [TODO.id], None, kind=Kind.MET, on=date(2026, 4, 1), now=at(4, 1))
    people.set_rhythm(store, TODO.id, OFFERED[0], now=at(4, 1))
    for month in (5, 6, 7):
        reconnect.skip(store, TODO.id, now=at(month, 20))


def at(month: int, day: int) -> Now:
    moment = datetime(2026, month, day, 9, tzinfo=UTC)
    return Now(moment, moment)


@pytest.fixture
def thinner(qtbot: QtBot, page: TodayPage, day: Day) -> TodayPage:
    """Todo is current, and a thinner rhythm is proposed."""
    day.write(skip_three_times)
    day.reminders.tick()
    line = page.queue.actions_row.thinner
    qtbot.waitUntil(lambda: any(p.thinner for p in page.queue.queue.people()))
    assert not line.isVisible(), "only where the keys are"
    page.queue.choose(TODO.id)
    qtbot.waitUntil(line.isVisible)
    return page


def test_less_often_is_one_key_and_can_be_taken_back(
    qtbot: QtBot, thinner: TodayPage, day: Day
) -> None:
    line = thinner.queue.actions_row.thinner
    assert line.said.text() == "Not this time, three times. Every 3 months instead?"
    assert thinner.queue.rect().contains(
        thinner.queue.mapFromGlobal(line.mapToGlobal(line.rect().center()))
    )
    with qtbot.waitSignal(day.workspace.changed) as done:
        press(qtbot, Qt.Key.Key_L)
    assert done.args is not None
    assert done.args[0].verb is Verb.THINNER_RHYTHM
    assert _rhythm(day) == OFFERED[1]
    qtbot.waitUntil(lambda: not line.isVisible())
    day.write(lambda store: undoing.undo(store, now=day.clock()))
    assert _rhythm(day) == OFFERED[0]
    qtbot.waitUntil(lambda: any(p.thinner for p in thinner.queue.queue.people()))


def test_as_before_keeps_the_row_and_asks_no_more(
    qtbot: QtBot, thinner: TodayPage, day: Day
) -> None:
    queue = thinner.queue
    qtbot.waitUntil(lambda: queue.height() == queue.sizeHint().height())
    high = queue.height()
    press(qtbot, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: not thinner.queue.actions_row.thinner.isVisible())
    assert _rhythm(day) == OFFERED[0]
    assert TODO.id in shown(thinner)
    qtbot.waitUntil(lambda: queue.height() == queue.sizeHint().height() < high)
    press(qtbot, Qt.Key.Key_L)
    assert _rhythm(day) == OFFERED[0], "there is nothing to answer"


def _rhythm(day: Day) -> Rhythm | None:
    contact = day.ask(lambda store: store.contact(TODO.id))
    assert isinstance(contact, Contact)
    return contact.rhythm


def test_what_was_written_under_a_clock_far_ahead_is_dated_today_on_wish(
    qtbot: QtBot, page: TodayPage, day: Day
) -> None:
    somebody = Contact(name=Name("Somebody"))
    day.write(lambda store: people.add(store, somebody, now=day.clock()))
    assert not page.misdated.isVisible()
    day.clock.move(days=3653)
    ahead = day.clock()
    later = ahead.today + timedelta(7)
    day.write(lambda store: reconnect.set_follow_up(store, CLAIRE.id, later, now=ahead))
    day.clock.move(days=-3653)
    day.reminders.tick()
    qtbot.waitUntil(page.misdated.isVisible)
    (button,) = page.misdated.findChildren(Button)
    assert button.text() == "Date them today"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.misdated.isVisible())

    def kept() -> object:
        return day.ask(lambda store: [f.due for f in store.follow_ups(CLAIRE.id)])

    assert kept() == [day.clock().today + timedelta(7)]
    day.write(lambda store: undoing.undo(store, now=day.clock()))
    assert kept() == [later]


def test_an_answer_that_is_on_its_way_is_not_passed_over(
    qtbot: QtBot, page: TodayPage, day: Day
) -> None:
    """The clock is set back when the look at the day far ahead is done and not yet taken."""

    def write(store: Store) -> None:  # tells nobody, so that the looks are those below
        reconnect.set_follow_up(store, CLAIRE.id, ahead.today + timedelta(7), now=ahead)

    somebody = Contact(name=Name("Somebody"))
    day.write(lambda store: people.add(store, somebody, now=day.clock()))
    qtbot.waitUntil(lambda: day.reminders._reply is None)
    day.clock.move(days=3653)
    ahead = day.clock()
    day.write(write)
    day.reminders.refresh()
    reply = day.reminders._reply
    assert reply is not None
    assert reply.future is not None
    reply.future.result()
    day.clock.move(days=-3653)
    day.reminders.tick()
    qtbot.waitUntil(page.misdated.isVisible, timeout=10_000)


def test_a_line_that_could_not_be_kept_is_asked_for_again(
    qtbot: QtBot, page: TodayPage, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, *_how: object, **_more: object) -> None:
        raise DiskFullError(store.folder.path)

    errors: list[object] = []
    day.workspace.failed.connect(errors.append)
    press(qtbot, Qt.Key.Key_R)
    line = page.queue.actions_row.prompt.line
    qtbot.keyClicks(line, "tin foil")
    press(qtbot, Qt.Key.Key_Return)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "apply", full)
        press(qtbot, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: bool(errors))
    assert page.queue.actions_row.asking()
    assert line.text() == "tin foil"
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shown(page) == list(EVERYONE[1:]))
    assert day.acts(HAYASAKA.id)[0].note == "tin foil"

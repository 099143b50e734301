"""The reconnect window: two gestures to done, each act one key, everything can be taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact
from app.domain.interaction import Initiative, Kind
from app.domain.now import Now
from app.domain.remark import RemarkKind
from app.domain.rhythm import OFFERED, Rhythm
from app.store.errors import DiskFullError
from app.store.settings import DraftSetting
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.reconnect.card import ReachLine
from app.ui.reconnect.window import ReconnectWindow
from app.ui.widgets.button import Button
from app.usecases import log, people, promises, reconnect, remarks
from tests.ui.day import CLAIRE, HAYASAKA, MIYASHITA, TODO, Day

EVERYONE = (HAYASAKA.id, MIYASHITA.id, TODO.id, CLAIRE.id)


@pytest.fixture
def window(qtbot: QtBot, day: Day, theme: Theme) -> Iterator[ReconnectWindow]:
    made = ReconnectWindow(day.workspace, theme, day.reminders)
    made.open_for()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.acts.reconnected.hasFocus())
    yield made
    made.close()
    made.deleteLater()


def press(qtbot: QtBot, key: Qt.Key, *how: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, *how)


def words_of(window: ReconnectWindow) -> list[str]:
    return [label.text() for label in window.findChildren(Label) if label.isVisible()]


def test_it_opens_in_the_corner_of_the_tray_and_stays_where_it_was_put(
    window: ReconnectWindow,
) -> None:
    room = window.screen().availableGeometry()
    gap = room.bottomRight() - window.geometry().bottomRight()
    assert room.contains(window.geometry())
    assert 0 < gap.x() < 60
    assert 0 < gap.y() < 60
    window.move(10, 20)
    window.close()
    window.open_for()
    assert (window.x(), window.y()) == (10, 20)


def test_it_is_an_ordinary_window_without_names_in_its_title(window: ReconnectWindow) -> None:
    assert window.isWindow()
    assert window.windowTitle() == "Enishi"
    assert (window.width(), window.height()) == (420, 560)
    assert window.person() == HAYASAKA.id
    assert window.title.counter.words() == "1 / 4"
    assert "“端材の見本を送る”" in words_of(window)


@pytest.mark.parametrize(
    ("key", "who"), [(Qt.Key.Key_Left, Initiative.THEM), (Qt.Key.Key_Right, Initiative.ME)]
)
def test_two_gestures_to_done(
    qtbot: QtBot, window: ReconnectWindow, day: Day, key: Qt.Key, who: Initiative
) -> None:
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, key)
    qtbot.waitUntil(lambda: window.person() == MIYASHITA.id)
    assert day.acts(HAYASAKA.id)[0].initiative is who
    assert window.title.counter.words() == "1 / 3"
    assert window.acts.reconnected.hasFocus()


def test_a_line_is_kept(qtbot: QtBot, window: ReconnectWindow, day: Day) -> None:
    press(qtbot, Qt.Key.Key_R)
    qtbot.keyClicks(window.acts.prompt.line, "works so")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.person() == MIYASHITA.id)
    assert day.acts(HAYASAKA.id)[0].note == "works so"


def test_undo_shows_the_person_again(qtbot: QtBot, window: ReconnectWindow, day: Day) -> None:
    press(qtbot, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.person() == MIYASHITA.id)
    qtbot.waitUntil(window.title.undo.isVisible)
    press(qtbot, Qt.Key.Key_Right)
    assert window.person() == TODO.id
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.person() == HAYASAKA.id)
    assert day.due() == list(EVERYONE)


def test_undo_by_mouse(qtbot: QtBot, window: ReconnectWindow, day: Day) -> None:
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Left)
    qtbot.waitUntil(window.title.undo.isVisible)
    qtbot.mouseClick(window.title.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.person() == HAYASAKA.id)
    assert day.acts(HAYASAKA.id) == ()


def test_right_goes_round(qtbot: QtBot, window: ReconnectWindow) -> None:
    seen = []
    for _ in range(5):
        seen.append(window.person())
        press(qtbot, Qt.Key.Key_Right)
    assert seen == [*EVERYONE, HAYASAKA.id]
    qtbot.mouseClick(window.title.counter, Qt.MouseButton.LeftButton)
    assert window.title.counter.words() == "3 / 4"


def test_it_opens_at_a_person(window: ReconnectWindow) -> None:
    window.open_for(TODO.id)
    assert window.person() == TODO.id
    assert window.title.counter.words() == "3 / 4"


def test_it_opens_asking(qtbot: QtBot, window: ReconnectWindow, day: Day) -> None:
    window.open_for(CLAIRE.id, ask=True)
    qtbot.waitUntil(window.acts.prompt.line.hasFocus)
    press(qtbot, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: window.person() == TODO.id)
    act = day.acts(CLAIRE.id)[0]
    assert (act.initiative, act.on) == (Initiative.THEM, date(2026, 10, 15))


def test_z_and_a_digit(qtbot: QtBot, window: ReconnectWindow, day: Day) -> None:
    press(qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(window._menu.isVisible)
    qtbot.keyClick(window._menu, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: window.person() == MIYASHITA.id)
    assert day.due() == list(EVERYONE[1:])


def test_ways_to_reach_are_one_click_away(
    qtbot: QtBot, window: ReconnectWindow, monkeypatch: pytest.MonkeyPatch, day: Day
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(window._opener, "_open_url", open_url)
    mail, phone = (w for w in window.findChildren(ReachLine) if w.isVisible())
    qtbot.mouseClick(mail.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(phone.button, Qt.MouseButton.LeftButton)
    assert opened == ["mailto:mio@komorebi.example", "tel:+81355550142"]
    qtbot.mouseClick(phone.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "03-5555-0142"
    window.acts.reconnected.setFocus()
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: window.person() == MIYASHITA.id)
    assert day.acts(HAYASAKA.id)[0].kind is Kind.CALL


def test_w_and_o(qtbot: QtBot, window: ReconnectWindow) -> None:
    with qtbot.waitSignal(window.write_to) as told:
        press(qtbot, Qt.Key.Key_W)
    assert told.args == [HAYASAKA.id]
    with qtbot.waitSignal(window.open_person) as opened:
        press(qtbot, Qt.Key.Key_O)
    assert opened.args == [HAYASAKA.id]


def test_escape_leaves_the_prompt_first_then_the_window(
    qtbot: QtBot, window: ReconnectWindow
) -> None:
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_last_one_done_is_a_quiet_end(qtbot: QtBot, window: ReconnectWindow, day: Day) -> None:
    for left in (3, 2, 1, 0):
        press(qtbot, Qt.Key.Key_S)
        day.wait_for(*EVERYONE[4 - left :])
    qtbot.waitUntil(lambda: window.person() == "")
    assert "That is all for today" in words_of(window)
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_locking_closes_it_and_forgets(window: ReconnectWindow, day: Day) -> None:
    day.reminders.attach(None)
    assert not window.isVisible()
    assert window.person() == ""


def test_nobody_due_is_no_error(qtbot: QtBot, day: Day, theme: Theme) -> None:
    day.clock.move(days=-30)
    day.reminders.tick()
    day.wait_for()
    window = ReconnectWindow(day.workspace, theme, day.reminders)
    qtbot.addWidget(window)
    window.open_for("somebody who is gone")
    assert "That is all for today" in words_of(window)


def test_a_screen_reader_knows_every_part(window: ReconnectWindow) -> None:
    for button in window.findChildren(Button):
        if button.isVisible():
            found = QAccessible.queryAccessibleInterface(button)
            assert found is not None
            assert found.text(QAccessible.Text.Name), button
    head = QAccessible.queryAccessibleInterface(window.card.head)
    assert head is not None
    assert head.text(QAccessible.Text.Name) == "早坂 美緒 (Hayasaka Mio)"
    assert "端材の見本を送る" in window.card.reason.accessibleName()


def test_language_and_scale_rebuild_it(window: ReconnectWindow, theme: Theme) -> None:
    window.next()
    theme.set_language("ja")
    theme.set_scale(1.4)
    assert window.person() == MIYASHITA.id
    assert window.width() >= 588
    assert "そろそろ、いかがですか" in words_of(window)


def test_what_would_please_them_and_other_reasons_are_said(
    window: ReconnectWindow, day: Day
) -> None:
    words = "浅煎りの豆、息子さんの野球の話"
    day.write(
        lambda store: remarks.add(store, HAYASAKA.id, RemarkKind.PLEASES, words, now=day.clock())
    )
    today = day.clock().today
    day.write(
        lambda store: promises.make(store, HAYASAKA.id, "見本を送る", due=today, now=day.clock())
    )
    day.qtbot.waitUntil(lambda: "Also: Next contact · 10 Oct" in words_of(window))
    day.qtbot.waitUntil(lambda: words in words_of(window))  # it is laid out behind the reason
    said = words_of(window)
    assert words in said
    assert "What would please them" in said
    assert "Next contact" in window.card.reason.accessibleName()


def test_it_grows_where_there_is_much_to_say_and_the_buttons_stay(
    qtbot: QtBot, window: ReconnectWindow, day: Day
) -> None:
    window.move(300, 200)
    at = window.acts.reconnected.mapToGlobal(QPoint(0, 0))
    note = "言葉" * 60
    now, on = day.clock(), day.clock().today
    them = Initiative.THEM
    day.write(lambda s: log.note(s, [HAYASAKA.id], note, now=now, initiative=them))
    day.write(lambda s: remarks.add(s, HAYASAKA.id, RemarkKind.PLEASES, note, now=now))
    day.write(lambda s: promises.make(s, HAYASAKA.id, note, due=on, now=now))
    qtbot.waitUntil(lambda: window.height() > 560)
    bar = window.card.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert window.acts.reconnected.mapToGlobal(QPoint(0, 0)) == at


def skip_three_times(store: Store) -> None:
    for follow_up in store.follow_ups(TODO.id):
        reconnect.drop_follow_up(store, TODO.id, follow_up.id, now=at(4))
    log.note(store, [TODO.id], None, kind=Kind.MET, on=date(2026, 4, 1), now=at(4))
    people.set_rhythm(store, TODO.id, OFFERED[0], now=at(4))
    for month in (5, 6, 7):
        reconnect.skip(store, TODO.id, now=at(month))


def at(month: int) -> Now:
    moment = datetime(2026, month, 20, 9, tzinfo=UTC)
    return Now(moment, moment)


@pytest.mark.parametrize(
    ("key", "rhythm", "told"),
    [
        (Qt.Key.Key_L, OFFERED[1], "Less often with 藤堂-san from now on"),
        (Qt.Key.Key_K, OFFERED[0], "As often as before with 藤堂-san"),
    ],
)
def test_a_thinner_rhythm_is_answered_with_one_key(
    qtbot: QtBot, window: ReconnectWindow, day: Day, key: Qt.Key, rhythm: Rhythm, told: str
) -> None:
    day.write(skip_three_times)
    day.reminders.tick()
    qtbot.waitUntil(lambda: TODO.id in day.due())
    window.open_for(TODO.id)
    qtbot.waitUntil(window.card.thinner.isVisible)
    press(qtbot, key)
    qtbot.waitUntil(lambda: told in words_of(window))
    contact = day.ask(lambda store: store.contact(TODO.id))
    assert isinstance(contact, Contact)
    assert contact.rhythm == rhythm
    assert window.title.undo.isVisible()
    qtbot.waitUntil(lambda: window.person() != TODO.id or not window.card.thinner.isVisible())
    window.title.undo.click()
    qtbot.waitUntil(lambda: window.person() == TODO.id and window.card.thinner.isVisible())


def test_a_line_that_could_not_be_kept_is_asked_for_again(
    qtbot: QtBot, window: ReconnectWindow, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, *_how: object, **_more: object) -> None:
        raise DiskFullError(store.folder.path)

    errors: list[object] = []
    day.workspace.failed.connect(errors.append)
    press(qtbot, Qt.Key.Key_R)
    qtbot.keyClicks(window.acts.prompt.line, "tin foil")
    press(qtbot, Qt.Key.Key_Return)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "apply", full)
        press(qtbot, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: bool(errors))
    assert window.person() == HAYASAKA.id
    assert window.acts.prompt.line.text() == "tin foil"
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.person() == MIYASHITA.id)
    assert day.acts(HAYASAKA.id)[0].note == "tin foil"


def test_a_line_that_was_begun_waits_for_its_person_also_over_a_lock(
    qtbot: QtBot, window: ReconnectWindow, day: Day, theme: Theme
) -> None:
    press(qtbot, Qt.Key.Key_R)
    qtbot.keyClicks(window.acts.prompt.line, "works so")
    window.close()  # as when it is locked, which waits until it is kept
    qtbot.waitUntil(lambda: day.ask(lambda store: store.setting(DraftSetting.RECONNECT)) != "")
    again = ReconnectWindow(day.workspace, theme, day.reminders)
    qtbot.addWidget(again)
    again.open_for(MIYASHITA.id, ask=True)
    qtbot.waitExposed(again)
    qtbot.waitUntil(lambda: again._begun.of(HAYASAKA.id) != "")
    assert again.acts.prompt.line.text() == ""
    again.open_for(HAYASAKA.id, ask=True)
    assert again.acts.prompt.line.text() == "works so"
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.person() != HAYASAKA.id)
    assert day.acts(HAYASAKA.id)[0].note == "works so"
    qtbot.waitUntil(lambda: day.ask(lambda store: store.setting(DraftSetting.RECONNECT)) == "")


def test_lines_that_nobody_understands_are_none(qtbot: QtBot, day: Day, theme: Theme) -> None:
    day.write(lambda store: store.set_setting(DraftSetting.RECONNECT, "[1]"))
    made = ReconnectWindow(day.workspace, theme, day.reminders)
    qtbot.addWidget(made)
    made.open_for(HAYASAKA.id, ask=True)
    qtbot.waitExposed(made)
    assert made.acts.prompt.line.text() == ""

"""The tray: its menu, what a click means, icons for every panel, no names while locked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.domain.contact import Name
from app.domain.interaction import Kind
from app.store.errors import DiskFullError
from app.store.store import Store
from app.ui.desktop.tray import Tray
from app.ui.look import icons
from app.ui.look.theme import Theme
from app.usecases import log, people, reconnect
from tests.ui.day import CLAIRE, HAYASAKA, MIYASHITA, TODO, Day

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
"""Said by the offscreen platform, which has no trays."""

EVERYONE = (HAYASAKA, MIYASHITA, TODO, CLAIRE)
TRIGGER = QSystemTrayIcon.ActivationReason.Trigger


class Panel:
    """Whether there is a place for icons."""

    def __init__(self) -> None:
        self.there = True

    def __call__(self) -> bool:
        return self.there


@pytest.fixture
def panel() -> Panel:
    return Panel()


@pytest.fixture
def tray(qtbot: QtBot, day: Day, theme: Theme, panel: Panel) -> Iterator[Tray]:
    made = Tray(theme, day.reminders, available=panel)
    made.start()
    yield made
    made.stop()
    made.menu.deleteLater()
    made.deleteLater()


def texts(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


def action(tray: Tray, words: str) -> QAction:
    return next(a for a in tray.menu.actions() if a.text().startswith(words))


def test_the_menu_names_today(tray: Tray) -> None:
    assert texts(tray) == [
        "Today\t4 to go",
        "早坂 美緒\tNext contact · 10 Oct",
        "宮下 あかり\tNext contact · 11 Oct",
        "藤堂 健一郎\tNext contact · 12 Oct",
        "Claire Martin\tReached out",
        "Open Enishi",
        "Quick log",
        "No notice today",
        "Quit",
    ]
    assert not action(tray, "Today").isEnabled()
    assert not action(tray, "早坂").icon().isNull()
    assert tray.menu.sizeHint().width() <= 300


def test_locking_is_offered_only_where_it_can_be_done(tray: Tray) -> None:
    assert "Lock" not in texts(tray)
    tray.set_can_lock(True)
    assert "Lock" in texts(tray)


def test_locked_there_is_no_name(tray: Tray, day: Day) -> None:
    tray.set_can_lock(True)
    day.reminders.attach(None)
    assert texts(tray) == ["Today\t4 to go", "Open Enishi", "Quit"]
    icon = tray._icon
    assert icon is not None
    for contact in EVERYONE:
        assert str(contact.name.full) not in icon.toolTip()


def test_what_is_chosen_is_told(qtbot: QtBot, tray: Tray, day: Day) -> None:
    tray.set_can_lock(True)
    with qtbot.waitSignal(tray.reconnect_wanted) as told:
        action(tray, "宮下").trigger()
    assert told.args == [MIYASHITA.id]
    for words, signal in (
        ("Open", tray.window_wanted),
        ("Quick log", tray.log_wanted),
        ("Lock", tray.lock_wanted),
        ("Quit", tray.quit_wanted),
    ):
        with qtbot.waitSignal(signal):
            action(tray, words).trigger()


def test_quiet_that_cannot_be_kept_is_not_shown(
    qtbot: QtBot, tray: Tray, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, *_how: object) -> None:
        raise DiskFullError(store.folder.path)

    monkeypatch.setattr(Store, "set_setting", full)
    with qtbot.waitSignal(day.workspace.failed):
        action(tray, "No notice today").trigger()
    assert not action(tray, "No notice today").isChecked()


def test_quiet_today_and_back(qtbot: QtBot, tray: Tray, day: Day) -> None:
    action(tray, "No notice").trigger()
    qtbot.waitUntil(lambda: action(tray, "No notice").isChecked())
    action(tray, "No notice").trigger()
    qtbot.waitUntil(lambda: not action(tray, "No notice").isChecked())


def test_a_click_opens_the_reconnect_window_or_the_main_one(
    qtbot: QtBot, tray: Tray, day: Day
) -> None:
    icon = tray._icon
    assert icon is not None
    with qtbot.waitSignal(tray.reconnect_wanted) as told:
        icon.activated.emit(TRIGGER)
    assert told.args == [""]
    for contact in EVERYONE:
        day.write(lambda store, who=contact.id: reconnect.skip(store, who, now=day.clock()))
    day.wait_for()
    assert texts(tray)[0] == "Today\tall done"
    with qtbot.waitSignal(tray.window_wanted):
        icon.activated.emit(TRIGGER)


def test_locked_a_click_opens_the_window(qtbot: QtBot, tray: Tray, day: Day) -> None:
    day.reminders.attach(None)
    icon = tray._icon
    assert icon is not None
    with qtbot.waitSignal(tray.window_wanted):
        icon.activated.emit(TRIGGER)


def test_a_panel_that_comes_late_and_goes(
    qtbot: QtBot, day: Day, theme: Theme, panel: Panel
) -> None:
    panel.there = False
    tray = Tray(theme, day.reminders, available=panel)
    tray.start()
    assert not tray.usable
    assert tray._icon is None
    panel.there = True
    with qtbot.waitSignal(tray.usable_changed, timeout=5000) as told:
        pass
    assert told.args == [True]
    assert tray.usable
    first = tray._icon
    panel.there = False
    with qtbot.waitSignal(tray.usable_changed, timeout=5000) as told:
        pass
    assert told.args == [False]
    panel.there = True
    tray.look()
    assert tray.usable
    assert tray._icon is not first
    tray.stop()
    assert not tray.usable
    tray.menu.deleteLater()


def test_icons_for_every_panel(qapp: QApplication) -> None:
    seen = set()
    for dark in (False, True):
        for due in (False, True):
            icon = icons.tray(due=due, dark_panel=dark)
            sizes = {size.width() for size in icon.availableSizes()}
            assert sizes >= {16, 22, 24, 32, 44, 48, 64}
            image = icon.pixmap(QSize(22, 22), 1.0).toImage()
            seen.add(bytes(image.constBits()))
    assert len(seen) == 4


def test_a_hostile_name_stays_one_line_of_text(qtbot: QtBot, tray: Tray, day: Day) -> None:
    hostile = replace(HAYASAKA, name=Name("A\tB\nC&D <b>"))
    day.write(lambda store: people.edit(store, HAYASAKA, hostile, now=day.clock()))
    qtbot.waitUntil(lambda: any(text.startswith("A") for text in texts(tray)))
    shown = next(text for text in texts(tray) if text.startswith("A"))
    name, _, reason = shown.partition("\t")
    assert name.startswith("A B C&&D")
    assert "\t" not in reason
    assert tray._icon is not None
    assert "<" not in tray._icon.toolTip()


def test_cards_without_notes_are_in_the_menu_with_their_number(
    qtbot: QtBot, tray: Tray, day: Day
) -> None:
    for who in EVERYONE[:3]:
        day.write(
            lambda store, who=who: log.note(
                store, [who.id], None, now=day.clock(), kind=Kind.CARDS, on=day.clock().today
            )
        )
    qtbot.waitUntil(lambda: "Write notes\t3" in texts(tray))
    with qtbot.waitSignal(tray.notes_wanted) as told:
        action(tray, "Write notes").trigger()
    assert told.args == ["day:2026-10-15"]
    day.reminders.attach(None)
    assert not any(words.startswith("Write notes") for words in texts(tray))

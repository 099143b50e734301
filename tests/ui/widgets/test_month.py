"""A day is picked by mouse or keys, and never one before the first."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.month import CELL, HEAD, MonthPicker

FIRST = date(2026, 10, 16)


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme) -> MonthPicker:
    made = MonthPicker(theme, FIRST, name="Until when?")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def test_it_begins_at_the_first(picker: MonthPicker) -> None:
    assert picker.day() == FIRST
    assert picker.days.accessibleDescription() == "Friday, 16 October 2026"


def test_keys_move_and_stop_at_the_first(qtbot: QtBot, picker: MonthPicker) -> None:
    for key, day in (
        (Qt.Key.Key_Up, FIRST),
        (Qt.Key.Key_Right, date(2026, 10, 17)),
        (Qt.Key.Key_Down, date(2026, 10, 24)),
        (Qt.Key.Key_PageDown, date(2026, 11, 24)),
        (Qt.Key.Key_PageUp, date(2026, 10, 24)),
        (Qt.Key.Key_PageUp, FIRST),
    ):
        qtbot.keyClick(picker.days, key)
        assert picker.day() == day
    with qtbot.waitSignal(picker.picked):
        qtbot.keyClick(picker.days, Qt.Key.Key_Return)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_click_takes_the_day_under_it(
    qtbot: QtBot, picker: MonthPicker, theme: Theme, language: str
) -> None:
    theme.set_language("ja" if language == "ja" else "en")
    column = 2 if language == "ja" else 1  # Tuesday
    at = QPoint(column * CELL[0] + 20, HEAD + 3 * CELL[1] + 10)
    qtbot.mouseClick(picker.days, Qt.MouseButton.LeftButton, pos=at)
    assert picker.day() == date(2026, 10, 20)
    early = QPoint(column * CELL[0] + 20, HEAD + CELL[1] + 10)
    qtbot.mouseClick(picker.days, Qt.MouseButton.LeftButton, pos=early)
    assert picker.day() == date(2026, 10, 20)


def test_months_by_mouse(qtbot: QtBot, picker: MonthPicker) -> None:
    before, after = picker.findChildren(Button)
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert picker.day() == date(2026, 11, 16)
    qtbot.mouseClick(before, Qt.MouseButton.LeftButton)
    assert picker.day() == FIRST

"""Choosing a day from the calendar, and typing one."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.calendar import Calendar, DayPopup
from app.ui.widgets.day_field import DayField, parse_day

TODAY = date(2026, 10, 15)
Key = Qt.Key


def test_arrows_walk_through_days_weeks_and_months(qtbot, theme):
    calendar = Calendar(theme, date(2026, 1, 31), TODAY)
    qtbot.addWidget(calendar)
    calendar.show()
    for key, day in (
        (Key.Key_PageDown, date(2026, 2, 28)),
        (Key.Key_Right, date(2026, 3, 1)),
        (Key.Key_Down, date(2026, 3, 8)),
        (Key.Key_Home, TODAY),
    ):
        QTest.keyClick(calendar, key)
        assert calendar.day == day
    with qtbot.waitSignal(calendar.chosen) as chosen:
        QTest.keyClick(calendar, Key.Key_Return)
    assert chosen.args == [TODAY]
    assert "October" in calendar.accessibleName()


def test_a_click_chooses_and_the_corners_turn_the_month(qtbot, theme):
    calendar = Calendar(theme, TODAY, TODAY)
    qtbot.addWidget(calendar)
    calendar.show()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert calendar.day == date(2026, 9, 15)
    first = calendar._first_shown()
    with qtbot.waitSignal(calendar.chosen) as chosen:
        QTest.mouseClick(
            calendar, Qt.MouseButton.LeftButton, pos=calendar._cell(10).center().toPoint()
        )
    assert (chosen.args[0] - first).days == 10
    assert not calendar.grab().isNull()


@pytest.mark.parametrize(("language", "column"), [("en", 3), ("ja", 4)])
def test_a_week_begins_where_readers_expect_it(qtbot, theme, language, column):
    theme.set_language(language)
    calendar = Calendar(theme, TODAY, TODAY)
    qtbot.addWidget(calendar)
    with qtbot.waitSignal(calendar.chosen) as chosen:
        place = calendar._cell(2 * 7 + column).center().toPoint()
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [TODAY]


def test_no_day_beyond_the_limits(qtbot, theme):
    calendar = Calendar(theme, TODAY, TODAY, latest=TODAY)
    qtbot.addWidget(calendar)
    QTest.keyClick(calendar, Key.Key_Right)
    assert calendar.day == TODAY


@pytest.mark.parametrize(("key", "days"), [(Key.Key_Return, [TODAY]), (Key.Key_Escape, [])])
def test_the_popup_closes_with_or_without_a_choice(qtbot, theme, key, days):
    popup = DayPopup(theme, TODAY, TODAY)
    chosen: list[date] = []
    popup.chosen.connect(chosen.append)
    popup.open_at(QPoint(0, 0))
    QTest.keyClick(popup.calendar, key)
    qtbot.waitUntil(lambda: not shiboken6.isValid(popup))
    assert chosen == days


@pytest.mark.parametrize(
    ("typed", "past", "day"),
    [
        ("2026-10-02", True, date(2026, 10, 2)), ("2026/10/2", True, date(2026, 10, 2)),
        ("2026年10月2日", True, date(2026, 10, 2)), ("10/2", True, date(2026, 10, 2)),
        ("12/24", True, date(2025, 12, 24)), ("12/24", False, date(2026, 12, 24)),
        ("10/2", False, date(2027, 10, 2)), ("昨日", True, date(2026, 10, 14)),
        ("Yesterday", True, date(2026, 10, 14)), ("明日", False, date(2026, 10, 16)),
        ("2/30", True, None), ("soon", True, None), ("", True, None),
    ],
)  # fmt: skip
def test_days_as_people_write_them(typed, past, day):
    assert parse_day(typed, TODAY, past=past) == day


def test_the_field_steps_and_tidies(qtbot, theme):
    field = DayField(theme, TODAY, name="Day", day=TODAY)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field.edit, Key.Key_Down)
    assert field.day() == date(2026, 10, 14)
    QTest.keyClick(field.edit, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.day() == date(2026, 9, 14)
    field.set_text("10/2")
    field.left.emit()
    assert field.text() == "2026-10-02"
    field.set_text("soon")
    assert field.is_wrong()


def test_a_day_is_said_in_words_until_somebody_comes_to_it(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    field = DayField(theme, TODAY, name="By", past=False, say=lambda day: f"the {day.day}.")
    other = DayField(theme, TODAY, name="Other")
    row.addWidget(field)
    row.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    told: list[str] = []
    field.changed.connect(told.append)
    field.set_day(date(2026, 10, 23))
    assert field.edit.text() == "the 23."
    assert (field.day(), field.text(), field.is_wrong()) == (
        date(2026, 10, 23), "2026-10-23", False,
    )  # fmt: skip
    assert told == ["2026-10-23"]
    field.setFocus()
    assert field.edit.text() == "2026-10-23"
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.edit.text() == "2026-10-24"
    other.setFocus()
    assert (field.edit.text(), field.day()) == ("the 24.", date(2026, 10, 24))
    assert told == ["2026-10-23", "2026-10-24"]
    field.setFocus()
    field.edit.clear()
    qtbot.keyClicks(field.edit, "soon")
    other.setFocus()
    assert (field.edit.text(), field.is_wrong()) == ("soon", True)
    field.set_day(None)
    assert (field.edit.text(), field.day()) == ("", None)

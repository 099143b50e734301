from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.look import focus
from app.ui.look.focus import KeyboardFocus, shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button

Column = tuple[QWidget, list[QPushButton]]


def test_the_ring_comes_with_keys_and_goes_with_the_mouse(
    qtbot: QtBot, theme: Theme, keyboard: KeyboardFocus
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second = Button(theme, "first"), Button(theme, "second")
    people = QListWidget()
    people.addItems(["a", "b"])
    for widget in (first, second, people):
        row.addWidget(widget)
    window.show()
    window.activateWindow()
    handle = window.windowHandle()
    assert handle is not None

    def click(widget: QWidget) -> None:
        at = widget.mapTo(window, widget.rect().center())
        qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=at)

    click(first)
    assert first.hasFocus()
    assert not shows_ring(first)
    qtbot.keyClick(handle, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert shows_ring(second)
    ringed = second.grab().toImage()
    click(second)
    assert not shows_ring(second)
    assert second.grab().toImage() != ringed
    click(people)
    assert not shows_ring(people)
    qtbot.keyClick(handle, Qt.Key.Key_Down)
    assert shows_ring(people)


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[Column]:
    """A part with three buttons, and the four buttons of its window."""
    window, part = QWidget(), QWidget()
    outer = QVBoxLayout(window)
    before, inside = QPushButton("before"), QVBoxLayout(part)
    buttons = [before, *(QPushButton(f"{n}") for n in range(3))]
    for button in buttons[1:]:
        inside.addWidget(button)
    outer.addWidget(before)
    outer.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield part, buttons
    window.close()


def tab(qtbot: QtBot) -> QWidget | None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_a_part_leads_the_focus_on_and_tab_passes_over_none(qtbot: QtBot, column: Column) -> None:
    part, (before, one, two, three) = column
    focus.lead(part, two)
    part.setFocus()
    assert QApplication.focusWidget() is two
    assert focus.led_to(part) is two
    before.setFocus()
    assert [tab(qtbot) for _ in range(4)] == [one, two, three, before]


def test_tab_goes_in_the_order_of_reading(qtbot: QtBot, column: Column) -> None:
    _, (before, one, two, three) = column
    focus.in_order(before, three, one, two)
    before.setFocus()
    assert [tab(qtbot) for _ in range(4)] == [three, one, two, before]


def test_tab_stops_once_at_a_group_at_the_chosen_one(qtbot: QtBot, column: Column) -> None:
    _, (before, one, two, three) = column
    group = QButtonGroup()
    for button in (one, two, three):
        button.setCheckable(True)
        group.addButton(button)
    focus.one_stop(group)
    before.setFocus()
    assert [tab(qtbot) for _ in range(2)] == [one, before]
    three.setChecked(True)
    assert [tab(qtbot) for _ in range(2)] == [three, before]


def test_a_part_waits_for_what_is_hidden(qtbot: QtBot, column: Column) -> None:
    part, (_, one, two, _) = column
    focus.lead(part, one)
    two.hide()
    focus.lead(part, two)
    part.setFocus()
    assert QApplication.focusWidget() is part
    two.show()
    assert QApplication.focusWidget() is two

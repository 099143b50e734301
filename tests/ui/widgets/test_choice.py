from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.choice import CheckBox, Dropdown, Segments, Toggle

WHEN = [("tomorrow", "Tomorrow"), ("weekend", "This weekend"), ("month", "In a month")]


def test_one_segment_is_chosen_by_mouse_and_arrows(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, WHEN, "weekend", name="When")
    qtbot.addWidget(segments)
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    assert segments.value() == "weekend"
    cells = segments.findChildren(QAbstractButton)
    with qtbot.waitSignal(segments.chosen) as caught:
        qtbot.mouseClick(cells[2], Qt.MouseButton.LeftButton)
    assert caught.args == ["month"]
    cells[2].setFocus()
    qtbot.keyClick(cells[2], Qt.Key.Key_Left)
    assert segments.value() == "weekend"
    roles = {QAccessible.queryAccessibleInterface(cell).role() for cell in cells}
    assert roles == {QAccessible.Role.RadioButton}


def test_setting_a_value_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments(theme, WHEN, name="When")
    qtbot.addWidget(segments)
    assert segments.value() == ""
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("month")
    assert segments.value() == "month"


def test_a_switch(qtbot: QtBot, theme: Theme) -> None:
    toggle = Toggle(theme, name="Hide names")
    qtbot.addWidget(toggle)
    toggle.show()
    off = toggle.grab().toImage()
    with qtbot.waitSignal(toggle.toggled):
        qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()
    assert toggle.grab().toImage() != off
    spoken = QAccessible.queryAccessibleInterface(toggle)
    assert spoken.text(QAccessible.Text.Name) == "Hide names"
    assert spoken.role() == QAccessible.Role.CheckBox


def test_a_tick(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, "Keep both & all")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    assert box.words() == "Keep both & all"


def test_a_drop_down(qtbot: QtBot, theme: Theme) -> None:
    drop = Dropdown(theme, WHEN, "tomorrow", name="When")
    qtbot.addWidget(drop)
    drop.show()
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    menu = drop.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [words for _, words in WHEN]
    with qtbot.waitSignal(drop.chosen) as caught:
        menu.actions()[2].trigger()
    assert caught.args == ["month"]
    assert drop.words() == "In a month"
    said = QAccessible.queryAccessibleInterface(drop).text(QAccessible.Text.Name)
    assert said == "When: In a month"
    menu.close()

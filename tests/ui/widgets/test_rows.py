"""Chips that wrap, and the items of the sidebar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.nav import NavItem


def test_chips_wrap_and_never_elide(qtbot: QtBot, theme: Theme) -> None:
    row = ChipRow(theme)
    qtbot.addWidget(row)
    for number in range(12):
        row.add(Chip(theme, f"tag number {number}"))
    row.resize(300, row.heightForWidth(300))
    row.show()
    chips = row.findChildren(Chip)
    assert len({chip.y() for chip in chips}) > 2
    assert all(chip.width() == chip.sizeHint().width() for chip in chips)
    assert all(chip.geometry().right() < 300 for chip in chips)
    assert row.heightForWidth(1 << 14) == 24


def test_a_row_of_chips_can_be_filled_anew(qtbot: QtBot, theme: Theme) -> None:
    row = ChipRow(theme)
    qtbot.addWidget(row)
    row.add(Chip(theme, "old"))
    row.clear()
    row.add(Chip(theme, "new"))
    row.show()
    assert [chip.words() for chip in row.findChildren(Chip) if chip.isVisible()] == ["new"]


def test_a_filter_is_chosen_and_grows_bold(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "Quiet for a while", checkable=True)
    qtbot.addWidget(chip)
    chip.show()
    before = chip.sizeHint().width()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.sizeHint().width() > before
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.role() == QAccessible.Role.CheckBox


def test_a_sign_takes_no_focus(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "New", tint="koke", press=False)
    qtbot.addWidget(chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_one_page_at_a_time(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    items = [NavItem(theme, words, "today") for words in ("Today", "People", "Import")]
    for item in items:
        column.addWidget(item)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.mouseClick(items[0], Qt.MouseButton.LeftButton)
    items[0].setFocus()
    qtbot.keyClick(items[0], Qt.Key.Key_Down)
    assert [item.isChecked() for item in items] == [False, True, False]
    spoken = QAccessible.queryAccessibleInterface(items[1])
    assert spoken.role() == QAccessible.Role.RadioButton
    items[1].set_badge("4", "4 people today")
    assert spoken.text(QAccessible.Text.Description) == "4 people today"


def test_a_narrow_item_shows_its_icon_in_the_middle(qtbot: QtBot, theme: Theme) -> None:
    item = NavItem(theme, "Today", "today")
    qtbot.addWidget(item)
    item.set_badge("4")
    item.resize(56, 36)
    item.show()
    wide = item.grab().toImage()
    paper = wide.pixel(1, 18)
    inked = [x for x in range(56) if any(wide.pixel(x, y) != paper for y in range(36))]
    assert 15 <= inked[0] <= 24
    assert inked[-1] <= 45

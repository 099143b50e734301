"""A pair of values: one of two is a pair of radio buttons, both kept are ticks, to readers too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.pairs import PairRow, ValueBox


def role(box: ValueBox) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(box).role()


def test_one_of_two(qtbot: QtBot, theme: Theme) -> None:
    known, card = ValueBox(theme, "old", name="old"), ValueBox(theme, "new", name="new")
    row = PairRow(theme, "Company", known, card)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    card.setChecked(True)
    assert {role(known), role(card)} == {QAccessible.Role.RadioButton}
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Left)
    assert known.isChecked()
    assert not card.isChecked()


def test_both_are_kept(qtbot: QtBot, theme: Theme) -> None:
    left = ValueBox(theme, "a@x.example", name="a", both=True)
    right = ValueBox(theme, "b@x.example", name="b", both=True)
    row = PairRow(theme, "Mail", left, right, exclusive=False)
    qtbot.addWidget(row)
    assert {role(left), role(right)} == {QAccessible.Role.CheckBox}
    assert left.isChecked()
    assert right.isChecked()

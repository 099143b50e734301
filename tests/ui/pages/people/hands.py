"""Keys pressed on the people page, as a person presses them: on whatever has the focus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from tests.ui.pages.people.conftest import House

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def focus() -> QWidget:
    """Who has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(house: "House", key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """One key, and all that follows from it."""
    QTest.keyClick(focus(), key, modifier)
    house.settle()


def type_in(house: "House", words: str) -> None:
    """Letter by letter."""
    for char in words:
        widget = focus()
        if char.isascii():
            QTest.keyClick(widget, char)  # type: ignore[call-overload]  # the stubs know no letters
        else:  # QTest aborts on other letters
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, char))
    house.settle()

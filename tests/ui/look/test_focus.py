from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.focus import KeyboardFocus, shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button


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

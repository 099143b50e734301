from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.button import Button


def test_sizes_are_those_of_the_design(qtbot: QtBot, theme: Theme) -> None:
    theme.set_language("ja")
    sizes = {}
    for words, kind, icon, key in (
        ("あとで", "plain", "clock", "Z"),
        ("便りを書く", "primary", "pen", "W"),
        ("まとめる", "second", "same", "M"),
    ):
        button = Button(theme, words, kind=kind, icon=icon, key=key)  # type: ignore[arg-type]
        qtbot.addWidget(button)
        sizes[words] = (button.sizeHint().width(), button.sizeHint().height())
    assert sizes == {"あとで": (117, 34), "便りを書く": (146, 34), "まとめる": (133, 34)}


def test_a_click_space_and_enter(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Write", key="W")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_an_ampersand_is_a_letter(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Fish & Chips")
    qtbot.addWidget(button)
    assert button.words() == "Fish & Chips"
    said = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert said == "Fish & Chips"
    assert button.shortcut().isEmpty()


def test_the_screen_reader_hears_the_key(qtbot: QtBot, theme: Theme) -> None:
    theme.set_language("ja")
    button = Button(theme, "連絡した", key="R")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Description) == "キー R"
    assert spoken.role() == QAccessible.Role.Button


def test_busy_says_so_and_takes_no_clicks(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Import", kind="primary")
    qtbot.addWidget(button)
    button.show()
    button.set_busy("Importing")
    assert not button.isEnabled()
    assert button.text() == "Importing"
    button.set_busy("")
    assert button.isEnabled()
    assert button.text() == "Import"


def test_without_its_key_cap_it_is_narrower(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Later", key="Z")
    qtbot.addWidget(button)
    with_cap = button.sizeHint().width()
    button.show_key(False)
    assert button.sizeHint().width() == with_cap - 28


def test_an_action_fills_its_place(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = Button(theme, "Reconnected", kind="primary", size="action", icon="check", key="R")
    button.setParent(window)
    button.setGeometry(0, 0, 372, 44)
    window.resize(372, 44)
    window.show()
    picture = button.grab().toImage()
    blue = theme.c("ai").rgb()
    assert picture.pixel(200, 10) == blue
    assert any(picture.pixel(x, 22) != blue for x in range(330, 360))

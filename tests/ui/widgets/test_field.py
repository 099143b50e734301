from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.field import LineField, SearchField, TextArea


def test_enter_submits(qtbot: QtBot, theme: Theme) -> None:
    field = LineField(theme, name="Name")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.edit, "Mio")
    with qtbot.waitSignal(field.submitted) as caught:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert caught.args == ["Mio"]


def test_enter_belongs_to_the_input_method_while_it_composes(qtbot: QtBot, theme: Theme) -> None:
    field = LineField(theme, name="Name")
    qtbot.addWidget(field)
    field.show()
    QApplication.sendEvent(field.edit, QInputMethodEvent("はやさ", []))
    assert field.edit.composing
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    done = QInputMethodEvent()
    done.setCommitString("早坂")
    QApplication.sendEvent(field.edit, done)
    assert field.text() == "早坂"
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_a_wrong_value_is_kept_and_explained(qtbot: QtBot, theme: Theme) -> None:
    field = LineField(theme, name="Birthday")
    qtbot.addWidget(field)
    field.set_text("昭和58年4月")
    field.show()
    low = field.sizeHint().height()
    field.set_error("There is no year in it.")
    assert field.text() == "昭和58年4月"
    assert field.sizeHint().height() > low
    assert field.edit.accessibleDescription() == "There is no year in it."
    field.set_error("")
    assert field.sizeHint().height() == low


def test_the_frame_turns_indigo_with_focus_and_the_text_stays(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    field, other = LineField(theme, name="Name"), LineField(theme, name="Other")
    row.addWidget(field)
    row.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    at = field.edit.mapTo(window, field.edit.rect().topLeft())
    quiet = field.grab().toImage()
    field.setFocus()
    assert field.edit.hasFocus()
    lit = field.grab().toImage()
    assert lit.pixel(60, 1) == theme.c("ai").rgb() != quiet.pixel(60, 1)
    assert field.edit.mapTo(window, field.edit.rect().topLeft()) == at


def test_escape_clears_a_search_first(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, name="Find")
    qtbot.addWidget(field)
    field.show()
    field.set_text("mio")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_pasted_markup_is_text(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, name="Note")
    qtbot.addWidget(area)
    clipboard = QApplication.clipboard()
    clipboard.setText("<b>x</b>")
    area.edit.paste()
    assert area.text() == "<b>x</b>"


def test_several_lines(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, name="Note", lines=4)
    qtbot.addWidget(area)
    area.show()
    qtbot.keyClicks(area.edit, "one")
    qtbot.keyClick(area.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(area.edit, "two")
    assert area.text() == "one\ntwo"
    with qtbot.waitSignal(area.submitted):
        qtbot.keyClick(area.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == "one\ntwo"


def test_a_secret_is_not_shown(qtbot: QtBot, theme: Theme) -> None:
    field = LineField(theme, name="Passphrase", secret=True)
    qtbot.addWidget(field)
    field.set_text("hunter2")
    assert "hunter2" not in field.edit.displayText()


def test_a_long_value_is_seen_from_its_beginning(qtbot: QtBot, theme: Theme) -> None:
    field = LineField(theme, name="Place")
    qtbot.addWidget(field)
    field.resize(120, 40)
    field.set_text("the studio behind the station of Kuramae")
    assert field.edit.cursorPosition() == 0
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(field.edit, "!")
    assert field.text() == "the studio behind the station of Kuramae!"


def test_words_of_another_leave_nothing_to_take_back(theme: Theme, qtbot: QtBot) -> None:
    """Also where the field is empty already: what was typed and deleted was somebody else's."""
    area = TextArea(theme, name="Note")
    qtbot.addWidget(area)
    qtbot.keyClicks(area.edit, "abc")
    area.edit.selectAll()
    area.edit.cut()
    assert area.text() == ""
    assert area.edit.document().isUndoAvailable()
    area.set_text("")
    assert not area.edit.document().isUndoAvailable()
    area.set_text("theirs")
    area.set_text("")
    assert area.text() == ""

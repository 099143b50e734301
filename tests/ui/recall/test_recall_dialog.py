"""The minute with faces, by keys and by mouse; the name is nowhere before it is asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.domain.remark import Remark, RemarkKind
from app.ui.recall.dialog import RecallDialog
from app.ui.widgets.button import Button
from tests.screens.gatherings import BREAKFAST, EVENING
from tests.screens.kept import TODAY
from tests.ui.pages.gatherings.conftest import Hall, empty, hall  # noqa: F401
from tests.ui.pages.people.hands import LEFT
from tests.ui.pages.people.test_not_kept import Disk, refused

Key = Qt.Key
FACES = {"p25": "short hair, an indigo apron", "p-todo": "a scar on the thumb"}


@pytest.fixture
def remembered(hall: Hall) -> Hall:  # noqa: F811
    records = (
        Remark(f"f-{who}", who, RemarkKind.FACE, words, TODAY) for who, words in FACES.items()
    )
    hall.put(*records)
    hall.changes.clear()
    return hall


def begin(house, gathering=None):
    dialog = RecallDialog(house.workspace, house.theme, None, gathering)
    dialog.begin()
    dialog.activateWindow()
    house.settle()
    return dialog


def shown(dialog):
    """All words that are in sight or read aloud."""
    words = []
    for widget in (dialog, *dialog.findChildren(QWidget)):
        if widget.isVisible():
            found = QAccessible.queryAccessibleInterface(widget)
            kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
            words += [found.text(kind) for kind in kinds]
            words.append(widget.toolTip())
    return "\n".join(words)


def button(dialog, words):
    found = [b for b in dialog.findChildren(Button) if b.words() == words and b.isVisible()]
    return found[0]


def press(house, key):
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, key)
    house.settle()


def test_the_name_comes_after_a_key_and_y_goes_on(remembered):
    dialog = begin(remembered)
    assert FACES["p25"] in shown(dialog)  # met on a day: before whoever has none
    assert "Matsumoto Craft Exchange" in shown(dialog)
    assert "1 of 2" in shown(dialog)
    for word in ("早坂", "Hayasaka", "Komorebi"):
        assert word not in shown(dialog)
    press(remembered, Key.Key_Y)  # nothing to say yet
    press(remembered, Key.Key_N)
    assert "早坂" not in shown(dialog)
    press(remembered, Key.Key_Space)
    for word in ("早坂 美緒", "Hayasaka Mio", "Komorebi Workshop"):
        assert word in shown(dialog)
    press(remembered, Key.Key_Y)
    assert FACES["p-todo"] in shown(dialog)
    assert "早坂" not in shown(dialog)
    press(remembered, Key.Key_Space)
    press(remembered, Key.Key_Space)  # on the button that has the focus
    assert "That was all of them" in shown(dialog)
    assert remembered.changes == []  # nothing is written, nothing is counted
    press(remembered, Key.Key_Escape)
    assert dialog not in QApplication.topLevelWidgets() or not dialog.isVisible()


def test_n_has_them_come_up_again(remembered):
    dialog = begin(remembered)
    press(remembered, Key.Key_Space)
    press(remembered, Key.Key_N)
    remembered.until(lambda: len(remembered.changes) == 1)
    (follow_up,) = remembered.ask(lambda r: r.follow_ups("p25"))
    assert (follow_up.due - TODAY).days == 1
    assert "hard to recall" in follow_up.note
    press(remembered, Key.Key_Space)
    press(remembered, Key.Key_Y)
    assert "Hayasaka-san will come up from tomorrow on." in shown(dialog)
    dialog.close()


def test_who_could_not_be_kept_is_not_said_to_come_up_again(remembered, monkeypatch):
    dialog = begin(remembered)
    disk = Disk(monkeypatch)
    disk.fill()
    press(remembered, Key.Key_Space)
    press(remembered, Key.Key_Y)
    press(remembered, Key.Key_Space)
    press(remembered, Key.Key_N)  # the last of them
    refused(remembered)
    assert "will come up" not in shown(dialog)
    assert "That was all of them" in shown(dialog)
    dialog.close()


def test_by_mouse(remembered):
    dialog = begin(remembered)
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    for words in ("Show the name", "I recalled", "Show the name", "I recalled", "Close"):
        QTest.mouseClick(button(dialog, words), LEFT)
        remembered.settle()
    assert closed


def test_a_deck_of_who_will_be_there(remembered):
    dialog = begin(remembered, BREAKFAST)
    assert "1 of 1" in shown(dialog)
    assert "No picture" in shown(dialog)
    press(remembered, Key.Key_Space)
    assert "田村 灯" in shown(dialog)
    dialog.close()


def test_the_gathering_page_opens_it(remembered):
    page = remembered.open_gatherings()
    page.show_gathering(EVENING)
    remembered.settle()
    QTest.mouseClick(page.detail.recall, LEFT)
    remembered.settle()
    dialog = page.findChild(RecallDialog)
    assert "1 of 8" in shown(dialog)
    dialog.close()


def test_without_faces_it_says_what_is_needed(empty):  # noqa: F811
    dialog = begin(empty)
    assert "No faces yet" in shown(dialog)
    assert not [b for b in dialog.findChildren(Button) if b.isVisible() and b.words() != "Close"]
    dialog.close()

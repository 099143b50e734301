import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog, choose, confirm, message, question
from app.ui.widgets.notice import EmptyState, Notice


def buttons(box: QWidget) -> list[Button]:
    return box.findChildren(Button)


@pytest.mark.parametrize(("number", "answer"), [(0, False), (1, True)])
def test_a_question_is_answered_by_its_buttons(
    qtbot: QtBot, theme: Theme, number: int, answer: bool
) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        assert [button.words() for button in buttons(box)] == ["Keep", "Delete"]
        qtbot.mouseClick(buttons(box)[number], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    said = confirm(theme, None, "Delete <b>Mio</b>?", "For 30 days", accept="Delete", reject="Keep")
    assert said is answer


def test_enter_is_the_way_back_from_a_careful_question(qtbot: QtBot, theme: Theme) -> None:
    box = question(theme, None, "Erase?", "", accept="Erase", reject="Keep", careful=True)
    qtbot.addWidget(box)
    box.open()
    with qtbot.waitSignal(box.rejected):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_escape_closes_a_message(qtbot: QtBot, theme: Theme) -> None:
    box = message(theme, None, "The disk is full", "Nothing was lost.", close="Close")
    qtbot.addWidget(box)
    box.open()
    with qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_long_words_make_the_box_higher_not_wider(qtbot: QtBot, theme: Theme) -> None:
    short = message(theme, None, "A", "b", close="Close")
    long = message(theme, None, "A " * 80, "many words " * 80, close="Close")
    for box in (short, long):
        qtbot.addWidget(box)
        box.open()
    assert long.height() > short.height() + 100
    assert long.width() <= 560
    for label in (long.heading, long.words):
        assert label.height() >= label.heightForWidth(label.width())
    for box in (short, long):
        box.close()


def test_one_of_several_answers(qtbot: QtBot, theme: Theme) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        qtbot.mouseClick(buttons(box)[1], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    assert choose(theme, None, "Which?", "", ["one", "two", "three"]) == 1


def test_making_a_notice_or_a_box_opens_no_window_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    """A label that is shown before it has a parent flashes up as a window and takes the focus."""

    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and watched.isWidgetType():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    for made in (
        Notice(theme, "title", "words"),
        EmptyState(theme, "title", "words"),
        Dialog(theme, None, "title", "words"),
    ):
        qtbot.addWidget(made)
    app.removeEventFilter(watch)
    assert shown == []

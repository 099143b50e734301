"""The shell by keys: pages, finder, undo, and the one toast that tells of every change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.change import Change, Verb
from app.domain.contact import Name
from app.domain.errors import NotFoundError
from app.domain.gathering import Gathering
from app.store.reader import Reader
from app.ui.background import MistakeError
from app.ui.look.theme import Theme
from app.ui.models.found import FinderModel, Item
from app.ui.pages.names import Page
from app.ui.shell.finder import Finder
from app.ui.shell.shell import Shell
from app.usecases import gatherings, people, reconnect
from tests.ui.day import CLAIRE, HAYASAKA, Day


class Blank(QWidget):
    """A page that remembers what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shown: list[str] = []
        self.new = 0

    def show_person(self, contact_id: str) -> None:
        self.shown.append(contact_id)

    def new_person(self) -> None:
        self.new += 1


@pytest.fixture
def shell(qtbot: QtBot, day: Day, theme: Theme) -> Shell:
    made = Shell(day.workspace, theme, dict.fromkeys(Page, Blank))
    qtbot.addWidget(made)
    made.resize(1280, 820)
    made.show_page(Page.TODAY)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def typed(qtbot: QtBot, shell: Shell, words: str) -> QLineEdit:
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, words)
    return field


def lines(shell: Shell) -> list[str]:
    model = shell.findChild(FinderModel)
    assert model is not None
    return [model.index(row).data() for row in range(model.rowCount())]


def test_numbers_and_comma_go_to_pages_made_once(qtbot: QtBot, shell: Shell) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(shell, Qt.Key.Key_2, control)
    assert shell.current is Page.PEOPLE
    made = shell.page(Page.PEOPLE)
    qtbot.keyClick(shell, Qt.Key.Key_1, control)
    qtbot.keyClick(shell, Qt.Key.Key_Comma, control)
    assert shell.current is Page.SETTINGS
    qtbot.keyClick(shell, Qt.Key.Key_2, control)
    assert shell.page(Page.PEOPLE) is made
    qtbot.keyClick(shell, Qt.Key.Key_3, control)
    assert shell.current is Page.GATHERINGS
    qtbot.keyClick(shell, Qt.Key.Key_N, control)
    assert shell.current is Page.GATHERINGS
    qtbot.keyClick(shell, Qt.Key.Key_4, control)
    assert shell.current is Page.GATHERINGS


def test_the_finder_reaches_a_person(qtbot: QtBot, shell: Shell, day: Day) -> None:
    field = typed(qtbot, shell, "hayasaka")
    qtbot.waitUntil(lambda: lines(shell)[:1] == ["早坂 美緒"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page = shell.page(Page.PEOPLE)
    assert isinstance(page, Blank)
    assert len(page.shown) == 1
    assert shell.current is Page.PEOPLE


def test_enter_right_behind_the_words_means_what_they_find(
    qtbot: QtBot, shell: Shell, day: Day
) -> None:
    """As who pastes a name, or types fast: what stands there yet is of the words before."""
    field = typed(qtbot, shell, "claire")
    qtbot.waitUntil(lambda: lines(shell)[:1] == ["Claire Martin"])
    field.selectAll()
    field.insert("hayasaka")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.current is Page.PEOPLE)
    page = shell.page(Page.PEOPLE)
    assert isinstance(page, Blank)
    assert page.shown == [HAYASAKA.id]


def test_enter_is_forgotten_by_more_words_and_by_escape(qtbot: QtBot, shell: Shell) -> None:
    field = typed(qtbot, shell, "haya")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "saka")
    qtbot.waitUntil(lambda: lines(shell)[:1] == ["早坂 美緒"])
    assert shell.current is Page.TODAY
    qtbot.keyClicks(field, " ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    typed(qtbot, shell, "hayasaka")
    qtbot.waitUntil(lambda: lines(shell)[:1] == ["早坂 美緒"])
    qtbot.wait(50)
    assert shell.current is Page.TODAY


def test_a_search_that_fails_is_told_and_enter_works_again(
    qtbot: QtBot, shell: Shell, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_how: object) -> None:
        raise NotFoundError("x")

    with monkeypatch.context() as patched:
        patched.setattr(Reader, "search", broken)
        with qtbot.waitSignal(day.workspace.failed):
            field = typed(qtbot, shell, "imp")
            qtbot.keyClick(field, Qt.Key.Key_Return)
            qtbot.wait(50)
    assert shell.current is Page.TODAY
    qtbot.keyClicks(field, "o")
    qtbot.waitUntil(lambda: lines(shell) == ["Import cards"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shell.current is Page.IMPORT


def test_the_finder_runs_a_command_chosen_by_arrow(qtbot: QtBot, shell: Shell) -> None:
    field = typed(qtbot, shell, "imp")
    qtbot.waitUntil(lambda: lines(shell) == ["Import cards"])
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shell.current is Page.IMPORT


def test_the_finder_says_when_nothing_fits_and_escape_leads_back(
    qtbot: QtBot, shell: Shell
) -> None:
    before = QApplication.focusWidget()
    field = typed(qtbot, shell, "qqqq")
    qtbot.waitUntil(lambda: lines(shell) == ["Nobody and nothing by that name"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    finder = shell.findChild(Finder)
    assert finder is not None
    assert not finder.isVisible()
    assert QApplication.focusWidget() is before


def test_enter_while_composing_takes_nothing(qtbot: QtBot, shell: Shell) -> None:
    field = typed(qtbot, shell, "")
    QApplication.sendEvent(field, QInputMethodEvent("はやさか", []))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    finder = shell.findChild(Finder)
    assert finder is not None
    assert finder.isVisible()


def test_a_change_is_told_and_ctrl_z_takes_it_back(qtbot: QtBot, shell: Shell, day: Day) -> None:
    now = day.workspace.now()
    who = HAYASAKA
    day.workspace.do(lambda store: reconnect.done(store, who.id, now=now))
    qtbot.waitUntil(lambda: shell.toast.words() == "Reconnected with Hayasaka-san")
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.toast.words() == "Taken back: in touch with Hayasaka-san")
    qtbot.keyClick(
        shell,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: shell.toast.words() == "Reconnected with Hayasaka-san")


def test_what_a_page_tells_itself_ends_the_toast(qtbot: QtBot, shell: Shell, day: Day) -> None:
    now = day.workspace.now()
    day.workspace.do(lambda store: reconnect.done(store, HAYASAKA.id, now=now))
    qtbot.waitUntil(lambda: shell.toast.isVisible())
    day.workspace.changed.emit(Change(Verb.IMPORT, ()))
    assert not shell.toast.isVisible()


def test_an_import_makes_no_toast_only_to_end_it(shell: Shell, day: Day) -> None:
    day.workspace.changed.emit(Change(Verb.IMPORT, ()))
    assert "toast" not in vars(shell)


def test_a_hostile_name_in_the_toast_is_text(qtbot: QtBot, shell: Shell, day: Day) -> None:
    now = day.workspace.now()
    hostile = replace(CLAIRE, name=Name("<img src=x onerror=y>"))
    day.workspace.do(lambda store: people.edit(store, CLAIRE, hostile, now=now))
    qtbot.waitUntil(lambda: "<img" in shell.toast.words())
    for label in shell.toast.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_mistake_of_the_program_is_told_by_its_report_alone(shell: Shell, day: Day) -> None:
    day.workspace.failed.emit(MistakeError())
    assert not shell.toast.isVisible()


def test_an_error_that_nobody_took_is_told(qtbot: QtBot, shell: Shell, day: Day) -> None:
    day.workspace.failed.emit(NotFoundError("x"))
    assert "no longer there" in shell.toast.words()


def test_new_person_and_lock_by_key(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = shell.page(Page.PEOPLE)
    assert isinstance(page, Blank)
    assert page.new == 1
    with qtbot.waitSignal(shell.lock_wanted):
        qtbot.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shell.quit_wanted):
        qtbot.keyClick(shell, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_a_narrow_window_keeps_icons_only(qtbot: QtBot, shell: Shell) -> None:
    assert shell.sidebar.width() == 208
    shell.resize(1030, 700)
    qtbot.waitUntil(lambda: shell.sidebar.width() == 56)


def test_the_sidebar_speaks_the_other_language_at_once(
    qtbot: QtBot, shell: Shell, theme: Theme
) -> None:
    def seen() -> set[str]:
        buttons = shell.sidebar.findChildren(QAbstractButton)
        return {button.text() for button in buttons if button.isVisible()}

    shell.sidebar.set_today(4)
    theme.set_language("ja")
    qtbot.waitUntil(lambda: {"今日", "人", "取り込み", "設定", "探す"} <= seen())
    assert not {"Today", "People"} & seen()


def test_the_finder_model_is_sound(qtbot: QtBot) -> None:
    model = FinderModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_items([Item("a", "", "today"), Item("b", "c", "today")])
    model.set_items([])
    assert tester.model() is model


def test_the_finder_reaches_a_gathering(qtbot: QtBot, shell: Shell, day: Day) -> None:
    made = Gathering("", "Kuramae Exchange", day.clock().today)
    day.write(lambda store: gatherings.make(store, made, now=day.clock()))
    field = typed(qtbot, shell, "kuramae")
    qtbot.waitUntil(lambda: "Kuramae Exchange" in lines(shell))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shell.current is Page.GATHERINGS


def test_notes_fill_the_window_and_lead_back_to_where_one_came_from(
    qtbot: QtBot, shell: Shell
) -> None:
    shell.show_page(Page.GATHERINGS)
    shell.show_page(Page.NOTES)
    assert not shell.sidebar.isVisible()
    shell.show_page(Page.NOTES)
    shell.leave_notes()
    assert (shell.current, shell.sidebar.isVisible()) == (Page.GATHERINGS, True)
    shell.leave_notes()
    assert shell.current is Page.GATHERINGS

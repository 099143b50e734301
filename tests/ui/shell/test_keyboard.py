"""The keyboard: the card of keys is true, Tab and F6 go everywhere, the focus is never lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.models.found import FinderModel
from app.ui.opened import Opened
from app.ui.pages.names import Page
from app.ui.pages.people.page import PeoplePage
from app.ui.pages.settings.drill_dialog import DrillDialog
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.pages.today.page import TodayPage
from app.ui.preferences import Preferences
from app.ui.shell.keys_card import KeysCard
from app.ui.shell.shell import Shell
from app.ui.window import Window
from app.usecases import people, reconnect
from tests.ui.day import CLAIRE, Day

NONE = Qt.KeyboardModifier.NoModifier

MOVING = {
    "Up",
    "Down",
    "Shift+Up",
    "Shift+Down",
    "Left",
    "Right",
    "Return",
    "Tab",
    "Esc",
    "Del",
    "A",
    "Z",
}
"""Not bound by a shortcut: the lists and fields take them themselves."""


class _Switch:
    def is_on(self) -> bool:
        return False

    def set_on(self, on: bool) -> None:
        return


@pytest.fixture
def window(qtbot: QtBot, day: Day, theme: Theme, tmp_path: Path) -> Window:
    preferences = Preferences(QSettings(str(tmp_path / "ini"), QSettings.Format.IniFormat))
    here = Installation(preferences, tmp_path, "1", _Switch())
    made = Window(theme)
    opened = Opened(
        day.workspace, theme, day.reminders, lambda of: SettingsPage(of, theme, here), made
    )
    qtbot.addWidget(made)
    made.let_close()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    opened.shell.show_page(Page.TODAY)
    made.show_scene(opened.shell)
    return made


def shell_of(window: Window) -> Shell:
    assert isinstance(window.scene, Shell)
    return window.scene


def card_of(shell: Shell) -> KeysCard:
    found = [card for card in shell.findChildren(KeysCard) if card.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("page", list(Page))
def test_every_key_on_the_card_is_bound(window: Window, theme: Theme, page: Page) -> None:
    shell = shell_of(window)
    shown = shell.show_page(page)
    if isinstance(shown, PeoplePage):
        shown.show_duplicates()  # some keys are only bound there
    bound = {s.key().toString(QKeySequence.SequenceFormat.PortableText)
             for s in shell.findChildren(QShortcut)}  # fmt: skip
    card = KeysCard(theme, shown, page)
    said = {key for caps, _ in [*card.all(), *card.of_page(page)] for key in caps}
    assert said - MOVING <= bound
    card.deleteLater()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_shows_it_and_the_focus_comes_back(qtbot: QtBot, window: Window, key: Qt.Key) -> None:
    before = QApplication.focusWidget()
    assert before is not None
    qtbot.keyClick(before, key)
    card = card_of(shell_of(window))
    qtbot.waitUntil(lambda: QApplication.activeWindow() is card)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    window.activateWindow()  # offscreen no window manager does it
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_a_question_mark_in_a_text_is_text(qtbot: QtBot, window: Window) -> None:
    shell = shell_of(window)
    shell.show_page(Page.PEOPLE)
    field = shell.page(Page.PEOPLE).findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "who?")
    assert field.text() == "who?"
    assert not any(card.isVisible() for card in shell.findChildren(KeysCard))


def pane_with_focus(shell: Shell) -> QWidget | None:
    found = QApplication.focusWidget()
    while found is not None and found is not shell.sidebar and not found.property("pane"):
        found = found.parentWidget()
    return found


@pytest.mark.parametrize(("page", "panes"), [(Page.PEOPLE, 3), (Page.SETTINGS, 3)])
def test_f6_goes_round_the_parts_of_the_window(
    qtbot: QtBot, window: Window, page: Page, panes: int
) -> None:
    shell = shell_of(window)
    shell.show_page(page)
    qtbot.waitUntil(lambda: bool(shell.page(page).property("ready")) or page is Page.SETTINGS)
    first = QApplication.focusWidget()
    seen = []
    for _ in range(panes):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_F6)
        seen.append(pane_with_focus(shell))
    assert len(set(map(id, seen))) == panes
    assert shell.sidebar in seen
    assert QApplication.focusWidget() is first


def tab_round(qtbot: QtBot) -> list[QWidget]:
    """Where Tab goes, until it is where it began."""
    seen: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in seen and len(seen) < 60:
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    return seen


@pytest.mark.parametrize("page", [Page.TODAY, Page.PEOPLE, Page.SETTINGS])
def test_tab_goes_down_every_column_of_the_page(qtbot: QtBot, window: Window, page: Page) -> None:
    shell = shell_of(window)
    shell.show_page(page)
    qtbot.waitUntil(lambda: shell.page(page).property("ready") is not False)
    seen = tab_round(qtbot)
    first = seen.index(next(w for w in seen if shell.sidebar.isAncestorOf(w)))
    seen = seen[first:] + seen[:first]
    panes = [shell.sidebar, *(w for w in shell.page(page).findChildren(QWidget)
                              if w.property("pane") and w.isVisible())]  # fmt: skip
    for pane in panes:
        within = [w for w in seen if pane.isAncestorOf(w)]
        tops = [w.mapTo(window, w.rect().topLeft()).y() for w in within]
        assert within
        if page is not Page.PEOPLE:  # there the tie stands beside the facts
            assert tops == sorted(tops)
    if page is Page.PEOPLE:
        names = [w.accessibleName() for w in seen]
        assert names.index("Find people") < names.index("People") < names.index("A quick note")


def test_letters_act_as_soon_as_today_is_there(qtbot: QtBot, window: Window) -> None:
    page = shell_of(window).page(Page.TODAY)
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(page.queue.isVisible)
    assert page.queue.hasFocus()
    qtbot.keyClick(page.queue, Qt.Key.Key_R)
    assert page.queue.actions_row.prompt.isVisible()


def test_the_focus_stays_on_the_page_when_its_list_goes(
    qtbot: QtBot, window: Window, day: Day
) -> None:
    page = shell_of(window).page(Page.TODAY)
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(page.queue.isVisible)
    for contact_id in day.due():
        day.write(lambda store, id_=contact_id: reconnect.skip(store, id_, now=day.clock()))
    qtbot.waitUntil(lambda: not page.queue.isVisible())
    focused = QApplication.focusWidget()
    assert focused is page or (focused is not None and page.isAncestorOf(focused))


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def test_by_keys_to_the_duplicates_and_ctrl_z_splits_them(
    qtbot: QtBot, window: Window, day: Day
) -> None:
    control, shell = Qt.KeyboardModifier.ControlModifier, shell_of(window)
    again = replace(CLAIRE, id="")
    with qtbot.waitSignal(day.workspace.changed):
        day.workspace.do(lambda store: people.add(store, again, now=day.workspace.now()))
    press(qtbot, Qt.Key.Key_K, control)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "dupl")
    found = shell.findChild(FinderModel)
    assert found is not None
    qtbot.waitUntil(lambda: found.rowCount() == 1)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    page = shell.page(Page.PEOPLE)
    assert isinstance(page, PeoplePage)
    pane = page.duplicates
    assert pane is not None
    qtbot.waitUntil(lambda: pane.one.isVisible() and pane.one.isEnabled())
    window.activateWindow()
    press(qtbot, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: shell.toast.words() == "Two became one: Claire Martin")
    qtbot.waitUntil(lambda: pane.back.isVisible() and not pane.one.isVisible())
    press(qtbot, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: shell.toast.words() == "They are two people again")
    qtbot.waitUntil(lambda: pane.one.isVisible() and pane.one.isEnabled())
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: shell.toast.words() == "Remembered as two different people")
    press(qtbot, Qt.Key.Key_Escape)
    assert page.duplicates is None


def test_the_drill_is_reached_by_the_finder(qtbot: QtBot, window: Window) -> None:
    shell = shell_of(window)
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "backup")
    model = shell.findChild(FinderModel)
    assert model is not None
    words = "Show me that my backup works"
    qtbot.waitUntil(lambda: model.index(0).data() == words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page = shell.page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert page.security.isVisible()
    assert page.findChild(DrillDialog) is None, "the part has its frame first"
    qtbot.waitUntil(lambda: page.findChild(DrillDialog) is not None)
    box = page.findChild(DrillDialog)
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    qtbot.waitUntil(box.way.field.edit.hasFocus)
    qtbot.keyClick(box.way.field.edit, Qt.Key.Key_Escape)
    assert not box.isVisible()

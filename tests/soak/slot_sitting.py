"""The window on a small store, and the hands of who sits at it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Contact, Email, Name
from app.domain.reminder import FollowUp, FollowUpKind
from app.store.folder import StoreFolder
from app.store.store import create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault
from app.ui import crash
from app.ui.crash_box import CrashBox
from app.ui.look.theme import Theme
from app.ui.opened import Opened
from app.ui.pages.names import Page
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.reminders import Reminders
from app.ui.window import Window
from app.ui.workspace import Workspace
from app.usecases.evenings import Evening, Of
from tests.screens import gatherings, people
from tests.screens.kept import CHEAP, NOW, TODAY

TYPED = "tanager eggs in a blue box"
PERSON = "p25"
PATIENCE, QUIET = 15.0, 0.05
TURNS = 20
"""So often the loop comes round in that time, also on a busy machine."""
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def make_store(place: Path) -> DataKey:
    """People, gatherings, cards without notes, and somebody to write to today."""
    folder = StoreFolder(place)
    vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
    create_store(folder, vault)
    twin = Contact(
        id="p26", name=Name("早坂美緒"), emails=(Email("mio@komorebi.example.jp"),), note="again"
    )
    records: list[Record] = [*people.promises(False), *people.remarks(False), twin]
    for at, who in enumerate((PERSON, "p-todo", "p-martin")):
        due = TODAY - timedelta(at)
        records.append(FollowUp(f"f{at}", who, FollowUpKind.TYPED, due, date(2026, 9, 8), "write"))
    with open_store(folder, vault.data_key) as store:
        gatherings.fill(store, "en")
        store.apply(Change(Verb.IMPORT, tuple(Edit(None, r) for r in records)), now=NOW)
    return vault.data_key


class _Switch:
    def is_on(self) -> bool:
        return False

    def set_on(self, on: bool) -> None:
        return


class Sitting(Window):
    """The window with an opened store, its crash box installed."""

    def __init__(self, theme: Theme, place: Path, key: DataKey) -> None:
        super().__init__(theme)
        self.theme, self.place_, self.folder, self.key = theme, place, StoreFolder(place), key
        self.workspace = Workspace(
            lambda: open_store(self.folder, key),
            lambda: open_reader(self.folder, key),
            now=lambda: NOW,
            parent=self,
        )
        self.reminders = Reminders(now=lambda: NOW, parent=self)
        self.crash_box = CrashBox(theme, self, self)
        crash.install(self.crash_box.tell)
        self.opened = Opened(self.workspace, theme, self.reminders, self._settings, self)
        self.shell = self.opened.shell
        self.show_scene(self.shell)
        self.let_close()
        self.bring_up()

    def _settings(self, workspace: Workspace) -> QWidget:
        preferences = Preferences(
            QSettings(str(self.place_ / "settings"), QSettings.Format.IniFormat)
        )
        here = Installation(preferences, self.folder.path, "0.1.0", _Switch())
        return SettingsPage(workspace, self.theme, here)

    # waiting

    def until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError
            self._process()
            time.sleep(0.001)

    def rest(self) -> None:
        """Until everything is answered, and what that leads to as well."""
        quiet, turns = time.monotonic() + QUIET, 0
        end = time.monotonic() + PATIENCE
        while time.monotonic() < quiet or turns < TURNS:
            turns += 1
            if self._under_way():
                quiet, turns = time.monotonic() + QUIET, 0
            if time.monotonic() > end:
                raise TimeoutError
            self._process()
            time.sleep(0.001)

    def _process(self) -> None:
        """What the loop of a program would print comes out here, for Python called it."""
        self.do(QCoreApplication.processEvents)

    def do(self, deed: Callable[[], object]) -> None:
        """Do something; what fails in it is told as the loop of a program tells it."""
        try:
            deed()
        except Exception as error:  # noqa: BLE001 - as the loop of a program takes it
            sys.excepthook(type(error), error, error.__traceback__)

    def _under_way(self) -> bool:
        waiting = self.workspace._background._pending
        return any(r.future is not None and not r.future.done() for r in waiting)

    def ask(self, question: Callable[[Any], Any]) -> Any:
        """Asked of the writing lane, past whatever broke on the screen."""
        future = self.workspace._writing.submit(question)
        self.until(future.done)
        return future.result()

    def end(self) -> None:
        """Close as locking does."""
        self.opened.close()
        self.reminders.stop()
        self.close()
        QCoreApplication.processEvents()
        self.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # looking

    def told(self) -> str:
        """What the crash box says; empty without one."""
        box = self.crash_box._shown[0] if self.crash_box._shown else None
        if box is None or not shiboken6.isValid(box):
            return ""
        return "\n".join(label.text() for label in box.findChildren(QLabel) if label.isVisible())

    def fields(self) -> str:
        """All that stands in fields that are seen."""
        windows = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        lines = [f.text() for top in windows for f in top.findChildren(QLineEdit) if f.isVisible()]
        areas = [f for top in windows for f in top.findChildren(QPlainTextEdit) if f.isVisible()]
        return "\n".join([*lines, *(area.toPlainText() for area in areas)])

    # hands

    def people(self) -> Any:
        page: Any = self.shell.show_page(Page.PEOPLE)
        self.rest()
        page.show_person(PERSON)
        self.until(lambda: page.shown_person() is not None and page.stage.detail.isVisible())
        self.rest()
        return page

    def gathering(self) -> Any:
        page: Any = self.shell.show_page(Page.GATHERINGS)
        self.rest()
        page.show_gathering(gatherings.EVENING)
        self.rest()
        return page

    def settings(self, part: int) -> Any:
        page: Any = self.shell.show_page(Page.SETTINGS)
        page.show_part(part)
        self.rest()
        return page

    def today(self) -> Any:
        page: Any = self.shell.show_page(Page.TODAY)
        self.until(lambda: self.reminders.today is not None)
        self.rest()
        page.queue.setFocus()
        return page

    def notes(self) -> Any:
        self.opened.write_notes(str(Evening(Of.GATHERING, gatherings.EVENING)))
        self.rest()
        return self.shell.page(Page.NOTES)

    def reconnecting(self) -> Any:
        self.today()
        self.opened.reconnect()
        self.rest()
        return self.opened._reconnect


@contextmanager
def sitting(theme: Theme, place: Path, key: DataKey) -> Iterator[Sitting]:
    made = Sitting(theme, place, key)
    try:
        made.rest()
        yield made
    finally:
        if shiboken6.isValid(made):
            made.end()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def key(
    key: Qt.Key, on: QWidget | None = None, held: Qt.KeyboardModifier = NONE
) -> Callable[[], None]:
    """A key, pressed later, as the system hands it to a window; on whoever has the focus then."""

    def do() -> None:
        if on is not None:
            on.setFocus()
        QTest.keyClick(focused().window().windowHandle(), key, held)

    return do


def press(button: QWidget) -> Callable[[], None]:
    """A press of the mouse, later."""

    def do() -> None:
        window = button.window()
        place = button.mapTo(window, button.rect().center())
        QTest.mouseClick(window.windowHandle(), LEFT, NONE, place)

    return do


def type_in(widget: QWidget, words: str = TYPED) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, words)


Deed = Callable[[], object]
Act = Callable[[Sitting], Deed]
ACTS: dict[str, Act] = {}


def act(made: Act) -> Act:
    ACTS[made.__name__.strip("_").replace("_", " ")] = made
    return made

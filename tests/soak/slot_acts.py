"""The window on a small store, and what a person does in it: one deed each, prepared up to the key
or press that does it.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Contact, Email, Name
from app.domain.days_off import Vacation
from app.domain.interaction import Initiative
from app.domain.reminder import FollowUp, FollowUpKind
from app.domain.rhythm import OFFERED
from app.store.folder import StoreFolder
from app.store.store import create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault
from app.ui import crash
from app.ui.crash_box import CrashBox
from app.ui.look.theme import Theme
from app.ui.opened import Opened
from app.ui.pages.importing.page import State
from app.ui.pages.names import Page
from app.ui.pages.people.promise_editor import PromiseEditor
from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.preferences import Preferences
from app.ui.reminders import Reminders
from app.ui.widgets.dialog import Dialog
from app.ui.window import Window
from app.ui.workspace import Workspace
from app.usecases.evenings import Evening, Of
from tests.screens import gatherings, people
from tests.screens.kept import CHEAP, NOW, TODAY

TYPED = "tanager eggs in a blue box"
PERSON = "p25"
PATIENCE, QUIET = 15.0, 0.05
_LEFT, _CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};Ann;;;\r\nFN:Ann {family}\r\nEND:VCARD\r\n"
    for family in ("Siskin", "Redpoll", "Brambling")
)


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
        crash.install(CrashBox(theme, self, self).tell)
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
        quiet = time.monotonic() + QUIET
        end = time.monotonic() + PATIENCE
        while time.monotonic() < quiet:
            if self._under_way():
                quiet = time.monotonic() + QUIET
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
        except Exception as error:  # noqa: BLE001
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
        found = []
        for box in self.findChildren(Dialog):
            labels = [label.text() for label in box.findChildren(QLabel) if label.isVisible()]
            if any("mistake of the program" in text for text in labels):
                found += labels
        return "\n".join(found)

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
    key: Qt.Key, on: QWidget | None = None, held: Qt.KeyboardModifier = _NONE
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
        QTest.mouseClick(window.windowHandle(), _LEFT, _NONE, place)

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


# people


@act
def note(s: Sitting) -> Deed:
    edit = s.people().detail.composer.edit
    type_in(edit)
    s.rest()
    return key(Qt.Key.Key_Return, edit)


@act
def promise(s: Sitting) -> Deed:
    detail = s.people().detail
    detail.begin_promise()
    (editor,) = detail.findChildren(PromiseEditor)
    type_in(editor.what.edit)
    return press(editor.keep)


@act
def promise_kept(s: Sitting) -> Deed:
    page = s.people()
    mine = people.promises(False)[0]
    return lambda: page.detail.timeline.kept.emit(mine)


@act
def remark(s: Sitting) -> Deed:
    page = s.people()
    page.detail.remarks.begin(people.remarks(False)[0].kind)
    type_in(page.detail.remarks.field.edit)
    return key(Qt.Key.Key_Return, page.detail.remarks.field.edit)


@act
def remark_mended(s: Sitting) -> Deed:
    rows = s.people().detail.remarks
    QTest.mouseClick(rows.line_of("h-r0"), _LEFT)
    s.rest()
    rows.field.edit.selectAll()
    type_in(rows.field.edit)
    return key(Qt.Key.Key_Return, rows.field.edit)


@act
def remark_dropped(s: Sitting) -> Deed:
    line = s.people().detail.remarks.line_of("h-r0")
    line.setFocus()
    return key(Qt.Key.Key_Delete, line)


@act
def tag(s: Sitting) -> Deed:
    page = s.people()
    page.detail.tags.begin()
    s.rest()
    type_in(page.detail.tags.field.edit)
    s.rest()
    return key(Qt.Key.Key_Return, page.detail.tags.field.edit)


@act
def details(s: Sitting) -> Deed:
    page = s.people()
    page.edit("title")
    field = page.detail.editor._fields["title"].edit
    field.selectAll()
    type_in(field)
    return key(Qt.Key.Key_Return, field, _CTRL)


@act
def new_person(s: Sitting) -> Deed:
    page = s.people()
    page.new_person()
    type_in(page.detail.editor._fields["family"].edit)
    return key(Qt.Key.Key_Return, page.detail.editor._fields["family"].edit, _CTRL)


@act
def deleted(s: Sitting) -> Deed:
    page = s.people()
    page.list.list.setFocus()
    return key(Qt.Key.Key_Delete)


@act
def restored(s: Sitting) -> Deed:
    page = s.people()
    page.list.list.setFocus()
    QTest.keyClick(page.list.list, Qt.Key.Key_Delete)
    s.rest()
    page.list.show_bin()
    s.rest()
    return press(page.bin.restore)


@act
def taken_back(s: Sitting) -> Deed:
    deleted(s)()
    s.rest()
    return s.shell.undo


@act
def done_again(s: Sitting) -> Deed:
    deleted(s)()
    s.rest()
    s.shell.undo()
    s.rest()
    return s.shell.redo


@act
def in_touch(s: Sitting) -> Deed:
    detail = s.people().detail
    detail.ask_reconnect()
    type_in(detail.prompt.line)
    return press(detail.prompt.mine)


@act
def rhythm(s: Sitting) -> Deed:
    page = s.people()
    return lambda: page.commands.set_rhythm(OFFERED[1])


@act
def rhythm_of_a_tag(s: Sitting) -> Deed:
    page = s.people()
    return lambda: page.list.rhythm_wanted.emit("furniture", OFFERED[1])


@act
def next_contact(s: Sitting) -> Deed:
    page = s.people()
    page.commands.set_follow_up()
    s.rest()
    (box,) = [b for b in page.findChildren(Dialog) if b.isVisible()]
    type_in(box.note.edit)
    return key(Qt.Key.Key_Return, box.note.edit)


@act
def entry(s: Sitting) -> Deed:
    detail = s.people().detail
    detail.edit_entry(s.ask(lambda store: store.interaction("h-sep")))
    s.rest()
    editor = detail.timeline.editor
    editor.note.edit.selectAll()
    type_in(editor.note.edit)
    return key(Qt.Key.Key_Return, editor.note.edit, _CTRL)


@act
def entry_deleted(s: Sitting) -> Deed:
    page = s.people()
    sep = s.ask(lambda store: store.interaction("h-sep"))
    return lambda: page.detail.timeline.delete_wanted.emit(sep)


def _twins(s: Sitting) -> Any:
    page = s.people()
    page.show_duplicates()
    s.rest()
    return page.duplicates


@act
def merged(s: Sitting) -> Deed:
    return press(_twins(s).one)


@act
def two_people(s: Sitting) -> Deed:
    return press(_twins(s).two)


# today and the reconnect window


@act
def today_in_touch(s: Sitting) -> Deed:
    page = s.today()
    QTest.keyClick(page.queue, Qt.Key.Key_R)
    s.rest()
    line = page.queue.actions_row.prompt.line
    type_in(line)
    return press(page.queue.actions_row.prompt.mine)


@act
def today_skipped(s: Sitting) -> Deed:
    return key(Qt.Key.Key_S, s.today().queue)


@act
def today_later(s: Sitting) -> Deed:
    page = s.today()
    return lambda: page.queue.put_off.emit(PERSON, TODAY + timedelta(7))


@act
def today_undone(s: Sitting) -> Deed:
    page = s.today()
    QTest.keyClick(page.queue, Qt.Key.Key_S)
    s.rest()
    return s.shell.undo


@act
def window_in_touch(s: Sitting) -> Deed:
    window = s.reconnecting()
    QTest.keyClick(window, Qt.Key.Key_R)
    s.rest()
    type_in(window.acts.prompt.line)
    return press(window.acts.prompt.theirs)


@act
def window_skipped(s: Sitting) -> Deed:
    return press(s.reconnecting().acts.skip)


@act
def window_later(s: Sitting) -> Deed:
    window = s.reconnecting()
    return lambda: window._put_off(TODAY + timedelta(3))


# gatherings and notes


@act
def gathering_made(s: Sitting) -> Deed:
    page = s.gathering()
    page.new_gathering()
    type_in(page.detail.editor.name.edit)
    return key(Qt.Key.Key_Return, page.detail.editor.name.edit, _CTRL)


@act
def gathering_edited(s: Sitting) -> Deed:
    page = s.gathering()
    page.edit()
    type_in(page.detail.editor.place.edit)
    return press(page.detail.editor.keep)


@act
def gathering_note(s: Sitting) -> Deed:
    page = s.gathering()
    type_in(page.detail.note.edit)
    return page.list.list.setFocus


@act
def gathering_deleted(s: Sitting) -> Deed:
    page = s.gathering()
    page.list.list.setFocus()
    return key(Qt.Key.Key_Delete)


@act
def put_down(s: Sitting) -> Deed:
    page = s.gathering()
    page.add_people()
    s.rest()
    QTest.keyClicks(page.picker.field.edit, "harada")
    s.rest()
    return key(Qt.Key.Key_Return, page.picker.field.edit)


@act
def card_finished(s: Sitting) -> Deed:
    page = s.notes()
    type_in(page.parts.prompts.talked.edit)
    s.rest()
    return key(Qt.Key.Key_Return, page.parts.prompts.talked.edit, _CTRL)


# anywhere


@act
def quick_log(s: Sitting) -> Deed:
    s.today()
    s.shell.open_quick_log()
    panel = s.shell._quick_log
    assert panel is not None
    type_in(panel.field.edit, f"Martin {TYPED}")
    s.until(lambda: panel._preview.line == panel.field.text() and panel._asked is None)
    return key(Qt.Key.Key_Return, panel.field.edit)


@act
def imported(s: Sitting) -> Deed:
    return _compared(s).accept


@act
def import_taken_back(s: Sitting) -> Deed:
    page = _compared(s)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    s.rest()
    return s.shell.undo


def _compared(s: Sitting) -> Any:
    file = s.place_ / "cards.vcf"
    file.write_text(CARDS, "utf-8", newline="")
    page: Any = s.shell.show_page(Page.IMPORT)
    page.add_files([file])
    s.until(lambda: page.state is State.COMPARE)
    s.rest()
    return page


# settings


@act
def daily_number(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.daily_chosen.emit(9)


@act
def no_notification(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.time_chosen.emit(None)


@act
def time_of_notification(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    page.reminders.time_chosen.emit(None)
    s.rest()
    return lambda: page.reminders.time_chosen.emit(clock_time(7, 30))


@act
def private_notification(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.private_chosen.emit(True)


@act
def quiet_today(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.quiet_chosen.emit(True)


@act
def weekends(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.days_off.weekends_chosen.emit(True)


@act
def holidays(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.days_off.country_chosen.emit("JP")


@act
def days_away(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    away = Vacation(date(2026, 12, 28), date(2027, 1, 5))
    return lambda: page.reminders.days_off.away.emit(away)


@act
def locks_after(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    return lambda: page.security.after_chosen.emit(60)


@act
def locks_with_the_screen(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    return lambda: page.security.screen_chosen.emit(True)


# everything that can be pressed


def buttons(of: QWidget) -> list[QAbstractButton]:
    found = of.findChildren(QAbstractButton)
    return [b for b in found if b.isVisible() and b.isEnabled()]


PLACES: dict[str, Callable[[Sitting], Any]] = {
    "today": Sitting.today,
    "people": Sitting.people,
    "gatherings": Sitting.gathering,
    "notes": Sitting.notes,
    "import": lambda s: s.shell.show_page(Page.IMPORT),
    "compare": _compared,
    "general": lambda s: s.settings(GENERAL),
    "reminders": lambda s: s.settings(REMINDERS),
    "security": lambda s: s.settings(SECURITY),
    "duplicates": _twins,
    "reconnect": Sitting.reconnecting,
}
_WAYS_OUT = ("Import cards", "Choose", "Bring", "Erase", "Paste")


def pressed(place: str, number: int) -> Act:
    """The button with this number at a place; IndexError behind the last."""

    def made(s: Sitting) -> Deed:
        here = PLACES[place](s)
        s.rest()
        button = buttons(here)[number]
        return lambda: button.click() if shiboken6.isValid(button) else None

    return made


__all__ = ["ACTS", "PLACES", "TYPED", "Act", "Initiative", "Sitting", "make_store", "pressed"]

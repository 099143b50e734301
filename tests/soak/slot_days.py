"""What is done today, at gatherings, after them, and from anywhere: one deed each."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.pages.importing.page import State
from app.ui.pages.names import Page
from tests.screens.kept import TODAY
from tests.soak.slot_sitting import CTRL, PERSON, TYPED, Deed, Sitting, act, key, press, type_in

# today and the reconnect window

CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};Ann;;;\r\nFN:Ann {family}\r\nEND:VCARD\r\n"
    for family in ("Siskin", "Redpoll", "Brambling")
)


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
    return key(Qt.Key.Key_Return, page.detail.editor.name.edit, CTRL)


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
    return key(Qt.Key.Key_Return, page.parts.prompts.talked.edit, CTRL)


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
    return compared(s).accept


@act
def import_taken_back(s: Sitting) -> Deed:
    page = compared(s)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    s.rest()
    return s.shell.undo


def compared(s: Sitting) -> Any:
    file = s.place_ / "cards.vcf"
    file.write_text(CARDS, "utf-8", newline="")
    page: Any = s.shell.show_page(Page.IMPORT)
    page.add_files([file])
    s.until(lambda: page.state is State.COMPARE)
    s.rest()
    return page

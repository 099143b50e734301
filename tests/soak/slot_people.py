"""What is done on the people page: one deed each, prepared up to the key or press that does it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.rhythm import OFFERED
from app.ui.pages.people.promise_editor import PromiseEditor
from app.ui.widgets.dialog import Dialog
from tests.screens import people
from tests.soak.slot_sitting import CTRL, LEFT, Deed, Sitting, act, key, press, type_in


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
    QTest.mouseClick(rows.line_of("h-r0"), LEFT)
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
    return key(Qt.Key.Key_Return, field, CTRL)


@act
def new_person(s: Sitting) -> Deed:
    page = s.people()
    page.new_person()
    type_in(page.detail.editor._fields["family"].edit)
    return key(Qt.Key.Key_Return, page.detail.editor._fields["family"].edit, CTRL)


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
    detail.editors.edit_entry(s.ask(lambda store: store.interaction("h-sep")))
    s.rest()
    editor = detail.timeline.editor
    editor.note.edit.selectAll()
    type_in(editor.note.edit)
    return key(Qt.Key.Key_Return, editor.note.edit, CTRL)


@act
def entry_deleted(s: Sitting) -> Deed:
    page = s.people()
    sep = s.ask(lambda store: store.interaction("h-sep"))
    return lambda: page.detail.timeline.delete_wanted.emit(sep)


def twins(s: Sitting) -> Any:
    page = s.people()
    page.show_duplicates()
    s.rest()
    return page.duplicates


@act
def merged(s: Sitting) -> Deed:
    return press(twins(s).one)


@act
def two_people(s: Sitting) -> Deed:
    return press(twins(s).two)

"""What the store refuses stands where it was typed, or waits for its person; nothing is retyped."""

from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.remark import RemarkKind
from app.store.errors import DiskFullError
from app.store.store import Store
from app.ui.pages.people.follow_up_dialog import FollowUpDialog
from app.ui.pages.people.promise_editor import PromiseEditor
from tests.screens.kept import TODAY
from tests.ui.pages.people.hands import Key, press
from tests.ui.pages.people.test_page import CTRL

TYPED = "tin foil"


class Disk:
    """A disk that is full until there is `room` again."""

    def __init__(self, monkeypatch):
        self._monkeypatch = monkeypatch
        self._apply = Store.apply
        self.answers = Event()
        """Whether the disk answers; until then it is awaited."""
        self.answers.set()

    def fill(self):
        def full(store, *_how, **_more):
            assert self.answers.wait(10)
            raise DiskFullError(store.folder.path)

        self._monkeypatch.setattr(Store, "apply", full)

    def make_room(self):
        self._monkeypatch.setattr(Store, "apply", self._apply)


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


def refused(house):
    house.settle()
    assert len(house.errors) == 1
    assert isinstance(house.errors.pop(), DiskFullError)


def promise_editor(house):
    return next(box for box in house.page.detail.findChildren(PromiseEditor) if box.isVisible())


def test_a_promise(mio, disk):
    disk.fill()
    press(mio, Key.Key_P)
    editor = promise_editor(mio)
    editor.side.set_value("them")
    editor.day.set_day(TODAY + timedelta(3))
    QTest.keyClicks(editor.what.edit, TYPED)
    QTest.keyClick(editor.what.edit, Key.Key_Return)
    refused(mio)
    again = promise_editor(mio)
    assert (again.what.text(), again.side.value()) == (TYPED, "them")
    assert again.day.day() == TODAY + timedelta(3)
    assert again.what.edit.hasFocus()
    disk.make_room()
    QTest.keyClick(again.what.edit, Key.Key_Return)
    mio.settle()
    kept = [p for p in mio.ask(lambda r: r.promises("p25")) if p.text == TYPED]
    assert [(p.by.value, p.due) for p in kept] == [("them", TODAY + timedelta(3))]


def test_an_entry_that_was_mended(mio, disk):
    disk.fill()
    entry = mio.ask(lambda r: r.interaction("h-sep"))
    mio.page.detail.editors.edit_entry(entry)
    editor = mio.page.detail.timeline.editor
    editor.note.set_text(TYPED)
    editor.place.set_text("Asakusa")
    editor.side.set_value("them")
    QTest.keyClick(editor.note.edit, Key.Key_Return, CTRL)
    refused(mio)
    again = mio.page.detail.timeline.editor
    assert again is not None
    assert (again.note.text(), again.place.text(), again.side.value()) == (TYPED, "Asakusa", "them")
    disk.make_room()
    QTest.keyClick(again.note.edit, Key.Key_Return, CTRL)
    mio.settle()
    kept = mio.ask(lambda r: r.interaction("h-sep"))
    assert (kept.note, kept.place, kept.initiative.value) == (TYPED, "Asakusa", "them")


@pytest.mark.parametrize("mended", [False, True])
def test_a_line_about_somebody(mio, disk, mended):
    rows = mio.page.detail.remarks
    if mended:
        rows.added.emit(RemarkKind.OFFERS, "knows foils")
        mio.settle()
        rows.line_of(rows.lines()[-1][0]).click()
        rows.field.edit.clear()
    else:
        rows.begin(RemarkKind.OFFERS)
    disk.fill()
    QTest.keyClicks(rows.field.edit, TYPED)
    QTest.keyClick(rows.field.edit, Key.Key_Return)
    refused(mio)
    assert rows.field.text() == TYPED
    disk.make_room()
    QTest.keyClick(rows.field.edit, Key.Key_Return)
    mio.settle()
    offers = [r.text for r in mio.ask(lambda r: r.remarks("p25")) if r.kind is RemarkKind.OFFERS]
    assert TYPED in offers
    assert "knows foils" not in offers


def test_a_line_stays_while_something_else_is_kept(mio):
    rows = mio.page.detail.remarks
    rows.begin(RemarkKind.OFFERS)
    field = rows.field
    QTest.keyClicks(field.edit, TYPED)
    mio.page.detail.tags_changed.emit(("foil",))
    mio.settle()
    assert rows.field is field
    assert field.text() == TYPED


def test_the_line_of_a_reconnect(mio, disk):
    disk.fill()
    press(mio, Key.Key_R)
    prompt = mio.page.detail.prompt
    QTest.keyClicks(prompt.line, TYPED)
    QTest.keyClick(prompt.line, Key.Key_Return)
    press(mio, Key.Key_Right)
    refused(mio)
    assert prompt.isVisible()
    assert prompt.line.text() == TYPED
    disk.make_room()
    QTest.keyClick(prompt.line, Key.Key_Return)
    press(mio, Key.Key_Right)
    mio.settle()
    assert mio.ask(lambda r: r.timeline("p25"))[0].note == TYPED


def test_a_next_contact(mio, disk):
    disk.fill()

    def box():
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, FollowUpDialog))

    mio.page.commands.set_follow_up()
    first = box()
    first.note.set_text(TYPED)
    first.day.set_day(TODAY + timedelta(9))
    QTest.keyClick(first.note.edit, Key.Key_Return)
    refused(mio)
    again = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FollowUpDialog)
                 and w.isVisible())  # fmt: skip
    assert (again.note.text(), again.day.day()) == (TYPED, TODAY + timedelta(9))
    disk.make_room()
    QTest.keyClick(again.note.edit, Key.Key_Return)
    mio.settle()
    days = [f.due for f in mio.ask(lambda r: r.follow_ups("p25"))]
    assert TODAY + timedelta(9) in days


@pytest.mark.parametrize("begun", ["", "half a thought"])
def test_whose_person_is_left_meanwhile_waits_in_their_composer(mio, disk, begun):
    QTest.keyClicks(mio.page.detail.composer.edit, begun)
    mio.settle()
    disk.fill()
    disk.answers.clear()
    other = next(i for i in mio.ask(lambda r: r.people().ids) if i != "p25")
    mio.page.commands.begin_promise()
    mio.settle()
    editor = promise_editor(mio)
    QTest.keyClicks(editor.what.edit, TYPED)
    QTest.keyClick(editor.what.edit, Key.Key_Return)
    mio.page.show_person(other)
    mio.until(lambda: mio.page.detail.known.contact.id == other)
    disk.answers.set()
    refused(mio)
    assert mio.page.detail.composer.edit.text() != TYPED
    disk.make_room()
    mio.page.show_person("p25")
    mio.settle()
    assert mio.page.detail.composer.edit.text() == f"{begun} {TYPED}".strip()


def test_a_tag(mio, disk):
    disk.fill()
    press(mio, Key.Key_T)
    field = mio.page.detail.tags.field
    QTest.keyClicks(field.edit, TYPED)
    QTest.keyClick(field.edit, Key.Key_Return)
    refused(mio)
    assert field.isVisible()
    assert field.text() == TYPED
    disk.make_room()
    QTest.keyClick(field.edit, Key.Key_Return)
    mio.settle()
    assert TYPED in mio.ask(lambda r: r.contact("p25")).tags

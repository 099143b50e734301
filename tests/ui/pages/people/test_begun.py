"""What stands half-typed on a person's page waits there, whoever is shown meanwhile."""

import json
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.remark import RemarkKind
from app.store.settings import DraftSetting
from app.ui.pages.people.begun import Begun, Place
from app.ui.pages.people.drafts import Drafts
from app.ui.pages.people.follow_up_dialog import FollowUpDialog
from app.ui.pages.people.promise_editor import PromiseEditor
from app.usecases import people, reconnect
from tests.ui.pages.people.hands import LEFT, Key, focus, press, type_in

TYPED = "tin foil"
OTHER = "p-todo"


def away_and_back(house):
    """Somebody else is shown, then the same person again."""
    house.page.show_person(OTHER)
    house.settle()
    assert not house.page.detail.unfinished.isVisible()
    house.page.show_person("p25")
    house.settle()


def go_on(house):
    QTest.mouseClick(house.page.detail.resumes()[0], LEFT)
    house.settle()


def kept_drafts(house):
    return Drafts.from_text(house.ask(lambda reader: reader.setting(DraftSetting.PEOPLE)))


def promise(house):
    press(house, Key.Key_P)
    type_in(house, TYPED)
    press(house, Key.Key_Tab)
    type_in(house, "10/")


def promise_typed(house):
    (editor,) = (e for e in house.page.detail.findChildren(PromiseEditor) if e.isVisible())
    return editor.what.text() == TYPED and editor.day.text() == "10/"


def entry(house):
    house.page.detail.editors.edit_entry(house.ask(lambda r: r.interaction("h-sep")))
    editor = house.page.detail.timeline.editor
    editor.side.set_value("them")
    editor.note.set_text(TYPED)


def entry_typed(house):
    editor = house.page.detail.timeline.editor
    return editor.note.text() == TYPED and editor.side.value() == "them"


def line(house):
    house.page.commands.begin_remark(RemarkKind.FACE)
    type_in(house, TYPED)


def line_typed(house):
    field = house.page.detail.remarks.field
    return field is not None and field.text() == TYPED


def mended_line(house):
    rows = house.page.detail.remarks
    rows.line_of(rows.lines()[-1][0]).click()
    rows.field.edit.clear()
    type_in(house, TYPED)


def reconnected(house):
    press(house, Key.Key_R)
    type_in(house, TYPED)


def reconnected_typed(house):
    prompt = house.page.detail.prompt
    return prompt.isVisible() and prompt.line.text() == TYPED


WAYS = {
    "promise": (promise, promise_typed),
    "entry": (entry, entry_typed),
    "line": (line, line_typed),
    "mended line": (mended_line, line_typed),
    "reconnected": (reconnected, reconnected_typed),
}


@pytest.fixture
def way(request, mio):
    mio.page.detail.remarks.added.emit(RemarkKind.OFFERS, "knows foils")
    mio.settle()
    mio.changes.clear()
    return WAYS[request.param]


each = pytest.mark.parametrize("way", WAYS, indirect=True)
some = pytest.mark.parametrize("way", ["promise", "mended line"], indirect=True)


@each
def test_it_waits_for_its_person(mio, way):
    types, stands = way
    types(mio)
    away_and_back(mio)
    notice = mio.page.detail.unfinished
    assert notice.isVisible()
    assert TYPED in notice.title.text()
    go_on(mio)
    assert stands(mio)
    assert not notice.isVisible()
    assert mio.changes == []


@each
def test_it_outlives_the_program(mio, way):
    types, stands = way
    types(mio)
    mio.until(lambda: bool(kept_drafts(mio).begun.get("p25")))  # a kill from here loses nothing
    mio.page.close()
    mio.page.deleteLater()
    mio.open()
    mio.page.show_person("p25")
    mio.settle()
    go_on(mio)
    assert stands(mio)


@some
def test_another_size_loses_nothing(mio, way):
    types, stands = way
    types(mio)
    mio.theme.measures_changed.emit()
    mio.settle()
    go_on(mio)
    assert stands(mio)


@each
def test_what_is_left_by_escape_is_let_go(mio, way):
    types, _ = way
    types(mio)
    (mio.page.detail.timeline.editor.note.edit if types is entry else focus()).setFocus()
    press(mio, Key.Key_Escape)
    away_and_back(mio)
    assert not mio.page.detail.unfinished.isVisible()
    assert mio.page.unfinished.drafts.begun == {}


@some
def test_what_is_let_go_is_gone(mio, way):
    way[0](mio)
    away_and_back(mio)
    QTest.mouseClick(mio.page.detail.resumes()[1], LEFT)
    away_and_back(mio)
    assert not mio.page.detail.unfinished.isVisible()
    mio.until(lambda: kept_drafts(mio).begun == {})


def test_what_is_kept_waits_no_more(mio):
    line(mio)
    press(mio, Key.Key_Return)
    mio.settle()
    away_and_back(mio)
    assert not mio.page.detail.unfinished.isVisible()
    assert len(mio.changes) == 1


def test_the_same_begun_again_goes_on(mio):
    promise(mio)
    away_and_back(mio)
    mio.page.list.list.setFocus()
    press(mio, Key.Key_P)
    assert promise_typed(mio)
    assert not mio.page.detail.unfinished.isVisible()


def test_walking_past_it_in_the_list_moves_no_focus(mio):
    promise(mio)
    mio.page.show_person(OTHER)
    mio.settle()
    mio.page.list.list.setFocus()
    mio.page.list.select("p25")
    mio.settle()
    assert mio.page.detail.unfinished.isVisible()
    assert mio.page.list.list.hasFocus()


def test_an_entry_that_is_gone_meanwhile_leaves_its_words_to_the_composer(mio):
    entry(mio)
    mio.page.show_person(OTHER)
    mio.settle()
    mio.page.detail.entry_deleted.emit(mio.ask(lambda r: r.interaction("h-sep")))
    mio.settle()
    mio.page.show_person("p25")
    mio.settle()
    go_on(mio)
    assert mio.page.detail.composer.edit.text() == TYPED
    assert not mio.page.detail.unfinished.isVisible()


def test_details_are_kept_while_they_are_typed(mio):
    mio.page.edit("title")
    type_in(mio, TYPED)
    mio.until(lambda: "p25" in kept_drafts(mio).edits)
    type_in(mio, " and more")
    mio.page.hide()  # as when it is locked
    mio.settle()
    assert kept_drafts(mio).edits["p25"].single["title"] == f"{TYPED} and more"


def test_a_new_person_is_kept_while_typed(mio):
    mio.page.new_person()
    type_in(mio, TYPED)
    mio.page.hide()
    mio.settle()
    assert kept_drafts(mio).edits[""].single["family"] == TYPED


def next_box():
    boxes = (w for w in QApplication.topLevelWidgets() if isinstance(w, FollowUpDialog))
    return next((box for box in boxes if box.isVisible()), None)


def half_typed_next(house, follow_up=None):
    house.page.commands.set_follow_up(follow_up)
    box = next_box()
    for field, words in ((box.note, TYPED), (box.day, "10/")):
        field.edit.clear()
        QTest.keyClicks(field.edit, words)
    return box


@pytest.mark.parametrize("mended", [False, True])
@pytest.mark.parametrize("gone", ["hidden", "closed"])
def test_a_next_contact_waits_after_a_lock(mio, mended, gone):
    """A lock hides what stands over the window, the end of the program closes it."""
    follow_up = None
    if mended:
        day = mio.workspace.now().today + timedelta(9)
        mio.do(
            lambda store: reconnect.set_follow_up(
                store, "p25", day, "gold", now=mio.workspace.now()
            )
        )
        mio.settle()
        (follow_up,) = [f for f in mio.ask(lambda r: r.follow_ups("p25")) if f.note == "gold"]
    box = half_typed_next(mio, follow_up)
    assert not mio.page.detail.unfinished.isVisible()
    if gone == "hidden":
        box.hide()
    else:
        box.close()
        assert mio.page.detail.unfinished.isVisible()
    mio.page.close()
    mio.page.deleteLater()
    mio.settle()
    mio.open()
    mio.page.show_person("p25")
    mio.settle()
    assert TYPED in mio.page.detail.unfinished.title.text()
    go_on(mio)
    again = next_box()
    assert (again.note.text(), again.day.text()) == (TYPED, "10/")
    assert not mio.page.detail.unfinished.isVisible()
    again.day.set_text("2027-10-20")
    QTest.keyClick(again.note.edit, Key.Key_Return)
    mio.settle()
    days = {(f.id, str(f.due), f.note) for f in mio.ask(lambda r: r.follow_ups("p25"))}
    assert any(
        (due, note) == ("2027-10-20", TYPED) and (not mended or who == follow_up.id)
        for who, due, note in days
    )
    mio.until(lambda: kept_drafts(mio).begun == {})


def test_a_next_contact_that_was_cancelled_is_let_go(mio):
    box = half_typed_next(mio)
    QTest.keyClick(box, Key.Key_Escape)
    assert not box.isVisible()
    assert mio.page.unfinished.drafts.begun == {}
    assert not mio.page.detail.unfinished.isVisible()


def test_a_next_contact_that_is_gone_meanwhile_leaves_its_words_to_the_composer(mio):
    begun = Begun(Place.NEXT, "no such", {"words": TYPED, "day": ""})
    mio.page.detail.editors.await_person([begun])
    mio.page.detail.editors.take_up()
    assert mio.page.detail.composer.edit.text() == TYPED


@pytest.mark.parametrize(
    "odd", [3, {}, {"place": "moon"}, {"place": "promise", "record": "", "texts": {"words": "x"}}]
)
def test_what_is_not_understood_costs_nothing_else(odd):
    good = Drafts(begun={"p": (Begun(Place.RECONNECT, "", {"words": TYPED}),)})
    kept = json.loads(good.to_text())
    kept["begun"]["p"].insert(0, odd)
    assert Drafts.from_text(json.dumps(kept)) == good


def test_a_line_of_a_kind_that_is_not_known_leaves_its_words_to_the_composer(mio):
    mio.page.detail.editors.await_person([Begun(Place.REMARK, "", {"kind": "x", "words": TYPED})])
    mio.page.detail.editors.take_up()
    assert mio.page.detail.composer.edit.text() == TYPED


@pytest.mark.parametrize("told", [True, False])
def test_it_goes_for_good_with_its_person(mio, told):
    promise(mio)
    away_and_back(mio)
    mio.do(lambda store: people.delete(store, ["p25"], now=mio.workspace.now()))
    mio.settle()
    mio.page.list.show_bin()
    mio.page.unfinished.keep()  # else it may be kept while the bin is emptied
    mio.settle()
    later = mio.workspace.now().instant + timedelta(31)
    gone = mio.do(lambda store: store.empty_bin(later))
    assert gone == ("p25",)
    assert kept_drafts(mio).begun == {}
    if told:  # else (the twin) the page would keep it again with the next
        mio.workspace.gone.emit(gone)
        mio.until(lambda: not mio.page.bin.isVisible())
    assert ("p25" not in mio.page.unfinished.drafts.begun) is told
    if told:
        mio.page.unfinished.keep()
        mio.settle()
        assert kept_drafts(mio).begun == {}

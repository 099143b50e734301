"""The people page: finding, reading, noting, editing, deleting, by keyboard and by mouse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from app.domain.change import Apart, Change, Verb
from app.domain.contact import Contact, Email, Met, Name, Occasion, Phone, Reading
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.rhythm import Rhythm
from app.interchange.codes import cards_in
from app.store.answers import PeopleFilter, PeopleView
from app.ui.delegates.person import HEADER, ROW
from app.ui.look import text
from app.ui.models.people import ITEM, Note, Person
from app.ui.pages.people.code_dialog import CodeDialog
from app.ui.pages.people.composer import Draft
from app.ui.plain import Label
from app.ui.widgets.calendar import DayPopup
from app.usecases import people, undoing
from tests.screens.kept import NOW, TODAY
from tests.ui.pages.people.hands import LEFT, Key, focus, press, type_in

CTRL = Qt.KeyboardModifier.ControlModifier


def shown_name(house):
    return house.page.detail.header.name.text()


def names_in_list(house):
    model = house.page.list.model
    items = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    house.settle()
    items = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    return [i.row.name for i in items if isinstance(i, Person)]


def menu_of(house):
    menus = [m for m in house.page.findChildren(QMenu) if m.isVisible()]
    assert len(menus) == 1
    return {a.text().split("\t")[0]: a for a in menus[0].actions() if a.text()}, menus[0]


def choose(house, words):
    actions, menu = menu_of(house)
    actions[words].trigger()
    menu.close()
    house.settle()


# the list


def test_the_first_person_is_shown_at_once(peopled):
    assert shown_name(peopled) == "原田 渉"
    assert peopled.page.list.list.hasFocus()
    assert peopled.page.property("ready") is True


def test_what_was_imported_is_not_taken_apart_on_the_screen(peopled, monkeypatch):
    """R64: ten thousand ids are one text; the page asks for its list anew, and for its person."""
    shown = peopled.page.shown_person().id
    asked = []
    monkeypatch.setattr(peopled.page._current, "ask", lambda: asked.append(shown))
    monkeypatch.setattr(Apart, "ids", None)
    items = ",".join(f'"new{n}"' for n in range(10_000))
    peopled.workspace.changed.emit(Change(Verb.IMPORT, (), apart=Apart((items,))))
    assert not asked
    items += f',"{shown}"'
    peopled.workspace.changed.emit(Change(Verb.IMPORT, (), apart=Apart((items,))))
    assert asked == [shown]
    peopled.settle()


def test_a_quick_log_begun_here_is_about_the_person_who_is_shown(mio):
    assert mio.page.shown_person().id == "p25"
    mio.page.list.show_bin()
    mio.settle()
    assert mio.page.shown_person() is None


def test_arrows_walk_over_the_headers(peopled):
    press(peopled, Key.Key_Down)
    assert shown_name(peopled) == "早坂 美緒"
    press(peopled, Key.Key_Down)
    assert shown_name(peopled) == "Claire Martin"
    press(peopled, Key.Key_End)
    assert shown_name(peopled) == "藤堂 健一郎"
    press(peopled, Key.Key_Home)
    assert shown_name(peopled) == "原田 渉"


def test_typed_letters_jump(peopled):
    type_in(peopled, "sa")
    assert shown_name(peopled) == "佐久間 理恵"


def test_letters_of_a_word_are_no_commands(peopled):
    # N alone is the quick note; inside a word it is a letter.
    type_in(peopled, "mi")
    type_in(peopled, "n")
    assert peopled.page.list.list.hasFocus()
    assert not peopled.page.detail.composer.edit.hasFocus()


def test_romaji_jumps_in_the_japanese_list(house, theme):
    from tests.screens import people as screen

    theme.set_language("ja")
    house.do(lambda store: screen.fill(store, "ja"))
    house.open()
    type_in(house, "hay")
    assert shown_name(house) == "早坂 美緒"


def test_the_index_jumps_by_click_and_drag(peopled):
    index = peopled.page.list.index
    QTest.mouseClick(index, LEFT, pos=QPoint(10, round(index.middle_of("S"))))
    peopled.settle()
    assert shown_name(peopled) == "佐久間 理恵"
    QTest.mousePress(index, LEFT, pos=QPoint(10, round(index.middle_of("S"))))
    # B has nobody: the next letter that has
    QTest.mouseMove(index, QPoint(10, round(index.middle_of("B"))))
    event = index.letter_at(index.middle_of("B"))
    index.jumped.emit(event)
    QTest.mouseRelease(index, LEFT)
    peopled.settle()
    assert shown_name(peopled) == "原田 渉"


def test_a_click_on_a_row_shows_the_person(peopled):
    view = peopled.page.list.list
    row = peopled.page.list.model.listing.row_of("p-todo")
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    peopled.settle()
    assert shown_name(peopled) == "藤堂 健一郎"


# search


def test_slash_searches_while_typing(peopled):
    press(peopled, Key.Key_Slash)
    assert peopled.page.list.search.edit.hasFocus()
    type_in(peopled, "早坂")
    assert names_in_list(peopled) == ["早坂 美緒"]
    press(peopled, Key.Key_Escape)
    assert len(names_in_list(peopled)) == 9
    press(peopled, Key.Key_Escape)
    assert peopled.page.list.list.hasFocus()


def test_a_note_is_found_with_its_sentence_and_leads_to_its_entry(peopled):
    press(peopled, Key.Key_Slash)
    type_in(peopled, "walnut")
    model = peopled.page.list.model
    items = [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
    notes = [item for item in items if isinstance(item, Note)]
    assert [n.people[0].name for n in notes] == ["早坂 美緒"]
    assert "walnut" in notes[0].hit.excerpt
    assert shown_name(peopled) == "早坂 美緒"
    press(peopled, Key.Key_Return)
    current = peopled.page.detail.timeline.currentIndex().row()
    assert peopled.page.detail.model.act_at(current).id == "h-sep"


def test_nothing_found_says_so(peopled):
    press(peopled, Key.Key_Slash)
    type_in(peopled, "zzzz")
    assert peopled.page.list._nothing.isVisible()
    assert not peopled.page.list.list.isVisible()
    press(peopled, Key.Key_Escape)
    assert peopled.page.list.list.isVisible()


def test_old_answers_of_a_search_are_dropped(peopled):
    peopled.page.list.focus_search()
    for words in ("h", "ha", "har", "hara", "harad"):
        peopled.page.list.search.set_text(words)
    peopled.settle()
    assert names_in_list(peopled) == ["原田 渉"]


def test_the_rest_of_a_search_moves_nothing(house):
    house.put(
        *(
            Contact(id=f"c{at:03}", name=Name(full=f"Ann {at:03}", family=f"{at:03}", given="Ann"))
            for at in range(230)
        ),
        *(
            Interaction(
                id=f"n{at:03}",
                kind=Kind.NOTE,
                initiative=Initiative.UNKNOWN,
                contact_ids=("c000",),
                on=TODAY,
                note="ann",
            )
            for at in range(3)
        ),
    )
    pane = house.open().list
    press(house, Key.Key_Slash)
    resets = []
    # The typing rests when the test says so, however slow the machine is.
    pane._asking._rest.setInterval(60_000)
    type_in(house, "ann")
    pane.model.modelReset.connect(lambda: resets.append(True))
    first = pane.model.listing
    assert len(first.ids) == pane.list.rows_in_sight() < 20
    assert pane._foot.text() == "200 people  ·  3 notes"
    pane.list.select_row(4)
    pane.list.verticalScrollBar().setValue(70)
    pane._asking._rest.start(0)
    house.until(lambda: not pane.model.listing.cut)
    assert resets == []
    assert pane.model.listing.sections[0] == first.sections[0]
    assert (len(pane.model.listing.ids), len(pane.model.listing.notes)) == (200, 3)
    assert pane.list.currentIndex().row() == 4
    assert pane.list.verticalScrollBar().value() == 70
    assert pane._foot.text() == "200 people  ·  3 notes"
    assert pane.list.rowHeight(201) == house.theme.px(HEADER)
    assert pane.list.rowHeight(202) == house.theme.px(ROW)


def test_a_change_keeps_the_place_in_a_search(house):
    house.put(
        *(
            Contact(id=f"c{at:03}", name=Name(full=f"Ann {at:03}", family=f"{at:03}", given="Ann"))
            for at in range(60)
        )
    )
    pane = house.open().list
    press(house, Key.Key_Slash)
    type_in(house, "ann")
    house.until(lambda: not pane.model.listing.cut)
    pane.list.select_row(50)
    house.settle()
    place = pane.list.verticalScrollBar().value()
    house.put(Contact(id="d", name=Name(full="Ann 999", family="999", given="Ann")))
    house.settle()
    assert len(pane.model.listing.ids) == 61
    assert pane.list.currentIndex().row() == 50
    assert pane.list.verticalScrollBar().value() == place


def test_back_to_whom_is_shown_the_answer_for_another_is_let_go(peopled):
    view = peopled.page.list.list
    row = view.currentIndex().row()
    view.select_row(row + 1)
    view.select_row(row)
    peopled.settle()
    assert view.currentIndex().row() == row
    assert shown_name(peopled) == "原田 渉"


# filters


def test_chips_filter(peopled):
    chips = peopled.page.list.filters.views
    QTest.mouseClick(chips[PeopleView.QUIET], LEFT)
    peopled.settle()
    wanted = peopled.ask(lambda r: r.people(PeopleFilter(PeopleView.QUIET, today=TODAY), "en").ids)
    assert peopled.page.list.model.listing.ids == wanted
    assert 0 < len(wanted) < 9
    QTest.mouseClick(chips[PeopleView.PROMISE], LEFT)
    peopled.settle()
    assert peopled.page.list._nothing.isVisible()
    QTest.mouseClick(chips[PeopleView.ALL], LEFT)
    peopled.settle()
    assert len(names_in_list(peopled)) == 9


def test_the_menu_filters_by_tag_and_by_who_knows_me(peopled):
    QTest.mouseClick(peopled.page.list.filters.menu, LEFT)
    peopled.settle()
    choose(peopled, "furniture  1")
    assert names_in_list(peopled) == ["早坂 美緒"]
    QTest.mouseClick(peopled.page.list.filters.narrowed, LEFT)
    peopled.settle()
    QTest.mouseClick(peopled.page.list.filters.menu, LEFT)
    peopled.settle()
    choose(peopled, "Who knows you")
    assert len(names_in_list(peopled)) == 8


# notes


@pytest.mark.parametrize("more", [0, 1])
def test_enter_right_after_an_arrow_waits_for_its_person(peopled, more):
    page = peopled.page
    page.list.list.setFocus()
    for key in (Key.Key_Down, Key.Key_Return, *[Key.Key_Down] * more):
        QTest.keyClick(focus(), key)  # whoever goes on does not want it any more
    peopled.until(lambda: page.stage.shows(page._current.id))
    peopled.settle()
    assert peopled.page.detail.composer.edit.hasFocus() is (more == 0)


def test_n_and_enter_write_a_note(mio):
    press(mio, Key.Key_N)
    type_in(mio, "She wants the oak sample")
    press(mio, Key.Key_Return)
    newest = mio.ask(lambda r: r.timeline("p25"))[0]
    assert (newest.kind, newest.note, newest.on) == (Kind.NOTE, "She wants the oak sample", TODAY)
    assert mio.page.detail.composer.edit.text() == ""
    assert mio.page.detail.model.act_at(0).note == "She wants the oak sample"


def test_enter_twice_writes_once(mio):
    press(mio, Key.Key_N)
    type_in(mio, "once")
    edit = mio.page.detail.composer.edit
    QTest.keyClick(edit, Key.Key_Return)
    QTest.keyClick(edit, Key.Key_Return)
    mio.settle()
    assert len(mio.ask(lambda r: r.timeline("p25"))) == 7


def test_kind_and_side_by_keyboard(mio):
    press(mio, Key.Key_N)
    type_in(mio, "called about the bowls")
    press(mio, Key.Key_Tab)
    assert mio.page.detail.composer.kind.hasFocus()
    press(mio, Key.Key_Down)
    press(mio, Key.Key_Down)
    assert mio.page.detail.composer.kind.kind is Kind.CALL
    press(mio, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(mio, Key.Key_Return)
    newest = mio.ask(lambda r: r.timeline("p25"))[0]
    assert (newest.kind, newest.initiative) == (Kind.CALL, Initiative.THEM)


def test_an_earlier_day_from_the_calendar(mio):
    press(mio, Key.Key_N)
    type_in(mio, "met at the fair")
    press(mio, Key.Key_D, CTRL)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, DayPopup)
    QTest.keyClick(popup.calendar, Key.Key_Left)
    QTest.keyClick(popup.calendar, Key.Key_Return)
    mio.settle()
    assert mio.page.detail.composer.edit.hasFocus()
    press(mio, Key.Key_Return)
    assert mio.ask(lambda r: r.timeline("p25"))[0].on == date(2026, 10, 14)


def test_enter_while_composing_writes_nothing(mio):
    press(mio, Key.Key_N)
    edit = mio.page.detail.composer.edit
    QApplication.sendEvent(edit, QInputMethodEvent("おーく", []))
    press(mio, Key.Key_Return)
    press(mio, Key.Key_Escape)
    assert len(mio.ask(lambda r: r.timeline("p25"))) == 6
    commit = QInputMethodEvent("", [])
    commit.setCommitString("オーク")
    QApplication.sendEvent(edit, commit)
    assert edit.text() == "オーク"
    press(mio, Key.Key_Return)
    assert mio.ask(lambda r: r.timeline("p25"))[0].note == "オーク"


def test_typed_words_wait_for_their_person(mio):
    press(mio, Key.Key_N)
    type_in(mio, "half a sentence")
    mio.page.show_person("p-todo")
    mio.settle()
    assert mio.page.detail.composer.edit.text() == ""
    mio.page.show_person("p25")
    mio.settle()
    assert mio.page.detail.composer.edit.text() == "half a sentence"
    mio.page.detail.composer.focus()
    press(mio, Key.Key_Escape)
    assert mio.page.detail.composer.draft() == Draft()
    assert "p25" not in mio.page.unfinished.drafts.notes


def test_typed_words_outlive_the_page(mio):
    press(mio, Key.Key_N)
    type_in(mio, "half a sentence")
    mio.page.edit()
    mio.page.detail.editor._fields["title"].set_text("founder")
    mio.page.unfinished.leave()
    mio.page.close()
    mio.settle()
    mio.page.deleteLater()
    mio.open()
    mio.page.show_person("p25")
    mio.settle()
    assert mio.page.detail.composer.edit.text() == "half a sentence"
    assert mio.page.detail.unfinished.isVisible()
    mio.page.edit()
    assert mio.page.detail.editor._fields["title"].text() == "founder"


# entries


def test_an_entry_is_edited_in_its_row(mio):
    mio.page.detail.composer.focus()
    press(mio, Key.Key_Down)
    assert mio.page.detail.timeline.hasFocus()
    press(mio, Key.Key_Down)
    press(mio, Key.Key_E)
    editor = mio.page.detail.timeline.editor
    assert editor is not None
    editor.note.set_text("Only two samples")
    editor.place.set_text("Asakusa")
    QTest.keyClick(editor.note.edit, Key.Key_Return, CTRL)
    mio.settle()
    entry = mio.ask(lambda r: r.interaction("h-sep"))
    assert (entry.note, entry.place) == ("Only two samples", "Asakusa")
    assert mio.page.detail.timeline.editor is None
    assert mio.page.detail.timeline.hasFocus()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_began_can_be_read_with_large_text(mio, language):
    mio.theme.set_language(language)
    mio.theme.set_scale(1.4)
    mio.page.show_person("p25")
    mio.settle()
    mio.page.detail.editors.edit_entry(mio.ask(lambda r: r.interaction("h-sep")))
    mio.settle()
    editor = mio.page.detail.timeline.editor
    for cell in editor.side.findChildren(QAbstractButton):
        wide = text.width(mio.theme, "ui", cell.words(), bold=cell.isChecked())
        assert wide <= cell.width() - 2 * mio.theme.px(6), cell.words()


def test_a_reply_can_be_said_to_be_none(mio):
    mio.page.detail.editors.edit_entry(mio.ask(lambda r: r.interaction("h-aug21")))
    mio.settle()
    editor = mio.page.detail.timeline.editor
    assert editor.reply.isVisible()
    assert editor.reply.isChecked()
    QTest.mouseClick(editor.reply, LEFT, pos=QPoint(10, 14))
    QTest.mouseClick(editor.keep, LEFT)
    mio.settle()
    assert mio.ask(lambda r: r.interaction("h-aug21")).answers is None
    assert mio.ask(lambda r: r.tie("p25", TODAY)).replied == 0


def test_a_wrong_day_keeps_the_editor_open(mio):
    mio.page.detail.editors.edit_entry(mio.ask(lambda r: r.interaction("h-oct")))
    editor = mio.page.detail.timeline.editor
    editor.day.set_text("soon")
    editor.save()
    mio.settle()
    assert mio.page.detail.timeline.editor is editor
    assert mio.changes == []


def test_delete_takes_an_entry_away_and_undo_brings_it_back(mio):
    mio.page.detail.composer.focus()
    press(mio, Key.Key_Down)
    press(mio, Key.Key_Delete)
    assert mio.ask(lambda r: r.interaction("h-oct")) is None
    assert mio.page.detail.model.act_at(0).id == "h-sep"
    from tests.screens.kept import NOW

    mio.do(lambda store: store.undo(NOW))
    mio.settle()
    assert mio.page.detail.model.act_at(0).id == "h-oct"


def test_names_of_an_entry_lead_on(mio):
    shared = Interaction(
        "shared", Kind.MET, Initiative.BOTH, date(2026, 10, 14), ("p25", "p-todo"), "tea"
    )
    mio.put(shared)
    mio.settle()
    view = mio.page.detail.timeline
    index = view.model().index(0, 0)
    rect = view.visualRect(index)
    delegate = view._delegate
    from app.ui.models.timeline import ENTRY

    box = delegate._links(index.data(ENTRY), rect)[0]
    QTest.mouseClick(view.viewport(), LEFT, pos=box.center().toPoint())
    mio.settle()
    assert shown_name(mio) == "藤堂 健一郎"


# reconnecting and writing


def test_r_asks_and_right_writes_it_down(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_R)
    assert mio.page.detail.prompt.isVisible()
    type_in(mio, "sent the samples")
    press(mio, Key.Key_Return)
    press(mio, Key.Key_Right)
    newest = mio.ask(lambda r: r.timeline("p25"))[0]
    assert (newest.initiative, newest.note) == (Initiative.ME, "sent the samples")
    assert not mio.page.detail.prompt.isVisible()
    assert mio.page.list.list.hasFocus()


def test_w_opens_the_mail_program_with_the_address_alone(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_W)
    assert [u.toString() for u in mio.opened] == ["mailto:mio@komorebi.example.jp"]


def test_without_an_address_writing_is_off(peopled):
    assert not peopled.page.detail.header.write.isEnabled()
    press(peopled, Key.Key_W)
    assert peopled.opened == []


def test_a_follow_up_is_set_changed_and_taken_away(mio):
    mio.page.commands.set_follow_up()
    dialog = mio.page.findChild(QWidget, "page") or QApplication.activeModalWidget()
    dialog = QApplication.activeModalWidget() or dialog
    dialog.note.set_text("ask about the fair")
    dialog.day.set_text("2026-11-03")
    dialog._keep()
    mio.settle()
    (follow_up,) = mio.ask(lambda r: r.follow_ups("p25"))
    assert (follow_up.due, follow_up.note) == (date(2026, 11, 3), "ask about the fair")
    mio.page.commands.set_follow_up(follow_up)
    dialog = QApplication.activeModalWidget()
    dialog._drop()
    mio.settle()
    assert mio.ask(lambda r: r.follow_ups("p25")) == ()


# tags


def test_t_adds_a_tag_and_delete_takes_it_away(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_T)
    type_in(mio, "oak")
    press(mio, Key.Key_Return)
    assert mio.ask(lambda r: r.contact("p25")).tags == (
        "furniture", "Matsumoto", "baseball", "oak",
    )  # fmt: skip
    press(mio, Key.Key_Escape)
    mio.page.activateWindow()  # offscreen, the list of proposals stays the active window
    mio.settle()
    chip = next(
        c
        for c in mio.page.detail.tags.findChildren(QWidget)
        if c.property("tag") == "oak" and c.isVisible()
    )
    chip.setFocus()
    press(mio, Key.Key_Delete)
    assert "oak" not in mio.ask(lambda r: r.contact("p25")).tags


# details


def test_e_edits_in_place_and_one_change_keeps_it(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_E)
    editor = mio.page.detail.editor
    assert editor is not None
    assert editor._fields["family"].edit.hasFocus()
    editor._fields["title"].set_text("founder")
    editor._phones.append({"value": "03-5550-0199", "label": "office"})
    press(mio, Key.Key_Return, CTRL)
    contact = mio.ask(lambda r: r.contact("p25"))
    assert contact.title == "founder"
    assert contact.phones[1] == Phone("03-5550-0199", "office", "+81355500199")
    assert len(mio.changes) == 1
    assert mio.page.detail.editor is None
    assert "founder" in mio.page.detail.header.work.text()


def test_leaving_the_editor_keeps_nothing_and_loses_nothing(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_E)
    mio.page.detail.editor._fields["title"].edit.setFocus()
    type_in(mio, " and more")
    press(mio, Key.Key_Escape)
    assert mio.changes == []
    assert mio.page.detail.unfinished.isVisible()
    mio.page.show_person("p-todo")
    mio.settle()
    assert not mio.page.detail.unfinished.isVisible()
    mio.page.show_person("p25")
    mio.settle()
    go_on, let_go = mio.page.detail.resumes()
    QTest.mouseClick(go_on, LEFT)
    mio.settle()
    title = mio.page.detail.editor._fields["title"].text()
    assert title == "owner and furniture designer and more"
    press(mio, Key.Key_Escape)
    QTest.mouseClick(let_go, LEFT)
    mio.settle()
    assert not mio.page.detail.unfinished.isVisible()
    mio.page.edit()
    assert mio.page.detail.editor._fields["title"].text() == "owner and furniture designer"


def test_changing_a_part_of_the_name_changes_the_name(mio):
    mio.page.edit()
    mio.page.detail.editor._fields["family"].set_text("金子")
    mio.page.detail.editor.save()
    mio.settle()
    assert mio.ask(lambda r: r.contact("p25")).name.full == "金子 美緒"
    assert shown_name(mio) == "金子 美緒"


def test_a_wrong_birthday_is_not_kept(mio):
    mio.page.edit()
    mio.page.detail.editor._fields["birthday"].set_text("30 February")
    mio.page.detail.editor.save()
    mio.settle()
    assert mio.changes == []
    assert mio.page.detail.editor is not None


@pytest.mark.parametrize("typed", ["0/0", "2/30", "1985-13"])
def test_a_day_that_no_calendar_has_is_refused_where_it_stands(mio, typed):
    mio.page.edit()
    editor = mio.page.detail.editor
    editor._dates.add.setFocus()
    press(mio, Key.Key_Space)
    type_in(mio, typed)
    field = editor._dates._rows[0][1]["value"]
    editor._fields["title"].setFocus()
    press(mio, Key.Key_Return, CTRL)
    assert mio.changes == []
    assert mio.page.detail.editor is editor
    assert field.edit.hasFocus()
    assert field._error.isVisible()
    assert field._error.text() == field.edit.accessibleDescription() != ""
    field.edit.selectAll()
    type_in(mio, "4/12")
    assert not field._error.isVisible()
    press(mio, Key.Key_Return, CTRL)
    assert mio.ask(lambda r: r.contact("p25")).dates == (Occasion("--04-12"),)


def test_a_day_that_a_card_brought_is_left_alone(mio):
    before = mio.ask(lambda r: r.contact("p25"))
    odd = replace(before, dates=(Occasion("2/30", "anniversary"),))
    mio.do(lambda store: people.edit(store, before, odd, now=NOW))
    mio.settle()
    mio.page.list.list.setFocus()
    press(mio, Key.Key_E)
    mio.page.detail.editor._fields["title"].set_text("founder")
    press(mio, Key.Key_Return, CTRL)
    kept = mio.ask(lambda r: r.contact("p25"))
    assert (kept.title, kept.dates) == ("founder", odd.dates)


def test_a_new_person(mio):
    mio.page.new_person()
    editor = mio.page.detail.editor
    type_in(mio, "岸")
    editor._fields["given"].set_text("太一")
    editor._fields["reading_family"].set_text("きし")
    editor._fields["reading_given"].set_text("たいち")
    press(mio, Key.Key_Return, CTRL)
    assert shown_name(mio) == "岸 太一"
    assert mio.ask(lambda r: r.contact(mio.page._current.id)).reading == Reading("きし", "たいち")


def test_nobody_at_all_is_not_a_person(mio):
    mio.page.new_person()
    mio.page.detail.editor.save()
    mio.settle()
    assert mio.changes == []
    assert mio.page.detail.editor is not None
    press(mio, Key.Key_Escape)
    assert shown_name(mio) == "早坂 美緒"


def test_the_menu_of_a_person(mio):
    QTest.mouseClick(mio.page.detail.header.more, LEFT)
    actions, _ = menu_of(mio)
    assert list(actions) == [
        "Edit details", "Add a tag", "Next contact…", "Be in touch again within", "A promise",
        "What would please them", "What they offer", "How to know them again", "Show as a QR code…",
        "Export…", "Delete",
    ]  # fmt: skip
    choose(mio, "Delete")
    assert mio.ask(lambda r: r.contact("p25")).deleted_at is not None


def test_how_often_to_be_in_touch_is_said_and_taken_back(mio):
    def rhythms():
        QTest.mouseClick(mio.page.detail.header.more, LEFT)
        actions, menu = menu_of(mio)
        offered = actions["Be in touch again within"].menu().actions()
        menu.close()
        return {a.text(): a for a in offered}

    assert [text for text, a in rhythms().items() if a.isChecked()] == ["Open"]
    rhythms()["3 months"].trigger()
    mio.until(lambda: mio.ask(lambda r: r.contact("p25")).rhythm == Rhythm(3, 4))
    mio.until(lambda: mio.page.commands._shown().rhythm is not None)
    assert [text for text, a in rhythms().items() if a.isChecked()] == ["3 months"]
    rhythms()["Open"].trigger()
    mio.until(lambda: mio.ask(lambda r: r.contact("p25")).rhythm is None)
    assert len(mio.changes) == 2


def test_a_phone_reads_the_person_from_the_screen(mio):
    mio.page.commands.show_code()
    mio.until(lambda: mio.page.findChild(CodeDialog) is not None)
    dialog = mio.page.findChild(CodeDialog)
    mio.until(dialog.isVisible)
    seen = QBuffer()
    dialog.grab().save(seen, "PNG")
    (card,) = cards_in(bytes(seen.data().data())) or []
    assert "mio@komorebi.example.jp" in card.decode()
    assert "早坂" in card.decode()
    dialog.accept()


# the bin


def test_delete_and_back_from_the_bin(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_Delete)
    assert mio.ask(lambda r: r.contact("p25")).deleted_at is not None
    assert shown_name(mio) != "早坂 美緒"
    assert len(names_in_list(mio)) == 8
    mio.page.list.show_bin()
    mio.settle()
    assert names_in_list(mio) == ["早坂 美緒"]
    assert mio.page.bin.isVisible()
    QTest.mouseClick(mio.page.bin.restore, LEFT)
    mio.settle()
    assert mio.ask(lambda r: r.contact("p25")).deleted_at is None
    assert len(mio.ask(lambda r: r.timeline("p25"))) == 6


def test_whose_deletion_is_undone_is_chosen_again(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_Delete)
    assert shown_name(mio) != "早坂 美緒"
    mio.do(lambda store: undoing.undo(store, now=NOW))
    mio.settle()
    assert shown_name(mio) == "早坂 美緒"
    assert mio.page.list.list.currentIndex().data(ITEM).row.name == "早坂 美緒"


def test_whose_deletion_is_undone_stays_back_while_another_is_edited(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_Delete)
    now_shown = shown_name(mio)
    press(mio, Key.Key_E)
    mio.do(lambda store: undoing.undo(store, now=NOW))
    mio.settle()
    assert mio.page.detail.editor is not None
    assert shown_name(mio) == now_shown


# copying


def test_a_number_is_copied_as_written(mio):
    from app.ui.pages.people.channel import Channel

    phone = next(c for c in mio.page.detail.facts.findChildren(Channel) if "090" in c.words())
    phone.setFocus()
    press(mio, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "090-5550-0142"
    phone._untell.stop()


# few people


def test_nobody_yet(house):
    house.open()
    assert house.page.stage._nobody_yet.isVisible()
    asked = []
    house.page.import_cards.connect(lambda: asked.append(True))
    QTest.mouseClick(house.page.stage._nobody_yet._button, LEFT)
    assert asked == [True]


def test_the_first_person_appears_where_nobody_was(house):
    house.open()
    house.page.new_person()
    house.page.detail.editor._fields["organization"].set_text("Komorebi")
    house.page.detail.editor.save()
    house.settle()
    assert shown_name(house) == "Komorebi"
    assert house.page.detail.isVisible()


def test_a_change_of_somebody_else_asks_nothing_of_the_detail(mio):
    from app.usecases import log
    from tests.screens.kept import NOW

    asked: list[object] = []
    mio.page._current.known.connect(asked.append)
    mio.do(lambda store: log.note(store, ["p-todo"], "elsewhere", now=NOW))
    mio.settle()
    assert asked == []
    mio.do(lambda store: log.note(store, ["p25"], "here", now=NOW))
    mio.settle()
    assert len(asked) == 1


def test_a_person_without_reading_is_asked_for_one(house):
    house.put(Contact(id="x", name=Name(full="佐藤 一", family="佐藤", given="一")))
    house.open()
    button = house.page.detail.header.add_reading
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    house.settle()
    assert house.page.detail.editor._fields["reading_family"].edit.hasFocus()


def test_other_measures_rebuild_the_page_with_the_same_person(mio, theme):
    mio.page.detail.composer.focus()
    type_in(mio, "draft")
    theme.set_scale(1.4)
    mio.settle()
    assert shown_name(mio) == "早坂 美緒"
    assert mio.page.detail.composer.edit.text() == "draft"
    theme.set_language("ja")
    mio.settle()
    assert shown_name(mio) == "早坂 美緒"


def test_labels_hold_plain_text_alone(mio):
    for label in mio.page.findChildren(Label):
        assert label.textFormat() == Qt.TextFormat.PlainText


HOSTILE = (
    "<img src='file:///dev/zero'>",
    "<b>bold</b>&amp;",
    "あ" * 1_000_000,
    "\u202e\u202eevil\u2066",
    "a" + "\u0301" * 10_000,
    "x\x00y\nz\u2028w",
    "&File",
    "[*]%1{name}%n",
)


def test_hostile_words_in_every_field_are_shown_as_they_are(house):

    for at, words in enumerate(HOSTILE):
        some = words[:20_000]
        person = Contact(
            id=f"h{at}",
            name=Name(full=words, family=some, given=some, nickname=some),
            reading=Reading(some, some),
            organization=some,
            department=some,
            title=some,
            emails=(Email(some, some),),
            phones=(Phone(some, some),),
            tags=(some[:200],),
            note=some,
            met=Met(None, some, some),
        )
        entry = Interaction(f"a{at}", Kind.MET, Initiative.BOTH, TODAY, (person.id,), some, some)
        house.put(person, entry)
    house.open()
    for at in range(len(HOSTILE)):
        house.page.show_person(f"h{at}")
        house.settle()
        house.page.grab()
        assert len(shown_name(house)) <= 256 + 2
        house.page.edit()
        house.page.unfinished.leave()
    assert house.errors == []


def test_a_tags_rhythm_is_set_where_people_are_filtered_by_it(mio):
    def rhythms():
        QTest.mouseClick(mio.page.list.filters.menu, LEFT)
        mio.settle()
        actions, menu = menu_of(mio)
        named = "“furniture”: be in touch within"
        offered = actions[named].menu().actions() if named in actions else []
        menu.close()
        return {a.text(): a for a in offered}

    assert rhythms() == {}
    mio.page.list.show_tag("furniture")
    mio.settle()
    assert [text for text, a in rhythms().items() if a.isChecked()] == ["Open"]
    rhythms()["3 months"].trigger()
    mio.until(lambda: [c.verb for c in mio.changes] == [Verb.TAG_RHYTHM])
    assert [r.rhythm for r in mio.ask(lambda r: r.tag_rhythms())] == [Rhythm(3, 4)]
    assert [text for text, a in rhythms().items() if a.isChecked()] == ["3 months"]
    mio.until(lambda: "3 months (by tag)" in facts_of(mio))
    QTest.mouseClick(mio.page.detail.header.more, LEFT)
    actions, menu = menu_of(mio)
    offered = [a.text() for a in actions["Be in touch again within"].menu().actions()]
    menu.close()
    assert "As for their tag: 3 months" in offered
    mio.do(lambda store: store.undo(NOW))
    mio.until(lambda: "3 months (by tag)" not in facts_of(mio))


def facts_of(house):
    return [label.text() for label in house.page.detail.facts.findChildren(Label)]


def test_the_rhythm_kept_until_now_is_proposed_and_never_set(mio):
    def offered():
        QTest.mouseClick(mio.page.detail.header.more, LEFT)
        actions, menu = menu_of(mio)
        found = actions["Be in touch again within"].menu().actions()
        menu.close()
        return {a.text(): a for a in found}

    mio.put(Contact(id="new", name=Name("安曇 玲")))
    mio.page.show_person("new")
    mio.settle()
    person = mio.page.commands._shown().id
    before = [text for text in offered() if text.startswith("As until now")]
    days = [NOW.today - timedelta(n) for n in (730, 640, 550, 460, 370, 280)]
    met = [
        Interaction(f"met-{n}", Kind.MET, Initiative.BOTH, day, (person,))
        for n, day in enumerate(days)
    ]
    mio.put(*met)
    mio.until(lambda: "As until now, about: 3 months" in offered())
    assert before == []
    assert mio.ask(lambda r: r.contact(person)).rhythm is None
    offered()["As until now, about: 3 months"].trigger()
    mio.until(lambda: mio.ask(lambda r: r.contact(person)).rhythm == Rhythm(3, 4))
    mio.until(lambda: "As until now, about: 3 months" not in offered())

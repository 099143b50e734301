"""The gatherings page: by keyboard and by mouse, on a real store."""

from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.domain.change import Verb
from app.domain.contact import Contact, Met, Name
from app.domain.gathering import Gathering
from app.interchange.errors import NotACalendarError
from app.store.answers import GatheringRow
from app.store.settings import DraftSetting
from app.ui.models.gatherings import GatheringsModel
from app.ui.pages.gatherings.editor import parse_clock
from app.ui.pages.gatherings.person_line import PersonLine
from app.ui.words.gatherings import GatheringWords
from app.usecases import gatherings, undoing
from tests.screens.gatherings import BREAKFAST, CALENDARS, EARLIER, EVENING, FAIR
from tests.screens.kept import NOW, TODAY
from tests.ui.pages.people.test_not_kept import Disk, refused

LEFT = Qt.MouseButton.LeftButton


def focused():
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, modifier)


def listed(page):
    model = page.list.model
    return [model.gathering_at(row) or model.item(row).words for row in range(model.rowCount())]


def lines(page):
    return [line for line in page.detail.findChildren(PersonLine) if line.isVisible()]


def shown(hall, page, gathering_id):
    page.show_gathering(gathering_id)
    hall.settle()
    assert page.detail.known.gathering.id == gathering_id
    return page.detail


def undo(hall):
    hall.do(lambda store: undoing.undo(store, now=NOW))
    hall.settle()


def test_what_is_ahead_then_what_was_the_last_first(hall):
    page = hall.open_gatherings()
    assert listed(page) == ["Ahead", BREAKFAST, FAIR, "Past", EVENING, EARLIER]
    QAbstractItemModelTester(page.list.model)
    assert page.detail.known.gathering.id == BREAKFAST
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    hall.settle()
    assert page.detail.known.gathering.id == EVENING
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert page.list.search.edit.hasFocus()


def test_words_find_and_escape_brings_all_back(hall):
    page = hall.open_gatherings()
    press(Qt.Key.Key_Slash)
    QTest.keyClicks(focused(), "lacquer")
    hall.settle()
    assert listed(page) == ["Ahead", BREAKFAST]
    QTest.keyClicks(focused(), "zzz")
    hall.settle()
    assert page.list._nothing.isVisible()
    press(Qt.Key.Key_Escape)
    hall.settle()
    assert len(listed(page)) == 6


def test_a_gathering_is_written_down_by_keyboard(empty):
    page = empty.open_gatherings()
    assert page._empty.isVisible()
    page.new_gathering()
    QTest.keyClicks(focused(), "Craft Night #3")
    for words in ("2026-10-20", "", "19", "21:30"):
        press(Qt.Key.Key_Tab)
        while not focused().property("bare"):
            press(Qt.Key.Key_Tab)
        focused().selectAll()
        QTest.keyClicks(focused(), words)
    editor = page.detail.editor
    assert editor.series.text() == "Craft Night"
    editor.interests.set_text("wood、food, wood")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    empty.settle()
    (row,) = empty.ask(lambda r: r.gathering_rows())
    made = row.gathering
    assert (made.name, made.on, made.until) == ("Craft Night #3", date(2026, 10, 20), None)
    assert (made.starts, made.ends, made.series) == (time(19), time(21, 30), "Craft Night")
    assert made.interests == ("wood", "food")
    assert listed(page) == ["Ahead", made.id]
    assert page.detail.known.gathering == made
    assert page.list.list.hasFocus()


def test_what_is_wrong_is_said_where_it_stands(hall):
    page = hall.open_gatherings()
    page.new_gathering()
    editor = page.detail.editor
    editor.starts.set_text("25")
    editor.on.set_text("someday")
    editor.save()
    assert editor.name.edit.hasFocus()
    assert editor.name.edit.accessibleDescription()
    assert editor.starts.edit.accessibleDescription()
    assert editor.on.edit.accessibleDescription()
    press(Qt.Key.Key_Escape)
    hall.settle()
    assert page.detail.editor is None
    assert hall.changes == []


def test_a_new_name_reaches_its_people(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    press(Qt.Key.Key_E)
    page.detail.editor.name.set_text("The evening of foil")
    press(Qt.Key.Key_Return)
    hall.settle()
    assert hall.ask(lambda r: r.contact("n1")).met.gathering == "The evening of foil"
    assert page.detail._name.text() == "The evening of foil"
    undo(hall)
    assert page.detail._name.text() == "Kuramae Exchange #14"


def test_cards_stand_in_their_order_and_open_their_people(hall, qtbot):
    page = hall.open_gatherings()
    detail = shown(hall, page, EVENING)
    names = [line.who.words() for line in lines(page)]
    assert names[:6] == [
        "西村 直樹",
        "岩崎 ゆか",
        "李 明哲",
        "相原 みどり",
        "荒井 康平",
        "石塚 さやか",
    ]
    assert len(names) == 8
    assert "0 of 6" in detail._became.text()
    assert "8 people met, 1 of them answered" in detail._series.text()
    with qtbot.waitSignal(page.open_person) as opened:
        QTest.mouseClick(lines(page)[3].who, LEFT)
    assert opened.args == ["n4"]
    QTest.mouseClick(lines(page)[0].out, LEFT)
    hall.settle()
    assert [line.who.words() for line in lines(page)][:1] == ["岩崎 ゆか"]
    assert hall.ask(lambda r: r.contact("n1")).met.gathering is None
    undo(hall)
    assert len(lines(page)) == 8


def test_people_are_added_by_name(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    press(Qt.Key.Key_A)
    picker = page.picker
    QTest.keyClicks(picker.field.edit, "harada")
    hall.settle()
    press(Qt.Key.Key_Return)
    hall.settle()
    assert picker.isVisible()
    assert hall.ask(lambda r: r.contact("p-harada1")).met.gathering_id == EVENING
    QTest.mouseClick(picker.how._group.button(1), LEFT)
    picker.field.setFocus()
    QTest.keyClicks(picker.field.edit, "martin")
    hall.settle()
    QTest.keyClick(picker.field.edit, Qt.Key.Key_Return)
    hall.settle()
    assert "p-martin" in hall.ask(lambda r: r.gathering(EVENING)).people
    QTest.keyClicks(picker.field.edit, "nobody at all")
    hall.settle()
    QTest.keyClick(picker.field.edit, Qt.Key.Key_Return)
    picker.close()
    hall.settle()
    assert [c.verb for c in hall.changes] == [Verb.GATHER, Verb.GATHER]


def test_enter_right_behind_a_name_takes_whom_it_finds(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    press(Qt.Key.Key_A)
    picker = page.picker
    QTest.mouseClick(picker.how._group.button(1), LEFT)
    picker.field.setFocus()
    QTest.keyClicks(picker.field.edit, "harada")
    hall.settle()
    picker.field.edit.setText("martin")
    QTest.keyClick(picker.field.edit, Qt.Key.Key_Return)
    hall.settle()
    after = hall.ask(lambda r: r.gathering(EVENING)).people
    assert "p-martin" in after
    assert not any("harada" in who for who in after)
    assert picker.field.edit.text() == ""

    picker.field.edit.setText("harada")
    QTest.keyClick(picker.field.edit, Qt.Key.Key_Return)
    picker.field.edit.setText("")  # thought better of it
    hall.settle()
    assert hall.ask(lambda r: r.gathering(EVENING)).people == after
    picker.close()


def test_a_note_that_could_not_be_kept_stands_there_again(hall, monkeypatch):
    page = hall.open_gatherings()
    detail = shown(hall, page, BREAKFAST)
    detail.note.setFocus()
    QTest.keyClicks(detail.note.edit, "Ask about urushi")
    disk = Disk(monkeypatch)
    disk.fill()
    shown(hall, page, EVENING)
    refused(hall)
    disk.make_room()
    assert "urushi" not in detail.note.text()

    detail = shown(hall, page, BREAKFAST)
    assert detail.note.text() == "Ask about urushi"
    shown(hall, page, EVENING)
    assert hall.ask(lambda r: r.gathering(BREAKFAST)).note == "Ask about urushi"
    assert shown(hall, page, BREAKFAST).note.text() == "Ask about urushi"


def test_a_refused_note_stands_below_what_was_written_meanwhile(hall, monkeypatch):
    page = hall.open_gatherings()
    detail = shown(hall, page, BREAKFAST)
    detail.note.setFocus()
    QTest.keyClicks(detail.note.edit, "Ask about urushi")
    disk = Disk(monkeypatch)
    disk.fill()
    shown(hall, page, EVENING)
    refused(hall)
    disk.make_room()
    hall.do(lambda s: gatherings.write_note(s, BREAKFAST, "Of the evening", now=NOW))

    shown(hall, page, BREAKFAST)
    assert page.detail.note.text() == "Of the evening\nAsk about urushi"
    shown(hall, page, EVENING)
    kept = hall.ask(lambda r: r.gathering(BREAKFAST)).note
    assert kept == "Of the evening\nAsk about urushi"


def test_the_note_is_kept_when_it_is_left(hall):
    page = hall.open_gatherings()
    detail = shown(hall, page, BREAKFAST)
    detail.note.setFocus()
    QTest.keyClicks(detail.note.edit, "Ask about urushi")
    page.list.list.setFocus()
    hall.settle()
    assert hall.ask(lambda r: r.gathering(BREAKFAST)).note == "Ask about urushi"
    detail.note.setFocus()
    page.list.list.setFocus()
    hall.settle()
    assert len(hall.changes) == 1


def test_it_is_deleted_and_comes_back(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    page.list.list.setFocus()
    press(Qt.Key.Key_Delete)
    hall.settle()
    assert EVENING not in listed(page)
    assert hall.ask(lambda r: r.contact("n1")).met == Met(
        date(2026, 10, 14), "Kuramae Exchange #14"
    )
    undo(hall)
    assert EVENING in listed(page)


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)


def test_a_calendar_is_dropped_looked_through_and_taken(hall):
    page = hall.open_gatherings()
    drop(page, CALENDARS / "google.ics")
    hall.until(lambda: page.calendar is not None, 60)
    assert hall.changes == []
    box = page.calendar
    ticked = {tick.words() for tick, _ in box.ticks if tick.isChecked()}
    assert "Winter market" not in ticked
    assert "Craft Night with guests" in ticked
    count = len(box.wanted())
    QTest.mouseClick(box.ticks[0][0], LEFT)
    assert box.take.words() == f"Take {count - 1}"
    QTest.mouseClick(box.take, LEFT)
    hall.settle()
    (change,) = hall.changes
    assert (change.verb, len(change.edits)) == (Verb.IMPORT_GATHERINGS, count - 1)
    assert len(listed(page)) == 6 + count - 1


def test_what_is_no_calendar_says_so(hall, tmp_path):
    page = hall.open_gatherings()
    other = tmp_path / "cards.ics"
    other.write_text("BEGIN:VCARD\r\nEND:VCARD\r\n")
    drop(page, other)
    hall.until(lambda: bool(hall.errors), 60)
    assert isinstance(hall.errors[0], NotACalendarError)
    assert page.calendar is None


def test_people_of_one_day_are_offered_and_named(empty):
    day = date(2026, 10, 1)
    empty.put(*(Contact(id=f"c{n}", name=Name(str(n)), met=Met(day)) for n in range(3)))
    page = empty.open_gatherings()
    assert "3 people" in page.list._offer.text()
    QTest.mouseClick(page.list.name_it, LEFT)
    QTest.keyClicks(focused(), "First of October")
    press(Qt.Key.Key_Return)
    empty.settle()
    (row,) = empty.ask(lambda r: r.gathering_rows())
    assert (row.gathering.name, row.gathering.on, row.cards) == ("First of October", day, 3)
    assert not page.list._proposed.isVisible()


def test_larger_text_keeps_the_gathering_and_what_is_typed(hall, theme):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    page.edit()
    page.detail.editor.name.set_text("half")
    theme.set_scale(1.4)
    hall.settle()
    assert page.detail.editor.name.text() == "half"
    assert page.detail.known.gathering.id == EVENING


def test_what_was_typed_is_kept_where_somebody_goes_on(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    page.edit()
    page.detail.editor.place.set_text("Elsewhere")
    page.list.list.choose(FAIR)
    hall.settle()
    assert hall.ask(lambda r: r.gathering(EVENING)).place == "Elsewhere"
    assert page.detail.known.gathering.id == FAIR
    page.new_gathering()
    page.list.list.choose(BREAKFAST)
    hall.settle()
    assert len(hall.changes) == 1
    page.new_gathering()
    QTest.keyClicks(focused(), "Half")
    page.list.list.choose(FAIR)
    hall.settle()
    assert [c.verb for c in hall.changes] == [Verb.GATHERING, Verb.GATHERING]
    assert page.detail.known.gathering.id == FAIR
    assert page.detail.editor is None


def test_readers_are_told_everything(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    model = page.list.model
    row = model.index(model.row_of(EVENING), 0)
    said = row.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "Wed 14 Oct  19:00–21:00, Old Paper Hall, Kuramae, 6 cards"
    first = lines(page)[0]
    name = QAccessible.queryAccessibleInterface(first.out).text(QAccessible.Text.Name)
    assert name == "西村 直樹 was not there"
    assert first.who.accessibleDescription() == "西村活版"


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("19:00", time(19)), ("7.30", time(7, 30)), ("19時30分", time(19, 30)), ("9", time(9)),
        ("１９：００", time(19)), ("24:00", None), ("", None), ("7:5", None), ("abc", None),
    ],
)  # fmt: skip
def test_a_clock_as_typed(words, clock):
    assert parse_clock(words) == clock


def test_the_clock_of_another_place_names_it(qapp, theme, monkeypatch):
    words = GatheringWords(theme)
    there = Gathering("", "x", TODAY, starts=time(19), zone="America/New_York")
    assert words.clock(there) == "19:00 (New York)"
    assert words.clock(Gathering("", "x", TODAY, starts=time(19), zone="No/Where")) == "19:00"
    assert words.clock(Gathering("", "x", TODAY)) == ""


def test_the_model_shows_nothing_twice(qapp, theme):
    model = GatheringsModel(theme)
    QAbstractItemModelTester(model)
    model.show((), TODAY)
    assert model.rowCount() == 0
    assert model.first() is None
    model.show((GatheringRow(Gathering("g", "x", TODAY)),), TODAY)
    assert (model.first(), model.row_of("g"), model.row_of(None)) == ("g", 1, -1)


def test_notes_on_its_cards_begin_here_where_there_are_any(hall):
    page = hall.open_gatherings()
    wanted: list[str] = []
    page.notes_wanted.connect(wanted.append)
    shown(hall, page, BREAKFAST)
    assert not page.detail.notes.isVisible()
    press(Qt.Key.Key_M)
    shown(hall, page, EVENING)
    press(Qt.Key.Key_M)
    page.detail.notes.click()
    assert wanted == [f"gathering:{EVENING}"] * 2


@pytest.mark.parametrize("new", [True, False])
def test_a_gathering_that_could_not_be_kept_stays_in_its_form(hall, monkeypatch, new):
    page = hall.open_gatherings()
    hall.settle()
    if new:
        page.new_gathering()
    else:
        page.edit()
    form = page.detail.editor
    form.name.set_text("Foil night")
    form.on.set_day(date(2026, 10, 20))
    form.starts.set_text("19:30")
    form.purpose.set_text("whoever folds")

    disk = Disk(monkeypatch)
    disk.fill()
    form.save()
    refused(hall)
    disk.make_room()
    again = page.detail.editor
    assert again is not None
    assert (again.name.text(), again.on.day()) == ("Foil night", date(2026, 10, 20))
    assert (again.starts.text(), again.purpose.text()) == ("19:30", "whoever folds")
    again.save()
    hall.settle()
    found = [r.gathering for r in hall.ask(lambda r: r.gathering_rows())]
    (made,) = [g for g in found if g.name == "Foil night"]
    assert (made.on, made.starts, made.purpose) == (
        date(2026, 10, 20),
        time(19, 30),
        "whoever folds",
    )


def test_what_could_not_be_deleted_can_still_be_worked_with(hall, monkeypatch):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    disk = Disk(monkeypatch)
    disk.fill()
    page.delete()
    refused(hall)
    disk.make_room()
    assert page.detail.known.gathering.id == EVENING

    page.delete()
    hall.settle()
    assert hall.ask(lambda r: r.gathering(EVENING)) is None


def test_a_gathering_that_was_mended_leads_to_no_later_one(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    page.edit()
    page.detail.editor.name.set_text("Foil circle")
    page.detail.editor.save()
    hall.settle()

    other = Gathering("", "from elsewhere", date(2026, 10, 20))
    hall.do(lambda store: gatherings.make(store, other, now=NOW))
    hall.settle()

    assert page.detail.known.gathering.id == EVENING


@pytest.mark.parametrize("new", [True, False])
def test_a_form_that_was_begun_stands_there_after_a_lock(hall, new):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    page.new_gathering() if new else page.edit()
    page.detail.editor.name.set_text("Foil circle")
    page.detail.editor.starts.set_text("half past")  # no time yet
    page.hide()  # as when it is locked
    hall.settle()
    page.deleteLater()
    again = hall.open_gatherings()
    editor = again.detail.editor
    assert editor is not None
    assert (editor.name.text(), editor.starts.text()) == ("Foil circle", "half past")
    assert hall.changes == []
    editor.starts.set_text("19:30")
    editor.save()
    hall.settle()
    assert [change.verb for change in hall.changes] == [Verb.GATHERING]
    named = [row.gathering for row in hall.ask(lambda r: r.gathering_rows())]
    (made,) = [gathering for gathering in named if gathering.name == "Foil circle"]
    assert (made.id == EVENING) is not new
    assert made.starts == time(19, 30)
    again.hide()
    hall.settle()
    again.deleteLater()
    assert hall.open_gatherings().detail.editor is None


def test_whose_cards_were_proposed_is_not_forgotten_with_the_form(empty):
    day = date(2026, 10, 1)
    empty.put(*(Contact(id=f"c{n}", name=Name(str(n)), met=Met(day)) for n in range(3)))
    page = empty.open_gatherings()
    QTest.mouseClick(page.list.name_it, LEFT)
    QTest.keyClicks(focused(), "First of October")
    page.hide()
    empty.settle()
    page.deleteLater()
    again = empty.open_gatherings()
    again.detail.editor.save()
    empty.settle()
    (row,) = empty.ask(lambda r: r.gathering_rows())
    assert (row.gathering.name, row.gathering.on, row.cards) == ("First of October", day, 3)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"id": "x"}', '{"id": "x", "texts": 3, "people": []}']
)
def test_a_form_that_nobody_understands_is_none(empty, text):
    empty.do(lambda store: store.set_setting(DraftSetting.GATHERING, text))
    assert empty.open_gatherings().detail.editor is None


def test_a_form_of_a_gathering_that_is_gone_is_that_of_a_new_one(hall):
    page = hall.open_gatherings()
    shown(hall, page, EVENING)
    page.edit()
    page.detail.editor.place.set_text("Elsewhere")
    page.hide()
    hall.settle()
    hall.do(lambda store: gatherings.delete(store, EVENING, now=NOW))
    page.deleteLater()
    editor = hall.open_gatherings().detail.editor
    assert editor.before.id == ""
    assert editor.place.text() == "Elsewhere"

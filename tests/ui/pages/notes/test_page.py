"""The notes page by the keyboard alone: four questions, the next card, and what is never lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.domain.card_notes import CardNotes
from app.domain.change import Change, Edit, Verb
from app.domain.remark import Remark, RemarkKind
from app.domain.rhythm import OFFERED
from app.store.errors import DiskFullError
from app.store.settings import DraftSetting
from app.ui.delegates.evening import EveningDelegate
from app.ui.models.evening import State
from app.ui.pages.notes.drafts import NoteDrafts, draft_of, restored
from app.ui.pages.notes.page import NotesPage
from app.ui.widgets.chip import Chip
from app.usecases import evening_notes, gatherings, people, undoing
from app.usecases.evenings import Evening, Of
from tests.screens import notes as screen
from tests.screens.kept import NOW, TODAY
from tests.ui.pages.people.test_not_kept import Disk, refused

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
FOUR, FIVE = screen.MIDORI, "n05"


def focused():
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key, modifier=NONE):
    QTest.keyClick(focused(), key, modifier)


def type_(words):
    QTest.keyClicks(focused(), words)


def compose(preedit, commit=""):
    """What an input method sends."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(focused(), event)


def chips(part):
    return [chip for chip in part.findChildren(Chip) if chip.isVisible()]


def finish(desk):
    press(Qt.Key.Key_Return, CTRL)
    written(desk)


def written(desk):
    desk.until(lambda: not desk.page._writing.isActive())
    desk.settle()


def states(page):
    model = page.parts.strip.model
    return [model.card(row).state for row in range(model.rowCount())]


def kept_drafts(desk):
    return NoteDrafts.from_text(desk.ask(lambda reader: reader.setting(DraftSetting.EVENINGS)))


def words(page):
    prompts = page.parts.prompts
    return prompts.talked.text(), prompts.pleases.text(), *prompts.promise.promise()


def test_it_opens_at_the_first_card_without_notes(desk):
    page = desk.open_notes()
    assert page.shown == FOUR
    assert focused() is page.parts.prompts.talked.edit
    assert states(page) == [State.DONE] * 3 + [State.OPEN] * 9
    QAbstractItemModelTester(page.parts.strip.model)
    assert page.parts.beside.card.accessibleName() == "相原 みどり"
    assert [chip.words() for chip in chips(page.parts.prompts.others)] == [
        "invite to visit", "introduce someone", "name a shop", "send an article",
    ]  # fmt: skip


def test_four_questions_and_the_next_card_by_keys_alone(desk):
    page = desk.open_notes()
    type_("tin foil")
    press(Qt.Key.Key_Tab)
    type_("offcuts")
    press(Qt.Key.Key_Return)
    type_("a visit")
    press(Qt.Key.Key_3, ALT)
    type_("three offcuts")
    press(Qt.Key.Key_Tab)
    type_("10/23")
    press(Qt.Key.Key_4, ALT)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    page.parts.beside.faces.begin()
    type_("short hair")
    press(Qt.Key.Key_Return)
    type_("an apron")
    finish(desk)
    assert desk.card(FOUR).notes == CardNotes(
        "tin foil", ("offcuts", "a visit"), "three offcuts", date(2026, 10, 23),
        ("short hair", "an apron"), OFFERED[1],
    )  # fmt: skip
    assert [change.verb for change in desk.changes] == [Verb.NOTES]
    assert (page.shown, words(page)) == (FIVE, ("", "", "", None))
    assert focused() is page.parts.prompts.talked.edit
    assert states(page)[:5] == [State.DONE] * 4 + [State.OPEN]
    assert kept_drafts(desk).of(screen.HERE).cards == {}


def test_a_finished_card_paints_no_row_of_others_anew(desk, monkeypatch):
    """A list would lay out and paint every row when one of them changed."""
    rows, paint = set(), EveningDelegate.paint

    def paint_noted(self, painter, option, index):
        rows.add(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(EveningDelegate, "paint", paint_noted)
    page = desk.open_notes()
    assert rows >= set(range(12))
    rows.clear()
    type_("tin foil")
    finish(desk)
    assert (page.shown, states(page)[3]) == (FIVE, State.DONE)
    assert {3, 4} <= rows <= {2, 3, 4, 5}  # a row overlaps the edges of its neighbours


def test_just_seen_counts_and_the_last_card_leads_back(desk):
    page = desk.open_notes()
    for left in range(9, 0, -1):
        assert not desk.left
        assert page.parts.footer.next.words() == ("Finish" if left == 1 else "Next person")
        finish(desk)
    assert desk.left == [True]
    assert states(page) == [State.DONE] * 12
    assert desk.card("n12").is_done


def test_keys_of_an_input_method_are_its_own(desk):
    page = desk.open_notes()
    compose("はく")
    for key, held in (
        (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Escape, NONE),
        (Qt.Key.Key_Down, CTRL),
    ):  # fmt: skip
        press(key, held)
    desk.settle()
    assert (page.shown, desk.changes, desk.left) == (FOUR, [], [])
    compose("", "箔の話")
    press(Qt.Key.Key_3, ALT)
    compose("はざい")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Return)
    assert page.shown == FOUR
    compose("", "端材を送る")
    assert words(page)[0] == "箔の話"
    finish(desk)
    notes = desk.card(FOUR).notes
    assert (notes.talked, notes.promise) == ("箔の話", "端材を送る")


def test_the_twin_without_the_guard_submits_while_composing(desk, monkeypatch):
    monkeypatch.setattr("app.ui.pages.notes.page._composing", lambda: False)
    page = desk.open_notes()
    compose("はく")
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert page.shown == FIVE


def test_up_and_down_keep_what_was_typed_of_each(desk):
    page = desk.open_notes()
    type_("one")
    press(Qt.Key.Key_Down, CTRL)
    assert (page.shown, words(page)[0]) == (FIVE, "")
    type_("two")
    press(Qt.Key.Key_Up, CTRL)
    assert (page.shown, words(page)[0]) == (FOUR, "one")
    assert states(page)[3:6] == [State.BEGUN, State.BEGUN, State.OPEN]
    press(Qt.Key.Key_Z, CTRL)
    assert words(page)[0] == "one", "what was typed of another card is not undone here"
    for _ in range(20):
        press(Qt.Key.Key_Up, CTRL)
    assert page.shown == "n01"
    assert desk.changes == []


def test_what_was_typed_waits_over_the_end_of_the_program(desk):
    page = desk.open_notes()
    press(Qt.Key.Key_Down, CTRL)
    type_("half a sent")
    press(Qt.Key.Key_3, ALT)
    type_("samples")
    desk.until(lambda: kept_drafts(desk).of(screen.HERE).cards.get(FIVE) is not None)
    desk.until(lambda: kept_drafts(desk).of(screen.HERE).cards[FIVE].get("promise") == "samples")
    page.close()
    page.deleteLater()
    again = desk.open_notes(None)
    desk.until(lambda: again.shown == FIVE)
    assert words(again) == ("half a sent", "", "samples", None)
    assert desk.changes == []


def test_further_keys_do_not_put_off_what_is_kept(desk):
    """Whoever types without a pause loses no more than whoever rests."""
    page = desk.open_notes()
    page.keeping._timer.setInterval(40)
    desk.until(lambda: not page.keeping._timer.isActive())
    written = 0
    for _ in range(200):
        type_("a")
        desk.settle()
        written = len(kept_drafts(desk).of(screen.HERE).cards.get(FOUR, {}).get("talked", ""))
        if written > 1:
            break
    assert written > 1


def test_escape_leaves_and_all_waits(desk):
    page = desk.open_notes()
    type_("later")
    press(Qt.Key.Key_Escape)
    assert desk.left == [True]
    page.open_evening(screen.HERE)
    desk.until(lambda: page.property("ready") is True)
    assert (page.shown, words(page)[0]) == (FOUR, "later")


def test_undo_brings_back_the_card_and_its_words(desk):
    page = desk.open_notes()
    type_("tin foil")
    finish(desk)
    assert page.shown == FIVE
    type_("x")
    desk.do(lambda store: undoing.undo(store, now=NOW))
    desk.settle()
    assert desk.card(FOUR).notes == CardNotes()
    assert not desk.card(FOUR).is_done
    assert (page.shown, words(page)[0]) == (FOUR, "tin foil")
    press(Qt.Key.Key_Down, CTRL)
    assert words(page)[0] == "x"
    desk.do(lambda store: undoing.redo(store, now=NOW))
    desk.settle()
    assert (page.shown, words(page)[0]) == (FIVE, "x")
    assert states(page)[3:5] == [State.DONE, State.BEGUN]


def test_what_cannot_be_written_is_not_lost(desk, monkeypatch):
    page = desk.open_notes()
    type_("tin foil")

    def full(*_how, **_more):
        raise DiskFullError(desk.folder.path)

    monkeypatch.setattr(evening_notes, "finish", full)
    finish(desk)
    assert page.shown == FIVE
    assert len(desk.errors) == 1
    assert states(page)[3] is State.BEGUN
    press(Qt.Key.Key_Up, CTRL)
    assert words(page)[0] == "tin foil"


def test_written_elsewhere_meanwhile_it_is_shown_beside_what_is_typed(desk):
    page = desk.open_notes()
    type_("tin ")
    face = Remark("r9", FOUR, RemarkKind.FACE, "glasses", TODAY)
    desk.do(lambda store: store.apply(Change(Verb.REMARK, (Edit(None, face),)), now=NOW))
    desk.settle()
    type_("foil")
    assert words(page)[0] == "tin foil"
    assert page.parts.beside.faces.faces() == ("glasses",)
    finish(desk)
    notes = desk.card(FOUR).notes
    assert (notes.talked, notes.faces) == ("tin foil", ("glasses",))


def test_a_line_of_others_is_repeated_by_a_press(desk):
    page = desk.open_notes()
    prompts = page.parts.prompts
    first, second = chips(prompts.others)[:2]
    first.click()
    second.click()
    first.click()
    assert prompts.pleases.text() == "invite to visit\nintroduce someone"
    assert focused() is prompts.pleases.edit


def test_days_at_a_press_and_no_promise(desk):
    page = desk.open_notes()
    promise = page.parts.prompts.promise
    days = [day for _, day in promise._days]
    assert days == [date(2026, 10, 16), date(2026, 10, 23), date(2026, 10, 31)]
    chip = promise._days[1][0]
    chip.click()
    assert focused() is promise.what.edit
    assert (promise.day.day(), chip.isChecked()) == (days[1], True)
    type_("samples")
    promise.day.set_day(days[2])
    assert [c.isChecked() for c, _ in promise._days] == [False, False, True]
    promise.none.click()
    assert promise.promise() == ("", None)


def test_a_day_that_is_none_is_said_where_it_stands(desk):
    page = desk.open_notes()
    press(Qt.Key.Key_3, ALT)
    type_("samples")
    press(Qt.Key.Key_Tab)
    type_("someday")
    finish(desk)
    assert page.shown == FOUR
    assert page.parts.prompts.promise.day._error.isVisible()
    assert desk.changes == []


def test_a_face_is_taken_out_and_escape_closes_only_the_line(desk):
    desk.do(
        lambda store: evening_notes.finish(
            store, screen.HERE, screen.gathering("en"), FOUR, CardNotes(),
            CardNotes(faces=("apron", "beard")), now=NOW,
        )
    )  # fmt: skip
    page = desk.open_notes()
    page.parts.strip.list.setCurrentIndex(page.parts.strip.model.index(3))
    faces = page.parts.beside.faces
    assert faces.faces() == ("apron", "beard")
    faces.begin()
    type_("xx")
    press(Qt.Key.Key_Escape)
    assert not faces.field.isVisible()
    assert desk.left == []
    desk.settle()
    chips(faces)[0].click()
    finish(desk)
    assert desk.card(FOUR).notes.faces == ("beard",)


def test_one_note_for_all_is_the_note_of_the_gathering(desk):
    page = desk.open_notes()
    shared = page.parts.beside.shared
    shared.setFocus()
    type_("All about foil.")
    desk.until(lambda: kept_drafts(desk).of(screen.HERE).shared == "All about foil.")
    finish(desk)
    assert desk.ask(lambda r: r.gathering(screen.EVENING)).note == "All about foil."
    desk.until(lambda: kept_drafts(desk).of(screen.HERE).shared is None)
    desk.do(lambda s: gatherings.write_note(s, screen.EVENING, "Of tin.", now=NOW))
    desk.settle()
    assert shared.text() == "Of tin."


def test_cards_at_no_gathering_are_named_and_what_was_typed_goes_along(desk):
    day = Evening(Of.DAY, screen.LAST_NIGHT.isoformat())
    desk.do(lambda store: gatherings.delete(store, screen.EVENING, now=NOW))
    page = desk.open_notes(day)
    beside = page.parts.beside
    assert (beside.shared.isVisible(), beside.name_it.isVisible()) == (False, True)
    type_("tin foil")
    beside.name_it.click()
    page.naming.name.set_text("Kuramae Evening")
    page.naming.save()
    desk.settle()
    assert beside.shared.isVisible()
    (row,) = desk.ask(lambda reader: reader.gathering_rows())
    assert (row.gathering.name, row.cards) == ("Kuramae Evening", 12)
    assert (page.shown, words(page)[0]) == (FOUR, "tin foil")
    page.finish()
    written(desk)
    (entry,) = desk.ask(lambda reader: reader.timeline(FOUR))
    assert (entry.note, entry.gathering) == ("tin foil", row.gathering.id)


def test_a_name_that_could_not_be_kept_is_not_typed_again(desk, monkeypatch):
    desk.do(lambda store: gatherings.delete(store, screen.EVENING, now=NOW))
    page = desk.open_notes(Evening(Of.DAY, screen.LAST_NIGHT.isoformat()))
    page.parts.beside.name_it.click()
    page.naming.name.set_text("Kuramae Evening")
    page.naming.day.set_day(TODAY)
    first = page.naming
    disk = Disk(monkeypatch)
    disk.fill()
    first.save()
    refused(desk)
    disk.make_room()

    again = page.naming
    assert again is not first
    assert again.isVisible()
    assert (again.name.text(), again.day.day()) == ("Kuramae Evening", TODAY)
    again.save()
    desk.settle()
    (row,) = desk.ask(lambda reader: reader.gathering_rows())
    assert (row.gathering.name, row.gathering.on, row.cards) == ("Kuramae Evening", TODAY, 12)


def test_who_is_gone_meanwhile_leaves_the_others(desk):
    page = desk.open_notes()
    desk.do(lambda store: people.delete(store, [FOUR], now=NOW))
    desk.settle()
    assert page.shown == FIVE
    every = [row[0] for row in screen.CARDS if row[0] != FOUR]
    desk.do(lambda store: people.delete(store, every, now=NOW))
    desk.settle()
    assert desk.left == [True]


def test_another_language_and_size_show_the_same_card(desk):
    page = desk.open_notes()
    press(Qt.Key.Key_Down, CTRL)
    type_("here")
    desk.theme.set_scale(1.4)
    desk.theme.set_language("ja")
    desk.settle()
    assert (page.shown, words(page)[0]) == (FIVE, "here")
    assert page.parts.footer.next.words() == "次の人へ"


def test_readers_are_told_what_is_what(desk):
    page = desk.open_notes()
    parts = page.parts

    def said(widget):
        found = QAccessible.queryAccessibleInterface(widget)
        return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)

    assert said(parts.header.thread_)[0] == "3 of 12 done"
    assert said(parts.prompts.talked.edit)[0] == "What you talked about"
    assert said(parts.prompts.pleases.edit)[0] == "What would please them"
    assert said(parts.prompts.promise.what.edit)[0] == "What you promised"
    assert said(parts.prompts.promise.day.edit)[0] == "By when"
    assert "Aihara Foil 株式会社" in said(parts.beside.card)[1]
    assert said(parts.footer.next) == ("Next person", "Key Ctrl Enter")
    model = parts.strip.model
    row = model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert row == "Nishimura Naoki, done"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"evenings": {"x": 1}}', '{"evenings": 3}'])
def test_drafts_that_nobody_understands_are_none(text):
    assert NoteDrafts.from_text(text) == NoteDrafts()


def test_a_draft_holds_what_differs_and_nothing_else():
    seen = CardNotes("a", ("b",), "c", None, ("d",), OFFERED[0])
    wrote = replace(seen, talked="x", rhythm=None, due=TODAY)
    draft = draft_of(seen, wrote)
    assert set(draft) == {"talked", "rhythm", "due"}
    assert restored(seen, draft) == wrote
    assert restored(replace(seen, promise="new"), draft).promise == "new"
    assert draft_of(seen, seen) == {}


def test_shown_without_an_evening_it_is_where_it_was_left(desk):
    """As after unlocking: the page is made anew and shown, and nobody says what to open."""
    page = desk.open_notes()
    press(Qt.Key.Key_Down, CTRL)
    type_("here")
    page.hide()
    desk.settle()
    again = NotesPage(desk.workspace, desk.theme)
    again.show()
    desk.until(lambda: again.shown == FIVE)
    assert words(again)[0] == "here"
    again.hide()
    again.deleteLater()


def test_with_nothing_to_go_on_with_it_leaves(bare):
    page = NotesPage(bare.workspace, bare.theme)
    left = []
    page.left.connect(lambda: left.append(True))
    page.show()
    bare.until(lambda: bool(left))
    page.hide()
    page.deleteLater()

"""Walks through the window in which hardly anything is written: what only looks, asks or begins
must not leave half-work either.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.days_off import Vacation
from app.domain.remark import RemarkKind
from app.ui.pages.importing.page import State
from app.ui.pages.names import Page
from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY
from tests.screens.kept import TODAY
from tests.soak.slot_days import compared
from tests.soak.slot_sitting import CTRL, NONE, PERSON, Deed, Sitting, act, focused, press

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def walk(s: Sitting, *steps: Callable[[], object]) -> Deed:
    """One step after the other, each to its end; whoever is told of a mistake stops there."""

    def deed() -> None:
        for step in steps:
            s.do(step)
            s.rest()
            if s.told():
                return

    return deed


def tap(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> Callable[[], object]:
    """A key, later, to whoever has the focus then, or to the window that is in front."""

    def do() -> None:
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        on = QApplication.focusWidget() or front or shown[-1]
        QTest.keyClick(on.window().windowHandle(), key, held)

    return do


def typed(words: str) -> Callable[[], object]:
    """Letters, later, to whoever has the focus then."""
    return lambda: QTest.keyClicks(focused(), words)


def _shut() -> None:
    """Close a menu or another popup that is open."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


# people


@act
def looked_through_the_list(s: Sitting) -> Deed:
    page = s.people()
    seen = page.list.list
    seen.setFocus()
    return walk(
        s, tap(Key.Key_Slash), typed("har"), tap(Key.Key_Return), tap(Key.Key_Escape),
        seen.setFocus, typed("m"), tap(Key.Key_Down), tap(Key.Key_Return), tap(Key.Key_Escape),
        partial(page.list.show_tag, "furniture"), page.focus_search, tap(Key.Key_Escape),
        lambda: page.list.list.customContextMenuRequested.emit(QPoint(9, 9)), _shut,
        lambda: page.list.emptied.emit(False),
    )  # fmt: skip


@act
def chose_several(s: Sitting) -> Deed:
    page = s.people()
    page.list.list.setFocus()
    return walk(
        s, tap(Key.Key_Down, _SHIFT), lambda: page.stage.several.left.emit(),
        page.export_people, tap(Key.Key_Escape),
    )  # fmt: skip


@act
def looked_for_words(s: Sitting) -> Deed:
    page = s.people()
    page.list.list.setFocus()
    return walk(
        s, tap(Key.Key_F, CTRL), typed("oak"), tap(Key.Key_F3), tap(Key.Key_F3, _SHIFT),
        tap(Key.Key_Return), tap(Key.Key_Return, _SHIFT), tap(Key.Key_Escape),
    )  # fmt: skip


@act
def began_and_left(s: Sitting) -> Deed:
    page = s.people()
    detail = page.detail
    return walk(
        s, page.commands.begin_note, partial(detail.composer.choose_day), _shut,
        tap(Key.Key_Left, _ALT), typed("begun"), tap(Key.Key_Escape),
        page.commands.ask_reconnect, tap(Key.Key_Escape), page.commands.begin_promise,
        tap(Key.Key_Escape), page.commands.begin_tag, tap(Key.Key_Escape),
        page.edit, typed("x"), tap(Key.Key_Escape), page.list.list.setFocus, tap(Key.Key_Down),
        partial(page.show_person, PERSON), lambda: detail.resumes()[0].click(),
        tap(Key.Key_Escape), lambda: detail.resumes()[1].click(),
    )  # fmt: skip


@act
def went_on_with_what_was_begun(s: Sitting) -> Deed:
    page = s.people()
    detail = page.detail
    away = partial(page.show_person, "p-todo")
    back = partial(page.show_person, PERSON)
    return walk(
        s, page.commands.begin_promise, typed("begun"), away, back,
        lambda: detail.resumes()[0].click(), tap(Key.Key_Escape),
        partial(page.commands.begin_remark, RemarkKind.FACE), typed("begun"), away, back,
        lambda: detail.resumes()[1].click(), page.commands.ask_reconnect, typed("begun"),
        tap(Key.Key_Escape),
    )  # fmt: skip


@act
def left_a_form_and_a_line(s: Sitting) -> Deed:
    s.gathering()
    return walk(
        s, s.shell.new, typed("begun"), partial(s.shell.show_page, Page.PEOPLE),
        partial(s.shell.show_page, Page.GATHERINGS), tap(Key.Key_Escape),
        s.shell.open_quick_log, typed("begun"), tap(Key.Key_Escape), s.reconnecting,
        tap(Key.Key_R), typed("begun"), tap(Key.Key_Escape), tap(Key.Key_Escape),
    )  # fmt: skip


@act
def looked_at_an_entry(s: Sitting) -> Deed:
    page = s.people()
    detail = page.detail
    sep = s.ask(lambda store: store.interaction("h-sep"))
    return walk(
        s, partial(detail.editors.edit_entry, sep), tap(Key.Key_Escape), detail.timeline.setFocus,
        tap(Key.Key_Down), tap(Key.Key_Up), partial(page._note_chosen, "h-sep"),
        lambda: detail.verticalScrollBar().setValue(40),
    )  # fmt: skip


@act
def looked_at_the_next_contact(s: Sitting) -> Deed:
    page = s.people()
    return walk(s, page.commands.set_follow_up, typed("x"), tap(Key.Key_Escape))


@act
def recalled_faces(s: Sitting) -> Deed:
    page = s.people()
    return walk(
        s, page.recall_faces, tap(Key.Key_Space), tap(Key.Key_Space), tap(Key.Key_Left),
        tap(Key.Key_Space), tap(Key.Key_Right), tap(Key.Key_Escape),
    )  # fmt: skip


# the shell


@act
def looked_around(s: Sitting) -> Deed:
    s.today()
    return walk(
        s, s.shell.open_finder, typed("har"), tap(Key.Key_Down), tap(Key.Key_Return),
        s.shell.show_keys, tap(Key.Key_Escape), s.shell.next_pane, s.shell.next_pane,
        s.shell.new, tap(Key.Key_Escape), partial(s.shell.show_page, Page.GATHERINGS),
        s.shell.new, tap(Key.Key_Escape),
    )  # fmt: skip


@act
def began_a_line(s: Sitting) -> Deed:
    s.today()
    return walk(
        s, s.shell.open_quick_log, typed("Martin said"), tap(Key.Key_Backspace), typed("d @"),
        tap(Key.Key_Tab), tap(Key.Key_Escape), tap(Key.Key_Escape),
    )  # fmt: skip


@act
def other_sizes_and_words(s: Sitting) -> Deed:
    for visit in (s.people, s.gathering, s.notes, s.today, s.reconnecting):
        visit()
    for part in (GENERAL, REMINDERS, SECURITY):
        s.settings(part)
    compared(s)
    was, language = s.theme.scale, s.theme.language
    return walk(
        s, partial(s.theme.set_scale, 1.3), partial(s.theme.set_language, "ja"),
        partial(s.theme.set_language, language), partial(s.theme.set_scale, was),
    )  # fmt: skip


# today, gatherings, notes


@act
def looked_through_today(s: Sitting) -> Deed:
    page = s.today()
    return walk(
        s, tap(Key.Key_Down), tap(Key.Key_R), tap(Key.Key_Escape), tap(Key.Key_L), _shut,
        tap(Key.Key_Return), s.today, lambda: page.queue.write_to.emit(PERSON),
        tap(Key.Key_Escape),
    )  # fmt: skip


@act
def less_often(s: Sitting) -> Deed:
    page = s.today()
    return lambda: page.queue.less_often.emit(PERSON, None)


@act
def as_before(s: Sitting) -> Deed:
    page = s.today()
    return lambda: page.queue.as_before.emit(PERSON)


@act
def looked_through_gatherings(s: Sitting) -> Deed:
    page = s.gathering()
    page.list.list.setFocus()
    return walk(
        s, tap(Key.Key_Slash), typed("a"), tap(Key.Key_Return), tap(Key.Key_Escape),
        page.list.list.setFocus, tap(Key.Key_Return), page.edit, tap(Key.Key_Escape),
        page.add_people, typed("har"), tap(Key.Key_Down), tap(Key.Key_Escape),
        page.list.list.setFocus, tap(Key.Key_Down), tap(Key.Key_Up),
    )  # fmt: skip


@act
def looked_through_cards(s: Sitting) -> Deed:
    page = s.notes()
    return walk(
        s, partial(page.step, 1), partial(page.step, -1), tap(Key.Key_2, _ALT),
        tap(Key.Key_4, _ALT), page.name_evening, tap(Key.Key_Escape),
        page.later, partial(page.step, -1),
    )  # fmt: skip


@act
def reconnect_undone(s: Sitting) -> Deed:
    window = s.reconnecting()
    window.acts.skip.click()
    s.rest()
    return window.undo


# an import


@act
def cards_read(s: Sitting) -> Deed:
    file = compared(s)._arriving.files[0].given
    page: Any = s.shell.show_page(Page.IMPORT)
    page._again()
    return walk(s, partial(page.add_files, [file]), lambda: s.until(lambda: page.session))


def doubtful(s: Sitting) -> Any:
    """Two cards of somebody who is known, with another title."""
    file = s.place_ / "doubt.vcf"
    known = s.ask(lambda store: store.contact(PERSON))
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{known.name.family};{known.name.given};;;\r\n"
        f"FN:{known.name.full}\r\nTITLE:{title}\r\nEMAIL:{known.emails[0].value}\r\nEND:VCARD\r\n"
        for title in ("one thing", "another")
    )
    file.write_text(cards, "utf-8", newline="")
    page: Any = s.shell.show_page(Page.IMPORT)
    page.add_files([file])
    s.until(lambda: page.state is State.COMPARE)
    s.rest()
    return page


@act
def doubts_answered(s: Sitting) -> Deed:
    page = doubtful(s)
    page._parts.compare.list.setFocus()
    panel = page._parts.compare.panel
    return walk(
        s, tap(Key.Key_Left), tap(Key.Key_Right), tap(Key.Key_M), tap(Key.Key_Up), tap(Key.Key_N),
        tap(Key.Key_Up), panel.later.emit, tap(Key.Key_Space), tap(Key.Key_Space),
        lambda: panel.value_chosen.emit("title", True),
        lambda: panel.person_chosen.emit(PERSON), page.cancel, tap(Key.Key_Escape),
        partial(s.shell.show_page, Page.TODAY), partial(s.shell.show_page, Page.IMPORT),
    )  # fmt: skip


def waiting(s: Sitting) -> Any:
    """Cards that wait since an import."""
    page = doubtful(s)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    s.rest()
    page.show_waiting()
    s.until(lambda: page.state is State.WAITING)
    s.rest()
    page._parts.compare.list.setFocus()
    return page


@act
def waiting_card_merged(s: Sitting) -> Deed:
    waiting(s)
    return tap(Key.Key_M)


@act
def waiting_card_is_another(s: Sitting) -> Deed:
    waiting(s)
    return tap(Key.Key_N)


@act
def waiting_card_left_out(s: Sitting) -> Deed:
    waiting(s)
    return tap(Key.Key_Space)


@act
def import_undone_by_its_button(s: Sitting) -> Deed:
    page = compared(s)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    s.rest()
    return press(page._parts.done.undo)


@act
def earlier_imports(s: Sitting) -> Deed:
    page = compared(s)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    s.rest()
    return walk(
        s, page._parts.done.people_wanted.emit, partial(s.shell.show_page, Page.IMPORT),
        page.cancel, page.show_earlier, page.cancel,
    )  # fmt: skip


# settings


@act
def looked_through_settings(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    return walk(
        s, page.change_passphrase, typed("nobody"), tap(Key.Key_Tab), typed("knows"),
        tap(Key.Key_Escape), page.check_recovery_key, typed("ABCD"), tap(Key.Key_Escape),
        page.try_backup, tap(Key.Key_Escape), page.restore_backup, tap(Key.Key_Escape),
        page.add_days_away, typed("1"), tap(Key.Key_Escape), page.write_calendar,
        tap(Key.Key_Escape), page.erase_everything, tap(Key.Key_Escape),
    )  # fmt: skip


@act
def days_away_dropped(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    away = Vacation(TODAY + timedelta(20), TODAY + timedelta(24))
    page.reminders.days_off.away.emit(away)
    s.rest()
    return lambda: page.reminders.days_off.back.emit(away)

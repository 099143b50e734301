"""What is chosen in menus and dialogs: one deed each, or one for each action of a menu."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.reminder import FollowUp, FollowUpKind
from app.domain.rhythm import OFFERED
from app.store.advice import Advice
from app.ui.pages.importing.page import State
from app.ui.pages.names import Page
from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY
from app.ui.reconnect.card import ReachLine
from app.ui.widgets.dialog import Dialog
from tests.screens.kept import TODAY
from tests.soak.slot_days import compared
from tests.soak.slot_sitting import PERSON, TYPED, Act, Deed, Sitting, act, type_in
from tests.soak.slot_tours import doubtful, tap, typed, walk

Key = Qt.Key


def dialog(s: Sitting) -> Any:
    """The dialog that is open."""
    (found,) = [b for b in s.findChildren(Dialog) if b.isVisible()]
    return found


# menus


def _tag(s: Sitting) -> None:
    tags = s.people().detail.tags
    tags._open_menu(tags._tags[0], tags.add)


def _characters(s: Sitting) -> None:
    file = s.place_ / "sjis.vcf"
    name = "早坂"
    card = f"BEGIN:VCARD\r\nVERSION:2.1\r\nN:{name};\r\nFN:{name}\r\nEND:VCARD\r\n"
    file.write_bytes(card.encode("cp932"))
    page: Any = s.shell.show_page(Page.IMPORT)
    page.add_files([file])
    s.until(lambda: page.state is State.COMPARE)
    s.rest()
    page._parts.characters._open()


MENUS: dict[str, Callable[[Sitting], object]] = {
    "of a person": lambda s: s.people().detail.header.menu_wanted.emit(QPoint(9, 9)),
    "of the list": lambda s: s.people().list.filters._open_menu(),
    "of a kind": lambda s: s.people().detail.composer.kind.open(),
    "of a tag": _tag,
    "of what waits": lambda s: s.today().queue.menu.ask(TODAY, QPoint(9, 9)),
    "of the characters": _characters,
}


def _actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions(inner)
        elif action.isEnabled() and not action.isSeparator():
            yield action


def by_menu(name: str, number: int) -> Act:
    """The action with this number of a menu; IndexError behind the last."""

    def made(s: Sitting) -> Deed:
        MENUS[name](s)
        s.rest()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu), f"no menu {name}"
        action = list(_actions(popup))[number]

        def do() -> None:
            if shiboken6.isValid(action):
                action.trigger()
            if shiboken6.isValid(popup):
                popup.close()

        return do

    return made


# people


def _follow_up(s: Sitting) -> Any:
    page = s.people()
    page.commands.set_follow_up()
    s.rest()
    return dialog(s)


@act
def next_contact_chosen(s: Sitting) -> Deed:
    box = _follow_up(s)
    return walk(
        s,
        lambda: box.day.day_changed.emit(),
        lambda: box.calendar.chosen.emit(TODAY + timedelta(9)),
    )


@act
def next_contact_dropped(s: Sitting) -> Deed:
    page = s.people()
    made = FollowUp("own", PERSON, FollowUpKind.TYPED, TODAY, TODAY, "x")
    return lambda: page._writes.drop_follow_up(PERSON, made)


@act
def tag_taken_off(s: Sitting) -> Deed:
    tags = s.people().detail.tags
    return lambda: tags._remove(tags._tags[0])


@act
def remark_laid_aside(s: Sitting) -> Deed:
    page = s.people()
    remark = s.ask(lambda store: store.remarks(PERSON))[0]
    return lambda: page._writes.lay_remark_aside(remark)


@act
def rows_of_the_editor(s: Sitting) -> Deed:
    page = s.people()
    page.edit("title")
    editor = page.detail.editor
    rows = editor._emails
    return walk(
        s, rows.add.click, typed("a@b.example"), lambda: rows._remove(rows._rows[-1][0]),
        editor._fields["title"].edit.setFocus, tap(Key.Key_Return), editor._take_back,
        tap(Key.Key_Escape),
    )  # fmt: skip


@act
def a_letter_of_the_index(s: Sitting) -> Deed:
    page = s.people()
    return lambda: page.list._letters._pressed("H")


@act
def recalled(s: Sitting) -> Deed:
    page = s.people()
    page.recall_faces()
    s.rest()
    box: Any = s.findChildren(Dialog)[-1]
    return walk(s, box._show.click, box._yes.click, box._show.click, box._no.click, box.reject)


@act
def day_of_a_line(s: Sitting) -> Deed:
    composer = s.people().detail.composer
    return walk(
        s, lambda: composer._choose_day(TODAY - timedelta(3)),
        lambda: composer.left_downwards.emit(), composer.clear,
    )  # fmt: skip


# the shell and today


@act
def who_is_meant(s: Sitting) -> Deed:
    s.today()
    s.shell.open_quick_log()
    panel: Any = s.shell._quick_log
    type_in(panel.field.edit, f"@ {TYPED}")
    s.rest()
    return walk(s, lambda: panel._pressed("day", ""), lambda: panel._choose(PERSON))


@act
def taken_back_in_the_toast(s: Sitting) -> Deed:
    page = s.today()
    QTest.keyClick(page.queue, Key.Key_S)
    s.rest()
    return lambda: s.shell.toast._pressed()


@act
def advice_shown(s: Sitting) -> Deed:
    return lambda: s.shell.show_advice((Advice.OLDER_DATABASE, Advice.SYNCED))


@act
def misdated_mended(s: Sitting) -> Deed:
    page = s.today()
    return walk(s, page._mend, partial(page._undo, 1))


@act
def window_copied(s: Sitting) -> Deed:
    window = s.reconnecting()
    return walk(s, *(line._copy for line in window.findChildren(ReachLine) if line.isVisible()))


# an import


@act
def import_left(s: Sitting) -> Deed:
    page = doubtful(s)
    page._parts.compare.list.setFocus()
    QTest.keyClick(page._parts.compare.list, Key.Key_N)
    s.rest()
    return walk(s, page.cancel, lambda: dialog(s).accept())


@act
def import_gone_on_with(s: Sitting) -> Deed:
    page = doubtful(s)
    page._parts.compare.list.setFocus()
    QTest.keyClick(page._parts.compare.list, Key.Key_N)
    s.rest()
    page._unfinished.keep()
    begun = page._begun()
    page._again()
    page._unfinished.left = begun
    return walk(s, page._go_on, lambda: s.until(lambda: page.state is State.COMPARE))


@act
def import_read_in_other_characters(s: Sitting) -> Deed:
    page = compared(s)
    return walk(s, partial(page._characters_said, 0, "cp932"))


@act
def import_stopped(s: Sitting) -> Deed:
    page = compared(s)
    page.accept()
    return page.cancel


@act
def files_chosen(s: Sitting) -> Deed:
    page = compared(s)
    name = str(page._arriving.files[0].given)
    return walk(s, partial(page._chosen, [name, f"{name}.gone"]))


@act
def opened_a_card(s: Sitting) -> Deed:
    page = doubtful(s)
    return walk(s, partial(page._parts.compare._open, None), page._ask_where_to_save)


@act
def gathering_of_an_import(s: Sitting) -> Deed:
    page = compared(s)
    page._parts.compare.question.ask(just_met=True, day=TODAY)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    s.rest()
    page._gathering.name.edit.setText(TYPED)
    return page._gathering.save


@act
def import_of_before_taken_back(s: Sitting) -> Deed:
    page = compared(s)
    page.accept()
    s.until(lambda: page.state is State.DONE)
    page.cancel()
    page.show_earlier()
    s.rest()
    past = page._parts.earlier._rows[0]
    page._earlier.ask_to_take_back(past)
    s.rest()
    return lambda: dialog(s).accept()


# gatherings and notes


@act
def proposal_named(s: Sitting) -> Deed:
    page = s.gathering()
    proposal = page.list._proposal
    return lambda: page.name_proposal(proposal) if proposal else None


@act
def face_put_down(s: Sitting) -> Deed:
    page = s.notes()
    faces = page.parts.beside.faces
    faces.begin()
    s.rest()
    return walk(s, typed("glasses"), tap(Key.Key_Return), faces.begin, tap(Key.Key_Escape))


# settings


@act
def looks_set(s: Sitting) -> Deed:
    page = s.settings(GENERAL)
    percent = str(round(s.theme.scale * 100))
    return walk(
        s, partial(page.general._set_size, "120"), partial(page.general._set_size, percent),
        partial(page.general._set_hidden, True), partial(page.general._set_hidden, False),
    )  # fmt: skip


@act
def rhythm_of_a_tag_set(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    return lambda: page.reminders.tags.chosen.emit("furniture", OFFERED[1])


@act
def days_away_typed(s: Sitting) -> Deed:
    page = s.settings(REMINDERS)
    page.add_days_away()
    s.rest()
    box = dialog(s)
    box.first.set_day(date(2026, 12, 28))
    box.last.set_day(date(2027, 1, 5))
    return box._keep


@act
def second_place_taken(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    place = s.place_.parent / "second"
    place.mkdir(exist_ok=True)
    return partial(page.take_second, str(place))


@act
def second_place_dropped(s: Sitting) -> Deed:
    second_place_taken(s)()
    s.rest()
    return s.settings(SECURITY)._drop_second


@act
def drill_asked(s: Sitting) -> Deed:
    page = s.settings(SECURITY)
    page.try_backup()
    s.rest()
    box = dialog(s)
    return walk(s, *(b.click for b in box.findChildren(type(box.go_on)) if b is not box.go_on))

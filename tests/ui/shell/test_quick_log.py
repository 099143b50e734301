"""The quick log by keys and by an input method, on a real store."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Name, Reading
from app.domain.interaction import Initiative, Kind
from app.domain.promise import Promise, Side
from app.store.settings import DraftSetting
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.shell.quick_log import QuickLog
from app.ui.shell.shell import Shell
from app.ui.widgets.chip import Chip
from app.usecases import people
from tests.ui.day import CLAIRE, HAYASAKA, TODO, Day

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
MIO = Contact("p-mio", name=Name("早坂 凛", "早坂", "凛"), reading=Reading("はやさか", "りん"))


class Blank(QWidget):
    """A page that shows somebody, or nobody."""

    person: Contact | None = None

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def shown_person(self) -> Contact | None:
        return self.person


@pytest.fixture
def shell(qtbot: QtBot, day: Day, theme: Theme) -> Shell:
    made = Shell(day.workspace, theme, dict.fromkeys(Page, Blank))
    qtbot.addWidget(made)
    made.resize(1280, 820)
    made.show_page(Page.PEOPLE)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def opened(qtbot: QtBot, shell: Shell) -> QuickLog:
    qtbot.keyClick(shell, Qt.Key.Key_J, CONTROL)
    panel = shell.findChild(QuickLog)
    assert panel is not None
    assert panel.isVisible()
    assert QApplication.focusWidget() is panel.field.edit
    return panel


def understood(qtbot: QtBot, panel: QuickLog, words: str) -> list[str]:
    """What the chips say once the line was understood."""
    line = panel.field.text()
    qtbot.waitUntil(lambda: panel._preview.line == line and panel._asked is None)
    assert words in (*panel.signs.words(), panel.note.text(), panel.missing.text())
    return panel.signs.words()


def typed(qtbot: QtBot, panel: QuickLog, words: str) -> list[str]:
    qtbot.keyClicks(panel.field.edit, words)
    return understood(qtbot, panel, "Today" if "yesterday" not in words else "Wed 14 Oct")


def enter(qtbot: QtBot, panel: QuickLog) -> None:
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_Return)


def written(qtbot: QtBot, panel: QuickLog) -> None:
    enter(qtbot, panel)
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_a_line_is_understood_and_written_with_its_promise_in_one_change(
    qtbot: QtBot, shell: Shell, day: Day
) -> None:
    panel = opened(qtbot, shell)
    signs = typed(qtbot, panel, "yesterday Claire and mio lunch ")
    commit(panel, "木の器の話 →見本を送る 金")
    signs = understood(qtbot, panel, "Note: lunch 木の器の話")
    assert signs == [
        "Wed 14 Oct", "Claire Martin ×", "早坂 美緒 ×", "Met",
        "You promised: 見本を送る · Fri 16 Oct",
    ]  # fmt: skip
    written(qtbot, panel)
    qtbot.waitUntil(lambda: shell.toast.words() == "Written down")
    act = day.acts(CLAIRE.id)[0]
    assert (act.kind, act.on, act.note) == (Kind.MET, date(2026, 10, 14), "lunch 木の器の話")
    assert act.contact_ids == (CLAIRE.id, HAYASAKA.id)
    for person in (CLAIRE, HAYASAKA):
        (promise,) = promises(day, person)
        assert (promise.by, promise.due, promise.act) == (Side.ME, date(2026, 10, 16), act.id)
    qtbot.keyClick(shell, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: act not in day.acts(CLAIRE.id))
    assert promises(day, CLAIRE) == ()
    assert panel.field.text() == ""


def promises(day: Day, person: Contact) -> tuple[Promise, ...]:
    found = day.ask(lambda store: store.promises(person.id))
    assert isinstance(found, tuple)
    return found


def commit(panel: QuickLog, words: str) -> None:
    """As an input method does: the words stand there unentered, then they are entered."""
    edit = panel.field.edit
    QApplication.sendEvent(edit, QInputMethodEvent(words, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(edit, event)


def test_enter_while_composing_writes_nothing(qtbot: QtBot, shell: Shell, day: Day) -> None:
    panel = opened(qtbot, shell)
    commit(panel, "早坂 電話")
    understood(qtbot, panel, "Call")
    QApplication.sendEvent(panel.field.edit, QInputMethodEvent("した", []))
    enter(qtbot, panel)
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_Escape)
    assert panel.isVisible()
    commit(panel, "した")
    understood(qtbot, panel, "Call")
    written(qtbot, panel)
    act = day.acts(HAYASAKA.id)[0]
    assert (act.kind, act.note) == (Kind.CALL, None)
    qtbot.waitUntil(lambda: shell.toast.words() == "Written down for Hayasaka-san")


def test_who_shares_a_name_is_chosen_by_the_person(qtbot: QtBot, shell: Shell, day: Day) -> None:
    day.write(lambda store: store.apply(Change(Verb.IMPORT, (Edit(None, MIO),)), now=day.clock()))
    before = day.acts(HAYASAKA.id)
    panel = opened(qtbot, shell)
    signs = typed(qtbot, panel, "hayasaka called")
    assert "hayasaka? ×" in signs
    names = [panel.which.model.index(row).data() for row in range(panel.which.model.rowCount())]
    assert set(names) == {MIO.name.full, HAYASAKA.name.full}
    assert panel.which.title.text() == "Which hayasaka?"
    which = panel.which
    assert which.list.height() == 2 * panel._theme.px(40)
    assert which.geometry().bottom() < panel.height()
    assert which.list.geometry().bottom() <= which.height()
    assert panel.field.height() >= panel.field.sizeHint().height()
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_Down)
    enter(qtbot, panel)
    assert panel.isVisible()
    assert day.acts(HAYASAKA.id) == before
    chosen = names[1]
    assert f"{chosen} ×" in panel.signs.words()
    written(qtbot, panel)
    who = MIO.id if chosen == MIO.name.full else HAYASAKA.id
    assert day.acts(who)[0].kind is Kind.CALL
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "hayasaka called")
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_1, ALT)
    assert f"{names[0]} ×" in panel.signs.words() or f"{names[1]} ×" in panel.signs.words()
    assert panel.field.text() == "hayasaka called"


def test_enter_at_once_writes_what_is_understood_a_moment_later(
    qtbot: QtBot, shell: Shell, day: Day
) -> None:
    panel = opened(qtbot, shell)
    qtbot.keyClicks(panel.field.edit, "called Claire")
    written(qtbot, panel)
    assert day.acts(CLAIRE.id)[0].kind is Kind.CALL


def test_a_line_without_a_person_or_a_thing_is_not_written_and_says_why(
    qtbot: QtBot, shell: Shell, day: Day
) -> None:
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "called Hans")
    assert panel.missing.text() == "Who was it? A name that you know is missing."
    enter(qtbot, panel)
    panel.field.edit.clear()
    typed(qtbot, panel, "Claire")
    assert panel.missing.text() == "What happened? A word or two will do."
    enter(qtbot, panel)
    assert panel.isVisible()
    assert len(day.acts(CLAIRE.id)) == 1


def test_what_is_still_to_come_is_a_note_and_says_so(qtbot: QtBot, shell: Shell, day: Day) -> None:
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "tomorrow lunch with Claire")
    assert panel.missing.text().startswith("That is still to come, so it is a note.")
    written(qtbot, panel)
    act = day.acts(CLAIRE.id)[0]
    assert (act.kind, act.note) == (Kind.NOTE, "tomorrow lunch")


def test_escape_keeps_the_line_and_gives_the_focus_back(qtbot: QtBot, shell: Shell) -> None:
    before = QApplication.focusWidget()
    panel = opened(qtbot, shell)
    assert panel.grammar.isVisible()
    typed(qtbot, panel, "Claire lunch")
    assert not panel.grammar.isVisible()
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is before
    assert opened(qtbot, shell).field.text() == "Claire lunch"
    qtbot.keyClick(shell, Qt.Key.Key_K, CONTROL)
    assert not panel.isVisible()


def test_a_word_with_a_mark_is_the_place_until_it_is_made_a_tag(
    qtbot: QtBot, shell: Shell, day: Day
) -> None:
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "Claire lunch #fair")
    assert "Place: fair – a tag?" in panel.signs.words()
    written(qtbot, panel)
    assert day.acts(CLAIRE.id)[0].place == "fair"
    day.clock.move(minutes=1)
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "Claire lunch #fair")
    press(qtbot, panel, "fair: give it to them as a tag")
    assert "Tag: fair" in panel.signs.words()
    written(qtbot, panel)
    assert day.acts(CLAIRE.id)[0].place is None
    claire = day.ask(lambda store: store.contact(CLAIRE.id))
    assert isinstance(claire, Contact)
    assert claire.tags == ("fair",)


def press(qtbot: QtBot, panel: QuickLog, name: str) -> None:
    """Tab to a chip, and the space bar."""
    for _ in range(12):
        focused = QApplication.focusWidget()
        if isinstance(focused, Chip) and focused.accessibleName() == name:
            qtbot.keyClick(focused, Qt.Key.Key_Space)
            return
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_a_name_that_is_no_name_here_is_taken_out_and_stays_in_the_note(
    qtbot: QtBot, shell: Shell, day: Day
) -> None:
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "Mio lunch, Claire is well")
    press(qtbot, panel, "Take Claire Martin out")
    understood(qtbot, panel, "Note: lunch, Claire is well")
    written(qtbot, panel)
    assert day.acts(HAYASAKA.id)[0].note == "lunch, Claire is well"
    assert len(day.acts(CLAIRE.id)) == 1


def test_from_the_page_of_a_person_they_are_in_the_line(
    qtbot: QtBot, shell: Shell, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Blank, "person", TODO)
    panel = opened(qtbot, shell)
    assert "藤堂 健一郎 ×" in panel.signs.words()
    commit(panel, "← 電話")
    understood(qtbot, panel, "from them")
    written(qtbot, panel)
    act = day.acts(TODO.id)[0]
    assert (act.kind, act.initiative) == (Kind.CALL, Initiative.THEM)
    panel = opened(qtbot, shell)
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_Backspace)
    assert panel.signs.words() == []


def test_who_is_gone_meanwhile_is_said_and_the_line_stays(
    qtbot: QtBot, shell: Shell, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Blank, "person", Contact("p-nobody", name=Name("Nobody")))
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "called")
    enter(qtbot, panel)
    qtbot.waitUntil(lambda: shell.toast.words().startswith("This entry is no longer there"))
    assert panel.isVisible()
    assert panel.field.text() == "called"


def test_names_are_looked_up_anew_after_every_change(qtbot: QtBot, shell: Shell, day: Day) -> None:
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "called Hans")
    day.write(
        lambda store: people.add(store, Contact(name=Name("Hans", given="Hans")), now=day.clock())
    )
    qtbot.waitUntil(lambda: "Hans ×" in panel.signs.words())


def test_it_is_said_to_those_who_listen(qtbot: QtBot, shell: Shell) -> None:
    panel = opened(qtbot, shell)
    edit = panel.field.edit
    assert edit.accessibleName() == "Quick log: one line of what happened"
    typed(qtbot, panel, "yesterday Claire called")
    assert edit.accessibleDescription() == "Wed 14 Oct, Claire Martin ×, Call"
    assert panel.signs.accessibleName() == "Understood: Wed 14 Oct, Claire Martin ×, Call"


def test_a_line_that_was_begun_is_there_after_a_lock(
    qtbot: QtBot, shell: Shell, day: Day, theme: Theme
) -> None:
    panel = opened(qtbot, shell)
    typed(qtbot, panel, "yesterday called Claire")
    shell.hide()  # as when it is locked, which waits until all is written
    kept = "yesterday called Claire"
    qtbot.waitUntil(lambda: day.ask(lambda store: store.setting(DraftSetting.QUICK_LOG)) == kept)
    again = Shell(day.workspace, theme, dict.fromkeys(Page, Blank))
    qtbot.addWidget(again)
    page = again.show_page(Page.PEOPLE)
    page.person = HAYASAKA  # type: ignore[attr-defined]  # a Blank
    again.show()
    qtbot.waitExposed(again)
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    panel = opened(qtbot, again)
    qtbot.waitUntil(lambda: panel.field.text() == kept)
    understood(qtbot, panel, "Wed 14 Oct")
    before = day.acts(HAYASAKA.id)
    written(qtbot, panel)
    assert day.acts(HAYASAKA.id) == before  # who is shown now has nothing to do with it
    qtbot.waitUntil(lambda: day.ask(lambda store: store.setting(DraftSetting.QUICK_LOG)) == "")

"""On the last page of an import: these cards are from a gathering, and it gets a name."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.pages.importing.from_gathering import FromGathering
from app.ui.pages.importing.page import ImportPage, State
from app.ui.workspace import Workspace
from app.usecases import evenings, undoing
from app.usecases.evenings import Evening
from tests.ui.pages.importing.conftest import NEW, NOW, OTHER, CardFile, compared
from tests.ui.pages.importing.test_page import answer, button

DAY = date(2026, 10, 15)


def done(qtbot: QtBot, page: ImportPage, card_file: CardFile) -> FromGathering:
    compared(qtbot, page, card_file(NEW, OTHER))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    asks = page._gathering
    qtbot.waitUntil(asks.isVisible, timeout=10_000)
    return asks


def rows(qtbot: QtBot, workspace: Workspace) -> list[tuple[str, date, int]]:
    found = answer(qtbot, workspace, lambda reader: reader.gathering_rows())
    return [(row.gathering.name, row.gathering.on, row.cards) for row in found]


def test_a_name_and_enter_are_enough(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    asks = done(qtbot, page, card_file)
    assert asks.day.day() == DAY
    asks.name.setFocus()
    qtbot.keyClick(asks.name.edit, Qt.Key.Key_Return)
    assert asks.name.edit.accessibleDescription()
    assert rows(qtbot, workspace) == []
    qtbot.keyClicks(asks.name.edit, "Kuramae")
    qtbot.keyClick(asks.name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not asks.name.isVisible(), timeout=10_000)
    assert rows(qtbot, workspace) == [("Kuramae", DAY, 2)]
    workspace.do(lambda store: undoing.undo(store, now=NOW))
    qtbot.waitUntil(asks.name.isVisible, timeout=10_000)
    assert rows(qtbot, workspace) == []


def test_undo_of_the_import_takes_the_name_back_before_it(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    asks = done(qtbot, page, card_file)
    asks.name.set_text("Kuramae")
    asks.save()
    qtbot.waitUntil(lambda: not asks.name.isVisible(), timeout=10_000)
    button(page, "Undo").click()
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=10_000)
    assert rows(qtbot, workspace) == []
    assert len(answer(qtbot, workspace, lambda reader: reader.people().ids)) == 1


def test_notes_on_the_cards_begin_here(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    asks = done(qtbot, page, card_file)
    with qtbot.waitSignal(page.notes_wanted) as told:
        asks.notes.click()
    evening = Evening.parse(told.args[0])
    assert evening is not None
    known = answer(qtbot, workspace, lambda reader: evenings.look(reader, evening, NOW))
    assert len(known.cards) == 2

"""Earlier imports on the screen: looked at, taken back, brought back, and what is in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.interaction import Kind
from app.ui.look.theme import Theme
from app.ui.pages.importing.earlier import AT_ONCE, EarlierView
from app.ui.pages.importing.page import ImportPage, State
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace
from app.usecases import importing, log, undoing
from tests.ui.pages.importing.conftest import BROKEN, MOVED, NEW, NOW, OTHER, CardFile, card
from tests.ui.pages.importing.test_page import answer, button, everyone, words_of

pytestmark = pytest.mark.timeout(120)
ROWS = "氏名,会社名,e-mail\r\n佐藤 健一,北山設計,kenichi@kitayama.example\r\n"
OPEN_ROW = '"高橋,みなと,misaki@minato.example\r\n'


def bring(qtbot: QtBot, workspace: Workspace, *paths: Path) -> None:
    files = importing.read_files(paths)
    done: list[object] = []
    workspace.do(
        lambda store: importing.accept(store, importing.preview(store, files), now=NOW)
    ).then(done.append)
    qtbot.waitUntil(lambda: bool(done))


def view_of(page: ImportPage) -> EarlierView:
    found = page.findChild(EarlierView)
    assert found is not None
    return found


def shown(qtbot: QtBot, page: ImportPage, rows: int) -> EarlierView:
    """The list, once it has so many rows."""
    view = view_of(page)
    qtbot.waitUntil(lambda: len(rows_of(view)) == rows)
    return view


def rows_of(view: EarlierView) -> list[str]:
    return [words for words in words_of(view) if " cards: " in words or " card: " in words]


def offered(page: ImportPage) -> bool:
    return any(b.words() == "Earlier imports…" and b.isVisible() for b in page.findChildren(Button))


def test_nothing_is_offered_before_the_first_import(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.wait(50)
    assert not offered(page)


def test_an_import_is_taken_back_by_keyboard_and_comes_back(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    bring(qtbot, workspace, card_file(NEW, OTHER, name="first.vcf"))
    bring(qtbot, workspace, card_file(card(name="三好 司"), name="second.vcf"))
    qtbot.waitUntil(lambda: offered(page))
    button(page, "Earlier imports…").setFocus()
    qtbot.keyClick(button(page, "Earlier imports…"), Qt.Key.Key_Space)
    assert page.state is State.EARLIER
    view = shown(qtbot, page, 2)
    said = words_of(view)
    assert said.index("second.vcf") < said.index("first.vcf")
    assert "2 cards: 2 new" in said
    assert "Taking it back lets go of 2 people, 2 cards." in said

    qtbot.keyClick(page, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.words() == "Take back…"
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    box = page.findChild(Dialog)
    assert box is not None
    assert "first.vcf" in box.words.text()
    assert "lets go of 2 people, 2 cards" in box.words.text()
    assert "Everything else stays" in box.words.text()
    assert not button(box, "Take back").isDefault()
    box.accept()
    shown(qtbot, page, 1)
    names = {c.name.full for c in answer(qtbot, workspace, everyone)}
    assert names == {"相原 みどり", "三好 司"}

    workspace.do(lambda store: undoing.redo(store, now=NOW))
    shown(qtbot, page, 2)
    assert len(answer(qtbot, workspace, everyone)) == 4
    focused = page.window().focusWidget()
    assert isinstance(focused, Button)
    assert view.isAncestorOf(focused)
    page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is focused)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.state is State.CHOOSE


def test_what_stands_in_the_way_is_named(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    bring(qtbot, workspace, card_file(NEW, name="first.vcf"))
    person = next(c for c in answer(qtbot, workspace, everyone) if c.name.full == "荒井 康平")
    page.show_earlier()
    shown(qtbot, page, 1)
    button(page, "Take back…")
    workspace.do(lambda store: log.note(store, [person.id], "電話", kind=Kind.CALL, now=NOW))
    qtbot.waitUntil(lambda: any(w.startswith("Stays") for w in words_of(page)))
    view = shown(qtbot, page, 1)
    assert not [b for b in view.findChildren(Button) if b.words() == "Take back…"]
    (said,) = [w for w in words_of(view) if w.startswith("Stays")]
    assert "Written down for" in said
    assert "15 Oct" in said
    assert "other change" not in said
    workspace.do(lambda store: log.note(store, [person.id], "昼食", now=NOW))
    workspace.do(lambda store: log.note(store, [person.id], "手紙", now=NOW))
    qtbot.waitUntil(lambda: any(w.endswith("And 2 other changes.") for w in words_of(page)))


def test_a_newer_import_is_named_by_its_file(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    bring(qtbot, workspace, card_file(card("EMAIL:arai@kappan.example.jp", name="荒井 康平")))
    more = card("EMAIL:arai@kappan.example.jp", "TEL:03-5550-0199", name="荒井 康平")
    bring(qtbot, workspace, card_file(more, name="newer.vcf"))
    page.show_earlier()
    view = shown(qtbot, page, 2)
    assert "Stays, because a newer import builds on it: newer.vcf (15 Oct)." in words_of(view)


def test_counts_add_up_in_words(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    bring(qtbot, workspace, card_file(MOVED, NEW, OTHER, BROKEN))
    page.show_earlier()
    view = shown(qtbot, page, 1)
    assert "4 cards: 2 new, 1 to look at, 1 not read" in words_of(view)


def test_rejected_rows_are_saved_again_as_a_table(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, tmp_path: Path, card_file: CardFile
) -> None:
    table = card_file(ROWS, OPEN_ROW, ROWS.partition("\r\n")[2], name="eight.csv")
    bring(qtbot, workspace, table, card_file(BROKEN, name="half.vcf"))
    page.show_earlier()
    view = shown(qtbot, page, 1)
    qtbot.mouseClick(button(view, "Save the rejected cards…"), Qt.MouseButton.LeftButton)
    for name, content in (
        ("rejected.vcf", BROKEN),
        ("rejected-2.csv", ROWS.partition("\r\n")[0] + "\r\n" + OPEN_ROW),
    ):
        target = save_as(qtbot, page, tmp_path, name)
        qtbot.waitUntil(target.exists)
        assert target.read_bytes() == content.encode()
    qtbot.waitUntil(lambda: sum("saved as they were" in w for w in words_of(page)) >= 1)


def save_as(qtbot: QtBot, page: ImportPage, folder: Path, name: str) -> Path:
    """Answer the dialog that asks where to, which must propose this name."""

    def proposing() -> QFileDialog | None:
        boxes = page.findChildren(QFileDialog)
        return next((b for b in boxes if b.isVisible() and b.selectedFiles()
                     and Path(b.selectedFiles()[0]).name == name), None)  # fmt: skip

    qtbot.waitUntil(lambda: proposing() is not None)
    box = proposing()
    assert box is not None
    target = folder / name
    box.fileSelected.emit(str(target))
    box.close()
    return target


def test_many_imports_come_in_parts(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    for number in range(AT_ONCE + 3):
        bring(qtbot, workspace, card_file(card(name=f"人 {number}"), name=f"{number}.vcf"))
    page.show_earlier()
    view = shown(qtbot, page, AT_ONCE)
    qtbot.mouseClick(button(view, "Show more"), Qt.MouseButton.LeftButton)
    assert len(rows_of(view)) == AT_ONCE + 3


def test_size_and_language_change_while_it_is_shown(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, theme: Theme, card_file: CardFile
) -> None:
    bring(qtbot, workspace, card_file(NEW))
    page.show_earlier()
    shown(qtbot, page, 1)
    theme.set_scale(1.4)
    shown(qtbot, page, 1)
    assert page.state is State.EARLIER


def test_files_that_come_meanwhile_are_read(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    bring(qtbot, workspace, card_file(NEW))
    page.show_earlier()
    shown(qtbot, page, 1)
    page.add_files([card_file(OTHER, name="more.vcf")])
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)

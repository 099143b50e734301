"""Pasting and dropping what is in no file: imported as a file is, and never written to one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.interchange.columns import Field
from app.ui.pages.importing.columns import ColumnsDialog
from app.ui.pages.importing.page import ImportPage, State
from app.ui.workspace import Workspace
from tests.ui.pages.importing.conftest import NEW, OTHER, CardFile, compared
from tests.ui.pages.importing.test_page import answer, button, everyone, list_of, words_of
from tests.ui.test_copied import code

pytestmark = pytest.mark.timeout(120)
CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = "氏名\t会社名\te-mail\n佐藤 健一\t北山設計\tkenichi@kitayama.example\n"


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication):
    """An empty one, and empty again."""
    QApplication.clipboard().clear()
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


def names(page: ImportPage) -> list[str | None]:
    assert page.session is not None
    return [c.contact.name.full for c in page.session.plan.cards if c.contact is not None]


def pasted(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (NEW, "荒井 康平"),
        (TABLE, "佐藤 健一"),
        ("MECARD:N:鈴木,太郎;TEL:0312345678;;", "鈴木 太郎"),
    ],
    ids=["vCard", "table", "MeCard"],
)
def test_text_is_pasted(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, text: str, found: str
) -> None:
    QApplication.clipboard().setText(text)
    pasted(qtbot, page)
    assert names(page) == [found]
    assert any("Clipboard" in words for words in words_of(page))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    assert {c.name.full for c in answer(qtbot, workspace, everyone)} == {"相原 みどり", found}
    assert answer(qtbot, workspace, lambda r: r.batches())[0].files == ("Clipboard",)


def test_a_picture_is_pasted_by_the_button_and_nothing_is_written(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.chdir(tmp_path / "tmp")
    QApplication.clipboard().setImage(code())
    qtbot.mouseClick(button(page, "Paste"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    assert names(page) == ["佐藤 花子"]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_pasting_adds_to_what_is_compared(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(NEW))
    QApplication.clipboard().setText(OTHER)
    qtbot.keyClick(list_of(page), Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.session is not None and len(names(page)) == 2, timeout=20_000)
    assert names(page) == ["荒井 康平", "石塚 さやか"]


def test_in_a_field_text_is_pasted_into_the_field(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(NEW))
    field = next(f for f in page.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    field.clear()
    QApplication.clipboard().setText("2026-10-01")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert "2026-10-01" in field.text()
    assert page.state is State.COMPARE


def test_an_empty_clipboard_says_what_could_be_copied(qtbot: QtBot, page: ImportPage) -> None:
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_V, CONTROL)
    said = "Clipboard: Nothing that could be a card"
    qtbot.waitUntil(lambda: words_of(page).count(said) == 1)
    assert page.state is State.CHOOSE


def test_plain_words_are_no_card(qtbot: QtBot, page: ImportPage) -> None:
    QApplication.clipboard().setText("see you on Friday")
    qtbot.keyClick(page, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: any("not a card file" in w for w in words_of(page)), timeout=20_000)
    assert page.state is State.CHOOSE


def test_columns_of_a_pasted_table_are_put_right(qtbot: QtBot, page: ImportPage) -> None:
    QApplication.clipboard().setText(TABLE)
    pasted(qtbot, page)
    page.show_columns(0)
    box = page.findChild(ColumnsDialog)
    assert box is not None
    box.choices[1].set_value(Field.NOTE.value)
    qtbot.mouseClick(button(box, "Read it so"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    assert page.session is not None
    contact = page.session.plan.cards[0].contact
    assert contact is not None
    assert contact.organization is None
    assert contact.note == "北山設計"


def drop(page: ImportPage, data: QMimeData) -> bool:
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.dropEvent(event)
    return event.isAccepted()


def test_a_picture_is_dropped_out_of_a_browser(qtbot: QtBot, page: ImportPage) -> None:
    data = QMimeData()
    data.setText("https://example.com/code.png")
    data.setImageData(code())
    assert drop(page, data)
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    assert names(page) == ["佐藤 花子"]


def test_a_picture_without_a_code_says_so(qtbot: QtBot, page: ImportPage) -> None:
    blank = QImage(80, 80, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    QApplication.clipboard().setImage(blank)
    qtbot.keyClick(page, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: any("No QR code" in w for w in words_of(page)), timeout=20_000)
    QApplication.clipboard().setText(NEW)
    pasted(qtbot, page)
    assert not any("No QR code" in w for w in words_of(page))

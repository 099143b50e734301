"""The columns of a table: shown, put right, and remembered for the next table of that kind."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.interchange.columns import Field
from app.store.errors import DiskFullError
from app.store.store import Store
from app.ui.pages.importing.column_words import ColumnWords
from app.ui.pages.importing.columns import ColumnsDialog
from app.ui.pages.importing.layout import ImportLayout
from app.ui.pages.importing.page import ImportPage
from app.ui.widgets.button import Button
from tests.ui.pages.importing.conftest import NEW, CardFile, compared

pytestmark = pytest.mark.timeout(120)

ODD = "Name,Handle,Haunt\nAya,ayaya,Leeds\nBen,benben,York\n"


def table_file(folder: Path, name: str = "odd.csv") -> Path:
    path = folder / name
    path.write_text(ODD, "utf-8")
    return path


def button(page: ImportPage) -> Button:
    layout = page.findChild(ImportLayout)
    assert layout is not None
    return next(b for b in layout.findChildren(Button) if b.words() == "Columns…")


def opened(qtbot: QtBot, page: ImportPage) -> ColumnsDialog:
    button(page).click()
    box = page.findChild(ColumnsDialog)
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    return box


def test_only_a_table_has_columns(qtbot: QtBot, page: ImportPage, card_file: CardFile) -> None:
    compared(qtbot, page, card_file(NEW))

    assert button(page).isHidden()


def test_columns_are_shown_with_what_stands_in_them(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    compared(qtbot, page, table_file(tmp_path))
    assert not button(page).isHidden()
    box = opened(qtbot, page)

    assert [choice.value() for choice in box.choices] == ["full", "kept", "kept"]
    assert "Handle" in box.choices[1].accessibleName()


def test_what_was_said_is_read_at_once_and_next_time_too(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    compared(qtbot, page, table_file(tmp_path))
    box = opened(qtbot, page)
    box.choices[1].set_value(Field.NICKNAME.value)
    box.choices[2].set_value(Field.GATHERING.value)
    next(b for b in box.findChildren(Button) if b.words() == "Read it so").click()
    qtbot.waitUntil(lambda: _nicknames(page) == ["ayaya", "benben"])

    page.cancel()
    compared(qtbot, page, table_file(tmp_path, "another.csv"))
    assert _nicknames(page) == ["ayaya", "benben"]


def test_what_cannot_be_remembered_counts_for_this_import_all_the_same(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, *_how: object) -> None:
        raise DiskFullError(store.folder.path)

    compared(qtbot, page, table_file(tmp_path))
    box = opened(qtbot, page)
    box.choices[1].set_value(Field.NICKNAME.value)
    box.choices[2].set_value(Field.GATHERING.value)
    failed: list[object] = []
    page._workspace.failed.connect(failed.append)
    monkeypatch.setattr(Store, "set_setting", full)
    next(b for b in box.findChildren(Button) if b.words() == "Read it so").click()
    qtbot.waitUntil(lambda: _nicknames(page) == ["ayaya", "benben"])
    assert [type(error) for error in failed] == [DiskFullError]

    page.cancel()
    compared(qtbot, page, table_file(tmp_path, "another.csv"))
    assert _nicknames(page) != ["ayaya", "benben"]


def test_every_field_has_its_word(qtbot: QtBot) -> None:
    assert [value for value, _ in ColumnWords().options()] == [
        Field.KEPT.value,
        *(field.value for field in Field if field is not Field.KEPT),
    ]


def _nicknames(page: ImportPage) -> list[str | None]:
    session = page.session
    if session is None:
        return []
    contacts = [card.read.contact for card in session.plan.cards]
    return [c.name.nickname for c in contacts if c is not None]

"""Every card that is somebody known, or may be, says why: on its row and beside it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.pages.importing.listing import ImportList
from app.ui.pages.importing.page import ImportPage
from app.ui.plain import Label
from tests.ui.pages.importing.conftest import CardFile, card, compared

EMAIL, PHONE = "EMAIL:midori@aihara.example.jp", "TEL:+81 3 5550 0127"
ORG, TITLE, NAME = "ORG:箔押し相原", "TITLE:職人", "相原 みどり"
CASES = [
    (
        (card(EMAIL, ORG, TITLE, name=NAME),),
        "Same mail and name; nothing changes",
        "メールと名前が同じです。変わりはありません",
    ),
    (
        (card(EMAIL, PHONE, ORG, name=NAME),),
        "Same mail, phone number and name; nothing changes",
        "メール、電話番号と名前が同じです。変わりはありません",
    ),
    (
        (card(EMAIL, "TEL:090-5550-0199", name=NAME),),
        "Same mail and name; 1 more phone number",
        "メールと名前が同じです。電話番号が1つ増えます",
    ),
    (
        (card(PHONE, "ORG:荒井活版印刷", TITLE, name=NAME),),
        "Same phone number and name; company differs",
        "電話番号と名前が同じです。会社が違います",
    ),
    (
        (card(PHONE, "ORG:荒井活版印刷", TITLE, name="相原 徹"),),
        "Same phone number, another name; company differs",
        "電話は同じで、名前が違います。会社が違います",
    ),
    (
        (card(EMAIL, ORG, name="相原 徹"),),
        "Same mail address, another name",
        "メールは同じで、名前が違います",
    ),
    (
        (card("ORG:荒井活版印刷", "TITLE:会長", name=NAME),),
        "Same name as someone you know; company and title differ",
        "同じ名前の人がいます。会社と肩書きが違います",
    ),
    (
        (card("ORG:㈱箔押し相原", name="アイハラ ミドリ"),),
        "A similar name at the same company",
        "会社が同じで、名前が似ています",
    ),
    (
        (card("EMAIL:m@aihara.example.jp", "ORG:相原美術", name="アイハラ ミドリ"),),
        "A similar name at the same mail domain; company differs",
        "メールのドメインが同じで、名前が似ています。会社が違います",
    ),
]


def notes(page: ImportPage) -> list[str]:
    """What the rows of the list say beside the names."""
    model = page.findChild(ImportList).model()
    rows = [model.index(n, 0) for n in range(model.rowCount())]
    cards = [row for row in rows if row.data(Qt.ItemDataRole.ToolTipRole)]
    said = [row.data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in cards]
    return [words.rpartition(", ")[0] for words in said]  # without the chip


@pytest.mark.parametrize(("cards", "english", "japanese"), CASES)
def test_each_row_says_why(
    qtbot: QtBot,
    page: ImportPage,
    theme: Theme,
    card_file: CardFile,
    cards: tuple[str, ...],
    english: str,
    japanese: str,
) -> None:
    compared(qtbot, page, card_file(*cards))
    assert notes(page) == [english]
    theme.set_language("ja")
    qtbot.wait(10)
    assert notes(page) == [japanese]


def test_the_panel_says_why(
    qtbot: QtBot, page: ImportPage, theme: Theme, card_file: CardFile
) -> None:
    moved = card(PHONE, "ORG:荒井活版印刷", TITLE, name=NAME)
    near = card("ORG:㈱箔押し相原", "TITLE:会長", name="アイハラ ミドリ")
    same = card(EMAIL, ORG, TITLE, name=NAME)
    compared(qtbot, page, card_file(moved, near, same))
    said = []
    for _ in range(8):
        said += [w.text() for w in page.findChildren(Label) if w.isVisible() and "." in w.text()]
        qtbot.keyClick(page.findChild(ImportList), Qt.Key.Key_Down)
    for words in (
        "This is someone you know: same phone number and name. The card says something else.",
        "The name is similar, and the company is the same. Is it the same person?",
        "Someone you know: same mail and name. The card says nothing new.",
    ):
        assert words in said

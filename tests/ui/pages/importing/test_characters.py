"""Characters that were read by trial: said on the page, and put right."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.names import shown
from app.ui.pages.importing.characters import CharactersButton
from app.ui.pages.importing.page import ImportPage, State
from tests.ui.pages.importing.conftest import NEW, CardFile, compared

pytestmark = pytest.mark.timeout(120)

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王小明\r\nORG:北京公司\r\nEND:VCARD\r\n"


def button(page: ImportPage) -> CharactersButton:
    found = page.findChild(CharactersButton)
    assert found is not None
    return found


def names(page: ImportPage) -> list[str]:
    assert page.session is not None
    return [shown(c.contact) for c in page.session.plan.cards if c.contact is not None]


def choose(qtbot: QtBot, page: ImportPage, name: str) -> None:
    button(page).click()
    menu = button(page).findChild(QMenu)
    assert menu is not None
    (action,) = [a for a in menu.actions() if a.text() == name]
    assert not action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: page.state is State.COMPARE and page.session is not None)


def test_a_file_that_says_it_asks_nothing(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(NEW))
    assert button(page).isHidden()


def test_a_guess_is_said_and_another_one_is_read_at_once(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "chinese.vcf"
    path.write_bytes(CARD.encode("gb18030"))
    compared(qtbot, page, path)
    assert not button(page).isHidden()
    assert button(page).words() == "Read as GB18030…"
    assert names(page) == ["王小明"]

    choose(qtbot, page, "EUC-KR")
    qtbot.waitUntil(lambda: names(page) != ["王小明"])
    assert button(page).words() == "Read as EUC-KR…"

    choose(qtbot, page, "GB18030")
    qtbot.waitUntil(lambda: names(page) == ["王小明"])


def test_of_a_table_too(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("姓名,公司,电话\r\n王小明,北京公司,+86 10 5555 0100\r\n".encode("gb18030"))
    compared(qtbot, page, path)
    choose(qtbot, page, "EUC-KR")
    qtbot.waitUntil(lambda: names(page) not in ([], ["王小明"]))
    choose(qtbot, page, "GB18030")
    qtbot.waitUntil(lambda: names(page) == ["王小明"])

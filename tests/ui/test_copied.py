"""What was copied elsewhere: which of its forms is taken, and what is left alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.interchange.codes import cards_in, squares
from app.interchange.limits import DEFAULT
from app.ui import copied
from app.ui.copied import NothingCopiedError, TooMuchCopiedError

MECARD = "MECARD:N:佐藤,花子;TEL:09012345678;;"
VCARD = "BEGIN:VCARD\nFN:a\nEND:VCARD\n"


def data(text: str = "", image: QImage | None = None, **more: str) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if image is not None:
        made.setImageData(image)
    for kind, value in more.items():
        made.setData(kind.replace("_", "/").replace("0", "-"), value.encode())
    return made


def code(scale: int = 4, paper: int = 0xFFFFFFFF) -> QImage:
    dark = squares(MECARD)
    side = (len(dark) + 8) * scale
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor.fromRgba(paper))
    for y, row in enumerate(dark):
        for x, black in enumerate(row):
            for at in range(scale * scale if black else 0):
                left, top = (x + 4) * scale + at % scale, (y + 4) * scale + at // scale
                image.setPixelColor(left, top, QColor("black"))
    return image


def test_files_come_first(qapp: QApplication, tmp_path: Path) -> None:
    mime = data("something", code())
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.vcf"))])
    assert copied.copied(mime) == [tmp_path / "a.vcf"]
    assert copied.may_be_cards(mime)


def test_a_card_by_its_own_type(qapp: QApplication) -> None:
    assert copied.copied(data("Taro", text_x0vcard=VCARD)) == VCARD.encode()


@pytest.mark.parametrize("text", [VCARD, MECARD, "氏名\t会社\n佐藤\ty\n"])
def test_text_of_cards_rules_over_its_picture(qapp: QApplication, text: str) -> None:
    assert copied.copied(data(text, code())) == text.encode()
    assert copied.may_be_cards(data(text))


def test_a_picture_rules_over_its_address(qapp: QApplication) -> None:
    found = copied.copied(data("https://example.com/code.png", code()))
    assert isinstance(found, QImage)
    assert copied.may_be_cards(data(image=code()))


def test_any_text_is_read_when_pasted_but_not_taken_when_dragged(qapp: QApplication) -> None:
    assert copied.copied(data("name,mail")) == b"name,mail"
    assert not copied.may_be_cards(data("https://example.com/a.vcf"))


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_copied(qapp: QApplication, text: str) -> None:
    with pytest.raises(NothingCopiedError):
        copied.copied(data(text))


def test_too_much_text(qapp: QApplication) -> None:
    with pytest.raises(TooMuchCopiedError):
        copied.copied(data("a" * (DEFAULT.source + 1)))


@pytest.mark.parametrize("paper", [0xFFFFFFFF, 0x00000000], ids=["white", "seen through"])
def test_a_picture_keeps_its_code(qapp: QApplication, paper: int) -> None:
    (card,) = cards_in(copied.picture_bytes(code(paper=paper))) or []
    assert "佐藤" in card.decode()


def test_a_huge_picture_is_made_small_enough(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    small = replace(DEFAULT, pixels=40_000, card=2_000)
    monkeypatch.setattr(copied, "DEFAULT", small)
    found = copied.picture_bytes(code(scale=12))
    image = QImage.fromData(found)
    assert 0 < image.width() * image.height() <= 40_000
    assert found.startswith(b"\xff\xd8\xff")  # too long as PNG

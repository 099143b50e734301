"""QR codes: out to a phone and in from a picture."""

import io
import random
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from app.domain.card import Unreadable
from app.domain.contact import Address, Contact, Email, Name, Phone, Reading, Url
from app.interchange.codes import cards_in, code_text, squares
from app.interchange.errors import Content, NotCardsError
from app.interchange.limits import Limits
from app.interchange.reading import read_cards
from app.interchange.scan import Block
from app.interchange.vcard_read import read_block

AYA = Contact(
    name=Name("髙橋 彩", "髙橋", "彩"),
    reading=Reading("たかはし", "あや"),
    organization="㈱青葉精機",
    department="第二課",
    title="課長",
    emails=(Email("aya@aoba.example"),),
    phones=(Phone("080-5550-0104", None, "+818055500104"),),
    addresses=(Address("一番町9-8-7", "仙台市", "宮城県", "9800811"),),
    urls=(Url("https://aoba.example/a;b"),),
)
MECARD = "MECARD:N:佐藤,花子;TEL:09012345678;;"


def picture(*texts: str, form: str = "PNG", scale: int = 4, turn: int = 0) -> bytes:
    codes = [squares(text) for text in texts]
    wide = max(len(code) for code in codes) * scale + 80
    paper = Image.new("L", (wide, sum(len(code) * scale + 60 for code in codes) + 40), 255)
    top = 40
    for code in codes:
        for y, row in enumerate(code):
            for x, dark in enumerate(row):
                if dark:
                    box = (40 + x * scale, top + y * scale)
                    paper.paste(0, (*box, box[0] + scale, box[1] + scale))
        top += len(code) * scale + 60
    out = io.BytesIO()
    paper.rotate(turn, expand=True, fillcolor=255).save(out, form)
    return out.getvalue()


def contact(card: bytes) -> Contact | None:
    return read_block(Block(0, len(card), 1, 1, card)).contact


def test_a_person_goes_out_and_comes_back() -> None:
    (card,) = cards_in(picture(code_text(AYA))) or []

    assert contact(card) == AYA


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("turn", [0, 7, 90])
def test_any_picture_and_any_side_up(form: str, turn: int) -> None:
    (card,) = cards_in(picture(code_text(AYA), form=form, turn=turn)) or []

    assert contact(card) == AYA


def test_several_codes_from_top_to_bottom() -> None:
    cards = cards_in(picture(code_text(AYA), MECARD, "https://example.com/")) or []

    assert [c.name.family for c in map(contact, cards) if c is not None] == ["髙橋", "佐藤"]


def test_a_long_card_leaves_out_what_does_not_fit() -> None:
    long = Contact(
        name=AYA.name, urls=tuple(Url(f"https://x.example/{n:0200d}") for n in range(20))
    )
    text = code_text(long)

    assert len(text.encode()) <= 2_000
    assert text.endswith("END:VCARD\r\n")
    assert len(squares(text)) > 100


def test_no_picture_is_not_read() -> None:
    assert cards_in(b"<svg/>") is None
    assert cards_in(b"\x89PNG\r\n\x1a\n broken") is None
    assert cards_in(picture("x"), Limits(pixels=100)) is None


def test_a_picture_through_the_child(tmp_path: Path) -> None:
    path = tmp_path / "codes.jpg"
    path.write_bytes(picture(code_text(AYA), MECARD, form="JPEG"))
    aya, hanako = read_cards(path)

    assert aya.contact == AYA
    assert hanako.source.startswith(b"BEGIN:VCARD")
    assert hanako.contact is not None
    assert hanako.contact.phones[0].e164 == "+819012345678"


def test_a_code_with_an_empty_card_is_named(tmp_path: Path) -> None:
    path = tmp_path / "code.png"
    path.write_bytes(picture("BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"))
    (card,) = read_cards(path)

    assert card.reason is Unreadable.EMPTY


@pytest.mark.parametrize(
    "data", [picture("https://example.com/"), picture("x")[:-200], b"\xff\xd8\xff\xe0 not a card"]
)
def test_a_picture_without_a_card_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cat.jpg"
    path.write_bytes(data)
    with pytest.raises(NotCardsError) as failed:
        list(read_cards(path))

    assert failed.value.content is Content.PICTURE


def test_noise_never_harms(tmp_path: Path) -> None:
    noise = random.Random(5)
    good = picture(code_text(AYA))
    for _ in range(10):
        data = bytearray(good)
        for _ in range(30):
            data[noise.randrange(len(data))] = noise.randrange(256)
        path = tmp_path / "noise.png"
        path.write_bytes(bytes(data))
        with suppress(NotCardsError):
            assert all(card.contact or card.reason for card in read_cards(path))

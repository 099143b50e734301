"""MeCard, as Japanese phones put it into QR codes."""

from app.domain.contact import Contact
from app.interchange.mecard import as_vcard, is_mecard
from app.interchange.scan import Block
from app.interchange.vcard_read import read_block


def contact(text: str) -> Contact:
    data = as_vcard(text)
    found = read_block(Block(0, len(data), 1, 1, data)).contact
    assert found is not None
    return found


def test_a_card_with_everything() -> None:
    person = contact(
        "MECARD:N:佐藤,花子;SOUND:ｻﾄｳ,ﾊﾅｺ;TEL:09012345678;TEL:0312345678;EMAIL:a@b.example;"
        "URL:https\\://b.example/;ADR:,,1-2-3,港区,東京都,1050001,日本;ORG:こもれび;BDAY:19850412;"
        "NICKNAME:はな;NOTE:a\\;b\\:c;;"
    )

    assert (person.name.family, person.name.given) == ("佐藤", "花子")
    assert (person.reading.family, person.reading.given) == ("ｻﾄｳ", "ﾊﾅｺ")
    assert [p.e164 for p in person.phones] == ["+819012345678", "+81312345678"]
    assert person.urls[0].value == "https://b.example/"
    assert (person.addresses[0].street, person.addresses[0].city) == ("1-2-3", "港区")
    assert str(person.birthday) == "1985-04-12"
    assert person.note == "a;b:c"


def test_an_address_in_one_piece_and_what_nobody_knows() -> None:
    data = as_vcard("mecard:N:Doe,John;ADR:12 Mill Lane, Leeds;X ODD:1;TEL:;;")

    assert b"ADR:;;12 Mill Lane\\, Leeds;;;;" in data
    assert b"X-MECARD-X-ODD:1" in data
    assert b"TEL" not in data


def test_nothing_in_it_ends_the_card() -> None:
    person = contact("MECARD:N:A;NOTE:x\r\nEND:VCARD;URL:y\nTEL:1;;")

    assert person.note == "x\nEND:VCARD"
    assert person.phones == ()


def test_what_is_none() -> None:
    assert not is_mecard("https://example.com/")
    assert is_mecard("MECARD:N:A;;")

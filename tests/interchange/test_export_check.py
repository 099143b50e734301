"""The second reader: it agrees with what we write, and names what is not as meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contact import Contact, Name
from app.interchange.export_check import DifferenceKind, _check, verify
from app.interchange.vcard_write import write_card

RUTH = Contact(uid="u", name=Name("Ruth Calder", "Calder", "Ruth"), note="tea, milk; and\ntime")


def kinds(data: bytes, *contacts: Contact) -> list[DifferenceKind]:
    return [difference.kind for difference in verify(data, contacts)]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_what_we_write_is_read_as_meant(version: str) -> None:
    assert verify(write_card(RUTH, version=version) * 2, [RUTH, RUTH]) == []
    assert verify(b"", []) == []


def test_each_kind_of_difference_is_named() -> None:
    data = write_card(RUTH)

    assert kinds(data, RUTH, RUTH) == [DifferenceKind.CARDS]
    assert kinds(data, replace(RUTH, uid="v")) == [DifferenceKind.UID]
    assert kinds(data, replace(RUTH, name=Name("Ruth"))) == [DifferenceKind.NAME]
    assert kinds(data.replace(b"FN:", b"FX:"), RUTH) == [DifferenceKind.NAME]
    assert kinds(data.replace(b"NOTE:", b"NOTE\xe3\x81\x82"), RUTH) == []
    (difference,) = verify(data, [replace(RUTH, uid="v")])
    assert (difference.card, difference.meant, difference.read) == (1, "v", "u")


def test_a_card_that_the_second_reader_cannot_read_is_named() -> None:
    data = b"BEGIN:VCARD\r\nFN:Ruth Calder\r\nUID:u\r\nBEGIN:X\r\nEND:VCARD\r\n"

    assert kinds(data, RUTH) == [DifferenceKind.UNREADABLE]


def test_what_makes_two_cards_of_one_is_named() -> None:
    """A line that ends its card early and begins another, if a writer ever let one through."""
    broken = "NOTE:x\nEND:VCARD\nBEGIN:VCARD\nFN:Mallory"

    found = _check(3, RUTH, ["FN:Ruth Calder", broken])

    assert [(d.kind, d.card, d.meant, d.read) for d in found] == [
        (DifferenceKind.CARDS, 3, "1", "2")
    ]


def test_a_frame_inside_is_named() -> None:
    data = b"BEGIN:VCARD\r\nUID:u\r\nFN:Ruth Calder\r\nBEGIN:X\r\nA:b\r\nEND:X\r\nEND:VCARD\r\n"

    assert kinds(data, RUTH) == [DifferenceKind.PROPERTIES]


@pytest.mark.parametrize(
    "line", ["TEL;A=" + "," * 60 + ":1", "TEL;A=" + ',"a"' * 60 + ":1", "TEL" + ";A=b" * 60 + ";:1"]
)
def test_heads_on_which_the_second_reader_hangs_never_reach_it(line: str) -> None:
    data = f"BEGIN:VCARD\r\nUID:u\r\nFN:Ruth Calder\r\n{line}\r\nEND:VCARD\r\n".encode()

    assert verify(data, [RUTH]) == []


def test_what_the_second_reader_refuses_by_itself_is_no_difference() -> None:
    for line in ("PROFILE:VCARD", "PHOTO;ENCODING=b:AAA", "LOGO;ENCODING=b:AAAA"):
        data = f"BEGIN:VCARD\r\nUID:u\r\nFN:Ruth Calder\r\n{line}\r\nEND:VCARD\r\n".encode()
        assert verify(data, [RUTH]) == []

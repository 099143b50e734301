"""Writing: what was not changed comes back as it was, what was changed says the new, and nothing
breaks out.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.contact import Address, Contact, Email, Name, Phone, Reading, Url
from app.domain.dates import Birthday
from app.domain.names import build_full
from app.interchange import phones
from app.interchange.card_lines import read_lines
from app.interchange.export_check import verify
from app.interchange.new_lines import uid_of
from app.interchange.scan import Scanner
from app.interchange.vcard_read import read_block
from app.interchange.vcard_write import VERSIONS, write_card
from tests.interchange.strategies import CONTACTS, TEXT

if TYPE_CHECKING:
    from app.domain.card import ReadCard

MUSEUM = Path(__file__).resolve().parents[1] / "data" / "cards"
ID = "01900000-0000-7000-8000-000000000001"
Property = tuple[str | None, str, tuple[tuple[str, tuple[str, ...]], ...], str]


def read(data: bytes) -> list[ReadCard]:
    scanner = Scanner(io.BytesIO(data))
    cards = []
    for block in scanner.blocks():
        if block.position:
            card = read_block(block, scanner.wide)
            cards.append(replace(card, source=data[block.offset : block.offset + block.length]))
    return cards


def one(text: str) -> ReadCard:
    (card,) = read(f"BEGIN:VCARD\r\n{text}\r\nEND:VCARD\r\n".encode())
    return card


def person(card: ReadCard) -> Contact:
    assert card.contact is not None
    return card.contact


def properties(data: bytes) -> Counter[Property]:
    return Counter(
        (line.head.group, line.head.name, line.head.params, line.value)
        for line in read_lines(data).lines
        if line.head and not line.nested
    )


def rewritten(card: ReadCard, contact: Contact, version: str) -> bytes:
    return write_card(contact, card.source, card.charset, version, card.photo)


def same(ours: Contact, theirs: Contact) -> bool:
    return replace(ours, id="", photo=None) == replace(theirs, id="", photo=None) and (
        ours.photo is None
    ) == (theirs.photo is None)


PEOPLE = [
    pytest.param(path.stem, at, id=f"{path.stem}-{at}")
    for path in sorted(MUSEUM.glob("*.vcf"))
    for at, card in enumerate(read(path.read_bytes()))
    if card.contact is not None
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("name", "at"), PEOPLE)
def test_each_person_of_the_museum_comes_back_equal(name: str, at: int, version: str) -> None:
    card = read((MUSEUM / f"{name}.vcf").read_bytes())[at]

    data = rewritten(card, person(card), version)

    (back,) = read(data)
    assert same(person(back), person(card))
    assert verify(data, [person(card)]) == []
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    again = rewritten(back, person(back), version)
    assert properties(again) == properties(data)


RICH = """VERSION:{version}
UID:u-1
N:Calder;Ruth;Anne;Dr.;MBE
FN:Dr. Ruth Calder
NICKNAME:Ruthie
X-PHONETIC-LAST-NAME:カルダー
ORG:Northlight;Sales;East
TITLE:Director
TITLE:Poet
item1.TEL;TYPE=CELL:+44 20 7946 0958
item1.X-ABLabel:tea phone
TEL;TYPE=WORK:+44 20 7946 0001
TEL;TYPE=WORK:+44 20 7946 0002
EMAIL;TYPE=INTERNET,HOME:ruth@tea.example
ADR;TYPE=WORK:;;12 Mill Lane;Leeds;;LS1;UK
URL:https://tea.example/?a=1,2
BDAY:19790203
NOTE:one
NOTE:two
CATEGORIES:tea,books
REV:20200101T000000Z
X-SPOUSE;X-A="q,r":Max
IMPP;X-SERVICE-TYPE=Skype:skype:ruth
# remark
X-EVOLUTION-FILE-AS:Calder\\, Ruth
PRODID:-//Somebody//EN""".replace("\n", "\r\n")


def rich(version: str = "3.0") -> ReadCard:
    return one(RICH.format(version=version))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_untouched_card_in_its_own_version_has_the_same_properties(version: str) -> None:
    card = rich(version)

    data = rewritten(card, person(card), version)

    kept = ("", "X-ENISHI-LINE", (), "# remark")
    assert properties(data) - properties(card.source) == Counter([(None, *kept[1:])])
    assert properties(card.source) - properties(data) == Counter()


EDITS: list[tuple[str, Contact, set[str]]] = []
_before = person(rich())
for _field, _change, _names in [
    ("full", {"name": replace(_before.name, full="Ruth C.")}, {"FN"}),
    ("parts", {"name": replace(_before.name, middle=None)}, {"N"}),
    ("nickname", {"name": replace(_before.name, nickname="R")}, {"NICKNAME"}),
    ("no nickname", {"name": replace(_before.name, nickname=None)}, {"NICKNAME"}),
    (
        "reading",
        {"reading": Reading("かるだー", "るす")},
        {"X-PHONETIC-LAST-NAME", "X-PHONETIC-FIRST-NAME"},
    ),
    ("organization", {"organization": "Southlight"}, {"ORG"}),
    ("department", {"department": None}, {"ORG"}),
    ("title", {"title": "Chair"}, {"TITLE"}),
    ("birthday", {"birthday": Birthday(2, 29)}, {"BDAY"}),
    ("no birthday", {"birthday": None}, {"BDAY"}),
    ("note", {"note": "three\nfour"}, {"NOTE"}),
    ("tags", {"tags": ("tea, black",)}, {"CATEGORIES"}),
    ("no tags", {"tags": ()}, {"CATEGORIES"}),
    ("an e-mail more", {"emails": (*_before.emails, Email("r@x.example", "work"))}, {"EMAIL"}),
    ("no e-mail", {"emails": ()}, {"EMAIL"}),
    ("a phone less", {"phones": _before.phones[1:]}, {"TEL", "X-ABLABEL"}),
    ("phones turned", {"phones": _before.phones[::-1]}, set()),
    (
        "a phone between",
        {"phones": (_before.phones[0], Phone("1", "x"), *_before.phones[1:])},
        {"TEL"},
    ),
    ("an address", {"addresses": (Address("1 High St", "Leeds", label="home"),)}, {"ADR"}),
    ("a link", {"urls": (Url("https://x.example/", "家"),)}, {"URL", "X-ABLABEL"}),
    ("another uid", {"uid": "u-2"}, {"UID"}),
]:
    EDITS.append((_field, replace(_before, **_change), _names))  # type: ignore[arg-type]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("edited", "names"), [(e, n) for _, e, n in EDITS], ids=[f for f, _, _ in EDITS]
)
def test_after_an_edit_only_that_property_differs(
    edited: Contact, names: set[str], version: str
) -> None:
    card = rich(version)
    plain = properties(rewritten(card, person(card), version))

    data = rewritten(card, edited, version)

    after = properties(data)
    changed = {key[1] for key in (plain - after) + (after - plain)}
    assert changed - {"REV"} == names
    (back,) = read(data)
    assert same(person(back), edited)
    assert verify(data, [edited]) == []


def test_a_shown_name_is_made_where_the_card_has_none_and_uid_from_our_id() -> None:
    card = one("VERSION:3.0\r\nN:山田;花;;;")

    data = rewritten(card, replace(person(card), id=ID), "4.0")

    assert b"FN:\xe5\xb1\xb1\xe7\x94\xb0 \xe8\x8a\xb1\r\n" in data
    assert f"UID:urn:uuid:{ID}\r\n".encode() in data
    assert uid_of(Contact()) is None


def test_versions_have_their_own_ways() -> None:
    card = one(
        "VERSION:3.0\r\nFN:A\r\nTEL;TYPE=WORK,PREF:1\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r\n"
        "LOGO;ENCODING=b;TYPE=SVG:AAAA\r\nKEY;ENCODING=b:AAAA\r\nSOUND;VALUE=uri:http://x.example/a"
    )
    four = rewritten(card, person(card), "4.0")
    assert b"TEL;TYPE=WORK;PREF=1:1\r\n" in four
    assert b"BDAY:--0412\r\n" in four
    assert b"LOGO:data:application/octet-stream;base64,AAAA\r\n" in four

    (back,) = read(four)
    three = rewritten(back, person(back), "3.0")
    assert b"TEL;TYPE=WORK,pref:1\r\n" in three
    assert b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r\n" in three
    assert b"KEY;ENCODING=b;TYPE=OCTET-STREAM:AAAA\r\n" in three
    assert b"SOUND;VALUE=uri:http://x.example/a\r\n" in three


def test_names_in_2_1_and_lists_of_4_0_find_their_form() -> None:
    card = one(
        "VERSION:4.0\r\nFN:A\r\nN;CHARSET=ISO-8859-1:Doe;John;Q.,P.;;\r\nTEL;PREF=1;TYPE=pref:1"
    )

    data = rewritten(card, person(card), "4.0")

    assert b"N:Doe;John;Q.,P.;;\r\n" in data
    assert b"TEL;PREF=1;TYPE=pref:1\r\n" in rewritten(card, person(card), "4.0")
    assert b"TEL;TYPE=pref:1\r\n" in rewritten(card, person(card), "3.0")
    old = one(
        "VERSION:2.1\r\nFN:A\r\nLOGO;VALUE=URL;TYPE=GIF:http://x.example/a\r\nPHOTO;GIF;BASE64:AAAA"
    )
    three = rewritten(old, person(old), "3.0")
    assert b"LOGO;TYPE=GIF;VALUE=URL:http://x.example/a\r\n" in three
    assert b"PHOTO;ENCODING=b;TYPE=GIF:AAAA\r\n" in three
    assert b"PHOTO:data:image/gif;base64,AAAA\r\n" in rewritten(old, person(old), "4.0")
    odd = one("VERSION:2.1\r\nFN:A\r\nPHOTO;TIFF;BASE64:AAAA\r\nLOGO;BASE64:@\r\nLOGO;BASE64:AAAA")
    four = rewritten(odd, person(odd), "4.0")
    assert b"PHOTO:data:image/tiff;base64,AAAA\r\n" in four
    assert b"LOGO:data:application/octet-stream;base64,AAAA\r\n" in four
    assert b"LOGO:data:application/octet-stream;base64,@\r\n" in four


def test_a_birthday_that_cannot_be_is_given_back_as_text() -> None:
    card = one("VERSION:3.0\r\nFN:A\r\nBDAY:1970-02-29")

    assert b"BDAY;VALUE=text:1970-02-29\r\n" in rewritten(card, person(card), "4.0")
    edited = replace(person(card), birthday=Birthday(3, 1, 1970))
    assert b"BDAY:19700301\r\n" in rewritten(card, edited, "4.0")


def test_readings_of_phones_survive_and_can_be_changed() -> None:
    card = one("VERSION:2.1\r\nN:山田;花\r\nSOUND;X-IRMC-N:ﾔﾏﾀﾞ;ﾊﾅ")
    edited = replace(person(card), reading=Reading("やまだ", "はな"))

    data = rewritten(card, edited, "3.0")

    assert b"SOUND" not in data
    assert person(read(data)[0]).reading == edited.reading


def test_addresses_that_came_from_labels_can_be_changed() -> None:
    card = one("VERSION:2.1\r\nFN:A\r\nLABEL;HOME:1 Mill Lane")
    edited = replace(person(card), addresses=(Address("2 Mill Lane", "Leeds"),))

    (back,) = read(rewritten(card, edited, "3.0"))

    assert person(back).addresses == edited.addresses


@pytest.mark.parametrize("agent", ["AGENT:\r\n", ""])
@pytest.mark.parametrize("version", VERSIONS)
def test_a_nested_card_is_given_back_as_one_text(agent: str, version: str) -> None:
    inner = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Inner\r\nEND:VCARD\r\n"
    card = one(f"VERSION:2.1\r\nFN:Outer\r\n{agent}{inner}TEL:1")

    data = rewritten(card, person(card), version)

    assert data.count(b"BEGIN:VCARD") == 2
    assert b"AGENT:BEGIN:VCARD\\nVERSION:2.1\\nFN:Inner\\nEND:VCARD\r\n" in data
    assert verify(data, [person(card)]) == []


def test_a_picture_of_another_card_is_written_the_own_one_comes_back_whole() -> None:
    card = read((MUSEUM / "photo-3.0.vcf").read_bytes())[0]
    other = read((MUSEUM / "photo-2.1.vcf").read_bytes())[0]

    assert properties(rewritten(card, person(card), "3.0")) == properties(card.source)
    for version in VERSIONS:
        changed = replace(person(card), photo=person(other).photo)
        data = write_card(changed, card.source, card.charset, version, other.photo)
        (back,) = read(data)
        assert back.contact is not None
        assert back.contact.photo is not None
        fresh = write_card(changed, None, "utf-8", version, other.photo)
        assert read(fresh)[0].photo is not None


def test_a_picture_of_an_older_card_comes_back_whole() -> None:
    newest = one("VERSION:3.0\r\nFN:Ann Lee")
    older = read((MUSEUM / "photo-3.0.vcf").read_bytes())[0]
    contact = replace(person(newest), photo=person(older).photo)
    sources = [(older.source, older.charset)]
    data = write_card(contact, newest.source, "utf-8", "3.0", older.photo, sources)
    (original,) = (p for p in properties(older.source) if p[1] == "PHOTO")

    assert original in properties(data)


def test_no_picture_leaves_what_the_card_holds() -> None:
    card = read((MUSEUM / "photo-tiff.vcf").read_bytes())[0]

    assert properties(rewritten(card, person(card), "3.0")) == properties(card.source)


@given(CONTACTS, st.sampled_from(VERSIONS))
def test_a_person_from_no_card_comes_back_equal_and_alone(contact: Contact, version: str) -> None:
    contact = replace(
        contact,
        phones=tuple(replace(p, value=phones.written(p.value) or "1") for p in contact.phones),
    )
    contact = replace(
        contact, phones=tuple(replace(p, e164=phones.e164(p.value)) for p in contact.phones)
    )
    data = write_card(contact, version=version)

    (back,) = read(data)
    expected = replace(contact, uid=uid_of(contact))
    if expected.name.full is None:
        bare = replace(expected.name, nickname=None)
        expected = replace(expected, name=replace(expected.name, full=build_full(bare)))
    assert same(person(back), expected)
    assert verify(data, [expected]) == []
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@given(CONTACTS, st.sampled_from(VERSIONS), st.sampled_from(["2.1", "3.0", "4.0"]))
def test_any_edit_of_a_card_comes_back_equal_and_alone(
    contact: Contact, version: str, source: str
) -> None:
    card = one(RICH.format(version=source))
    contact = replace(contact, phones=(), uid=contact.uid or "u-1")
    if contact.name.full is None:
        contact = replace(contact, name=replace(contact.name, full="Somebody"))

    data = rewritten(card, contact, version)

    (back,) = read(data)
    assert same(person(back), contact)
    assert verify(data, [contact]) == []


@example(["TEL:\\\x1f"], "3.0")
@given(st.lists(TEXT, min_size=1, max_size=5), st.sampled_from(VERSIONS))
def test_hostile_lines_of_a_source_stay_inside_their_card(lines: list[str], version: str) -> None:
    body = "\r\n".join(f"X-H;A={line}:{line}\r\n{line}" for line in lines)
    cards = read(f"BEGIN:VCARD\r\nFN:A\r\n{body}\r\nEND:VCARD\r\n".encode("utf-8", "replace"))

    for card in cards:
        if card.contact is None:
            continue
        data = rewritten(card, card.contact, version)
        assert len(read(data)) == 1
        assert same(person(read(data)[0]), card.contact)


def test_met_and_earlier_details_stay_at_home() -> None:
    contact = Contact(id=ID, name=Name(full="A"), uid="u")
    met = replace(contact, met=replace(contact.met, on=date(2026, 1, 1), introduced_by="B"))

    assert write_card(met) == write_card(contact)


def test_a_day_of_meeting_without_a_year_is_none() -> None:
    source = card_of("FN:Ann Lee", "X-ENISHI-MET-ON:--05-06", "X-ENISHI-MET-ON:some day")
    (met,) = read(source)
    assert met.contact is not None
    assert met.contact.met.on is None


@pytest.mark.parametrize("version", VERSIONS)
def test_an_address_that_came_from_a_label_can_be_changed(version: str) -> None:
    source = card_of("FN:Ann Lee", "LABEL;TYPE=work:Old Street 1\\nLeeds", "X-OLD:kept")
    (found,) = read(source)
    assert found.contact is not None
    (address,) = found.contact.addresses
    moved = replace(found.contact, id=ID, addresses=(replace(address, street="New Street 2"),))
    written = write_card(moved, source, version=version)
    (again,) = read(written)
    assert again.contact is not None
    assert [a.street for a in again.contact.addresses] == ["New Street 2"]
    assert b"X-OLD:kept" in written


def card_of(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""]).encode()


NEWEST = card_of(
    "UID:u1", "FN:Ann Lee", "EMAIL:a@x.example", "IMPP:xmpp:ann", "X-BOTH:1",
    "ANNIVERSARY:20100505", "item1.URL:http://u.example", "item1.X-ABLabel:Blog",
)  # fmt: skip
OLDER = card_of(
    "FN:Ann Lee", "PRODID:-//other//", "EMAIL:old@x.example", "IMPP:xmpp:ann", "IMPP:sip:ann",
    "X-BOTH:1", "X-OLD:kept", "X-EMPTY:", "ANNIVERSARY:20000101", "ROLE:Chief",
    "item1.X-ABDATE:2010-05-05", "item1.X-ABLabel:First day", "item2.TEL:123",
    "item2.X-ABLabel:Desk", "LABEL:Old Street 1", "no line at all",
)  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_older_cards_give_what_no_field_holds_each_line_once(version: str) -> None:
    (newest,) = read(NEWEST)
    assert newest.contact is not None
    contact = replace(newest.contact, id=ID)
    older = [(OLDER, "utf-8"), (OLDER, "utf-8"), (NEWEST, "utf-8")]
    alone = write_card(contact, NEWEST, version=version).split(b"\r\n")
    written = write_card(contact, NEWEST, version=version, older=older)
    lines = written.split(b"\r\n")
    assert lines[: len(alone) - 2] == alone[:-2]
    assert lines[len(alone) - 2 : -2] == [
        b"X-OLD:kept", b"X-ENISHI-LINE:no line at all",
    ]  # fmt: skip
    assert verify(written, [contact]) == []
    (again,) = read(written)
    assert again.contact == newest.contact


@pytest.mark.parametrize("version", VERSIONS)
def test_groups_of_older_cards_come_along_whole_and_under_a_free_name(version: str) -> None:
    """What stands together in an older card stands together again, and with nothing of another."""
    (newest,) = read(NEWEST)
    assert newest.contact is not None
    contact = replace(newest.contact, id=ID)
    grouped = card_of(
        "FN:Ann Lee", "item1.X-DESK:3", "item1.X-FLOOR:2", "item1.X-ABLabel:Tower",
        "free.X-GATE:9", "X-PLAIN:1",
    )  # fmt: skip
    again = card_of("FN:Ann Lee", "item7.X-DESK:3", "item7.X-ABLabel:Tower")
    alone = write_card(contact, NEWEST, version=version).split(b"\r\n")
    older = [(grouped, "utf-8"), (again, "utf-8")]
    written = write_card(contact, NEWEST, version=version, older=older)
    added = written.split(b"\r\n")[len(alone) - 2 : -2]
    assert added == [
        b"item2.X-DESK:3", b"item2.X-ABLabel:Tower", b"item2.X-FLOOR:2", b"free.X-GATE:9",
        b"X-PLAIN:1",
    ]  # fmt: skip
    assert verify(written, [contact]) == []

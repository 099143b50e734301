"""Tables of every writer, from bytes to people."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import ReadCard, Unreadable
from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.dates import Birthday
from app.interchange.columns import Field
from app.interchange.csv_write import write_csv
from app.interchange.limits import DEFAULT
from app.interchange.reading import read_cards
from app.interchange.table_scan import Table, TableScanner, find_table
from app.interchange.vcard_read import read_block
from tests.interchange.strategies import BIRTHDAYS

EIGHT = (
    "10月15日08時12分 JST にEightで生成された名刺リストです。\r\n合計 2 件\r\n\r\n"
    "会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL直通,Fax,携帯電話,名刺交換日,つながり\r\n"
    "㈱青葉精機,第二課,課長,髙橋 ① 健一,t@aoba.example,9800811,宮城県仙台市9-8-7,022-555-0101,"
    "022-555-0102,022-555-0103,080-5550-0104,2026/10/14,1\r\n"
    'こもれび工房,,代表,早坂　美緒,,3900811,"松本市1-2, 2階",,,,,2025/05/24,\r\n'
)


def table_of(data: bytes) -> Table:
    table = find_table(io.BytesIO(data))
    assert table is not None
    return table


def read(data: bytes) -> list[ReadCard]:
    table = table_of(data)
    stream = io.BytesIO(data)
    stream.seek(table.rows.offset)
    return [read_block(b) for b in TableScanner(stream, table).blocks() if b.position]


def people(data: bytes) -> list[Contact]:
    return [card.contact for card in read(data) if card.contact is not None]


@pytest.mark.parametrize("codec", ["cp932", "utf-8-sig", "utf-16", "euc_jp"])
def test_a_list_of_eight_in_any_charset(codec: str) -> None:
    text = (
        EIGHT.replace("㈱", "(株)").replace("髙", "高").replace("①", "")
        if codec == "euc_jp"
        else EIGHT
    )
    first, second = people(text.encode(codec))

    if codec != "euc_jp":
        assert first.name.full == "髙橋 ① 健一"
        assert first.organization == "㈱青葉精機"
    assert first.met.on == date(2026, 10, 14)
    assert [(p.value, p.label) for p in first.phones] == [
        ("022-555-0101", "main"),
        ("022-555-0102", "直通"),
        ("022-555-0103", "fax"),
        ("080-5550-0104", "cell"),
    ]
    assert second.addresses == (Address(street="松本市1-2, 2階", postal_code="3900811"),)


def test_what_no_field_holds_is_kept_under_its_header() -> None:
    first, second = read(EIGHT.encode())

    assert [kept.text for kept in first.kept] == ["X-ENISHI-COLUMN;NAME=つながり:1"]
    assert second.kept == ()


def test_a_linkedin_list_behind_its_notes() -> None:
    data = (
        b'Notes:\r\n"Some addresses are missing, as you may notice."\r\n\r\n'
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
        b"Claire,Martin,https://l.example/c,,Maison Orme,Buyer,13 Oct 2026\r\n"
    )
    (claire,) = people(data)

    assert claire.name.full == "Claire Martin"
    assert (claire.organization, claire.title) == ("Maison Orme", "Buyer")
    assert claire.met.on == date(2026, 10, 13)


def test_a_google_list() -> None:
    data = (
        "First Name,Last Name,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
        "Phone 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value,Address 1 - Formatted,"
        "Address 1 - Street,Address 1 - City\r\n"
        "あかり,宮下,--10-18,交流会 ::: * myContacts,* Work,a@m.example,Mobile,090-1 ::: 090-2,"
        "出会い,蔵,"
        '"1-2\n松本市",1-2,松本市\r\n'
    ).encode()
    (card,) = read(data)
    akari = card.contact or Contact()

    assert akari.birthday == Birthday(10, 18)
    assert akari.tags == ("交流会",)
    assert akari.emails[0].label == "work"
    assert akari.phones == (Phone("090-1", "mobile"), Phone("090-2", "mobile"))
    assert akari.addresses == (Address("1-2", "松本市"),)
    assert [kept.text for kept in card.kept] == ["X-ENISHI-COLUMN;NAME=出会い:蔵"]


def test_an_impossible_day_stays_as_text_and_is_named() -> None:
    (card,) = read(b"Name,Birthday\nA,1970-02-29\n")

    assert card.contact is not None
    assert card.contact.birthday is None
    assert [kept.text for kept in card.kept] == ["BDAY:1970-02-29"]


def test_one_column_of_addresses_is_a_table() -> None:
    assert [p.emails[0].value for p in people(b"Primary Email\na@b.example\nc@d.example\n")] == [
        "a@b.example",
        "c@d.example",
    ]


def test_rows_of_other_lengths_than_the_header() -> None:
    (longer,) = read(b"Name,Email\nA,a@b.example,more,and more\n")
    (shorter,) = people(b"Name,Email,Phone\nA,a@b.example\n")

    assert [kept.text for kept in longer.kept] == [
        "X-ENISHI-COLUMN;NAME=3:more",
        "X-ENISHI-COLUMN;NAME=4:and more",
    ]
    assert shorter.emails[0].value == "a@b.example"


def test_addresses_without_a_header() -> None:
    assert [p.emails[0].value for p in people(b"a@b.example\nc@d.example\n")] == [
        "a@b.example",
        "c@d.example",
    ]


def test_nul_bytes_go() -> None:
    (person,) = people(b"Name,Email\nA\x00B,a@b.example\n")

    assert person.name.full == "AB"


def test_a_table_without_a_header_is_known_by_what_stands_in_it() -> None:
    (a, b) = people(b"Aya,aya@b.example,09011112222\nBen,ben@b.example,09033334444\n")

    assert [p.emails[0].value for p in (a, b)] == ["aya@b.example", "ben@b.example"]
    assert a.phones[0].e164 == "+819011112222"


@pytest.mark.parametrize(
    "data",
    [
        b"part,stock\nA,12\n",
        b"BEGIN:VCARD\nFN:A,B,C\nNOTE:a,b\nEND:VCARD\n",
        b"Dear all,\nno table here.\n",
        b'{"name": "a", "email": "b"}\n',
        b"",
        b"a single line with one@address.example in it\n",
    ],
)
def test_no_table_of_people(data: bytes) -> None:
    assert find_table(io.BytesIO(data)) is None


def test_readings_and_names_with_and_without_parts() -> None:
    (whole,) = people("氏名,ふりがな\n相原みどり,あいはら みどり\n".encode())
    (parts,) = people("姓,名,姓フリガナ,名フリガナ\n佐久間,理恵,サクマ,リエ\n".encode())

    assert (whole.name.full, whole.name.family) == ("相原みどり", None)
    assert (whole.reading.family, whole.reading.given) == ("あいはら", "みどり")
    assert (parts.name.family, parts.reading.given) == ("佐久間", "リエ")


def test_rows_over_the_limit_and_broken_rows_are_named_with_their_line() -> None:
    data = (
        b"Name,Email\n" + b'"A,a@b.example\n' + b"B,b@b.example\n" + b"C," + b"x" * 300_000 + b"\n"
    )
    cards = read(data)

    assert [card.reason for card in cards] == [Unreadable.BAD_LINE, None, Unreadable.TOO_LARGE]
    assert [card.line for card in cards] == [2, 3, 4]
    assert cards[0].source == b'"A,a@b.example\n'


def test_too_many_rows_are_named() -> None:
    data = b"Name,Email\n" + b"A,a@b.example\n" * 5
    table = table_of(data)
    stream = io.BytesIO(data)
    stream.seek(table.rows.offset)
    limits = type(DEFAULT)(cards=3)
    reasons = [b.reason for b in TableScanner(stream, table, limits).blocks()]

    assert reasons == [None, None, None, *[Unreadable.TOO_MANY_CARDS] * 2]


def test_cells_put_behind_an_apostrophe_come_back() -> None:
    (person,) = people(b"Name,Phone\n'=SUM(A1),'+49 30 1234567\n")

    assert person.name.full == "=SUM(A1)"
    assert person.phones[0].value == "+49 30 1234567"


def test_a_table_through_the_child_with_its_charset_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "eight.csv"
    path.write_bytes(EIGHT.encode("cp932") + b'"open,quote\r\n')
    first, second, broken = read_cards(path)

    assert (first.charset, first.file_charset) == ("utf-8", "cp932")
    assert first.source.startswith(b"BEGIN:VCARD")
    assert (second.line, second.position) == (6, 2)
    assert broken.source == b'"open,quote\r\n'
    assert broken.reason is Unreadable.BAD_LINE


WORDS = st.text("aZ1 髙あア=+-@'\"\n;:,/", min_size=1, max_size=12).map(str.strip).filter(bool)
MAYBE = st.none() | WORDS
PEOPLE = st.builds(
    Contact,
    name=st.builds(Name, WORDS, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE),
    reading=st.builds(Reading, MAYBE, MAYBE),
    organization=MAYBE,
    department=MAYBE,
    title=MAYBE,
    emails=st.lists(st.builds(Email, st.just("a@b.example"), st.just("work"))).map(tuple),
    birthday=BIRTHDAYS,
    note=MAYBE,
    tags=st.lists(st.text("aZ1あ髙", min_size=1), unique=True).map(tuple),
    met=st.builds(Met, st.none() | st.dates(date(1900, 1, 1)), MAYBE, MAYBE),
)


@given(st.lists(PEOPLE, min_size=1, max_size=3))
def test_our_own_csv_gives_the_same_people_back(written: list[Contact]) -> None:
    assert people(write_csv(written)) == written


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_header_give_people_or_reasons(data: bytes) -> None:
    whole = b"Name,Email,Phone,Birthday,Notes\nA,a@b.example,1,2,3\n" + data
    table = find_table(io.BytesIO(whole))
    if table is None:
        return
    cards = read(whole)

    assert [card.position for card in cards] == list(range(1, len(cards) + 1))
    assert all((card.contact is None) == (card.reason is not None) for card in cards)


def test_the_columns_that_were_understood_are_told() -> None:
    table = table_of(EIGHT.encode("cp932"))

    assert table.dialect.codec == "cp932"
    assert table.header[:4] == ("会社名", "部署名", "役職", "氏名")
    assert table.columns[3].field is Field.FULL
    assert table.rows.line == 5


def test_a_header_of_which_no_word_is_known_is_still_none_of_the_rows() -> None:
    table = table_of("御相手,掲示,mailto\r\n佐々木 陸,090-5550-1101,riku@s.example\r\n".encode())
    assert table.header == ("御相手", "掲示", "mailto")
    assert table.fields == (Field.KEPT, Field.PHONE, Field.EMAIL)
    rows = "佐々木 陸,090-5550-1101,riku@s.example\r\n橋本 凛,080-5550-1102,rin@h.example\r\n"
    first, _ = people(rows.encode())
    assert first.emails == (Email("riku@s.example"),)


def test_only_a_group_that_google_marks_as_its_own_is_no_tag() -> None:
    google, ours = people(b"Name,Labels\r\nA B,* myContacts ::: Club\r\nC D,myContacts\r\n")
    assert (google.tags, ours.tags) == (("Club",), ("myContacts",))


def test_the_parts_of_a_japanese_address_stay_in_their_order() -> None:
    (one,) = people(
        "姓,名,郵便番号,住所１,住所２\r\n中村,葵,6000001,京都市下京区９－９,２階\r\n".encode()
    )
    assert one.addresses == (Address(street="京都市下京区９－９ ２階", postal_code="6000001"),)

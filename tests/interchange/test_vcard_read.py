"""Cards of the museum: one difficulty each, and what is read from it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import ReadCard, Unreadable
from app.interchange.limits import DEFAULT, Limits
from app.interchange.scan import Scanner
from app.interchange.vcard_read import _READERS, read_block

MUSEUM = Path(__file__).resolve().parents[1] / "data" / "cards"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads(
    (MUSEUM / "expected.json").read_text("utf-8")
)


def read(data: bytes, limits: Limits = DEFAULT) -> list[ReadCard]:
    scanner = Scanner(io.BytesIO(data), limits)
    return [read_block(b, scanner.wide, limits) for b in scanner.blocks() if b.position]


def one(text: str) -> ReadCard:
    (card,) = read(f"BEGIN:VCARD\r\n{text}\r\nEND:VCARD\r\n".encode())
    return card


def bare(value: Any) -> Any:
    """Without what is empty."""
    if isinstance(value, dict):
        made = {key: bare(v) for key, v in value.items()}
        return {key: v for key, v in made.items() if v not in (None, "", [], {})}
    return [bare(v) for v in value] if isinstance(value, list | tuple) else value


def as_expected(card: ReadCard) -> dict[str, Any]:
    row: dict[str, Any] = {"line": card.line, "charset": card.charset}
    if card.reason:
        row["reason"] = card.reason.value
    if card.contact:
        row["contact"] = bare(msgspec.to_builtins(card.contact))
        assert row["contact"].pop("shallow") is False  # what is read now is read whole
        row["contact"]["photo"] = card.contact.photo is not None
        if card.contact.birthday:
            row["contact"]["birthday"] = str(card.contact.birthday)
    if card.kept:
        row["kept"] = [[k.line, k.text] for k in card.kept]
    return row


@pytest.mark.parametrize("value", ["", "  ", ";;;"])
@pytest.mark.parametrize("name", sorted(_READERS))
def test_a_property_without_a_value_says_nothing(name: str, value: str) -> None:
    for head in ("", ";TYPE=home", ";VALUE=text"):
        card = one(f"FN:Ruth\r\n{name}{head}:{value}")

        if value != ";;;" or name in {"N", "ORG", "ADR", "GENDER", "SOUND"}:
            assert card.contact == one("FN:Ruth").contact


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_card_of_the_museum_is_read_as_a_person_would(name: str) -> None:
    cards = read((MUSEUM / f"{name}.vcf").read_bytes())

    assert [as_expected(card) for card in cards] == EXPECTED[name]


def test_the_museum_is_complete_and_listed() -> None:
    files = {path.stem for path in MUSEUM.glob("*.vcf")}
    readme = (MUSEUM / "README.md").read_text("utf-8")

    assert files == set(EXPECTED)
    assert all(f"`{name}.vcf`" in readme for name in files)


@pytest.mark.parametrize("name", ["photo-3.0", "photo-2.1", "photo-data-uri"])
def test_a_picture_comes_small_with_its_hash(name: str) -> None:
    (card,) = read((MUSEUM / f"{name}.vcf").read_bytes())

    assert card.photo is not None
    assert card.photo.startswith((b"\xff\xd8\xff", b"\x89PNG"))
    assert card.contact is not None
    assert card.contact.photo is not None
    assert len(card.contact.photo) == 64


def digest(text: str) -> str:
    return one(text).digest


def test_the_same_card_folded_encoded_or_stamped_otherwise_has_the_same_digest() -> None:
    plain = digest("VERSION:3.0\r\nFN:山田 太郎\r\nNOTE:abc")
    (shift_jis,) = read(
        "BEGIN:VCARD\nVERSION:3.0\nFN:山田 太郎\nNOTE:abc\nEND:VCARD".encode("cp932")
    )

    assert digest("VERSION:3.0\r\nFN:山田 太郎  \r\nREV:2026\r\nNOTE:a\r\n bc\r\nPRODID:x") == plain
    assert shift_jis.digest == plain
    assert digest("VERSION:3.0\r\nFN:山田 太郎\r\nNOTE:abd") != plain
    assert digest("VERSION:3.0\r\nNOTE:abc\r\nFN:山田 太郎") != plain


def test_a_card_with_any_value_is_a_person() -> None:
    assert one("VERSION:3.0\r\nNOTE:x").reason is None
    assert one("VERSION:3.0\r\nROLE:buyer").contact is not None
    assert one("VERSION:3.0\r\nLABEL:1 Mill Lane").contact is not None
    assert one("VERSION:3.0\r\nUID:only").reason is Unreadable.EMPTY
    assert one("VERSION:3.0\r\nFN:\r\nN:;;;;\r\nTEL:\r\nADR:;;;;;;").reason is Unreadable.EMPTY


def test_first_values_count_and_lists_keep_their_order() -> None:
    contact = one(
        "FN:\r\nFN:One\r\nFN:Two\r\nTITLE:A\r\nTITLE:B\r\nORG:;\r\nORG:X;Y;Z\r\n"
        "ORG:Q\r\nUID:u\r\nUID:v\r\n"
        "TEL:2\r\nTEL:1\r\nNICKNAME:\r\nX-NICKNAME:N\r\nNOTE:a\r\n"
        "NOTE: \r\nNOTE:b\r\nCATEGORIES:x,,x, y"
    ).contact

    assert contact is not None
    assert (contact.name.full, contact.title, contact.uid) == ("One", "A", "u")
    assert (contact.organization, contact.department) == ("X", "Y Z")
    assert [p.value for p in contact.phones] == ["2", "1"]
    assert (contact.name.nickname, contact.note, contact.tags) == ("N", "a\nb", ("x", "y"))


@pytest.mark.parametrize(
    ("lines", "family", "given"),
    [
        ("N:山田;花\r\nX-FURIGANA:やまだ;はな", "やまだ", "はな"),
        ("N:山田;花\r\nSORT-STRING:やまだ はな", "やまだ", "はな"),
        ("N:山田;花\r\nSORT-STRING:Yamada", "Yamada", None),
        ("N:山田;花\r\nSOUND;X-IRMC-N:ﾔﾏﾀﾞ", "ﾔﾏﾀﾞ", None),
        ("N:山田;花\r\nSOUND;X-IRMC-N:;;;;", None, None),
        ("N:山田;花\r\nSOUND;ENCODING=BASE64:AAAA", None, None),
        ("N:Doe;John\r\nSORT-STRING:Doe", None, None),
        ("N;SORT-AS=\"やまだ,はな\":山田;花", "やまだ", "はな"),
    ],
)  # fmt: skip
def test_readings_come_from_wherever_the_card_has_them(
    lines: str, family: str | None, given: str | None
) -> None:
    contact = one(f"VERSION:3.0\r\n{lines}").contact

    assert contact is not None
    assert (contact.reading.family, contact.reading.given) == (family, given)


def test_an_empty_birthday_is_no_remark_and_the_first_good_one_counts() -> None:
    card = one("FN:A\r\nBDAY:\r\nBDAY:19850412\r\nBDAY:nonsense")

    assert card.contact is not None
    assert str(card.contact.birthday) == "1985-04-12"
    assert card.kept == ()


def test_more_address_parts_than_seven_are_not_lost() -> None:
    contact = one("FN:A\r\nADR:box;ext;street;city;region;code;land;more").contact

    assert contact is not None
    assert contact.addresses[0].street == "street\next\nbox\nmore"


def test_labels_without_a_group_or_of_another_app_do_no_harm() -> None:
    contact = one(
        "FN:A\r\nX-ABLABEL:x\r\nitem1.X-ABLABEL:\r\nitem1.TEL;TYPE=x-mobil,pref:1"
    ).contact

    assert contact is not None
    assert contact.phones[0].label == "mobil"


@pytest.mark.parametrize(
    ("limits", "text", "reason"),
    [
        (Limits(text=50), "NOTE:" + "x" * 100, Unreadable.TOO_LARGE),
        (Limits(text=50, photo=60), "PHOTO;ENCODING=b:" + "A" * 100, Unreadable.TOO_LARGE),
        (Limits(properties=5), "\r\n".join(["TEL:1"] * 6), Unreadable.TOO_MANY_LINES),
        (Limits(card=80), "NOTE:" + "x" * 100, Unreadable.TOO_LARGE),
        (Limits(nesting=0), "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD", Unreadable.TOO_DEEP),
        (Limits(cards=0), "FN:x", Unreadable.TOO_MANY_CARDS),
    ],
)
def test_over_a_limit_is_unreadable_with_its_reason_never_half_read(
    limits: Limits, text: str, reason: Unreadable
) -> None:
    data = f"BEGIN:VCARD\r\nFN:A\r\n{text}\r\nEND:VCARD\r\n".encode()

    (card,) = read(data, limits)

    assert card.reason is reason
    assert card.contact is None
    (within,) = read(data)
    assert within.contact is not None


def test_a_picture_may_be_larger_than_a_text() -> None:
    limits = Limits(text=50, photo=500)

    (card,) = read(b"BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:" + b"A" * 100 + b"\nEND:VCARD", limits)

    assert card.reason is None


LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.builds(
            "{}{}:{}".format,
            st.sampled_from(
                ["FN", "N", "TEL", "NOTE", "BDAY", "X-Y", "a.EMAIL", "PHOTO", "ADR", "SOUND"]
            ),
            st.sampled_from(
                [
                    "",
                    ";TYPE=a",
                    ";ENCODING=QUOTED-PRINTABLE",
                    ";BASE64",
                    ";CHARSET=x",
                    ';A="',
                    ";X-IRMC-N",
                ]
            ),
            st.text(max_size=40),
        ),
    ),
    max_size=8,
)


@given(LINES, st.sampled_from(["utf-8", "cp932", "utf-16-le", "latin-1"]))
def test_reading_never_raises_and_is_the_same_every_time(lines: list[str], codec: str) -> None:
    text = "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])
    data = text.encode(codec, "replace")

    first, second = read(data), read(data)

    assert first == second
    for card in first:
        assert (card.contact is None) == (card.reason is not None)
        said = msgspec.json.encode(card.contact).decode()
        assert not any(f"\\u00{n:02x}" in said for n in range(32) if n not in (9, 10))


@given(st.binary(max_size=300))
def test_any_bytes_between_begin_and_end_are_survived(data: bytes) -> None:
    for card in read(b"BEGIN:VCARD\n" + data + b"\nEND:VCARD\n"):
        assert len(card.digest) == 64

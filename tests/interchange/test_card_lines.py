"""The lines of a card before anything is understood: unfolded, decoded, numbered, and none
dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.interchange import card_lines
from app.interchange.card_lines import read_lines
from app.interchange.vcard_read import draft_of

if TYPE_CHECKING:
    import pytest


def values(data: bytes, codec: str | None = None) -> list[str]:
    return [line.value for line in read_lines(data, codec).lines]


def test_line_numbers_count_physical_lines_across_folds_and_soft_breaks() -> None:
    data = (
        b"BEGIN:VCARD\nNOTE:a\n b\n\nNOTE;QUOTED-PRINTABLE:a=\n b=\n c\nTEL:1\nnonsense\nEND:VCARD"
    )
    card = read_lines(data)
    numbers = card.line_numbers()

    physical = data.decode().split("\n")
    starts = {physical[numbers[line.index]].partition(":")[0] for line in card.lines}
    assert starts == {"NOTE", "NOTE;QUOTED-PRINTABLE", "TEL", "nonsense"}
    assert [line.value for line in card.lines][:3] == ["ab", "a b c", "1"]
    assert numbers[draft_of(card.lines).kept[0].index] == physical.index("nonsense")


def test_a_soft_break_before_the_end_of_the_card_does_not_eat_it() -> None:
    assert values(b"BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:a=\nEND:VCARD\n") == ["a"]
    assert values(b"NOTE;QUOTED-PRINTABLE:a=") == ["a"]
    assert values(b"NOTE;QUOTED-PRINTABLE:a=\n \tb\n c") == ["a \tbc"]


def test_base64_goes_on_without_blanks_and_ends_at_anything_else() -> None:
    assert values(b"PHOTO;BASE64:AA\nBB==\nTEL:1") == ["AABB==", "1"]
    assert values(b"N;ENCODING=b:QQ\n==\n@") == ["A", ""]
    damaged = read_lines(b"N;ENCODING=b:QQQ").lines[0]
    assert damaged.damaged


def test_each_line_may_be_in_a_charset_of_its_own() -> None:
    data = b"\n".join(
        [
            b"N;CHARSET=SHIFT_JIS:" + "山田".encode("cp932"),
            b"NOTE;CHARSET=ISO-8859-1:" + "é".encode("latin-1"),
            "X-A;CHARSET=UTF-8:é".encode(),
            b"X-B:" + "花子".encode("cp932"),
            b"X-C;QUOTED-PRINTABLE;CHARSET=SHIFT_JIS:=8E=52" + "田".encode("cp932"),
        ]
    )

    assert values(data, "cp932") == ["山田", "é", "é", "花子", "山田"]


def test_a_property_named_like_a_frame_is_no_frame() -> None:
    lines = read_lines(b"BEGIN:VCARD\nEND:\nBEGIN:X\nFN:a\nEND:VCARD").lines

    assert [line.head is None for line in lines] == [True, True, False]


def test_heads_are_remembered_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_lines, "_CACHE_AT_MOST", 3)
    card_lines._heads.clear()

    for n in range(9):
        read_lines(f"X-{n}:1\nX-{'x' * 200}{n}:1".encode())

    assert len(card_lines._heads) <= 3
    card_lines._heads.clear()


@given(st.binary(max_size=120), st.sampled_from([None, "utf-8", "cp932", "cp1252", "iso2022_jp"]))
def test_no_bytes_are_too_strange(data: bytes, codec: str | None) -> None:
    card = read_lines(data, codec)
    numbers = card.line_numbers()

    assert all(line.index < len(numbers) for line in card.lines)


def test_blanks_of_a_fold_are_no_part_of_an_address_in_version_2() -> None:
    lines = (
        b"EMAIL:ann@exam\n  ple.example\nURL:http://a.example/\n\t b\n  c\n"
        b"NOTE:two\n  words\nEMAIL;QUOTED-PRINTABLE:a=\n b\n"
    )
    old = values(b"BEGIN:VCARD\nVERSION:2.1\n" + lines + b"END:VCARD")
    assert old[1:] == ["ann@example.example", "http://a.example/bc", "two words", "a b"]
    new = values(b"BEGIN:VCARD\nVERSION:3.0\nEMAIL:no\n  address\nEND:VCARD")
    assert new[1:] == ["no address"]


def test_a_soft_break_inside_the_code_of_a_byte() -> None:
    for broken in (b"=E7=B8=\n=81", b"=E7==\nB8=81", b"=E7=B=\n8=81"):
        assert values(b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + broken) == ["縁"]

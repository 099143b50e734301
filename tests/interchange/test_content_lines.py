"""The syntax of a line: heads, quotes, escapes, folds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.content_lines import (
    clean,
    end_of_head,
    escape,
    escape_param,
    fold,
    parse_head,
    split_escaped,
    unescape,
)

_BLANKS = "".join(c for c in map(chr, range(0x10000)) if c.isspace() and c != "\n")


def test_a_head_with_everything() -> None:
    head = parse_head(
        'home.tel;type=WORK,"x,y";PREF;CHARSET="Shift_JIS";X-A=a^nb^\'^^c^x;ENCODING=b;=;'
    )

    assert head is not None
    assert (head.group, head.name, head.charset, head.encoding) == ("home", "TEL", "Shift_JIS", "B")
    assert head.types == ("work", "x", "y", "pref")
    assert head.param("X-A") == 'a\nb"^c^x'
    assert head.param("NONE") is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("N;QUOTED-PRINTABLE", "Q"), ("N;BASE64", "B"), ("N;ENCODING=8BIT", None), ("N;8BIT", None),
        ("N;ENCODING=x", None), ("N;ENCODING=", None), ("N;ENCODING=QUOTED-PRINTABLE;7BIT", "Q"),
    ],
)  # fmt: skip
def test_encodings_are_known_with_and_without_their_name(text: str, encoding: str | None) -> None:
    head = parse_head(text)

    assert head is not None
    assert head.encoding == encoding


@pytest.mark.parametrize("text", ["", "#x", "LABEL,TYPE=HOME", " N", "a b", ";TYPE=x", "a.", "ü"])
def test_what_is_no_head(text: str) -> None:
    assert parse_head(text) is None or text == " N"


@pytest.mark.parametrize(
    ("line", "colon"),
    [
        ("TEL:1", 3), ('A;B="x:y":1', 9), ('A;B="x:y', 6), ("none", -1), ('A;B="x":"y":1', 7),
        ('A;B="a:b";C="d:e":1', 17), ('A;B="a:b";C="d', -1),
    ],
)  # fmt: skip
def test_where_a_head_ends(line: str, colon: int) -> None:
    assert end_of_head(line) == colon


def test_an_open_quote_costs_only_itself() -> None:
    head = parse_head('ADR;LABEL="a;TYPE=home')

    assert head is not None
    assert head.name == "ADR"


def test_separators_that_are_escaped_stay() -> None:
    assert split_escaped(r"a\;b;c\\;d", ";") == [r"a\;b", r"c\\", "d"]
    assert split_escaped("a;b", ";") == ["a", "b"]
    assert split_escaped("a\\;", ";") == ["a\\;"]
    assert split_escaped("a;b\\", ";") == ["a", "b\\"]


def test_escapes_that_do_not_exist_keep_their_backslash_before_letters() -> None:
    assert unescape(r"C:\Users\:\'\n\N\\") == "C:\\Users:'\n\n\\"


def test_control_characters_go_and_line_ends_become_one() -> None:
    assert clean("a\r\nb\rc\x00\x07\x85\t") == "a\nb\nc\t"
    assert clean("plain") == "plain"


@given(st.text())
def test_what_is_escaped_comes_back(text: str) -> None:
    text = clean(text)

    assert unescape(escape(text)) == text
    assert split_escaped(f"{escape(text)};x", ";")[0] == escape(text)


@given(st.text())
def test_a_parameter_comes_back_and_stays_inside(text: str) -> None:
    # Blanks and quotes around a value are the writer's own; a line feed travels as ^n.
    text = clean(text).strip(_BLANKS).strip('"').strip(_BLANKS)
    head = parse_head(f"N;X-A={escape_param(text)};TYPE=home")

    assert head is not None
    assert head.types == ("home",)
    assert head.param("X-A") == text


@given(st.text(max_size=300))
def test_folded_lines_are_short_whole_and_come_back(text: str) -> None:
    line = f"NOTE:{clean(text)}".replace("\n", " ")
    data = fold(line)

    assert data.endswith(b"\r\n")
    for piece in data.split(b"\r\n"):
        assert len(piece) <= 75
        piece.decode("utf-8")
    assert data.replace(b"\r\n ", b"")[:-2].decode() == line

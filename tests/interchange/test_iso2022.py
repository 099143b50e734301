"""ISO-2022-JP, as handsets and mail programs write it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.interchange import charset, iso2022
from app.interchange.card_lines import read_lines


@given(st.text(st.sampled_from("山田太郎あいうカタaZ ;:=\n"), max_size=30))
def test_what_python_writes_is_read(text: str) -> None:
    assert iso2022.decode(text.encode("iso2022_jp")) == text


@given(st.binary(max_size=60))
def test_anything_else_is_none_or_text(data: bytes) -> None:
    text = iso2022.decode(data)
    assert text is None or "\x1b" not in text
    assert text is not None or not data.isascii() or b"\x1b" in data


def test_what_only_cp932_has_and_half_width_kana() -> None:
    assert iso2022.decode(b"\x1b$B-j-!\x1b(B / \x1b$B|b\x1b(B") == "㈱① / 髙"
    assert iso2022.decode(b"\x1b(I26^\x1b(B") == "ｲｶﾞ"
    assert iso2022.decode(b"\x1b$B;3\nED\x1b(B") == "山\n田"  # no way back before the line end


def test_broken_ones_are_none() -> None:
    for data in (b"\x1b$B;", b"\x1b$B\x7e\x7e\x1b(B", b"\x1b$(D!!", b"\xe9"):
        assert iso2022.decode(data) is None


def test_a_property_of_its_own_in_a_card_of_another_charset() -> None:
    lines = [
        b"FN;CHARSET=SHIFT_JIS:" + "相良 直人".encode("cp932"),
        b"TITLE;CHARSET=ISO-2022-JP:" + "部長".encode("iso2022_jp"),
        b"ROLE;ENCODING=QUOTED-PRINTABLE:=1B$B2]D9=1B(B",
    ]
    card = read_lines(b"\n".join([b"BEGIN:VCARD", *lines, b"END:VCARD"]))
    assert [line.value for line in card.lines] == ["相良 直人", "部長", "課長"]
    assert charset.decode("部長".encode("iso2022_jp")).codec == "iso2022_jp"

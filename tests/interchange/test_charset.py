"""Bytes to text: what is declared, what fits, and what is likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange import charset


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("SHIFT_JIS", "cp932"),
        ("Shift-JIS", "cp932"),
        (" windows-31j ", "cp932"),
        ("UTF8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("iso-2022-jp", "iso2022_jp"),
        ("Murks", None),
        ("", None),
        (None, None),
        ("unicode_escape", None),
        ("rot13", None),
    ],
)
def test_names_of_charsets(declared: str | None, codec: str | None) -> None:
    assert charset.codec_of(declared) == codec


@pytest.mark.parametrize(
    ("text", "encoded", "guessed"),
    [
        ("株式会社青葉", "cp932", "cp932"),
        ("ﾅｶｲ", "cp932", "cp932"),
        ("髙﨑①", "cp932", "cp932"),
        ("Müller", "latin-1", "cp1252"),
        ("Lämmerweg 12", "latin-1", "cp1252"),
        ("Größe", "latin-1", "cp1252"),
        ("Hélène", "latin-1", "cp1252"),
        ("“quoted”", "cp1252", "cp1252"),
        ("おかもと ひかり", "euc_jp", "euc_jp"),
        ("カタカナと漢字", "euc_jp", "euc_jp"),
    ],
)
def test_the_likeliest_codec_of_bytes_that_nothing_declares(
    text: str, encoded: str, guessed: str
) -> None:
    assert charset.guess(text.encode(encoded)) == guessed
    assert charset.decode(text.encode(encoded)).text == text


def test_bytes_that_only_euc_can_be_are_euc() -> None:
    assert charset.guess(b"\xe0\xfd") == "euc_jp"
    assert charset.guess(b"\xfe\xff") == "cp1252"


def test_what_is_declared_wins_where_it_fits() -> None:
    data = "Ж".encode("cp1251")

    assert charset.decode(data, "cp1251").text == "Ж"
    assert charset.decode("é".encode(), "ascii")[:2] == ("é", "utf-8")
    assert charset.decode("山".encode("cp932"), "utf-8", "cp932")[:2] == ("山", "cp932")
    assert charset.decode(b"\x81\xff", "utf-8").codec == "cp1252"


def test_the_codec_of_a_card() -> None:
    assert charset.likeliest(b"FN:x").codec == "utf-8"
    assert charset.likeliest("FN:é".encode()).codec == "utf-8"
    assert charset.likeliest("FN:藤".encode("iso2022_jp")).codec == "iso2022_jp"
    assert charset.likeliest(b"FN;CHARSET=KOI8-R:" + "Ж".encode("koi8-r")).codec == "koi8_r"
    assert charset.likeliest(b"FN;CHARSET=SHIFT_JIS:" + "ﾂ｡".encode("cp932")).codec == "cp932"
    assert charset.likeliest(b"FN;CHARSET=SHIFT_JIS:" + "山田".encode()).codec == "utf-8"
    both = b"FN;CHARSET=KOI8-R:\xc1\nN;CHARSET=ISO-8859-1:\xe9"
    assert charset.likeliest(both).codec == "cp1252"


@given(st.binary(max_size=60), st.sampled_from([None, *sorted(charset.CODECS)]))
def test_decoding_never_raises_and_names_a_codec(data: bytes, declared: str | None) -> None:
    text, codec, _ = charset.decode(data, declared)

    assert codec in charset.CODECS
    text.encode("utf-8", "surrogatepass")
    assert charset.likeliest(data).codec in charset.CODECS
    assert charset.guess(data) in charset.CODECS
    assert charset.of_file(data)[1] in {0, 2, 3}

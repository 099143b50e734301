"""R32: a text in every charset and every way to say so, with every kind of line end and folds
inside characters: always the same text.
"""

from __future__ import annotations

import base64
from itertools import product

import pytest

from tests.interchange.targets import cards

TEXTS = {
    "japanese": "髙橋 美咲の名刺、株式会社テスト製作所 東京都千代田区丸の内",
    "western": "Zoë Müller, Crème Brûlée à la carte, déjà vu, El Niño",
    "plain": "Ruth Calder, Northlight Ltd",
}
CHARSETS = {
    "utf-8": ("UTF-8", ("japanese", "western", "plain")),
    "cp932": ("Shift_JIS", ("japanese", "plain")),
    "euc_jp": ("EUC-JP", ("japanese",)),
    "iso2022_jp": ("ISO-2022-JP", ("japanese",)),
    "latin-1": ("ISO-8859-1", ("western", "plain")),
    "cp1252": ("Windows-1252", ("western",)),
}
ENDS = {"crlf": b"\r\n", "lf": b"\n", "cr": b"\r", "mixed": b""}
WAYS = ("raw", "declared", "quoted-printable", "base64", "folded")
WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig")
FOLD = 20


def _text(kind: str, codec: str) -> str:
    text = TEXTS[kind]
    # The strict tables lack the ladder form that Windows added.
    return text.replace("髙", "高") if codec in {"euc_jp", "iso2022_jp"} else text


def _quoted(data: bytes) -> bytes:
    """Soft breaks wherever they fall, also between the bytes of a character."""
    codes = [b"=%02X" % byte for byte in data]
    return b"=\r\n".join(b"".join(codes[n : n + 20]) for n in range(0, len(codes), 20))


def _note(way: str, text: str, codec: str, name: str) -> bytes:
    data = text.replace(",", "\\,").encode(codec)
    said = f";CHARSET={name}".encode()
    if way == "raw":
        return b"NOTE:" + data
    if way == "declared":
        return b"NOTE" + said + b":" + data
    if way == "quoted-printable":
        return b"NOTE" + said + b";ENCODING=QUOTED-PRINTABLE:" + _quoted(data)
    if way == "base64":
        return b"NOTE" + said + b";ENCODING=BASE64:" + base64.b64encode(data)
    line = b"NOTE" + said + b":" + data
    return b"\r\n ".join(line[n : n + FOLD] for n in range(0, len(line), FOLD))


def _with_ends(data: bytes, end: str) -> bytes:
    if ENDS[end]:
        return data.replace(b"\r\n", ENDS[end])
    lines = data.split(b"\r\n")
    ends = (b"\r\n", b"\n", b"\r")
    return b"".join(line + ends[n % 3] for n, line in enumerate(lines))


FIXTURES = [
    pytest.param(kind, codec, name, way, end, id=f"{codec}-{kind}-{way}-{end}")
    for codec, (name, kinds) in CHARSETS.items()
    for kind, way, end in product(kinds, WAYS, ENDS)
    # A fold of 2.1 keeps its blank, so a fold inside a character is one of 3.0; shift codes of
    # ISO-2022-JP cannot be cut at all.
    if not (way == "folded" and codec == "iso2022_jp")
]


@pytest.mark.parametrize(("kind", "codec", "name", "way", "end"), FIXTURES)
def test_a_text_is_what_it_was(kind: str, codec: str, name: str, way: str, end: str) -> None:
    text = _text(kind, codec)
    version = b"2.1" if way in {"quoted-printable", "base64"} else b"3.0"
    lines = [b"BEGIN:VCARD", b"VERSION:" + version, b"FN:A", _note(way, text, codec, name)]
    (card,) = cards(_with_ends(b"\r\n".join([*lines, b"END:VCARD", b""]), end))

    assert card.contact is not None
    assert card.contact.note == text
    assert card.kept == ()


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("codec", WIDE)
def test_a_file_of_one_charset_as_a_whole(codec: str, kind: str, end: str) -> None:
    note = TEXTS[kind].replace(",", "\\,")
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nNOTE:{note}\r\nEND:VCARD\r\n"
    (card,) = cards(_with_ends(text.encode(), end).decode().encode(codec))

    assert card.contact is not None
    assert card.contact.note == TEXTS[kind]


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) + len(WIDE) * len(TEXTS) * len(ENDS) >= 120

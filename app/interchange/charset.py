"""Charset: bytes to text.

A declared charset is believed where it fits the bytes; otherwise the bytes decide.
"""

import re
from typing import NamedTuple

from app.interchange import east_asian, iso2022

FALLBACK = "cp1252"
_NAMES = {
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932 ms932 csshiftjis",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8",
    "ascii": "us-ascii ascii iso646-us",
    "euc_jp": "euc-jp eucjp x-euc-jp ujis x-euc",
    "iso2022_jp": "iso-2022-jp iso2022jp jis",
    "cp1252": "iso-8859-1 iso8859-1 latin1 latin-1 l1 windows-1252 cp1252 ansi iso_8859-1",
    "iso8859_2": "iso-8859-2 latin2",
    "iso8859_5": "iso-8859-5",
    "iso8859_7": "iso-8859-7",
    "cp1255": "windows-1255 iso-8859-8",
    "cp1254": "windows-1254 iso-8859-9 latin5",
    "iso8859_15": "iso-8859-15 latin9 latin-9",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1256": "windows-1256 iso-8859-6",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "cp874": "tis-620 windows-874",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "gb18030": "gb2312 gbk gb18030 cp936",
    "big5": "big5",
    "cp949": "euc-kr ks_c_5601-1987 cp949",
    "mac_roman": "macintosh mac x-mac-roman",
    "utf-16": "utf-16 unicode",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
}
_CODECS = {name: codec for codec, names in _NAMES.items() for name in names.split()}
CODECS = frozenset(_NAMES)
"""Every codec that a card may be said to be in."""
CHOICES = {
    "utf-8": "UTF-8",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "cp1252": "Windows-1252",
    "iso8859_2": "ISO-8859-2",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp874": "TIS-620",
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp949": "EUC-KR",
    "mac_roman": "Mac Roman",
}
"""Codecs that a person may say a file is in, by the name under which they are known."""

_JAPANESE = frozenset({"cp932", "euc_jp", "iso2022_jp"})
_DECLARED = re.compile(rb'(?i)CHARSET="?([A-Za-z0-9_.-]{1,40})')
_WIDE_UTF8 = re.compile(rb"[\xe0-\xf4]")
_LONE_LETTER = re.compile(rb"(?<![\x80-\xff])[\xc0-\xff](?![\x80-\xff])")
_LONE_CJK = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f](?=[A-Za-z])")
_JAPANESE_TEXT = re.compile(r"[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]|[\uff61-\uff9f]{2,}")
_KANA = re.compile(r"[\u3041-\u30fe]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_NOT_WESTERN = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


class Decoded(NamedTuple):
    """A text, the codec that gave it, and whether that was found by trial."""

    text: str
    codec: str
    guessed: bool = False


class Likely(NamedTuple):
    """The codec of a card as a whole. `guessed`: by trial; the card does not say it, and its bytes
    could be another's.
    """

    codec: str
    guessed: bool = False


def codec_of(declared: str | None) -> str | None:
    """The codec of a declared charset; None where the name is unknown: then the bytes decide."""
    return _CODECS.get(declared.strip().lower()) if declared else None


def strict(data: bytes, codec: str) -> str | None:
    """The text in this codec; None where the bytes are none."""
    if codec == "iso2022_jp":
        return iso2022.decode(data)
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, UnicodeError):
        return None


def guess(data: bytes) -> str:
    """The likeliest codec of 8-bit text that is not UTF-8: of Japan, China, Korea, or CP1252."""
    return east_asian.likelier(data, _japanese_or_western(data))


def _japanese_or_western(data: bytes) -> str:
    """CP932, EUC-JP or CP1252, by what bytes can be and how they stand among letters."""
    japanese = strict(data, "cp932")
    euc = strict(data, "euc_jp")
    if euc is not None and _KANA.search(euc):  # no bytes are kana in both of them
        return "euc_jp"
    if japanese is None:
        return FALLBACK if euc is None else "euc_jp"
    if _PRIVATE.search(japanese):
        return FALLBACK
    score = sum(len(m) for m in _JAPANESE_TEXT.findall(japanese)) - len(_LONE_CJK.findall(japanese))
    western = 0 if _NOT_WESTERN.search(data) else len(_LONE_LETTER.findall(data))
    return "cp932" if score > western else FALLBACK


def decode(data: bytes, declared: str | None = None, likely: str | None = None) -> Decoded:
    """Text in the declared codec where it fits, else UTF-8, else `likely`, else by trial.

    Never raises. `declared` and `likely` are codecs, not names from a card.
    """
    escaped = "iso2022_jp" if iso2022.MARK in data else None
    for codec in (escaped, declared, "utf-8", likely):
        if codec is not None and codec != "ascii":
            text = strict(data, codec)
            if text is not None:
                return Decoded(text, codec, codec not in {escaped, declared, "utf-8"})
    codec = guess(data)
    if codec == FALLBACK:
        text = strict(data, "cp1252")
        return Decoded(data.decode("latin-1") if text is None else text, FALLBACK, guessed=True)
    return Decoded(data.decode(codec, "replace"), codec, guessed=True)


def likeliest(data: bytes) -> Likely:
    """The codec of a card's 8-bit bytes as a whole, and how it is known."""
    if data.isascii():
        return Likely("iso2022_jp" if iso2022.MARK in data else "utf-8")
    declared = {codec_of(name.decode("ascii")) for name in _DECLARED.findall(data)} - {
        None, "utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be",
    }  # fmt: skip
    if strict(data, "utf-8") is not None and (_WIDE_UTF8.search(data) or not declared & _JAPANESE):
        return Likely("utf-8")
    fitting = sorted(c for c in declared if c is not None and strict(data, c) is not None)
    if len(fitting) == 1:
        return Likely(fitting[0])
    lines = b"\n".join(line for line in data.split(b"\n") if not line.isascii())
    return Likely(guess(lines), guessed=True)


def of_file(head: bytes) -> tuple[str | None, int]:
    """The wide codec of a file from its first bytes (None: 8-bit), and how long its mark is."""
    if head.startswith(b"\xff\xfe"):
        return "utf-16-le", 2
    if head.startswith(b"\xfe\xff"):
        return "utf-16-be", 2
    if head.startswith(b"\xef\xbb\xbf"):
        return None, 3
    sample = head[:20]
    if len(sample) >= 8 and b"\x00" in sample:
        if not any(sample[0::2]) and all(sample[1::2]):
            return "utf-16-be", 0
        if not any(sample[1::2]) and all(sample[0::2]):
            return "utf-16-le", 0
    return None, 0

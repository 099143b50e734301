"""The lines of one card: unfolded as bytes, decoded, quoted-printable joined. Nothing is interpreted yet, and nothing is dropped."""

import base64
import binascii
import re
from dataclasses import dataclass

from app.interchange import charset
from app.interchange.content_lines import Head, end_of_head, parse_head

_CACHE_AT_MOST = 4096
_CACHED_HEAD_AT_MOST = 120
_heads: dict[str, Head | None] = {}
_BASE64_TEXT = re.compile(r"[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*")
_BLANKS = re.compile(r"\s+")
_BEGIN = re.compile(r"(?:\ufeff)?BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END = re.compile(r"END[ \t]*:[ \t]*VCARD.*", re.IGNORECASE)
_SOFT_BREAK = "=\n"
BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-EPOCCNTMODELLAYOUTVIEW", "X-MS-CARDPICTURE"})


@dataclass(slots=True)
class Line:
    """One content line. `value` is decoded, its escapes are still there; `text` is the line as it stood, unfolded.

    `index` counts unfolded lines of the card from 0. Without a head it was not understood. `nested` lines belong to an inner card.
    """

    index: int
    text: str
    head: Head | None
    value: str
    damaged: bool = False
    nested: bool = False


@dataclass(slots=True)
class CardLines:
    """All lines of a card between BEGIN and END, and the codec that most of it was read in."""

    lines: list[Line]
    codec: str
    data: bytes  # with line feeds alone

    def line_numbers(self) -> list[int]:
        """For each unfolded line, which physical line of the card it starts at, from 0."""
        numbers: list[int] = []
        soft = False
        for number, physical in enumerate(self.data.split(b"\n")):
            if not numbers or soft or not physical.startswith((b" ", b"\t")):
                numbers.append(number)
            soft = physical.endswith(b"=") and _is_soft(physical, soft)
        return numbers


def _is_soft(physical: bytes, inside: bool) -> bool:
    return inside or b"QUOTED-PRINTABLE" in physical.partition(b":")[0].upper()


def _head(text: str) -> Head | None:
    """The head of a line; heads repeat from card to card, so they are remembered."""
    if text in _heads:
        return _heads[text]
    head = parse_head(text)
    if len(text) <= _CACHED_HEAD_AT_MOST:
        if len(_heads) >= _CACHE_AT_MOST:
            _heads.clear()
        _heads[text] = head
    return head


def _unfold(data: bytes) -> bytes:
    """Join folded lines, as bytes, so that a fold inside a character does no harm."""
    if b"=\n " not in data and b"=\n\t" not in data:
        return data.replace(b"\n ", b"").replace(b"\n\t", b"")
    # After a soft line break of quoted-printable the blank belongs to the text.
    out: list[bytes] = []
    soft = False
    for physical in data.split(b"\n"):
        if soft or not out or not physical.startswith((b" ", b"\t")):
            out.append(b"\n" + physical)
        else:
            out.append(physical[1:])
        soft = physical.endswith(b"=") and _is_soft(physical, soft)
    return b"".join(out)[1:]


def _decode(data: bytes, codec: str) -> tuple[list[str], str]:
    """The lines as text, and the codec in which quoted-printable text has to go back to bytes."""
    try:
        return data.decode("utf-8" if codec == "utf-8" else "ascii").split("\n"), "utf-8"
    except UnicodeDecodeError:
        pass
    lines: list[str] = []
    for line in data.split(b"\n"):
        head = line.partition(b":")[0].upper()
        if line.isascii() or b"QUOTED-PRINTABLE" in head:
            lines.append(line.decode("latin-1"))
            continue
        declared = re.search(rb'CHARSET="?([A-Z0-9_.:-]{1,40})', head)
        named = charset.codec_of(declared[1].decode("ascii")) if declared else None
        lines.append(charset.decode(line, None if named == "utf-8" else named, codec).text)
    return lines, "latin-1"


def _from_quoted_printable(value: str, head: Head, wire: str, codec: str) -> str:
    data = binascii.a2b_qp(value.encode(wire, "replace"))
    likely = codec if codec != "utf-8" else None
    return charset.decode(data, charset.codec_of(head.charset), likely).text


def _from_base64(value: str, head: Head, codec: str) -> str | None:
    try:
        data = base64.b64decode(_BLANKS.sub("", value), validate=True)
    except ValueError:
        return None
    return charset.decode(data, charset.codec_of(head.charset), codec).text


def read_lines(data: bytes, codec: str | None = None) -> CardLines:
    """The lines of a card from its 8-bit bytes. Linear in their number; never raises."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    codec = codec or charset.of_card(data)
    if codec == "iso2022_jp":
        data = data.decode(codec, "replace").encode("utf-8")
        text_codec = "utf-8"
    else:
        text_codec = codec
    texts, wire = _decode(_unfold(data), text_codec)
    return CardLines(_lines(texts, wire, text_codec), codec, data)


def _lines(texts: list[str], wire: str, codec: str) -> list[Line]:
    lines: list[Line] = []
    depth = 0
    index = -1
    count = len(texts)
    while index + 1 < count:
        index += 1
        text = texts[index]
        if not text or text.isspace():
            continue
        colon = text.find(":")
        if text[0] in "BbEe\ufeff":
            if _BEGIN.fullmatch(text):
                depth += 1
                if depth > 1:
                    lines.append(Line(index, text, None, "", nested=True))
                continue
            if _END.fullmatch(text):
                if depth > 1:
                    lines.append(Line(index, text, None, "", nested=True))
                depth -= 1
                continue
        if depth > 1:
            lines.append(Line(index, text, None, "", nested=True))
            continue
        if '"' in text[: max(colon, 0)]:
            colon = end_of_head(text)
        head = _head(text[:colon]) if colon > 0 else None
        if head is None:
            lines.append(Line(index, text, None, ""))
            continue
        value = text[colon + 1 :]
        first = index
        if head.encoding is None:
            lines.append(Line(first, text, head, value))
        elif head.encoding == "Q":
            if value.endswith("="):
                pieces = [value]
                while pieces[-1].endswith("=") and index + 1 < count:
                    if _END.fullmatch(texts[index + 1]):
                        break
                    index += 1
                    pieces.append(texts[index])
                value = _SOFT_BREAK.join(pieces)
                text = f"{text[: colon + 1]}{''.join(p[:-1] for p in pieces[:-1])}{pieces[-1]}"
            lines.append(Line(first, text, head, _from_quoted_printable(value, head, wire, codec)))
        else:
            pieces = [value]
            while index + 1 < count and _is_base64_rest(texts[index + 1]):
                index += 1
                pieces.append(texts[index])
            value = "".join(pieces)
            text = f"{text[: colon + 1]}{value}"
            line = Line(first, text, head, value)
            if head.name not in BINARY:
                decoded = _from_base64(value, head, codec)
                line.value, line.damaged = decoded or "", decoded is None
            lines.append(line)
    return lines


def _is_base64_rest(text: str) -> bool:
    """Whether a line without a head goes on with the base64 of the line before (it was folded without a blank)."""
    return ":" not in text and bool(text) and _BASE64_TEXT.fullmatch(text) is not None

"""The lines of one card: unfolded as bytes, decoded, quoted-printable joined. Nothing is
interpreted yet, and nothing is dropped.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.interchange import charset, iso2022
from app.interchange.content_lines import Head, end_of_head, parse_head

_CACHE_AT_MOST = 4096
_CACHED_HEAD_AT_MOST = 120
_heads: dict[str, Head | None] = {}
_BASE64_TEXT = re.compile(r"[ \t]*[A-Za-z0-9+/]*={0,2}[ \t]*")
_QUOTED = re.compile(
    rb'(?i);[ \t]{0,9}(?:ENCODING[ \t]{0,9}=[ \t"]{0,9})?QUOTED[-_]PRINTABLE[ \t"]{0,9}(?:;|,|$)'
)
_BLANKS = re.compile(r"\s+")
_VERSION_2 = re.compile(rb"(?i)\nVERSION[ \t]{0,9}:[ \t]{0,9}2\.1[ \t]{0,9}\n")
_ADDRESS_2 = re.compile(rb"(?i)(?<=\n)(?:EMAIL|URL|TEL)[;:][^\n]*+(?:(?<!=)\n[ \t][^\n]*+)++")
"""An address, link or number of vCard 2.1 in several lines: blanks of its folds do not count."""
_FOLD_2 = re.compile(rb"\n[ \t]+")
_BEGIN = re.compile(r"(?:\ufeff)?BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END = re.compile(r"END[ \t]*:[ \t]*VCARD.*", re.IGNORECASE)
_FRAMES = frozenset({"BEGIN", "END"})
_FRAME_LETTERS = frozenset("BbEe\ufeff")
BINARY = frozenset(
    {"PHOTO", "LOGO", "SOUND", "KEY", "X-EPOCCNTMODELLAYOUTVIEW", "X-MS-CARDPICTURE"}
)


@dataclass(slots=True)
class Line:
    """One content line; without a head it was not understood.

    `value` is decoded, its escapes are still there; `text` is the line as it stood, unfolded.
    `index` counts unfolded lines of the card from 0; `nested` lines belong to an inner card.
    """

    index: int
    text: str
    head: Head | None
    value: str
    damaged: bool = False
    nested: bool = False

    @property
    def group(self) -> str | None:
        """What lines that belong together have in common, in small letters (RFC 6350, 3.3)."""
        head = self.head
        return head.group.lower() if head is not None and head.group else None

    @property
    def types(self) -> tuple[str, ...]:
        """Its TYPE words, small, in order."""
        return self.head.types if self.head is not None else ()

    def param(self, name: str) -> str | None:
        """The first value of a parameter; None where it is absent."""
        return self.head.param(name) if self.head is not None else None


@dataclass(slots=True)
class CardLines:
    """All lines of a card between BEGIN and END, and the codec that most of it was read in."""

    lines: list[Line]
    codec: str
    data: bytes  # with line feeds alone
    guessed: bool = False
    """Whether any of its text was read by trial of charsets."""

    def line_numbers(self) -> list[int]:
        """For each unfolded line, which physical line of the card it starts at, from 0."""
        physical = enumerate(_physical(self.data))
        return [number for number, (_, is_fold) in physical if not is_fold]


def _physical(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Each line as it stands, and whether it goes on with a fold. After a soft line break of
    quoted-printable a blank belongs to the text; whether that is meant, the head says, which may be
    folded itself.
    """
    head: list[bytes] = []
    complete = quoted = soft = False
    for number, line in enumerate(data.split(b"\n")):
        is_fold = number > 0 and not soft and line.startswith((b" ", b"\t"))
        if not is_fold and not soft:
            head, complete, quoted = [], False, False
        if not complete:
            before, colon, _ = line[is_fold:].partition(b":")
            head.append(before)
            complete = bool(colon)
            quoted = complete and _QUOTED.search(b"".join(head)) is not None
        yield line, is_fold
        soft = quoted and line.endswith(b"=")


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
    if (b"\n  " in data or b"\n\t" in data) and _VERSION_2.search(data):
        data = _ADDRESS_2.sub(lambda found: _FOLD_2.sub(b"", found[0]), data)
    if b"=\n " not in data and b"=\n\t" not in data:
        return data.replace(b"\n ", b"").replace(b"\n\t", b"")
    lines = (line[1:] if is_fold else b"\n" + line for line, is_fold in _physical(data))
    return b"".join(lines)[1:]


def _decode(data: bytes, codec: str, said: str | None) -> tuple[list[str], str, bool]:
    """The lines as text, the codec in which quoted-printable text has to go back to bytes, and
    whether any was read by trial; what is in the codec `said` was not.
    """
    try:
        return data.decode("utf-8" if codec == "utf-8" else "ascii").split("\n"), "utf-8", False
    except UnicodeDecodeError:
        pass
    guessed = False
    lines: list[str] = []
    for line in data.split(b"\n"):
        head = line.partition(b":")[0].upper()
        if (line.isascii() and iso2022.MARK not in line) or b"QUOTED-PRINTABLE" in head:
            lines.append(line.decode("latin-1"))
            continue
        declared = re.search(rb'CHARSET="?([A-Z0-9_.-]{1,40})', head)
        named = charset.codec_of(declared[1].decode("ascii")) if declared else None
        found = charset.decode(line, None if named == "utf-8" else named, codec)
        guessed = guessed or (found.guessed and found.codec != said)
        lines.append(found.text)
    return lines, "latin-1", guessed


def _from_quoted_printable(value: str, head: Head, wire: str, codec: str) -> charset.Decoded:
    data = binascii.a2b_qp(value.encode(wire, "replace"))
    likely = codec if codec != "utf-8" else None
    return charset.decode(data, charset.codec_of(head.charset), likely)


def _from_base64(value: str, head: Head, codec: str) -> charset.Decoded | None:
    try:
        data = base64.b64decode(_BLANKS.sub("", value), validate=True)
    except ValueError:
        return None
    return charset.decode(data, charset.codec_of(head.charset), codec)


def read_lines(data: bytes, codec: str | None = None) -> CardLines:
    """The lines of a card from its 8-bit bytes, in `codec` where that was said. Linear in their
    number; never raises.
    """
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    unfolded = _unfold(data)
    likely = charset.Likely(codec) if codec else charset.likeliest(unfolded)
    text_codec, said = likely.codec, None if likely.guessed else likely.codec
    if text_codec == "iso2022_jp":
        text = charset.strict(unfolded, text_codec)
        if text is None:
            text = unfolded.decode(text_codec, "replace")
        unfolded, text_codec = text.encode("utf-8"), "utf-8"
    texts, wire, guessed = _decode(unfolded, text_codec, said)
    lines, more = _lines(texts, wire, text_codec, said)
    return CardLines(lines, likely.codec, data, guessed or more)


def _lines(texts: list[str], wire: str, codec: str, said: str | None) -> tuple[list[Line], bool]:
    guessed = False
    lines: list[Line] = []
    depth = 0
    following = 0  # lines before it were taken by an encoded value
    for index, text in enumerate(texts):
        if index < following or not text or text.isspace():
            continue
        step = _frame_step(text) if text[0] in _FRAME_LETTERS else 0
        depth += step
        if step or depth > 1:
            if max(depth, depth - step) > 1:
                lines.append(Line(index, text, None, "", nested=True))
            continue
        line = _line(index, text)
        if line.head is not None and line.head.encoding is not None:
            encoded = _Encoded(line, line.head, texts, wire, codec)
            following = encoded.finish()
            found = encoded.found
            guessed = guessed or (found is not None and found.guessed and found.codec != said)
        lines.append(line)
    return lines, guessed


def _frame_step(text: str) -> int:
    """1 for BEGIN, -1 for END, 0 for any other line."""
    if _BEGIN.fullmatch(text):
        return 1
    return -1 if _END.fullmatch(text) else 0


def _line(index: int, text: str) -> Line:
    colon = text.find(":")
    if '"' in text and text.find('"', 0, colon) > -1:
        colon = end_of_head(text)
    head = _head(text[:colon]) if colon > 0 else None
    if head is not None and head.name in _FRAMES:
        head = None  # no frame of ours; another reader might take it for one
    return Line(index, text, head, text[colon + 1 :] if head else "")


@dataclass(slots=True)
class _Encoded:
    """A line in quoted-printable or base64, which may take the lines after it."""

    line: Line
    head: Head
    texts: list[str]
    wire: str
    codec: str
    found: charset.Decoded | None = None
    """What its bytes say as text."""

    def finish(self) -> int:
        """Decode the line; gives the index of the first line that does not belong to it."""
        line, head = self.line, self.head
        start = line.text[: len(line.text) - len(line.value)]
        if head.encoding == "Q":
            pieces = self._soft_breaks()
            # Joined before decoding: some break a line inside the code of a byte.
            value = f"{''.join(p[:-1] for p in pieces[:-1])}{pieces[-1]}"
            line.text = f"{start}{value}"
            self.found = _from_quoted_printable(value, head, self.wire, self.codec)
            line.value = self.found.text
            return line.index + len(pieces)
        pieces = self._base64_rest()
        line.value = "".join(pieces)
        line.text = f"{start}{line.value}"
        if head.name not in BINARY:
            self.found = _from_base64(line.value, head, self.codec)
            line.value, line.damaged = "", self.found is None
            if self.found is not None:
                line.value = self.found.text
        return line.index + len(pieces)

    def _soft_breaks(self) -> list[str]:
        pieces = [self.line.value]
        at = self.line.index + 1
        while (
            pieces[-1].endswith("=") and at < len(self.texts) and _frame_step(self.texts[at]) == 0
        ):
            pieces.append(self.texts[at])
            at += 1
        return pieces

    def _base64_rest(self) -> list[str]:
        pieces = [self.line.value]
        at = self.line.index + 1
        while at < len(self.texts) and _is_base64_rest(self.texts[at]):
            pieces.append(self.texts[at])
            at += 1
        return pieces


def _is_base64_rest(text: str) -> bool:
    """Whether a line goes on with the base64 before it: some fold without a blank."""
    return (
        ":" not in text
        and not text.isspace()
        and bool(text)
        and _BASE64_TEXT.fullmatch(text) is not None
    )

"""Content lines: the syntax that vCard 2.1, 3.0 and 4.0 share.

Head, parameters, escapes, folding; read and written here.
"""

import re
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_/-]*")
_ENCODINGS = {
    "QUOTED-PRINTABLE": "Q",
    "QUOTED_PRINTABLE": "Q",
    "Q": "Q",
    "BASE64": "B",
    "B": "B",
    "8BIT": None,
    "7BIT": None,
}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^(.)", re.DOTALL)
_CARET_MEANS = {"n": "\n", "N": "\n", "'": '"', "^": "^"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
FOLD_AT = 75


@dataclass(frozen=True, slots=True)
class Head:
    """Everything before the colon.

    Names are in capitals; `types` are the TYPE words, small, in order.
    """

    group: str | None
    name: str
    params: tuple[tuple[str, tuple[str, ...]], ...] = ()
    types: tuple[str, ...] = ()
    encoding: str | None = None  # "Q" quoted-printable, "B" base64
    charset: str | None = None  # as declared
    bare: frozenset[str] = field(default=frozenset(), compare=False)

    def param(self, name: str) -> str | None:
        """The first value of a parameter; None where it is absent."""
        for key, values in self.params:
            if key == name:
                return values[0] if values else ""
        return None


def end_of_head(line: str) -> int:
    """Where the colon is that ends the head, quotes respected; -1 where there is none."""
    colon = line.find(":")
    quote = line.find('"', 0, colon)
    while -1 < quote < colon:
        closing = line.find('"', quote + 1)
        if closing == -1:
            return line.find(":")
        if colon < closing:
            colon = line.find(":", closing + 1)
        quote = line.find('"', closing + 1, colon)
    return colon


def _split_quoted(text: str, separator: str) -> list[str]:
    """Split outside of double quotes; a backslash before the separator keeps it (vCard 2.1)."""
    if '"' not in text:
        return split_escaped(text, separator)
    parts: list[str] = []
    pending: list[str] = []
    quotes = 0
    for piece in text.split(separator):
        pending.append(piece)
        quotes += piece.count('"')
        if quotes % 2 == 0:
            parts.append(separator.join(pending))
            pending = []
    parts.extend(pending)
    return parts


def _caret(text: str) -> str:
    """RFC 6868."""
    if "^" not in text:
        return text
    return _CARET.sub(lambda m: _CARET_MEANS.get(m[1], m[0]), text)


def _values(text: str) -> tuple[str, ...]:
    return tuple(_caret(v.strip().strip('"')) for v in _split_quoted(text, ","))


def parse_head(text: str) -> Head | None:
    """The head of a line; None where it is none (comment, continuation, nonsense). Control
    characters in it are passed over, as they are when it is written.
    """
    first, *rest = _split_quoted(clean(text), ";")
    group, _, name = first.strip().rpartition(".")
    if not _NAME.fullmatch(name):
        return None
    params: list[tuple[str, tuple[str, ...]]] = []
    bare: set[str] = set()
    encoding: str | None = None
    for param in rest:
        key, equals, value = param.partition("=")
        key = key.strip().upper()
        if equals:
            params.append((key, _values(value)))
        elif key in _ENCODINGS:
            encoding = _ENCODINGS[key] or encoding
            bare.add(key)
        elif key:
            bare.add(key)
            params.append(("TYPE", (param.strip(),)))
    found = dict(params)
    if "ENCODING" in found:
        encoding = _ENCODINGS.get(found["ENCODING"][0].upper())
    return Head(
        group or None,
        name.upper(),
        tuple(params),
        _types(params),
        encoding,
        found["CHARSET"][0] if "CHARSET" in found else None,
        frozenset(bare),
    )


def _types(params: list[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    values = (v for key, values in params if key == "TYPE" for v in values)
    return tuple(w.strip().lower() for v in values for w in v.split(",") if w.strip())


def split_escaped(text: str, separator: str) -> list[str]:
    """Split at separators that no backslash escapes; the escapes stay. Linear in the text."""
    parts = text.split(separator)
    if len(parts) == 1 or "\\" not in text:
        return parts
    joined: list[str] = []
    open_parts: list[str] = []
    for part in parts:
        open_parts.append(part)
        if (len(part) - len(part.rstrip("\\"))) % 2 == 0:
            joined.append(separator.join(open_parts))
            open_parts = []
    if open_parts:
        joined.append(separator.join(open_parts))
    return joined


def _unescape_one(match: re.Match[str]) -> str:
    char = match[1]
    if char in "nN":
        return "\n"
    return match[0] if char.isalnum() else char


def unescape(text: str) -> str:
    """A text value as it was meant; before other letters a backslash stays one (C:\\Users)."""
    return _ESCAPE.sub(_unescape_one, text) if "\\" in text else text


def clean(text: str) -> str:
    """Without control characters other than tab and line feed, and with line feeds alone."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text)


def escape(text: str) -> str:
    """A text value for 3.0 and 4.0."""
    text = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def escape_param(value: str) -> str:
    """A parameter value with RFC 6868, quoted where it has to be."""
    value = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if any(c in value for c in ":;,\\") else value


def fold(line: str) -> bytes:
    """One line as bytes, folded at 75 octets between characters, with its line end."""
    data = line.encode("utf-8", "replace")
    if len(data) <= FOLD_AT:
        return data + b"\r\n"
    pieces: list[bytes] = []
    at, room = 0, FOLD_AT
    while at < len(data):
        end = min(at + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[at:end])
        at, room = end, FOLD_AT - 1
    return b"\r\n ".join(pieces) + b"\r\n"

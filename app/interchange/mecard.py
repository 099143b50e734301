"""MeCard: the short card of Japanese phones' QR codes (NTT docomo), as a vCard."""

from collections.abc import Iterator

from app.interchange.content_lines import escape, split_escaped, unescape

_MARK = "MECARD:"
_TEXTS = {
    "TEL": "TEL", "TEL-AV": "TEL", "EMAIL": "EMAIL", "URL": "URL", "NOTE": "NOTE", "ORG": "ORG",
    "NICKNAME": "NICKNAME", "TITLE": "TITLE", "BDAY": "BDAY",
}  # fmt: skip
_ADDRESS_PARTS = 7


def is_mecard(text: str) -> bool:
    """Whether the text of a code is such a card."""
    return text[: len(_MARK)].upper() == _MARK


def as_vcard(text: str) -> bytes:
    """The card as a vCard in UTF-8; what is not understood becomes X- lines."""
    lines = [line for field in split_escaped(text[len(_MARK) :], ";") for line in _lines(field)]
    body = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VCARD\r\nVERSION:4.0\r\n{body}END:VCARD\r\n".encode("utf-8", "replace")


def _lines(field: str) -> Iterator[str]:
    name, colon, value = field.strip("\r\n").partition(":")
    name = name.strip().upper()
    if not colon or not value.strip():
        return
    if name == "N":
        parts = [unescape(p).strip() for p in split_escaped(value, ",")]
        yield f"N:{';'.join(escape(p) for p in [*parts, *[''] * 5][:5])}"
    elif name == "SOUND":
        parts = [unescape(p).strip() for p in split_escaped(value, ",")]
        for kind, part in zip(("LAST", "FIRST"), parts, strict=False):
            yield f"X-PHONETIC-{kind}-NAME:{escape(part)}"
    elif name == "ADR":
        parts = [unescape(p).strip() for p in split_escaped(value, ",")]
        if len(parts) == _ADDRESS_PARTS:
            yield f"ADR:{';'.join(escape(p) for p in parts)}"
        else:
            yield f"ADR:;;{escape(unescape(value).strip())};;;;"
    elif name in _TEXTS:
        yield f"{_TEXTS[name]}:{escape(unescape(value).strip())}"
    else:
        plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name)
        yield f"X-MECARD-{plain}:{escape(unescape(value))}"

"""Convert: one line of a source card to a line of vCard 3.0 or 4.0.

What need not change does not change.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from app.domain.dates import Birthday
from app.interchange import birthdays
from app.interchange.card_lines import BINARY, Line
from app.interchange.content_lines import (
    Head,
    clean,
    end_of_head,
    escape,
    escape_param,
    split_escaped,
    unescape,
)
from app.interchange.photo import format_of

KEPT_LINE = "X-ENISHI-LINE"
"""Carries a line that is no content line, so that the other lines stay readable everywhere."""

_STRUCTURED = frozenset({"N", "ADR", "ORG", "GENDER", "CLIENTPIDMAP"})
_LISTS = frozenset({"CATEGORIES", "NICKNAME"})
_TEXTS = frozenset(
    "FN NOTE TITLE ROLE LABEL MAILER SORT-STRING NAME X-PHONETIC-FIRST-NAME "
    "X-PHONETIC-LAST-NAME".split()
)
_MEDIA = {
    "JPEG": "image/jpeg",
    "JPG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
}
_NO_KIND = frozenset({"pref", "home", "work"})
_DATA = re.compile(r"data:([^,;]{0,100})((?:;[^,;]{0,100})*),(.*)", re.DOTALL | re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Out:
    """A line to be written, unfolded: everything before the colon, and everything after it."""

    head: str
    value: str

    @property
    def text(self) -> str:
        """The line without its fold; nothing in it can end it."""
        return clean(f"{self.head}:{self.value}").replace("\n", " ")


def head_text(
    name: str, params: list[tuple[str, tuple[str, ...]]], group: str | None = None
) -> str:
    """A head from its parts."""
    written = "".join(
        f";{key}={','.join(escape_param(v) for v in values)}" for key, values in params if values
    )
    return f"{group}.{name}{written}" if group else f"{name}{written}"


def write_birthday(birthday: Birthday, target: str) -> Out:
    """A birthday; without a year as Apple does in 3.0, which has no way of its own."""
    if target == "4.0":
        year = "--" if birthday.year is None else f"{birthday.year:04d}"
        return Out("BDAY", f"{year}{birthday.month:02d}{birthday.day:02d}")
    if birthday.year is None:
        return Out("BDAY;X-APPLE-OMIT-YEAR=1604", f"1604-{birthday.month:02d}-{birthday.day:02d}")
    return Out("BDAY", str(birthday))


def convert(line: Line, source: str, target: str) -> Out:
    """The line for `target`, from a card of version `source` (empty where it names none)."""
    head = line.head
    if head is None:
        return Out(KEPT_LINE, escape(clean(line.text)))
    if head.name == "BDAY" and source != target:
        return _birthday(line, head, target)
    binary = head.name in BINARY
    if (
        source == target
        and _is_utf8(head)
        and (head.encoding is None or (head.encoding == "B" and (binary or line.damaged)))
    ):
        return _as_it_was(line)
    if line.damaged and not binary:
        return Out(KEPT_LINE, escape(clean(line.text)))
    if binary:
        return _binary(line, head, source, target)
    if source in {"3.0", "4.0"} and head.encoding is None and not head.bare and _is_utf8(head):
        plain = _as_it_was(line)
        params = _params(head, target)
        return (
            plain
            if params == list(head.params)
            else Out(head_text(head.name, params, head.group), plain.value)
        )
    return Out(head_text(head.name, _params(head, target), head.group), _value(line, head, source))


def _is_utf8(head: Head) -> bool:
    return head.charset is None or head.charset.lower() in {"utf-8", "utf8"}


def _as_it_was(line: Line) -> Out:
    colon = end_of_head(line.text)
    return Out(line.text[:colon], line.text[colon + 1 :])


def _params(head: Head, target: str) -> list[tuple[str, tuple[str, ...]]]:
    """The parameters for `target`: TYPE words together, no encoding or charset, its own PREF."""
    params = [(k, v) for k, v in head.params if k not in {"TYPE", "ENCODING", "CHARSET"}]
    types = [
        w for key, values in head.params if key == "TYPE" for v in values for w in v.split(",") if w
    ]
    preferred = any(w.upper() == "PREF" for w in types)
    if target == "4.0":
        types = [w for w in types if w.upper() != "PREF"]
        if preferred and not any(k == "PREF" for k, _ in params):
            params.append(("PREF", ("1",)))
    elif any(k == "PREF" for k, _ in params):
        params = [(k, v) for k, v in params if k != "PREF"]
        if not preferred:
            types.append("pref")
    if types:
        params.insert(0, ("TYPE", tuple(types)))
    return params


def _value(line: Line, head: Head, source: str) -> str:
    """The value with the escapes of 3.0 and 4.0, which are the same."""
    if head.name in _STRUCTURED:
        parts = split_escaped(clean(line.value), ";")
        if head.name == "N" and source != "2.1":
            return ";".join(
                ",".join(escape(unescape(v)) for v in split_escaped(p, ",")) for p in parts
            )
        return ";".join(escape(unescape(p)) for p in parts)
    if head.name in _LISTS:
        return ",".join(escape(unescape(p)) for p in split_escaped(clean(line.value), ","))
    if head.name in _TEXTS:
        return escape(unescape(clean(line.value)))
    if "x-irmc-n" in head.types:
        return line.value.replace("\n", "\\n")
    return clean(line.value).replace("\n", "\\n")


def _birthday(line: Line, head: Head, target: str) -> Out:
    birthday = birthdays.parse(unescape(clean(line.value)), head.param("X-APPLE-OMIT-YEAR"))
    if birthday is None:
        return Out(
            head_text("BDAY", [("VALUE", ("text",))], head.group),
            escape(unescape(clean(line.value))),
        )
    written = write_birthday(birthday, target)
    return Out(f"{head.group}.{written.head}" if head.group else written.head, written.value)


def _binary(line: Line, head: Head, source: str, target: str) -> Out:
    """A picture, sound or key: a data URI in 4.0, ENCODING=b in 3.0; a link stays one."""
    if "x-irmc-n" in head.types and head.encoding != "B":
        return Out(
            head_text(head.name, _params(head, target), head.group), _value(line, head, source)
        )
    params = [(k, v) for k, v in _params(head, target) if k not in {"TYPE", "VALUE", "MEDIATYPE"}]
    data = _DATA.match(line.value.strip())
    if head.encoding == "B":
        encoded = _BLANKS.sub("", line.value)
        if target == "4.0":
            return Out(
                head_text(head.name, params, head.group),
                f"data:{_media(head, encoded)};base64,{encoded}",
            )
        return _base64(head, params, _kind(head), encoded)
    if target == "3.0" and data is not None and ";base64" in data[2].lower():
        return _base64(head, params, data[1].rpartition("/")[2].upper(), data[3].replace("\\", ""))
    value = clean(line.value).replace("\n", "\\n")
    return Out(head_text(head.name, _params(head, target), head.group), value)


def _base64(head: Head, params: list[tuple[str, tuple[str, ...]]], kind: str, encoded: str) -> Out:
    first = [("ENCODING", ("b",)), ("TYPE", (kind,) if kind else ())]
    return Out(head_text(head.name, [*first, *params], head.group), encoded)


def _kind(head: Head) -> str:
    """What kind of bytes the card says it holds."""
    return next((t.rpartition("/")[2].upper() for t in head.types if t not in _NO_KIND), "")


def _media(head: Head, encoded: str) -> str:
    """The media type: by content where it is a picture we know, else as the card says."""
    try:
        known = format_of(base64.b64decode(encoded[:64]))
    except (ValueError, binascii.Error):
        known = None
    if known is not None:
        return _MEDIA[known]
    kind = _kind(head)
    if kind in _MEDIA:
        return _MEDIA[kind]
    return (
        f"image/{kind.lower()}"
        if head.name == "PHOTO" and kind.isalnum()
        else "application/octet-stream"
    )

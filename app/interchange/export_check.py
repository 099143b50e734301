"""Export check: every export is read back by a second reader, vobject, before it replaces
anything. Differences are named.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import vobject

from app.domain.contact import Contact
from app.interchange.content_lines import clean, end_of_head, parse_head, unescape
from app.interchange.new_lines import full_of, uid_of

_LISTS = frozenset({"CATEGORIES", "NICKNAME", "N", "ADR", "ORG"})
_REFUSED = frozenset({"PROFILE"})  # it takes it for a kind of component
_COMPARED = frozenset({"FN", "UID"})
_COMMA = re.compile(r"(?<!\\),")
_VALUE = r'(?:"[^"]{0,1000}"|[^";:,\x00-\x1f]{0,1000})'
_SAFE_HEAD = re.compile(
    rf"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)(?:;[A-Za-z0-9-]+=(?>{_VALUE})(?:,(?>{_VALUE})){{0,20}}){{0,20}}+"
)
_PLAIN = "X-ENISHI-PLAIN"


class DifferenceKind(StrEnum):
    """In what the second reader disagrees."""

    CARDS = "cards"
    UID = "uid"
    NAME = "name"
    PROPERTIES = "properties"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ExportDifference:
    """One disagreement: which card (from 1, 0 for the whole), what was meant, and what was read."""

    kind: DifferenceKind
    card: int
    meant: str
    read: str


def _for_vobject(line: str) -> str:
    """A line as vobject reads it rightly: it ends text at a bare comma.

    What it refuses, or hangs on, is replaced: heads of no plain kind, damaged base64. The line
    still counts, and what is compared keeps its value: nobody's odd card may stop an export.
    """
    colon = end_of_head(line)
    head, value = line[:colon], line[colon + 1 :]
    found = _SAFE_HEAD.fullmatch(head)
    if found is None:
        bare = parse_head(head)
        if bare is not None and bare.name in _COMPARED:
            head = bare.name
            found = _SAFE_HEAD.fullmatch(head)
    if found is None or found[1].upper() in _REFUSED or _is_damaged(head, value):
        return f"{_PLAIN}:{len(value)}"
    if found[1].upper() in _LISTS:
        return line
    escapes = len(value) - len(value.rstrip("\\"))
    if escapes % 2:
        value += "\\"  # it reads an escape of nothing as "eof"
    return f"{head}:{_COMMA.sub(lambda _: chr(92) + ',', value)}"


def _is_damaged(head: str, value: str) -> bool:
    if "ENCODING=" not in head.upper():
        return False
    try:
        base64.b64decode(value.replace(" ", ""), validate=True)
    except ValueError:
        return True
    return False


def _cards(data: bytes) -> list[list[str]]:
    """The unfolded lines of each card, between BEGIN and END."""
    text = data.replace(b"\r\n ", b"").decode("utf-8")
    cards: list[list[str]] = []
    for line in text.split("\r\n"):
        if line == "BEGIN:VCARD":
            cards.append([])
        elif line and line != "END:VCARD" and cards:
            cards[-1].append(line)
    return cards


def _same(ours: str, theirs: str) -> bool:
    """Whether two texts say the same; the second reader keeps escapes that do not exist."""
    return (
        ours == theirs
        or unescape(theirs) == ours
        or theirs.replace("\\", "") == ours.replace("\\", "")
    )


def _check(number: int, contact: Contact, lines: list[str]) -> list[ExportDifference]:
    text = "\r\n".join(["BEGIN:VCARD", *(_for_vobject(line) for line in lines), "END:VCARD", ""])
    try:
        components = list(vobject.readComponents(text, allowQP=False))
    except Exception as error:  # noqa: BLE001 - it raises many kinds, all mean: damaged
        return [ExportDifference(DifferenceKind.UNREADABLE, number, "", type(error).__name__)]
    if len(components) != 1:
        return [ExportDifference(DifferenceKind.CARDS, number, "1", str(len(components)))]
    card = components[0]
    found: list[ExportDifference] = []

    def compare(kind: DifferenceKind, meant: str | None, name: str) -> None:
        values = [str(line.value) for line in card.contents.get(name, ())]
        read = next((value for value in values if value.strip()), "")  # as we read an empty one
        if not _same(meant or "", read.strip()):
            found.append(ExportDifference(kind, number, meant or "", read))

    compare(DifferenceKind.UID, uid_of(contact), "uid")
    compare(DifferenceKind.NAME, clean(full_of(contact)), "fn")
    count = sum(len(values) for values in card.contents.values())
    if count != len(lines):
        found.append(
            ExportDifference(DifferenceKind.PROPERTIES, number, str(len(lines)), str(count))
        )
    return found


def verify(data: bytes, contacts: Sequence[Contact]) -> list[ExportDifference]:
    """What the second reader finds in an export that is not what was meant; empty if all is well.

    `contacts` are those written, in their order.
    """
    cards = _cards(data)
    if len(cards) != len(contacts):
        return [ExportDifference(DifferenceKind.CARDS, 0, str(len(contacts)), str(len(cards)))]
    return [
        difference
        for number, (contact, lines) in enumerate(zip(contacts, cards, strict=True), 1)
        for difference in _check(number, contact, lines)
    ]

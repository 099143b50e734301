"""Write a card as vCard 4.0 or 3.0.

It starts from the card that was received: only what the contact says otherwise is written anew.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.contact import Contact
from app.domain.partial_date import says_nothing
from app.interchange.card_lines import Line, read_lines
from app.interchange.carry import carry
from app.interchange.companies import companies
from app.interchange.content_lines import escape, fold
from app.interchange.convert import Out, convert, head_text
from app.interchange.fields import (
    COLUMN,
    GATHERING,
    INTRODUCED_BY,
    MET_ON,
    Draft,
    parts_of,
    text_of,
)
from app.interchange.further_lines import Further, further_lines
from app.interchange.new_lines import NAME_PARTS, Item, field_lines, item_lines
from app.interchange.photo import origin_of, payload
from app.interchange.vcard_read import contact_of, draft_of

VERSIONS = ("3.0", "4.0")
_LISTS = {"EMAIL": "emails", "TEL": "phones", "ADR": "addresses", "URL": "urls"}
_NAMES = {field: name for name, field in _LISTS.items()}
_FURTHER = ("related", "dates", "accounts", "positions")
"""Lists of the contact whose values several properties say."""
_READING = frozenset(
    {
        "X-PHONETIC-LAST-NAME",
        "X-PHONETIC-FIRST-NAME",
        "SORT-STRING",
        "X-FURIGANA",
        "X-YOMI",
        "X-KANA",
        "X-READING",
    }
)
_NICKNAMES = frozenset({"NICKNAME", "X-NICKNAME"})
_SINGLE = {
    "FN": "full", "N": "parts", "ORG": "organization", "TITLE": "title", "BDAY": "birthday",
    "BIRTHDATE": "birthday", "NOTE": "note", "CATEGORIES": "tags", "UID": "uid", "PHOTO":
    "photo", "REV": "rev", MET_ON: "met", GATHERING: "met", INTRODUCED_BY: "met",
}  # fmt: skip
_WHOLE = frozenset({"reading", "note", "tags", "parts"})
"""Fields that take all their lines together; of the others the first line with a value counts."""


@dataclass(slots=True)
class _Slot:
    """A place in the card: a line of the source, and what stands there now."""

    line: Line
    owner: str | None
    out: list[Out] | None = None  # None: the line as it was, converted if need be


class _Card:
    """One card being written from its source."""

    def __init__(
        self, contact: Contact, lines: list[Line], version: str, photo: bytes | None
    ) -> None:
        self.contact = contact
        self.version = version
        self.photo = photo
        draft = draft_of(lines)
        self.source_version = draft.version
        self.before = replace(contact_of(draft, None), id=contact.id)
        nested = [line for line in lines if line.nested]
        self._further = _further(draft, self.before)
        self._several = bool(self.before.positions)
        owners = {
            line.index: field
            for field, values in self._further.items()
            for _, own in values
            for line in own
        }
        self.slots = [
            _Slot(line, owners.get(line.index) or _owner(line, draft))
            for line in lines
            if not line.nested and (line.head is None or line.head.name != "VERSION")
        ]
        self._nest(nested)
        self.added: list[Out] = []
        self.elsewhere: dict[Further, list[Out]] = {}  # values as older cards hold them
        self.original: Out | None = None  # the picture as an older card holds it
        self._groups = {line.group for line in lines if line.group is not None}

    def _nest(self, nested: list[Line]) -> None:
        """A nested card becomes one text, as in RFC 2426, so that no reader can take it for a card
        of its own.
        """
        if not nested:
            return
        text = "\n".join(line.text for line in nested)
        slot = next(
            (
                s
                for s in self.slots
                if s.line.head and s.line.head.name == "AGENT" and not s.line.value.strip()
            ),
            None,
        )
        if slot is None:
            self.slots.append(_Slot(nested[0], None, [Out("AGENT", escape(text))]))
        else:
            slot.out = [Out("AGENT", escape(text))]

    def _free_group(self) -> str:
        number = 1
        while f"item{number}" in self._groups:
            number += 1
        self._groups.add(f"item{number}")
        return f"item{number}"

    def change(self, field: str) -> None:
        """Write one field with one value anew, in the place of what it was."""
        new = field_lines(field, self.contact, self.version, self.photo)
        if field == "photo" and self.original is not None:
            new = [self.original]
        mine = [s for s in self.slots if s.owner == field]
        filled = next((s for s in mine if _has_value(s.line)), None)
        if field in _WHOLE or not new:
            for slot in mine:
                slot.out = []
        # An empty line is filled: a second one beside it would be passed over by other readers.
        place = mine[0] if mine and (field in _WHOLE or filled is None) else filled
        if place is None:
            self.added.extend(new)
        elif self._several and new and place.line.head and field in {"organization", "title"}:
            # Group and preference say which of several companies it is.
            head = convert(place.line, self.source_version, self.version).head
            place.out = [replace(new[0], head=head)]
        else:
            place.out = new

    def change_list(self, name: str, field: str) -> None:
        """Write a list anew: values that were there keep their lines, the others get new ones."""
        before: list[Item] = list(getattr(self.before, field))
        after: list[Item] = list(getattr(self.contact, field))
        slots = [s for s in self.slots if s.owner == field and _has_value(s.line)]
        if len(slots) != len(before):  # addresses that came from labels
            slots, before = [], []
        left = list(zip(before, slots, strict=True))
        outs: list[list[Out]] = []
        for item in after:
            at = next((i for i, (old, _) in enumerate(left) if old == item), None)
            if at is None:
                outs.append(item_lines(name, item, self._free_group() if item.label else ""))
            else:
                kept = left.pop(at)[1].line
                outs.append([convert(kept, self.source_version, self.version)])
        for _, slot in left:
            self._drop_label(slot.line)
        for slot, out in zip(slots, outs, strict=False):
            slot.out = out
        for slot in slots[len(outs) :]:
            slot.out = []
        for out in outs[len(slots) :]:
            self.added.extend(out)

    def change_further(self, field: str) -> None:
        """Write a list anew whose values may take several lines: those that stay keep theirs."""
        after: list[Further] = list(getattr(self.contact, field))
        gone: list[_Slot] = []
        for item, lines in self._further[field]:
            if item in after:
                after.remove(item)
                continue
            if self.contact.shallow:  # never read, so not taken away
                continue
            places = {line.index for line in lines}
            gone += [slot for slot in self.slots if slot.line.index in places]
            self._drop_label(lines[0])
        for slot in gone:
            slot.out = []
        new = [out for item in after for out in self._further_item(item)]
        if gone:
            gone[0].out = new
        else:
            self.added.extend(new)

    def _further_item(self, item: Further) -> list[Out]:
        """A value as an older card says it in one line of its own, else anew."""
        return self.elsewhere.get(item) or further_lines(item, self.version, self._free_group())

    def one_line_values(self) -> dict[Further, list[Out]]:
        """The values of the further lists that one line without a group says, with that line."""
        return {
            item: [convert(lines[0], self.source_version, self.version)]
            for values in self._further.values()
            for item, lines in values
            if len(lines) == 1 and lines[0].head is not None and not lines[0].head.group
        }

    def _drop_label(self, line: Line) -> None:
        """The label of a line that goes, goes too."""
        group = line.head.group if line.head else None
        for slot in self.slots:
            head = slot.line.head
            if (
                group
                and head
                and head.name == "X-ABLABEL"
                and head.group
                and head.group.lower() == group.lower()
            ):
                slot.out = []

    def changed(self) -> list[str]:
        """The fields with one value in which the contact is not what its card says."""
        a, b = self.before, self.contact
        pairs = {
            "full": (a.name.full, b.name.full),
            "parts": tuple([getattr(n, p) for p in NAME_PARTS] for n in (a.name, b.name)),
            "nickname": (a.name.nickname, b.name.nickname),
            "reading": (a.reading, b.reading),
            "organization": ((a.organization, a.department), (b.organization, b.department)),
            "title": (a.title, b.title),
            "birthday": (a.birthday, b.birthday),
            "note": (a.note, b.note),
            "tags": (a.tags, b.tags),
        }
        found = [field for field, (ours, theirs) in pairs.items() if ours != theirs]
        return [*found, "photo"] if self._photo_changed() else found

    def _changed_lists(self) -> list[str]:
        lists = (*_NAMES, *_FURTHER)
        return [f for f in lists if getattr(self.before, f) != getattr(self.contact, f)]

    def write(self) -> list[Out]:
        """All lines between BEGIN and END."""
        edited = [*self.changed(), *self._changed_lists()]
        for field in edited:
            if field in _NAMES:
                self.change_list(_NAMES[field], field)
            elif field in _FURTHER:
                self.change_further(field)
            else:
                self.change(field)
        if self.before.uid is None or self.before.uid != self.contact.uid:
            self.change("uid")
        if "full" not in edited:
            self._fill_in_full()
        return [Out("VERSION", self.version), *self._lines(edited=bool(edited)), *self.added]

    def _fill_in_full(self) -> None:
        """Every card shows a name, also where its own says none (RFC 6350, 6.2.1)."""
        mine = [s for s in self.slots if s.owner == "full"]
        if any(_has_value(s.line) for s in mine):
            return
        made = field_lines("full", self.contact, self.version, None)
        if mine:
            mine[0].out = made
        else:
            self.added[:0] = made

    def _lines(self, *, edited: bool) -> Iterator[Out]:
        for slot in self.slots:
            if slot.owner == "met" or (slot.owner == "rev" and edited):
                continue  # how we met stays at home; REV says when another text was written
            if slot.out is None:
                yield convert(slot.line, self.source_version, self.version)
            else:
                yield from slot.out

    def _photo_changed(self) -> bool:
        """Whether the picture is another than the card's; without one, what the card holds stays
        in it.
        """
        if self.contact.photo is None or not self.photo:
            return False
        return self.photo_line(origin_of(self.photo)) is None

    def photo_line(self, origin: str | None) -> Out | None:
        """The line that holds the picture with this SHA-256."""
        for slot in self.slots:
            data = payload(slot.line) if slot.owner == "photo" else None
            if data and hashlib.sha256(data).hexdigest() == origin:
                return convert(slot.line, self.source_version, self.version)
        return None

    def beyond_fields(self) -> list[Out]:
        """The lines that speak of no field, and cannot be taken for one that is empty now."""
        fields = {"ROLE": self.contact.title, "LABEL": self.contact.addresses}
        outs: list[Out] = []
        for slot in self.slots:
            name = slot.line.head.name if slot.line.head else ""
            if slot.owner is None and fields.get(name, True):
                outs.extend(
                    [convert(slot.line, self.source_version, self.version)]
                    if slot.out is None
                    else slot.out
                )
        return outs


def _further(draft: Draft, before: Contact) -> dict[str, list[tuple[Further, list[Line]]]]:
    """The values of the further lists as the card says them, each with its lines."""
    lines = {
        "related": [one[0] for one in draft.related],
        "dates": [one[0] for one in draft.dates],
        "accounts": [one[0] for one in draft.accounts],
    }
    found: dict[str, list[tuple[Further, list[Line]]]] = {
        field: [(item, [line]) for item, line in zip(getattr(before, field), own, strict=True)]
        for field, own in lines.items()
    }
    found["positions"] = list(companies(draft).others)
    return found


def _has_value(line: Line) -> bool:
    return any(parts_of(line))


def _owner(line: Line, draft: Draft) -> str | None:
    """The field of the contact that this line speaks of."""
    head = line.head
    if head is None or line.damaged:
        return None
    if head.name in _LISTS:
        return _LISTS[head.name]
    if head.name in _NICKNAMES or (
        head.name == "X-ANDROID-CUSTOM" and "/nickname" in line.value[:60]
    ):
        return "nickname"
    if head.name in _READING or (head.name == "SOUND" and "x-irmc-n" in head.types):
        return "reading"
    if head.name == "LABEL" and not draft.addresses:
        return "addresses"
    if head.name.startswith("BDAY") and draft.birthday is None and not says_nothing(text_of(line)):
        return None  # a text; zeroes that mean "none" give way to a birthday
    return _SINGLE.get(head.name)


def _from_nothing(contact: Contact, version: str, photo: bytes | None) -> list[Out]:
    """A card for a person who came from no card."""
    outs = [Out("VERSION", version)]
    for field in ("uid", "full", "parts", "nickname", "reading", "organization", "title"):
        outs.extend(field_lines(field, contact, version, photo))
    number = 0
    for name, field in _LISTS.items():
        for item in getattr(contact, field):
            number += 1
            outs.extend(item_lines(name, item, f"item{number}"))
    for field in _FURTHER:
        for item in getattr(contact, field):
            number += 1
            outs.extend(further_lines(item, version, f"item{number}"))
    outs.extend(
        Out(head_text(COLUMN, [("NAME", (d.label,))]), escape(d.value)) for d in contact.more
    )
    for field in ("birthday", "note", "tags", "photo"):
        outs.extend(field_lines(field, contact, version, photo))
    return outs


def _bytes(outs: Iterable[Out]) -> bytes:
    body = b"".join(fold(out.text) for out in outs)
    return b"BEGIN:VCARD\r\n" + body + b"END:VCARD\r\n"


def write_card(
    contact: Contact,
    source: bytes | None = None,
    charset: str = "utf-8",
    version: str = "4.0",
    photo: bytes | None = None,
    older: Sequence[tuple[bytes, str]] = (),
) -> bytes:
    """The contact as a card. `source` are the bytes of the card it came from, `photo` its small
    picture, `older` bytes and charset of further cards, newest first.

    Where the contact says what the card says, the card's own lines come back, also those that
    nobody understood; those of the older cards come after them.
    """
    if source is None:
        return _bytes(_from_nothing(contact, version, photo))
    card = _Card(contact, _lines_of(source, charset), version, photo)
    rest = [_Card(contact, _lines_of(*one), version, photo) for one in older]
    if photo:
        originals = (one.photo_line(origin_of(photo)) for one in rest)
        card.original = next((line for line in originals if line is not None), None)
    for one in reversed(rest):
        card.elsewhere.update(one.one_line_values())
    outs = card.write()
    return _bytes([*outs, *carry(outs, [one.beyond_fields() for one in rest])])


def _lines_of(source: bytes, charset: str) -> list[Line]:
    if charset.startswith("utf-16"):
        source, charset = source.decode(charset, "replace").encode("utf-8"), "utf-8"
    return read_lines(source, charset).lines

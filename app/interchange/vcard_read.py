"""A card's lines to a contact.

Pure: bytes in, record out; the same bytes give the same record anywhere.
"""

import hashlib

from app.domain.card import KeptLine, ReadCard, Unreadable
from app.domain.contact import (
    Account,
    Address,
    Contact,
    Detail,
    Email,
    Met,
    Name,
    Occasion,
    Phone,
    Reading,
    Related,
    Url,
)
from app.domain.folding import is_cjk
from app.domain.kana import is_kana
from app.domain.names import build_full
from app.domain.services import service_of
from app.interchange import fields, further_fields, phones
from app.interchange.card_lines import BINARY, CardLines, Line, read_lines
from app.interchange.companies import companies
from app.interchange.content_lines import Head, clean
from app.interchange.fields import KNOWN, Draft, Labelled, label_of
from app.interchange.limits import DEFAULT, Limits
from app.interchange.photo import Photo, find_photo
from app.interchange.scan import Block

_KEPT_TEXT_AT_MOST = 1_000
_UNSEEN = frozenset({"REV", "PRODID"})
_READERS = {**further_fields.READERS, **fields.READERS}


def _address(head: Head, parts: list[str], labels: dict[str, str]) -> Address:
    box, extended, street, city, region, code, country = [*parts, *[""] * 7][:7]
    lines = [p for p in (street, extended, box) if p]
    rest = [p for p in parts[7:] if p]
    return Address(
        street="\n".join([*lines, *rest]) or None,
        city=city or None,
        region=region or None,
        postal_code=code or None,
        country=country or None,
        label=label_of(head, labels),
    )


def _name(draft: Draft) -> Name:
    family, given, middle, prefix, suffix = [*(draft.parts or []), *[""] * 5][:5]
    name = Name(
        draft.full, family or None, given or None, middle or None, prefix or None, suffix or None,
        draft.nickname,
    )  # fmt: skip
    if draft.full is not None:
        return name
    without_nickname = Name(
        None, *(getattr(name, f) for f in ("family", "given", "middle", "prefix", "suffix"))
    )
    full = build_full(without_nickname)
    return Name(full, name.family, name.given, name.middle, name.prefix, name.suffix, name.nickname)


def _reading_of(draft: Draft, name: Name) -> Reading:
    if draft.reading_family or draft.reading_given:
        return Reading(draft.reading_family, draft.reading_given)
    if draft.sound and any(draft.sound):
        return Reading(draft.sound[0] or None, (draft.sound[1:2] or [""])[0] or None)
    if draft.sort_as and any(draft.sort_as):
        # A sort string of a Latin name (Harten) orders it, but nobody reads it so.
        text = "".join(draft.sort_as)
        if is_kana(text) or is_cjk(f"{name.family or ''}{name.given or ''}{name.full or ''}"):
            family, given = [*(p.strip() for p in draft.sort_as), "", ""][:2]
            return Reading(family or None, given or None)
    return Reading()


def _addresses(draft: Draft) -> tuple[Address, ...]:
    if draft.addresses:
        return tuple(_address(head, parts, draft.labels) for head, parts in draft.addresses)
    return tuple(
        Address(street=text, label=label_of(head, draft.labels))
        for head, text in draft.address_labels
    )


def _label(one: Labelled, labels: dict[str, str]) -> str | None:
    """What a line's group calls its value, else the property itself, else its TYPE words."""
    line, _, label = one
    own = labels.get(line.group) if line.group is not None else None
    return own or label or (label_of(line.head, labels) if line.head is not None else None)


def _place(line: Line, service: str | None, labels: dict[str, str]) -> str | None:
    """The label of an account: the person's own word, else the types that do not say again what
    service it is of.
    """
    label = label_of(line.head, labels) if line.head is not None else None
    own = line.group is not None and labels.get(line.group)
    if label is None or service is None or own:
        return label
    same = service_of(label) == service
    words = [w for w in label.split(" ") if service_of(w) != service]
    return None if same else " ".join(words) or None


def contact_of(draft: Draft, photo: Photo | None) -> Contact:
    """The record of a draft."""
    labels = draft.labels
    name = _name(draft)
    work = companies(draft)
    contact = Contact(
        uid=draft.uid,
        name=name,
        reading=_reading_of(draft, name),
        organization=work.current.organization,
        department=work.current.department,
        title=work.current.title,
        emails=tuple([Email(v, label_of(h, labels)) for h, v in draft.emails]),
        phones=tuple([Phone(v, label_of(h, labels)) for h, v in draft.phones]),
        addresses=_addresses(draft),
        urls=tuple([Url(v, label_of(h, labels)) for h, v in draft.urls]),
        birthday=draft.birthday,
        note="\n".join(draft.notes) or None,
        tags=tuple(draft.tags),
        photo=photo.digest if photo else None,
        met=Met(draft.met_on, draft.gathering, draft.introduced_by),
        related=tuple([Related(one[1], _label(one, labels)) for one in draft.related]),
        dates=tuple([Occasion(one[1], _label(one, labels)) for one in draft.dates]),
        accounts=tuple([Account(v, s, _place(ln, s, labels)) for ln, v, s in draft.accounts]),
        positions=tuple([position for position, _ in work.others]),
        more=tuple([Detail(v, k) for k, v in [*(("role", r) for r in work.roles), *draft.more]]),
    )
    return phones.numbered(contact) if draft.phones else contact


def has_value(contact: Contact) -> bool:
    """Whether a card says anything of a person; a bare UID, and what is only to be
    read beside a person, do not."""
    return contact != Contact(uid=contact.uid, more=contact.more)


# -- the card -------------------------------------------------------------------------------------


def _digest(lines: list[Line]) -> str:
    """The canonical hash: the same card folded, encoded or stamped in another way has the same."""
    texts = [
        line.text.rstrip() for line in lines if line.head is None or line.head.name not in _UNSEEN
    ]
    return hashlib.sha256("\n".join(texts).encode("utf-8", "replace")).hexdigest()


def _over_limit(card: CardLines, limits: Limits) -> Unreadable | None:
    if len(card.lines) > limits.properties:
        return Unreadable.TOO_MANY_LINES
    if len(card.data) <= limits.text:
        return None
    for line in card.lines:
        size = len(line.text)
        if size <= limits.text // 4 or line.nested:
            continue
        binary = line.head is not None and (
            line.head.name in BINARY or line.head.encoding == "B" or line.value.startswith("data:")
        )
        if len(line.text.encode("utf-8", "replace")) > (limits.photo if binary else limits.text):
            return Unreadable.TOO_LARGE
    return None


def draft_of(lines: list[Line]) -> Draft:
    """Everything that the lines say."""
    draft = Draft()
    readers = _READERS
    for line in lines:
        head = line.head
        if head is None:
            if not line.nested:
                draft.kept.append(line)
            continue
        name = head.name
        if name == "VERSION":
            draft.version = line.value.strip()
            continue
        if line.damaged:
            draft.kept.append(line)
            continue
        reader = readers.get(name)
        if reader is not None:
            reader(draft, line)
        elif name not in KNOWN and not name.startswith("X-"):
            draft.kept.append(line)
    return draft


def _kept(draft: Draft, card: CardLines, first: int) -> tuple[KeptLine, ...]:
    if not draft.kept:
        return ()
    numbers = card.line_numbers()
    draft.kept.sort(key=lambda line: line.index)
    return tuple(
        KeptLine(
            first + numbers[min(line.index, len(numbers) - 1)],
            clean(line.text)[:_KEPT_TEXT_AT_MOST],
        )
        for line in draft.kept
    )


def read_block(
    block: Block, wide: str | None = None, limits: Limits = DEFAULT, codec: str | None = None
) -> ReadCard:
    """One framed card to what it says, in `codec` where somebody said so; `source` is left empty
    where the file is UTF-16 (its bytes are in the file).
    """
    source = b"" if wide else block.data
    if block.reason is not None:
        digest = hashlib.sha256(block.data).hexdigest()
        codec = wide or codec or "utf-8"
        return ReadCard(block.position, block.line, source, codec, digest, None, block.reason)
    card = read_lines(block.data, "utf-8" if wide else codec)
    digest = _digest(card.lines)
    codec = wide or card.codec
    reason = _over_limit(card, limits)
    if reason is not None:
        return ReadCard(block.position, block.line, source, codec, digest, None, reason)
    draft = draft_of(card.lines)
    photo, damaged = find_photo(draft.photos, limits)
    draft.kept.extend(damaged)
    contact = contact_of(draft, photo)
    kept = _kept(draft, card, block.line)
    if not has_value(contact):
        reason, found = Unreadable.EMPTY, None
    else:
        found = contact
    return ReadCard(
        block.position, block.line, source, codec, digest, found, reason, kept,
        photo.data if photo else None, guessed=card.guessed,
        members=tuple(draft.members) if draft.is_group and contact.name.full else None,
    )  # fmt: skip

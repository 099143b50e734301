"""A card's lines to a contact. Pure: bytes in, record out; the same bytes give the same record anywhere."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.card import KeptLine, ReadCard, Unreadable
from app.domain.contact import Address, Contact, Email, Name, Phone, Reading, Url
from app.domain.dates import Birthday
from app.domain.folding import is_cjk
from app.domain.kana import is_kana
from app.domain.names import build_full
from app.interchange import birthdays, phones
from app.interchange.card_lines import BINARY, CardLines, Line, read_lines
from app.interchange.content_lines import Head, clean, split_escaped, unescape
from app.interchange.limits import DEFAULT, Limits
from app.interchange.photo import Photo, find_photo
from app.interchange.scan import Block

_MEANINGLESS = frozenset(
    "internet pref voice x400 dom intl postal parcel msg text vcard x-irmc-n uri".split()
)
_APPLE_LABEL = ("_$!<", ">!$_")
_NICKNAME = "vnd.android.cursor.item/nickname"
_KEPT_TEXT_AT_MOST = 1_000
_UNSEEN = frozenset({"REV", "PRODID"})

KNOWN = frozenset(
    "ADR AGENT ANNIVERSARY BDAY BIRTHDATE BIRTHPLACE CALADRURI CALURI CATEGORIES CLASS CLIENTPIDMAP CONTACT-URI CREATED "
    "DEATHDATE DEATHPLACE EMAIL EXPERTISE FBURL FN GENDER GEO GRAMGENDER HOBBY IMPP INTEREST JSPROP KEY KIND LABEL LANG "
    "LANGUAGE LOGO MAILER MEMBER N NAME NICKNAME NOTE ORG ORG-DIRECTORY PHOTO PRODID PROFILE PRONOUNS RELATED REV ROLE "
    "SOCIALPROFILE SORT-STRING SOUND SOURCE TEL TITLE TZ UID URL VERSION XML".split()
)
"""Properties that some vCard standard knows."""



@dataclass(slots=True)
class _Draft:
    """A contact that is being read."""

    version: str = ""
    uid: str | None = None
    full: str | None = None
    parts: list[str] | None = None
    nickname: str | None = None
    reading_family: str | None = None
    reading_given: str | None = None
    sound: list[str] | None = None
    sort_as: list[str] | None = None
    organization: str | None = None
    department: str | None = None
    title: str | None = None
    role: str | None = None
    emails: list[tuple[Head, str]] = field(default_factory=list)
    phones: list[tuple[Head, str]] = field(default_factory=list)
    urls: list[tuple[Head, str]] = field(default_factory=list)
    addresses: list[tuple[Head, list[str]]] = field(default_factory=list)
    address_labels: list[tuple[Head, str]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    birthday: Birthday | None = None
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    photos: list[Line] = field(default_factory=list)
    kept: list[Line] = field(default_factory=list)


def text_of(line: Line) -> str:
    """A text value: escapes resolved, no control characters, no blanks around."""
    value = line.value
    if "\\" in value:
        value = unescape(value)
    return clean(value).strip()


def parts_of(line: Line) -> list[str]:
    """The parts of a structured value."""
    return [clean(unescape(p)).strip() for p in split_escaped(line.value, ";")]


def _listed(text: str) -> str:
    """Several values in one part of a name: commas without a blank after them are separators (3.0 and 4.0)."""
    if "," not in text:
        return text
    pieces = split_escaped(text, ",")
    return " ".join(pieces) if all(p and not p[0].isspace() for p in pieces) else text


# -- one function for each property that a contact has a place for ------------------------------


def _fn(draft: _Draft, line: Line) -> None:
    draft.full = draft.full or text_of(line) or None


def _n(draft: _Draft, line: Line) -> None:
    raw = split_escaped(line.value, ";")
    if draft.version != "2.1":
        raw = [_listed(p) for p in raw]
    parts = [clean(unescape(p)).strip() for p in raw]
    if draft.parts is None or not any(draft.parts):
        draft.parts = parts
    sort_as = line.head.param("SORT-AS") if line.head else None
    if sort_as:
        values = next(v for k, v in line.head.params if k == "SORT-AS")  # type: ignore[union-attr]
        draft.sort_as = ";".join(values).replace("\\,", ",").split(";")


def _nickname(draft: _Draft, line: Line) -> None:
    draft.nickname = draft.nickname or text_of(line) or None


def _android(draft: _Draft, line: Line) -> None:
    parts = parts_of(line)
    if parts[0] == _NICKNAME and len(parts) > 1:
        draft.nickname = draft.nickname or parts[1] or None


def _phonetic_family(draft: _Draft, line: Line) -> None:
    draft.reading_family = draft.reading_family or text_of(line) or None


def _phonetic_given(draft: _Draft, line: Line) -> None:
    draft.reading_given = draft.reading_given or text_of(line) or None


def _sound(draft: _Draft, line: Line) -> None:
    head = line.head
    if head is not None and head.encoding != "B" and "x-irmc-n" in head.types and not draft.sound:
        draft.sound = parts_of(line)


def _reading(draft: _Draft, line: Line) -> None:
    parts = parts_of(line)
    draft.sort_as = draft.sort_as or (parts if len(parts) > 1 else parts[0].split(None, 1))


def _org(draft: _Draft, line: Line) -> None:
    parts = parts_of(line)
    if draft.organization is None and draft.department is None and any(parts):
        draft.organization = parts[0] or None
        draft.department = " ".join(p for p in parts[1:] if p) or None


def _title(draft: _Draft, line: Line) -> None:
    draft.title = draft.title or text_of(line) or None


def _role(draft: _Draft, line: Line) -> None:
    draft.role = draft.role or text_of(line) or None


def _email(draft: _Draft, line: Line) -> None:
    value = text_of(line)
    if value and line.head is not None:
        draft.emails.append((line.head, value))


def _tel(draft: _Draft, line: Line) -> None:
    value = text_of(line)
    if value[:4].lower() == "tel:":
        value = value[4:]
    value = phones.written(value)
    if value and line.head is not None:
        draft.phones.append((line.head, value))


def _url(draft: _Draft, line: Line) -> None:
    value = text_of(line)
    if value and line.head is not None:
        draft.urls.append((line.head, value))


def _adr(draft: _Draft, line: Line) -> None:
    parts = parts_of(line)
    if any(parts) and line.head is not None:
        draft.addresses.append((line.head, parts))


def _label(draft: _Draft, line: Line) -> None:
    value = text_of(line)
    if value and line.head is not None:
        draft.address_labels.append((line.head, value))


def _ablabel(draft: _Draft, line: Line) -> None:
    if line.head is None or line.head.group is None:
        return
    value = text_of(line)
    start, end = _APPLE_LABEL
    if value.startswith(start) and value.endswith(end):
        value = value[len(start) : -len(end)].lower()
    draft.labels.setdefault(line.head.group.lower(), value)


def _bday(draft: _Draft, line: Line) -> None:
    value = text_of(line)
    if not value or draft.birthday is not None:
        return
    omitted = line.head.param("X-APPLE-OMIT-YEAR") if line.head else None
    draft.birthday = birthdays.parse(value, omitted)
    if draft.birthday is None:
        draft.kept.append(line)


def _note(draft: _Draft, line: Line) -> None:
    value = clean(unescape(line.value))
    if value.strip():
        draft.notes.append(value)


def _categories(draft: _Draft, line: Line) -> None:
    for part in split_escaped(line.value, ","):
        tag = clean(unescape(part)).strip()
        if tag and tag not in draft.tags:
            draft.tags.append(tag)


def _photo(draft: _Draft, line: Line) -> None:
    draft.photos.append(line)


def _uid(draft: _Draft, line: Line) -> None:
    draft.uid = draft.uid or text_of(line) or None


_READERS: dict[str, Callable[[_Draft, Line], None]] = {
    "FN": _fn, "N": _n, "NICKNAME": _nickname, "X-NICKNAME": _nickname, "X-ANDROID-CUSTOM": _android,
    "X-PHONETIC-LAST-NAME": _phonetic_family, "X-PHONETIC-FIRST-NAME": _phonetic_given, "SOUND": _sound,
    "SORT-STRING": _reading, "X-FURIGANA": _reading, "X-YOMI": _reading, "X-KANA": _reading, "X-READING": _reading,
    "ORG": _org, "TITLE": _title, "ROLE": _role, "EMAIL": _email, "TEL": _tel, "URL": _url, "ADR": _adr,
    "LABEL": _label, "X-ABLABEL": _ablabel, "BDAY": _bday, "BIRTHDATE": _bday, "NOTE": _note,
    "CATEGORIES": _categories, "PHOTO": _photo, "UID": _uid,
}  # fmt: skip


# -- from the draft to the record ----------------------------------------------------------------


def label_of(head: Head, labels: dict[str, str]) -> str | None:
    """The card's own word for a value: its Apple label, else its TYPE words without the meaningless ones."""
    if head.group is not None:
        own = labels.get(head.group.lower())
        if own:
            return own
    if not head.types:
        return None
    words = [t.removeprefix("x-") for t in head.types if t not in _MEANINGLESS]
    return " ".join(dict.fromkeys(w for w in words if w)) or None


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


def _name(draft: _Draft) -> Name:
    family, given, middle, prefix, suffix = [*(draft.parts or []), *[""] * 5][:5]
    name = Name(
        draft.full, family or None, given or None, middle or None, prefix or None, suffix or None,
        draft.nickname,
    )  # fmt: skip
    if draft.full is not None:
        return name
    without_nickname = Name(None, *(getattr(name, f) for f in ("family", "given", "middle", "prefix", "suffix")))
    full = build_full(without_nickname)
    return Name(full, name.family, name.given, name.middle, name.prefix, name.suffix, name.nickname)


def _reading_of(draft: _Draft, name: Name) -> Reading:
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


def _addresses(draft: _Draft) -> tuple[Address, ...]:
    if draft.addresses:
        return tuple(_address(head, parts, draft.labels) for head, parts in draft.addresses)
    return tuple(
        Address(street=text, label=label_of(head, draft.labels))
        for head, text in draft.address_labels
    )


def _contact(draft: _Draft, photo: Photo | None) -> Contact:
    labels = draft.labels
    name = _name(draft)
    return Contact(
        uid=draft.uid,
        name=name,
        reading=_reading_of(draft, name),
        organization=draft.organization,
        department=draft.department,
        title=draft.title or draft.role,
        emails=tuple([Email(v, label_of(h, labels)) for h, v in draft.emails]),
        phones=tuple([Phone(v, label_of(h, labels), phones.e164(v)) for h, v in draft.phones]),
        addresses=_addresses(draft),
        urls=tuple([Url(v, label_of(h, labels)) for h, v in draft.urls]),
        birthday=draft.birthday,
        note="\n".join(draft.notes) or None,
        tags=tuple(draft.tags),
        photo=photo.digest if photo else None,
    )


_NOBODY = Contact()


def has_value(contact: Contact) -> bool:
    """Whether a card says anything of a person; a bare UID does not."""
    return contact != (_NOBODY if contact.uid is None else Contact(uid=contact.uid))


# -- the card -------------------------------------------------------------------------------------


def _digest(lines: list[Line]) -> str:
    """The canonical hash: the same card folded, encoded or stamped in another way has the same."""
    texts = [
        line.text.rstrip()
        for line in lines
        if line.head is None or line.head.name not in _UNSEEN
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


def read_draft(card: CardLines) -> _Draft:
    """Everything that the lines say."""
    draft = _Draft()
    readers = _READERS
    for line in card.lines:
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


def _kept(draft: _Draft, card: CardLines, first: int) -> tuple[KeptLine, ...]:
    if not draft.kept:
        return ()
    numbers = card.line_numbers()
    draft.kept.sort(key=lambda line: line.index)
    return tuple(
        KeptLine(first + numbers[min(line.index, len(numbers) - 1)], clean(line.text)[:_KEPT_TEXT_AT_MOST])
        for line in draft.kept
    )


def read_block(block: Block, wide: str | None = None, limits: Limits = DEFAULT) -> ReadCard:
    """One framed card to what it says; `source` is left empty where the file is UTF-16 (its bytes are in the file)."""
    source = b"" if wide else block.data
    if block.reason is not None:
        digest = hashlib.sha256(block.data).hexdigest()
        codec = wide or "utf-8"
        return ReadCard(block.position, block.line, source, codec, digest, None, block.reason)
    card = read_lines(block.data, "utf-8" if wide else None)
    digest = _digest(card.lines)
    codec = wide or card.codec
    reason = _over_limit(card, limits)
    if reason is not None:
        return ReadCard(block.position, block.line, source, codec, digest, None, reason)
    draft = read_draft(card)
    photo, damaged = find_photo(draft.photos, limits)
    draft.kept.extend(damaged)
    contact = _contact(draft, photo)
    kept = _kept(draft, card, block.line)
    if not has_value(contact):
        reason, found = Unreadable.EMPTY, None
    else:
        found = contact
    return ReadCard(
        block.position, block.line, source, codec, digest, found, reason, kept,
        photo.data if photo else None,
    )  # fmt: skip

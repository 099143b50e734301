"""What each property of a card says: one small function for each, from a line into a draft of the
contact.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from app.domain import partial_date
from app.domain.dates import Birthday
from app.interchange import birthdays, phones
from app.interchange.card_lines import Line
from app.interchange.content_lines import Head, clean, split_escaped, unescape

_MEANINGLESS = frozenset(
    "internet pref voice x400 dom intl postal parcel msg text vcard x-irmc-n uri".split()
)
_WORD = re.compile(r"[a-z0-9-]+")
_APPLE_LABEL = ("_$!<", ">!$_")
_SORT_PARTS = re.compile(r"\\?[,;]")
COLUMN = "X-ENISHI-COLUMN"
"""A cell of a table under a header that no field holds."""
MET_ON, GATHERING, INTRODUCED_BY = "X-ENISHI-MET-ON", "X-ENISHI-MET-AT", "X-ENISHI-INTRODUCED-BY"
_ANDROID = "vnd.android.cursor.item/"
_ANDROID_KINDS: dict[str, dict[str, str]] = {
    "contact_event": {"1": "anniversary", "2": "other", "3": "birthday"},
    "relation": dict(
        zip(
            map(str, range(1, 15)),
            "assistant brother child partner father friend manager mother parent partner referrer "
            "relative sister spouse".split(),
            strict=True,
        )
    ),
}
"""What Android's numbers mean (ContactsContract.CommonDataKinds.Event and Relation)."""
_FOLD_BLANKS = re.compile(r" {2,}")

KNOWN = frozenset(
    "ADR AGENT ANNIVERSARY BDAY BIRTHDATE BIRTHPLACE CALADRURI CALURI CATEGORIES CLASS "
    "CLIENTPIDMAP CONTACT-URI CREATED DEATHDATE DEATHPLACE EMAIL EXPERTISE FBURL FN GENDER "
    "GEO GRAMGENDER HOBBY IMPP INTEREST JSPROP KEY KIND LABEL LANG LANGUAGE LOGO MAILER "
    "MEMBER N NAME NICKNAME NOTE ORG ORG-DIRECTORY PHOTO PRODID PROFILE PRONOUNS RELATED REV "
    "ROLE SOCIALPROFILE SORT-STRING SOUND SOURCE TEL TITLE TZ UID URL VERSION XML ".split()
)
"""Properties that some vCard standard knows."""


Labelled = tuple[Line, str, str | None]
"""A value, the line that holds it, and what the property itself calls it (X-MS-SPOUSE)."""


@dataclass(slots=True)
class Draft:
    """A contact that is being read."""

    version: str = ""
    is_group: bool = False
    members: list[str] = field(default_factory=list)
    uid: str | None = None
    full: str | None = None
    parts: list[str] | None = None
    nickname: str | None = None
    reading_family: str | None = None
    reading_given: str | None = None
    sound: list[str] | None = None
    sort_as: list[str] | None = None
    companies: list[tuple[Line, list[str]]] = field(default_factory=list)
    titles: list[tuple[Line, str]] = field(default_factory=list)
    roles: list[tuple[Line, str]] = field(default_factory=list)
    emails: list[tuple[Head, str]] = field(default_factory=list)
    phones: list[tuple[Head, str]] = field(default_factory=list)
    urls: list[tuple[Head, str]] = field(default_factory=list)
    addresses: list[tuple[Head, list[str]]] = field(default_factory=list)
    address_labels: list[tuple[Head, str]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    birthday: Birthday | None = None
    met_on: date | None = None
    gathering: str | None = None
    introduced_by: str | None = None
    related: list[Labelled] = field(default_factory=list)
    dates: list[Labelled] = field(default_factory=list)
    accounts: list[tuple[Line, str, str | None]] = field(default_factory=list)
    more: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)  # in their order, each once
    photos: list[Line] = field(default_factory=list)
    kept: list[Line] = field(default_factory=list)


def label_of(head: Head, labels: dict[str, str]) -> str | None:
    """The card's own word for a value: its Apple label, else its TYPE words that mean something."""
    if head.group is not None:
        own = labels.get(head.group.lower())
        if own:
            return own
    if not head.types:
        return None
    words = [clean(t.removeprefix("x-")).strip() for t in head.types if t not in _MEANINGLESS]
    return " ".join(dict.fromkeys(w for w in words if w)) or None


def label_words(label: str) -> tuple[str, ...] | None:
    """The TYPE words that `label_of` reads as this label; None: only an Apple label can say it."""
    words = tuple(label.split(" "))
    plain = all(
        _WORD.fullmatch(w) and w not in _MEANINGLESS and not w.startswith("x-") for w in words
    )
    return words if plain and len(set(words)) == len(words) else None


def text_of(line: Line) -> str:
    """A text value: escapes resolved, no control characters, no blanks around."""
    return unescape(clean(line.value)).strip()


def parts_of(line: Line) -> list[str]:
    """The parts of a structured value."""
    return [unescape(p).strip() for p in split_escaped(clean(line.value), ";")]


def _listed(text: str) -> str:
    """Several values in one part of a name: commas without a blank after them are separators (3.0
    and 4.0).
    """
    if "," not in text:
        return text
    pieces = split_escaped(text, ",")
    return " ".join(pieces) if all(p and not p[0].isspace() for p in pieces) else text


# -- one function for each property that a contact has a place for ------------------------------


def _fn(draft: Draft, line: Line) -> None:
    draft.full = draft.full or text_of(line) or None


def _n(draft: Draft, line: Line) -> None:
    raw = split_escaped(clean(line.value), ";")
    if draft.version != "2.1":
        raw = [_listed(p) for p in raw]
    parts = [unescape(p).strip() for p in raw]
    if draft.parts is None or not any(draft.parts):
        draft.parts = parts
    for key, values in line.head.params if line.head else ():
        if key == "SORT-AS":
            draft.sort_as = _SORT_PARTS.split(clean(",".join(values)))


def _nickname(draft: Draft, line: Line) -> None:
    draft.nickname = draft.nickname or text_of(line) or None


def _android(draft: Draft, line: Line) -> None:
    parts = parts_of(line)
    if len(parts) < 2 or not parts[1]:
        return
    kind = parts[0].removeprefix(_ANDROID)
    if kind == "nickname":
        draft.nickname = draft.nickname or parts[1]
    elif kind in _ANDROID_KINDS:
        number, own = [*parts[2:4], "", ""][:2]
        label = own or _ANDROID_KINDS[kind].get(number)
        if kind == "relation":
            draft.related.append((line, parts[1], label))
        else:
            add_date(draft, line, parts[1], label)


def add_date(draft: Draft, line: Line, text: str, label: str | None) -> None:
    """One more date of the person; nothing where it says that there is none, unless it says so
    as a text of its own.
    """
    omitted = line.param("X-APPLE-OMIT-YEAR")
    is_text = (line.param("VALUE") or "").lower() == "text"
    if is_text or not partial_date.says_nothing(text):
        draft.dates.append((line, str(partial_date.read(text, omitted) or text), label))


def _phonetic_family(draft: Draft, line: Line) -> None:
    draft.reading_family = draft.reading_family or text_of(line) or None


def _phonetic_given(draft: Draft, line: Line) -> None:
    draft.reading_given = draft.reading_given or text_of(line) or None


def _sound(draft: Draft, line: Line) -> None:
    head = line.head
    if head is not None and head.encoding != "B" and "x-irmc-n" in head.types and not draft.sound:
        draft.sound = parts_of(line)


def _reading(draft: Draft, line: Line) -> None:
    parts = parts_of(line)
    draft.sort_as = draft.sort_as or (parts if len(parts) > 1 else parts[0].split(None, 1))


def _org(draft: Draft, line: Line) -> None:
    parts = parts_of(line)
    if any(parts):
        draft.companies.append((line, parts))


def _title(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if value:
        draft.titles.append((line, value))


def _role(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if value:
        draft.roles.append((line, value))


def _unbroken(text: str) -> str:
    """An address or link without the blanks that vCard 2.1 folding leaves in it."""
    return _FOLD_BLANKS.sub("", text) if "  " in text else text


def _email(draft: Draft, line: Line) -> None:
    value = _unbroken(text_of(line))
    if value and line.head is not None:
        draft.emails.append((line.head, value))


def _is_uri(head: Head, value: str) -> bool:
    """Whether a number is a tel: URI, declared or plain to see."""
    declared = (head.param("VALUE") or "").lower() == "uri"
    return value[:4].lower() == "tel:" and (declared or value[4:5] == "+")


def _tel(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if line.head is not None and _is_uri(line.head, value):
        value = value[4:]
    value = phones.written(value)
    if value and line.head is not None:
        draft.phones.append((line.head, value))


def _url(draft: Draft, line: Line) -> None:
    value = _unbroken(text_of(line))
    if value and line.head is not None:
        draft.urls.append((line.head, value))


def _adr(draft: Draft, line: Line) -> None:
    parts = parts_of(line)
    if any(parts) and line.head is not None:
        draft.addresses.append((line.head, parts))


def _label(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if value and line.head is not None:
        draft.address_labels.append((line.head, value))


def _ablabel(draft: Draft, line: Line) -> None:
    if line.group is None:
        return
    value = text_of(line)
    start, end = _APPLE_LABEL
    if value.startswith(start) and value.endswith(end):
        value = value[len(start) : -len(end)].lower()
    draft.labels.setdefault(line.group, value)


def _bday(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if not value or draft.birthday is not None:
        return
    omitted = line.param("X-APPLE-OMIT-YEAR")
    draft.birthday = birthdays.parse(value, omitted)
    if draft.birthday is not None or partial_date.says_nothing(value):
        return
    if partial_date.read(value, omitted) is not None:
        add_date(draft, line, value, "birthday")
    else:
        draft.more.append(("birthday", value))
        draft.kept.append(line)


def _met_on(draft: Draft, line: Line) -> None:
    day = birthdays.parse(text_of(line))
    if day is None or day.year is None:
        draft.kept.append(line)
    else:
        draft.met_on = draft.met_on or date(day.year, day.month, day.day)


def _gathering(draft: Draft, line: Line) -> None:
    draft.gathering = draft.gathering or text_of(line) or None


def _introduced_by(draft: Draft, line: Line) -> None:
    draft.introduced_by = draft.introduced_by or text_of(line) or None


def _column(draft: Draft, line: Line) -> None:
    name, value = line.param("NAME"), text_of(line)
    if name and value:
        draft.more.append((clean(name).strip() or "-", value))
    draft.kept.append(line)


def _note(draft: Draft, line: Line) -> None:
    value = unescape(clean(line.value))
    if value.strip():
        draft.notes.append(value)


def _categories(draft: Draft, line: Line) -> None:
    for part in split_escaped(clean(line.value), ","):
        tag = unescape(part).strip()
        if tag:
            draft.tags[tag] = None


def _photo(draft: Draft, line: Line) -> None:
    draft.photos.append(line)


def _kind(draft: Draft, line: Line) -> None:
    draft.is_group = draft.is_group or text_of(line).lower() == "group"


def _member(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if value:
        draft.members.append(value)


def _uid(draft: Draft, line: Line) -> None:
    draft.uid = draft.uid or text_of(line) or None


READERS: dict[str, Callable[[Draft, Line], None]] = {
    "FN": _fn, "N": _n, "NICKNAME": _nickname, "X-NICKNAME": _nickname, "X-ANDROID-CUSTOM":
    _android, "X-PHONETIC-LAST-NAME": _phonetic_family, "X-PHONETIC-FIRST-NAME":
    _phonetic_given, "SOUND": _sound, "SORT-STRING": _reading, "X-FURIGANA": _reading,
    "X-YOMI": _reading, "X-KANA": _reading, "X-READING": _reading, "ORG": _org, "TITLE":
    _title, "ROLE": _role, "EMAIL": _email, "TEL": _tel, "URL": _url, "ADR": _adr, "LABEL":
    _label, "X-ABLABEL": _ablabel, "BDAY": _bday, "BIRTHDATE": _bday, "NOTE": _note,
    "CATEGORIES": _categories, "PHOTO": _photo, "UID": _uid, "KIND": _kind, "MEMBER": _member,
    "X-ADDRESSBOOKSERVER-KIND": _kind, "X-ADDRESSBOOKSERVER-MEMBER": _member,
    MET_ON: _met_on, GATHERING: _gathering, INTRODUCED_BY: _introduced_by, COLUMN: _column,
}  # fmt: skip

"""What a person typed about a contact: texts by field, and the contact that they make."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from app.domain import partial_date
from app.domain.contact import (
    Account,
    Address,
    Contact,
    Email,
    Met,
    Name,
    Occasion,
    Phone,
    Position,
    Reading,
    Related,
    Url,
)
from app.domain.dates import Birthday
from app.domain.names import build_full
from app.domain.services import service_of

Texts = dict[str, str]
Value = TypeVar("Value")

POSITION = ("organization", "department", "title")
ACCOUNT = ("value", "service", "label")
ADDRESS = ("postal_code", "region", "city", "street", "country", "label")

_BIRTHDAY = re.compile(
    r"(?:(\d{4})\s*[-/.年]\s*|--?)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII
)


def parse_birthday(words: str) -> Birthday | None:
    """A birthday as typed: 1985-04-12, 1985/4/12, 4/12, 4月12日, --04-12."""
    match = _BIRTHDAY.fullmatch(words.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return Birthday(int(month), int(day), int(year) if year else None)
    except ValueError:
        return None


def impossible_dates(rows: list[Texts], shown: list[Texts]) -> list[int]:
    """Which rows hold a newly typed day that no calendar has; what was shown stays as it is."""
    before = [row["value"] for row in shown]
    return [
        at
        for at, row in enumerate(rows)
        if row["value"] not in before and partial_date.is_impossible(row["value"])
    ]


@dataclass(slots=True)
class ContactTexts:
    """The texts of the form; a draft of an edit is one of these."""

    single: Texts = field(default_factory=dict)
    emails: list[Texts] = field(default_factory=list)
    phones: list[Texts] = field(default_factory=list)
    urls: list[Texts] = field(default_factory=list)
    addresses: list[Texts] = field(default_factory=list)
    positions: list[Texts] = field(default_factory=list)
    accounts: list[Texts] = field(default_factory=list)
    dates: list[Texts] = field(default_factory=list)
    related: list[Texts] = field(default_factory=list)


def texts_of(contact: Contact) -> ContactTexts:
    """A contact as texts."""
    name, reading, met = contact.name, contact.reading, contact.met
    built = build_full(name)
    single = {
        "family": name.family,
        "given": name.given,
        "reading_family": reading.family,
        "reading_given": reading.given,
        "full": None if name.full == built else name.full,
        "nickname": name.nickname,
        "middle": name.middle,
        "prefix": name.prefix,
        "suffix": name.suffix,
        "organization": contact.organization,
        "department": contact.department,
        "title": contact.title,
        "birthday": str(contact.birthday) if contact.birthday else None,
        "met_on": met.on.isoformat() if met.on else None,
        "gathering": met.gathering,
        "introduced_by": met.introduced_by,
        "note": contact.note,
    }
    return ContactTexts(
        {key: value or "" for key, value in single.items()},
        [{"value": e.value, "label": e.label or ""} for e in contact.emails],
        [{"value": p.value, "label": p.label or ""} for p in contact.phones],
        [{"value": u.value, "label": u.label or ""} for u in contact.urls],
        [{key: getattr(a, key) or "" for key in ADDRESS} for a in contact.addresses],
        [{key: getattr(p, key) or "" for key in POSITION} for p in contact.positions],
        [{key: getattr(a, key) or "" for key in ACCOUNT} for a in contact.accounts],
        [{"value": d.value, "label": d.label or ""} for d in contact.dates],
        [{"value": r.value, "label": r.label or ""} for r in contact.related],
    )


def contact_of(
    texts: ContactTexts, shown: ContactTexts, before: Contact, met_on: date | None
) -> Contact:
    """The contact that the texts make out of `before`.

    `shown` is what the fields made of `before`: whatever still says the same stays as it was, also
    where a field cannot show it whole.
    """
    get = _Getter(texts.single, shown.single)
    name = _name(get, before.name)
    birthday = parse_birthday(get("birthday", None) or "")
    return replace(
        before,
        name=name,
        reading=Reading(
            get("reading_family", before.reading.family), get("reading_given", before.reading.given)
        ),
        organization=get("organization", before.organization),
        department=get("department", before.department),
        title=get("title", before.title),
        emails=_values(texts.emails, shown.emails, before.emails, Email),
        phones=_values(texts.phones, shown.phones, before.phones, Phone),
        urls=_values(texts.urls, shown.urls, before.urls, Url),
        addresses=_rows(texts.addresses, shown.addresses, before.addresses, _address),
        positions=_rows(texts.positions, shown.positions, before.positions, _position),
        accounts=_rows(texts.accounts, shown.accounts, before.accounts, _account),
        dates=_values(texts.dates, shown.dates, before.dates, _occasion),
        related=_values(texts.related, shown.related, before.related, Related),
        birthday=before.birthday if get.same("birthday") else birthday,
        note=get("note", before.note),
        met=Met(
            before.met.on if get.same("met_on") else met_on,
            get("gathering", before.met.gathering),
            get("introduced_by", before.met.introduced_by),
            before.met.gathering_id if get.same("gathering") else None,
        ),
    )


def _name(get: "_Getter", before: Name) -> Name:
    parts = ("family", "given", "middle", "prefix", "suffix", "nickname")
    name = replace(before, **{part: get(part, getattr(before, part)) for part in parts})
    if get.same("full"):
        # The shown name follows its parts unless the person wrote it by hand just now.
        return name if name == before else replace(name, full=build_full(name))
    return replace(name, full=get("full", None) or build_full(name))


class _Getter:
    """The text of a field, or the old value where nobody touched it."""

    def __init__(self, texts: Texts, shown: Texts) -> None:
        self._texts = texts
        self._shown = shown

    def same(self, key: str) -> bool:
        return self._texts.get(key, "") == self._shown.get(key, "")

    def __call__(self, key: str, before: str | None) -> str | None:
        if before is not None and self.same(key):
            return before
        return _clean(self._texts.get(key))


def _clean(words: str | None) -> str | None:
    return (words or "").strip() or None


def _values(
    rows: list[Texts],
    shown: list[Texts],
    before: tuple[Value, ...],
    make: Callable[[str, str | None], Value],
) -> tuple[Value, ...]:
    def made(row: Texts) -> Value | None:
        value = _clean(row.get("value"))
        return None if value is None else make(value, _clean(row.get("label")))

    return _rows(rows, shown, before, made)


def _rows(
    rows: list[Texts],
    shown: list[Texts],
    before: tuple[Value, ...],
    make: Callable[[Texts], Value | None],
) -> tuple[Value, ...]:
    kept = list(zip(shown, before, strict=True))
    made: list[Value] = []
    for row in rows:
        old = _taken(kept, row)
        value = old if old is not None else make(row)
        if value is not None:
            made.append(value)
    return tuple(made)


def _address(row: Texts) -> Address | None:
    if not any(_clean(row.get(key)) for key in ADDRESS if key != "label"):
        return None
    return Address(**{key: _clean(row.get(key)) for key in ADDRESS})


def _position(row: Texts) -> Position | None:
    made = Position(*(_clean(row.get(key)) for key in POSITION))
    return None if made == Position() else made


def _account(row: Texts) -> Account | None:
    value = _clean(row.get("value"))
    if value is None:
        return None
    return Account(value, service_of(row.get("service", "")), _clean(row.get("label")))


def _occasion(value: str, label: str | None) -> Occasion:
    """A day as typed: 1985-04, 昭和58年4月, 4/12; what is none stays text."""
    return Occasion(str(partial_date.read(value) or parse_birthday(value) or value), label)


def _taken(kept: "list[tuple[Texts, Value]]", row: Texts) -> "Value | None":
    """The value that a row still shows, taken out of what is left."""
    for at, (texts, value) in enumerate(kept):
        if texts == row:
            del kept[at]
            return value
    return None

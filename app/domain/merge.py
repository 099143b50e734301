"""Merge: what a card adds to a known person, what it would replace, and the person after a
decision.
"""

import unicodedata
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from app.domain.contact import (
    Account,
    Address,
    Contact,
    Detail,
    EarlierDetail,
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
from app.domain.folding import fold, fold_company, fold_name

T = TypeVar("T")

NAME, READING, NICKNAME = "name", "reading", "nickname"
NOTE, BIRTHDAY, PHOTO = "note", "birthday", "photo"
ORGANIZATION, DEPARTMENT, TITLE = "organization", "department", "title"

FIELDS = (NAME, READING, NICKNAME, ORGANIZATION, DEPARTMENT, TITLE, BIRTHDAY, PHOTO, NOTE)
"""Fields with one value, which a card may replace, in the order they are shown."""

_WRITTEN = frozenset({NAME, NICKNAME, ORGANIZATION, DEPARTMENT, TITLE})
"""Fields whose very writing may matter (髙橋 or 高橋), though they agree."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the card says something else than what is known; both as texts to show."""

    field: str
    known: str
    card: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The person with all additions of a card, and the differences left to decide."""

    with_additions: Contact
    adds: bool
    differences: tuple[Difference, ...]


def _address_key(address: Address) -> str:
    parts = (address.postal_code, address.region, address.city, address.street)
    return fold_name("".join(p for p in parts if p)) or fold(address.country or "")


def _phone_key(phone: Phone) -> str:
    return phone.e164 or fold_name(phone.value)


def _email_key(email: Email) -> str:
    return fold(email.value)


def _url_key(url: Url) -> str:
    scheme, mark, rest = url.value.strip().rstrip("/").partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.casefold()}{mark}{host.casefold()}{slash}{path}" if mark else scheme


def _related_key(related: Related) -> str:
    return fold_name(related.value)


def _occasion_key(occasion: Occasion) -> tuple[str, str]:
    return fold(occasion.value), fold(occasion.label or "")


def _account_key(account: Account) -> tuple[str, str]:
    return fold(account.value), account.service or ""


def _position_key(position: Position) -> tuple[str, ...]:
    parts = (position.department, position.title)
    return (fold_company(position.organization or ""), *(fold(part or "") for part in parts))


def _more(known: tuple[Detail, ...], card: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """Details under labels that were not there: what changes with every export (a time of
    writing) would pile up.
    """
    labels = {detail.label for detail in known}
    return (*known, *(detail for detail in card if detail.label not in labels))


def _union(known: tuple[T, ...], new: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    seen = {key(value) for value in known}
    added: list[T] = []
    for value in new:
        if key(value) not in seen:
            seen.add(key(value))
            added.append(value)
    return (*known, *added)


def _fill_name(known: Name, card: Name) -> Name:
    return Name(*(getattr(known, f) or getattr(card, f) for f in Name.__dataclass_fields__))


def _fill_reading(known: Reading, card: Reading) -> Reading | None:
    """The fuller reading, where one only leaves out what the other has; None where they differ."""
    pairs = ((known.family, card.family), (known.given, card.given))
    if any(ours and theirs and fold_name(ours) != fold_name(theirs) for ours, theirs in pairs):
        return None
    return Reading(*(ours or theirs for ours, theirs in pairs))


def _reading_text(reading: Reading) -> str:
    return " ".join(p for p in (reading.family, reading.given) if p)


def text_of(contact: Contact, field: str) -> str:
    """A field as one text; empty where nothing is known."""
    if field == NAME:
        return contact.name.full or ""
    if field == READING:
        return _reading_text(contact.reading)
    if field == NICKNAME:
        return contact.name.nickname or ""
    value = getattr(contact, field)
    return "" if value is None else str(value)


def _agree(field: str, known: str, card: str) -> bool:
    if field == ORGANIZATION:
        return fold_company(known) == fold_company(card)
    if field in {NAME, READING, NICKNAME}:
        return fold_name(known) == fold_name(card)
    if field == NOTE:
        return fold(card) in fold(known)
    if field == BIRTHDAY:
        return (
            known == card
            or (known.startswith("--") and known[2:] == card[5:])
            or (card.startswith("--") and card[2:] == known[5:])
        )
    return fold(known) == fold(card)


def _take(contact: Contact, card: Contact, field: str) -> Contact:
    if field == NAME:
        return replace(contact, name=replace(card.name, nickname=contact.name.nickname))
    if field == NICKNAME:
        return replace(contact, name=replace(contact.name, nickname=card.name.nickname))
    return replace(contact, **{field: getattr(card, field)})


def _written_alike(known: str, card: str) -> bool:
    ours, theirs = (unicodedata.normalize("NFKC", text) for text in (known, card))
    return "".join(ours.split()) == "".join(theirs.split())


def compare(known: Contact, card: Contact, *, exact: bool = False) -> Comparison:
    """What `card` (read, without an id) adds to `known`, and where the two differ; with `exact`
    also where only the writing does.
    """
    merged = replace(
        known,
        name=_fill_name(known.name, card.name) if _same_name(known, card) else known.name,
        emails=_union(known.emails, card.emails, _email_key),
        phones=_union(known.phones, card.phones, _phone_key),
        addresses=_union(known.addresses, card.addresses, _address_key),
        urls=_union(known.urls, card.urls, _url_key),
        tags=_union(known.tags, card.tags, fold),
        related=_union(known.related, card.related, _related_key),
        dates=_union(known.dates, card.dates, _occasion_key),
        accounts=_union(known.accounts, card.accounts, _account_key),
        positions=_union(known.positions, card.positions, _position_key),
        more=_more(known.more, card.more),
        met=_fill_met(known.met, card.met),
        rhythm=known.rhythm or card.rhythm,
    )
    differences: list[Difference] = []
    for field in FIELDS:
        ours, theirs = text_of(known, field), text_of(card, field)
        if not theirs:
            continue
        if not ours:
            merged = _take(merged, card, field)
        elif field == READING and (fuller := _fill_reading(known.reading, card.reading)):
            merged = replace(merged, reading=fuller)
        elif not _agree(field, ours, theirs) or (
            exact and field in _WRITTEN and not _written_alike(ours, theirs)
        ):
            differences.append(Difference(field, ours, theirs))
        elif field == BIRTHDAY and ours.startswith("--"):
            merged = _take(merged, card, field)
    adds = merged != known
    if known.uid is None and card.uid is not None:
        merged = replace(merged, uid=card.uid)
    return Comparison(merged, adds, tuple(differences))


def _fill_met(known: Met, card: Met) -> Met:
    """A gathering's name and the gathering itself go together."""
    named = known if known.gathering else card
    return Met(
        known.on or card.on,
        named.gathering,
        known.introduced_by or card.introduced_by,
        named.gathering_id,
    )


def _same_name(known: Contact, card: Contact) -> bool:
    ours, theirs = text_of(known, NAME), text_of(card, NAME)
    return not ours or not theirs or fold_name(ours) == fold_name(theirs)


def decide(
    known: Contact, card: Contact, take: frozenset[str], until: date | None, *, exact: bool = False
) -> Contact:
    """The person after a decision: all additions, and the card's value for each field in `take`.

    Replaced values stay as earlier details; the values of the card that were not taken stay there
    too.
    """
    comparison = compare(known, card, exact=exact)
    contact = comparison.with_additions
    earlier = list(contact.earlier)
    for difference in comparison.differences:
        if difference.field in take:
            contact = _take(contact, card, difference.field)
        if difference.field != PHOTO:
            left = difference.known if difference.field in take else difference.card
            detail = EarlierDetail(difference.field, left, until)
            if detail not in earlier:
                earlier.append(detail)
    return replace(contact, earlier=tuple(earlier))

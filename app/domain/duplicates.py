"""Duplicates: which people of the store may be one and the same, why, and the two as one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations

from app.domain import merge
from app.domain.contact import Contact, EarlierDetail, Met
from app.domain.folding import fold_company, fold_name
from app.domain.matching import keys
from app.domain.names import build_full

MOST_NAMESAKES = 100
"""A name that more people bear says nothing of any two of them."""
FEW_NAMESAKES = 3
"""Up to so many bearers a name means something without a company that agrees."""
_MOST_SHARING = 12
"""An address or number that more people have belongs to none of them."""


class Likeness(StrEnum):
    """What two people have in common."""

    UID = "uid"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    COMPANY = "company"
    READING = "reading"


_KINDS = {
    "u": Likeness.UID,
    "m": Likeness.EMAIL,
    "p": Likeness.PHONE,
    "n": Likeness.NAME,
}
"""By the mark of an identity key."""
_IDENTIFYING = frozenset({Likeness.UID, Likeness.EMAIL, Likeness.PHONE})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, the longer known first, and what they have in common."""

    first: str
    second: str
    agreed: tuple[Likeness, ...]

    @property
    def people(self) -> frozenset[str]:
        """The two, in no order."""
        return frozenset((self.first, self.second))


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a person is compared: the identity keys (`matching.Keys.texts`), and what tells
    namesakes apart, folded.
    """

    keys: frozenset[str]
    company: str = ""
    reading: str = ""


def traits(contact: Contact) -> Traits:
    """What of a person is compared."""
    said = particulars(contact.organization, contact.reading.family, contact.reading.given)
    return Traits(keys(contact).texts(), *said)


def particulars(
    organization: str | None, family_read: str | None, given_read: str | None
) -> tuple[str, str]:
    """Company and reading as they are compared."""
    return fold_company(organization or ""), fold_name(f"{family_read or ''}{given_read or ''}")


def agreements(one: Traits, other: Traits, *, rare: bool = True) -> tuple[Likeness, ...]:
    """What two people have in common, if that is enough to ask about them; else nothing.

    `rare`: few bear their name, so that it counts without the company.
    """
    agreed = {_KINDS[key[0]] for key in one.keys & other.keys}
    if one.company and one.company == other.company:
        agreed.add(Likeness.COMPANY)
    if one.reading and one.reading == other.reading:
        agreed.add(Likeness.READING)
    if agreed.isdisjoint(_IDENTIFYING) and not (
        Likeness.NAME in agreed and _named_alike(one, other, agreed, rare=rare)
    ):
        return ()
    return tuple(kind for kind in Likeness if kind in agreed)


def _named_alike(one: Traits, other: Traits, agreed: Collection[Likeness], *, rare: bool) -> bool:
    """Whether a name that agrees is enough, with all else that is known."""
    if one.reading and other.reading and Likeness.READING not in agreed:
        return False
    if Likeness.COMPANY in agreed:
        return True
    nothing_against = not (one.company and other.company)
    return rare and (Likeness.READING in agreed or nothing_against)


def find(people: Mapping[str, Traits], apart: Collection[frozenset[str]] = ()) -> tuple[Pair, ...]:
    """Pairs among people by id, the surest first; `apart` are those whom the person told apart.

    Only people who share an identity key are compared, and no large block as a whole.
    """
    blocks: dict[str, list[str]] = {}
    for person in sorted(people):
        for key in people[person].keys:
            blocks.setdefault(key, []).append(person)
    found: dict[frozenset[str], Pair] = {}
    for key, members in blocks.items():
        named = key.startswith("n:")
        if not 1 < len(members) <= (MOST_NAMESAKES if named else _MOST_SHARING):
            continue
        rare = len(members) <= FEW_NAMESAKES
        whole = rare or not named
        for first, second in combinations(members, 2) if whole else _of_firms(members, people):
            two = frozenset((first, second))
            if two in found or two in apart:
                continue
            agreed = agreements(people[first], people[second], rare=rare and named)
            if agreed:
                found[two] = Pair(first, second, agreed)
    return tuple(sorted(found.values(), key=lambda p: (_doubt(p.agreed), p.first, p.second)))


def _of_firms(members: Iterable[str], people: Mapping[str, Traits]) -> Iterator[tuple[str, str]]:
    """Pairs of namesakes in one company each."""
    firms: dict[str, list[str]] = {}
    for person in members:
        if people[person].company:
            firms.setdefault(people[person].company, []).append(person)
    for colleagues in firms.values():
        yield from combinations(colleagues, 2)


def _doubt(agreed: tuple[Likeness, ...]) -> int:
    """The place of a reason among all, from sure to hardly."""
    if Likeness.UID in agreed:
        return 0
    reached = Likeness.EMAIL in agreed or Likeness.PHONE in agreed
    if Likeness.NAME in agreed:
        order = (reached, Likeness.COMPANY in agreed, Likeness.READING in agreed, True)
        return 1 + order.index(True)
    return 5 if Likeness.EMAIL in agreed else 6


def compare(keep: Contact, other: Contact) -> merge.Comparison:
    """What the other adds to the one that is kept, and says otherwise."""
    return merge.compare(_named(keep), _named(other), exact=True)


def merged(keep: Contact, other: Contact, take: frozenset[str], until: date | None) -> Contact:
    """The two as one: the one that is kept, all that the other adds, and the other's value for
    each field in `take`. Every value that gives way stays as an earlier detail.
    """
    contact = merge.decide(_named(keep), _named(other), take, until, exact=True)
    met = _met(keep.met, other.met)
    left = [EarlierDetail("met", text, until) for text in _other_meeting(met, keep.met, other.met)]
    earlier = dict.fromkeys((*contact.earlier, *other.earlier, *left))
    return replace(contact, id=keep.id, met=met, earlier=tuple(earlier))


def _named(contact: Contact) -> Contact:
    """With the whole name, by which names are compared."""
    name = contact.name
    return contact if name.full else replace(contact, name=replace(name, full=build_full(name)))


def _met(keep: Met, other: Met) -> Met:
    """Where both know how we met, the earlier meeting is the first; its gaps are filled."""
    first, second = keep, other
    if keep.on and other.on and other.on < keep.on:
        first, second = other, keep
    return Met(*(getattr(first, f) or getattr(second, f) for f in Met.__dataclass_fields__))


def _other_meeting(met: Met, *known: Met) -> Iterator[str]:
    """What is left over of a meeting, as text."""
    for one in known:
        left = [
            str(getattr(one, f))
            for f in Met.__dataclass_fields__
            if getattr(one, f) and getattr(one, f) != getattr(met, f)
        ]
        if left:
            yield " ".join(left)

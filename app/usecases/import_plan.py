"""What an import would do: files as read, each card with what becomes of it, and the whole plan."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.card import KeptLine, ReadCard, ReviewKind
from app.domain.contact import Contact
from app.domain.matching import Agreement
from app.domain.merge import Comparison, compare
from app.usecases.read_cards import ReadCards

if TYPE_CHECKING:
    from app.interchange.source import Source
    from app.interchange.table_scan import Table
    from app.store.derived import Ahead
    from app.store.reader import Reader

OWN_UID = "urn:uuid:"
"""Begins the UID, before the id, of a card that went out of this store without a UID of its own."""
PROVISIONAL = "new:"
"""Begins the id of a person whom the import itself makes."""


class Outcome(StrEnum):
    """What an import makes of one card."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    REVIEW = "review"
    UNREADABLE = "unreadable"


class Answer(StrEnum):
    """What the person says to a card before accepting; LATER, the silence, leaves it waiting."""

    MERGE = "merge"
    DIFFERENT = "different"
    LATER = "later"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to one card; `person` names the candidate to merge with, `take` the fields it may
    replace.
    """

    answer: Answer
    person: str | None = None
    take: frozenset[str] = frozenset()


class ReadFile:
    """A file and all its cards, as read; of a table also how it was understood, and what to read
    again. `codec` is the charset that somebody said.
    """

    def __init__(
        self,
        name: str,
        cards: Iterable[ReadCard],
        table: "Table | None" = None,
        given: "Source | None" = None,
        codec: str | None = None,
    ) -> None:
        self.name = name
        self.cards = cards if isinstance(cards, ReadCards) else ReadCards(cards)
        self.table = table
        self.given = given
        self.codec = codec


@dataclass(frozen=True, slots=True)
class Found:
    """What was found out about a card: who it may be, and whether it came before. The properties
    of `PlannedCard` say what is what; who is known lies at `known_at` in `known_ones`.
    """

    review: ReviewKind | None = None
    candidates: tuple[str, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    kept: bool = False
    waits: bool = False
    is_group: bool = False
    known_ones: Sequence[Contact] = field(default=(), repr=False)
    known_at: int | None = None
    compared: bool = True


NOTHING_FOUND = Found()


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One card and what becomes of it, `index` over all files, of which its own begins at `first`.
    The card itself is fetched when asked for: so it is with all that is long.

    `known_as` is the id of the person it belongs to, or for REVIEW may belong to. `lines` are
    those that nobody understood but the extensions of writers, `keeps_lines` tells whether there
    are any of either. `found` is what most cards lack.
    """

    index: int
    file: str
    cards: ReadCards = field(repr=False)
    first: int
    outcome: Outcome
    known_as: str | None = None
    lines: tuple[KeptLine, ...] = ()
    keeps_lines: bool = False
    found: Found = NOTHING_FOUND

    @property
    def place(self) -> int:
        """Where it stands in its file."""
        return self.index - self.first

    @property
    def person(self) -> str | None:
        """Who it belongs to, or for REVIEW may belong to: a contact's id, or for a person whom this
        import makes `new:` and the index of the card that makes them.
        """
        return f"{PROVISIONAL}{self.index}" if self.outcome is Outcome.NEW else self.known_as

    @property
    def read(self) -> ReadCard:
        """The card as read."""
        return self.cards[self.place]

    @property
    def contact(self) -> Contact | None:
        """The person as the card says; None for an unreadable one."""
        return as_read(self.read)

    @property
    def review(self) -> ReviewKind | None:
        """Why somebody must look."""
        return self.found.review

    @property
    def candidates(self) -> tuple[str, ...]:
        """All who match, the likeliest first."""
        return self.found.candidates

    @property
    def agreed(self) -> tuple[Agreement, ...]:
        """What it has in common with the person."""
        return self.found.agreed

    @property
    def kept(self) -> bool:
        """Whether the very same card is in the store already."""
        return self.found.kept

    @property
    def waits(self) -> bool:
        """Whether the very same card waits in the store for a decision."""
        return self.found.waits

    @property
    def is_group(self) -> bool:
        """Whether it is the card of a group (RFC 6350, 6.1.4): its name is a tag of its members."""
        return self.found.is_group

    @property
    def known(self) -> Contact | None:
        """The person whose card it is, before this card."""
        at = self.found.known_at
        return None if at is None else self.found.known_ones[at]

    @property
    def comparison(self) -> Comparison | None:
        """What the card adds to the person known, and says otherwise."""
        known, contact = self.known, self.contact
        if not self.found.compared or known is None or contact is None:
            return None
        return compare(known, of_others(known, contact))


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do. `people` are the persons after it, `before` the known ones whom
    it changes, as they are now, `grown` those of both who are more than one card says.

    Cards left out by choice are in `left_out` alone and count nowhere. `as_of` is the newest
    change of the store when it was planned. `exchange_dates` is how many new people bear an
    exchange date of their own.
    """

    files: tuple[ReadFile, ...]
    cards: Sequence[PlannedCard]
    left_out: tuple[int, ...] = ()
    people: Mapping[str, Contact] = field(default_factory=dict, repr=False)
    before: Mapping[str, Contact] = field(default_factory=dict, repr=False)
    grown: Mapping[str, Contact] = field(default_factory=dict, repr=False)
    distinct: tuple[tuple[str, str], ...] = ()
    choices: Mapping[int, Choice] = field(default_factory=dict)
    as_of: int | None = None
    exchange_dates: int = 0

    def holds(self, reader: "Reader") -> bool:
        """Whether nothing changed since, so that it need not be planned again."""
        return self.as_of == newest_change(reader)

    def become(self, card: PlannedCard, contact: Contact) -> Contact:
        """Whom a new person's card, which says `contact`, makes after all other cards."""
        return self.grown.get(card.person or "", contact)

    def of(self, outcome: Outcome) -> tuple[PlannedCard, ...]:
        """The cards of one outcome, in the order of the files."""
        return tuple(card for card in self.cards if card.outcome is outcome)

    def looked_at(self) -> "Iterator[tuple[PlannedCard, ReadCard, Ahead | None]]":
        """All cards with what was read and derived of them, a handful in memory at a time."""
        planned = iter(self.cards)
        wanted = next(planned, None)
        while wanted is not None:
            cards = wanted.cards
            for place, (read, ahead) in enumerate(cards.looked_at()):
                if wanted is None or wanted.cards is not cards:
                    break
                if place == wanted.place:
                    yield wanted, read, ahead
                    wanted = next(planned, None)

    def counts(self) -> Counter[Outcome]:
        """How many cards have each outcome."""
        return Counter(card.outcome for card in self.cards)

    def count(self, outcome: Outcome) -> int:
        """How many cards have one outcome."""
        return self.counts()[outcome]


def is_provisional(person: str) -> bool:
    """Whether a person is one that the import itself makes."""
    return person.startswith(PROVISIONAL)


def of_others(known: Contact, contact: Contact) -> Contact:
    """What a card says that is new to a person. The id of one whose card went out without a UID
    stands in it as one, and is none.
    """
    return replace(contact, uid=None) if contact.uid == OWN_UID + known.id else contact


def digest_of(content: bytes) -> str:
    """The name of a blob: SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def as_read(read: ReadCard) -> Contact | None:
    """The person as a card says, with the picture by its hash."""
    if read.contact is None:
        return None
    photo = digest_of(read.photo) if read.photo else None
    return read.contact if read.contact.photo == photo else replace(read.contact, photo=photo)


def newest_change(reader: "Reader") -> int | None:
    """The number of the newest change that was not taken back."""
    change = reader.last_change()
    return change.seq if change else None

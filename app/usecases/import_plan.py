"""What an import would do: files as read, each card with what becomes of it, and the whole plan."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.card import ReadCard, ReviewKind
from app.domain.contact import Contact, Name
from app.domain.matching import Agreement
from app.domain.merge import Comparison
from app.domain.names import kept_whole, split

if TYPE_CHECKING:
    from app.interchange.source import Source
    from app.interchange.table_scan import Table
    from app.store.reader import Reader

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


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file and all its cards, as read; of a table also how it was understood, and what to read
    again. `codec` is the charset that somebody said.
    """

    name: str
    cards: tuple[ReadCard, ...]
    table: "Table | None" = None
    given: "Source | None" = None
    codec: str | None = None

    @property
    def charset(self) -> str | None:
        """The charset of its cards; of the most, where they differ."""
        found = [card.file_charset or card.charset for card in self.cards]
        return max(set(found), key=lambda c: (found.count(c), c)) if found else None

    @property
    def guessed(self) -> bool:
        """Whether the charset of any card was found by trial, so that its text may be wrong."""
        return any(card.guessed for card in self.cards)

    @property
    def names_split(self) -> list[str]:
        """Names in kanji that the file does not tell apart, but the dictionary does."""
        return [name.full or "" for name in self._whole() if split(name) is not None]

    @property
    def names_whole(self) -> list[str]:
        """Names in kanji that nothing tells apart for certain; they are kept whole."""
        return [name.full or "" for name in self._whole() if split(name) is None]

    def _whole(self) -> Iterator[Name]:
        contacts = (card.contact for card in self.cards if card.contact is not None)
        return (contact.name for contact in contacts if kept_whole(contact.name))


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One card and what becomes of it.

    `person` is who it belongs to, or for REVIEW may belong to: a contact's id, or for a person
    this import makes `new:` and the index of the card that made them. `known` is that person
    before this card, and `comparison` what the card adds to them and says otherwise. `candidates`
    are all who match, the likeliest first. `kept` tells that the very same card is in the store
    already, `waits` that it waits there for a decision.
    """

    index: int
    file: str
    read: ReadCard
    outcome: Outcome
    person: str | None = None
    known: Contact | None = None
    comparison: Comparison | None = None
    review: ReviewKind | None = None
    candidates: tuple[str, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    kept: bool = False
    waits: bool = False

    @property
    def is_group(self) -> bool:
        """Whether it is the card of a group (RFC 6350, 6.1.4): its name is a tag of its members."""
        return self.read.members is not None

    @property
    def contact(self) -> Contact | None:
        """The person as the card says; None for an unreadable one."""
        return as_read(self.read)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do. `people` are the persons after it, `before` the known ones as
    they are now.

    Cards left out by choice are in `left_out` alone and count nowhere. `as_of` is the newest
    change of the store when it was planned.
    """

    files: tuple[ReadFile, ...]
    cards: tuple[PlannedCard, ...]
    left_out: tuple[int, ...] = ()
    people: Mapping[str, Contact] = field(default_factory=dict, repr=False)
    before: Mapping[str, Contact] = field(default_factory=dict, repr=False)
    distinct: tuple[tuple[str, str], ...] = ()
    choices: Mapping[int, Choice] = field(default_factory=dict)
    as_of: int | None = None

    def holds(self, reader: "Reader") -> bool:
        """Whether nothing changed since, so that it need not be planned again."""
        return self.as_of == newest_change(reader)

    def of(self, outcome: Outcome) -> tuple[PlannedCard, ...]:
        """The cards of one outcome, in the order of the files."""
        return tuple(card for card in self.cards if card.outcome is outcome)

    def count(self, outcome: Outcome) -> int:
        """How many cards have one outcome."""
        return sum(card.outcome is outcome for card in self.cards)

    @property
    def exchange_dates(self) -> int:
        """How many new people bear an exchange date of their own."""
        return sum(
            1 for card in self.of(Outcome.NEW) if card.contact is not None and card.contact.met.on
        )


def is_provisional(person: str) -> bool:
    """Whether a person is one that the import itself makes."""
    return person.startswith(PROVISIONAL)


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

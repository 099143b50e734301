"""Card: what was received; and what reading one from a file gives."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.contact import Contact


class CardState(StrEnum):
    """Where a received card stands."""

    KEPT = "kept"  # a contact came from it, or it says nothing new of one
    REVIEW = "review"  # waits in the import page for a decision
    DISCARDED = "discarded"  # the person said: not this one


class ReviewKind(StrEnum):
    """Why a card needs a look."""

    SAME_NAME = "same_name"
    SAME_EMAIL = "same_email"
    SAME_PHONE = "same_phone"
    NEAR_NAME = "near_name"
    VALUE_DIFFERS = "value_differs"
    SEVERAL_PEOPLE = "several_people"


@dataclass(frozen=True, slots=True)
class Card:
    """A received card. Its bytes are the blob `source` (SHA-256); `digest` is the canonical hash
    of its lines.

    `line` is the first line in its file, `position` its number there, both from 1. `photo` is the
    small picture by SHA-256.
    """

    id: str
    batch_id: str
    contact_id: str | None
    source: str
    digest: str
    charset: str
    file: str
    line: int
    position: int
    state: CardState
    review: ReviewKind | None = None
    received_on: date | None = None
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line that was not understood; it stays in the card and comes back on export."""

    line: int
    text: str


class Unreadable(StrEnum):
    """Why a card could not be read. Its bytes are kept."""

    NO_END = "no_end"
    TOO_LARGE = "too_large"
    TOO_MANY_LINES = "too_many_lines"
    TOO_DEEP = "too_deep"
    TOO_MANY_CARDS = "too_many_cards"
    TOO_SLOW = "too_slow"
    BAD_LINE = "bad_line"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class ReadCard:
    """One card of a file, as read: a contact without an id, or the reason why there is none.

    `photo` is the picture made small for the screen (JPEG or PNG), `met_on` the card's own
    exchange date. `file_charset` is what its file is written in, where `source` is not a piece of
    it (a row of a table is kept as the card it was read as). `head` is the row of headers over an
    unreadable row of a table, as its file has it. `guessed`: its charset was found by trial.
    `members` are the UIDs in a group's card, which is no person's; None for a person's.
    """

    position: int
    line: int
    source: bytes
    charset: str
    digest: str
    contact: Contact | None
    reason: Unreadable | None = None
    kept: tuple[KeptLine, ...] = ()
    photo: bytes | None = None
    file_charset: str | None = None
    head: bytes | None = None
    guessed: bool = False
    members: tuple[str, ...] | None = None

"""An import: one batch of cards from one or more files."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class UnreadableCard:
    """A card that could not be read: its bytes are the blob `source`, `reason` an `Unreadable`.

    Of a row of a table `head` is the blob of its table's row of headers.
    """

    file: str
    position: int
    line: int
    reason: str
    source: str
    head: str | None = None


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What one import did. `cards = new + same + changed + review + len(unreadable)`, always."""

    id: str
    at: datetime
    files: tuple[str, ...]
    cards: int = 0
    new: int = 0
    same: int = 0
    changed: int = 0
    review: int = 0
    unreadable: tuple[UnreadableCard, ...] = ()
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class Distinct:
    """Not the same person, said by the person: remembered for ever.

    `contact_id` is who somebody is not: whoever has the card of the canonical hash `card_digest`,
    or a card that says the same (`matching.said` in the place of the digest, by which it is known
    again in another file); or, where that is empty, the person `other_id`.
    """

    id: str
    card_digest: str
    contact_id: str
    other_id: str | None = None

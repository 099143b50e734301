"""Remark: a dated short line about a person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RemarkKind(StrEnum):
    """What it speaks of."""

    PLEASES = "pleases"  # what would please them
    OFFERS = "offers"  # what they can give, and to whom it may matter
    FACE = "face"  # by what to know them again


@dataclass(frozen=True, slots=True)
class Remark:
    """A short line about one person. People change: `past_on` is the day from which it holds no
    more, and it stays to be read. `act` is the exchange of cards after which it was written.
    """

    id: str
    contact_id: str
    kind: RemarkKind
    text: str
    said_on: date
    past_on: date | None = None
    act: str | None = None

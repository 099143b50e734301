"""Interaction: one entry of the timeline."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What happened."""

    MET = "met"
    CALL = "call"
    MAIL = "mail"
    MESSAGE = "message"
    LETTER = "letter"
    CARDS = "cards"
    INTRODUCTION = "introduction"
    GIFT = "gift"
    HELP = "help"
    NOTE = "note"


class Initiative(StrEnum):
    """Who started it."""

    THEM = "them"
    ME = "me"
    BOTH = "both"
    UNKNOWN = "unknown"


WRITTEN_OR_CALLED = frozenset({Kind.CALL, Kind.MAIL, Kind.MESSAGE, Kind.LETTER})
"""Kinds that reach over a distance: they can be answered."""

NO_CONTACT = frozenset({Kind.NOTE, Kind.CARDS})
"""Kinds that are not a contact of their own: a remark, or the handing over of cards."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """One entry of the timeline, with one or several people.

    `answers` is the id of the entry that this one answers: that link is what "replied" counts.
    `gathering` is the id of the Gathering where it happened. `noted_on` is the day on which the
    person wrote, or chose not to write, notes on the cards exchanged.
    """

    id: str
    kind: Kind
    initiative: Initiative
    on: date
    contact_ids: tuple[str, ...]
    note: str | None = None
    place: str | None = None
    answers: str | None = None
    gathering: str | None = None
    noted_on: date | None = None

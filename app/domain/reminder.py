"""What a person typed about reminders; what is due is computed from it (see `due`)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FollowUpKind(StrEnum):
    """Who laid the follow-up."""

    FIRST = "first"  # the program, for a person newly met
    TYPED = "typed"  # the person


class Closed(StrEnum):
    """How a follow-up ended, where it ended by hand."""

    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A dated reminder. `anchor` is the day it counts from: the exchange of cards, or the day it
    was typed.
    """

    id: str
    contact_id: str
    kind: FollowUpKind
    due: date
    anchor: date
    note: str | None = None
    closed: Closed | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Snooze:
    """Later: nothing of this person is due before `until`."""

    id: str
    contact_id: str
    made_on: date
    until: date


@dataclass(frozen=True, slots=True)
class Skip:
    """Not this time: what was due of this person on `on` rests for this round. `settled` once the
    person was asked about the rhythm and answered: it then counts for no further proposal.
    """

    id: str
    contact_id: str
    on: date
    settled: bool = False

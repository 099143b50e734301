"""The tie: how well they know you. Three knots over two years, each with its evidence; never a
number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import add_months
from app.domain.interaction import NO_CONTACT, WRITTEN_OR_CALLED, Initiative, Interaction, Kind

WINDOW_MONTHS = 24

INTRODUCED_OR_HELPED = frozenset({Kind.INTRODUCTION, Kind.HELP, Kind.GIFT})


class Knot(StrEnum):
    """One knot of the thread, in the order they are drawn."""

    REPLIED = "replied"
    REACHED_OUT = "reached_out"
    INTRODUCED = "introduced"


@dataclass(frozen=True, slots=True)
class Tie:
    """The evidence: what was done in the window, and when last.

    `replied` of `sent` letters of mine were answered, where an answered letter may be older.
    """

    replied: int = 0
    sent: int = 0
    reached_out: int = 0
    last_reached_out: date | None = None
    introduced: int = 0
    last_introduced: date | None = None

    @property
    def knots(self) -> tuple[bool, bool, bool]:
        """Replied, reached out, introduced or helped."""
        return self.replied > 0, self.reached_out > 0, self.introduced > 0

    @property
    def knows_me(self) -> bool:
        """One knot makes a person who knows you."""
        return any(self.knots)


def window_start(today: date) -> date:
    """The first day that counts."""
    return add_months(today, -WINDOW_MONTHS)


def knot_of(act: Interaction) -> Knot | None:
    """The knot that one entry ties; None for mine, for remarks and for the exchange of cards."""
    if act.initiative is not Initiative.THEM or act.kind in NO_CONTACT:
        return None
    if act.kind in INTRODUCED_OR_HELPED:
        return Knot.INTRODUCED
    return Knot.REPLIED if act.answers else Knot.REACHED_OUT


def tie(acts: Iterable[Interaction], today: date) -> Tie:
    """The tie of one person from their entries, in any order; entries outside the window do not
    count.
    """
    start = window_start(today)
    counts = dict.fromkeys(Knot, 0)
    last: dict[Knot, date] = {}
    sent: set[str] = set()
    answered: set[str] = set()
    for act in acts:
        if not start <= act.on <= today:
            continue
        if act.initiative is Initiative.ME and act.kind in WRITTEN_OR_CALLED:
            sent.add(act.id)
        knot = knot_of(act)
        if knot is not None:
            counts[knot] += 1
            last[knot] = max(last.get(knot, act.on), act.on)
            if knot is Knot.REPLIED and act.answers:
                answered.add(act.answers)
    return Tie(
        replied=len(answered),
        sent=len(sent | answered),
        reached_out=counts[Knot.REACHED_OUT],
        last_reached_out=last.get(Knot.REACHED_OUT),
        introduced=counts[Knot.INTRODUCED],
        last_introduced=last.get(Knot.INTRODUCED),
    )

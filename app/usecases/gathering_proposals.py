"""Gatherings proposed: what the people of an import, or people who bear one day and name, were
met at. Nothing is written.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.card import CardState
from app.domain.contact import Contact
from app.domain.folding import fold_name
from app.domain.gathering import Gathering

if TYPE_CHECKING:
    from app.store.reader import Reader

MANY = 3
"""So many people of one day and no name make a gathering worth proposing; with a name two do."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """These people were met at `gathering`: one that is kept, or (without an id) one to make,
    whose name may be empty and is for the person to say.
    """

    gathering: Gathering
    contact_ids: tuple[str, ...]


def of_import(reader: "Reader", batch_id: str, day: date) -> Proposal | None:
    """What the cards of an import may be from. `day` is the civil day of the import.

    Of its people those at no gathering yet; the day that most of them bear, else the day of the
    import. None where nobody is left.
    """
    cards = reader.cards_of_batch(batch_id)
    ids = (c.contact_id for c in cards if c.state is CardState.KEPT and c.contact_id)
    people = [
        c
        for c in reader.contacts(dict.fromkeys(ids))
        if c.deleted_at is None and c.met.gathering_id is None
    ]
    if not people:
        return None
    days = Counter(c.met.on for c in people if c.met.on is not None)
    on = days.most_common(1)[0][0] if days else day
    there = [c for c in people if c.met.on in {None, on}]
    return Proposal(_named(_kept(reader), there, on), tuple(c.id for c in there))


def of_people(reader: "Reader") -> tuple[Proposal, ...]:
    """People at no gathering who bear one day and one name, or one day alone; the newest day
    first.
    """
    groups: dict[tuple[date, str], list[Contact]] = {}
    alone = reader.met_at_no_gathering()
    for contact, on in ((c, c.met.on) for c in alone if c.met.on is not None):
        groups.setdefault((on, fold_name(contact.met.gathering or "")), []).append(contact)
    kept = _kept(reader)
    found = [
        Proposal(_named(kept, people, on), tuple(c.id for c in people))
        for (on, name), people in groups.items()
        if len(people) >= (2 if name else MANY)
    ]
    return tuple(sorted(found, key=lambda p: p.gathering.on, reverse=True))


def named(people: Sequence[Contact], on: date) -> Gathering:
    """What people of one day were met at, without an id: that is for the person to say."""
    return replace(_named([], people, on), id="")


def _kept(reader: "Reader") -> list[Gathering]:
    """The gatherings that there are."""
    rows = reader.gathering_rows()
    return [row.gathering for row in rows if not row.gathering.called_off]


def _named(kept: Sequence[Gathering], people: Sequence[Contact], on: date) -> Gathering:
    """The gathering of a day under the name that most of them bear; kept ones first."""
    names = Counter(c.met.gathering for c in people if c.met.gathering)
    name = names.most_common(1)[0][0] if names else ""
    that_day = [g for g in kept if g.on <= on <= g.last_day]
    if name:
        that_day = [g for g in that_day if fold_name(g.name) == fold_name(name)]
    return that_day[0] if len(that_day) == 1 else Gathering("", name, on)

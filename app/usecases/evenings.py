"""Evenings: the cards that belong together for notes, and what is written of each already."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.card import CardState
from app.domain.card_notes import CardNotes
from app.domain.contact import Contact
from app.domain.first_follow_up import NEWLY_MET_DAYS, is_newly_met
from app.domain.gathering import Gathering
from app.domain.interaction import Interaction, Kind
from app.domain.now import Now
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.usecases import gathering_proposals

if TYPE_CHECKING:
    from app.store.reader import Reader

ASKED_FOR_DAYS = 14
"""So long cards without notes are asked for; later nobody remembers."""


class Of(StrEnum):
    """By what the cards of an evening belong together."""

    GATHERING = "gathering"
    DAY = "day"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Evening:
    """Which cards: of a gathering or an import by its id, or of an ISO day at no gathering."""

    of: Of
    value: str

    def __str__(self) -> str:
        return f"{self.of}:{self.value}"

    @classmethod
    def parse(cls, text: str) -> "Evening | None":
        """Read what `str` writes; None for anything else."""
        kind, mark, value = text.partition(":")
        return cls(Of(kind), value) if mark and value and kind in set(Of) else None


@dataclass(frozen=True, slots=True)
class KnownCard:
    """A person of an evening. `act` is the exchange of cards, None where none is kept; `on` the
    day it was or is to be kept for. `is_done`: notes on it were finished, if only as "just seen".
    """

    contact: Contact
    on: date
    act: Interaction | None = None
    notes: CardNotes = CardNotes()  # noqa: RUF009 - frozen, with nothing in it
    promise: Promise | None = None
    pleases: tuple[Remark, ...] = ()
    faces: tuple[Remark, ...] = ()

    @property
    def is_done(self) -> bool:
        return self.act is not None and self.act.noted_on is not None


@dataclass(frozen=True, slots=True)
class KnownEvening:
    """All of an evening. `gathering` without an id is none yet: its day, and the name to propose,
    which may be empty. `others` were there too.
    """

    evening: Evening
    gathering: Gathering
    cards: tuple[KnownCard, ...] = ()
    others: tuple[Contact, ...] = ()

    def card(self, contact_id: str) -> KnownCard | None:
        """The card of one person."""
        return next((card for card in self.cards if card.contact.id == contact_id), None)


@dataclass(frozen=True, slots=True)
class Unwritten:
    """An evening of the last days: how many of its cards have no notes yet."""

    evening: Evening
    gathering: Gathering
    cards: int
    left: int


def unwritten(reader: "Reader", today: date) -> tuple[Unwritten, ...]:
    """Evenings of the last two weeks with cards that have no notes, the last first."""
    acts: dict[Evening, dict[str, Interaction]] = {}
    for found in reader.cards_exchanged(today - timedelta(ASKED_FOR_DAYS), today):
        acts.setdefault(_evening_of(found.act), {})[found.contact_id] = found.act
    ids = [evening.value for evening in acts if evening.of is Of.GATHERING]
    kept = {gathering.id: gathering for gathering in reader.gatherings(ids)}
    rows: list[Unwritten] = []
    for evening, by_person in acts.items():
        one = next(iter(by_person.values()))
        left = sum(act.noted_on is None for act in by_person.values())
        if left:
            gathering = kept.get(evening.value) or Gathering("", one.place or "", one.on)
            rows.append(Unwritten(evening, gathering, len(by_person), left))
    return tuple(sorted(rows, key=lambda row: row.gathering.on, reverse=True))


def _evening_of(act: Interaction) -> Evening:
    if act.gathering is not None:
        return Evening(Of.GATHERING, act.gathering)
    return Evening(Of.DAY, act.on.isoformat())


def look(reader: "Reader", evening: Evening, now: Now) -> KnownEvening | None:
    """An evening with all that is written; None where nobody is left of it.

    An import or a day whose people were all met at one gathering is that gathering's evening.
    """
    gathering, people = _people_of(reader, evening, now)
    if gathering is None or not people:
        return None
    named = {contact.met.gathering_id for contact in people}
    if evening.of is not Of.GATHERING and len(named) == 1 and None not in named:
        return look(reader, Evening(Of.GATHERING, named.pop() or ""), now)
    others: tuple[Contact, ...] = ()
    if gathering.id:
        others = reader.others_at(gathering.id)
    cards = tuple(look_at(reader, evening, gathering, contact, now.today) for contact in people)
    return KnownEvening(evening, gathering, cards, others)


def look_at(
    reader: "Reader", evening: Evening, gathering: Gathering, contact: Contact, today: date
) -> KnownCard:
    """One person of an evening, with what is written of them."""
    act = _act(reader, evening, gathering, contact)
    remarks = [r for r in reader.remarks(contact.id) if r.past_on is None]
    faces = tuple(r for r in remarks if r.kind is RemarkKind.FACE)
    promise: Promise | None = None
    pleases: tuple[Remark, ...] = ()
    if act is not None:
        pleases = tuple(r for r in remarks if r.kind is RemarkKind.PLEASES and r.act == act.id)
        made = (p for p in reader.promises(contact.id) if p.act == act.id and p.by is Side.ME)
        promise = min(made, key=lambda p: p.id, default=None)
    faces, pleases = _oldest_first(faces), _oldest_first(pleases)
    notes = CardNotes(
        (act.note if act is not None else None) or "",
        tuple(r.text for r in pleases),
        promise.text if promise is not None else "",
        promise.due if promise is not None else None,
        tuple(r.text for r in faces),
        contact.rhythm,
    )
    on = act.on if act is not None else min(_day_of(evening, gathering, contact), today)
    return KnownCard(contact, on, act, notes, promise, pleases, faces)


def _oldest_first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(remarks, key=lambda r: r.id))


def _day_of(evening: Evening, gathering: Gathering, contact: Contact) -> date:
    """The day on which the cards were exchanged: the person's own, where it is of this evening."""
    own = contact.met.on
    if own is None:
        return gathering.on
    if evening.of is Of.IMPORT:
        near = abs(own - gathering.on) <= timedelta(NEWLY_MET_DAYS)
        return own if near else gathering.on
    return own if gathering.on <= own <= gathering.last_day else gathering.on


def _act(
    reader: "Reader", evening: Evening, gathering: Gathering, contact: Contact
) -> Interaction | None:
    """The exchange of cards of this evening: the one at the gathering, else the one of its day."""
    acts = [act for act in reader.timeline(contact.id) if act.kind is Kind.CARDS]
    if gathering.id:
        there = next((act for act in acts if act.gathering == gathering.id), None)
        if there is not None:
            return there
    on = _day_of(evening, gathering, contact)
    return next((a for a in acts if a.on == on and a.gathering in {None, gathering.id}), None)


def _people_of(
    reader: "Reader", evening: Evening, now: Now
) -> tuple[Gathering | None, list[Contact]]:
    if evening.of is Of.GATHERING:
        gathering = reader.gathering(evening.value)
        return gathering, list(reader.received_at(evening.value)) if gathering else []
    if evening.of is Of.DAY:
        return _of_day(reader, evening.value)
    return _of_import(reader, evening.value, now)


def _of_day(reader: "Reader", value: str) -> tuple[Gathering | None, list[Contact]]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None, []
    found = [e for e in reader.cards_exchanged(day, day) if e.act.gathering is None]
    people = reader.contacts(dict.fromkeys(e.contact_id for e in found))
    return gathering_proposals.named(people, day), people


def _of_import(reader: "Reader", batch_id: str, now: Now) -> tuple[Gathering | None, list[Contact]]:
    batch = next((b for b in reader.batches() if b.id == batch_id), None)
    if batch is None:
        return None, []
    cards = reader.cards_of_batch(batch_id)
    ids = (c.contact_id for c in cards if c.state is CardState.KEPT and c.contact_id)
    people = [c for c in reader.contacts(dict.fromkeys(ids)) if c.deleted_at is None]
    day = min(batch.met_on or batch.at.astimezone(now.local.tzinfo).date(), now.today)
    days = Counter(c.met.on for c in people if is_newly_met(c.met.on, day))
    on = days.most_common(1)[0][0] or day if days else day
    return gathering_proposals.named([c for c in people if c.met.on == on], on), people

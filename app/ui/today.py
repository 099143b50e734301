"""Today: everyone who is due with what their row shows; one question, one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.domain.change import Verb
from app.domain.contact import Contact
from app.domain.due import Due, Reason
from app.domain.due import DuePerson as Why
from app.domain.gathering import Gathering
from app.domain.interaction import Interaction
from app.domain.now import Now
from app.domain.remark import RemarkKind
from app.domain.rhythm import Rhythm
from app.domain.tie import Tie
from app.store.answers import KnownCount
from app.ui.photos import read_photos
from app.usecases import presence
from app.usecases import today as usecase
from app.usecases.evenings import Unwritten, unwritten
from app.usecases.knowing import Knowing, know
from app.usecases.misdated import misdated
from app.usecases.notifying import Notifying, notifying
from app.usecases.today import Judged

if TYPE_CHECKING:
    from app.store.store import Store

DONE_SHOWN = 5
AHEAD_SHOWN = 3
UNWRITTEN_SHOWN = 3
_NAMED = 2
"""So many of those who will be at a gathering are named."""


@dataclass(frozen=True, slots=True)
class DuePerson:
    """A person of today: why, the tie, the newest contact and words of theirs, what would please
    them.
    """

    contact: Contact
    reasons: tuple[Reason, ...]
    tie: Tie = field(default_factory=Tie)
    last: Interaction | None = None
    words: Interaction | None = None
    pleases: str = ""
    thinner: Rhythm | None = None
    """The rhythm to propose after three skips in a row."""

    @property
    def id(self) -> str:
        return self.contact.id


@dataclass(frozen=True, slots=True)
class Done:
    """Someone reconnected with today; `seq` takes it back."""

    seq: int
    at: datetime
    contact: Contact


@dataclass(frozen=True, slots=True)
class Ahead:
    """A gathering that is still to come, and the first of those who will be there."""

    gathering: Gathering
    people: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    """The whole of a day; `rests` and `after` as in `domain.due`. Pictures are not compared: their
    hashes stand in the contacts.
    """

    on: date
    people: tuple[DuePerson, ...] = ()
    waiting: int = 0
    known: KnownCount = field(default_factory=lambda: KnownCount(0, 0, 0))
    done: tuple[Done, ...] = ()
    notifying: Notifying = field(default_factory=Notifying)
    ahead: tuple[Ahead, ...] = ()
    unwritten: tuple[Unwritten, ...] = ()
    away: bool = False
    """Whether the person comes back today, after some days."""
    rests: bool = False
    after: date | None = None
    misdated: int = 0
    """So many records were written while the clock was far ahead."""
    photos: Mapping[str, QImage] = field(default_factory=dict, compare=False, repr=False)

    def person(self, contact_id: str) -> DuePerson | None:
        """A person of today by id."""
        return next((p for p in self.people if p.id == contact_id), None)


@dataclass(frozen=True, slots=True)
class Looked:
    """A day, and what the next look at it need not ask again."""

    today: Today
    judged: Judged
    due: Due
    knowing: Knowing


def look(store: "Store", now: Now, before: Looked | None = None) -> Looked:
    """Fix today's choice and read all of it; of what the look before asked only what may be
    otherwise now.
    """
    today = now.today
    judged = usecase.judge(store, today, before.judged if before else None)
    knowing = know(store, today, before.knowing if before else None)
    due = usecase.settle(store, judged, before=before.due if before else None)
    as_before = _unchanged(store, today, before)
    rest = [p.contact_id for p in due.people if p.contact_id not in as_before]
    contacts = {c.id: c for c in store.contacts(rest)}
    people = tuple(
        replace(as_before[p.contact_id], reasons=p.reasons, thinner=p.thinner)
        if p.contact_id in as_before
        else _person(store, contacts[p.contact_id], p, today)
        for p in due.people
        if p.contact_id in as_before or p.contact_id in contacts
    )
    seen = Today(
        today,
        people,
        due.waiting,
        knowing.count,
        _done(store, now),
        notifying(store, today),
        _ahead(store, today),
        unwritten(store, today)[:UNWRITTEN_SHOWN],
        presence.was_away(store, today),
        due.rests,
        due.after,
        _misdated(store, now, before.today if before else None),
        read_photos(store, (p.contact.photo for p in people if p.contact.photo)),
    )
    return Looked(seen, judged, due, knowing)


def _unchanged(store: "Store", today: date, before: Looked | None) -> dict[str, DuePerson]:
    """Of the look before those of whom nothing was written since, on the same day."""
    if before is None or before.today.on != today:
        return {}
    touched = store.touched_since(before.judged.moment)
    if touched is None:
        return {}
    return {p.id: p for p in before.today.people if p.id not in touched}


def _misdated(store: "Store", now: Now, before: Today | None) -> int:
    """Within a day nothing becomes so, and it takes a walk through the log to tell."""
    if before is not None and before.on == now.today and not before.misdated:
        return 0
    return misdated(store, now)


def _ahead(store: "Store", today: date) -> tuple[Ahead, ...]:
    return tuple(
        Ahead(
            gathering,
            store.others_at(gathering.id)[:_NAMED],
        )
        for gathering in store.gatherings_ahead(today, AHEAD_SHOWN)
    )


def _person(store: "Store", contact: Contact, why: Why, today: date) -> DuePerson:
    last, words = store.latest(contact.id, today)
    pleases = next(
        (
            remark.text
            for remark in store.remarks(contact.id)
            if remark.kind is RemarkKind.PLEASES and remark.past_on is None
        ),
        "",
    )
    tie = store.tie(contact.id, today)
    return DuePerson(contact, why.reasons, tie, last, words, pleases, why.thinner)


def _done(store: "Store", now: Now) -> tuple[Done, ...]:
    found = []
    for change in store.changes_on(now.today):
        if change.verb is not Verb.RECONNECT or change.undone or change.subject is None:
            continue
        contact = store.contact(change.subject)
        if contact is not None and contact.deleted_at is None:
            found.append(Done(change.seq, change.at.astimezone(now.local.tzinfo), contact))
    return tuple(found[:DONE_SHOWN])

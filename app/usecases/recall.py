"""Recalling faces: the deck, and a gentle hint for whoever was not recalled. Nothing is counted."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain import recall
from app.domain.change import Change, Verb
from app.domain.contact import Contact
from app.domain.now import Now
from app.domain.remark import RemarkKind
from app.usecases import reconnect

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

MOST_THERE = 40
"""So many of a gathering at most."""


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody to be recalled, and the notes on their face, the oldest first."""

    contact: Contact
    notes: tuple[str, ...]


def faces(reader: "Reader", today: date) -> tuple[Face, ...]:
    """A few people with a picture or a note on the face, the ones newly met first."""
    return _faces(reader, reader.contacts(recall.deck(reader.faces(), today)))


def faces_at(reader: "Reader", gathering_id: str) -> tuple[Face, ...]:
    """Who was or will be at a gathering; where and when they were met is a clue as well."""
    people = (*reader.others_at(gathering_id), *reader.received_at(gathering_id))
    there = {c.id: c for c in people if c.deleted_at is None}
    return _faces(reader, list(there.values())[:MOST_THERE])


def _faces(reader: "Reader", people: list[Contact]) -> tuple[Face, ...]:
    return tuple(
        Face(
            contact,
            tuple(
                remark.text
                for remark in reversed(reader.remarks(contact.id))
                if remark.kind is RemarkKind.FACE and remark.past_on is None
            ),
        )
        for contact in people
    )


def not_recalled(store: "Store", contact_id: str, note: str, *, now: Now) -> Change:
    """A next contact from tomorrow on, with words that say why; nothing where one waits already."""
    if any(follow_up.closed is None for follow_up in store.follow_ups(contact_id)):
        return Change(Verb.FOLLOW_UP, (), contact_id)
    return reconnect.set_follow_up(store, contact_id, now.today + timedelta(1), note, now=now)

"""Duplicates: two people of the store who are one and the same, or are not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain import duplicates
from app.domain.card import Card, CardState
from app.domain.change import Change, Edit, Record, Verb
from app.domain.duplicates import Pair
from app.domain.errors import NotFoundError
from app.domain.gathering import Gathering
from app.domain.ids import new_id
from app.domain.imports import Distinct
from app.domain.interaction import Interaction
from app.domain.now import Now
from app.domain.promise import Promise
from app.domain.remark import Remark
from app.domain.reminder import FollowUp, Skip, Snooze
from app.usecases.people import known

if TYPE_CHECKING:
    from app.domain.contact import Contact
    from app.store.reader import Reader
    from app.store.store import Store


def pairs(reader: "Reader") -> tuple[Pair, ...]:
    """Who may be the same person, the surest first; nobody from the bin, nobody told apart."""
    people = reader.sharing_keys(duplicates.MOST_NAMESAKES)
    return duplicates.find(people, reader.told_apart())


def merge(
    store: "Store",
    keep_id: str,
    other_id: str,
    take: frozenset[str] = frozenset(),
    *,
    now: Now,
) -> Change:
    """They are one: everything of the other goes to the one that is kept, and the other is gone.

    The kept one gets all that the other adds, and the other's value for each field in `take`; what
    gives way stays as an earlier detail.
    """
    keep, other = _two(store, keep_id, other_id)
    after = duplicates.merged(keep, other, take, now.today)
    moved = _records_of(store, other, after)
    edits = [
        *([Edit(keep, after)] if after != keep else []),
        *(
            Edit(record, _handed_over(record, keep_id, other_id))
            for record in moved
            if not isinstance(record, Distinct)
        ),
        *_told_apart(store, keep_id, other_id, (*store.records_about(keep_id), *moved)),
        Edit(other, None),
    ]
    return store.apply(Change(Verb.MERGE_CONTACT, tuple(edits), keep_id), now=now)


def _records_of(reader: "Reader", other: "Contact", after: "Contact") -> tuple[Record, ...]:
    """All that names a person, and the gathering at which they were met: of the two who become
    one, only one day and place of meeting stays, and the other gathering keeps them among its
    people.
    """
    moved = reader.records_about(other.id)
    place = other.met.gathering_id
    if place is None or place == after.met.gathering_id:
        return moved
    met = reader.gathering(place)
    return moved if met is None or met in moved else (*moved, met)


def different(store: "Store", one_id: str, other_id: str, *, now: Now) -> Change:
    """They are two: remembered for ever, of themselves and of every card that they have, so that
    an import knows it too.
    """
    _two(store, one_id, other_id)
    first, second = sorted((one_id, other_id))
    said = [Distinct(new_id(now), "", first, second)]
    for owner, stranger in ((first, second), (second, first)):
        digests = _digests(store, owner)
        before = store.distinct(digests)
        said += [Distinct(new_id(now), d, stranger) for d in digests if (d, stranger) not in before]
    edits = tuple(Edit(None, record) for record in said)
    return store.apply(Change(Verb.DIFFERENT_PEOPLE, edits), now=now)


def _two(reader: "Reader", one_id: str, other_id: str) -> "tuple[Contact, Contact]":
    if one_id == other_id:
        raise ValueError("one person is no pair")
    two = known(reader, one_id), known(reader, other_id)
    for contact in two:
        if contact.deleted_at is not None:
            raise NotFoundError(contact.id)
    return two


def _told_apart(
    reader: "Reader", keep_id: str, other_id: str, records: tuple[Record, ...]
) -> Iterator[Edit]:
    """Whom the two were told apart from, the one is now; said of these two it is over."""
    own = {*_digests(reader, keep_id), *_digests(reader, other_id), keep_id}
    said: set[frozenset[str]] = set()
    for record in dict.fromkeys(r for r in records if isinstance(r, Distinct)):
        contact = keep_id if record.contact_id == other_id else record.contact_id
        other = keep_id if record.other_id == other_id else record.other_id
        pair = frozenset((contact, record.card_digest or other or ""))
        over = pair <= own or pair in said
        said.add(pair)
        after = None if over else replace(record, contact_id=contact, other_id=other)
        if after != record:
            yield Edit(record, after)


def _digests(reader: "Reader", contact_id: str) -> list[str]:
    """The kept cards of a person, by hash."""
    cards = (c for c in reader.cards_of(contact_id) if c.state is CardState.KEPT)
    return list(dict.fromkeys(card.digest for card in cards))


def _handed_over(record: Record, keep_id: str, other_id: str) -> Record:
    match record:
        case Interaction():
            ids = (keep_id if i == other_id else i for i in record.contact_ids)
            return replace(record, contact_ids=tuple(dict.fromkeys(ids)))
        case Gathering():
            ids = (keep_id if i == other_id else i for i in (*record.people, other_id))
            return replace(record, people=tuple(dict.fromkeys(ids)))
        case Card() | FollowUp() | Snooze() | Skip() | Promise() | Remark():
            return replace(record, contact_id=keep_id)
        case _:
            raise AssertionError(f"a {type(record).__name__} names nobody")

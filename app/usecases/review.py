"""Cards that wait for a decision: the same person, a different one, or not this card at all."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.card import Card, CardState, ReviewKind
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.errors import NotFoundError
from app.domain.ids import new_id
from app.domain.imports import Distinct
from app.domain.matching import Agreement, Judgement, Verdict, judge, keys, said
from app.domain.merge import Comparison, compare, decide
from app.domain.now import Now
from app.interchange.card_lines import read_lines
from app.interchange.vcard_read import contact_of, draft_of
from app.usecases.beginnings import Room, begin
from app.usecases.near_names import near
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """A waiting card, the person as it says, and who it may be, the likeliest first."""

    card: Card
    contact: Contact
    candidates: tuple[Contact, ...]

    def comparison(self, contact: Contact) -> Comparison:
        """What the card adds to a candidate, and says otherwise."""
        return compare(contact, self.contact)

    def agreed(self, contact: Contact) -> tuple[Agreement, ...]:
        """What it has in common with a candidate."""
        return _judged(self.contact, contact).agreed


def waiting(reader: "Reader") -> tuple[WaitingCard, ...]:
    """All cards that wait, in the order they came."""
    return tuple(look(reader, card.id) for card in reader.waiting_cards())


def look(reader: "Reader", card_id: str) -> WaitingCard:
    """One waiting card; raises NotFoundError."""
    card = reader.card(card_id)
    source = reader.blob(card.source) if card is not None else None
    if card is None or source is None or card.state is not CardState.REVIEW:
        raise NotFoundError(card_id)
    contact = as_received(card, source)
    return WaitingCard(card, contact, _candidates(reader, card, contact))


def merge(
    store: "Store",
    card_id: str,
    contact_id: str,
    take: frozenset[str] = frozenset(),
    *,
    now: Now,
) -> Change:
    """It is this person: take what the card adds, and its value for each field in `take`.

    Values not taken stay as earlier details.
    """
    found = look(store, card_id)
    before = known(store, contact_id)
    after = decide(before, found.contact, take, now.today)
    kept = replace(found.card, contact_id=contact_id, state=CardState.KEPT, review=None)
    edits = (
        *((Edit(before, after),) if after != before else ()),
        Edit(found.card, kept),
    )
    return store.apply(Change(Verb.MERGE_CARD, edits, contact_id), now=now)


def different(store: "Store", card_id: str, *, now: Now) -> Change:
    """It is someone else: a new person; that they are not the same is remembered for ever."""
    found = look(store, card_id)
    made = replace(found.contact, id=new_id(now))
    kept = replace(found.card, contact_id=made.id, state=CardState.KEPT, review=None)
    others = {c.id for c in found.candidates} | ({found.card.contact_id} - {None})
    names = (found.card.digest, said(found.contact))
    batch = next((b for b in store.batches() if b.id == found.card.batch_id), None)
    met = batch is not None and batch.met_on is not None
    edits = (
        Edit(None, made),
        Edit(found.card, kept),
        *(
            Edit(None, Distinct(new_id(now), name, other))
            for other in sorted(o for o in others if o)
            for name in names
        ),
        *begin(Room.of(store, now), {made.id: made.met}, now, met=met),
    )
    return store.apply(Change(Verb.DIFFERENT_PERSON, edits, made.id), now=now)


def discard(store: "Store", card_id: str, *, now: Now) -> Change:
    """Not this card: it stays in the store, but waits no more."""
    card = look(store, card_id).card
    after = replace(card, state=CardState.DISCARDED)
    return store.apply(Change(Verb.DISCARD_CARD, (Edit(card, after),)), now=now)


def as_received(card: Card, source: bytes) -> Contact:
    """The person as a kept card says, with its picture and the day it was received."""
    charset = card.charset
    if charset.startswith("utf-16"):
        source, charset = source.decode(charset, "replace").encode(), "utf-8"
    contact = contact_of(draft_of(read_lines(source, charset).lines), None)
    met = contact.met if contact.met.on else replace(contact.met, on=card.received_on)
    return replace(contact, photo=card.photo, met=met)


def _candidates(reader: "Reader", card: Card, contact: Contact) -> tuple[Contact, ...]:
    own = keys(contact)
    ids = {i for people in reader.matches(own.sought()).values() for i in people}
    if card.contact_id:
        ids.add(card.contact_id)
    excluded = {other for _, other in reader.distinct({card.digest, said(contact)})}
    found: list[Contact] = []
    similar: list[Contact] = []
    surer = False  # than by a similar name
    for known_one in reader.contacts(sorted(ids - excluded)):
        judgement = _judged(contact, known_one)
        is_similar = judgement.review is ReviewKind.NEAR_NAME
        if known_one.deleted_at is not None:
            continue
        if known_one.id == card.contact_id:
            found.insert(0, known_one)
            surer = surer or not is_similar
        elif is_similar:
            similar.append(known_one)
        elif judgement.verdict is not Verdict.DIFFERENT:
            found.append(known_one)
            surer = True
    asks_of_similar = card.review is ReviewKind.NEAR_NAME or not surer
    return (*found, *(similar if asks_of_similar else ()))


def _judged(card: Contact, known: Contact) -> Judgement:
    return judge(keys(card), keys(known), near=near(card, known))

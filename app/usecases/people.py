"""People: add, edit, tag, delete into the bin for thirty days, and take out of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.errors import NotFoundError
from app.domain.folding import fold
from app.domain.ids import new_id
from app.domain.now import Now
from app.domain.rhythm import Rhythm
from app.interchange.phones import numbered
from app.usecases.beginnings import Room, begin

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

BIN_DAYS = 30


def known(reader: "Reader", contact_id: str) -> Contact:
    """The person with this id; raises NotFoundError."""
    contact = reader.contact(contact_id)
    if contact is None:
        raise NotFoundError(contact_id)
    return contact


def add(store: "Store", contact: Contact, *, now: Now, photo: bytes | None = None) -> Change:
    """Keep a new person (without an id yet); one met in the last 30 days gets a first follow-up."""
    made = replace(_typed(contact), id=new_id(now))
    begun = begin(Room.of(store, now), {made.id: made.met}, now, met=False)
    edits = (Edit(None, made), *begun)
    blobs = {contact.photo: photo} if contact.photo and photo else {}
    return store.apply(Change(Verb.ADD_CONTACT, edits, made.id), now=now, blobs=blobs)


def edit(
    store: "Store", before: Contact, after: Contact, *, now: Now, photo: bytes | None = None
) -> Change:
    """Change what is known of a person; `before` is what the person saw while typing.

    `photo` holds the picture where `after.photo` names a new one.
    """
    after = replace(_typed(after), id=before.id)
    blobs = {after.photo: photo} if after.photo and photo else {}
    change = Change(Verb.EDIT_CONTACT, (Edit(before, after),), before.id)
    return change if after == before else store.apply(change, now=now, blobs=blobs)


def set_tags(store: "Store", contact_id: str, tags: Sequence[str], *, now: Now) -> Change:
    """Give a person exactly these tags."""
    before = known(store, contact_id)
    after = replace(before, tags=_tidy(tags))
    change = Change(Verb.TAG, (Edit(before, after),), contact_id)
    return change if after == before else store.apply(change, now=now)


def set_rhythm(store: "Store", contact_id: str, rhythm: Rhythm | None, *, now: Now) -> Change:
    """How often to be in touch with a person; None leaves it open."""
    before = known(store, contact_id)
    after = replace(before, rhythm=rhythm)
    change = Change(Verb.EDIT_CONTACT, (Edit(before, after),), contact_id)
    return change if after == before else store.apply(change, now=now)


def delete(store: "Store", contact_ids: Sequence[str], *, now: Now) -> Change:
    """Put people into the bin; what happened with them stays and comes back with them."""
    edits = []
    for contact_id in dict.fromkeys(contact_ids):
        before = known(store, contact_id)
        if before.deleted_at is None:
            edits.append(Edit(before, replace(before, deleted_at=now.instant)))
    return _apply_some(store, Verb.DELETE_CONTACT, edits, now)


def restore(store: "Store", contact_ids: Sequence[str], *, now: Now) -> Change:
    """Take people out of the bin."""
    edits = []
    for contact_id in dict.fromkeys(contact_ids):
        before = known(store, contact_id)
        if before.deleted_at is not None:
            edits.append(Edit(before, replace(before, deleted_at=None)))
    return _apply_some(store, Verb.RESTORE_CONTACT, edits, now)


def empty_old_bin(store: "Store", *, now: Now) -> tuple[str, ...]:
    """Let go of people after thirty days in the bin; who they were. Not undoable."""
    return store.empty_bin(now.instant - timedelta(BIN_DAYS))


def _apply_some(store: "Store", verb: Verb, edits: list[Edit], now: Now) -> Change:
    subject = edits[0].record.id if len(edits) == 1 else None
    change = Change(verb, tuple(edits), subject)
    return store.apply(change, now=now) if edits else change


def _typed(contact: Contact) -> Contact:
    """A person as typed: tags tidied, numbers also in the form that identifies."""
    return replace(numbered(contact), tags=_tidy(contact.tags))


def _tidy(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without edges, empty ones and twins, in the order given."""
    found: dict[str, str] = {}
    for tag in tags:
        text = " ".join(tag.split())
        if text:
            found.setdefault(fold(text), text)
    return tuple(found.values())

"""Rhythms: an answer to the thinner one that is proposed, one for a tag, one learned."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain import due
from app.domain import rhythm as rules
from app.domain.change import Change, Edit, Verb
from app.domain.ids import new_id
from app.domain.interaction import NO_CONTACT, Interaction
from app.domain.now import Now
from app.domain.rhythm import Rhythm, TagRhythm
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


def thin(store: "Store", contact_id: str, rhythm: Rhythm, *, now: Now) -> Change:
    """Be in touch less often after three skips: this person's own rhythm from now on."""
    before = known(store, contact_id)
    edits = (Edit(before, replace(before, rhythm=rhythm)), *_settled(store, contact_id, now))
    return store.apply(Change(Verb.THINNER_RHYTHM, edits, contact_id), now=now)


def keep(store: "Store", contact_id: str, *, now: Now) -> Change:
    """Leave the rhythm as it is; it is asked again after three more skips."""
    change = Change(Verb.KEEP_RHYTHM, _settled(store, contact_id, now), contact_id)
    return store.apply(change, now=now) if change.edits else change


def set_for_tag(store: "Store", tag: str, rhythm: Rhythm | None, *, now: Now) -> Change:
    """How often to be in touch with whoever bears this tag and has no own rhythm; None: open."""
    before = next((r for r in store.tag_rhythms() if r.tag == tag), None)
    after = None
    if rhythm is not None:
        after = TagRhythm(before.id if before else new_id(now), tag, rhythm)
    change = Change(Verb.TAG_RHYTHM, () if before == after else (Edit(before, after),))
    return store.apply(change, now=now) if change.edits else change


def learned(reader: "Reader", contact_id: str, today: date) -> Rhythm | None:
    """The rhythm that was kept with a person until now; None where too little is known."""
    return learned_of(reader.timeline(contact_id), today)


def learned_of(acts: Iterable[Interaction], today: date) -> Rhythm | None:
    """The same, of the timeline of somebody."""
    return rules.learned(a.on for a in acts if a.kind not in NO_CONTACT and a.on <= today)


def of_tags(reader: "Reader", tags: tuple[str, ...]) -> Rhythm | None:
    """The rhythm that somebody without one of their own has by their tags."""
    return rules.of_tags(tags, {r.tag: r.rhythm for r in reader.tag_rhythms()})


def _settled(store: "Store", contact_id: str, now: Now) -> tuple[Edit, ...]:
    """The skips in a row, once they are answered."""
    (found,) = store.known_for([contact_id], now.today)
    skips = due.in_a_row(found.skips, found.last, now.today)
    return tuple(Edit(skip, replace(skip, settled=True)) for skip in skips)

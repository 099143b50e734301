"""Evening notes: what was written of a card becomes one change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.card_notes import CardNotes, merged
from app.domain.change import Change, Edit, Verb
from app.domain.folding import fold
from app.domain.gathering import Gathering
from app.domain.ids import new_id
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.domain.reminder import FollowUp, FollowUpKind
from app.usecases.beginnings import Room, first_follow_ups
from app.usecases.evenings import Evening, KnownCard, look_at
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


def finish(  # noqa: PLR0913 - which card, and what was seen and written
    store: "Store",
    evening: Evening,
    gathering: Gathering,
    contact_id: str,
    seen: CardNotes,
    wrote: CardNotes,
    *,
    now: Now,
) -> Change:
    """Notes on one card are finished, if only as "just seen"; finished again they are mended.

    Only what differs between `seen` and `wrote` is written, and with it at the first time: the
    exchange of cards where none is kept, and a first follow-up where there is none. One change.
    """
    gathering = store.gathering(gathering.id) or replace(gathering, id="")
    card = look_at(store, evening, gathering, known(store, contact_id), now.today)
    notes = merged(card.notes, seen, wrote)
    act, edits = _exchange(card, gathering, notes, now)
    edits += _contact(card, act.on, notes)
    edits += _promise(card, act, notes, now)
    edits += _lines(card.pleases, notes.pleases, RemarkKind.PLEASES, card, act, now)
    edits += _lines(card.faces, notes.faces, RemarkKind.FACE, card, act, now)
    if not card.is_done:
        edits += [Edit(None, f) for f in _first_follow_up(store, card, act.on, now)]
    real = tuple(edit for edit in edits if edit.before != edit.after)
    change = Change(Verb.NOTES, real, contact_id)
    return store.apply(change, now=now) if real else change


def _exchange(
    card: KnownCard, gathering: Gathering, notes: CardNotes, now: Now
) -> tuple[Interaction, list[Edit]]:
    """The entry "exchanged cards" of this person alone: what is written of one is not on the
    timeline of another.
    """
    contact_id, before = card.contact.id, card.act
    place = gathering.name if gathering.id else card.contact.met.gathering
    if before is None:
        made = Interaction(new_id(now), Kind.CARDS, Initiative.BOTH, card.on, (contact_id,))
        made = replace(made, place=place, gathering=gathering.id or None)
    else:
        made = replace(
            before, place=before.place or place, gathering=before.gathering or gathering.id or None
        )
    made = replace(
        made,
        contact_ids=(contact_id,),
        note=notes.talked or None,
        noted_on=made.noted_on or now.today,
    )
    if before is None:
        return made, [Edit(None, made)]
    if before.contact_ids == (contact_id,):
        return made, [Edit(before, made)]
    own = replace(made, id=new_id(now))
    rest = replace(before, contact_ids=tuple(i for i in before.contact_ids if i != contact_id))
    return own, [Edit(before, rest), Edit(None, own)]


def _contact(card: KnownCard, on: date, notes: CardNotes) -> list[Edit]:
    before = card.contact
    met = before.met if before.met.on is not None else replace(before.met, on=on)
    return [Edit(before, replace(before, met=met, rhythm=notes.rhythm))]


def _promise(card: KnownCard, act: Interaction, notes: CardNotes, now: Now) -> list[Edit]:
    before = card.promise
    if not notes.promise:
        return [Edit(before, None)] if before is not None else []
    if before is None:
        made = Promise(new_id(now), card.contact.id, Side.ME, notes.promise, now.today)
        return [Edit(None, replace(made, due=notes.due, act=act.id))]
    after = replace(before, text=notes.promise, due=notes.due, act=act.id)
    return [Edit(before, after)]


def _lines(
    before: Sequence[Remark],
    lines: Sequence[str],
    kind: RemarkKind,
    card: KnownCard,
    act: Interaction,
    now: Now,
) -> Iterator[Edit]:
    """Lines that stay keep their record, mended ones too, as far as there are any to mend."""
    by_words = {fold(remark.text): remark for remark in before}
    new = [line for line in lines if fold(line) not in by_words]
    wanted = {fold(line): line for line in lines}
    gone = [remark for words, remark in by_words.items() if words not in wanted]
    for words, remark in by_words.items():
        if words in wanted:
            yield Edit(remark, replace(remark, text=wanted[words], act=_of(remark, card, act)))
    mended = min(len(gone), len(new))
    for remark, line in zip(gone, new, strict=False):
        yield Edit(remark, replace(remark, text=line, act=_of(remark, card, act)))
    for remark in gone[mended:]:
        yield Edit(remark, None)
    # Ids of one moment are in no order, and lines are shown in the order of theirs.
    ids = sorted(new_id(now) for _ in new[mended:])
    for remark_id, line in zip(ids, new[mended:], strict=True):
        made = Remark(remark_id, card.contact.id, kind, line, now.today, act=act.id)
        yield Edit(None, made)


def _of(remark: Remark, card: KnownCard, act: Interaction) -> str | None:
    """A remark follows the exchange that it was written after, where that became its own entry."""
    return act.id if card.act is not None and remark.act == card.act.id else remark.act


def _first_follow_up(reader: "Reader", card: KnownCard, on: date, now: Now) -> list[FollowUp]:
    laid = any(
        isinstance(record, FollowUp)
        and (record.kind is FollowUpKind.FIRST or record.closed is None)
        for record in reader.records_about(card.contact.id)
    )
    return [] if laid else first_follow_ups(Room.of(reader, now), {card.contact.id: on}, now)

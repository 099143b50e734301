"""The timeline: log what happened, mend an entry, take one away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.errors import NotFoundError
from app.domain.ids import new_id
from app.domain.interaction import WRITTEN_OR_CALLED, Initiative, Interaction, Kind
from app.domain.now import Now
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

REPLY_WITHIN_DAYS = 60
"""What they write later than this after my letter is a voice of their own, not a reply."""


class Answers(Enum):
    """Whether a new entry answers an earlier one."""

    AUTO = "auto"  # found by `answered_by`


def usual_initiative(kind: Kind) -> Initiative:
    """Who started it, where the person did not say: meeting and handing over cards take two."""
    return Initiative.BOTH if kind in {Kind.MET, Kind.CARDS} else Initiative.UNKNOWN


def note(  # noqa: PLR0913 - one argument for each thing that an entry says
    store: "Store",
    contact_ids: Sequence[str],
    text: str | None,
    *,
    now: Now,
    kind: Kind = Kind.NOTE,
    initiative: Initiative | None = None,
    on: date | None = None,
    place: str | None = None,
    answers: Answers | str | None = Answers.AUTO,
) -> Change:
    """Write an entry on the timeline of one or several people.

    `answers` is the entry that this one replies to: found by itself, named, or None for "they
    reached out".
    """
    act = entry(
        store,
        contact_ids,
        text,
        now=now,
        kind=kind,
        initiative=initiative,
        on=on,
        place=place,
        answers=answers,
    )
    subject = act.contact_ids[0] if len(act.contact_ids) == 1 else None
    return store.apply(Change(Verb.LOG, (Edit(None, act),), subject), now=now)


def entry(  # noqa: PLR0913 - as `note`, which writes it
    store: "Store",
    contact_ids: Sequence[str],
    text: str | None,
    *,
    now: Now,
    kind: Kind = Kind.NOTE,
    initiative: Initiative | None = None,
    on: date | None = None,
    place: str | None = None,
    answers: Answers | str | None = Answers.AUTO,
) -> Interaction:
    """The entry that `note` writes, not written yet."""
    day, whom = on or now.today, tuple(dict.fromkeys(contact_ids))
    act = Interaction(
        new_id(now, after=store.newest_entry(whom, day)),
        kind,
        usual_initiative(kind) if initiative is None else initiative,
        day,
        whom,
        note=_text(text),
        place=_text(place),
        answers=answers if isinstance(answers, str) else None,
    )
    for contact_id in act.contact_ids:
        known(store, contact_id)
    return replace(act, answers=answered_by(store, act)) if answers is Answers.AUTO else act


def answered_by(reader: "Reader", act: Interaction) -> str | None:
    """The entry of mine that a message from them replies to, as far as can be told.

    That is their newest earlier message or call, if it is mine, nobody answered it yet, and it is
    not older than sixty days. For several people it must be the same one for all.
    """
    if act.initiative is not Initiative.THEM or act.kind not in WRITTEN_OR_CALLED:
        return None
    found = {_last_of_mine(reader.timeline(person), act) for person in act.contact_ids}
    return found.pop() if len(found) == 1 else None


def _last_of_mine(timeline: Sequence[Interaction], act: Interaction) -> str | None:
    earlier = [
        other
        for other in timeline
        if other.kind in WRITTEN_OR_CALLED and other.on <= act.on and other.id != act.id
    ]
    if not earlier:
        return None
    newest = earlier[0]
    answered = any(other.answers == newest.id for other in timeline if other.id != act.id)
    recent = act.on - newest.on <= timedelta(REPLY_WITHIN_DAYS)
    return newest.id if newest.initiative is Initiative.ME and recent and not answered else None


def edit(store: "Store", before: Interaction, after: Interaction, *, now: Now) -> Change:
    """Mend an entry; `before` is what the person saw. An entry that can no longer be a reply is
    none.
    """
    after = replace(after, id=before.id, note=_text(after.note), place=_text(after.place))
    if after.initiative is not Initiative.THEM or after.kind not in WRITTEN_OR_CALLED:
        after = replace(after, answers=None)
    subject = after.contact_ids[0] if len(after.contact_ids) == 1 else None
    change = Change(Verb.EDIT_INTERACTION, (Edit(before, after),), subject)
    return change if after == before else store.apply(change, now=now)


def delete(store: "Store", interaction_id: str, *, now: Now) -> Change:
    """Take an entry away; a reply to it becomes a voice of its own."""
    act = store.interaction(interaction_id)
    if act is None:
        raise NotFoundError(interaction_id)
    replies = {
        other.id: other
        for person in act.contact_ids
        for other in store.timeline(person)
        if other.answers == act.id
    }
    edits = [Edit(reply, replace(reply, answers=None)) for reply in replies.values()]
    subject = act.contact_ids[0] if len(act.contact_ids) == 1 else None
    change = Change(Verb.DELETE_INTERACTION, (*edits, Edit(act, None)), subject)
    return store.apply(change, now=now)


def _text(text: str | None) -> str | None:
    return (text.strip() or None) if text else None

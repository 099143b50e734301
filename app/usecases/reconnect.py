"""Reconnecting: done, later, not this time; and the follow-up that a person types."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.due import is_due
from app.domain.errors import NotFoundError
from app.domain.ids import new_id
from app.domain.interaction import NO_CONTACT, Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.reminder import Closed, FollowUp, FollowUpKind, Skip, Snooze
from app.usecases.log import answered_by
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.store import Store


def done(
    store: "Store",
    contact_id: str,
    *,
    now: Now,
    kind: Kind = Kind.MESSAGE,
    initiative: Initiative = Initiative.ME,
    note: str | None = None,
) -> Change:
    """We were in touch: an entry of today; every follow-up that it settles is closed, and what I
    promised by today is kept.
    """
    if kind in NO_CONTACT:
        raise ValueError(kind)
    known(store, contact_id)
    text = (note or "").strip() or None
    act_id = new_id(now, after=store.newest_entry((contact_id,), now.today))
    act = Interaction(act_id, kind, initiative, now.today, (contact_id,), note=text)
    act = replace(act, answers=answered_by(store, act))
    settled = _closed(store.follow_ups(contact_id), Closed.DONE, now, with_first=True)
    settled += [
        Edit(promise, replace(promise, kept_on=now.today))
        for promise in store.promises(contact_id)
        if is_due(promise, now.today)
    ]
    return store.apply(Change(Verb.RECONNECT, (Edit(None, act), *settled), contact_id), now=now)


def later(store: "Store", contact_id: str, until: date, *, now: Now) -> Change:
    """Nothing of this person is due before `until`, a day to come."""
    if until <= now.today:
        raise ValueError(until)
    known(store, contact_id)
    snooze = Snooze(new_id(now), contact_id, now.today, until)
    return store.apply(Change(Verb.LATER, (Edit(None, snooze),), contact_id), now=now)


def skip(store: "Store", contact_id: str, *, now: Now) -> Change:
    """Not this time: what is due of this person today rests for this round."""
    known(store, contact_id)
    settled = _closed(store.follow_ups(contact_id), Closed.SKIPPED, now, with_first=False)
    made = Edit(None, Skip(new_id(now), contact_id, now.today))
    return store.apply(Change(Verb.SKIP, (made, *settled), contact_id), now=now)


def set_follow_up(
    store: "Store",
    contact_id: str,
    due: date,
    note: str | None = None,
    *,
    now: Now,
    replaces: FollowUp | None = None,
) -> Change:
    """A dated reminder for this person, or a new day or note for one that is there."""
    known(store, contact_id)
    text = (note or "").strip() or None
    if replaces is None:
        made = FollowUp(new_id(now), contact_id, FollowUpKind.TYPED, due, now.today, note=text)
    else:
        made = replace(replaces, due=due, note=text, kind=FollowUpKind.TYPED)
    change = Change(Verb.FOLLOW_UP, (Edit(replaces, made),), contact_id)
    return change if made == replaces else store.apply(change, now=now)


def drop_follow_up(store: "Store", contact_id: str, follow_up_id: str, *, now: Now) -> Change:
    """Take a follow-up away."""
    found = next((f for f in store.follow_ups(contact_id) if f.id == follow_up_id), None)
    if found is None:
        raise NotFoundError(follow_up_id)
    return store.apply(Change(Verb.FOLLOW_UP, (Edit(found, None),), contact_id), now=now)


def _closed(
    follow_ups: Iterable[FollowUp], how: Closed, now: Now, *, with_first: bool
) -> list[Edit]:
    """What is due is closed; with `with_first` also a first follow-up whose day has not come."""
    return [
        Edit(f, replace(f, closed=how, closed_on=now.today))
        for f in follow_ups
        if f.closed is None
        and (f.due <= now.today or (with_first and f.kind is FollowUpKind.FIRST))
    ]

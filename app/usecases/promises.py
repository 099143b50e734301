"""Promises: made, mended, kept, taken away."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.ids import new_id
from app.domain.now import Now
from app.domain.promise import Promise, Side
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.store import Store


def make(
    store: "Store",
    contact_id: str,
    text: str,
    *,
    now: Now,
    by: Side = Side.ME,
    due: date | None = None,
) -> Change:
    """Something is promised, to this person or by them. Raises ValueError for an empty text."""
    known(store, contact_id)
    promise = Promise(new_id(now), contact_id, by, said(text), now.today, due)
    return store.apply(Change(Verb.PROMISE, (Edit(None, promise),), contact_id), now=now)


def mend(store: "Store", before: Promise, after: Promise, *, now: Now) -> Change:
    """Other words, another day; `before` is what the person saw."""
    after = replace(after, id=before.id, contact_id=before.contact_id, text=said(after.text))
    change = Change(Verb.PROMISE, (Edit(before, after),), before.contact_id)
    return change if after == before else store.apply(change, now=now)


def keep(store: "Store", before: Promise, *, now: Now) -> Change:
    """It is kept, today."""
    after = replace(before, kept_on=now.today)
    change = Change(Verb.KEEP_PROMISE, (Edit(before, after),), before.contact_id)
    return store.apply(change, now=now)


def drop(store: "Store", before: Promise, *, now: Now) -> Change:
    """It was none: taken away as if it had not been written."""
    change = Change(Verb.DROP_PROMISE, (Edit(before, None),), before.contact_id)
    return store.apply(change, now=now)


def said(text: str) -> str:
    """One line without edges; ValueError where nothing is left."""
    line = " ".join(text.split())
    if not line:
        raise ValueError("a line needs words")
    return line

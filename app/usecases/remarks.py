"""Remarks: the short lines about a person, added, mended, laid to the past."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.folding import fold
from app.domain.ids import new_id
from app.domain.now import Now
from app.domain.remark import Remark, RemarkKind
from app.usecases.people import known
from app.usecases.promises import said

if TYPE_CHECKING:
    from app.store.store import Store


def add(store: "Store", contact_id: str, kind: RemarkKind, text: str, *, now: Now) -> Change:
    """One more line of a kind; the same words once more change nothing. ValueError if empty."""
    known(store, contact_id)
    remark = Remark(new_id(now), contact_id, kind, said(text), now.today)
    same = (
        other
        for other in store.remarks(contact_id)
        if other.kind is kind and other.past_on is None and fold(other.text) == fold(remark.text)
    )
    if next(same, None) is not None:
        return Change(Verb.REMARK, (), contact_id)
    return store.apply(Change(Verb.REMARK, (Edit(None, remark),), contact_id), now=now)


def mend(store: "Store", before: Remark, text: str, *, now: Now) -> Change:
    """Other words; `before` is what the person saw."""
    return _changed(store, before, replace(before, text=said(text)), now)


def lay_aside(store: "Store", before: Remark, *, now: Now) -> Change:
    """It holds no more, and stays to be read among the past."""
    return _changed(store, before, replace(before, past_on=now.today), now)


def drop(store: "Store", before: Remark, *, now: Now) -> Change:
    """Taken away as if it had not been written."""
    change = Change(Verb.REMARK, (Edit(before, None),), before.contact_id)
    return store.apply(change, now=now)


def _changed(store: "Store", before: Remark, after: Remark, now: Now) -> Change:
    change = Change(Verb.REMARK, (Edit(before, after),), before.contact_id)
    return change if after == before else store.apply(change, now=now)

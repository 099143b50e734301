"""What was written while the clock was far ahead: found by the log of changes, dated anew on wish.

Such a record speaks of days to come: a follow-up "in a week" waits for years, and a contact that
came about does not count yet. Nothing is mended by itself, for the clock may be wrong now.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Record, Verb
from app.domain.due import LATELY_AHEAD_DAYS
from app.domain.interaction import Interaction
from app.domain.now import Now
from app.domain.promise import Promise
from app.domain.remark import Remark
from app.domain.reminder import FollowUp, Skip, Snooze

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

_DATED: dict[type, tuple[str, ...]] = {
    Interaction: ("on", "noted_on"),
    Skip: ("on",),
    Snooze: ("made_on", "until"),
    FollowUp: ("due", "anchor", "closed_on"),
    Promise: ("made_on", "due", "kept_on"),
    Remark: ("said_on", "past_on"),
}
"""What the clock dated, or the person while it was ahead."""


def misdated(reader: "Reader", now: Now) -> int:
    """How many records `mend` would date anew."""
    return sum(1 for _ in _edits(reader, now))


def mend(store: "Store", now: Now) -> Change:
    """Date them as if they were written today; a day they were to wait for stays as far away."""
    change = Change(Verb.MEND_DATES, tuple(_edits(store, now)))
    return store.apply(change, now=now) if change.edits else change


def _edits(reader: "Reader", now: Now) -> Iterator[Edit]:
    since = now.instant + timedelta(LATELY_AHEAD_DAYS)
    for record, written_on in reader.written_after(since):
        mended = _mended(record, now.today, written_on - now.today)
        if mended != record:
            yield Edit(record, mended)


def _mended(record: Record, today: date, ahead: timedelta) -> Record:
    days = {name: getattr(record, name) for name in _DATED.get(type(record), ())}
    later = {name: day - ahead for name, day in days.items() if day is not None and day > today}
    return replace(record, **later)

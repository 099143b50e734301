"""Gatherings from a calendar: what taking them would do, then taking those that are wanted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.folding import fold_name
from app.domain.gathering import Gathering
from app.domain.ids import new_id
from app.domain.now import Now
from app.interchange.calendars import read_calendar
from app.usecases.gatherings import tidy

if TYPE_CHECKING:
    from app.interchange.source import Source
    from app.store.reader import Reader
    from app.store.store import Store


class Outcome(Enum):
    """What taking an event of a calendar would do."""

    NEW = "new"
    CHANGED = "changed"  # the same UID: day, time, place or announcement are others now
    SAME = "same"  # it is there already
    MAYBE = "maybe"  # another has this name on this day: the same one, says who takes it


@dataclass(frozen=True, slots=True)
class PlannedGathering:
    """An event as read, what taking it would do, and the gathering that it is or may be."""

    read: Gathering
    outcome: Outcome
    known: Gathering | None = None

    def is_proposed(self, today: date) -> bool:
        """Whether it is taken unless the person says otherwise: news of one that is kept, and what
        is still to come. Whether two are the same, only the person says.
        """
        if self.outcome is Outcome.NEW:
            return self.read.is_ahead(today) and not self.read.called_off
        return self.outcome is Outcome.CHANGED


@dataclass(frozen=True, slots=True)
class CalendarsRead:
    """The gatherings of some calendars, and how many of their events could not be read."""

    gatherings: tuple[Gathering, ...] = ()
    unread: int = 0


def read(
    files: "Iterable[Source]", today: date, *, cancelled: Callable[[], bool] | None = None
) -> CalendarsRead:
    """Read calendars (.ics, known by content) in a child process. Needs no store.

    Raises as `calendars.read_calendar`: for one file that is none, nothing is taken of the others.
    """
    found = [read_calendar(file, today, cancelled=cancelled) for file in files]
    gatherings = tuple(g for one in found for g in one.gatherings)
    return CalendarsRead(gatherings, sum(one.unread for one in found))


def plan(reader: "Reader", read: Sequence[Gathering]) -> tuple[PlannedGathering, ...]:
    """What taking each would do, in their order. Of several with one UID the last counts."""
    last = {g.uid or "": g for g in read}
    known = reader.gatherings_by_uid(last)
    by_name = {
        (fold_name(row.gathering.name), row.gathering.on): row.gathering
        for row in reader.gathering_rows()
        if row.gathering.uid is None
    }
    found: list[PlannedGathering] = []
    for uid, gathering in last.items():
        same = known.get(uid)
        alike = by_name.get((fold_name(gathering.name), gathering.on))
        if same is not None:
            outcome = Outcome.SAME if _news(same, gathering) == same else Outcome.CHANGED
            found.append(PlannedGathering(gathering, outcome, same))
        elif alike is not None:
            found.append(PlannedGathering(gathering, Outcome.MAYBE, alike))
        else:
            found.append(PlannedGathering(gathering, Outcome.NEW))
    return tuple(found)


def take(store: "Store", wanted: Iterable[PlannedGathering], *, now: Now) -> Change:
    """Take these, as one change; of one that is kept only what a calendar says of it changes, never
    its name, its people or what the person wrote.
    """
    edits: list[Edit] = []
    for planned in wanted:
        if planned.known is None:
            edits.append(Edit(None, tidy(replace(planned.read, id=new_id(now)))))
            continue
        after = _news(planned.known, planned.read)
        if after != planned.known:
            edits.append(Edit(planned.known, after))
    change = Change(Verb.IMPORT_GATHERINGS, tuple(edits))
    return store.apply(change, now=now) if edits else change


def _news(known: Gathering, read: Gathering) -> Gathering:
    """A kept gathering with what its calendar says now."""
    return tidy(
        replace(
            known,
            on=read.on,
            until=read.until,
            starts=read.starts,
            ends=read.ends,
            zone=read.zone,
            place=read.place or known.place,
            series=known.series or read.series,
            about=read.about or known.about,
            uid=read.uid,
            called_off=read.called_off,
        )
    )

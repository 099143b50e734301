"""How a new person begins: the exchange of cards on the timeline, and the first follow-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.change import Edit
from app.domain.contact import Met
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.first_follow_up import is_newly_met, lay
from app.domain.ids import new_id
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.reminder import FollowUp, FollowUpKind
from app.usecases.daily import daily_number
from app.usecases.days_off import days_off

if TYPE_CHECKING:
    from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Room:
    """How many first follow-ups a day may hold, how many each holds, and which days rest."""

    daily: int
    taken: Mapping[date, int]
    days_off: DaysOff = EVERY_DAY_COUNTS

    @classmethod
    def of(cls, reader: "Reader", now: Now) -> "Room":
        """As the store stands."""
        load = reader.first_follow_up_load(now.today)
        return cls(daily_number(reader), load, days_off(reader, now.today))


def begin(room: Room, people: Mapping[str, Met], now: Now, *, met: bool) -> list[Edit]:
    """What comes with new people, who are given by id: cards exchanged on the day they bear, and
    follow-ups for those newly met.

    `met` says that the person met all of them just now, however old the dates on the cards.
    """
    today = now.today
    records: list[Interaction | FollowUp] = [
        Interaction(
            new_id(now),
            Kind.CARDS,
            Initiative.BOTH,
            how.on,
            (contact_id,),
            place=how.gathering,
            gathering=how.gathering_id,
        )
        for contact_id, how in people.items()
        if how.on is not None
    ]
    anchors = {
        contact_id: how.on or today
        for contact_id, how in people.items()
        if met or is_newly_met(how.on, today)
    }
    if anchors:
        records += first_follow_ups(room, anchors, now)
    return [Edit(None, record) for record in records]


def first_follow_ups(room: Room, anchors: Mapping[str, date], now: Now) -> list[FollowUp]:
    """First follow-ups of people by the day on which cards were exchanged."""
    laid = lay(anchors.items(), now.today, room.daily, room.taken, room.days_off)
    # Ids of one moment are in no order; people of one day are due in the order of their ids.
    ids = sorted(new_id(now) for _ in laid)
    return [
        FollowUp(follow_up_id, contact_id, FollowUpKind.FIRST, due, anchors[contact_id])
        for follow_up_id, (contact_id, due) in zip(ids, laid, strict=True)
    ]

"""How a new person begins: the exchange of cards on the timeline, and the first follow-up."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.domain.change import Edit
from app.domain.contact import Contact
from app.domain.first_follow_up import is_newly_met, lay
from app.domain.ids import new_id
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.reminder import FollowUp, FollowUpKind
from app.usecases.daily import daily_number

if TYPE_CHECKING:
    from app.store.reader import Reader


def begin(reader: "Reader", contacts: Sequence[Contact], now: Now, *, met: bool) -> list[Edit]:
    """What comes with new people: cards exchanged on the day they bear, and follow-ups for those
    newly met.

    `met` says that the person met all of them just now, however old the dates on the cards.
    """
    today = now.today
    records: list[Interaction | FollowUp] = [
        Interaction(
            new_id(now),
            Kind.CARDS,
            Initiative.BOTH,
            c.met.on,
            (c.id,),
            place=c.met.gathering,
            gathering=c.met.gathering_id,
        )
        for c in contacts
        if c.met.on is not None
    ]
    anchors = {c.id: c.met.on or today for c in contacts if met or is_newly_met(c.met.on, today)}
    if anchors:
        records += first_follow_ups(reader, anchors, now)
    return [Edit(None, record) for record in records]


def first_follow_ups(reader: "Reader", anchors: Mapping[str, date], now: Now) -> list[FollowUp]:
    """First follow-ups of people by the day on which cards were exchanged."""
    load = reader.first_follow_up_load(now.today)
    laid = lay(anchors.items(), now.today, daily_number(reader), load)
    # Ids of one moment are in no order; people of one day are due in the order of their ids.
    ids = sorted(new_id(now) for _ in laid)
    return [
        FollowUp(follow_up_id, contact_id, FollowUpKind.FIRST, due, anchors[contact_id])
        for follow_up_id, (contact_id, due) in zip(ids, laid, strict=True)
    ]

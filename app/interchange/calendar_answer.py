"""What the calendar child says to its parent."""

import msgspec

from app.domain.gathering import Gathering
from app.interchange.errors import CalendarTrouble


class CalendarRead(msgspec.Struct):
    """What a calendar holds: gatherings without ids by their day, and how many events could not be
    read; or why it is refused.
    """

    gatherings: tuple[Gathering, ...] = ()
    unread: int = 0
    trouble: CalendarTrouble | None = None

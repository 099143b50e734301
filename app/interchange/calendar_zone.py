"""Which zone a time of a calendar is in, and what the clock at that place says."""

from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_UTC = frozenset("UTC UCT GMT GMT0 GMT+0 GMT-0 Greenwich Universal Zulu".split())
"""What the IANA database calls UTC, also behind `Etc/`: nobody lives there."""


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def zone_of(tzid: str) -> str | None:
    """The IANA zone that a TZID means: one itself, one behind a path (RFC 5545, 3.2.19), or the
    name that Windows has for it; None where it is anybody's own.
    """
    name = tzid.strip().strip('"')
    for known in (name, WINDOWS_TO_OLSON.get(name, "")):
        if known in _zones():
            return known
    parts = name.split("/")
    for length in (3, 2):
        tail = "/".join(parts[-length:])
        if len(parts) > length and tail in _zones():
            return tail
    return None


class Clock:
    """Reads the times of one calendar; `zone` is the one it says it is shown in, where it does."""

    def __init__(self, zone: str | None) -> None:
        self._zone = zone

    def read(self, moment: date, tzid: str | None) -> tuple[datetime, str | None]:
        """The clock at the place, and its IANA zone; a whole day begins at midnight.

        A time in UTC is that of the calendar's zone, else of this computer; so is one of a zone
        that only the calendar itself describes. A floating time is what any clock says (RFC 5545,
        3.3.5).
        """
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time()), None
        if moment.tzinfo is None:
            return moment, None
        known = zone_of(tzid) if tzid else None
        if known is not None and known.removeprefix("Etc/") in _UTC:
            known = None
        if known is not None:
            return moment.replace(tzinfo=None), known
        if self._zone is not None:
            there = moment.astimezone(ZoneInfo(self._zone))
            return there.replace(tzinfo=None), self._zone
        return moment.astimezone(UTC).astimezone().replace(tzinfo=None), None

"""Reading a calendar (RFC 5545) into gatherings. Runs in a child process: the bytes are hostile."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import rruleset, rrulestr

from app.domain.gathering import Gathering
from app.domain.series_name import series_of
from app.interchange import charset
from app.interchange.calendar_answer import CalendarRead
from app.interchange.calendar_parts import Calendar, calendars_in
from app.interchange.calendar_zone import Clock, zone_of
from app.interchange.errors import CalendarTrouble
from app.interchange.plain_text import plain_line, plain_text
from app.interchange.sniff import is_calendar

MOST_EVENTS = 10_000
NEXT = 4
"""So many of the next occurrences of a repeating event are taken."""
_NESTING = 6
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")
_NAME, _PLACE, _ABOUT, _UID = 300, 300, 4_000, 500
_MORNING = time(6)
_DAYS_AT_MOST = 366
_FREQUENCIES = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")


def read_calendar(data: bytes, today: date) -> CalendarRead:
    """The gatherings of a calendar; of a repeating event the next ones from `today` on, or where
    it is over its last.
    """
    wide, mark = charset.of_file(data)
    rest = data[mark:]
    text = rest.decode(wide, "replace") if wide else charset.decode(rest).text
    text = text.translate(_CONTROLS)
    if not is_calendar(text):
        return CalendarRead(trouble=CalendarTrouble.NOT_A_CALENDAR)
    if trouble := _refused(text):
        return CalendarRead(trouble=trouble)
    gatherings: list[Gathering] = []
    calendars, unread = calendars_in(text)
    for calendar in calendars:
        events = _by_uid(calendar)
        clock = Clock(zone_of(str(calendar.get("X-WR-TIMEZONE", ""))))
        off = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for uid, same in events.items():
            try:
                gatherings += _Events(uid, same, clock, off=off).gatherings(today)
            except Exception:  # noqa: BLE001 - whatever is wrong with an event costs that event
                unread += 1
    if not gatherings:
        nothing = CalendarTrouble.TOO_HARD if unread else CalendarTrouble.NOTHING
        return CalendarRead(trouble=nothing)
    return CalendarRead(tuple(sorted(gatherings, key=_order)), unread)


def _order(gathering: Gathering) -> tuple[date, time, str]:
    return gathering.on, gathering.starts or time(), gathering.name


def _refused(text: str) -> CalendarTrouble | None:
    """Why a text is not even parsed."""
    depth = events = 0
    for line in text.splitlines():
        word = line[:20].upper().replace(" ", "")
        if word.startswith("BEGIN:"):
            depth += 1
            events += word.startswith("BEGIN:VEVENT")
        elif word.startswith("END:"):
            depth -= 1
        if depth > _NESTING:
            return CalendarTrouble.TOO_HARD
    return CalendarTrouble.TOO_LARGE if events > MOST_EVENTS else None


def _by_uid(calendar: Calendar) -> dict[str, list[Any]]:
    """Events by UID, in the order of the file; one without is known by what it says."""
    found: dict[str, list[Any]] = {}
    for event in calendar.walk("VEVENT"):
        uid = plain_line(str(event.get("UID", "")), _UID)
        if not uid:
            uid = f"{event.get('SUMMARY', '')} {_when(event.get('DTSTART'))}"
            uid = plain_line(uid, _UID)
        found.setdefault(uid, []).append(event)
    return found


def _when(value: object) -> Any:
    """The date or time of a property; None where it has none that can be read."""
    try:
        return getattr(value, "dt", None)
    except Exception:  # noqa: BLE001 - a broken property says so in its own ways
        return None


def _tzid(value: Any) -> str | None:
    tzid = value.params.get("TZID")
    return str(tzid) if tzid else None


class _Events:
    """The events of one UID: one that may repeat, and those of its times that were changed."""

    def __init__(self, uid: str, events: list[Any], clock: Clock, *, off: bool) -> None:
        self._uid = uid
        self._clock = clock
        self._off = off
        whole = [e for e in events if _when(e.get("RECURRENCE-ID")) is None]
        self._main = max(whole, key=_sequence, default=None)
        self._changed = [e for e in events if _when(e.get("RECURRENCE-ID")) is not None]

    def gatherings(self, today: date) -> Iterator[Gathering]:
        """What is taken of them."""
        main = self._main
        changed = {self._written(_when(e["RECURRENCE-ID"]), e): e for e in self._changed}
        if main is not None and ("RRULE" in main or "RDATE" in main):
            for at in self._next(main, today):
                event = changed.get(at, main)
                start = self._local(at, main) if event is main else self._start(event)
                made = self._one(event, start, _of_day(self._uid, at))
                name = plain_line(str(main.get("SUMMARY", "")), _NAME) or made.name
                yield replace(made, series=series_of(name) or name)
            return
        if main is not None:
            yield self._one(main, self._start(main), self._uid)
        for at, event in changed.items():
            yield self._one(event, self._start(event), _of_day(self._uid, at))

    def _next(self, main: Any, today: date) -> list[datetime]:
        """The next times of a repeating event, else its last, on the clock it is written in: a
        rule in UTC knows no summer time.
        """
        start = self._written(_when(main["DTSTART"]), main)
        times = rruleset()
        for rule in _several(main.get("RRULE")):
            times.rrule(rrulestr(self._bounded(rule, main), dtstart=start))
        times.rdate(start)
        for extra in self._listed(main, "RDATE"):
            times.rdate(extra)
        for left in self._listed(main, "EXDATE"):
            times.exdate(left)
        now = datetime.combine(today, time())
        coming = times.xafter(now - timedelta(days=1), inc=True)
        found = list(islice((at for at in coming if self._local(at, main) >= now), NEXT))
        last = None if found else times.before(now)
        return found or ([last] if last is not None else [])

    def _bounded(self, rule: Any, main: Any) -> str:
        """A rule as dateutil wants it beside a start without a zone; ValueError for one that
        repeats within a day.
        """
        parts = rule.to_ical().decode().upper().split(";")
        if not any(part in _FREQUENCIES for part in parts):
            raise ValueError("a gathering repeats by days at most")
        kept = [part for part in parts if not part.startswith("UNTIL=")]
        for until in _several(rule.get("UNTIL")):
            at = self._written(until, main)
            if not isinstance(until, datetime):
                at = at.replace(hour=23, minute=59)
            kept.append(f"UNTIL={at:%Y%m%dT%H%M%S}")
        return ";".join(kept)

    def _written(self, moment: date, event: Any) -> datetime:
        """A moment on the clock in which the start of the (main) event is written."""
        begun = _when((self._main if self._main is not None else event)["DTSTART"])
        if not isinstance(begun, datetime) or not isinstance(moment, datetime):
            clock = begun.time() if isinstance(begun, datetime) else time()
            return datetime.combine(date(moment.year, moment.month, moment.day), clock)
        if moment.tzinfo is not None and begun.tzinfo is not None:
            moment = moment.astimezone(begun.tzinfo)
        return moment.replace(tzinfo=None)

    def _local(self, at: datetime, main: Any) -> datetime:
        """A time of the written clock on the clock at the place."""
        begun = _when(main["DTSTART"])
        if not isinstance(begun, datetime):
            return at
        return self._clock.read(at.replace(tzinfo=begun.tzinfo), _tzid(main["DTSTART"]))[0]

    def _listed(self, main: Any, name: str) -> Iterator[datetime]:
        for value in _several(main.get(name)):
            for one in getattr(value, "dts", ()):
                moment = _when(one)
                moment = moment[0] if isinstance(moment, tuple) else moment
                if isinstance(moment, date):
                    yield self._written(moment, main)

    def _start(self, event: Any) -> datetime:
        return self._clock.read(_when(event["DTSTART"]), _tzid(event["DTSTART"]))[0]

    def _one(self, event: Any, start: datetime, uid: str) -> Gathering:
        begin = event["DTSTART"]
        whole_day = not isinstance(_when(begin), datetime)
        _, zone = self._clock.read(_when(begin), _tzid(begin))
        end = start + _length(event, self._clock)
        if whole_day:
            end = max(start, end - timedelta(days=1))  # DTEND is the day after (3.8.2.2)
        name = plain_line(str(event.get("SUMMARY", "")), _NAME)
        place = plain_line(plain_text(str(event.get("LOCATION", "")), _PLACE), _PLACE)
        if not (name or place):
            raise ValueError("a gathering needs a name")
        return Gathering(
            "",
            name or place,
            start.date(),
            until=_last_day(start, end, whole_day=whole_day),
            starts=None if whole_day else _clock_time(start),
            ends=None if whole_day or end == start else _clock_time(end),
            zone=None if whole_day else zone,
            place=place or None,
            series=series_of(name),
            about=_about(event),
            uid=uid,
            called_off=self._off or str(event.get("STATUS", "")).upper() == "CANCELLED",
        )


def _sequence(event: Any) -> int:
    number = str(event.get("SEQUENCE", "0"))
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def _of_day(uid: str, at: datetime) -> str:
    return f"{uid}/{at:%Y%m%d}"


def _several(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    return value if type(value) is list else (value,)


def _length(event: Any, clock: Clock) -> timedelta:
    """How long an event takes: to its end, for its duration, a day or no time (3.6.1)."""
    start, end = event["DTSTART"], event.get("DTEND")
    begun, over = _when(start), _when(end)
    length = None
    if isinstance(over, datetime) and isinstance(begun, datetime):
        if begun.tzinfo and over.tzinfo and _tzid(end) != _tzid(start):
            length = over - begun
        else:
            length = clock.read(over, _tzid(end))[0] - clock.read(begun, _tzid(start))[0]
    elif isinstance(over, date) and not isinstance(over, datetime):
        length = over - begun if not isinstance(begun, datetime) else None
    elif isinstance(said := _when(event.get("DURATION")), timedelta):
        length = said
    if length is None or length < timedelta():
        length = timedelta() if isinstance(begun, datetime) else timedelta(days=1)
    return min(length, timedelta(days=_DAYS_AT_MOST))


def _last_day(start: datetime, end: datetime, *, whole_day: bool) -> date | None:
    """The last day of what takes several; an evening that ends in the night takes one."""
    if end.date() <= start.date():
        return None
    night = end.date() == start.date() + timedelta(days=1) and end.time() <= _MORNING
    return None if night and not whole_day else end.date()


def _clock_time(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _about(event: Any) -> str | None:
    text = plain_text(str(event.get("DESCRIPTION", "")), _ABOUT)
    link = plain_line(str(event.get("URL", "")), _UID)
    if link and link not in text:
        text = f"{text}\n{link}".strip()
    return text or None

"""Writing a calendar (RFC 5545): days of ours, for a phone to show.

Three things make a second import update what the first one brought: a UID made of the record's id
alone, and SEQUENCE and LAST-MODIFIED of the time of writing, so that the later file wins.
"""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, Todo, vRecur

from app.domain.calendar_day import CalendarDay, Form
from app.domain.now import Now

PRODUCER = "-//Enishi//Enishi//EN"
_OURS = UUID("2c5130ae-ba06-46a1-b77e-35db51865aec")
_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
_MOST = 2**31 - 1  # RFC 5545, 3.3.8
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")
_TITLE, _ABOUT = 200, 2_000


def write_calendar(
    days: Iterable[CalendarDay], *, form: Form, name: str, now: Now, alarm: time | None
) -> bytes:
    """The calendar of this name, written now, with an alarm at this time of each day
    that is still to come (None: no alarms). What repeats is an event in either form.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("name", _line(name, _TITLE))  # RFC 7986, 5.1
    calendar.add("x-wr-calname", _line(name, _TITLE))  # the same for who does not know it
    for day in days:
        calendar.add_component(_component(day, form, now, alarm))
    return bytes(calendar.to_ical())


def _component(day: CalendarDay, form: Form, now: Now, alarm: time | None) -> Event | Todo:
    task = form is Form.TASKS and not day.repeat
    made = Todo() if task else Event()
    title, written = _line(day.title, _TITLE), now.instant.astimezone(UTC).replace(microsecond=0)
    # A program that has both must not take one for the other: one UID, one kind (RFC 4791, 4.1).
    made.add("uid", str(uuid5(_OURS, f"{day.key} {made.name}")))
    made.add("dtstamp", written)
    made.add("last-modified", written)
    made.add("sequence", min(max(int((written - _BEGINNING).total_seconds()), 0), _MOST))
    made.add("due" if task else "dtstart", day.on)
    made.add("summary", title)
    if about := _lines(day.about, _ABOUT):
        made.add("description", about)
    made.add("class", "PRIVATE")  # who shares the calendar does not share this (3.8.1.3)
    if day.repeat:
        made.add("rrule", vRecur.from_ical(day.repeat.value))
    if not task:
        made.add("transp", "TRANSPARENT")  # nobody is busy because of a birthday
    if alarm is not None and (day.repeat or day.on >= now.today):
        made.add_component(_alarm(title, alarm, of_due=task))
    return made


def _alarm(title: str, at: time, *, of_due: bool) -> Alarm:
    """At a time of the day, counted from its beginning where the phone is; the title alone."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", title)
    after = timedelta(hours=at.hour, minutes=at.minute)
    made.add("trigger", after, parameters={"RELATED": "END"} if of_due else {})
    return made


def _line(text: str, most: int) -> str:
    """One line, without what steers a terminal or turns the direction of the words round it."""
    seen = (
        " " if unicodedata.category(c) == "Cc" else c
        for c in text
        if unicodedata.category(c) != "Cs" and c not in _DIRECTION
    )
    # The library takes a backslash before N for a line break, and would write one.
    line = " ".join("".join(seen).split()).replace("\\N", "\\n")
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _lines(text: str, most: int) -> str:
    whole = "\n".join(_line(line, most) for line in text.splitlines()).strip()
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"

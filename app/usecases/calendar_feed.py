"""The calendar feed: promises of mine, follow-ups and birthdays in one file that a phone can show.

It says who and what kind, and no more unless asked: a phone shows its calendar on the locked
screen, and most send it to whoever made the phone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain import names
from app.domain.calendar_day import CalendarDay, Form, birthday
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.domain.now import Now
from app.usecases.exporting import put
from app.usecases.leap_days import leap_day
from app.usecases.notifying import notifying

if TYPE_CHECKING:
    from app.store.reader import Reader


class What(StrEnum):
    """What of the store goes into the calendar."""

    PROMISES = "promises"
    FOLLOW_UPS = "follow_ups"
    BIRTHDAYS = "birthdays"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted; `said`: with what was promised, and noted for the next contact."""

    what: frozenset[What] = frozenset(What)
    form: Form = Form.EVENTS
    said: bool = False


@dataclass(frozen=True, slots=True)
class FeedWords:
    """What the calendar and its days are called; `{name}` stands for the person."""

    calendar: str
    promise: str
    follow_up: str
    birthday: str


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What was written."""

    path: Path
    days: int


class NothingToWriteError(ExpectedError):
    """The calendar would be empty, and is not written: a calendar may not be (RFC 5545, 3.6)."""


def count(reader: "Reader", now: Now) -> dict[What, int]:
    """How many days there are of each."""
    found = reader.agenda(now.today)
    return {
        What.PROMISES: len(found.promises),
        What.FOLLOW_UPS: len(found.follow_ups),
        What.BIRTHDAYS: len(found.birthdays),
    }


def write(
    reader: "Reader",
    path: Path,
    wanted: Wanted,
    words: FeedWords,
    *,
    now: Now,
    replace: bool = False,
) -> FeedOutcome:
    """Write the calendar, whole or not at all.

    Raises NothingToWriteError, and what `exporting.put` raises.
    """
    from app.interchange.calendar_write import write_calendar  # noqa: PLC0415 - slow to load

    days = list(_days(reader, wanted, words, now))
    if not days:
        raise NothingToWriteError
    alarm = notifying(reader, now.today).at
    content = write_calendar(days, form=wanted.form, name=words.calendar, now=now, alarm=alarm)
    put(path, content, replace=replace)
    return FeedOutcome(path, len(days))


def _days(reader: "Reader", wanted: Wanted, words: FeedWords, now: Now) -> Iterator[CalendarDay]:
    """Each on the day on which Today brings it up: who is put off comes when that is over."""
    found = reader.agenda(now.today)
    pledged = found.promises if What.PROMISES in wanted.what else ()
    laid = found.follow_ups if What.FOLLOW_UPS in wanted.what else ()
    born = found.birthdays if What.BIRTHDAYS in wanted.what else ()
    days = [
        *(
            (f"promise {p.id}", p.contact_id, p.due, words.promise, p.text)
            for p in pledged
            if p.due is not None
        ),
        *((f"follow-up {f.id}", f.contact_id, f.due, words.follow_up, f.note) for f in laid),
    ]
    people = reader.contacts(dict.fromkeys(contact_id for _, contact_id, *_ in days))
    called = {contact.id: _name(contact) for contact in people}
    for key, who, due, title, said in days:
        on = max(due, found.put_off.get(who, due))
        about = said or "" if wanted.said else ""
        yield CalendarDay(key, on, title.replace("{name}", called[who]), about)
    for contact, born_on in ((c, c.birthday) for c in born if c.birthday is not None):
        title = words.birthday.replace("{name}", _name(contact))
        key = f"birthday {contact.id}"
        yield birthday(key, born_on, title, now.today.year, leap_day(reader))


def _name(contact: Contact) -> str:
    return names.shown(contact) or "?"

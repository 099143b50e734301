"""Who is to be reminded of whom, as somebody would work it out by hand: a diary, one page a day.

Written from the words of the rules, and knowing nothing of `app.domain.due`: it walks through every
day from the first on, asleep or not, and keeps what is wanted until something came of it. Slow, and
meant to be obvious.
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import holidays

from app.domain.change import Change
from app.domain.contact import Contact
from app.domain.dates import LeapDay
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.reminder import FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import TagRhythm

Ask = tuple[str, date, str]
"""Kind, the day since which it is wanted, the record that it comes from."""

_WRITING = (Kind.MAIL, Kind.MESSAGE, Kind.LETTER)
_TALKING = (Kind.MET, Kind.CALL)
_ONE_DAY = timedelta(1)


Rests = Callable[[date], bool]
"""Whether a day is one off."""


@dataclass
class Page:
    """What stands in the diary of one person in the evening of a day."""

    day: date
    rests: Rests
    months: int | None = None
    last: date | None = None
    round: int = 1
    theirs: Interaction | None = None
    mine: list[Interaction] = field(default_factory=list)
    birthday: date | None = None
    skipped: set[str] = field(default_factory=set)


class Diary:
    """Everybody, with the records about them and the page of yesterday; the first is of `begun`."""

    def __init__(self, begun: date, leap_day: LeapDay) -> None:
        self.begun, self.leap_day = begun, leap_day
        self.records: dict[str, dict[tuple[str, str], object]] = {}
        self.tags: dict[str, TagRhythm] = {}
        self._pages: dict[str, Page] = {}
        self.rest()

    def rest(
        self, weekends: bool = False, country: str = "", away: Sequence[tuple[date, date]] = ()
    ) -> None:
        """Which days are off, from now on and for all pages: they are written anew."""
        feasts = holidays.country_holidays(country) if country else ()
        self._rests: Rests = lambda day: (
            (weekends and day.isoweekday() > 5)
            or day in feasts
            or any(first <= day <= last for first, last in away)
        )
        self._pages.clear()

    def heard(self, change: Change) -> None:
        """A change was written: from its earliest day on the pages are written anew."""
        for edit in change.edits:
            for record in (edit.before, edit.after):
                if record is None:
                    continue
                if isinstance(record, TagRhythm):
                    self.tags.pop(record.id, None)
                    self.tags |= {record.id: record} if record is edit.after else {}
                    self._pages.clear()
                    continue
                for who in _people(record):
                    key = (type(record).__name__, record.id)
                    own = self.records.setdefault(who, {})
                    own.pop(key, None)
                    if record is edit.after:
                        own[key] = record
                    self._tear_out(who, _first_day(record))

    def _tear_out(self, who: str, first: date) -> None:
        page = self._pages.get(who)
        if page is not None and first <= page.day:
            del self._pages[who]

    def asks(self, who: str, today: date) -> set[Ask]:
        """What is wanted of a person today."""
        records = list(self.records.get(who, {}).values())
        contact = next((r for r in records if isinstance(r, Contact)), None)
        if contact is None or contact.deleted_at is not None:
            return set()
        page = self._pages.get(who)
        if page is None or page.day >= today:
            page = Page(self.begun - _ONE_DAY, self._rests, self._months(contact), contact.met.on)
        what = _by_day(records)
        while page.day < today - _ONE_DAY:
            page = self._turned(page, contact, what)
        self._pages[who] = page
        return _wanted(self._turned(page, contact, what), contact, records)

    def _months(self, contact: Contact) -> int | None:
        """How many there may be between two contacts: as set for the person, else by their tags."""
        if contact.rhythm is not None:
            return contact.rhythm.least
        return min(
            (t.rhythm.least for t in self.tags.values() if t.tag in contact.tags), default=None
        )

    def _turned(self, before: Page, contact: Contact, what: dict[date, list[object]]) -> Page:
        """The next day's page."""
        day = before.day + _ONE_DAY
        page = copy(before)
        page.day, page.mine, page.skipped = day, list(before.mine), set(before.skipped)
        if _birthday(contact, day, self.leap_day):
            page.birthday = day
            page.skipped.discard("birthday")
        if day == contact.met.on:
            page.birthday = None
        entries = [r for r in what.get(day, ()) if isinstance(r, Interaction)]
        for act in sorted(entries, key=lambda a: a.id):
            _happened(page, act)
        if any(isinstance(r, Skip) for r in what.get(day, ())):
            _skipped(page, contact)
        return page


def _by_day(records: list[object]) -> dict[date, list[object]]:
    found: dict[date, list[object]] = {}
    for record in records:
        if isinstance(record, Interaction | Skip):
            found.setdefault(record.on, []).append(record)
    return found


def _people(record: object) -> tuple[str, ...]:
    if isinstance(record, Contact):
        return (record.id,)
    if isinstance(record, Interaction):
        return record.contact_ids
    return (record.contact_id,)  # type: ignore[attr-defined]  # every other record is about one


def _first_day(record: object) -> date:
    """From which day on a record counts in the diary; many only on the day that is asked for."""
    if isinstance(record, Interaction | Skip):
        return record.on
    return date.min if isinstance(record, Contact) else date.max


def _birthday(contact: Contact, day: date, leap_day: LeapDay) -> bool:
    born = contact.birthday
    if born is None or (born.year is not None and day.year < born.year):
        return False
    if (born.month, born.day) != (2, 29):
        return (day.month, day.day) == (born.month, born.day)
    is_leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    if is_leap:
        return (day.month, day.day) == (2, 29)
    return (day.month, day.day) == ((2, 28) if leap_day is LeapDay.BEFORE else (3, 1))


def _months_later(day: date, months: int) -> date:
    """The same number of the day, or the last that the month has."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for number in range(day.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            pass
    return date(year, month, day.day)


def _happened(page: Page, act: Interaction) -> None:
    if act.kind in (Kind.NOTE, Kind.CARDS):
        return
    page.last, page.round, page.birthday = act.on, 1, None
    talked, by_me = act.kind in _TALKING, act.initiative in (Initiative.ME, Initiative.BOTH)
    if talked or by_me:
        page.theirs = None
    elif act.initiative is Initiative.THEM and act.kind in _WRITING and act.answers is None:
        page.theirs = act
        page.skipped.discard("theirs")
    if act.initiative is Initiative.ME and act.kind is not Kind.MET:
        page.mine.append(act)
        page.skipped.discard("mine")
    else:
        page.mine = []


def _skipped(page: Page, contact: Contact) -> None:
    """What is wanted on this day rests for this round; promises do not."""
    if _waiting_letter(page) is not None:
        page.skipped.add("theirs")
    if _silent_letter(page) is not None:
        page.skipped.add("mine")
    if page.birthday is not None:
        page.skipped.add("birthday")
    while page.months and _rhythm_day(page, contact) <= page.day:
        page.round += 1


def _rhythm_day(page: Page, contact: Contact) -> date:
    """So many months after the last contact, or where there was none, after they came to be known
    (by the day in Greenwich: that is all that an id says).
    """
    assert page.months is not None
    known_since = datetime.fromtimestamp(int(contact.id.replace("-", "")[:12], 16) / 1000, UTC)
    return _months_later(page.last or known_since.date(), page.months * page.round)


def _waiting_letter(page: Page) -> Interaction | None:
    """They wrote: I owe an answer from the next day on, for three months."""
    letter = page.theirs
    if letter is None or "theirs" in page.skipped:
        return None
    return letter if _is_time(page, letter.on + _ONE_DAY, 90) else None


def _is_time(page: Page, first: date, days: int) -> bool:
    """From a day on, for so many days: those count from the first one that is not off."""
    working = first
    while page.rests(working):
        working += _ONE_DAY
    return first <= page.day < working + timedelta(days)


def _silent_letter(page: Page) -> Interaction | None:
    """I wrote, and for three weeks nothing came: one second note, and none after that."""
    if not page.mine or "mine" in page.skipped:
        return None
    *before, letter = page.mine
    if letter.kind not in (Kind.MAIL, Kind.LETTER) or letter.answers is not None:
        return None
    if any((letter.on - act.on).days <= 90 for act in before):
        return None
    return letter if _is_time(page, letter.on + timedelta(21), 70) else None


def _settled(wanted: FollowUp, entries: list[Interaction]) -> bool:
    for act in entries:
        if act.kind in (Kind.NOTE, Kind.CARDS):
            continue
        if wanted.kind is FollowUpKind.TYPED and act.on >= wanted.due:
            return True
        if wanted.kind is FollowUpKind.FIRST:
            if act.on > wanted.anchor:
                return True
            if act.on == wanted.anchor and (act.kind in _WRITING or act.kind is Kind.CALL):
                return True
    return False


def _wanted(page: Page, contact: Contact, records: list[object]) -> set[Ask]:
    today = page.day
    if any(isinstance(r, Snooze) and r.made_on <= today < r.until for r in records):
        return set()
    entries = [r for r in records if isinstance(r, Interaction) and r.on <= today]
    written_down = [
        r
        for r in records
        if isinstance(r, FollowUp) and r.closed is None and not _settled(r, entries)
    ]
    found = _promised(records, today) | _born(page, contact, is_off=False)
    for wanted in written_down:
        if wanted.due <= today:
            first = wanted.kind is FollowUpKind.FIRST
            found.add(("first_follow_up" if first else "follow_up", wanted.due, wanted.id))
    if _is_off(page, records):
        given = ("promise", "follow_up")
        return {ask for ask in found if ask[0] in given} | _born(page, contact, is_off=True)
    found |= _by_letter(page)
    if page.months is not None and not written_down:
        since = _rhythm_day(page, contact)
        if since <= today:
            found.add(("rhythm", since, contact.id))
    return found


def _is_off(page: Page, records: list[object]) -> bool:
    """A day off, unless "later" named a day of these very days off."""
    for record in records:
        if isinstance(record, Snooze) and record.until <= page.day:
            between = range((page.day - record.until).days + 1)
            if all(page.rests(record.until + timedelta(n)) for n in between):
                return False
    return page.rests(page.day)


def _promised(records: list[object], today: date) -> set[Ask]:
    mine = [r for r in records if isinstance(r, Promise) and r.by is Side.ME and r.kept_on is None]
    return {("promise", p.due, p.id) for p in mine if p.due is not None and p.due <= today}


def _by_letter(page: Page) -> set[Ask]:
    theirs, mine = _waiting_letter(page), _silent_letter(page)
    found = {("waits_for_me", theirs.on, theirs.id)} if theirs is not None else set()
    return found | ({("unanswered", mine.on, mine.id)} if mine is not None else set())


def _born(page: Page, contact: Contact, *, is_off: bool) -> set[Ask]:
    """A wish may come a month late, but not on a day off; of whom I am not in touch with, nor mean
    to be, none does.
    """
    day = page.birthday
    if day is None or "birthday" in page.skipped or (page.day - day).days > 30:
        return set()
    if is_off and day != page.day:
        return set()
    return {("birthday", day, contact.id)} if page.last or page.months else set()

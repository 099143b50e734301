"""Outlooks as they lie in the store: derived at the end of each write, asked for each day."""

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sqlalchemy import Connection

from app.domain.asking import Asking, asking
from app.domain.dates import Birthday, LeapDay
from app.domain.due import ORDER, Known, ReasonKind, person_due
from app.domain.outlook import Outlook, outlook
from app.domain.windows import (
    BELATED_DAYS,
    SILENCE_DAYS,
    birthday_kept,
    letters_from,
    messages_from,
)
from app.store import reminders
from app.store.inserting import Row, insert_rows
from app.store.records import AT_ONCE, chunks, marks
from app.store.reminders import Day

_PROMISE, _FOLLOW_UP = ORDER[ReasonKind.PROMISE], ORDER[ReasonKind.FOLLOW_UP]
_FIRST, _THEIRS = ORDER[ReasonKind.FIRST_FOLLOW_UP], ORDER[ReasonKind.WAITS_FOR_ME]
_BIRTHDAY, _MINE = ORDER[ReasonKind.BIRTHDAY], ORDER[ReasonKind.UNANSWERED]
_RHYTHM = ORDER[ReasonKind.RHYTHM]

_CHECKED = 10_000
"""Of so many people, about, a check derives anew when they will ask."""
_INTO_ASKING = "INSERT INTO asking (kind, since, contact, evidence, person, last, every)"
_INTO_OUTLOOK = "INSERT INTO outlook (contact, latest, later)"

_UNTOLD = """
SELECT contact FROM outlook WHERE latest > :today
UNION ALL SELECT contact FROM outlook WHERE later BETWEEN :rests_from AND :today
UNION ALL SELECT contact FROM unsettled
"""
"""Whose outlook says nothing of this day: something that is known of them has not happened by then,
or they were put off until one of these very days off.
"""
_LATER = "SELECT contact FROM outlook WHERE later > :today"
_ASKING = f"""
SELECT kind, 0.0, since, evidence, person, every, contact FROM asking
WHERE kind IN ({_PROMISE}, {_FOLLOW_UP}) AND since <= :today
UNION ALL
SELECT kind, 0.0, since, evidence, person, every, contact FROM asking
WHERE kind = {_FIRST} AND since <= :today AND :works
UNION ALL
SELECT kind, 0.0, since, evidence, person, every, contact FROM asking
WHERE kind = {_THEIRS} AND since BETWEEN :messages AND :today - 1 AND :works
UNION ALL
SELECT a.kind, 0.0, b.day, a.person, a.person, a.every, a.contact
FROM (SELECT value ->> 0 AS code, value ->> 1 AS day FROM json_each(:birthdays)) b
CROSS JOIN asking a WHERE a.kind = {_BIRTHDAY} AND a.since = b.code AND a.last < b.day
UNION ALL
SELECT kind, 0.0, since, evidence, person, every, contact FROM asking
WHERE kind = {_MINE} AND since BETWEEN :letters AND :today - {SILENCE_DAYS} AND :works
UNION ALL
SELECT kind, CAST(last - :today AS REAL) / every, since, person, person, every, contact
FROM asking WHERE kind = {_RHYTHM} AND since <= :today AND :works
"""
"""The conditions of `domain.due.reasons` on a day. The rows come nearly in order."""


def refresh(connection: Connection, look: Callable[[], object] = lambda: None) -> None:
    """Derive anew the outlook of whoever was written about since it was last done. `look` is called
    all the while; it may raise.
    """
    numbers: tuple[int, ...] = (0,) * AT_ONCE
    while len(numbers) == AT_ONCE:
        rows = connection.exec_driver_sql(f"SELECT contact FROM unsettled LIMIT {AT_ONCE}")
        numbers = tuple(rows.scalars())
        look()
        if numbers:
            _refresh(connection, numbers)


def _refresh(connection: Connection, numbers: tuple[int, ...]) -> None:
    for table in ("asking", "outlook", "unsettled"):
        gone = f"DELETE FROM {table} WHERE contact IN ({marks(numbers)})"
        connection.exec_driver_sql(gone, numbers)
    asks, outlooks = derived(connection, numbers)
    insert_rows(connection, _INTO_ASKING, asks)
    insert_rows(connection, _INTO_OUTLOOK, outlooks)


def derived(connection: Connection, numbers: tuple[int, ...]) -> tuple[list[Row], list[Row]]:
    """The rows of these contacts (at most `AT_ONCE`) in both tables, sorted."""
    asks: list[Row] = []
    outlooks: list[Row] = []
    for n, known in reminders.known_for_good(connection, numbers):
        found = outlook(known)
        asks += _asks(n, known, found)
        if found.latest is not None or found.later is not None:
            outlooks.append((n, _ordinal(found.latest), _ordinal(found.later)))
    return sorted(asks), sorted(outlooks)


def _asks(n: int, known: Known, found: Outlook) -> Iterable[Row]:
    who = known.contact_id
    for ask in found.asks:
        last = 0 if ask.last is None else ask.last.toordinal()
        evidence = "" if ask.evidence == who else ask.evidence
        yield (ORDER[ask.kind], ask.since.toordinal(), n, evidence, who, last, ask.every)
    if found.birthday is not None:
        day = found.birthday.month * 100 + found.birthday.day
        yield (_BIRTHDAY, day, n, "", who, found.wished.toordinal(), 0)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def hold(connection: Connection) -> bool:
    """Whether what is kept is what would be derived now: of up to `_CHECKED` people, spread over
    all, and that nobody else is kept.
    """
    stray = (
        "SELECT 1 FROM unsettled",
        "SELECT contact FROM asking EXCEPT SELECT n FROM contact WHERE deleted_at IS NULL",
        "SELECT contact FROM outlook EXCEPT SELECT n FROM contact WHERE deleted_at IS NULL",
    )
    if any(connection.exec_driver_sql(question).first() is not None for question in stray):
        return False
    count = connection.exec_driver_sql("SELECT count(*) FROM contact").scalar_one()
    asked = "SELECT n FROM contact WHERE n % ? = 0"
    numbers = connection.exec_driver_sql(asked, (1 + count // _CHECKED,)).scalars().all()
    return all(_holds(connection, tuple(some)) for some in chunks(numbers))


def _holds(connection: Connection, numbers: tuple[int, ...]) -> bool:
    within = f"WHERE contact IN ({marks(numbers)})"
    asks = connection.exec_driver_sql(
        f"SELECT kind, since, contact, evidence, person, last, every FROM asking {within} "
        "ORDER BY kind, since, contact, evidence",
        numbers,
    ).all()
    outlooks = connection.exec_driver_sql(
        f"SELECT contact, latest, later FROM outlook {within} ORDER BY contact", numbers
    ).all()
    return ([tuple(r) for r in asks], [tuple(r) for r in outlooks]) == derived(connection, numbers)


def asking_on(connection: Connection, day: Day, leap_day: LeapDay) -> list[Asking]:
    """Everybody who asks on a day, most pressing first."""
    today, off = day.today, day.days_off
    rests = off.rests(today)
    # "Later" until one of the days off that this one ends is not moved (`due.reasons`).
    tomorrow = min(today, date.max - timedelta(1)) + timedelta(1)
    rests_from = off.opening_by(tomorrow) if rests else date.max
    values = {
        "today": today.toordinal(),
        "works": int(not rests),
        "rests_from": rests_from.toordinal(),
        "messages": messages_from(today, off).toordinal(),
        "letters": letters_from(today, off).toordinal(),
        "birthdays": json.dumps(_birthdays(today, leap_day, 0 if rests else BELATED_DAYS)),
    }
    untold = set(connection.exec_driver_sql(_UNTOLD, values).scalars())
    silent = untold.union(connection.exec_driver_sql(_LATER, values).scalars())
    judged = reminders.known(connection, _ids(connection, untold), day) if untold else ()
    found = asking((person_due(known, today, leap_day, off) for known in judged), today)
    rows = connection.exec_driver_sql(_ASKING, values).all()
    found += [Asking._make(row[:-1]) for row in rows if row[-1] not in silent]
    first: dict[str, Asking] = {}
    for one in sorted(found):
        first.setdefault(one.contact_id, one)
    return list(first.values())


def _ids(connection: Connection, numbers: Iterable[int]) -> list[str]:
    asked = "SELECT id FROM contact WHERE n IN (SELECT value FROM json_each(?))"
    return list(connection.exec_driver_sql(asked, (json.dumps([*numbers]),)).scalars())


def _birthdays(today: date, leap_day: LeapDay, belated: int) -> list[tuple[int, int]]:
    """Days of the year, as month and day, whose birthday may be due, with the day it is kept on."""
    first = max(today.toordinal() - belated, 1)
    days = [date.fromordinal(n) for n in range(first, today.toordinal() + 1)]
    found = [(d.month * 100 + d.day, d.toordinal()) for d in days if (d.month, d.day) != (2, 29)]
    leap = birthday_kept(Birthday(2, 29), leap_day, today)
    return found if leap is None or leap not in days else [*found, (229, leap.toordinal())]

"""What reminders need to know: candidates found by SQL, judged by `domain.due`."""

import json
from collections import defaultdict
from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from app.domain.dates import Birthday
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.due import Known
from app.domain.ids import made_on
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.reminder import FollowUp, Skip, Snooze
from app.domain.rhythm import Rhythm, TagRhythm, of_tags
from app.domain.windows import (
    BELATED_DAYS,
    SILENCE_DAYS,
    acts_from,
    letters_from,
    messages_from,
)
from app.store import codec
from app.store.people import UNHANDLED
from app.store.records import chunks, marks

_Facts = tuple[Rhythm | None, date | None, Birthday | None, date | None]

_SHORTEST_MONTH = 28
_NOT_LETTERS = f"""
SELECT c.id FROM follow_up f JOIN contact c ON c.id = f.contact_id
WHERE f.due <= :today AND c.deleted_at IS NULL AND {UNHANDLED}
UNION
SELECT c.id FROM promise o JOIN contact c ON c.id = o.contact_id
WHERE o.is_open = 1 AND o.mine = 1 AND o.due BETWEEN 1 AND :today AND c.deleted_at IS NULL
UNION
SELECT c.id FROM contact c INDEXED BY contact_rhythm
WHERE json_extract(c.json, '$.rhythm') IS NOT NULL AND c.deleted_at IS NULL
AND coalesce((SELECT max(p.day) FROM participant p
    WHERE p.contact = c.n AND p.reach > 0 AND p.day <= :today), 0)
    <= :today - {_SHORTEST_MONTH} * json_extract(c.json, '$.rhythm.least')
UNION
SELECT c.id FROM tag_rhythm r JOIN contact_tag t ON t.tag = r.tag JOIN contact c ON c.n = t.contact
WHERE c.deleted_at IS NULL
AND coalesce((SELECT max(p.day) FROM participant p
    WHERE p.contact = c.n AND p.reach > 0 AND p.day <= :today), 0)
    <= :today - {_SHORTEST_MONTH} * r.least
UNION
SELECT c.id FROM contact c
WHERE json_extract(c.json, '$.birthday.month') * 100 + json_extract(c.json, '$.birthday.day')
IN (SELECT value FROM json_each(:birthdays)) AND c.deleted_at IS NULL
AND (json_extract(c.json, '$.rhythm') IS NOT NULL
    OR json_extract(c.json, '$.met.on') IS NOT NULL OR EXISTS (
    SELECT 1 FROM participant m WHERE m.contact = c.n AND m.reach > 0 AND m.day <= :today
) OR EXISTS (
    SELECT 1 FROM tag_rhythm r JOIN contact_tag t ON t.tag = r.tag WHERE t.contact = c.n
))
"""
"""The last by an index of migration 0008, whose words these are."""

_LATER = """
m.contact = a.contact AND m.reach > 0 AND m.day BETWEEN a.day AND :today AND (m.day > a.day OR
    (SELECT id FROM interaction WHERE n = m.act) > (SELECT id FROM interaction WHERE n = a.act))
"""
"""A contact `m` that came after the entry `a`, in the order of the timeline."""

_LETTERS = f"""
SELECT c.id FROM participant a JOIN contact c ON c.n = a.contact
WHERE a.asks = 1 AND a.day BETWEEN :oldest AND :yesterday AND c.deleted_at IS NULL
AND NOT EXISTS (SELECT 1 FROM participant m WHERE m.initiative IN (2, 3) AND {_LATER})
UNION
SELECT c.id FROM participant a JOIN contact c ON c.n = a.contact
WHERE a.initiative = 2 AND a.reach = 2 AND a.day BETWEEN :letters AND :silent
AND c.deleted_at IS NULL
AND NOT EXISTS (SELECT 1 FROM participant m WHERE {_LATER})
AND (SELECT i.answers FROM interaction i WHERE i.n = a.act) IS NULL
"""
"""The second by another index of that migration. Days off are no part of it: what rests today is
judged in `domain.due`, and only how far back letters reach is handed in.
"""

_KINDS = {
    "follow_up": " AND is_open = 1",
    "snooze": "",
    "skip": "",
    "promise": " AND is_open = 1 AND mine = 1",
}


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everybody who may be due: a superset of those who are. Of others than `of_letters` no letter
    asks, so that what happened with them need not be read.
    """

    ids: frozenset[str]
    of_letters: frozenset[str]


def candidates(
    connection: Connection, today: date, days_off: DaysOff = EVERY_DAY_COUNTS
) -> Candidates:
    """Whom the indexes cannot rule out."""
    values = {
        "today": today.toordinal(),
        "yesterday": today.toordinal() - 1,
        "oldest": messages_from(today, days_off).toordinal(),
        "letters": letters_from(today, days_off).toordinal(),
        "silent": today.toordinal() - SILENCE_DAYS,
        "birthdays": json.dumps(_birthdays(today)),
    }
    others, letters = (
        frozenset(connection.exec_driver_sql(question, values).scalars())
        for question in (_NOT_LETTERS, _LETTERS)
    )
    return Candidates(others | letters, letters)


def _birthdays(today: date) -> list[int]:
    """Days of the year, as month and day, whose birthday may be due; 29 February by either rule."""
    first = max(today.toordinal() - BELATED_DAYS, 1)
    days = [date.fromordinal(n) for n in range(first, today.toordinal() + 1)]
    found = [day.month * 100 + day.day for day in days]
    return [*found, 229] if {228, 301} & set(found) else found


@dataclass(frozen=True, slots=True)
class Day:
    """The day that is asked about, which days rest, and up to how many days after it what is dated
    counts as of it.
    """

    today: date
    days_off: DaysOff = EVERY_DAY_COUNTS
    ahead: int = 0

    def happened(self, on: date) -> date:
        """When it happened, as far as this day can tell."""
        later = on.toordinal() - self.today.toordinal()
        return self.today if 0 < later <= self.ahead else on


def known(
    connection: Connection,
    contact_ids: Iterable[str],
    day: Day,
    of_letters: Collection[str] | None = None,
) -> tuple[Known, ...]:
    """What is known of these people as far as reminders need it; people in the bin are left out.
    `of_letters` are those of whom a letter may ask, where that is known.
    """
    answers: list[Known] = []
    for chunk in chunks(sorted(set(contact_ids))):
        letters = chunk if of_letters is None else of_letters
        answers += _known(connection, chunk, day, letters)
    return tuple(answers)


def _known(
    connection: Connection, ids: list[str], day: Day, of_letters: Container[str]
) -> list[Known]:
    live = connection.exec_driver_sql(
        f"SELECT id, n FROM contact WHERE id IN ({marks(ids)}) AND deleted_at IS NULL", tuple(ids)
    )
    numbers = {row[0]: row[1] for row in live}
    typed = _typed(connection, ids, day)
    facts = _facts(connection, ids, day)
    window = acts_from(day.today, day.days_off)
    earliest: dict[str, date] = {}
    for contact_id in numbers:
        days = [min(f.due, f.anchor) for f in typed[contact_id].follow_ups]
        days += [window] if contact_id in of_letters else []
        if days:
            earliest[contact_id] = min(days)
    acts = _acts(connection, numbers, earliest, day)
    return [
        Known(
            contact_id,
            tuple(sorted(typed[contact_id].follow_ups, key=lambda f: (f.due, f.id))),
            tuple(sorted(acts.get(contact_id, ()), key=lambda a: (a.on, a.id))),
            tuple(sorted(typed[contact_id].snoozes, key=lambda s: s.id)),
            tuple(sorted(typed[contact_id].skips, key=lambda s: s.id)),
            tuple(sorted(typed[contact_id].promises, key=lambda p: p.id)),
            *facts[contact_id],
        )
        for contact_id in ids
        if contact_id in numbers
    ]


@dataclass(slots=True)
class _Typed:
    """What the person typed about somebody."""

    follow_ups: list[FollowUp] = field(default_factory=list)
    snoozes: list[Snooze] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


def _typed(connection: Connection, ids: list[str], day: Day) -> dict[str, _Typed]:
    found: dict[str, _Typed] = defaultdict(_Typed)
    for kind, condition in _KINDS.items():
        rows = connection.exec_driver_sql(
            f"SELECT json FROM {kind} WHERE contact_id IN ({marks(ids)}){condition}", tuple(ids)
        )
        for text in rows.scalars():
            match codec.decode(kind, text):
                case FollowUp() as follow_up:
                    found[follow_up.contact_id].follow_ups.append(follow_up)
                case Snooze() as snooze:
                    made = day.happened(snooze.made_on)
                    found[snooze.contact_id].snoozes.append(replace(snooze, made_on=made))
                case Skip() as skip:
                    on = day.happened(skip.on)
                    found[skip.contact_id].skips.append(replace(skip, on=on))
                case Promise() as promise:
                    found[promise.contact_id].promises.append(promise)
    return found


def _facts(connection: Connection, ids: list[str], day: Day) -> dict[str, _Facts]:
    """Of each the rhythm (their own, else that of a tag), when we were last in touch, or else met,
    the birthday, and when they came to be known.
    """
    # Of a whole contact little is needed, and decoding it is what takes long.
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.json ->> '$.rhythm.least', c.json ->> '$.rhythm.most', "
        "c.json ->> '$.birthday.month', c.json ->> '$.birthday.day', c.json ->> '$.birthday.year', "
        "c.json ->> '$.met.on', c.json -> '$.tags', (SELECT max(p.day) FROM participant p "
        "WHERE p.contact = c.n AND p.reach > 0 AND p.day <= ?) FROM contact c "
        f"WHERE c.id IN ({marks(ids)})",
        (day.today.toordinal() + day.ahead, *ids),
    )
    by_tag = {record.tag: record.rhythm for record in tag_rhythms(connection)}
    found: dict[str, _Facts] = {}
    for contact_id, least, most, month, number, year, met, tags, newest in rows:
        own = None if least is None else Rhythm(least, most)
        last = day.happened(date.fromordinal(newest)) if newest else None
        found[contact_id] = (
            own or (of_tags(json.loads(tags), by_tag) if tags and by_tag else None),
            last or (None if met is None else date.fromisoformat(met)),
            None if month is None else Birthday(month, number, year),
            made_on(contact_id),
        )
    return found


def tag_rhythms(connection: Connection) -> tuple[TagRhythm, ...]:
    """The rhythms of tags, by their tags; of two for one tag the older, as `of_tags` would."""
    rows = connection.exec_driver_sql("SELECT json FROM tag_rhythm ORDER BY tag, n")
    records = (codec.decode("tag_rhythm", text) for text in rows.scalars())
    return tuple(r for r in records if isinstance(r, TagRhythm))


def _acts(
    connection: Connection, numbers: dict[str, int], earliest: dict[str, date], day: Day
) -> dict[str, list[Interaction]]:
    """Entries from the earliest day on of each person who has one."""
    if not earliest:
        return {}
    first = min(earliest.values()).toordinal()
    own = {
        numbers[contact_id]: (contact_id, day.toordinal()) for contact_id, day in earliest.items()
    }
    rows = connection.exec_driver_sql(
        "SELECT p.contact, p.day, i.json FROM participant p JOIN interaction i ON i.n = p.act "
        f"WHERE p.contact IN ({marks(list(own))}) AND p.day >= ?",
        (*own, first),
    )
    found: dict[str, list[Interaction]] = {}
    for n, on_day, text in rows:
        contact_id, start = own[n]
        if on_day >= start:
            act = codec.interaction(text)
            on = day.happened(act.on)
            found.setdefault(contact_id, []).append(act if on == act.on else replace(act, on=on))
    return found


def follow_ups(connection: Connection, contact_id: str) -> tuple[FollowUp, ...]:
    """Open follow-ups of one person, the earliest first."""
    rows = connection.exec_driver_sql(
        "SELECT json FROM follow_up WHERE contact_id = ? AND is_open = 1 ORDER BY due, id",
        (contact_id,),
    )
    records = (codec.decode("follow_up", text) for text in rows.scalars())
    return tuple(r for r in records if isinstance(r, FollowUp))


def promises(connection: Connection, contact_id: str) -> tuple[Promise, ...]:
    """All promises to and by one person: the open ones first, by the day they are wanted; then the
    kept ones, the last first.
    """
    asked = "SELECT json FROM promise WHERE contact_id = ?"
    rows = connection.exec_driver_sql(asked, (contact_id,))
    decoded = (codec.decode("promise", text) for text in rows.scalars())
    found = [record for record in decoded if isinstance(record, Promise)]
    still_open = [p for p in found if p.kept_on is None]
    kept = [p for p in found if p.kept_on is not None]
    return (
        *sorted(still_open, key=lambda p: (p.due or date.max, p.made_on, p.id)),
        *sorted(kept, key=lambda p: (p.kept_on or date.min, p.id), reverse=True),
    )


def first_follow_up_load(connection: Connection, from_day: date) -> dict[date, int]:
    """How many open first follow-ups each day holds, from a day on."""
    rows = connection.exec_driver_sql(
        "SELECT due, count(*) FROM follow_up WHERE kind = 'first' AND is_open = 1 AND due >= ? "
        "GROUP BY due",
        (from_day.toordinal(),),
    )
    return {date.fromordinal(due): count for due, count in rows}

"""What reminders need to know of somebody, for `domain.due` and `domain.outlook` to judge."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from sqlalchemy import Connection

from app.domain.dates import Birthday
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.due import Known
from app.domain.ids import made_on
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.reminder import FollowUp, Skip, Snooze
from app.domain.rhythm import Rhythm, TagRhythm, of_tags
from app.domain.windows import acts_from, tells_letters
from app.store import codec
from app.store.records import chunks, marks

_Facts = tuple[Rhythm | None, date | None, Birthday | None, date | None]

_FEW_ENTRIES = 3
"""So many tell of most people what became of the letters."""

_CONDITIONS = {
    "follow_up": " AND is_open = 1",
    "snooze": "",
    "skip": "",
    "promise": " AND is_open = 1 AND mine = 1",
}
_TYPED = " UNION ALL ".join(
    f"SELECT '{kind}', json FROM {kind} "
    f"WHERE contact_id IN (SELECT value FROM json_each(?1)){condition}"
    for kind, condition in _CONDITIONS.items()
)


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


def known(connection: Connection, contact_ids: Iterable[str], day: Day) -> tuple[Known, ...]:
    """What is known of these people as far as reminders need it; people in the bin are left out."""
    answers: list[Known] = []
    for chunk in chunks(sorted(set(contact_ids))):
        answers += _known(connection, chunk, day)
    return tuple(answers)


def _known(connection: Connection, ids: list[str], day: Day) -> list[Known]:
    facts = _facts(connection, f"c.id IN ({marks(ids)})", ids, day)
    typed = _typed(connection, ids, day)
    window = acts_from(day.today, day.days_off)
    earliest = {
        who: min([window, *(min(f.due, f.anchor) for f in typed[who].follow_ups)]) for who in facts
    }
    acts = _acts(connection, {who: n for who, (n, _) in facts.items()}, earliest, day)
    return [
        _put_together(who, typed[who], acts.get(who, ()), facts[who][1])
        for who in ids
        if who in facts
    ]


def _put_together(
    contact_id: str, typed: "_Typed", acts: Iterable[Interaction], facts: _Facts
) -> Known:
    return Known(
        contact_id,
        tuple(sorted(typed.follow_ups, key=lambda f: (f.due, f.id))),
        tuple(sorted(acts, key=lambda a: (a.on, a.id))),
        tuple(sorted(typed.snoozes, key=lambda s: s.id)),
        tuple(sorted(typed.skips, key=lambda s: s.id)),
        tuple(sorted(typed.promises, key=lambda p: p.id)),
        *facts,
    )


def known_for_good(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Known]]:
    """What is known of these contacts whatever the day is, by their numbers (a handful): of the
    entries the newest, as many as `domain.outlook` needs. People in the bin are left out, and those
    of whom nothing is known that could ever ask.
    """
    day = Day(date.max)
    facts = _facts(connection, f"c.n IN ({marks(numbers)})", numbers, day)
    if not facts:
        return
    typed, acts = _typed(connection, list(facts), day), _newest(connection, numbers)
    for who, (n, told) in facts.items():
        rhythm, _, birthday, _ = told
        if who in typed or n in acts or rhythm is not None or birthday is not None:
            yield n, _put_together(who, typed[who], acts.get(n, ()), told)


_NEWEST = """
SELECT p.contact, i.json FROM (SELECT value AS n FROM json_each(?)) c
CROSS JOIN participant p ON p.contact = c.n JOIN interaction i ON i.n = p.act
WHERE p.reach > 0 AND p.day >= coalesce((
    SELECT q.day FROM participant q WHERE q.contact = c.n AND q.reach > 0
    ORDER BY q.day DESC LIMIT 1 OFFSET ?
), 0)
"""


def _newest(connection: Connection, numbers: Iterable[int]) -> dict[int, list[Interaction]]:
    """Of each contact who has any the newest entries, whole days of them."""
    found: dict[int, list[Interaction]] = {}
    left, wanted = list(numbers), _FEW_ENTRIES
    while left:
        rows = connection.exec_driver_sql(_NEWEST, (json.dumps(left), wanted - 1))
        some: dict[int, list[Interaction]] = defaultdict(list)
        for n, text in rows:
            some[n].append(codec.interaction(text))
        found |= some
        # Letters that were answered, and what is no letter, leave open what came before them.
        left = [n for n, acts in some.items() if len(acts) >= wanted and not tells_letters(acts)]
        wanted *= 8
    return found


@dataclass(slots=True)
class _Typed:
    """What the person typed about somebody."""

    follow_ups: list[FollowUp] = field(default_factory=list)
    snoozes: list[Snooze] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)


def _typed(connection: Connection, ids: list[str], day: Day) -> dict[str, _Typed]:
    found: dict[str, _Typed] = defaultdict(_Typed)
    for kind, text in connection.exec_driver_sql(_TYPED, (json.dumps(ids),)):
        match cast("FollowUp | Snooze | Skip | Promise", codec.decode(kind, text)):
            case FollowUp() as follow_up:
                found[follow_up.contact_id].follow_ups.append(follow_up)
            case Snooze() as snooze:
                made = day.happened(snooze.made_on)
                found[snooze.contact_id].snoozes.append(replace(snooze, made_on=made))
            case Skip() as skip:
                found[skip.contact_id].skips.append(replace(skip, on=day.happened(skip.on)))
            case promise:
                found[promise.contact_id].promises.append(promise)
    return found


def _facts(
    connection: Connection, which: str, values: Sequence[str] | Sequence[int], day: Day
) -> dict[str, tuple[int, _Facts]]:
    """Of each of these people who is not in the bin the number, the rhythm (their own, else that of
    a tag), when we were last in touch, or else met, the birthday, and when they came to be known.
    """
    # Of a whole contact little is needed, and decoding it is what takes long.
    rows = connection.exec_driver_sql(
        "SELECT c.n, c.id, c.json ->> '$.rhythm.least', c.json ->> '$.rhythm.most', "
        "c.json ->> '$.birthday.month', c.json ->> '$.birthday.day', c.json ->> '$.birthday.year', "
        "c.json ->> '$.met.on', c.json -> '$.tags', (SELECT max(p.day) FROM participant p "
        "WHERE p.contact = c.n AND p.reach > 0 AND p.day <= ?) FROM contact c "
        f"WHERE {which} AND c.deleted_at IS NULL",
        (day.today.toordinal() + day.ahead, *values),
    )
    by_tag = {record.tag: record.rhythm for record in tag_rhythms(connection)}
    found: dict[str, tuple[int, _Facts]] = {}
    for n, contact_id, least, most, month, number, year, met, tags, newest in rows:
        own = None if least is None else Rhythm(least, most)
        last = day.happened(date.fromordinal(newest)) if newest else None
        found[contact_id] = (
            n,
            (
                own or (of_tags(json.loads(tags), by_tag) if tags and by_tag else None),
                last or (None if met is None else date.fromisoformat(met)),
                None if month is None else Birthday(month, number, year),
                made_on(contact_id),
            ),
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

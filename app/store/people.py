"""Lists of people: ids in reading order with their sections, and the rows of one page."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import cast

from sqlalchemy import Connection

from app.domain.contact import Contact
from app.domain.dates import add_months
from app.domain.folding import fold_name
from app.domain.interaction import Initiative, Interaction
from app.domain.kana import to_romaji
from app.domain.names import monogram, shown, spoken
from app.domain.tie import window_start
from app.store import codec
from app.store.answers import (
    Mark,
    PeopleFilter,
    PeopleIndex,
    PeopleView,
    PersonRow,
    SectionMark,
)
from app.store.derived import INITIATIVES
from app.store.records import chunks, fetch, marks
from app.store.search import find_people
from app.store.search_text import flat

QUIET_MONTHS = 3
KNEW_MONTHS = 3

UNHANDLED = """
f.is_open = 1 AND NOT EXISTS (
    SELECT 1 FROM participant p WHERE p.contact = c.n AND p.reach > 0 AND p.day <= :today AND (
        (f.kind = 'typed' AND p.day >= f.due)
        OR (f.kind = 'first' AND (p.day > f.anchor OR (p.day = f.anchor AND p.reach = 2)))
    )
)
"""
"""The rule of `domain.due.is_handled` in SQL, for a follow-up `f` of contact `c`."""

_CONDITIONS = {
    PeopleView.ALL: "",
    PeopleView.QUIET: "AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.contact = c.n "
    "AND p.reach > 0 AND p.day > :quiet AND p.day <= :today)",
    PeopleView.FOLLOW_UP: "AND EXISTS (SELECT 1 FROM follow_up f WHERE f.contact_id = c.id "
    f"AND {UNHANDLED})",
    PeopleView.PROMISE: "AND EXISTS (SELECT 1 FROM promise o WHERE o.contact_id = c.id "
    "AND o.is_open = 1)",
    PeopleView.KNOWS_ME: "AND EXISTS (SELECT 1 FROM participant p WHERE p.contact = c.n "
    "AND p.knot > 0 AND p.day BETWEEN :start AND :today)",
}


def _parameters(today: date | None) -> dict[str, int]:
    if today is None:
        return {}
    return {
        "today": today.toordinal(),
        "quiet": add_months(today, -QUIET_MONTHS).toordinal(),
        "start": window_start(today).toordinal(),
    }


def index(connection: Connection, asked: PeopleFilter, language: str) -> PeopleIndex:
    """Ids of the people of a view, in reading order, and where each section begins."""
    if asked.view is not PeopleView.ALL and asked.today is None:
        raise ValueError("this view needs a day")
    order = "ja" if language == "ja" else "en"
    condition = _CONDITIONS[asked.view]
    values: dict[str, object] = {**_parameters(asked.today)}
    if asked.tag is not None:
        condition += " AND c.n IN (SELECT contact FROM contact_tag WHERE tag = :tag)"
        values["tag"] = asked.tag
    answer = connection.exec_driver_sql(
        f"SELECT c.id, c.section_{order} FROM contact c WHERE c.deleted_at IS NULL {condition} "
        f"ORDER BY c.sort_{order}, c.n",
        values,
    )
    # The driver's own rows: wrapping 100,000 of them costs more than reading them.
    found = cast("list[tuple[str, str]]", answer.cursor.fetchall())
    sections: list[SectionMark] = []
    start = 0
    for section, members in groupby(found, key=itemgetter(1)):
        sections.append(SectionMark(section, start))
        start += sum(1 for _ in members)
    return PeopleIndex(tuple(map(itemgetter(0), found)), tuple(sections))


def rows(connection: Connection, ids: Sequence[str], today: date, language: str) -> list[PersonRow]:
    """One row for each person that is in the store, in the order asked."""
    order = "ja" if language == "ja" else "en"
    values = _parameters(today)
    found: dict[str, PersonRow] = {}
    for chunk in chunks(dict.fromkeys(ids)):
        names = {f"id{i}": contact_id for i, contact_id in enumerate(chunk)}
        answers = connection.exec_driver_sql(
            f"SELECT c.json, c.section_{order}, max(CASE WHEN p.reach > 0 THEN p.day END), "
            "max(p.knot = 1 AND p.day >= :start), max(p.knot = 2 AND p.day >= :start), "
            "max(p.knot = 3 AND p.day >= :start) FROM contact c "
            "LEFT JOIN participant p ON p.contact = c.n AND p.day <= :today "
            f"WHERE c.id IN ({','.join(':' + name for name in names)}) GROUP BY c.n",
            {**names, "today": values["today"], "start": values["start"]},
        )
        for text, section, last, *knots in answers:
            contact = codec.contact(text)
            found[contact.id] = PersonRow(
                id=contact.id,
                name=shown(contact),
                spoken=spoken(contact, language),
                monogram=monogram(contact),
                section=section,
                organization=contact.organization,
                title=contact.title,
                photo=contact.photo,
                knots=(bool(knots[0]), bool(knots[1]), bool(knots[2])),
                last_contact=None if last is None else date.fromordinal(last),
            )
    return [found[contact_id] for contact_id in ids if contact_id in found]


_LATEST = (
    "SELECT i.json FROM participant p JOIN interaction i ON i.n = p.act "
    "WHERE p.contact = (SELECT n FROM contact WHERE id = ?) AND p.day <= ? AND {} "
    "ORDER BY p.day DESC, i.id DESC LIMIT 1"
)
_CONTACT = _LATEST.format("p.reach > 0")
_WORDS = _LATEST.format(
    f"p.initiative = {INITIATIVES[Initiative.THEM]} AND json_extract(i.json, '$.note') > ''"
)


def latest(
    connection: Connection, contact_id: str, today: date
) -> tuple[Interaction | None, Interaction | None]:
    """The newest contact with a person up to a day, and the newest words of theirs."""
    found = [
        connection.exec_driver_sql(question, (contact_id, today.toordinal())).scalar()
        for question in (_CONTACT, _WORDS)
    ]
    last, words = (None if text is None else codec.interaction(text) for text in found)
    return last, words


def newest_entry(connection: Connection, contact_ids: Sequence[str], day: date) -> str:
    """The id of the last entry of a day with any of these people; empty where there is none."""
    found = connection.exec_driver_sql(
        "SELECT max(i.id) FROM participant p JOIN interaction i ON i.n = p.act WHERE p.contact IN "
        f"(SELECT n FROM contact WHERE id IN ({marks(contact_ids)})) AND p.day = ?",
        (*contact_ids, day.toordinal()),
    ).scalar()
    return found or ""


def known_marks(connection: Connection, today: date) -> bytes:
    """Of each person, by the number of their row, whether they know me and knew me three months
    ago (`answers.Mark`).
    """
    # The driver's own rows: wrapping 100,000 of them costs more than reading them.
    answer = connection.exec_driver_sql("SELECT n FROM contact WHERE deleted_at IS NULL")
    there = cast("list[tuple[int]]", answer.cursor.fetchall())
    found = _marked(connection, today, there, "TRUE", ())
    marked = bytearray(max(found, default=0) + 1)
    for n, mark in found.items():
        marked[n] = mark
    return bytes(marked)


def known_marks_again(
    connection: Connection, today: date, held: bytes, people: Collection[str]
) -> bytes | None:
    """The same where only these people may have changed; None where one of them is no more, or has
    another row than before (as whoever was taken apart again after a merge).
    """
    if not people:
        return held
    rows = connection.exec_driver_sql(
        f"SELECT n, deleted_at IS NULL FROM contact WHERE id IN ({marks(list(people))})",
        tuple(people),
    ).all()
    if len(rows) < len(people):
        return None
    numbers = [row[0] for row in rows]
    if any(n >= len(held) or not held[n] for n in numbers):
        return None
    there = [(n,) for n, is_there in rows if is_there]
    found = _marked(connection, today, there, f"p.contact IN ({marks(numbers)})", numbers)
    marked = bytearray(held)
    for n in numbers:
        marked[n] = found.get(n, 0)
    return bytes(marked)


def _marked(
    connection: Connection,
    today: date,
    there: Iterable[tuple[int]],
    condition: str,
    values: Sequence[int],
) -> dict[int, int]:
    found = {n: int(Mark.THERE) for (n,) in there}
    earlier = add_months(today, -KNEW_MONTHS)
    start, start_before = window_start(today).toordinal(), window_start(earlier).toordinal()
    answer = connection.exec_driver_sql(
        "SELECT p.contact, max(p.day >= ?), max(p.day <= ?) "
        "FROM participant p INDEXED BY participant_knot "
        f"WHERE p.knot > 0 AND p.day BETWEEN ? AND ? AND {condition} GROUP BY p.contact",
        (start, earlier.toordinal(), start_before, today.toordinal(), *values),
    )
    for n, knows, knew in cast("list[tuple[int, int, int]]", answer.cursor.fetchall()):
        if n in found:
            found[n] |= knows * Mark.KNOWS | knew * Mark.KNEW
    return found


_MOST_NAMED = 1000


def resolve(connection: Connection, text: str, language: str) -> list[str]:
    """Ids for a typed PERSON: the id, else whose name it is, else whose name holds it; in reading
    order.
    """
    found = None
    if text.isascii():
        found = connection.exec_driver_sql(
            "SELECT id FROM contact WHERE id = ? AND deleted_at IS NULL", (text,)
        ).scalar()
    if found:
        return [str(found)]
    wanted = fold_name(flat(text))
    if not wanted:
        return []
    whole: list[str] = []
    part: list[str] = []
    for chunk in chunks(find_people(connection, text, language, _MOST_NAMED)):
        stored = fetch(connection, "contact", chunk)
        for contact_id in chunk:
            names = _names(codec.contact(stored[contact_id].text))
            if wanted in names:
                whole.append(contact_id)
            elif any(wanted in name for name in names):
                part.append(contact_id)
    return whole or part


def _names(contact: Contact) -> set[str]:
    """A person's name in every order and reading, folded."""
    pairs = [(contact.name.family, contact.name.given)]
    reading = (contact.reading.family, contact.reading.given)
    pairs.append(reading)
    pairs += [
        (_romaji(reading[0], long_vowels=long), _romaji(reading[1], long_vowels=long))
        for long in (False, True)
    ]
    names = {shown(contact), contact.name.nickname or ""}
    for family, given in pairs:
        names |= {f"{family or ''}{given or ''}", f"{given or ''}{family or ''}"}
    return {fold_name(flat(name)) for name in names} - {""}


def _romaji(text: str | None, *, long_vowels: bool) -> str | None:
    return to_romaji(text, long_vowels=long_vowels) if text else None

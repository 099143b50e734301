"""Questions about gatherings: which there are, who was there, what came of them."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from app.domain.contact import Contact
from app.domain.gathering import Gathering
from app.domain.gathering_yield import YIELD_DAYS
from app.domain.interaction import Interaction
from app.store import codec
from app.store.answers import GatheringRow
from app.store.exchanges import CAME
from app.store.ordering import note_at
from app.store.records import chunks, marks
from app.store.search_text import query

_COUNTED = """
SELECT g.json,
  (SELECT count(*) FROM contact c WHERE c.gathering = g.id AND c.deleted_at IS NULL),
  (SELECT count(*) FROM attendant a JOIN contact c ON c.n = a.contact
   WHERE a.gathering = g.n AND c.deleted_at IS NULL AND c.gathering IS NOT g.id),
  (SELECT count(*) FROM contact c WHERE c.gathering = g.id AND c.deleted_at IS NULL AND EXISTS (
     SELECT 1 FROM participant p WHERE p.contact = c.n AND p.knot > 0
     AND p.day BETWEEN g.day AND g.last_day + ?))
FROM gathering g
"""

_RECEIVED = f"""
SELECT c.json FROM contact c WHERE c.gathering = ? AND c.deleted_at IS NULL ORDER BY {CAME}
"""

_OTHERS = """
SELECT c.json FROM contact c WHERE c.deleted_at IS NULL AND c.gathering IS NOT :id AND c.n IN (
  SELECT a.contact FROM attendant a JOIN gathering g ON g.n = a.gathering WHERE g.id = :id
  UNION
  SELECT p.contact FROM interaction i JOIN participant p ON p.act = i.n WHERE i.gathering = :id
) ORDER BY c.n
"""

_UNNAMED = """
SELECT json FROM contact WHERE deleted_at IS NULL AND gathering IS NULL
AND json_extract(json, '$.met.on') IS NOT NULL ORDER BY n
"""


def rows(
    connection: Connection, condition: str = "", values: tuple[object, ...] = ()
) -> list[GatheringRow]:
    """Gatherings by their day, each with what came of it."""
    found = connection.exec_driver_sql(
        f"{_COUNTED} {condition} ORDER BY g.day, g.n", (YIELD_DAYS, *values)
    )
    return [GatheringRow(codec.gathering(text), *counts) for text, *counts in found]


def ahead(connection: Connection, today: date, most: int) -> list[Gathering]:
    """The next ones, those that go on included; none that was called off."""
    found = connection.exec_driver_sql(
        "SELECT json FROM gathering WHERE last_day >= ? ORDER BY day, n", (today.toordinal(),)
    )
    coming = [g for text in found.scalars() if not (g := codec.gathering(text)).called_off]
    return coming[:most]


def by_ids(connection: Connection, ids: Iterable[str]) -> list[Gathering]:
    """Gatherings in the order asked; missing ones are left out."""
    wanted = list(ids)
    there: dict[str, Gathering] = {}
    for chunk in chunks(dict.fromkeys(wanted)):
        found = connection.exec_driver_sql(
            f"SELECT json FROM gathering WHERE id IN ({marks(chunk)})", tuple(chunk)
        )
        there.update((g.id, g) for g in map(codec.gathering, found.scalars()))
    return [there[i] for i in wanted if i in there]


def by_uids(connection: Connection, uids: Iterable[str]) -> dict[str, Gathering]:
    """Gatherings that came from a calendar, by their UIDs."""
    there: dict[str, Gathering] = {}
    for chunk in chunks(dict.fromkeys(uids)):
        found = connection.exec_driver_sql(
            f"SELECT uid, json FROM gathering WHERE uid IN ({marks(chunk)}) ORDER BY n",
            tuple(chunk),
        )
        for uid, text in found:
            there.setdefault(uid, codec.gathering(text))
    return there


def received(connection: Connection, gathering_id: str) -> list[Contact]:
    """Whose cards were received there, in the order in which the cards came."""
    found = connection.exec_driver_sql(_RECEIVED, (gathering_id,))
    return [codec.contact(text) for text in found.scalars()]


def others(connection: Connection, gathering_id: str) -> list[Contact]:
    """Who else was there or will be: those put down, and those of its entries."""
    found = connection.exec_driver_sql(_OTHERS, {"id": gathering_id})
    return [codec.contact(text) for text in found.scalars()]


def bearing(connection: Connection, gathering_id: str) -> list[Contact | Interaction]:
    """Every person, in the bin or not, and every entry that points at a gathering."""
    people = connection.exec_driver_sql(
        "SELECT json FROM contact WHERE gathering = ? ORDER BY n", (gathering_id,)
    )
    return [*map(codec.contact, people.scalars()), *acts(connection, gathering_id)]


def acts(connection: Connection, gathering_id: str) -> list[Interaction]:
    """Entries of the timelines that happened there."""
    found = connection.exec_driver_sql(
        "SELECT json FROM interaction WHERE gathering = ? ORDER BY n", (gathering_id,)
    )
    return [codec.interaction(text) for text in found.scalars()]


def unnamed(connection: Connection) -> list[Contact]:
    """People who were met on a day, at no gathering that there is."""
    return [codec.contact(text) for text in connection.exec_driver_sql(_UNNAMED).scalars()]


def find(connection: Connection, words: str, most: int) -> list[Gathering]:
    """Gatherings whose name, place, series, interests, purpose or note hold the words, the last
    first.
    """
    asked = query(words)
    if asked is None:
        return []
    places = connection.exec_driver_sql(
        "SELECT rowid FROM gatherings WHERE gatherings MATCH ? ORDER BY rowid LIMIT ?",
        (asked.expression, most),
    )
    numbers = [note_at(place)[1] for place in places.scalars()]
    there: dict[int, Gathering] = {}
    for chunk in chunks(numbers):
        found = connection.exec_driver_sql(
            f"SELECT n, json FROM gathering WHERE n IN ({marks(chunk)})", tuple(chunk)
        )
        there.update((n, codec.gathering(text)) for n, text in found)
    return [there[n] for n in numbers if n in there]

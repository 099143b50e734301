"""Questions behind duplicates: who shares an identity key, who was told apart, all about one."""

from functools import lru_cache
from typing import cast

from sqlalchemy import Connection

from app.domain.change import Record
from app.domain.duplicates import Traits, particulars
from app.store import codec
from app.store.derived import ABOUT_ONE, TABLES
from app.store.records import chunks, marks

_SHARED = """
SELECT k.contact, k.key FROM (
    SELECT key FROM contact_key WHERE key < 's:' OR key >= 's;' GROUP BY key
    HAVING count(*) BETWEEN 2 AND ?
) s JOIN contact_key k ON k.key = s.key
"""

_PARTICULARS = """
SELECT n, id, json_extract(json, '$.organization'), json_extract(json, '$.reading.family'),
json_extract(json, '$.reading.given') FROM contact WHERE n IN ({})
"""

_APART = """
SELECT d.contact_id, c.contact_id FROM distinct_pair d JOIN card c ON c.digest = d.card_digest
WHERE c.state = 'kept' AND c.contact_id <> d.contact_id
UNION
SELECT d.contact_id, o.id FROM distinct_pair d JOIN contact o ON o.id = d.card_digest
"""


def sharing(connection: Connection, most: int) -> dict[str, Traits]:
    """People who share an identity key with another, of those that at most so many have."""
    answer = connection.exec_driver_sql(_SHARED, (most,))
    keys: dict[int, list[str]] = {}
    # The driver's own rows: with 100,000 people it is a question of a second.
    for n, key in cast("list[tuple[int, str]]", answer.cursor.fetchall()):
        keys.setdefault(n, []).append(key)
    read = lru_cache(maxsize=None)(particulars)
    found: dict[str, Traits] = {}
    for chunk in chunks(sorted(keys)):
        rows = connection.exec_driver_sql(_PARTICULARS.format(marks(chunk)), tuple(chunk))
        for n, contact_id, *said in rows.cursor.fetchall():
            found[contact_id] = Traits(frozenset(keys[n]), *read(*said))
    return found


def told_apart(connection: Connection) -> frozenset[frozenset[str]]:
    """Pairs of people of whom the person said that they are two: of themselves, or of a card that
    one of them has.
    """
    rows = connection.exec_driver_sql(_APART)
    return frozenset(frozenset((row[0], row[1])) for row in rows)


def records_about(connection: Connection, contact_id: str) -> tuple[Record, ...]:
    """Every record that names a person, but the person's own."""
    found: list[Record] = []
    for kind in ABOUT_ONE:
        condition = "contact_id = :id"
        if kind == "distinct":
            condition += " OR card_digest = :id"
        rows = connection.exec_driver_sql(
            f"SELECT json FROM {TABLES[kind]} WHERE {condition} ORDER BY n", {"id": contact_id}
        )
        found += [codec.decode(kind, text) for text in rows.scalars()]
    acts = connection.exec_driver_sql(
        "SELECT json FROM interaction WHERE n IN (SELECT act FROM participant "
        "WHERE contact = (SELECT n FROM contact WHERE id = ?)) ORDER BY n",
        (contact_id,),
    )
    found += [codec.decode("interaction", text) for text in acts.scalars()]
    gatherings = connection.exec_driver_sql(
        "SELECT json FROM gathering WHERE n IN (SELECT gathering FROM attendant "
        "WHERE contact = (SELECT n FROM contact WHERE id = ?)) ORDER BY n",
        (contact_id,),
    )
    return (*found, *(codec.decode("gathering", text) for text in gatherings.scalars()))

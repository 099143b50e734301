"""Who is called so: people by any written form of their name, exact after folding.

The search index gives who may be meant, the names of their records decide.
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import cast

from sqlalchemy import Connection

from app.domain.folding import fold_name, is_cjk
from app.domain.kana import to_romaji
from app.domain.quick_log_people import Called
from app.store.ordering import person_n
from app.store.records import chunks, marks
from app.store.search_text import exact_query, flat

SHOWN = 8
"""So many of one form are named, the others counted."""
MOST = 2_000
"""So many are looked at for one form; where more people hold its letters somewhere, only those
whose name begins with it.
"""

_FIELDS = ("full", "family", "given", "nickname")
_NAMES = ",".join(
    [*(f"'$.name.{field}'" for field in _FIELDS), "'$.reading.family'", "'$.reading.given'"]
)
_LAST = """
SELECT c.id, (SELECT p.day FROM participant p WHERE p.contact = c.n AND p.day <= ? AND p.reach > 0
ORDER BY p.day DESC LIMIT 1) FROM contact c WHERE c.n IN ({})
"""


def called(connection: Connection, forms: Iterable[str], today: date) -> dict[str, Called]:
    """The people of each form that is somebody's name, those last talked to first."""
    found: dict[str, Called] = {}
    for form in dict.fromkeys(forms):
        wanted = fold_name(flat(form))
        expressions = exact_query(form) if wanted else None
        if expressions is None:
            continue
        anywhere, in_front = expressions
        places = _places(connection, anywhere)
        if len(places) > MOST:
            places = _places(connection, in_front)[:MOST]
        people = _so_called(connection, places, wanted)
        if people:
            ids = _last_first(connection, people, today)
            found[form] = Called(tuple(ids[:SHOWN]), max(0, len(ids) - SHOWN))
    return found


def _places(connection: Connection, expression: str) -> list[int]:
    rows = connection.exec_driver_sql(
        "SELECT rowid FROM people_ja WHERE people_ja MATCH ? ORDER BY rowid LIMIT ?",
        (expression, MOST + 1),
    )
    return list(rows.scalars())


def _so_called(connection: Connection, places: list[int], wanted: str) -> list[int]:
    """Of these, who is called so."""
    found: list[int] = []
    for chunk in chunks([person_n(place) for place in places]):
        rows = connection.exec_driver_sql(
            f"SELECT n, json_extract(json, {_NAMES}) FROM contact WHERE n IN ({marks(chunk)})",
            tuple(chunk),
        )
        for n, names in cast("list[tuple[int, str]]", rows.cursor.fetchall()):
            if wanted in _forms(*json.loads(names)):
                found.append(n)
    return found


def _last_first(connection: Connection, people: list[int], today: date) -> list[str]:
    last: list[tuple[int, str]] = []
    for chunk in chunks(people):
        rows = connection.exec_driver_sql(
            _LAST.format(marks(chunk)), (today.toordinal(), *chunk)
        )
        last += [(-(day or 0), contact_id) for contact_id, day in rows]
    order = {contact_id: at for at, (_, contact_id) in enumerate(sorted(last, key=_day))}
    return list(order)


def _day(of: tuple[int, str]) -> int:
    return of[0]


def _forms(  # noqa: PLR0913, PLR0917 - the parts of one name, as the record has them
    full: str | None,
    family: str | None,
    given: str | None,
    nickname: str | None,
    reading_family: str | None,
    reading_given: str | None,
) -> set[str]:
    """A name in all the forms by which somebody may be called, folded."""
    if full and not family and not given:
        family, given = _split(full)
    forms = {_bare(full or ""), _bare(nickname or "")}
    sounds = (_sounds(reading_family or ""), _sounds(reading_given or ""))
    pairs = [(_bare(family or ""), _bare(given or "")), *zip(*sounds, strict=True)]
    for first, second in pairs:
        forms |= {first, second, first + second, second + first}
    return forms


def _split(full: str) -> tuple[str, str]:
    """Family and given name of a card that does not tell them apart."""
    words = full.replace(",", " ").split()
    if len(words) < 2:
        return "", ""
    return (words[0], words[-1]) if is_cjk(full) else (words[-1], words[0])


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    return fold_name(flat(text)) if text else ""


@lru_cache(maxsize=8192)
def _sounds(reading: str) -> tuple[str, str, str]:
    """A reading in kana and in both ways of romaji."""
    return (
        _bare(reading),
        _bare(to_romaji(reading)),
        _bare(to_romaji(reading, long_vowels=True)),
    )

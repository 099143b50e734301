"""Who is called so: people by any written form of their name, exact after folding.

The search index gives who may be meant, the names of their records decide.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, CursorResult

from app.domain.folding import fold_name, is_cjk
from app.domain.kana import to_romaji
from app.domain.quick_log_people import Called
from app.domain.remembered import remembered
from app.store.ordering import person_n
from app.store.records import chunks, marks
from app.store.search_text import exact_query, flat

SHOWN = 8
"""So many of one form are named, the others counted."""
MOST = 2_500
"""So many may hold the letters of a form anywhere; where more do (they live in a street of that
name), only those whose name begins with it are looked at.
"""
LOOKED_AT = 300
"""So many names are read for one form: those that begin with it first, and of them and of the
others those written about lately.
"""
LOOKED_AT_SIGN = 100
"""The same for a single sign, which stands in thousands of names."""
_FEW = 64
_LATELY = 1_000

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
    looking = _Looking(connection, today)
    answers = ((form, looking.called(form)) for form in dict.fromkeys(forms))
    return {form: answer for form, answer in answers if answer is not None}


@dataclass
class _Looking:
    """One question for several forms."""

    connection: Connection
    today: date

    def called(self, form: str) -> Called | None:
        """Who is called so; None where nobody is."""
        wanted = fold_name(flat(form))
        expressions = exact_query(form) if wanted else None
        if expressions is None:
            return None
        anywhere, in_front = expressions
        count = self._count(anywhere)
        if count <= _FEW:
            found, looked = list(self._of(self._may_be(anywhere), wanted)), count
        else:
            found, looked = self._first(self._in_order(anywhere, in_front, count), wanted)
        if not found:
            return None
        ids = self._last_first(found)
        return Called(tuple(ids[:SHOWN]), max(0, len(ids) - SHOWN) + count - looked)

    def _count(self, expression: str) -> int:
        rows = self.connection.exec_driver_sql(
            "SELECT count(*) FROM people_ja WHERE people_ja MATCH ?", (expression,)
        )
        return int(rows.scalar_one())

    def _may_be(self, expression: str) -> list[int]:
        rows = self.connection.exec_driver_sql(
            "SELECT rowid FROM people_ja WHERE people_ja MATCH ? ORDER BY rowid LIMIT ?",
            (expression, MOST),
        )
        return [person_n(place) for (place,) in _all(rows)]

    def _in_order(self, anywhere: str, in_front: str, count: int) -> Iterator[int]:
        """Those whose name begins so, then the others: of both those written about lately first."""
        front = self._may_be(in_front)
        yield from self._lately_first(front)
        if count <= MOST:
            known = set(front)
            yield from self._lately_first([n for n in self._may_be(anywhere) if n not in known])

    def _lately_first(self, people: list[int]) -> Iterator[int]:
        yield from (n for n in people if n in self._lately)
        yield from (n for n in people if n not in self._lately)

    def _first(self, people: Iterator[int], wanted: str) -> tuple[list[int], int]:
        """As many of these as are shown who are called so, and how many were looked at."""
        most = LOOKED_AT_SIGN if len(wanted) == 1 else LOOKED_AT
        found: list[int] = []
        looked, step = 0, _FEW // 2
        while looked < most and len(found) < SHOWN:
            some = list(islice(people, min(step, most - looked)))
            if not some:
                break
            found += self._of(some, wanted)
            looked, step = looked + len(some), step * 2
        return found, looked

    def _of(self, some: list[int], wanted: str) -> Iterator[int]:
        for chunk in chunks(some):
            rows = self.connection.exec_driver_sql(
                f"SELECT n, json_extract(json, {_NAMES}) FROM contact WHERE n IN ({marks(chunk)})",
                tuple(chunk),
            )
            names = dict(_all(rows))
            yield from (n for n in chunk if n in names and wanted in _forms(*json.loads(names[n])))

    @cached_property
    def _lately(self) -> frozenset[int]:
        """Whom the last entries that were written are about."""
        rows = self.connection.exec_driver_sql(
            "SELECT contact FROM participant INDEXED BY participant_act ORDER BY act DESC LIMIT ?",
            (_LATELY,),
        )
        return frozenset(n for (n,) in _all(rows))

    def _last_first(self, people: list[int]) -> list[str]:
        last: list[tuple[int, str]] = []
        for chunk in chunks(people):
            rows = self.connection.exec_driver_sql(
                _LAST.format(marks(chunk)), (self.today.toordinal(), *chunk)
            )
            last += [(day or 0, contact_id) for contact_id, day in rows]
        last.sort(key=itemgetter(0), reverse=True)
        return [contact_id for _, contact_id in last]


def _all(rows: CursorResult[Any]) -> list[Any]:
    """The driver's own rows: wrapping thousands of them costs more than finding them."""
    return cast("list[Any]", rows.cursor.fetchall())


def _forms(
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


@remembered(8192)
def _bare(text: str) -> str:
    return fold_name(flat(text)) if text else ""


@remembered(8192)
def _sounds(reading: str) -> tuple[str, str, str]:
    """A reading in kana and in both ways of romaji."""
    return (
        _bare(reading),
        _bare(to_romaji(reading)),
        _bare(to_romaji(reading, long_vowels=True)),
    )

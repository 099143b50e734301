"""Searching: people in reading order, then notes newest first. Nothing here raises for what a
person types.
"""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection

from app.domain.folding import fold
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.store import codec
from app.store.answers import Hits, NoteHit
from app.store.ordering import Noted, note_at, person_n, tie_end
from app.store.records import chunks, marks
from app.store.search_text import Query, query

if TYPE_CHECKING:
    from app.domain.remark import Remark

EXCERPT = 160
_LEAD = 30
_LAST = (1 << 63) - 1
"""The highest row number there can be."""


def search(connection: Connection, words: str, language: str, limit: int) -> Hits:
    """What the words find; nothing for words that hold no letter or digit."""
    asked = query(words)
    if asked is None or limit < 1:
        return Hits()
    people, _ = _people(connection, asked, language, limit + 1, limit + 1)
    notes, _ = _notes(connection, asked, limit + 1, limit + 1)
    return Hits(
        tuple(people[:limit]), tuple(notes[:limit]), len(people) > limit, len(notes) > limit
    )


def glimpse(connection: Connection, words: str, language: str, limit: int, seen: int) -> Hits:
    """The first of what `search` answers, so many as are seen at once; the others are counted.

    Notes of people in the bin are counted too.
    """
    asked = query(words)
    seen = min(seen, limit)
    if asked is None or seen < 1:
        return Hits()
    people, all_people = _people(connection, asked, language, seen, limit + 1)
    left = seen - len(people)
    notes, all_notes = _notes(connection, asked, left, limit + 1)
    if len(notes) < left:
        all_notes = len(notes)
    return Hits(
        tuple(people),
        tuple(notes),
        all_people > limit,
        all_notes > limit,
        min(all_people, limit) - len(people),
        min(all_notes, limit) - len(notes),
    )


def find_people(connection: Connection, words: str, language: str, limit: int) -> list[str]:
    """Ids of the people that the words find, in reading order."""
    asked = query(words)
    return [] if asked is None else _people(connection, asked, language, limit, limit)[0]


def _places(
    connection: Connection, index: str, asked: Query, after: int, most: int, last: int = _LAST
) -> list[int]:
    """Row numbers of an index, which carry the order; no record is read."""
    return list(
        connection.exec_driver_sql(
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid > ? AND rowid <= ? "
            "ORDER BY rowid LIMIT ?",
            (asked.expression, after, last, most),
        ).scalars()
    )


def _people(
    connection: Connection, asked: Query, language: str, limit: int, most: int
) -> tuple[list[str], int]:
    """Ids of the first so many in reading order, and how many there are, counted to `most`."""
    order = "ja" if language == "ja" else "en"
    index = f"people_{order}"
    places = _places(connection, index, asked, -1, most)
    first = places
    if len(places) >= limit:
        end = tie_end(places[limit - 1])
        first = [place for place in places if place <= end]
        if len(first) == most:
            first += _places(connection, index, asked, first[-1], -1, end)
    found: list[tuple[str, int, str]] = []
    for chunk in chunks([person_n(place) for place in first]):
        rows = connection.exec_driver_sql(
            f"SELECT sort_{order}, n, id FROM contact WHERE n IN ({marks(chunk)})", tuple(chunk)
        )
        found += [(row[0], row[1], row[2]) for row in rows]
    return [contact_id for _, _, contact_id in sorted(found)[:limit]], len(places)


def _notes(
    connection: Connection, asked: Query, limit: int, most: int
) -> tuple[list[NoteHit], int]:
    """The first so many notes of people who are not in the bin, and how many there are with
    those of the bin, counted to `most`. Asked for again while binned ones take the places.
    """
    places = _places(connection, "notes", asked, -1, most)
    counted, more = len(places), len(places) == most
    hits: list[NoteHit] = []
    while places and len(hits) < limit:
        some, places = places[:limit], places[limit:]
        found = _at(connection, some, asked)
        hits += [found[place] for place in some if place in found]
        if more and not places:
            places = _places(connection, "notes", asked, some[-1], most)
            more = len(places) == most
    return hits[:limit], counted


def _at(connection: Connection, places: list[int], asked: Query) -> dict[int, NoteHit]:
    spots: dict[Noted, dict[int, int]] = {noted: {} for noted in Noted}
    for place in places:
        noted, n = note_at(place)
        spots[noted][n] = place
    return dict(
        chain(
            _of_people(connection, spots[Noted.PERSON], asked),
            _of_entries(connection, spots[Noted.ENTRY], asked),
            _lines(connection, "promise", spots[Noted.PROMISE], asked),
            _lines(connection, "remark", spots[Noted.REMARK], asked),
        )
    )


def _of_people(
    connection: Connection, spots: dict[int, int], asked: Query
) -> Iterator[tuple[int, NoteHit]]:
    """Notes about people, by their places."""
    for chunk in chunks(spots):
        rows = connection.exec_driver_sql(
            f"SELECT n, json FROM contact WHERE n IN ({marks(chunk)})", tuple(chunk)
        )
        for n, text in rows:
            contact = codec.contact(text)
            excerpt = excerpt_of(contact.note or "", asked.first)
            yield spots[n], NoteHit(None, (contact.id,), contact.met.on, excerpt)


def _of_entries(
    connection: Connection, spots: dict[int, int], asked: Query
) -> Iterator[tuple[int, NoteHit]]:
    """Entries with anybody who is not in the bin, by their places."""
    for chunk in chunks(spots):
        alive: dict[int, list[str]] = {}
        rows = connection.exec_driver_sql(
            "SELECT p.act, c.id FROM participant p JOIN contact c ON c.n = p.contact "
            f"WHERE p.act IN ({marks(chunk)}) AND c.deleted_at IS NULL",
            tuple(chunk),
        )
        for n, contact_id in rows:
            alive.setdefault(n, []).append(contact_id)
        rows = connection.exec_driver_sql(
            f"SELECT n, json FROM interaction WHERE n IN ({marks(chunk)})", tuple(chunk)
        )
        for n, text in rows:
            if n in alive:
                yield spots[n], _hit(codec.interaction(text), alive[n], asked)


def _lines(
    connection: Connection, kind: str, spots: dict[int, int], asked: Query
) -> Iterator[tuple[int, NoteHit]]:
    """Promises or remarks of people who are not in the bin, by their places."""
    for chunk in chunks(spots):
        rows = connection.exec_driver_sql(
            f"SELECT r.n, r.json FROM {kind} r JOIN contact c ON c.id = r.contact_id "
            f"WHERE r.n IN ({marks(chunk)}) AND c.deleted_at IS NULL",
            tuple(chunk),
        )
        for n, text in rows:
            record = cast("Promise | Remark", codec.decode(kind, text))
            day = record.made_on if isinstance(record, Promise) else record.said_on
            excerpt = excerpt_of(record.text, asked.first)
            yield spots[n], NoteHit(None, (record.contact_id,), day, excerpt)


def _hit(act: Interaction, alive: list[str], asked: Query) -> NoteHit:
    text = "\n".join(t for t in (act.note, act.place) if t)
    ids = tuple(c for c in act.contact_ids if c in alive)
    return NoteHit(act.id, ids, act.on, excerpt_of(text, asked.first))


def excerpt_of(text: str, first: str) -> str:
    """The part of a note around the first word that was typed."""
    line = " ".join(text.split())
    if len(line) <= EXCERPT:
        return line
    folded = fold(line)
    at = folded.find(first) if len(folded) == len(line) else -1
    start = max(0, min(at - _LEAD, len(line) - EXCERPT))
    middle = line[start : start + EXCERPT]
    return f"{'…' if start else ''}{middle}{'…' if start + EXCERPT < len(line) else ''}"

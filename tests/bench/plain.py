"""The same store unencrypted: the same tables and driver without a key; test-only (R9)."""

import random
import shutil
import time
from pathlib import Path

from sqlalchemy import Engine

from app.domain.change import Change, Edit, Verb
from app.store import writing
from app.store.engine import Access, make_engine
from app.store.reader import Reader
from tests.bench.measuring import Figure
from tests.bench.population import TODAY, Population
from tests.bench.questions import QUERIES
from tests.bench.searching import alone
from tests.bench.stores import BUILD, Made, plain_copy, plain_engine

_PAGE = 100


def figures(big: Made, small: Made, rounds: int, cards: int, runs: int, seed: int) -> list[Figure]:
    """Search, rows of a page, and writing an import: encrypted against unencrypted."""
    plain = plain_copy(big)
    big.warm()
    plain.read_bytes()
    with big.reader() as ours, Reader(big.folder, plain_engine(plain)) as theirs:
        search = [[t for ts in alone(r, rounds).values() for t in ts] for r in (ours, theirs)]
        pages = [_pages(r, rounds * len(QUERIES[1]), seed) for r in (ours, theirs)]
    size = f"{big.population.count:,} people, {big.population.acts:,} entries"
    written = _written(small, cards, runs, seed)
    against = "the same tables and driver without a key"
    ends = {
        "f1": ("search, all lengths", "call of Reader.search", "its answer", size, search),
        "f2": (
            f"rows of {_PAGE} people",
            "call of Reader.person_rows at a random place",
            "its answer",
            size,
            pages,
        ),
        "f3": (
            f"{cards:,} people written",
            "begin of the transaction",
            "its commit (fsync), indexed",
            f"into {small.population.count:,} people",
            written,
        ),
    }
    return [
        Figure(
            key,
            f"encrypted: {what}",
            start,
            end,
            size,
            "no",
            whole_process=False,
            values=values[0],
            against=against,
            base=values[1],
        )
        for key, (what, start, end, size, values) in ends.items()
    ]


def _pages(reader: Reader, count: int, seed: int) -> list[float]:
    rng = random.Random(seed)
    ids = reader.people().ids
    times: list[float] = []
    for _ in range(count):
        first = rng.randrange(max(1, len(ids) - _PAGE))
        start = time.perf_counter()
        reader.person_rows(ids[first : first + _PAGE], TODAY, "ja")
        times.append((time.perf_counter() - start) * 1000)
    return times


def _written(small: Made, cards: int, runs: int, seed: int) -> list[list[float]]:
    people = Population(cards, 0, seed + 8).people()
    change = Change(Verb.IMPORT, tuple(Edit(None, person) for person in people))
    work = BUILD / "work" / "plain"
    times: list[list[float]] = [[], []]
    for _ in range(runs):
        ours = small.copied(work)
        secret = ours.key().secret
        times[0].append(_write(make_engine(ours.folder.db, secret, Access.WRITE), change))
        file = Path(shutil.copy(plain_copy(small), work))
        times[1].append(_write(plain_engine(file, "BEGIN IMMEDIATE"), change))
    shutil.rmtree(work)
    return times


def _write(engine: Engine, change: Change) -> float:
    try:
        with engine.connect() as c:
            start = time.perf_counter()
            with c.begin():
                writing.write(c, change.edits)
            return (time.perf_counter() - start) * 1000
    finally:
        engine.dispose()

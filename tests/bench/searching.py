"""Search: the question alone, and the page from the last key to the painted rows; scrolling."""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from app.store.reader import Reader
from tests.bench.measuring import Figure, run
from tests.bench.questions import QUERIES
from tests.bench.stores import BUILD, Made
from tests.bench.windows import desk

FRAME = 16.0


def _size(made: Made) -> str:
    return f"{made.population.count:,} people, {made.population.acts:,} entries, file in memory"


def alone(reader: Reader, rounds: int) -> dict[int, list[float]]:
    """Milliseconds of Reader.search by length of the query."""
    found: dict[int, list[float]] = {}
    for length, queries in QUERIES.items():
        times = found[length] = []
        for _ in range(rounds):
            for query in queries:
                start = time.perf_counter()
                reader.search(query, "ja")
                times.append((time.perf_counter() - start) * 1000)
    return found


def question_figures(made: Made, rounds: int) -> list[Figure]:
    """Reader.search, nothing else."""
    made.warm()
    with made.reader() as reader:
        found = alone(reader, rounds)
    return [
        Figure(
            f"b{length}q",
            f"search, {length} character{'s' * (length > 1)}: the question",
            "call of Reader.search",
            "its answer (at most 200 people and 200 notes)",
            _size(made),
            "no",
            whole_process=False,
            values=times,
            judged="p95",
            aim=FRAME,
            note=f"{rounds} rounds of the same queries: behind the first, pages are decrypted.",
        )
        for length, times in found.items()
    ]


def page_figures(made: Made, rounds: int, queries: int, steps: int, jumps: int) -> list[Figure]:
    """The people page, typed into and scrolled in a process of its own under a real X server; at
    most so many queries of each length.
    """
    copy = made.copied(BUILD / "work" / "page")
    copy.warm()
    try:
        said = _page(copy, rounds, queries, steps, jumps)
    finally:
        shutil.rmtree(copy.folder.path.parent)
    typed = [
        Figure(
            f"b{length}",
            f"search, {length} character{'s' * (int(length) > 1)}: painted",
            "last key of the query (or what the input method commits) is pressed",
            "first frame with the answer is painted, all rows in sight (those behind follow)",
            _size(made),
            "no",
            whole_process=False,
            values=times,
            judged="p95",
            aim=FRAME,
        )
        for length, times in said["typed"].items()
    ]
    frames = Figure(
        "c",
        "scrolling, longest frame",
        "a step of the scroll bar, or the arrival of rows",
        "the next look at the event queue, all painted",
        f"{_size(made)}; {steps} steps of three rows and {jumps} far jumps, 60 a second",
        "no",
        whole_process=False,
        values=said["frames"],
        judged="max",
        aim=FRAME,
    )
    return [*typed, frames]


def _page(made: Made, rounds: int, queries: int, steps: int, jumps: int) -> dict:
    with tempfile.TemporaryDirectory() as folder, desk() as environment:
        request, answer = Path(folder, "request"), Path(folder, "answer")
        request.write_text(
            json.dumps(
                {
                    "folder": str(made.folder.path),
                    "recovery_key": made.recovery_key,
                    "language": "ja",
                    "queries": {length: each[:queries] for length, each in QUERIES.items()},
                    "rounds": rounds,
                    "steps": steps,
                    "jumps": jumps,
                }
            )
        )
        command = [sys.executable, "-m", "tests.bench.page_process", str(request), str(answer)]
        run(command, environment)
        return json.loads(answer.read_text())

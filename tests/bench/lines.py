"""Quick log: what a line says, worked out anew after every key."""

import time

from app.store.reader import Reader
from app.usecases.quick_log import Looked, understand
from tests.bench.measuring import Figure
from tests.bench.stores import NOW, Made

FRAME = 16.0
LINES = (
    ("昨日 ", "田中 ", "佐藤 ", "と昼食 ", "#展示会 ", "→資料を", "送る ", "金"),
    ("10/14 ", "高橋さん", "と会食 ", "新しい工房の話 ", "←図面 ", "月末"),
    ("さとう ", "から電話 ", "木の器の件 ", "⇒いつか", "工房へ"),
    tuple("Mon called Claire Martin <- she asked about the fair #fair"),
    tuple("lunch with tanaka and Thomas Walker at the station -> send the deck next Fri"),
)
"""What the keys, or an input method, enter one after the other."""


def keystrokes(reader: Reader, rounds: int) -> list[float]:
    """Milliseconds from a line to what it says, and the rows of all who may be meant."""
    times: list[float] = []
    for _ in range(rounds):
        for line in LINES:
            looked = Looked()
            typed = ""
            for part in line:
                typed += part
                start = time.perf_counter()
                understand(reader, typed, now=NOW, language="ja", looked=looked)
                times.append((time.perf_counter() - start) * 1000)
    return times


def figures(made: Made, rounds: int) -> list[Figure]:
    """`understand` on the reading lane, nothing else."""
    made.warm()
    with made.reader() as reader:
        times = keystrokes(reader, rounds)
    return [
        Figure(
            "g",
            "quick log, one key",
            "call of usecases.quick_log.understand with the line so far",
            "what it says, and the rows of all who may be meant",
            f"{made.population.count:,} people, {made.population.acts:,} entries, file in memory",
            "no",
            whole_process=False,
            values=times,
            judged="p95",
            aim=FRAME,
            note=f"{rounds} rounds of {len(LINES)} lines, forms looked up once in each.",
        )
    ]

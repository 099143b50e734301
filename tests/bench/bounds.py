"""Bounds of safety: what hostile files and the stretching of the key may take at most (R20, R27).

They stand here because a busy machine breaks them, and no test asserts a time.
"""

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from tempfile import TemporaryDirectory

from app.interchange.limits import DEFAULT, MIB
from tests.bench.bound_process import SPINNING
from tests.bench.measuring import Figure, run
from tests.interchange.hostile import FAMILIES, TABLES, cards_time, family, table, table_time

CARDS, ROWS = 1 << 18, 1 << 16
"""Bytes of the hostile files that `make test` compares with smaller ones."""
_NO_KEY = "no"


def figures(runs: int, line: int, silence: float) -> list[Figure]:
    """Each hostile file and each process `runs` times; the longest is held against the aim. `line`:
    bytes of the largest file; `silence`: seconds after which a silent child is ended.
    """
    cards = partial(_hostile, FAMILIES, family, cards_time, runs)
    spin, silent = (1000 * (2 * at_most + 1) for at_most in (SPINNING, silence))
    return [
        cards("h1", "hostile card, reading", min(CARDS, line), aim=1500),
        _hostile(
            TABLES,
            table,
            table_time,
            runs,
            "h2",
            "hostile table, reading",
            min(ROWS, line),
            aim=3000,
        ),
        cards("h3", "hostile card of 1 MiB, reading", line, aim=2000),
        _child("h4", "a child that eats memory: its peak", "eat", runs, DEFAULT.memory / MIB),
        _child("h5", "a child that spins: it is ended", "spin", runs, spin),
        _child("h6", "a child that is silent: it is ended", "silent", runs, silent, silence),
        Figure(
            "h7",
            "the window while the key is stretched",
            "a turn of the event loop",
            "the next; the longest of a run",
            "none yet: the first run makes one",
            "yes, on another thread meanwhile",
            whole_process=False,
            values=list(_processes("window", "gap", runs)),
            judged="max",
            aim=100,
            note="The scene of the first run, from the click to the recovery key.",
        ),
    ]


def _hostile(
    names: Iterable[str],
    make: Callable[[str, int], bytes],
    measure: Callable[[bytes], float],
    runs: int,
    key: str,
    what: str,
    size: int,
    *,
    aim: float,
) -> Figure:
    values: list[float] = []
    slowest: dict[str, float] = {}
    for name in names:
        data = make(name, size)
        mine = [measure(data) * 1000 for _ in range(runs)]
        values += mine
        slowest[name] = max(mine)
    worst = max(slowest, key=lambda name: slowest[name])
    return Figure(
        key,
        what,
        "the first byte",
        "the last card or row that it gives; processor time",
        f"none; {len(slowest)} files of {size // 1024} KiB",
        _NO_KEY,
        whole_process=False,
        values=values,
        judged="max",
        aim=aim,
        note=f"Without the limits that end it early. The longest: {worst}.",
    )


_TOLD = {"eat": "took", "spin": "worked", "silent": "lived"}
_END = {
    "eat": "its peak of resident memory",
    "spin": "its end; processor time",
    "silent": "the card named as unreadable",
}


def _child(key: str, what: str, way: str, runs: int, aim: float, silence: float = 60.0) -> Figure:
    is_memory = way == "eat"
    return Figure(
        key,
        what,
        "call of interchange.reading.read_cards",
        _END[way],
        "none; a file of one card",
        _NO_KEY,
        whole_process=False,
        unit="MiB" if is_memory else "ms",
        values=list(_processes(way, _TOLD[way], runs, silence)),
        judged="max",
        aim=aim,
        note=""
        if is_memory
        else "The card is tried twice, at last alone: the aim is twice the limit, and a second.",
    )


def _processes(way: str, value: str, runs: int, silence: float = 0.0) -> Iterable[float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(runs):
        with TemporaryDirectory() as folder:
            argv = [sys.executable, "-m", "tests.bench.bound_process", way, folder, str(silence)]
            yield run(argv, environment).values[value]

"""`python -m tests.bench`: all figures in one run, as a table and in build/bench/report.json."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from tests.bench import (
    bounds,
    finding,
    importing,
    lines,
    plain,
    reminding,
    searching,
    stalls,
    windows,
)
from tests.bench import notes as evening
from tests.bench.measuring import Figure, notes, table, write
from tests.bench.stores import BUILD, made


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    window: tuple[int, int] = (10_000, 100_000)
    big: tuple[int, int] = (100_000, 1_000_000)
    small: tuple[int, int] = (1_000, 10_000)
    cards: int = 10_000
    runs: int = 7
    cold: int = 5
    settle: float = 1.5
    rounds: int = 5
    steps: int = 240
    jumps: int = 120
    line: int = 1 << 20
    one_person: int = 5_000
    evening: int = 40
    silent: float = 5.0
    queries: int = 100
    typed: int = 6
    apart: int = 60


QUICK = Sizes(
    window=(1_000, 10_000),
    big=(3_000, 30_000),
    small=(200, 1_000),
    cards=500,
    runs=5,
    cold=0,
    settle=0.3,
    rounds=1,
    steps=40,
    jumps=20,
    one_person=1_200,
)
TINY = Sizes(
    window=(60, 200),
    big=(150, 600),
    small=(40, 100),
    cards=30,
    runs=1,
    cold=1,
    settle=0.1,
    rounds=1,
    steps=4,
    jumps=4,
    line=1 << 14,
    one_person=500,
    evening=4,
    silent=1.0,
    queries=3,
    typed=1,
    apart=5,
)
"""Says nothing about speed, only that the bench still runs."""


def sections(sizes: Sizes, seed: int) -> dict[str, Callable[[], list[Figure]]]:
    """The figures by their letters."""
    window = partial(made, *sizes.window, seed)
    big = partial(made, *sizes.big, seed)
    circle = partial(made, *sizes.big, seed, circle=True)
    small = partial(made, *sizes.small, seed + 2)
    few_met = partial(made, *sizes.small, seed + 2, many_names=True)
    many_met = partial(made, sizes.big[0], 0, seed + 2, many_names=True)
    return {
        "window": lambda: windows.figures(window(), sizes.runs, sizes.cold, sizes.settle),
        "search": lambda: searching.question_figures(big(), sizes.rounds),
        "page": lambda: searching.page_figures(
            big(), sizes.rounds, sizes.queries, sizes.steps, sizes.jumps
        ),
        "notes": lambda: evening.figures(big(), sizes.evening, sizes.rounds),
        "log": lambda: lines.figures(big(), sizes.rounds),
        "due": lambda: reminding.figures(circle(), big(), sizes.rounds),
        "find": lambda: finding.figures(sizes.one_person, sizes.rounds),
        "import": lambda: importing.figures(
            few_met, many_met, sizes.cards, max(1, sizes.runs - 2), seed
        ),
        "plain": lambda: plain.figures(
            big(), small(), sizes.rounds, sizes.cards, max(1, sizes.runs - 2), seed
        ),
        "stalls": lambda: stalls.figures(
            big,
            sizes.cards,
            max(1, sizes.runs // 2),
            sizes.typed,
            sizes.apart,
            int(sizes.settle * 500),
        ),
        "bounds": lambda: bounds.figures(max(1, sizes.runs - 2), sizes.line, sizes.silent),
    }


def about(seed: int, sizes: Sizes) -> dict[str, object]:
    """On what and with what it was measured."""
    return {
        "seed": seed,
        "sizes": {name: getattr(sizes, name) for name in Sizes.__slots__},
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "load_before": os.getloadavg(),
        "packages": {n: version(n) for n in ("PySide6-Essentials", "sqlcipher3", "vobject")},
    }


def main(argv: Sequence[str] | None = None, report: Path = BUILD / "report.json") -> int:
    """Measure and print; the exit code says only whether it could be measured."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, about a minute")
    parser.add_argument("--tiny", action="store_true", help="only to see that it runs")
    parser.add_argument("--seed", type=int, default=1)
    known_names = "window search page notes log due find import plain stalls bounds"
    parser.add_argument("--only", nargs="+", help=known_names)
    typed = parser.parse_args(argv)
    sizes = TINY if typed.tiny else QUICK if typed.quick else Sizes()
    known = sections(sizes, typed.seed)
    wanted = typed.only or list(known)
    if not set(wanted) <= set(known):
        parser.error(f"--only takes {' '.join(known)}")
    said = about(typed.seed, sizes)
    found: list[Figure] = []
    for name in wanted:
        print(f"measuring: {name}", file=sys.stderr)
        found += known[name]()
    write(report, said, found)
    missed = [f.key for f in found if f.aim is not None and f.reached > f.aim]
    print(table(found))
    print()
    print(notes(found))
    print()
    load = " ".join(f"{x:.2f}" for x in os.getloadavg())
    print(f"Seed {typed.seed}; {os.cpu_count()} processors; load {load}; {report}")
    print(f"Aims missed: {', '.join(missed) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.soak SWEEP --count N`: long, resumable; the sweeps are those of `SWEEPS`."""

import argparse
import sys
from collections.abc import Callable, Sequence

from tests.soak import (
    cancels,
    caps,
    damage,
    ending,
    fuzz,
    keyrings,
    killed,
    kills,
    losses,
    operations,
    reaching,
    scan,
    silence,
    slow,
    starting,
    telling,
    twins,
    typing,
    years,
)

SWEEPS: dict[str, tuple[Callable[[int, int, int], bool], int, int, str]] = {
    "kills": (kills.sweep, 500, 10_000, "cards of each import"),
    "cancels": (cancels.sweep, 100, 10_000, "cards of each import"),
    "typing": (typing.sweep, 50, 20, "seconds of typing at most"),
    "telling": (telling.sweep, 200, 300, "milliseconds that a service may take"),
    "slow": (slow.sweep, 3, 33, "seconds that a slow service takes"),
    "reaching": (reaching.sweep, 20, 20, "seconds until the panel comes"),
    "panels": (reaching.panels, 20, 60, "seconds until the panel comes, at most"),
    "ending": (ending.sweep, 100, 2_000, "milliseconds that an end may take"),
    "keyrings": (keyrings.sweep, 2 * len(keyrings.CASES), 100, "milliseconds of standing still"),
    "scan": (scan.sweep, 1, 300, "steps of each session"),
    "silence": (silence.sweep, 3, 2_000, "milliseconds that leaving may take"),
    "leaving": (keyrings.leaving, 20, 2_000, "milliseconds that leaving may take"),
    "starting": (starting.sweep, 200, 2, "starts at once"),
    "twins": (twins.sweep, len(twins.TWINS), 1, "guard taken away in each"),
    "losses": (losses.sweep, 50, 10_000, "cards of each file"),
    "damage": (damage.sweep, damage.COUNT, damage.PEOPLE, "people of the store"),
    "caps": (caps.sweep, 7, 100, "percent of the sizes"),
    "operations": (operations.sweep, 1, 10_000, "steps of each round"),
    "years": (years.sweep, 10, 100, "people of each life of ten years"),
    "killed": (killed.sweep, 5, 40, "kills of each life"),
    "fuzz": (fuzz.sweep, 20, 5_000, "examples of each test and round"),
    "guided": (fuzz.guided, 1, 300, "seconds of each target"),
}
"""Sweep, rounds, size of a round (the figures of SAFETY), what the size is."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sweep, or all; what was done already is not done again."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("sweep", nargs="?", choices=[*SWEEPS, "all"], default="all")
    parser.add_argument("--count", type=int, help="rounds (default: the figure of SAFETY)")
    parser.add_argument("--size", type=int, help="cards or examples of a round")
    parser.add_argument("--seed", type=int, default=1)
    typed = parser.parse_args(argv)
    well = True
    for name in SWEEPS if typed.sweep == "all" else (typed.sweep,):
        sweep, count, size, meaning = SWEEPS[name]
        rounds, each = typed.count or count, typed.size or size
        print(f"{name}: {rounds} rounds, seed {typed.seed}, {each:,} {meaning}", flush=True)
        well = sweep(rounds, typed.seed, each) and well
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())

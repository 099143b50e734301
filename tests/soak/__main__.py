"""`python -m tests.soak [SWEEP ...]`: long, resumable; the sweeps are those of `SWEEPS`."""

import argparse
import sys
from collections.abc import Callable, Sequence

from tests.soak import (
    cancels,
    caps,
    copies,
    damage,
    ending,
    full,
    fuzz,
    keyrings,
    killed,
    kills,
    losing_power,
    losses,
    moves,
    operations,
    reaching,
    restores,
    saved,
    scan,
    side_by_side,
    silence,
    slots,
    slow,
    starting,
    starts,
    swapped,
    table,
    telling,
    twins,
    typing,
    upgrades,
    vaults,
    week,
    years,
)
from tests.soak.slot_acts import ROUNDS
from tests.store.older import VERSIONS

SWEEPS: dict[str, tuple[Callable[[int, int, int], bool], int, int, str]] = {
    "kills": (kills.sweep, 500, 10_000, "cards of each import"),
    "years": (years.sweep, 10, 100, "people of each life of ten years"),
    "upgrades": (upgrades.sweep, 200, len(VERSIONS), "versions; rounds are kills of each"),
    "guided": (fuzz.guided, 1, 120, "seconds of each target"),
    "starting": (starting.sweep, 200, 2, "starts at once"),
    "full": (full.sweep, full.LENGTHS, full.VOLUMES, "small volumes; rounds are lengths of an act"),
    "fuzz": (fuzz.sweep, 4, 1_000, "examples of each test and round"),
    "vaults": (vaults.sweep, 100, 131_072, "KiB that every fifth passphrase costs"),
    "slots": (slots.sweep, len(ROUNDS), 5, "statements of each act at most"),
    "cancels": (cancels.sweep, 100, 10_000, "cards of each import"),
    "telling": (telling.sweep, 200, 300, "milliseconds that a service may take"),
    "power": (losing_power.sweep, 300, losing_power.EVERY, "losses played for one recorded run"),
    "week": (week.sweep, 1, week.CYCLES, "sleeps of a week"),
    "killed": (killed.sweep, 5, 40, "kills of each life"),
    "ending": (ending.sweep, 100, 2_000, "milliseconds that an end may take"),
    "saved": (saved.sweep, 1_000, 1, "edits of a session before its kill"),
    "losses": (losses.sweep, 50, 10_000, "cards of each file"),
    "typing": (typing.sweep, 50, 20, "seconds of typing at most"),
    "operations": (operations.sweep, 1, 10_000, "steps of each round"),
    "panels": (reaching.panels, 20, 60, "seconds until the panel comes, at most"),
    "reaching": (reaching.sweep, 20, 20, "seconds until the panel comes"),
    "scan": (scan.sweep, 1, 300, "steps of each session"),
    "crowded": (scan.crowded, 1, 100_000, "people among whom a session is played"),
    "keyrings": (keyrings.sweep, 2 * len(keyrings.CASES), 100, "milliseconds of standing still"),
    "damage": (damage.sweep, damage.COUNT, damage.PEOPLE, "people of the store"),
    "restores": (restores.sweep, 200, restores.DAMAGED, "damaged backups beside"),
    "moves": (moves.sweep, 200, moves.BACKUPS, "backups beside"),
    "twins": (twins.sweep, len(twins.TWINS), 1, "guard taken away in each"),
    "caps": (caps.sweep, 7, 100, "percent of the sizes"),
    "copies": (copies.sweep, 200, 100, "kills beside; rounds are copies under load"),
    "slow": (slow.sweep, 3, 33, "seconds that a slow service takes"),
    "swapped": (swapped.sweep, 50, 200, "sessions that are closed beside"),
    "starts": (starts.sweep, len(starts.FAILURES), len(starts.COMMANDS), "commands on each"),
    "leaving": (keyrings.leaving, 20, 2_000, "milliseconds that leaving may take"),
    "silence": (silence.sweep, 3, 2_000, "milliseconds that leaving may take"),
}
"""Sweep, rounds, size of a round (the figures of SAFETY), what the size is. The longest come first,
so that no core has nothing to do at the end."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sweep, or several or all side by side; what was done already is not done again."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("sweep", nargs="*", help=f"{', '.join(SWEEPS)}; none: all")
    parser.add_argument("--count", type=int, help="rounds of each (default: the figure of SAFETY)")
    parser.add_argument("--size", type=int, help="cards or examples of a round")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=3, help="of several sweeps (default: 3)")
    typed = parser.parse_args(argv)
    chosen: list[str] = typed.sweep or list(SWEEPS)
    if odd := [name for name in chosen if name not in SWEEPS]:
        parser.error(f"there is no sweep {', '.join(odd)}")
    if len(chosen) > 1:
        if typed.size:
            parser.error("--size is for one sweep alone")
        well = side_by_side.run(chosen, typed.seed, typed.at_once, count=typed.count)
    else:
        (name,) = chosen
        sweep, count, size, meaning = SWEEPS[name]
        rounds, each = typed.count or count, typed.size or size
        print(f"{name}: {rounds} rounds, seed {typed.seed}, {each:,} {meaning}", flush=True)
        well = sweep(rounds, typed.seed, each)
    print(f"all sweeps: {table.write()}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())

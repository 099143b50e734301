"""The sabotage twins of the desk: without its guard each sweep must see what it is there to see."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.soak import ending, keyrings, reaching, scan, starting, telling
from tests.soak.journal import Journal

TWINS: dict[str, Callable[[Path], bool]] = {
    "given": lambda at: telling.sweep(1, 1, 300, at, guard="given", failing=True),
    "reach": lambda at: reaching.sweep(1, 1, 1, at, guard="reach", kinds=("never",)),
    "icon": lambda at: reaching.panels(1, 1, 1, at, guard="icon"),
    "quit": lambda at: ending.sweep(1, 1, 5_000, at, guard="quit", states=("dialog",)),
    "single": lambda at: starting.sweep(1, 1, 2, at, guard="single"),
    "trusted": lambda at: keyrings.sweep(
        1, 0, 100, at, guard="trusted", cases=("a hostile one in a variable",)
    ),
    "reports": lambda at: scan.nothing_found_without("reports", at),
    "passphrase": lambda at: scan.nothing_found_without("passphrase", at),
    "thread": lambda at: keyrings.sweep(1, 0, 100, at, guard="thread", cases=("silent",)),
}
"""The guard (of `office`, `ticking`, `faults`) and the sweep that needs it."""


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """Run each twin once; whether all were seen."""
    journal = Journal("twins", seed, size, **({"folder": folder} if folder else {}))
    names = list(TWINS)[:count]
    for number in journal.left(len(names)):
        with tempfile.TemporaryDirectory() as place:
            seen = not TWINS[names[number]](Path(place))
        journal.note(number, well=seen, guard=names[number])
    return journal.ended(len(names), "well", "guard", names)

"""R63: a failure in a slot, or in the middle of a write, leaves no half-work: what somebody did is
there or not there, they are told of it, nothing of anybody stands in what is told, and what the
store refused is still somewhere.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.stores import ROOT
from tests.soak.journal import Journal
from tests.soak.slot_acts import ROUNDS

ALL = 1_000
MET = ("enter before", "enter after", "leave after", "statement before")
ENOUGH = 0.5
"""So much of what is connected must have been failed in, or it was no sweep."""


def sweep(
    count: int,
    seed: int,
    statements: int,
    folder: Path | None = None,
    *,
    guard: str = "-",
    rounds: tuple[str, ...] = ROUNDS,
    slots: int = ALL,
    wanted: tuple[str, ...] = MET,
) -> bool:
    """The first `count` of all acts: a failure in each slot, and at so many statements of each;
    whether nothing was ever between, untold or lost.
    """
    journal = Journal("slots", seed, statements, **({"folder": folder} if folder else {}))
    count = min(count, len(rounds))
    names = journal.path.with_suffix(".names")
    known: dict[str, list[str]] = {"called": [], "connected": []}
    if names.exists() and journal.rounds:
        known = json.loads(names.read_text("utf-8"))
    for number in journal.left(count):
        said = _played(rounds[number], seed, slots, statements, guard, known["called"])
        for what in known:
            known[what] = sorted({*known[what], *said.pop(what, ())})
        names.write_text(json.dumps(known), encoding="utf-8")
        wrong = said.pop("wrong")
        outcome = f"{len(wrong)} wrong: {wrong[0]}" if wrong else "before or after"
        journal.note(number, well=not wrong, outcome=outcome, wrong=wrong, **said)
    called, connected = len(known["called"]), len({*known["called"], *known["connected"]})
    print(f"slots failed in: {called} of {connected} that were connected")
    enough = count < len(ROUNDS) or called >= ENOUGH * connected
    return journal.ended(count, "outcome", "met", wanted) and enough


def _played(
    name: str, seed: int, slots: int, statements: int, guard: str, known: list[str]
) -> dict[str, Any]:
    """What the program in its own process said; a process that broke is wrong as well."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.soak.slots_program", str(seed)),
            *(str(slots), str(statements), guard, name),
        ],
        cwd=ROOT, input="\n".join(known), capture_output=True, text=True, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    if done.returncode or not done.stdout:
        return {"wrong": [f"ended with {done.returncode}: {done.stderr[-500:]}"], "name": name}
    said: dict[str, Any] = json.loads(done.stdout)
    said["name"] = said.pop("round")
    return said

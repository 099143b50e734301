"""R65: a week of ticks, deeds, sleeps and lockings in one process, which holds no more at its end
than after its first tenth.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from app.store.store import open_store
from app.usecases import locking
from tests.bench.stores import ROOT
from tests.soak.house import built, quick_place
from tests.soak.journal import Journal

CYCLES, DEEDS = 100, 100
"""Together 10,000 deeds, ten times as many ticks, and 100 sleeps."""
PEOPLE = 100
LIMITS = {
    "resident": lambda first: first * 1.10,
    "files": lambda first: first + 2,
    "threads": lambda first: first + 2,
    "widgets": lambda first: first + 40,  # the rows of Today come and go
    "objects": lambda first: first + 10,
    "living": lambda first: first + 900,  # a tenth of what is not the loaded program
}
"""What a process may hold in the end, by what it held first."""


def sweep(
    count: int,
    seed: int,
    cycles: int,
    folder: Path | None = None,
    *,
    deeds: int = DEEDS,
    leak: str = "-",
) -> bool:
    """So many weeks, each with a store of its own."""
    journal = Journal("week", seed, cycles, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        with tempfile.TemporaryDirectory(dir=quick_place()) as place:
            held = _lived(Path(place), seed + number, cycles, deeds, leak)
        facts = {name: (first, last) for name, (first, last) in _ends(held).items()}
        grown = [name for name, (first, last) in facts.items() if last > LIMITS[name](first)]
        well = len(held) == cycles and not grown
        outcome = f"grown: {', '.join(grown)}" if grown else f"{len(held)} cycles"
        journal.note(number, well=well, outcome=outcome, **facts)
    return journal.ended(count, "outcome")


def _ends(held: list[dict[str, int]]) -> dict[str, tuple[float, float]]:
    """Of each thing, how much there was after the first tenth and in the last one."""
    tenth = max(2, len(held) // 10)
    names = held[0] if held else {}
    first, last = held[tenth // 2 : tenth // 2 + tenth], held[-tenth:]
    return {n: (median(h[n] for h in first), median(h[n] for h in last)) for n in names}


def _lived(place: Path, seed: int, cycles: int, deeds: int, leak: str) -> list[dict[str, int]]:
    """What was held after each cycle."""
    house = built(place / "house", seed, people=PEOPLE)
    with open_store(house.folder, house.key()) as store:
        locking.lock_after(store, 60)
    runtime = place / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(place)),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "tests.soak.week_program", str(house.folder.path)]
    more = (str(house.passphrase_file), str(seed), str(cycles), str(deeds), leak)
    done = subprocess.run(
        [*command, *more], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

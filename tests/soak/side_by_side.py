"""All sweeps, several at once, each in a process of its own with a log beside its journal."""

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.stores import ROOT
from tests.soak.journal import FOLDER


def run(
    sweeps: Sequence[str],
    seed: int,
    at_once: int,
    folder: Path = FOLDER,
    *,
    count: int | None = None,
) -> bool:
    """Run them in this order, `count` rounds of each where it is given; whether all went well. What
    was done already is not done again.
    """
    more = ["--seed", str(seed), *(["--count", str(count)] if count else [])]
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with ThreadPoolExecutor(at_once) as lanes:
        well = list(lanes.map(lambda name: _one(name, more, folder / f"{name}.log"), sweeps))
    print(f"{sum(well)} of {len(well)} sweeps well, {_minutes(began)}", flush=True)
    return all(well)


def _one(name: str, more: Sequence[str], log: Path) -> bool:
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.soak", name, *more]
    with log.open("w", encoding="utf-8") as stream:
        code = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT,
            check=False,
        ).returncode  # fmt: skip
    said = [line for line in log.read_text("utf-8", "replace").splitlines() if line.strip()]
    rounds = f"{name} "  # of which there are hundreds
    ending = [line for line in said[1:-1] if not line.startswith(rounds)][-6:]
    how = "well" if code == 0 else f"FAILED, see {log}"
    print("\n  ".join([f"{name}: {how}, {_minutes(began)}", *ending]), flush=True)
    return code == 0


def _minutes(began: float) -> str:
    return f"{(time.monotonic() - began) / 60:.1f} minutes"

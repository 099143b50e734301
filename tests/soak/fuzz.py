"""The property tests of the interchange with many more examples a round, each round its own seed.

A failing example stays in the example database (build/soak/examples), so the next run begins there.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.stores import ROOT
from tests.soak.journal import FOLDER, Journal


def sweep(count: int, seed: int, examples: int, folder: Path | None = None) -> bool:
    """Rounds of property tests; whether every round went well."""
    journal = Journal("fuzz", seed, examples, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        code, said = _round(seed + number, examples)
        outcome = said.strip().splitlines()[-1] if said.strip() else "nothing said"
        journal.note(number, well=code == 0, seed=seed + number, outcome=outcome)
        if code:
            print(said[-4000:], file=sys.stderr)
    print(journal.summary(count, "well"))
    return not journal.left(count)


def _round(seed: int, examples: int) -> tuple[int, str]:
    """Everything in tests/interchange that takes generated examples."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-n0", "-p", "tests.soak.longer"),
            *("-p", "no:randomly", "-p", "no:cacheprovider", "--timeout=0"),
            *(f"--hypothesis-seed={seed}", "tests/interchange"),
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "ENISHI_SOAK_EXAMPLES": str(examples),
            "ENISHI_SOAK_DATABASE": str(FOLDER / "examples"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout

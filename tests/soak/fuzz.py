"""Fuzzing of import and export, in two ways, each round its own seed.

`fuzz`: the property tests of the interchange with many more examples. A failing example stays in
the example database (build/soak/examples), so the next run begins there.

`guided`: the targets of tests/interchange/targets.py under a coverage-guided fuzzer. It has wheels
for few systems and Pythons and so does not stand in the lock: the sweep puts it beside the other
results in build/soak, with its version and hash, or says why there is none and is left out.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.stores import ROOT
from tests.interchange import corpus
from tests.interchange.targets import TARGETS
from tests.soak.journal import FOLDER, Journal

ATHERIS = "atheris==3.0.0"
_PLACE = FOLDER / "atheris"
_FOUND = FOLDER / "found"
_LONGEST = 6_000  # bytes of an input
_SLOWEST = 20  # seconds of one input, on a busy machine
_MOST = 1_500  # MB


def sweep(count: int, seed: int, examples: int, folder: Path | None = None) -> bool:
    """Rounds of property tests; whether every round went well."""
    journal = Journal("fuzz", seed, examples, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        code, said = _round(seed + number, examples)
        outcome = said.strip().splitlines()[-1] if said.strip() else "nothing said"
        journal.note(number, well=code == 0, seed=seed + number, outcome=outcome)
        if code:
            told = journal.path.with_name(f"fuzz-{seed + number}.txt")
            told.write_text(said, "utf-8")
            print(f"{said[-4000:]}\nall of it: {told}", file=sys.stderr)
    return journal.ended(count, "well")


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


# ------------------------------------------------------------------------------- coverage-guided


def guided(count: int, seed: int, seconds: int, folder: Path | None = None) -> bool:
    """`count` rounds of every target, each `seconds` long; whether none found anything."""
    missing = without_atheris()
    if missing:
        print(f"guided: left out, {missing}")
        return True
    journal = Journal("guided", seed, seconds, **({"folder": folder} if folder else {}))
    rounds = count * len(TARGETS)
    for number in journal.left(rounds):
        target = list(TARGETS)[number % len(TARGETS)]
        said = _guided(target, seed + number, seconds)
        runs = next((line for line in said if line.startswith("Done ")), "")
        where = next((line.rpartition(" ")[2] for line in said if "Test unit written" in line), "")
        journal.note(number, well=bool(runs), target=target, outcome=runs or f"found {where}")
    return journal.ended(rounds, "well", "target", tuple(TARGETS))


def without_atheris() -> str:
    """Why there is no coverage-guided fuzzer; empty where there is one."""
    if not (_PLACE / "atheris").is_dir():
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"),
                *("--only-binary", ":all:", "--target", str(_PLACE), ATHERIS),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return f"no {ATHERIS} for {sys.platform}, Python {sys.version_info[0:2]}"
    return ""


def _seeds(place: Path) -> Path:
    """The foreign files that are small enough, beside our own."""
    place.mkdir(parents=True, exist_ok=True)
    if corpus.FOLDER.is_dir():
        for number, path in enumerate(corpus.files()):
            if path.stat().st_size <= _LONGEST:
                (place / str(number)).write_bytes(path.read_bytes())
    return place


def _guided(target: str, seed: int, seconds: int) -> list[str]:
    own = FOLDER / "corpus" / target.replace(" ", "-")
    for folder in (own, _FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    data = ROOT / "tests" / "data"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.soak.guided", target),
            *(f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={_LONGEST}"),
            *(f"-timeout={_SLOWEST}", f"-rss_limit_mb={_MOST}", f"-artifact_prefix={_FOUND}/"),
            *(str(own), str(data / "cards"), str(data / "fuzz"), str(_seeds(FOLDER / "seeds"))),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{_PLACE}{os.pathsep}{ROOT}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    return done.stderr.decode("utf-8", "replace").splitlines()

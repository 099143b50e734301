"""R1: an import is all there or not at all, whenever its processes are killed.

The real command imports a real file; it and its reading child are killed at a random moment between
start and end. Then the store must open, be sound, and hold N or N + all people; and all of them if
the command had said that it was done.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from app.store.check import check
from app.store.opening import Advice
from tests.bench.population import vcard_file
from tests.bench.stores import ROOT, Made, made
from tests.soak.journal import Journal

PEOPLE, ENTRIES = 200, 1_000


def sweep(count: int, seed: int, cards: int, folder: Path | None = None) -> bool:
    """Kill imports; whether every round went well."""
    journal = Journal("kills", seed, cards, **({"folder": folder} if folder else {}))
    store = made(PEOPLE, ENTRIES, seed)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "cards.vcf")
        # Nobody in it is known or named twice in a way that needs a look: each card is a person.
        file.write_bytes(vcard_file(cards, seed + 1))
        whole, new = _whole(store.copied(Path(place, "whole")), file)
        for number in journal.left(count):
            chance = random.Random(f"{seed}-{number}")
            _round(journal, number, store.copied(Path(place, "round")), file, whole, new, chance)
    print(journal.summary(count, "outcome"))
    return not journal.left(count)


def _command(store: Made, file: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "app", "--store", str(store.folder.path)),
        *("--passphrase-file", str(store.passphrase_file), "import", str(file), "--json"),
    ]


def _whole(store: Made, file: Path) -> tuple[float, int]:
    """How long it takes undisturbed, and how many people it makes."""
    start = time.monotonic()
    done = subprocess.run(_command(store, file), cwd=ROOT, capture_output=True, check=False)
    seconds = time.monotonic() - start
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    said = json.loads(done.stdout)
    shutil.rmtree(store.folder.path.parent)
    return seconds, said["new"]


def _round(
    journal: Journal,
    number: int,
    store: Made,
    file: Path,
    whole: float,
    new: int,
    chance: random.Random,
) -> None:
    # Every other one into the second half, where it is written, indexed, committed and closed.
    delay = chance.uniform(whole * (0.5 if number % 2 else 0.0), whole * 1.1)
    process = subprocess.Popen(
        _command(store, file),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that the reading child is killed with it
    )
    with suppress(subprocess.TimeoutExpired):
        process.wait(delay)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    said = process.communicate()[0]
    try:
        people, advice = _look(store)
    except Exception as error:  # noqa: BLE001 - whatever an opening raises is what the sweep is for
        journal.note(number, well=False, delay=round(delay, 3), outcome=repr(error))
        return
    outcome = {PEOPLE: "absent", PEOPLE + new: "whole"}.get(people, f"partial: {people}")
    acknowledged = said.endswith(b"}\n")
    well = outcome == "whole" or (outcome == "absent" and not acknowledged)
    well = well and Advice.LOG_LOST not in advice
    journal.note(
        number,
        well=well,
        delay=round(delay, 3),
        part=round(delay / whole, 2),
        outcome=outcome,
        acknowledged=acknowledged,
        advice=[a.value for a in advice],
    )


def _look(store: Made) -> tuple[int, tuple[Advice, ...]]:
    """How many people there are in a store that is sound, and opens to be written."""
    report = check(store.folder, store.key())
    if report.problems:
        raise RuntimeError(f"problems: {report.problems}")
    with store.store() as opened:
        people = len(opened.people().ids)
    again = check(store.folder, store.key())
    if again.problems:
        raise RuntimeError(f"problems after closing: {again.problems}")
    return people, report.advice

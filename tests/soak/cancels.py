"""R37: an import that is stopped (Ctrl+C, as a terminal sends it to the whole group) adds nothing,
and says so by its exit code; one that was done already stays done, and says that.
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

from tests.bench.population import vcard_file
from tests.bench.stores import ROOT, Made, made
from tests.soak.journal import Journal
from tests.soak.kills import ENTRIES, PEOPLE, look, rows

_REFUSED = 2
_WANTED = 0.5  # seconds (R37); told, not asserted: what else the machine does is in it
_GIVEN_UP = 60.0


def sweep(count: int, seed: int, cards: int, folder: Path | None = None) -> bool:
    """Stop imports at random moments; whether every round went well."""
    # A shell lets what it runs behind a & ignore this signal, and all that it starts as well.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _sweep(count, seed, cards, folder)
    finally:
        signal.signal(signal.SIGINT, before)


def _sweep(count: int, seed: int, cards: int, folder: Path | None) -> bool:
    journal = Journal("cancels", seed, cards, **({"folder": folder} if folder else {}))
    store = made(PEOPLE, ENTRIES, seed)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "cards.vcf")
        file.write_bytes(vcard_file(cards, seed + 1))
        whole = store.copied(Path(place, "whole"))
        start = time.monotonic()
        done = subprocess.run(_command(whole, file), cwd=ROOT, capture_output=True, check=False)
        seconds = time.monotonic() - start
        assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
        after = PEOPLE + json.loads(done.stdout)["new"]
        shutil.rmtree(whole.folder.path.parent)
        for number in journal.left(count):
            delay = random.Random(f"{seed}-{number}").uniform(0, seconds)
            _round(journal, number, store.copied(Path(place, "round")), file, delay, after)
    took = sorted(said["took"] for n, said in journal.rounds.items() if n < count)
    late = sum(seconds > _WANTED for seconds in took)
    print(journal.summary(count, "outcome"))
    print(f"stopped after {took[len(took) // 2]} s (median), {took[-1]} s at most, {late} too late")
    return not journal.left(count)


def _command(store: Made, file: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "app", "--store", str(store.folder.path)),
        *("--passphrase-file", str(store.passphrase_file), "import", str(file), "--json"),
    ]


def _round(
    journal: Journal, number: int, store: Made, file: Path, delay: float, after: int
) -> None:
    process = subprocess.Popen(
        _command(store, file),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with suppress(subprocess.TimeoutExpired):
        process.wait(delay)
    start = time.monotonic()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    try:
        _, words = process.communicate(timeout=_GIVEN_UP)
    except subprocess.TimeoutExpired:
        process.kill()
        _, words = process.communicate()
    took = round(time.monotonic() - start, 3)
    code = process.returncode
    advice = look(store)
    people, _ = rows(store)
    outcome = {PEOPLE: "absent", after: "whole"}.get(people, f"partial: {people}")
    # Before anything of the program runs, Python itself ends with a trace and with 1.
    ours = code == _REFUSED and b"Traceback" not in words
    stopped = ours or code == -signal.SIGINT or b"KeyboardInterrupt" in words
    honest = {"absent": stopped, "whole": code in (0, 1)}
    journal.note(
        number,
        well=honest.get(outcome, False),
        outcome=outcome,
        code=code,
        took=took,
        delay=round(delay, 3),
        advice=[a.value for a in advice],
    )

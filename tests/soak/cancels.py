"""R37: an import that is stopped (Ctrl+C, as a terminal sends it to the whole group) adds nothing,
and says so by its exit code; one that was done already stays done, and says that.
"""

import random
import signal
import tempfile
from pathlib import Path

from tests.bench.population import vcard_file
from tests.bench.stores import Made, made
from tests.soak.house import quick_place
from tests.soak.journal import Journal
from tests.soak.kills import (
    ENTRIES,
    PEOPLE,
    Ended,
    Import,
    aim_of,
    look,
    rows,
    signalled,
    whole_import,
)
from tests.soak.phases import NAMES

_REFUSED = 2
_WANTED = 0.5  # seconds (R37); told, not asserted: what else the machine does is in it


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
    with tempfile.TemporaryDirectory(dir=quick_place()) as place:
        file = Path(place, "cards.vcf")
        file.write_bytes(vcard_file(cards, seed + 1))
        whole = whole_import(store, Path(place, "whole"), Import(file))
        for number in journal.going_on(count, "phases", NAMES):
            chance = random.Random(f"{seed}-{number}")
            one = store.copied(Path(place, "round"))
            aim = aim_of(number, journal)
            ended = signalled(one, whole, aim, chance, signal.SIGINT)
            _note(journal, number, one, ended, PEOPLE + whole.new, aim)
    took = sorted(said["took"] for n, said in journal.rounds.items() if n < count)
    late = sum(seconds > _WANTED for seconds in took)
    print(f"stopped after {took[len(took) // 2]} s (median), {took[-1]} s at most, {late} too late")
    return journal.ended(count, "outcome", "phases", NAMES)


def _note(journal: Journal, number: int, store: Made, ended: Ended, after: int, aim: str) -> None:
    advice = look(store)
    people, _ = rows(store)
    outcome = {PEOPLE: "absent", after: "whole"}.get(people, f"partial: {people}")
    # Before anything of the program runs, Python itself ends with a trace and with 1.
    ours = ended.code == _REFUSED and b"Traceback" not in ended.errors
    stopped = ours or ended.code == -signal.SIGINT or b"KeyboardInterrupt" in ended.errors
    honest = {"absent": stopped, "whole": ended.code in (0, 1)}
    journal.note(
        number, well=honest.get(outcome, False), outcome=outcome, code=ended.code, took=ended.took,
        aimed=aim, phases=ended.phases, delay=ended.delay, advice=[a.value for a in advice],
    )  # fmt: skip

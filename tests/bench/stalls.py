"""The window while the program works: how long it ever stood still (R64)."""

import shutil
import sys
from collections.abc import Callable

from tests.bench.measuring import Figure, run
from tests.bench.population import vcard_file
from tests.bench.stores import BUILD, Made
from tests.bench.windows import desk

_AIM = 100.0
_ACTS = {
    "search": "somebody types into the search",
    "copy": "the copy of the day is made",
    "check": "the store is checked",
    "drill": "the drill is done",
    "import": "{cards:,} cards are imported",
}


def figures(
    made: Callable[[], Made], cards: int, runs: int, queries: int, apart: int, settle: int
) -> list[Figure]:
    """All of it in one program, `runs` times. `queries`: so many of each length are typed, a key
    each `apart` ms; `settle`: so many ms are left to what comes behind.
    """
    store = made()
    work = BUILD / "work" / "stalls"
    file = BUILD / "work" / "stalls.vcf"
    said: list[dict[str, float]] = []
    with desk() as environment:
        for _ in range(runs):
            copy = store.copied(work)
            file.write_bytes(vcard_file(cards, 7))
            copy.warm()
            command = [sys.executable, "-m", "tests.bench.stall_process", str(copy.folder.path)]
            more = [str(copy.passphrase_file), str(file), *map(str, (queries, apart, settle))]
            said.append(dict(run([*command, *more], environment).values))
    shutil.rmtree(work)
    file.unlink()
    people, acts = store.population.count, store.population.acts
    return [
        Figure(
            f"l{number}",
            "the window while " + what.format(cards=cards),
            "a beat of the event loop (one each two milliseconds)",
            "the next; the longest of a run",
            f"{people:,} people, {acts:,} entries",
            "yes, on another thread" if act == "drill" else "no",
            whole_process=False,
            values=[values[act] for values in said],
            judged="max",
            aim=_AIM,
            note=_note(act, said),
        )
        for number, (act, what) in enumerate(_ACTS.items(), 1)
    ]


def _note(act: str, said: list[dict[str, float]]) -> str:
    worst = max(said, key=lambda values: values[f"{act}-alone"])
    alone, withheld, worked = (worst[f"{act}-{what}"] for what in ("alone", "withheld", "worked"))
    of_it = f", up to {withheld:.0f} withheld by the host" if withheld else ""
    return f"Without waiting for a processor: {alone:.0f} ms ({worked:.0f} of its own work{of_it})."

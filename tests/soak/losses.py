"""R29: one bad card never costs another, and every loss is named; in full figures.

10,000 cards with 100 bad ones at random places: read in the child, then imported by the command.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.stores import ROOT, Made, made
from tests.interchange.hostile import Mixed, mixed
from tests.interchange.test_hostile import sweep_bad_cards
from tests.soak.house import quick_place
from tests.soak.journal import Journal


def sweep(count: int, seed: int, cards: int, folder: Path | None = None) -> bool:
    """Import mixed files; whether every round went well."""
    journal = Journal("losses", seed, cards, **({"folder": folder} if folder else {}))
    empty = made(0, 0, seed)
    with tempfile.TemporaryDirectory(dir=quick_place()) as place:
        for number in journal.left(count):
            _round(journal, number, empty, Path(place), cards, seed + number)
    return journal.ended(count, "outcome")


def _round(journal: Journal, number: int, empty: Made, place: Path, cards: int, seed: int) -> None:
    bad = max(1, cards // 100)
    try:
        sweep_bad_cards(place, cards=cards, bad=bad, seed=seed)
        facts = _import(empty.copied(place / "store"), mixed(cards, bad, seed), place)
    except AssertionError as error:
        journal.note(number, well=False, seed=seed, outcome=str(error).splitlines()[0])
        return
    journal.note(number, well=True, seed=seed, outcome="every loss named", **facts)


def _import(store: Made, file: Mixed, place: Path) -> dict[str, int]:
    """What the command says of the file against what was put into it; bytes of rejected cards."""
    path = place / "mixed.vcf"
    path.write_bytes(file.data)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "app", "--store", str(store.folder.path)),
            *("--passphrase-file", str(store.passphrase_file), "import", str(path), "--json"),
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    said = json.loads(done.stdout)
    rejected = {n: source for n, (kind, source) in file.bad.items() if kind == "missing end"}
    odd = {
        n for n, (kind, _) in file.bad.items() if kind in {"no colon", "bad base64", "broken fold"}
    }
    assert said["cards"] == file.good + len(file.bad), "a card is in no count"
    assert {loss["card"] for loss in said["unreadable"]} == set(rejected), "a loss has no name"
    assert {kept["card"] for kept in said["kept_lines"]} == odd, "a line has no name"
    with store.reader() as reader:
        (batch,) = reader.batches()
        for loss in batch.unreadable:
            assert reader.blob(loss.source) == rejected[loss.position], "bytes differ"
    kept = said["new"] + said["same"] + said["changed"] + said["review"]
    assert kept == said["cards"] - len(rejected), "a good card is missing"
    return {"good": file.good, "bad": len(file.bad), "unreadable": len(rejected), "imported": kept}

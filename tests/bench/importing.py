"""Import: cards into a store by the command line, beside vobject merely reading them."""

import shutil
import sys
from pathlib import Path

from tests.bench.measuring import Figure, run
from tests.bench.population import vcard_file
from tests.bench.stores import BUILD, Made

_READ = (
    "import sys, vobject\n"
    "with open(sys.argv[1], encoding='utf-8', newline='') as stream:\n"
    "    count = sum(1 for _ in vobject.readComponents(stream))\n"
    "sys.exit(count != int(sys.argv[2]))\n"
)


def figures(made: Made, cards: int, runs: int, seed: int) -> list[Figure]:
    """Whole process against whole process, by turns."""
    work = BUILD / "work" / "import"
    file = BUILD / "work" / f"cards-{cards}.vcf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(vcard_file(cards, seed + 6))
    ours: list[float] = []
    theirs: list[float] = []
    read = [sys.executable, "-c", _READ, str(file), str(cards)]
    for _ in range(runs):
        theirs.append(run(read).seconds * 1000)
        ours.append(_imported(made.copied(work), file) * 1000)
    shutil.rmtree(work)
    file.unlink()
    size = f"{cards:,} cards into {made.population.count:,} people"
    return [
        Figure(
            "d",
            f"{cards:,} cards imported",
            "start of `python -m app import`",
            "its end: read in the child, matched, written encrypted, indexed, closed",
            size,
            "included (passphrase, Argon2id)",
            whole_process=True,
            values=ours,
            against="vobject.readComponents over the same file, nothing else; whole process",
            base=theirs,
            aim=0.5,
        )
    ]


def _imported(made: Made, file: Path) -> float:
    command = [sys.executable, "-m", "app", "--store", str(made.folder.path)]
    command += ["--passphrase-file", str(made.passphrase_file), "import", str(file), "--json"]
    return run(command, codes=(0, 1)).seconds

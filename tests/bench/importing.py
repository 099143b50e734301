"""Import: cards into stores by the command line and on the page, beside vobject merely reading
them and beside Evolution's address book, which keeps them unencrypted.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.measuring import Figure, Run, run
from tests.bench.population import vcard_file
from tests.bench.stores import BUILD, Made
from tests.bench.windows import desk

_READ = (
    "import sys, vobject\n"
    "with open(sys.argv[1], encoding='utf-8', newline='') as stream:\n"
    "    count = sum(1 for _ in vobject.readComponents(stream))\n"
    "sys.exit(count != int(sys.argv[2]))\n"
)
_VOBJECT = "vobject.readComponents over the same file, nothing else; whole process"
_SYSTEM_PYTHON = "/usr/bin/python3"
_BOOK = Path(__file__).with_name("eds_import.py")
_HAS_BOOK = (
    "import gi; gi.require_version('EBook', '1.2'); gi.require_version('EDataServer', '1.2')"
)
_GATE, _STALL, _FLAT = 0.5, 100.0, 1.3
_MORE = 10
"""So many times as many cards may take hardly more memory."""


def figures(
    small: Callable[[], Made], large: Callable[[], Made], cards: int, runs: int, seed: int
) -> list[Figure]:
    """Whole process against whole process, by turns; the page; memory."""
    work = BUILD / "work" / "import"
    file = _file(cards, seed)
    more = _file(cards * _MORE, seed)
    try:
        return [
            *_beside_vobject("d1", small(), file, work, cards, runs),
            *_beside_book("d2", small(), file, work, cards, runs),
            *_beside_vobject("d3", large(), file, work, cards, runs),
            *_memory(small(), file, more, work, cards, max(1, runs // 2)),
            *_page(small(), file, work, cards, runs),
        ]
    finally:
        shutil.rmtree(work, ignore_errors=True)
        file.unlink()
        more.unlink()


def _file(cards: int, seed: int) -> Path:
    file = BUILD / "work" / f"cards-{cards}.vcf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(vcard_file(cards, seed + 6))
    return file


def _command(made: Made, file: Path) -> list[str]:
    command = [sys.executable, "-m", "app", "--store", str(made.folder.path)]
    return [*command, "--passphrase-file", str(made.passphrase_file), "import", str(file), "--json"]


def _imported(made: Made, file: Path) -> Run:
    return run(_command(made, file), codes=(0, 1))


def _figure(key: str, made: Made, cards: int, ours: list[float], base: Sequence[float]) -> Figure:
    return Figure(
        key,
        f"{cards:,} cards imported",
        "start of `python -m app import`",
        "its end: read in the child, matched, copied, written encrypted, indexed, closed",
        f"{cards:,} cards into {made.population.count:,} people",
        "included (passphrase, Argon2id)",
        whole_process=True,
        values=ours,
        base=list(base),
    )


def _beside_vobject(
    key: str, made: Made, file: Path, work: Path, cards: int, runs: int
) -> list[Figure]:
    read = [sys.executable, "-c", _READ, str(file), str(cards)]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        theirs.append(run(read).seconds * 1000)
        ours.append(_imported(made.copied(work), file).seconds * 1000)
    figure = _figure(key, made, cards, ours, theirs)
    figure.against, figure.aim = _VOBJECT, _GATE
    return [figure]


def _beside_book(
    key: str, made: Made, file: Path, work: Path, cards: int, runs: int
) -> list[Figure]:
    """Evolution's address book, where it is installed."""
    if not _has_book():
        said = "not installed (evolution-data-server, gir1.2-ebook-1.2, python3-gi): left out"
        print(f"Evolution's address book is {said}", file=sys.stderr)
        return []
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(prefix="enishi-bench-") as home:
            theirs.append(_into_book(Path(home), file, cards).seconds * 1000)
        ours.append(_imported(made.copied(work), file).seconds * 1000)
    figure = _figure(key, made, cards, ours, theirs)
    figure.what += ", beside Evolution"
    figure.against = (
        "EBookClient adding the same cards, unencrypted, 500 at a time, to an empty address book "
        "of its own session; whole process"
    )
    figure.aim = 1.0
    return [figure]


def _has_book() -> bool:
    if shutil.which("dbus-run-session") is None or not Path(_SYSTEM_PYTHON).exists():
        return False
    asked = subprocess.run([_SYSTEM_PYTHON, "-c", _HAS_BOOK], check=False, capture_output=True)
    return asked.returncode == 0


def _into_book(home: Path, file: Path, cards: int) -> Run:
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE")}
    here = {"HOME": str(home), "GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local"}
    command = ["dbus-run-session", "--", _SYSTEM_PYTHON, str(_BOOK), str(file), str(cards)]
    return run(command, {**os.environ, **here, **folders})


def _memory(made: Made, file: Path, more: Path, work: Path, cards: int, runs: int) -> list[Figure]:
    """The most that ten times as many cards ever took, beside these."""
    values: dict[Path, list[float]] = {file: [], more: []}
    for _ in range(runs):
        for one, peaks in values.items():
            peaks.append(_peak(made.copied(work), one))
    figure = _figure("d4", made, cards * _MORE, values[more], values[file])
    figure.what = f"most memory, {cards * _MORE:,} cards"
    figure.unit = "MiB"
    figure.against, figure.aim = f"the same with {cards:,} cards", _FLAT
    figure.note = "The program without its reading child, which has a limit of its own."
    return [figure]


def _peak(made: Made, file: Path) -> float:
    argument = [sys.executable, "-m", "tests.bench.import_memory", *_command(made, file)[3:]]
    return run(argument, codes=(0, 1)).values["peak"]


def _page(made: Made, file: Path, work: Path, cards: int, runs: int) -> list[Figure]:
    longest: list[float] = []
    said: list[str] = []
    with desk() as environment:
        for _ in range(runs):
            copy = made.copied(work)
            command = [sys.executable, "-m", "tests.bench.import_process", str(copy.folder.path)]
            values = run([*command, made.recovery_key, str(file)], environment).values
            steps = {step: values[step] for step in ("read", "look", "import", "done")}
            longest.append(max(steps.values()))
            said.append(", ".join(f"{step} {value:.0f}" for step, value in steps.items()))
    return [
        Figure(
            "d5",
            f"longest time that the window stood still, {cards:,} cards",
            "a beat of the event loop (one each millisecond)",
            "the next one",
            f"{cards:,} cards into {made.population.count:,} people",
            "not included",
            whole_process=False,
            values=longest,
            aim=_STALL,
            note=f"By step, each run: {'; '.join(said)}.",
        )
    ]

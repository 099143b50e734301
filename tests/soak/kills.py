"""R1: an import is all there or not at all, whenever its processes are killed.

The real command imports a real file; it and its reading child are killed at a random moment. Every
other round the moment is drawn over the whole operation, in the others over one of its phases, so
that short ones are met as well. Then the store must open, be sound, and hold N or N + all people;
all of them if the command had said that it was done.
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
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from app.store.advice import Advice
from app.store.backup import listed, read_header, unpack
from app.store.check import check, database_problems
from app.store.engine import Access, connect
from app.store.store import Store
from tests.bench.population import vcard_file
from tests.bench.stores import ROOT, Made, made
from tests.soak.house import quick_place
from tests.soak.journal import Journal
from tests.soak.phases import NAMES, SABOTAGE, Page, Span

PEOPLE, ENTRIES = 200, 1_000
_WAIT_AT_MOST = 600.0  # seconds
_LOOK_EVERY = 0.0005
_ASKED = 12


@dataclass(frozen=True)
class Import:
    """An import of one file, and how it went undisturbed."""

    file: Path
    sabotage: bool = False
    seconds: float = 0.0
    new: int = 0
    cards: int = 0
    spans: tuple[tuple[str, Span], ...] = ()

    def command(self, store: Made, page: Path) -> list[str]:
        """The command line, telling of its phases."""
        return [
            *(sys.executable, "-m", "tests.soak.phases", *([SABOTAGE] if self.sabotage else [])),
            *(str(page), "--store", str(store.folder.path)),
            *("--passphrase-file", str(store.passphrase_file)),
            *("import", str(self.file), "--json"),
        ]


def sweep(
    count: int,
    seed: int,
    cards: int,
    folder: Path | None = None,
    *,
    aims: Sequence[str] = NAMES,
    sabotage: bool = False,
) -> bool:
    """Kill imports; whether every round went well. Every other round aims at one of `aims`."""
    journal = Journal("kills", seed, cards, **({"folder": folder} if folder else {}))
    store = made(PEOPLE, ENTRIES, seed)
    with tempfile.TemporaryDirectory(dir=quick_place()) as place:
        file = Path(place, "cards.vcf")
        # Nobody in it is known or named twice in a way that needs a look: each card is a person.
        file.write_bytes(vcard_file(cards, seed + 1))
        whole = whole_import(store, Path(place, "whole"), Import(file, sabotage))
        for number in journal.going_on(count, "phases", () if sabotage else NAMES):
            chance = random.Random(f"{seed}-{number}")
            one = store.copied(Path(place, "round"))
            _round(journal, number, one, whole, aim_of(number, journal, aims), chance)
    return journal.ended(count, "outcome", "phases", () if sabotage else NAMES)


def whole_import(store: Made, place: Path, asked: Import) -> Import:
    """How long it and its phases take undisturbed, and how many people it makes. The first of two
    is not counted: it finds what is read and compiled for the first time.
    """
    _undisturbed(store.copied(place), asked)
    return _undisturbed(store.copied(place), asked)


def _undisturbed(store: Made, asked: Import) -> Import:
    path = store.folder.path.parent / "page"
    page = Page(path, new=True)
    start = time.monotonic()
    done = subprocess.run(asked.command(store, path), cwd=ROOT, capture_output=True, check=False)
    seconds = time.monotonic() - start
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    said = json.loads(done.stdout)
    spans = page.spans()
    assert all(span.ended > span.begun > 0 for span in spans.values()), spans
    whole = Import(
        asked.file, asked.sabotage, seconds, said["new"], rows(store)[1], tuple(spans.items())
    )
    shutil.rmtree(store.folder.path.parent)
    return whole


def _wait_for(process: subprocess.Popen[bytes], page: Page, phase: str) -> None:
    """Until a phase has begun, or the process is gone."""
    deadline = time.monotonic() + _WAIT_AT_MOST
    while not page.spans()[phase].begun and process.poll() is None:
        assert time.monotonic() < deadline, f"{phase} never began"
        time.sleep(_LOOK_EVERY)


@dataclass(frozen=True)
class Ended:
    """An import that was ended early: in which phases, what it said, its exit code, and how many
    seconds it took from the signal to its end.
    """

    phases: list[str]
    said: bytes
    errors: bytes
    code: int
    took: float
    delay: float


def signalled(
    store: Made, whole: Import, aim: str, chance: random.Random, by: signal.Signals
) -> Ended:
    """Send the import a signal at a moment drawn over one phase, or over all where `aim` is empty.
    The whole group gets it, as from a terminal; who is not gone after a minute is killed.
    """
    path = store.folder.path.parent / "page"
    page = Page(path, new=True)
    length = whole.seconds * 1.05
    if aim:
        span = dict(whole.spans)[aim]
        length = span.ended - span.begun
    delay = chance.uniform(0, length)
    process = subprocess.Popen(
        whole.command(store, path),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # so that the reading child gets it as well
    )
    try:
        if aim:
            _wait_for(process, page, aim)
        with suppress(subprocess.TimeoutExpired):
            process.wait(delay)
    finally:
        phases = page.running()
        begun = time.monotonic()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, by)
    try:
        said, errors = process.communicate(timeout=_WAIT_AT_MOST)
    except subprocess.TimeoutExpired:
        process.kill()
        said, errors = process.communicate()
    took = round(time.monotonic() - begun, 3)
    return Ended(phases, said, errors, process.returncode, took, round(delay, 4))


def aim_of(number: int, journal: Journal, aims: Sequence[str] = NAMES) -> str:
    """Every other round is aimed at a phase; those that were met less than the others take turns,
    for the short ones are missed at times.
    """
    met = journal.counted("phases")
    seldom = sorted(aims, key=lambda name: met[name])[: (len(aims) + 1) // 2]
    return seldom[number // 2 % len(seldom)] if number % 2 else ""


def _round(
    journal: Journal, number: int, store: Made, whole: Import, aim: str, chance: random.Random
) -> None:
    ended = signalled(store, whole, aim, chance, signal.SIGKILL)
    facts: dict[str, Any] = {
        "aimed": aim,
        "delay": ended.delay,
        "phases": ended.phases,
        "acknowledged": ended.said.endswith(b"}\n"),
    }
    try:
        advice = look(store)
        found = rows(store)
    except Exception as error:  # noqa: BLE001 - whatever an opening raises is what the sweep is for
        journal.note(number, well=False, outcome=repr(error), **facts)
        return
    known = {(PEOPLE, 0): "absent", (PEOPLE + whole.new, whole.cards): "whole"}
    outcome = known.get(found, f"partial: {found}")
    well = outcome == "whole" or (outcome == "absent" and not facts["acknowledged"])
    well = well and Advice.LOG_LOST not in advice
    journal.note(number, well=well, outcome=outcome, advice=[a.value for a in advice], **facts)


def rows(store: Made) -> tuple[int, int]:
    """How many people and cards there are."""
    c = connect(store.folder.db, store.key().secret, Access.WRITE)
    try:
        (people,) = c.execute("SELECT count(*) FROM contact").fetchone()
        (cards,) = c.execute("SELECT count(*) FROM card").fetchone()
    finally:
        c.close()
    return people, cards


def look(store: Made) -> tuple[Advice, ...]:
    """What is odd about a store that is sound, agrees with its search, and opens to be written.
    Raises where it is anything else.
    """
    report = check(store.folder, store.key())
    if report.problems:
        raise RuntimeError(f"problems: {report.problems}")
    with store.store() as opened:
        _search_agrees(opened, opened.people().ids)
    _sound(store)
    again = check(store.folder, store.key())
    if again.problems:
        raise RuntimeError(f"problems after closing: {again.problems}")
    return report.advice


def _sound(store: Made) -> None:
    """The engine's own checks, with nothing left in the log; every backup in the list opens."""
    c = connect(store.folder.db, store.key().secret, Access.WRITE)
    try:
        busy, *_ = c.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        found = [
            busy,
            c.execute("PRAGMA integrity_check").fetchall(),
            c.execute("PRAGMA foreign_key_check").fetchall(),
            c.execute("PRAGMA cipher_integrity_check").fetchall(),
        ]
    finally:
        c.close()
    if found != [0, [("ok",)], [], []]:
        raise RuntimeError(f"checks: {found}")
    for backup in listed(store.folder):
        read_header(backup)
        c = connect(
            unpack(backup, store.folder.path.parent / "unpacked"), store.key().secret, Access.READ
        )
        try:
            problems = database_problems(c)
            (people,) = c.execute("SELECT count(*) FROM contact").fetchone()
        except sqlcipher.Error as error:
            raise RuntimeError(f"backup: {error}") from None
        finally:
            c.close()
            (store.folder.path.parent / "unpacked").unlink()
        if problems or people != PEOPLE:
            raise RuntimeError(f"backup: {problems}, {people} people")


def _search_agrees(opened: Store, ids: tuple[str, ...]) -> None:
    """Searching finds everybody of a name whom a walk over all people finds, and nobody else."""
    everyone = opened.contacts(ids)
    names = sorted({c.name.full for c in everyone if c.name.full})
    for name in names[:: max(1, len(names) // _ASKED)]:
        found = set(opened.search(name, "ja", len(ids) + 1).people)
        if not {c.id for c in everyone if c.name.full == name} <= found <= set(ids):
            raise RuntimeError("search does not agree with the people")

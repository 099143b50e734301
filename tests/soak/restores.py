"""R12: a restore that is killed leaves the old store or the new one, whole; what was replaced opens
as well. A damaged backup is refused and changes nothing.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import copytree

from app.domain.contact import Contact, Name
from app.domain.errors import ExpectedError
from app.store.check import check
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases import people
from tests.bench.stores import ROOT
from tests.soak import killing
from tests.soak.calls import Call, traced
from tests.soak.house import CHEAP, NOW, House, built, content, quick_place
from tests.soak.journal import Journal
from tests.soak.killing import Course

CASES = ("older", "logged", "other", "damaged", "nothing")
"""What the backup is put over: its own store a while later, under another passphrase; the same with
the log of a session that was killed; another store with such a log; a damaged one; an empty folder.
"""
PHASES = ("unpack", "prove", "count", "aside", "put")
DAMAGED = 20
_LATER = "another passphrase"


@dataclass(frozen=True)
class Old:
    """What is in the folder before, and how it opens; None where it does not."""

    house: House
    content: str | None


def phase(call: Call) -> str:
    """Where in a restore a call stands."""
    if any("restoring-" in path for path in call.paths):
        return "count" if any("/.restore-" in path for path in call.paths) else "put"
    if any("/backups" in path for path in call.paths):
        return "aside"
    if any("/.restore-" in path for path in call.paths):
        return "prove" if any("-shm" in path or "-wal" in path for path in call.paths) else "unpack"
    return "folder" if any(re.search(r"/store(/|$)", path) for path in call.paths) else ""


def sweep(
    count: int,
    seed: int,
    size: int,
    folder: Path | None = None,
    *,
    cases: Sequence[str] = CASES,
    program: Sequence[str] = (),
) -> bool:
    """Kill restores, `size` damaged backups first; whether all went well. `program` stands in for
    the command line, for the twin.
    """
    journal = Journal("restores", seed, size, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        place = Path(named)
        olds, backup, new = _made(place, seed)
        for number in range(-size, 0):
            if not journal.rounds.get(number, {}).get("well"):
                _damage(journal, number, place, olds["older"], backup, Random(f"{seed}{number}"))
        courses: dict[str, Course] = {}
        for number in journal.left(count):
            case = cases[number % len(cases)]
            if case not in courses:
                command = [*program, *_restore(olds[case].house.copied(place / "round"), backup)]
                run = traced(command, place / "notes")
                assert run.code == 0, run.err
                courses[case] = Course.of(run, phase)
            house = olds[case].house.copied(place / "round")
            command = [*program, *_restore(house, backup)]
            rnd = Random(f"{seed}-{number}")
            run = killing.killed(
                command, place / "notes", courses[case].draw(number // len(cases), rnd)
            )
            try:
                assert run.code in {0, -9}, run.err
                outcome = _judged(house, olds[case], new, done=run.code == 0)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what the sweep is for
                outcome = f"wrong: {error!r}"
            journal.note(
                number, well=outcome in {"old", "new"}, case=case, phase=killing.met(run, phase),
                outcome=outcome,
            )  # fmt: skip
    enough = journal.ended(count, "outcome", "phase", PHASES)
    return enough and all(s["well"] for s in journal.rounds.values())


def _restore(house: House, backup: Path) -> list[str]:
    house.passphrase_file.write_text("a small house\n", encoding="utf-8")
    return house.command("restore", backup, "--force")


def _made(place: Path, seed: int) -> tuple[dict[str, Old], Path, str]:
    """What each case begins with, the backup, and what is in it."""
    house = built(place / "older", seed)
    backup = place / "copy.enishi"
    assert house.run("backup", backup).returncode == 0
    new = house.content()
    with open_store(house.folder, house.key()) as store:
        people.add(store, Contact(name=Name("after the backup")), now=NOW)
        store.slots.change_passphrase(_LATER, passphrase="a small house", cost=CHEAP)
    other = built(place / "other", seed + 1, passphrase=_LATER)
    for one in (house, other):
        one.passphrase_file.write_text(_LATER + "\n", encoding="utf-8")
    logged = house.copied(place / "logged")
    damaged = house.copied(place / "damaged")
    damaged.folder.db.write_bytes(damaged.folder.db.read_bytes()[:9000])
    for one in (logged, other):
        session_killed(one.folder, _LATER)
    nothing = House(place / "nothing")
    nothing.folder.path.mkdir(parents=True)
    houses = {"older": house, "logged": logged, "other": other}
    olds = {name: Old(one, _without_a_trace(one, place / "read")) for name, one in houses.items()}
    assert len({new, *(old.content for old in olds.values())}) == 4
    return olds | {"damaged": Old(damaged, None), "nothing": Old(nothing, None)}, backup, new


def session_killed(folder: StoreFolder, passphrase: str) -> None:
    """One more person, in the log of a session that never closed."""
    command = [sys.executable, "-m", "tests.soak.restores", str(folder.path), passphrase]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9


def _without_a_trace(house: House, place: Path) -> str:
    return house.copied(place).content()


def _judged(house: House, old: Old, new: str, *, done: bool) -> str:
    """Old or new; anything else is raised or said."""
    found = _opened(house.folder)
    if found is None:
        if old.content is None and not done:
            return _still(house, old)
        return "opens by neither passphrase"
    words, there = found
    if there != new:
        if done or words != _LATER or there != old.content:
            return "opens with something else"
        return "old"
    asides = list(house.folder.backups.glob("replaced-*"))
    if len(asides) != (0 if old.house.place.name == "nothing" else 1):
        return f"{len(asides)} replaced"
    if old.content is not None and _replaced(asides[0]) != old.content:
        return "what was replaced is another"
    if list(house.folder.path.glob("*restor*")):
        return "leftovers"
    with open_store(house.folder, unlock(house.folder, passphrase=words)) as store:
        people.add(store, Contact(name=Name("goes on")), now=NOW)
    return "new"


def _replaced(aside: Path) -> str:
    kept = StoreFolder(aside)
    return content(kept.db, unlock(kept, passphrase=_LATER).secret)


def _opened(folder: StoreFolder) -> tuple[str, str] | None:
    """By which passphrase it opens, sound, and what is in it."""
    for words in ("a small house", _LATER):
        try:
            key = unlock(folder, passphrase=words)
            report = check(folder, key)
        except ExpectedError:
            continue
        if report.is_sound:
            with open_store(folder, key):  # takes what a kill left away, and the log in
                pass
            return words, content(folder.db, key.secret)
    return None


def _still(house: House, old: Old) -> str:
    """A damaged store, or none: not a byte of it differs."""
    names = ("store.db", "store.db-wal", "vault.json", "vault.copy.json")
    for name in names:
        before, after = old.house.folder.path / name, house.folder.path / name
        if before.exists() != after.exists():
            return f"{name} came or went"
        if before.exists() and before.read_bytes() != after.read_bytes():
            return f"{name} differs"
    return "old"


def _damage(
    journal: Journal, number: int, place: Path, old: Old, backup: Path, rnd: Random
) -> None:
    """A damaged backup: refused in words, and no file of the store differs."""
    data = bytearray(backup.read_bytes())
    at = rnd.randrange(100, len(data) - 300)
    kind = ("bit", "cut", "page", "swapped")[number % 4]
    if kind == "bit":
        data[at] ^= 1 << rnd.randrange(8)
    elif kind == "cut":
        del data[at:]
    elif kind == "page":
        data[at : at + 4096] = bytes(4096)
    else:
        data[at : at + 64], data[200:264] = data[200:264], data[at : at + 64]
    spoiled = place / "spoiled.enishi"
    spoiled.write_bytes(data)
    house = old.house.copied(place / "round")
    before = copytree(house.folder.path, place / "before", dirs_exist_ok=True)
    house.passphrase_file.write_text("a small house\n", encoding="utf-8")
    ran = house.run("restore", spoiled, "--force")
    same = _tree(before) == _tree(house.folder.path)
    words = "not a backup" in ran.stderr
    outcome = "refused" if ran.returncode == 2 and same and words else f"{ran.returncode} {same}"
    journal.note(number, well=outcome == "refused", case=kind, phase="damaged", outcome=outcome)


def _tree(path: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in path.rglob("*") if p.is_file() and p.name != "lock"}


def _session() -> None:
    """What is killed: one more person, and no closing."""
    import os

    folder = StoreFolder(Path(sys.argv[1]))
    store = open_store(folder, unlock(folder, passphrase=sys.argv[2]))
    people.add(store, Contact(name=Name("in the log")), now=NOW)
    os._exit(9)


if __name__ == "__main__":
    _session()

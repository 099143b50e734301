"""R14: a move that is killed leaves the store in one folder, whole and with its backups, and every
start finds it there.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from app.domain.contact import Contact, Name
from app.store import backup, restoring
from app.store.check import check
from app.store.folder import FolderState, StoreFolder
from app.store.following import followed
from app.store.moving import move
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases import people
from tests.soak import killing, restores
from tests.soak.calls import Call, traced
from tests.soak.house import NOW, PASSPHRASE, House, built, content, quick_place
from tests.soak.journal import Journal
from tests.soak.killing import Course

CASES = ("closed", "logged", "aside")
"""What is moved: a store with backups; one with the log of a session that was killed besides; one
that has a store in it that a restore put aside.
"""
PHASES = ("begin", "copy", "count", "put", "settle")
BACKUPS = 2
_SETTLED = re.compile(r"moved\.json|came_from\.json|/old/store/(backups/|vault|store\.db$)")
"""Before it counts none of these is written."""


def phase(call: Call) -> str:
    """Where in a move a call stands."""
    inside = [path for path in call.paths if "/old/" in path or "/new" in path]
    beside = [path for path in inside if "/.moving-" in path]
    if beside:
        return "copy" if len(beside) == len(inside) else "count"
    if any("/new/restoring-" in path for path in inside):
        return "put"
    if any("/.look-" in path for path in inside):
        return "begin"
    unlocks = call.name.startswith("unlink") and any(p.endswith("/lock") for p in inside)
    if unlocks or any(_SETTLED.search(path) for path in inside):
        return "settle"
    return "begin" if inside else ""


def sweep(
    count: int,
    seed: int,
    size: int,
    folder: Path | None = None,
    *,
    cases: Sequence[str] = CASES,
    guard: str = "",
) -> bool:
    """Kill moves of a store with `size` backups; whether all went well. `guard` is left out, for
    the twin.
    """
    journal = Journal("moves", seed, size, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        place = Path(named)
        houses, wanted = _made(place, seed, size)
        courses: dict[str, Course] = {}
        for number in journal.left(count):
            case = cases[number % len(cases)]
            if case not in courses:
                run = traced(_command(_laid_out(houses[case], place), guard), place / "notes")
                assert run.code == 0, run.err
                courses[case] = Course.of(run, phase)
            house = _laid_out(houses[case], place)
            at = courses[case].draw(number // len(cases), Random(f"{seed}-{number}"))
            run = killing.killed(_command(house, guard), place / "notes", at)
            try:
                assert run.code in {0, -9}, run.err
                outcome = _judged(house, wanted[case], done=run.code == 0)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what the sweep is for
                outcome = f"wrong: {error!r}"
            journal.note(
                number, well=outcome in {"old", "new"}, case=case, phase=killing.met(run, phase),
                outcome=outcome,
            )  # fmt: skip
    enough = journal.ended(count, "outcome", "phase", PHASES)
    return enough and all(s["well"] for s in journal.rounds.values())


def _laid_out(house: House, place: Path) -> House:
    """A copy of it in `round/old`; it is moved to `round/new`."""
    return house.copied(place / "round" / "old")


def _new(house: House) -> Path:
    return house.place.parent / "new"


def _command(house: House, guard: str) -> list[str]:
    shutil.rmtree(_new(house), ignore_errors=True)
    named = (str(house.folder.path), str(_new(house)), guard)
    return [sys.executable, "-m", "tests.soak.moves", *named]


def _made(place: Path, seed: int, size: int) -> tuple[dict[str, House], dict[str, str]]:
    """What each case begins with, and what is in it."""
    closed = built(place / "closed", seed)
    key = closed.key()
    for _ in range(size):
        backup.automatic(closed.folder, key, NOW)
    logged, aside = closed.copied(place / "logged"), closed.copied(place / "aside")
    made = max(aside.folder.backups.glob("*.enishi"))
    backup.restore(made, aside.folder, now=NOW.local, passphrase=PASSPHRASE, force=True)
    restores.session_killed(logged.folder, PASSPHRASE)
    houses = {"closed": closed, "logged": logged, "aside": aside}
    wanted = {name: _whole(one.copied(place / "read").folder) for name, one in houses.items()}
    return houses, wanted


def _whole(folder: StoreFolder) -> str:
    """What is in a store that is sound, once it was opened as a window does it."""
    key = unlock(folder, passphrase=PASSPHRASE)
    assert check(folder, key).is_sound
    with open_store(folder, key):
        pass
    backups = sorted(path.name for path in folder.backups.iterdir())
    whole = all(backup.reads_whole(path) for path in folder.backups.glob("*.enishi"))
    return f"{content(folder.db, key.secret)} {backups} {whole}"


def _judged(house: House, wanted: str, *, done: bool) -> str:
    """Old or new; anything else is raised or said."""
    old, new = house.folder, StoreFolder(_new(house))
    there = StoreFolder(followed(old.path))
    if _whole(there) != wanted:
        return "another content"
    if StoreFolder(followed(old.path)).path != there.path:
        return "it did not stay there"
    if there.path == old.path:
        if done or (new.path.exists() and any(new.path.iterdir())):
            return "old, with something in the new place"
        if list(old.path.glob("mov*")) or list(old.path.glob(".*")):
            return "leftovers"
        return "old"
    if old.state() is not FolderState.MOVED or {p.name for p in old.path.iterdir()} != {
        old.moved.name
    }:
        return "new, with something in the old place"
    if list(new.path.glob(".*")) or list(new.path.glob("restoring*")):
        return "leftovers"
    with open_store(there, unlock(there, passphrase=PASSPHRASE)) as store:
        people.add(store, Contact(name=Name("goes on")), now=NOW)
    return "new"


def _move() -> None:
    """What is killed: a move, as the window does it, and no opening after it."""
    source, target, guard = sys.argv[1:]
    folder = StoreFolder(Path(source))
    if guard == "count":  # the twin: put in place piece by piece, without the one rename
        restoring.count = _piece_by_piece
    move(folder, Path(target), unlock(folder, passphrase=PASSPHRASE), NOW.local)


def _piece_by_piece(folder: StoreFolder, made: Path, time: str) -> Path:
    for path in sorted(made.iterdir(), reverse=True):
        if path.is_dir():
            for one in path.iterdir():
                one.rename(folder.backups / one.name)
        else:
            path.rename(folder.path / path.name)
    return folder.path


if __name__ == "__main__":
    _move()

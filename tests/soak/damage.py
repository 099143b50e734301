"""R6: damage is found before it spreads, and a damaged file is never written.

A closed store is damaged (a bit, a length, a page) and looked at through every door: it must not
open as if nothing were, or must not be copied into a backup; and no byte of it may change. A log
of a killed session is damaged as well: then what opens is what counted up to some moment.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

from app.domain.contact import Contact, Name
from app.domain.errors import ExpectedError
from app.store.backup import make
from app.store.check import check
from app.store.errors import BackupFailedError
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import DataKey, unlock
from app.usecases import people
from tests.bench.stores import NOW, ROOT, Made, made
from tests.soak.house import quick_place
from tests.soak.journal import Journal

PAGE = 4096
PEOPLE, ENTRIES = 200, 1_000
LOGGED = 12
"""So many people are added by the session that is killed."""

Hurt = Callable[[Path, Random], str]


def bit(path: Path, rnd: Random) -> str:
    """One bit flipped."""
    place = rnd.randrange(path.stat().st_size)
    with path.open("r+b") as stream:
        stream.seek(place)
        (byte,) = stream.read(1)
        stream.seek(place)
        stream.write(bytes([byte ^ 1 << rnd.randrange(8)]))
    return f"byte {place}"


def length(path: Path, rnd: Random) -> str:
    """Cut off, at a page or somewhere."""
    size = path.stat().st_size
    to = rnd.randrange(size // PAGE) * PAGE if rnd.random() < 0.5 else rnd.randrange(size)
    os.truncate(path, to)
    return f"cut to {to}"


def page(path: Path, rnd: Random) -> str:
    """A page of zeros."""
    at = rnd.randrange(path.stat().st_size // PAGE) * PAGE
    with path.open("r+b") as stream:
        stream.seek(at)
        stream.write(bytes(PAGE))
    return f"page {at // PAGE}"


KINDS: tuple[tuple[str, Hurt, int], ...] = (
    ("bit", bit, 1000), ("length", length, 100), ("page", page, 50), ("log", bit, 200),
)  # fmt: skip
"""How often each, for the figures of SAFETY."""
COUNT = sum(times for _, _, times in KINDS)


def sweep(count: int, seed: int, people_: int, folder: Path | None = None) -> bool:
    """So many damages, the kinds in their proportion; whether none went unseen."""
    journal = Journal("damage", seed, people_, **({"folder": folder} if folder else {}))
    base = made(people_, ENTRIES, seed)
    rnd = Random(seed)
    kinds = [kind for kind, _, times in KINDS for _ in range(times)]
    rnd.shuffle(kinds)
    with tempfile.TemporaryDirectory(dir=quick_place()) as place:
        logged = _logged(base, Path(place) / "logged")
        for number in journal.left(count):
            kind = kinds[number % COUNT]
            one = Random(seed * 1_000_003 + number)
            copy = Path(place) / "store"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(logged if kind == "log" else base.folder.path, copy)
            try:
                said = _log(copy, base, one) if kind == "log" else _file(copy, base, kind, one)
            except AssertionError as error:
                words = str(error).splitlines()[0]
                journal.note(number, well=False, kind=kind, said=words, outcome="wrong")
                continue
            journal.note(number, well=True, kind=kind, said=said, outcome=f"{kind} {said[0]}")
    wanted = [name for name, *_ in KINDS] if count >= COUNT else []
    return journal.ended(count, "outcome", "kind", wanted)


def _file(copy: Path, base: Made, kind: str, rnd: Random) -> tuple[str, str]:
    """How it was noticed, and what was done to the database."""
    folder = StoreFolder(copy)
    hurt = next(hurt for name, hurt, _ in KINDS if name == kind)
    key = unlock(folder, recovery_key=base.recovery_key)
    what = hurt(folder.db, rnd)
    before = _digest(folder.db)
    noticed = _noticed(folder, key)
    assert noticed, f"{what} went unseen"
    assert _digest(folder.db) == before, f"{what}: a damaged file was written"
    return noticed, what


def _noticed(folder: StoreFolder, key: DataKey) -> str:
    """The first door at which damage is noticed, of those that a person comes to; empty: none."""
    try:
        store = open_store(folder, key)
    except ExpectedError as error:
        return type(error).__name__
    try:
        make(folder, key, folder.backups / "copy.enishi")
    except BackupFailedError:
        assert not check(folder, key).is_sound, "the backup fails and the check is content"
        return "backup"
    except ExpectedError as error:
        return type(error).__name__
    finally:
        store.close()
    return ""


def _log(copy: Path, base: Made, rnd: Random) -> tuple[str, str]:
    """How many of the logged people are there, and what was done to the log."""
    folder = StoreFolder(copy)
    key = unlock(folder, recovery_key=base.recovery_key)
    what = bit(folder.wal, rnd)
    try:
        store = open_store(folder, key)
    except ExpectedError as error:
        return type(error).__name__, what
    with store:
        there = {c.name.full for c in store.contacts(store.people().ids)}
    got = [f"logged {n}" in there for n in range(LOGGED)]
    assert got == sorted(got, reverse=True), f"{what}: {got} was never true"
    left = len(there) - sum(got)
    assert left == len({c.name.full for c in base.population.people()}), f"{what}: others are gone"
    assert check(folder, key).problems == (), f"{what}: what opened is not sound"
    return f"{sum(got)} there", what


def _logged(base: Made, place: Path) -> Path:
    """A store whose last session was killed with a log."""
    shutil.copytree(base.folder.path, place)
    command = [sys.executable, "-m", "tests.soak.damage", str(place), base.recovery_key]
    subprocess.run(command, cwd=ROOT, check=False)
    assert StoreFolder(place).wal.stat().st_size > PAGE
    return place


def _session() -> None:
    """What is killed: add people one by one, and end without closing."""
    folder = StoreFolder(Path(sys.argv[1]))
    store = open_store(folder, unlock(folder, recovery_key=sys.argv[2]))
    for number in range(LOGGED):
        people.add(store, Contact(name=Name(f"logged {number}")), now=NOW)
    os._exit(9)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    _session()

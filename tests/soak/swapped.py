"""R8: a lost log, an older database and somebody else's are noticed, whoever looks first; and a
session that was closed leaves no log.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.domain.errors import ExpectedError
from app.store.advice import AT_RISK, Advice
from app.store.store import open_store
from app.usecases import log
from tests.soak.house import NOW, House, built, quick_place
from tests.soak.journal import Journal


def _killed_session(house: House, rnd: Random) -> None:
    """Some entries, and no closing."""
    child = os.fork()
    if child == 0:
        try:
            store = open_store(house.folder, house.key())
            for number in range(rnd.randint(1, 4)):
                log.note(store, [store.people().ids[0]], f"in the log {number}", now=NOW)
        finally:
            os._exit(9)
    os.waitpid(child, 0)
    assert house.folder.wal.stat().st_size > 0


def _session(house: House, rnd: Random) -> None:
    with open_store(house.folder, house.key()) as store:
        for number in range(rnd.randint(1, 4)):
            log.note(store, [store.people().ids[0]], f"entry {number}", now=NOW)
    left = [p.name for p in house.folder.path.iterdir() if "-wal" in p.name or "-journal" in p.name]
    assert not left, f"a session that was closed left {left}"


def lost_log(house: House, rnd: Random) -> None:
    """The log of a killed session is gone."""
    _killed_session(house, rnd)
    house.folder.wal.unlink()
    (house.folder.path / "store.db-shm").unlink(missing_ok=True)


def older_database(house: House, rnd: Random) -> None:
    """The database of some sessions ago is put back."""
    kept = house.place / "kept.db"
    shutil.copy2(house.folder.db, kept)
    for _ in range(rnd.randint(1, 4)):
        _session(house, rnd)
    kept.replace(house.folder.db)


def older_under_a_log(house: House, rnd: Random) -> None:
    """The same after a kill; its log goes with it, as somebody who cleans up would do it."""
    kept = house.place / "kept.db"
    shutil.copy2(house.folder.db, kept)
    for _ in range(rnd.randint(1, 3)):
        _session(house, rnd)
    lost_log(house, rnd)
    kept.replace(house.folder.db)


def other_database(house: House, rnd: Random) -> None:
    """The database of another store, with its log or without."""
    other = built(house.place / "other", rnd.randrange(1 << 20))
    shutil.copy2(other.folder.db, house.folder.db)


def older_header(house: House, rnd: Random) -> None:
    """Both copies of the header are those of some sessions ago."""
    kept = {p: p.read_bytes() for p in (house.folder.header, house.folder.header_copy)}
    for _ in range(rnd.randint(1, 4)):
        _session(house, rnd)
    for path, data in kept.items():
        path.write_bytes(data)


CASES: tuple[Callable[[House, Random], None], ...] = (
    lost_log, older_database, older_under_a_log, other_database, older_header,
)  # fmt: skip


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """`count` swaps and `size` sessions that are closed; whether each swap was told."""
    journal = Journal("swapped", seed, size, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        base = built(Path(named) / "base", seed)
        for number in journal.left(count):
            house = base.copied(Path(named) / "round")
            rnd = Random(f"{seed}-{number}")
            _session(house, rnd)
            case = CASES[number % len(CASES)]
            case(house, rnd)
            outcome = _told(house)
            journal.note(number, well=bool(outcome), phase=case.__name__, outcome=outcome)
        closed = base.copied(Path(named) / "closed")
        if not journal.rounds.get(-1, {}).get("well"):
            for number in range(size):
                _session(closed, Random(f"{seed}-closed-{number}"))
            with open_store(closed.folder, closed.key()) as store:
                well = store.advice == ()
            journal.note(-1, well=well, phase="closed", outcome=f"{size} closed")
    cases = [case.__name__ for case in CASES]
    return journal.ended(count, "outcome", "phase", cases) and journal.rounds[-1]["well"]


def _told(house: House) -> str:
    """What the command line and the opening say; empty where one of them says nothing."""
    ran = house.run("check")
    if ran.returncode == 0 or not ran.stderr.strip():
        return ""
    try:
        with open_store(house.folder, house.key()) as store:
            risks = AT_RISK.intersection(store.advice)
            return ", ".join(sorted(Advice(one).value for one in risks))
    except ExpectedError as error:
        return type(error).__name__

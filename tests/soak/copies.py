"""R11: every automatic backup opens by its own slots, is sound, and holds a state that was; made
while a hundred changes a second are written, and killed at any call to the disk. (Without room:
`full`, act `backup`.)
"""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event

from app.store.backup import automatic, listed, read_header, unpack
from app.store.check import database_problems
from app.store.engine import Access, connect
from app.store.store import open_store
from app.store.vault import open_slot
from app.usecases import log
from tests.soak import killing
from tests.soak.calls import Call, traced
from tests.soak.house import NOW, PASSPHRASE, House, built, quick_place
from tests.soak.journal import Journal
from tests.soak.killing import Course

PHASES = ("copy", "prove", "pack", "name")
SENTINEL = "Querschlaegerin"
_APART = 0.01  # seconds: a hundred changes a second, where the computer can
_AT_ONCE = 10


def phase(call: Call) -> str:
    """Where in a backup a call stands."""
    paths = " ".join(call.paths)
    if "/.enishi-" not in paths:
        return "name" if "/out" in paths else ""
    if "packed" in paths:
        return "name" if call.name.startswith("rename") else "pack"
    if "-shm" in paths:
        return "prove"
    return "copy" if "store.db" in paths else "name"


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """`count` backups under load, then `size` killed ones; whether all that bear a name open."""
    journal = Journal("copies", seed, size, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        place = Path(named)
        for first in range(0, count, _AT_ONCE):
            left = [n for n in journal.left(count) if first <= n < first + _AT_ONCE]
            if left:
                _under_load(journal, built(place / str(first), seed + first), left)
        left = [n for n in range(-size, 0) if not journal.rounds.get(n, {}).get("well")]
        if left:
            _killed(journal, place, seed, left)
    well = journal.ended(count, "outcome")
    rounds = [said for said in journal.rounds.values() if said["round"] < 0]
    met = {name: sum(said["phase"] == name for said in rounds) for name in PHASES}
    print(f"kills: {sum(s['well'] for s in rounds)} of {size} well; met {met}")
    enough = all(times >= min(size // 10, 20) for times in met.values())
    return enough and well and all(s["well"] for s in journal.rounds.values())


def _under_load(journal: Journal, house: House, numbers: list[int]) -> None:
    """One session writes entries numbered from 0; meanwhile copies are made and proven."""
    key = house.key()
    ended = Event()
    with ThreadPoolExecutor(1) as lane, open_store(house.folder, key) as store:
        who = store.people().ids[0]

        def copies() -> None:
            try:
                for number in numbers:
                    later = NOW.local + timedelta(days=number)
                    automatic(house.folder, key, replace(NOW, local=later))
            finally:
                ended.set()

        made = lane.submit(copies)
        written, begun = 0, time.monotonic()
        while not ended.is_set():
            due = begun + written * _APART
            time.sleep(max(0.0, due - time.monotonic()))
            log.note(store, [who], f"{SENTINEL} {written}", now=NOW)
            written += 1
        rate = written / (time.monotonic() - begun)
        made.result()
    there = list(reversed(listed(house.folder)))
    newest = -1
    for number, backup in zip(numbers, there[-len(numbers) :], strict=False):
        try:
            held = _held(house, backup)
            outcome = "opens" if newest <= held <= written else f"{newest}, {held}, {written}"
            newest = held
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the sweep is for
            outcome = f"wrong: {error!r}"
        journal.note(
            number, well=outcome == "opens", phase="load", rate=round(rate), held=newest,
            outcome=outcome,
        )  # fmt: skip


def _held(house: House, backup: Path) -> int:
    """How many numbered entries a backup holds: all from the first on. Raises where it is not as a
    backup has to be.
    """
    assert backup.stat().st_mode & 0o777 == 0o600, "mode"
    assert SENTINEL.encode() not in backup.read_bytes(), "plain text"
    key = open_slot(read_header(backup), house.folder, passphrase=PASSPHRASE)
    database = unpack(backup, house.place / "unpacked")
    try:
        c = connect(database, key.secret, Access.READ)
        try:
            assert database_problems(c) == ()
            rows = c.execute("SELECT json FROM interaction").fetchall()
        finally:
            c.close()
    finally:
        database.unlink()
    found = sorted(
        int(text.split(SENTINEL)[1].split('"')[0]) for (text,) in rows if SENTINEL in text
    )
    assert found == list(range(len(found))), f"a state that never was: {found}"
    return len(found)


def _killed(journal: Journal, place: Path, seed: int, left: list[int]) -> None:
    """Over an older backup: that one or the new one bears the name, whole."""
    house = built(place / "house", seed)
    out = house.place / "out"
    out.mkdir()
    assert house.run("backup", out / "copy.enishi").returncode == 0
    with open_store(house.folder, house.key()) as store:
        log.note(store, [store.people().ids[0]], f"{SENTINEL} 0", now=NOW)

    def command(of: House) -> list[str]:
        return of.command("backup", of.place / "out" / "copy.enishi", "--force")

    run = traced(command(house.copied(place / "round")), place / "notes")
    assert run.code == 0, run.err
    course = Course.of(run, phase)
    before = house.content()
    for number in left:
        copy = house.copied(place / "round")
        at = course.draw(-number, Random(f"{seed}-{number}"))
        run = killing.killed(command(copy), place / "notes", at)
        try:
            assert run.code in {0, -9}, run.err
            held = _held(copy, copy.place / "out" / "copy.enishi")
            outcome = ("old", "new")[held]
            if run.code == 0 and not held:
                outcome = "said to be done, and is not"
            if copy.content() != before:
                outcome = "the store was changed"
        except Exception as error:  # noqa: BLE001 - as above
            outcome = f"wrong: {error!r}"
        journal.note(
            number, well=outcome in {"old", "new"}, phase=killing.met(run, phase), outcome=outcome
        )

"""R4: a full disk changes nothing and is said plainly; the program goes on, and what is tried again
with room to write is done.

Three kinds of fullness: `pages`, where the engine may not add another page (at every page from none
to all that an import and an edit need); `length`, where no file may grow beyond a length (drawn
from none to all), which the engine calls an I/O error; `volume`, a small disk that is really full.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Name
from app.store.check import check
from app.store.errors import DiskFullError
from app.store.store import Store, open_store
from app.usecases import people
from tests.bench.population import Population, vcard_file
from tests.bench.stores import ROOT
from tests.soak.house import NOW, House, built, quick_place, rows_of, surroundings
from tests.soak.journal import Journal

CARDS = 150
LENGTHS, VOLUMES = 50, 20
SAID = ("The disk is full. Nothing was changed.", "ディスクがいっぱいです。変更はしていません。")
_ADDED = 250  # people; more than a hundred pages
_KIB = 1024


@dataclass(frozen=True)
class Act:
    """Something that a person does, and whether all of it is there."""

    name: str
    arguments: Callable[[House], Sequence[object]]
    whole: Callable[[House, str], bool]


def _export_is_whole(house: House, _: str) -> bool:
    written = house.place / "out.vcf"
    return written.exists() and written.read_bytes().count(b"END:VCARD") == len(_people(house))


def _backup_opens(house: House, _: str) -> bool:
    there = House(house.place / "there")
    there.place.mkdir()
    there.passphrase_file.write_bytes(house.passphrase_file.read_bytes())
    return there.run("restore", house.place / "out.enishi").returncode == 0


def _people(house: House) -> tuple[str, ...]:
    with open_store(house.folder, house.key()) as store:
        return store.people().ids


ACTS = (
    Act("import", lambda h: ("import", h.place / "cards.vcf"), lambda h, b: h.content() != b),
    Act("edit", lambda h: ("note", h.place.joinpath("who").read_text(), "x" * 40_000),
        lambda h, b: h.content() != b),
    Act("backup", lambda h: ("backup", h.place / "out.enishi"), _backup_opens),
    Act("export", lambda h: ("export", h.place / "out.vcf"), _export_is_whole),
)  # fmt: skip
"""The log of what happened is what an edit writes: a long note."""


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """`count` lengths for each act, `size` volumes, and all pages; whether all went well."""
    journal = Journal("full", seed, size, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        place = Path(named)
        house = prepared(place / "house", seed)
        pages = _pages(house.copied(place / "round"))
        lengths = {act.name: _needed(house, act, place) for act in ACTS}
        plan: list[tuple[str, str, int]] = [("pages", "import", n) for n in range(pages)]
        plan += [("pages", "edit", n) for n in range(3)]
        rnd = Random(seed)
        for act in ACTS:
            cuts = sorted(rnd.sample(range(lengths[act.name]), count))
            plan += [("length", act.name, cut) for cut in cuts]
        plan += [("volume", ACTS[n % len(ACTS)].name, rnd.randrange(8, 500)) for n in range(size)]
        for number in journal.left(len(plan)):
            kind, act_name, room = plan[number]
            how = {"pages": _pages_round, "length": _length_round, "volume": _volume_round}[kind]
            try:
                outcome = how(house, place / "round", act_name, room, number)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what the sweep is for
                outcome = f"wrong: {error!r}"
            well = outcome in {"refused", "done"}
            journal.note(number, well=well, kind=kind, act=act_name, room=room, outcome=outcome)
    return journal.ended(len(plan), "outcome") and _enough(journal, len(plan))


def _enough(journal: Journal, count: int) -> bool:
    """Of every kind and act some were refused: else nothing was full."""
    said = [journal.rounds[n] for n in range(count) if n in journal.rounds]
    refused = {(s["kind"], s["act"]): 0 for s in said}
    for one in said:
        refused[one["kind"], one["act"]] += one["outcome"] == "refused"
    print("refused:", *(f"{kind} {act} {n};" for (kind, act), n in refused.items()))
    return all(n for (kind, act), n in refused.items() if kind != "volume")


def prepared(place: Path, seed: int) -> House:
    """A store with a backup of its own, a file of cards beside it, and whom a note is about."""
    house = built(place, seed)
    place.joinpath("cards.vcf").write_bytes(vcard_file(CARDS, seed + 1))
    place.joinpath("who").write_text(_people(house)[0], encoding="utf-8")
    # Whom today names is chosen with the first note of a day.
    assert house.run("note", _people(house)[0], "first of the day").returncode == 0
    house.folder.backups.mkdir(exist_ok=True)
    assert house.run("backup", house.folder.backups / "20261001-120000.enishi").returncode == 0
    return house


def _length_round(house: House, place: Path, act_name: str, room: int, number: int) -> str:
    copy = house.copied(place)
    run = partial(_ran, copy, act_name, room, japanese=number % 2 == 1)
    outcome = judged(copy, act_name, run)
    return outcome if outcome != "refused" else again(copy, act_name) or outcome


def _ran(
    house: House, act_name: str, most: int | None, *, japanese: bool
) -> "subprocess.CompletedProcess[str]":
    """Run an act; no file may grow beyond `most` bytes."""

    def limit() -> None:
        if most is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    act = next(act for act in ACTS if act.name == act_name)
    return subprocess.run(
        house.command(*act.arguments(house)), cwd=ROOT, env=surroundings(japanese=japanese),
        capture_output=True, text=True, check=False, timeout=120, preexec_fn=limit,
    )  # fmt: skip


def judged(
    house: House,
    act_name: str,
    run: Callable[[], "subprocess.CompletedProcess[str]"],
    crowd: Callable[[], None] = lambda: None,
) -> str:
    """Run an act without room; what is wrong then, or `refused` or `done`. `crowd` takes the room
    away: looking at what was there before needs some as well.
    """
    act = next(act for act in ACTS if act.name == act_name)
    before, kept = house.content(), backups(house)
    crowd()
    ran = run()
    if ran.returncode in {0, 1}:
        if not act.whole(house, before):
            return f"said done, and is not: {ran.stderr}"
        return "done"
    if not any(words in ran.stderr for words in SAID):
        return f"said: {ran.stderr}"
    if house.content() != before:
        return "something was changed"
    if {name: backups(house).get(name) for name in kept} != kept:
        return "an older backup was touched"
    left = [p.name for p in house.place.rglob("*") if p.name.startswith((".", "out"))]
    left += [p.name for p in house.folder.path.glob("*.new")]
    if left:
        return f"leftovers: {left}"
    report = check(house.folder, house.key())
    if not report.is_sound:
        return f"not sound: {report}"
    return "refused"


def again(house: House, act_name: str) -> str:
    """With room it is done."""
    act = next(act for act in ACTS if act.name == act_name)
    before = house.content()
    ran = _ran(house, act_name, None, japanese=False)
    return "" if ran.returncode in {0, 1} and act.whole(house, before) else f"then: {ran.stderr}"


def backups(house: House) -> dict[str, str]:
    """The store's backups, by name."""
    found = house.folder.backups.glob("*.enishi")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in found}


def _needed(house: House, act: Act, place: Path) -> int:
    """How long the longest file gets that an act writes: its own, or the log."""
    longest = 0
    low, high = 0, 4 << 20
    while high - low > 16 * _KIB:
        longest = (low + high) // 2
        copy = house.copied(place / "round")
        ran = _ran(copy, act.name, longest, japanese=False)
        low, high = (low, longest) if ran.returncode in {0, 1} else (longest, high)
    return high


# pages


def _pages(house: House) -> int:
    """How many pages the import adds."""
    with open_store(house.folder, house.key()) as store:
        before = _pragma(store, "page_count")
        _import(store)
        return _pragma(store, "page_count") - before


def _pragma(store: Store, words: str) -> int:
    driver = store._connection.connection.driver_connection
    assert driver is not None
    (value,) = driver.execute(f"PRAGMA {words}").fetchone()
    return int(value)


def _import(store: Store) -> Change:
    found = Population(_ADDED, 0, 99, many_names=True).people()
    return store.apply(Change(Verb.IMPORT, tuple(Edit(None, one) for one in found)), now=NOW)


def _pages_round(house: House, place: Path, act_name: str, room: int, _: int) -> str:
    """In one open store: refused, unchanged, still answering; and then with room."""
    copy = house.copied(place)
    kept = backups(copy)
    with open_store(copy.folder, copy.key()) as store:
        ids = store.people().ids
        before = rows_of(store)
        _pragma(store, f"max_page_count={_pragma(store, 'page_count') + room}")
        act = _import if act_name == "import" else _long_name
        try:
            act(store)
        except DiskFullError:
            outcome = "refused"
        else:
            outcome = "done"
        if outcome == "refused" and (rows_of(store) != before or store.people().ids != ids):
            return "something was changed"
        _pragma(store, "max_page_count=1000000")
        if outcome == "refused":
            act(store)
        if rows_of(store) == before or backups(copy) != kept:
            return "nothing was changed, or a backup"
    report = check(copy.folder, copy.key())
    return outcome if report.is_sound and not report.advice else f"not sound: {report}"


def _long_name(store: Store) -> Change:
    return people.add(store, Contact(name=Name("long"), note="x" * 20_000), now=NOW)


# a small volume


def _volume_round(house: House, place: Path, act_name: str, room: int, number: int) -> str:
    """On a disk of its own, in a process that may mount one."""
    place.mkdir(exist_ok=True)
    script = f'mount -t tmpfs -o size=16m tmpfs "{place}" && exec "$@"'
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script, "sh", sys.executable, "-m", "tests.soak.full",
         str(house.place), str(place), act_name, str(room), str(number)],
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    return str(json.loads(done.stdout)) if done.returncode == 0 else f"wrong: {done.stderr[-1000:]}"


def _on_a_volume(home: str, place: str, act_name: str, room: str, number: str) -> str:
    """The store is copied there, then the rest is filled up to `room` KiB."""
    house = House(Path(home)).copied(Path(place, "house"))
    filler = Path(place, "filler")

    def fill() -> None:
        with filler.open("wb", buffering=0) as stream:
            while (free := _free(place) - int(room) * _KIB) > 0:
                stream.write(bytes(min(free, 1 << 20)))

    run = partial(_ran, house, act_name, None, japanese=int(number) % 2 == 1)

    def crowded() -> "subprocess.CompletedProcess[str]":
        done = run()
        filler.unlink()
        return done

    outcome = judged(house, act_name, crowded, fill)
    return outcome if outcome != "refused" else again(house, act_name) or outcome


def _free(place: str) -> int:
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_on_a_volume(*sys.argv[1:])))

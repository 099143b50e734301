"""R3, R2: the power goes while something is done; what is found afterwards is the old state or the
new one, and the new one if the command had said that it was done.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.domain.change import Change, Verb
from app.domain.errors import ExpectedError
from app.store.backup import listed
from app.store.check import check
from app.store.drill import drill
from app.store.errors import NoStoreError
from app.store.folder import StoreFolder
from app.store.still import QUIET
from app.store.store import open_store
from app.store.vault import unlock
from tests.bench.population import vcard_file
from tests.bench.stores import ROOT
from tests.soak import upgrades
from tests.soak.house import CHEAP, NOW, PASSPHRASE, House, built, content, quick_place
from tests.soak.journal import Journal
from tests.soak.power import Bytes, Names, Recording, recorded

WORDS = (PASSPHRASE, "another passphrase")
EVERY = 50
"""So many losses are played for one recorded run; then another store is taken."""


@dataclass(frozen=True)
class Act:
    """What is done: how the place is prepared (and what it holds), and the command."""

    prepare: Callable[[Path, int], House]
    command: Callable[[House], Sequence[str]]
    state: Callable[[House], str]
    """What a place holds, as one word; raises or says what is wrong with it."""


def store_state(house: House) -> str:
    """What is in the store; every backup of its own opens, and it goes on to be written."""
    problems = ""
    for words in WORDS:
        try:
            key = unlock(house.folder, passphrase=words)
        except ExpectedError as error:
            problems += f" {error!r}"
            continue
        report = check(house.folder, key)
        if not report.is_sound:
            return f"wrong: {report}"
        for backup in listed(house.folder):
            drill(house.folder, backup, passphrase=words)
        with open_store(house.folder, key) as store:
            store.apply(Change(Verb.LOG, ()), now=NOW)
        # Whom a day asks for is chosen before the command's own change, and kept apart from it.
        return f"{words} {content(house.folder.db, key.secret, QUIET)}"
    return f"wrong:{problems}"


def backup_state(house: House) -> str:
    """What the backup beside the store holds, and the store."""
    path = house.place / "out" / "copy.enishi"
    drilled = drill(house.folder, path, passphrase=PASSPHRASE)
    others = (p.name for p in path.parent.iterdir() if p != path)
    left = [name for name in others if not name.startswith(".enishi-")]
    return f"{drilled.people} {left} {house.content()}"


def export_state(house: House) -> str:
    """What the file holds that was exported before."""
    data = (house.place / "out" / "all.vcf").read_bytes()
    return f"{data.count(b'BEGIN:VCARD')} {data.count(b'END:VCARD')} {data[-13:]!r}"


def begun_state(house: House) -> str:
    """Nothing that counts as a store yet, or one that opens."""
    with suppress(NoStoreError):
        key = unlock(house.folder, passphrase=PASSPHRASE)
        return "store" if check(house.folder, key).is_sound else "wrong: not sound"
    return "none"


def _plain(place: Path, seed: int) -> House:
    house = built(place, seed)
    place.joinpath("cards.vcf").write_bytes(vcard_file(40, seed + 1))
    with open_store(house.folder, house.key()) as store:
        place.joinpath("who").write_text(store.people().ids[0], encoding="utf-8")
    assert house.run("note", place.joinpath("who").read_text(), "the first today").returncode == 0
    return house


def _with_outputs(place: Path, seed: int) -> House:
    """An older backup and an older export stand there already."""
    house = _plain(place, seed)
    (place / "out").mkdir()
    assert house.run("backup", place / "out" / "copy.enishi").returncode == 0
    assert house.run("export", place / "out" / "all.vcf").returncode == 0
    assert house.run("import", place / "cards.vcf").returncode == 0
    return house


def _to_restore(place: Path, seed: int) -> House:
    """A backup of another store, and one with a log and another passphrase to put it over."""
    other = built(place.with_name("other"), seed + 7)
    house = built(place, seed)
    assert other.run("backup", place / "copy.enishi").returncode == 0
    with open_store(house.folder, house.key()) as store:
        store.slots.change_passphrase(WORDS[1], passphrase=PASSPHRASE, cost=CHEAP)
    command = [sys.executable, "-m", "tests.soak.restores", str(house.folder.path), WORDS[1]]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    return house


def _nothing(place: Path, _: int) -> House:
    house = House(place)
    place.mkdir()
    house.passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return house


def _slot(house: House) -> list[str]:
    return [sys.executable, "-m", "tests.soak.losing_power", str(house.folder.path)]


def _who(house: House) -> str:
    return house.place.joinpath("who").read_text("utf-8")


ACTS: dict[str, Act] = {
    "import": Act(_plain, lambda h: h.command("import", h.place / "cards.vcf"), store_state),
    "migration": Act(
        upgrades.older_house, lambda h: h.command("note", _who(h), "up to date"), store_state
    ),
    "backup": Act(
        _with_outputs,
        lambda h: h.command("backup", h.place / "out" / "copy.enishi", "--force"),
        backup_state,
    ),
    "restore": Act(
        _to_restore, lambda h: h.command("restore", h.place / "copy.enishi", "--force"), store_state
    ),
    "slot": Act(_plain, _slot, store_state),
    "edit": Act(_plain, lambda h: h.command("note", _who(h), "a line"), store_state),
    "export": Act(
        _with_outputs,
        lambda h: h.command("export", h.place / "out" / "all.vcf", "--force"),
        export_state,
    ),
    "begin": Act(_nothing, lambda h: h.command("init", "--no-keyring"), begun_state),
}
PHASES = ("bytes", "names", "done")


def sweep(
    count: int, seed: int, size: int, folder: Path | None = None, *, acts: Sequence[str] = ()
) -> bool:
    """`count` losses for each act, one recorded run for every `size`; whether all went well."""
    journal = Journal("power", seed, size, **({"folder": folder} if folder else {}))
    names = list(acts or ACTS)
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        for which, name in enumerate(names):
            numbers = [which * 100_000 + n for n in range(count)]
            left = [n for n in numbers if not journal.rounds.get(n, {}).get("well")]
            for group in sorted({n // size for n in left}):
                place = Path(named, f"{name}-{group}")
                place.mkdir()
                _group(journal, name, [n for n in left if n // size == group], place, seed + group)
                shutil.rmtree(place)
    return _told(journal, names, count)


def _group(journal: Journal, name: str, numbers: Sequence[int], place: Path, seed: int) -> None:
    act = ACTS[name]
    home = place / "home"
    house = act.prepare(home, seed)
    found, run = recorded(act.command(house), home, place / "notes")
    assert run.code in {0, 1}, run.err
    old, new = _states(act, found, place)
    for number in numbers:
        rnd = Random(f"{seed}-{number}")
        length = _moment(found, number, rnd)
        shutil.rmtree(home)
        found.build(found.after(length, rnd), home)
        try:
            state = act.state(house)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the sweep is for
            state = f"wrong: {error!r}"
        outcome = {old: "old", new: "new"}.get(state, state)
        if length >= found.done_from and outcome == "old":
            outcome = "lost, though it was said to be done"
        journal.note(
            number, well=outcome in {"old", "new"}, act=name, at=f"{length} of {len(found.steps)}",
            phase=_phase(found, length), outcome=outcome,
        )  # fmt: skip


def _states(act: Act, found: Recording, place: Path) -> tuple[str, str]:
    """What is there before and after, each as found by somebody who comes later."""
    home = place / "home"
    states = []
    for steps in ([], [s for s in found.steps if isinstance(s, Bytes | Names)]):
        shutil.rmtree(home)
        found.build(steps, home)
        states.append(act.state(House(home)))
    old, new = states
    assert old != new, f"nothing was done: {old}"
    assert not old.startswith("wrong"), old
    assert not new.startswith("wrong"), new
    return old, new


def _moment(found: Recording, number: int, rnd: Random) -> int:
    """Every tenth after it was said to be done; else anywhere, but as often at a change of names
    as at one of bytes, of which there are more.
    """
    if number % 10 == 0:
        return rnd.randint(found.done_from, len(found.steps))
    kind = Names if number % 2 else Bytes
    places = [n for n, step in enumerate(found.steps) if isinstance(step, kind)]
    return rnd.choice(places) + rnd.randint(0, 1)


def _phase(found: Recording, length: int) -> str:
    if length >= found.done_from:
        return "done"
    return "names" if length and isinstance(found.steps[length - 1], Names) else "bytes"


def _told(journal: Journal, names: Sequence[str], count: int) -> bool:
    """The figures of each act; whether all went well, with both outcomes and all phases met."""
    fine = True
    for which, name in enumerate(names):
        said = [journal.rounds.get(which * 100_000 + n) for n in range(count)]
        done = [one for one in said if one]
        well = sum(one["well"] for one in done)
        outcomes = {o: sum(one["outcome"] == o for one in done) for o in ("old", "new")}
        met = {p: sum(one["phase"] == p for one in done) for p in PHASES}
        print(f"power, {name}: {well} of {count} well; {outcomes}; met {met}")
        least = count // 20
        fine = fine and well == count and min(*outcomes.values(), *met.values()) >= least
    return fine


def change(place: str) -> None:
    """What is recorded of a slot: another passphrase."""
    folder = StoreFolder(Path(place))
    with open_store(folder, unlock(folder, passphrase=WORDS[0])) as store:
        store.slots.change_passphrase(WORDS[1], passphrase=WORDS[0], cost=CHEAP)
    sys.stdout.write("changed\n")


if __name__ == "__main__":
    change(sys.argv[1])

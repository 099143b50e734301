"""R13: a migration that is killed leaves the older tables or the newer ones, with the version that
they have and every record; a store of a newer program is refused untouched.
"""

import tempfile
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from app.store import header as headers
from app.store import schema
from app.store.backup import read_header, unpack
from app.store.check import check
from app.store.engine import Access, connect
from app.store.store import open_store
from tests.soak import killing
from tests.soak.calls import Call, traced
from tests.soak.house import House, built, quick_place
from tests.soak.journal import Journal
from tests.soak.killing import Course
from tests.store.older import VERSIONS, make_older

PHASES = ("copy", "prove", "session", "tables", "header")
NEWER = f"{int(schema.VERSION) + 1:04}"


def older_house(place: Path, seed: int, version: str = VERSIONS[0]) -> House:
    """A store of an earlier version, with people and what happened with them."""
    house = built(place, seed)
    with open_store(house.folder, house.key()) as store:
        place.joinpath("who").write_text(store.people().ids[0], encoding="utf-8")
    make_older(house.folder, house.key(), version)
    return house


def phase(call: Call) -> str:
    """Where in the opening of an older store a call stands."""
    paths = " ".join(call.paths)
    if "/backups/" in paths:
        return "prove" if "-shm" in paths or "packed" in paths else "copy"
    if "/vault" in paths:
        return "header"
    if "store.db" in paths:
        return "session" if "-shm" in paths else "tables"
    return ""


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """`count` kills for the step from each of the last `size` versions, and newer stores refused;
    whether all went well.
    """
    journal = Journal("upgrades", seed, size, **({"folder": folder} if folder else {}))
    versions = VERSIONS[-size:]
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        place = Path(named)
        for number, way in ((-1, "header"), (-2, "database"), (-3, "both")):
            if not journal.rounds.get(number, {}).get("well"):
                outcome = _newer(built(place / f"newer{number}", seed), way)
                well = outcome == "refused"
                journal.note(number, well=well, version=NEWER, phase=way, outcome=outcome)
        fresh = shape_of(built(place / "fresh", seed))
        for which, version in enumerate(versions):
            left = [n for n in journal.left(count * len(versions)) if n // count == which]
            if left:
                house = older_house(place / version, seed, version)
                _killed(journal, house, version, left, fresh)
    total = count * len(versions)
    enough = journal.ended(total, "outcome", "phase", PHASES)
    return enough and all(s["well"] for s in journal.rounds.values())


def _command(house: House) -> list[str]:
    return house.command("note", house.place.joinpath("who").read_text("utf-8"), "a line")


def _killed(
    journal: Journal, house: House, version: str, left: list[int], fresh: tuple[str, str]
) -> None:
    place = house.place.with_name("round")
    notes = house.place.with_name("notes")
    older = shape_of(house.copied(place))
    records = records_of(house.copied(place))
    assert older[0] == version
    run = traced(_command(house.copied(place)), notes)
    assert run.code == 0, run.err
    course = Course.of(run, phase)
    for number in left:
        copy = house.copied(place)
        at = course.draw(number, Random(f"{journal.path.name}-{number}"))
        run = killing.killed(_command(copy), notes, at)
        try:
            assert run.code in {0, -9}, run.err
            outcome = _judged(copy, older, fresh, records, done=run.code == 0)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the sweep is for
            outcome = f"wrong: {error!r}"
        well = outcome in {"older", "newer"}
        journal.note(
            number, well=well, version=version, phase=killing.met(run, phase), outcome=outcome
        )


def _judged(
    house: House,
    older: tuple[str, str],
    fresh: tuple[str, str],
    records: set[str],
    *,
    done: bool,
) -> str:
    """Which tables it has, the version that fits them, all records; and what comes after."""
    found = shape_of(house)
    if found not in {older, fresh}:
        return f"version {found[0]} with other tables"
    now = records_of(house)
    if not now >= records:
        return f"{len(records - now)} records are lost"
    if done and now == records:
        return "said to be done, and is not"
    copies = list(house.folder.backups.glob("before-*.enishi"))
    if found == fresh and not copies:
        return "no copy was made before"
    for copy in copies:
        _opens_as(house, copy, older, records)
    with open_store(house.folder, house.key()):
        pass
    if shape_of(house) != fresh or not records_of(house) >= records:
        return "the next opening did not bring it up to date"
    report = check(house.folder, house.key())
    if headers.read_headers(house.folder).copies[0].header.schema != schema.VERSION:
        return "the header names another version"
    return ("newer" if found == fresh else "older") if report.is_sound else f"not sound: {report}"


def _opens_as(house: House, copy: Path, older: tuple[str, str], records: set[str]) -> None:
    read_header(copy)
    database = unpack(copy, house.place / "unpacked")
    try:
        with closing(connect(database, house.key().secret, Access.READ)) as c:
            assert _shape(c) == older, "the copy has other tables"
            assert _records(c) == records, "the copy has other records"
    finally:
        database.unlink()


def shape_of(house: House) -> tuple[str, str]:
    """The version, and a hash of how all tables and indexes are made."""
    with closing(connect(house.folder.db, house.key().secret, Access.READ)) as c:
        return _shape(c)


def _shape(c: Any) -> tuple[str, str]:
    (version,) = c.execute("SELECT version_num FROM alembic_version").fetchone()
    made = c.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    columns = {
        name: sorted(str(row[1:]) for row in c.execute(f"PRAGMA table_info('{name}')"))
        for kind, name, _ in made
        if kind == "table"
    }
    names = sorted((kind, name) for kind, name, _ in made)
    said = repr((names, sorted(columns.items())))
    return version, sha256(said.encode()).hexdigest()


def records_of(house: House) -> set[str]:
    """Every record as it is stored."""
    with closing(connect(house.folder.db, house.key().secret, Access.READ)) as c:
        return _records(c)


def _records(c: Any) -> set[str]:
    tables = [n for (n,) in c.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        f"{table} {text}"
        for table in tables
        if any(row[1] == "json" for row in c.execute(f"PRAGMA table_info('{table}')"))
        for (text,) in c.execute(f"SELECT json FROM {table}")  # noqa: S608 - our own names
    }


def rewrite(house: House, statement: str, *values: str) -> None:
    """Change a database past the program."""
    with closing(connect(house.folder.db, house.key().secret, Access.WRITE)) as c:
        c.execute(statement, values)


def _newer(house: House, way: str) -> str:
    """A store of the next version, through every command: refused, named, and no byte differs."""
    key = house.key()
    if way in {"database", "both"}:
        rewrite(house, "UPDATE alembic_version SET version_num = ?", NEWER)
    if way in {"header", "both"}:
        found = headers.read_headers(house.folder).copies[0].header
        headers.write_header(house.folder, replace(found, schema=NEWER), key.secret)
    before = _bytes(house)
    backup = house.place / "copy.enishi"
    for command in (
        ("check",), ("find", "a"), ("due",), ("note", "a", "b"), ("undo",), ("backup", backup),
        ("export", house.place / "all.vcf"), ("import", house.passphrase_file),
    ):  # fmt: skip
        for japanese in (False, True):
            ran = house.run(*command, japanese=japanese)
            if ran.returncode != 2 or NEWER not in ran.stderr or ran.stdout:
                return f"{command[0]}: {ran.returncode} {ran.stderr}"
            if _bytes(house) != before:
                return f"{command[0]} changed something"
    return "refused"


def _bytes(house: House) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in house.place.rglob("*") if p.is_file()}

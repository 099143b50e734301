"""R7: whatever keeps a store from opening, nothing is deleted, renamed, emptied or made anew, and
it is never shown as one without people.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

from app.store import header as headers
from app.store.engine import Access, connect
from tests.bench.stores import ROOT
from tests.soak.house import House, built, quick_place
from tests.soak.journal import Journal

Spoil = Callable[[House], object]
BACKUP = "build/soak/never.enishi"
COMMANDS = (("find", "a"), ("due",), ("note", "a", "b"), ("undo",), ("backup", BACKUP))
"""All that a start may be; each is tried on each failure."""


def _cut(size: int) -> Spoil:
    return lambda house: os.truncate(house.folder.db, size)


def _bytes(name: str, data: bytes) -> Spoil:
    return lambda house: house.folder.path.joinpath(name).write_bytes(data)


def _gone(*names: str) -> Spoil:
    def spoil(house: House) -> None:
        for name in names:
            house.folder.path.joinpath(name).unlink()

    return spoil


def _flip(name: str, place: int) -> Spoil:
    def spoil(house: House) -> None:
        path = house.folder.path / name
        data = bytearray(path.read_bytes())
        data[place % len(data)] ^= 1
        path.write_bytes(data)

    return spoil


def _folder_in_place(name: str) -> Spoil:
    def spoil(house: House) -> None:
        house.folder.path.joinpath(name).unlink()
        house.folder.path.joinpath(name).mkdir()

    return spoil


def _said(statement: str) -> Spoil:
    def spoil(house: House) -> None:
        with closing(connect(house.folder.db, house.key().secret, Access.WRITE)) as c:
            c.execute(statement)

    return spoil


def _header(**changes: object) -> Spoil:
    def spoil(house: House) -> None:
        found = headers.read_headers(house.folder).copies[0].header
        secret = house.key().secret
        headers.write_header(house.folder, replace(found, **changes), secret)  # type: ignore[arg-type]

    return spoil


def _other(*names: str) -> Spoil:
    def spoil(house: House) -> None:
        other = built(house.place / "other", 77)
        for name in names:
            shutil.copy2(other.folder.path / name, house.folder.path / name)

    return spoil


def _both(*spoils: Spoil) -> Spoil:
    def spoil(house: House) -> None:
        for one in spoils:
            one(house)

    return spoil


def _words(data: bytes) -> Spoil:
    return lambda house: house.passphrase_file.write_bytes(data)


def _loop(name: str) -> Spoil:
    def spoil(house: House) -> None:
        house.folder.path.joinpath(name).unlink()
        house.folder.path.joinpath(name).symlink_to(name)

    return spoil


_HEADERS = ("vault.json", "vault.copy.json")
FAILURES: dict[str, Spoil] = {
    "wrong passphrase": _words(b"wrong\n"),
    "no passphrase": _words(b"\n"),
    "passphrase not UTF-8": _words(b"\xff\xfe\n"),
    "passphrase file is gone": lambda house: house.passphrase_file.unlink(),
    "database empty": _cut(0),
    "database of one byte": _cut(1),
    "database cut in the salt": _cut(10),
    "database cut in its first page": _cut(3000),
    "database cut to a page": _cut(4096),
    "database cut to two pages and a half": _cut(10_000),
    "database gone": _gone("store.db"),
    "database a folder": _folder_in_place("store.db"),
    "database a link to itself": _loop("store.db"),
    "database of zeros": _bytes("store.db", bytes(40_960)),
    "database of noise": _bytes("store.db", Random(1).randbytes(40_960)),
    "database of words": _bytes("store.db", b"hello\n" * 2000),
    "database not encrypted": _bytes("store.db", b"SQLite format 3\x00" + bytes(40_944)),
    "salt changed": _flip("store.db", 3),
    "first page changed": _flip("store.db", 40),
    "mark of the first page changed": _flip("store.db", 4090),
    "another store's database": _other("store.db"),
    "another store's keys": _other(*_HEADERS),
    "another store's database, and ours empty keys": _both(
        _other("store.db"), _bytes("vault.json", b"")
    ),
    "keys gone": _gone(*_HEADERS),
    "keys empty": _both(_bytes(_HEADERS[0], b""), _bytes(_HEADERS[1], b"")),
    "keys of noise": _both(*(_bytes(name, Random(2).randbytes(600)) for name in _HEADERS)),
    "keys changed": _both(*(_flip(name, 60) for name in _HEADERS)),
    "keys cut": _both(*(_bytes(name, b'{"body":{') for name in _HEADERS)),
    "keys a list": _both(*(_bytes(name, b"[]\n") for name in _HEADERS)),
    "keys folders": _both(*(_folder_in_place(name) for name in _HEADERS)),
    "keys and database gone, backups there": _both(
        _bytes("backups/20261001-120000.enishi", b"x"), _gone("store.db", *_HEADERS)
    ),
    "newer keys": _header(schema="0999"),
    "newer tables": _said("UPDATE alembic_version SET version_num = '0999'"),
    "no version": _said("DELETE FROM alembic_version"),
    "another identity": _said("UPDATE meta SET value = 'x' WHERE name = 'store'"),
    "no identity": _said("DELETE FROM meta WHERE name = 'store'"),
    "a counter that is none": _said("UPDATE meta SET value = 'x' WHERE name = 'counter'"),
    "no counter": _said("DELETE FROM meta WHERE name = 'counter'"),
    "no slots": _header(slots=()),
    "slots of another kind": _header(slots=({"kind": "fido2"},)),
    "nothing at all": lambda house: shutil.rmtree(house.folder.path),
    "a file in its place": _both(
        lambda house: shutil.rmtree(house.folder.path),
        lambda house: house.folder.path.write_bytes(b"x"),
    ),
}


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """The first `count` failures, each at `size` commands; whether nothing was touched."""
    journal = Journal("starts", seed, size, **({"folder": folder} if folder else {}))
    names = list(FAILURES)[:count]
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        base = built(Path(named) / "base", seed)
        base.folder.backups.mkdir(exist_ok=True)
        for number in journal.left(len(names)):
            outcome = _failed(base.copied(Path(named) / "round"), FAILURES[names[number]], size)
            well = outcome == "untouched"
            journal.note(number, well=well, phase=names[number], outcome=outcome)
    return journal.ended(len(names), "outcome", "phase", names)


def _failed(house: House, spoil: Spoil, size: int) -> str:
    spoil(house)
    before = _prints(house)
    for command in COMMANDS[:size]:
        ran = house.run(*command)
        if ran.returncode != 2 or ran.stdout or not ran.stderr.strip():
            return f"{command[0]} answered {ran.returncode}: {ran.stdout}{ran.stderr}"
        if "unexpected" in ran.stderr:
            return f"{command[0]}: {ran.stderr}"
        if Path(ROOT, BACKUP).exists():
            return "a backup was made"
        if _prints(house) != before:
            return f"{command[0]} touched something"
    return "untouched"


def _prints(house: House) -> dict[str, tuple[str, int]]:
    """Every name below, with its bytes and the time when it was changed."""
    found = {}
    for path in sorted(house.place.rglob("*")):
        info = path.lstat()
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        changed = info.st_mtime_ns if path.is_file() else 0
        found[str(path.relative_to(house.place))] = (sha256(data).hexdigest(), changed)
    return found

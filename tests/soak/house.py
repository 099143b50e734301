"""Small real stores that open at once, the command line on them, and what is in them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.domain.change import Change, Edit, Verb
from app.domain.now import Now
from app.store.engine import Access, connect
from app.store.folder import StoreFolder
from app.store.reader import Reader
from app.store.store import create_store, open_store
from app.store.vault import DataKey, create_vault, unlock
from app.store.wrap import PassphraseCost
from tests.bench.population import Population
from tests.bench.stores import ROOT

PASSPHRASE = "a small house"
CHEAP = PassphraseCost(memory_kib=64, passes=1, lanes=1)
NOW = Now(
    datetime(2026, 10, 15, 10, tzinfo=UTC),
    datetime(2026, 10, 15, 19, tzinfo=timezone(timedelta(hours=9))),
)
PEOPLE, ENTRIES = 12, 30


@dataclass(frozen=True)
class House:
    """A folder with a store in it, and a file with what opens it."""

    place: Path

    @property
    def folder(self) -> StoreFolder:
        """The store."""
        return StoreFolder(self.place / "store")

    @property
    def passphrase_file(self) -> Path:
        """For the command line."""
        return self.place / "passphrase"

    def key(self) -> DataKey:
        """By the passphrase; goes on with what was interrupted."""
        return unlock(self.folder, passphrase=self.passphrase_file.read_text("utf-8").strip())

    def command(self, *arguments: object) -> list[str]:
        """The real command line on it."""
        return [
            *(sys.executable, "-m", "app", "--store", str(self.folder.path)),
            *("--passphrase-file", str(self.passphrase_file), *map(str, arguments)),
        ]

    def run(self, *arguments: object, japanese: bool = False) -> "subprocess.CompletedProcess[str]":
        """Run a command undisturbed."""
        return subprocess.run(
            self.command(*arguments), cwd=ROOT, env=surroundings(japanese=japanese),
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    def copied(self, to: Path) -> "House":
        """The same at another place."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.place, to)
        return House(to)

    def content(self) -> str:
        """The content hash: every logical row, read by the engine alone. Changes no file as long
        as the store was closed.
        """
        return content(self.folder.db, self.key().secret)


def surroundings(*, japanese: bool = False) -> dict[str, str]:
    """The environment of a command: its language, and no file of compiled Python written by it."""
    language = "ja_JP.UTF-8" if japanese else "C.UTF-8"
    return os.environ | {"LC_ALL": language, "LANG": language, "PYTHONDONTWRITEBYTECODE": "1"}


def content(database: Path, secret: bytes, left_out: Collection[str] = ()) -> str:
    """A hash over all rows of all tables, in an order of their own; the search index is derived.
    `left_out` as in `rows_of`.
    """
    c = connect(database, secret, Access.READ)
    try:
        return _rows(c, left_out)
    finally:
        c.close()


def rows_of(store: Reader, left_out: Collection[str] = ()) -> str:
    """The same of one that is open; without these settings, and then without whom a day chose:
    what the program keeps by itself.
    """
    return _rows(store._connection.connection.driver_connection, left_out)


def _rows(c: Any, left_out: Collection[str] = ()) -> str:
    names = [
        name
        for name, sql in c.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_") and "VIRTUAL" not in sql
    ]
    virtual = [
        n for n, s in c.execute("SELECT name, sql FROM sqlite_master") if s and "VIRTUAL" in s
    ]
    digest = sha256()
    for name in sorted(names):
        if any(name.startswith(f"{one}_") for one in virtual):
            continue
        rows = sorted(map(repr, c.execute(f"SELECT * FROM {name}")))  # noqa: S608 - our own names
        if name == "meta":
            rows = [row for row in rows if not row.startswith("('counter'")]
        if name == "setting":
            rows = [row for row in rows if row.split("'")[1] not in left_out]
        if name == "choice" and left_out:
            continue
        digest.update(repr((name, rows)).encode())
    return digest.hexdigest()


def built(place: Path, seed: int, *, people: int = PEOPLE, passphrase: str = PASSPHRASE) -> House:
    """A new store of invented people, cheap to open."""
    house = House(place)
    place.mkdir(parents=True, exist_ok=True)
    house.passphrase_file.write_text(passphrase + "\n", encoding="utf-8")
    vault = create_vault(house.folder, passphrase, use_keyring=False, cost=CHEAP)
    create_store(house.folder, vault)
    population = Population(people, ENTRIES * people // PEOPLE, seed)
    with open_store(house.folder, vault.data_key) as store:
        for verb, records in (
            (Verb.IMPORT, population.people()),
            (Verb.LOG, population.entries()),
        ):
            store.apply(Change(verb, tuple(Edit(None, record) for record in records)), now=NOW)
    return house


def quick_place() -> str | None:
    """For temporary folders: in memory where there is one, as what a disk keeps is not asked."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - only stores of tests

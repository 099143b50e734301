"""Stores of invented people, made once and kept in build/bench/ by sizes, seed and schema."""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, pool

from app.domain.change import Change, Edit, Record, Verb
from app.domain.now import Now
from app.store import schema
from app.store.folder import StoreFolder
from app.store.reader import Reader
from app.store.store import Store, create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault, unlock
from tests.bench.circle import Circle
from tests.bench.population import TODAY, Population

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
PASSPHRASE = "sound of the bell at Nanzen-ji"
NOW = Now(
    datetime(TODAY.year, TODAY.month, TODAY.day, 0, 30, tzinfo=UTC),
    datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=timezone(timedelta(hours=9))),
)
_SHAPING = (
    "app/store/schema.py",
    "app/store/derived.py",
    "app/store/ordering.py",
    "app/store/search_text.py",
    "app/store/header.py",
    "tests/bench/names.py",
    "tests/bench/population.py",
    "tests/bench/words.py",
)
_PEOPLE_AT_ONCE, _ENTRIES_AT_ONCE = 5_000, 20_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """A store of invented people, and what opens it without deriving a key."""

    folder: StoreFolder
    population: Population
    recovery_key: str
    has_keyring: bool

    def key(self) -> DataKey:
        """The data key."""
        return unlock(self.folder, recovery_key=self.recovery_key)

    def warm(self) -> None:
        """Have the file in memory: what is measured here is the program, not the disk."""
        with self.folder.db.open("rb") as stream:
            while stream.read(1 << 24):
                pass

    def reader(self) -> Reader:
        """The store opened for questions."""
        return open_reader(self.folder, self.key())

    def store(self) -> Store:
        """The store opened for writing."""
        return open_store(self.folder, self.key())

    @property
    def passphrase_file(self) -> Path:
        """For the command line."""
        return self.folder.path.parent / "passphrase"

    def copied(self, to: Path) -> "Made":
        """The same store at another place, to be written to."""
        shutil.rmtree(to, ignore_errors=True)
        to.mkdir(parents=True)
        shutil.copytree(self.folder.path, to / "store")
        shutil.copy(self.passphrase_file, to)
        return Made(StoreFolder(to / "store"), self.population, self.recovery_key, self.has_keyring)


def _shape(*more: str) -> str:
    """What the bytes of a store depend on."""
    code = b"".join((ROOT / name).read_bytes() for name in (*_SHAPING, *more))
    return sha256(code + schema.VERSION.encode()).hexdigest()[:12]


def made(
    people: int,
    acts: int,
    seed: int,
    *,
    use_keyring: bool = False,
    many_names: bool = False,
    circle: bool = False,
) -> Made:
    """The store of these sizes; made now if it never was (100,000 people: some minutes)."""
    population = (Circle if circle else Population)(people, acts, seed, many_names=many_names)
    kind = ("-keyring" if use_keyring else "") + ("-names" if many_names else "")
    kind += "-circle" if circle else ""
    shape = _shape("tests/bench/circle.py") if circle else _shape()
    place = BUILD / "stores" / f"{people}-{acts}-{seed}{kind}-{shape}"
    note = place / "bench.json"
    if not note.exists():
        _forget_older(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        # Elsewhere first: others may want the same store at the same time (tests side by side).
        unfinished = Path(tempfile.mkdtemp(prefix="making-", dir=place.parent))
        (unfinished / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
        _make(StoreFolder(unfinished / "store"), population, unfinished / note.name, use_keyring)
        try:
            unfinished.rename(place)
        except OSError:  # somebody else was quicker
            shutil.rmtree(unfinished)
    said = json.loads(note.read_text())
    return Made(StoreFolder(place / "store"), population, said["recovery_key"], said["keyring"])


def _forget_older(place: Path) -> None:
    """Stores of the same sizes whose shape is no more."""
    sizes = place.name.rpartition("-")[0]
    for other in place.parent.glob(f"{sizes}-????????????"):
        if other != place or not (other / "bench.json").exists():
            shutil.rmtree(other, ignore_errors=True)


def _make(folder: StoreFolder, population: Population, note: Path, use_keyring: bool) -> None:
    start = time.monotonic()
    vault = create_vault(folder, PASSPHRASE, use_keyring)
    create_store(folder, vault)
    store = open_store(folder, vault.data_key)
    try:
        fill(population, lambda change: store.apply(change, now=NOW))
    finally:
        store.close()
    has_keyring = use_keyring and vault.keyring_trouble is None
    note.write_text(json.dumps({"recovery_key": vault.recovery_key, "keyring": has_keyring}))
    seconds = time.monotonic() - start
    print(
        f"made a store of {population.count:,} people and {population.acts:,} entries "
        f"in {seconds:.0f} s",
        file=sys.stderr,
    )


def fill(population: Population, apply: Callable[[Change], object]) -> None:
    """Everybody and everything, in handfuls."""
    more = population.reminders() if isinstance(population, Circle) else ()
    kinds: tuple[tuple[Verb, Iterable[Record], int], ...] = (
        (Verb.IMPORT, population.people(), _PEOPLE_AT_ONCE),
        (Verb.LOG, population.entries(), _ENTRIES_AT_ONCE),
        (Verb.IMPORT, more, _ENTRIES_AT_ONCE),
    )
    for verb, records, size in kinds:
        for some in handfuls(records, size):
            apply(Change(verb, tuple(Edit(None, record) for record in some)))


def handfuls(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size`, the last one shorter."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


# ------------------------------------------------------------------ the same store, unencrypted


def plain_copy(made_: Made) -> Path:
    """The same tables in a plain file, written by the engine itself; made once."""
    path = made_.folder.path.parent / "plain.db"
    if path.exists():
        return path
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    c: Any = sqlcipher.connect(str(made_.folder.db))
    try:
        c.execute(f"PRAGMA key=\"x'{made_.key().secret.hex()}'\"")
        c.execute("ATTACH DATABASE ? AS plain KEY ''", (str(unfinished),))
        c.execute("SELECT sqlcipher_export('plain')").fetchone()
        c.execute("DETACH DATABASE plain")
    finally:
        c.close()
    c = sqlcipher.connect(str(unfinished))
    c.execute("PRAGMA journal_mode=WAL").fetchone()
    c.close()
    unfinished.rename(path)
    return path


def plain_engine(path: Path, begin: str = "BEGIN") -> Engine:
    """As `app.store.engine` makes it, without a key. Only here: the program cannot do this (R9)."""

    def opened() -> Any:
        c = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)
        for pragma in (
            "foreign_keys=ON",
            "synchronous=FULL",
            "trusted_schema=OFF",
            "cache_size=-65536",
        ):
            c.execute(f"PRAGMA {pragma}")
        return c

    engine = create_engine("sqlite://", module=sqlcipher, creator=opened, poolclass=pool.StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

"""A real encrypted store in a temporary folder, with a cheap passphrase; and records to put into
it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.domain.card import Card, CardState
from app.domain.change import Edit
from app.domain.contact import Contact, Email, Met, Name, Phone, Reading
from app.domain.ids import new_id
from app.domain.imports import ImportBatch
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.store.folder import StoreFolder
from app.store.store import Store, create_store, open_store
from app.store.vault import NewVault, create_vault
from app.store.wrap import PassphraseCost
from tests.new_store import new_store

CHEAP = PassphraseCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "opensesame 開け"
TODAY = date(2026, 10, 15)


def at(day: date = TODAY) -> Now:
    """Seven in the evening of a day in Japan."""
    local = datetime(day.year, day.month, day.day, 19, 0, tzinfo=timezone(timedelta(hours=9)))
    return Now(local.astimezone(UTC), local)


def person(family: str, given: str, kana: str = "", **rest) -> Contact:
    """A contact; `kana` is both readings with a space between."""
    return Contact(
        id=new_id(at()),
        name=Name(f"{family} {given}", family, given),
        reading=Reading(*kana.split()),
        **rest,
    )


def act(
    *people: Contact, kind: Kind = Kind.MET, by: Initiative = Initiative.ME, **rest
) -> Interaction:
    """An entry of a timeline, today unless said otherwise."""
    rest.setdefault("on", TODAY)
    return Interaction(new_id(at()), kind, by, contact_ids=tuple(p.id for p in people), **rest)


def batch_of(
    *cards: tuple[Contact | None, bytes],
) -> tuple[ImportBatch, list[Card], dict[str, bytes]]:
    """A batch, its cards and their bytes."""
    batch = ImportBatch(new_id(at()), at().instant, ("a.vcf",), len(cards), len(cards))
    blobs = {sha256(source).hexdigest(): source for _, source in cards}
    made = [
        Card(
            id=new_id(at()),
            batch_id=batch.id,
            contact_id=contact.id if contact else None,
            source=sha256(source).hexdigest(),
            digest=sha256(b"lines" + source).hexdigest(),
            charset="utf-8",
            file="a.vcf",
            line=1,
            position=place,
            state=CardState.KEPT if contact else CardState.REVIEW,
        )
        for place, (contact, source) in enumerate(cards, 1)
    ]
    return batch, made, blobs


def adding(*records: Any) -> tuple[Edit, ...]:
    """Edits that make records."""
    return tuple(Edit(None, record) for record in records)


@dataclass
class Home:
    """A store folder with its keys."""

    folder: StoreFolder
    vault: NewVault
    opened: list[Store] = field(default_factory=list)

    def open(self) -> Store:
        """Open for writing; closed at the end of the test."""
        store = open_store(self.folder, self.vault.data_key)
        self.opened.append(store)
        return store

    def names(self) -> list[str]:
        """What lies in the folder."""
        return sorted(str(p.relative_to(self.folder.path)) for p in self.folder.path.rglob("*"))

    def prints(self) -> dict[str, tuple[str, int, int]]:
        """Name to (hash, time of change, mode) of every file."""
        return prints(self.folder.path)


def prints(path: Path) -> dict[str, tuple[str, int, int]]:
    """Name to (hash, time of change, mode) of every file below a folder."""
    found = {}
    for file in sorted(path.rglob("*")):
        info = file.lstat()
        data = file.read_bytes() if file.is_file() and info.st_mode & 0o400 else b""
        found[str(file.relative_to(path))] = (
            sha256(data).hexdigest(),
            info.st_mtime_ns if file.is_file() else 0,
            info.st_mode,
        )
    return found


@pytest.fixture
def make_home(tmp_path: Path) -> Iterator[Callable[..., Home]]:
    """Makes stores below the test's own folder."""
    homes: list[Home] = []

    def make(name: str = "store") -> Home:
        folder = StoreFolder(tmp_path / name)
        if homes:  # another store, with a name and keys of its own
            vault = create_vault(folder, PASSPHRASE, use_keyring=False, cost=CHEAP)
            create_store(folder, vault)
        else:
            vault = new_store(folder, PASSPHRASE, CHEAP)
        homes.append(Home(folder, vault))
        return homes[-1]

    yield make
    for home in homes:
        for store in home.opened:
            store.close()


@pytest.fixture
def home(make_home: Callable[..., Home]) -> Home:
    """One new store."""
    return make_home()


@pytest.fixture
def store(home: Home) -> Store:
    """One new store, open for writing."""
    return home.open()


TARO = person(
    "山田",
    "太郎",
    "やまだ たろう",
    uid="uid-taro",
    organization="株式会社ねこの手",
    title="部長",
    emails=(Email("Taro@neko.example", "work"),),
    phones=(Phone("０９０－１２３４－５６７８", "cell", "+819012345678"),),
    tags=("釣り", "家具"),
    note="浅煎りの豆が好き",
    met=Met(on=date(2026, 5, 24)),
)
MIO = person("早坂", "美緒", "はやさか みお", organization="こもれび工房")
JOHN = Contact(id=new_id(at()), name=Name("José Smith", "Smith", "José"), organization="ACME Inc.")

"""A store with two people and its keys, for tests of the settings page."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from app.domain.contact import Contact, Name
from app.domain.now import Now
from app.store import backup
from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.wrap import PassphraseCost
from app.ui.workspace import Workspace
from app.usecases import people
from tests.new_store import new_store

LOCAL = datetime(2026, 10, 15, 9, tzinfo=timezone(timedelta(hours=9)))
NOW = Now(LOCAL.astimezone(UTC), LOCAL)
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


class Home:
    """A store with two people, its keys, and a page on it."""

    def __init__(self, place: Path) -> None:
        self.folder = StoreFolder(place / "store")
        self.vault = new_store(self.folder, "open sesame", CHEAP)
        key = self.vault.data_key
        with open_store(self.folder, key) as store:
            for name in ("Mio", "Taro"):
                people.add(store, Contact(name, name=Name(name)), now=NOW)
        self.workspace = Workspace(
            lambda: open_store(self.folder, key),
            lambda: open_reader(self.folder, key),
            now=lambda: NOW,
        )

    def backup(self, place: Path | None = None) -> Path:
        key = self.vault.data_key
        if place is not None:
            return backup.make(self.folder, key, place)
        return backup.automatic(self.folder, key, NOW)

    def listing(self) -> list[str]:
        return sorted(str(p.relative_to(self.folder.path)) for p in self.folder.path.rglob("*"))

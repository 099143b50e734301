"""A store for one picture: encrypted as ever, made quickly, gone with the page that shows it."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.change import Change, Edit, Record, Verb
from app.domain.now import Now
from app.store.folder import StoreFolder
from app.store.store import Store, create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault
from app.store.wrap import PassphraseCost
from app.ui.workspace import Workspace

TOKYO = timezone(timedelta(hours=9))
NOW = Now(datetime(2026, 10, 15, 0, 0, tzinfo=UTC), datetime(2026, 10, 15, 9, 0, tzinfo=TOKYO))
TODAY = NOW.today
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)

Fill = Callable[[Store], object]


class Kept:
    """A store folder with these records and whatever `fill` writes."""

    def __init__(self, *records: Record, fill: Fill | None = None) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="en-screens-"))
        self.folder = StoreFolder(self.path / "store")
        vault = create_vault(self.folder, "for pictures", use_keyring=False, cost=CHEAP)
        create_store(self.folder, vault)
        self.key: DataKey = vault.data_key
        with open_store(self.folder, self.key) as store:
            if records:
                edits = tuple(Edit(None, record) for record in records)
                store.apply(Change(Verb.IMPORT, edits), now=NOW)
            if fill is not None:
                fill(store)

    def workspace(self) -> Workspace:
        """What a page asks, on the day of the design."""
        return Workspace(
            lambda: open_store(self.folder, self.key),
            lambda: open_reader(self.folder, self.key),
            now=lambda: NOW,
        )

    def drop(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


def on_store(
    make: Callable[[Workspace], QWidget], *records: Record, fill: Fill | None = None
) -> QWidget:
    """A widget on a store of its own, which goes away with it."""
    kept = Kept(*records, fill=fill)
    workspace = kept.workspace()
    made = make(workspace)
    made.destroyed.connect(workspace.close)
    made.destroyed.connect(kept.drop)
    await_answers(made, workspace)
    return made


def await_answers(shown: QWidget, workspace: Workspace) -> None:
    """Waiting until what was asked is answered, and what the answers led to ask as well."""
    shown.setProperty("waiting", True)

    def ask(again: int) -> None:
        workspace.do(lambda _store: None).then(lambda _none: look(again))

    def look(again: int) -> None:
        workspace.ask(lambda _reader: None).then(lambda _none: answered(again))

    def answered(again: int) -> None:
        if again:
            ask(again - 1)
        else:
            shown.setProperty("waiting", False)

    ask(2)

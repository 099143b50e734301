"""The people page on a real encrypted store with the people of the design."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWidgets import QApplication

from app.domain.change import Change, Edit, Verb
from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.wrap import PassphraseCost
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.people.page import PeoplePage
from app.ui.workspace import Workspace
from tests.new_store import new_store
from tests.screens import people as screen
from tests.screens.kept import NOW

CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


class House:
    """A store, the workspace over it, and the page; `ask` looks into the store as it is now."""

    def __init__(self, folder: StoreFolder, theme: Theme) -> None:
        vault = new_store(folder, "pass", CHEAP)
        self.folder, self.key, self.theme = folder, vault.data_key, theme
        self.workspace = Workspace(
            lambda: open_store(folder, self.key),
            lambda: open_reader(folder, self.key),
            now=lambda: NOW,
        )
        self.changes: list[Change] = []
        self.errors: list[object] = []
        self.opened: list[QUrl] = []
        self.workspace.changed.connect(self.changes.append)
        self.workspace.failed.connect(self.errors.append)
        self._page: PeoplePage | None = None

    @property
    def page(self) -> PeoplePage:
        assert self._page is not None
        return self._page

    def put(self, *records: Any) -> None:
        """Keep records."""
        edits = tuple(Edit(None, record) for record in records)
        self.do(lambda store: store.apply(Change(Verb.IMPORT, edits), now=NOW))

    def do(self, use_case: Callable[[Any], Any]) -> Any:
        return self.wait(self.workspace.do(use_case))

    def ask(self, question: Callable[[Any], Any]) -> Any:
        return self.wait(self.workspace.ask(question))

    def wait(self, reply: Any) -> Any:
        found: list[Any] = []
        reply.then(found.append)
        self.until(lambda: bool(found))
        return found[0]

    def until(self, done: Callable[[], bool], seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, "waited in vain"
            QCoreApplication.processEvents()
            time.sleep(0.001)
        QCoreApplication.processEvents()

    def settle(self) -> None:
        """Until every question is answered and painted."""
        self.until(lambda: not self.workspace._background._pending)
        for _ in range(3):
            QCoreApplication.processEvents()
        self.until(lambda: not self.workspace._background._pending)

    def open(self, width: int = 1072, height: int = 820) -> PeoplePage:
        """Show the page as the window does."""
        self._page = PeoplePage(self.workspace, self.theme)
        self._page.errands.links._open_url = self._note_url
        self._page.resize(width, height)
        self._page.show()
        self._page.activateWindow()
        self._page.setFocus()
        self.settle()
        return self._page

    def _note_url(self, url: QUrl) -> bool:
        self.opened.append(url)
        return True

    def close(self) -> None:
        if self._page is not None and shiboken6.isValid(self._page):
            self._page.close()
            self._page.deleteLater()
        self.workspace.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def house(
    qapp: QApplication, keyboard: KeyboardFocus, theme: Theme, tmp_path: Path
) -> Iterator[House]:
    """An empty store."""
    made = House(StoreFolder(tmp_path / "store"), theme)
    yield made
    made.close()


@pytest.fixture
def peopled(house: House) -> House:
    """The store of the picture (nine people), and the page open on Harada, the first."""
    house.do(lambda store: screen.fill(store, "en"))
    house.changes.clear()
    house.open()
    return house


@pytest.fixture
def mio(peopled: House) -> House:
    """The page open on Hayasaka Mio."""
    peopled.page.show_person("p25")
    peopled.settle()
    return peopled

"""The gatherings page on a real encrypted store with the people of the design."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.store.folder import StoreFolder
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.gatherings.page import GatheringsPage
from tests.screens import gatherings as screen
from tests.ui.pages.people.conftest import House


class Hall(House):
    """The same, with the page of gatherings."""

    def open_gatherings(self, width: int = 1072, height: int = 820) -> GatheringsPage:
        """Show the page as the window does."""
        made = GatheringsPage(self.workspace, self.theme)
        self._page = made  # type: ignore[assignment]  # closed alike
        made.resize(width, height)
        made.show()
        made.activateWindow()
        made.setFocus()
        self.until(lambda: made.property("ready") is True)
        self.settle()
        return made


@pytest.fixture
def empty(
    qapp: QApplication, keyboard: KeyboardFocus, theme: Theme, tmp_path: Path
) -> Iterator[Hall]:
    """An empty store."""
    made = Hall(StoreFolder(tmp_path / "store"), theme)
    yield made
    made.close()


@pytest.fixture
def hall(empty: Hall) -> Hall:
    """The store of the pictures."""
    empty.do(lambda store: screen.fill(store, "en"))
    empty.changes.clear()
    return empty

"""The notes page on a real encrypted store with the evening of the design."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.store.folder import StoreFolder
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.notes.page import NotesPage
from app.usecases.evenings import Evening, look
from tests.screens import notes as screen
from tests.screens.kept import NOW
from tests.ui.pages.people.conftest import House


class Desk(House):
    """The same, with the page of notes."""

    def open_notes(self, evening: Evening | None = screen.HERE) -> NotesPage:
        """Show the page as the window does."""
        made = NotesPage(self.workspace, self.theme)
        self.left: list[bool] = []
        made.left.connect(lambda: self.left.append(True))
        self._page = made  # type: ignore[assignment]  # closed alike
        made.resize(1280, 820)
        made.show()
        made.activateWindow()
        made.setFocus()
        made.open_evening(evening)
        if evening is not None:
            self.until(lambda: made.property("ready") is True)
        self.settle()
        return made

    def card(self, contact_id: str):
        """What is kept of a card of the evening."""
        known = self.ask(lambda reader: look(reader, screen.HERE, NOW))
        return known.card(contact_id)


@pytest.fixture
def bare(
    qapp: QApplication, keyboard: KeyboardFocus, theme: Theme, tmp_path: Path
) -> Iterator[Desk]:
    """An empty store."""
    made = Desk(StoreFolder(tmp_path / "store"), theme)
    yield made
    made.close()


@pytest.fixture
def desk(bare: Desk) -> Desk:
    """Twelve cards, three of them written."""
    bare.do(lambda store: screen.fill(store, "en"))
    bare.changes.clear()
    return bare

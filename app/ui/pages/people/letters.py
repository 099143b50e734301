"""Jumping in the list by letters: pressed in the index beside it, or typed in it."""

from PySide6.QtCore import QObject

from app.ui.look.theme import Theme
from app.ui.models.people import PeopleModel
from app.ui.pages.people import questions
from app.ui.pages.people.letter_index import LetterIndex, letter_for, letters_of
from app.ui.pages.people.list_view import PeopleView as ListView
from app.ui.workspace import Workspace


class Letters(QObject):
    """Between list and index."""

    def __init__(
        self, workspace: Workspace, theme: Theme, list_: ListView, model: PeopleModel,
        index: LetterIndex, parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._list = list_
        self._model = model
        index.jumped.connect(self._pressed)
        list_.scrolled.connect(self.mark)
        self._index = index

    def jump_to(self, typed: str) -> None:
        """Go to the first person whose reading begins with what was typed."""
        listing, language = self._model.listing, self._theme.language
        self._workspace.ask(lambda reader: questions.jump(reader, listing, typed, language)).then(
            self._jumped
        )

    def mark(self) -> None:
        """The letter of the current person while in sight, else of the upper edge."""
        current = self._list.currentIndex()
        if current.isValid() and self._list.visualRect(current).intersects(
            self._list.viewport().rect()
        ):
            row = current.row()
        else:
            row = max(0, self._list.rowAt(0))
        listing = self._model.listing
        self._index.set_current(listing.section_of(row) if listing.sections else "")

    def _pressed(self, letter: str) -> None:
        language = self._theme.language
        letters = letters_of(language)
        wanted = letters.index(letter)
        marks = self._model.listing.sections
        if not marks:
            return
        ranked = [letters.index(letter_for(mark.section, language)) for mark in marks]
        at = next((i for i, rank in enumerate(ranked) if rank >= wanted), len(marks) - 1)
        header = self._model.listing.headers[at]
        self._list.scroll_to_top(header)
        self._list.select_row(header + 1)
        self._list.scroll_to_top(header)

    def _jumped(self, place: int | None) -> None:
        if place is not None and place < len(self._model.listing.ids):
            self._list.select_row(self._model.listing.row(place))

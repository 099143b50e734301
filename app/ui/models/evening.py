"""The cards of an evening as a list model: name, reading, and how far its notes are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui import plain

Index = QModelIndex | QPersistentModelIndex
CARD = int(Qt.ItemDataRole.UserRole) + 1
"""The `StripCard` of a row."""


class State(Enum):
    """How far the notes on a card are."""

    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StripCard:
    """One row."""

    id: str
    name: str
    spoken: str
    state: State = State.OPEN


class EveningModel(QAbstractListModel):
    """Cards in the order they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[StripCard] = []

    def show(self, cards: Sequence[StripCard]) -> None:
        """Become these; where they are the same people only what changed is told."""
        if [c.id for c in cards] != [c.id for c in self._cards]:
            self.beginResetModel()
            self._cards = list(cards)
            self.endResetModel()
            return
        for row, card in enumerate(cards):
            if card != self._cards[row]:
                self._cards[row] = card
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_state(self, contact_id: str, state: State) -> None:
        """How far the notes of one are now."""
        row = self.row_of(contact_id)
        if row >= 0 and self._cards[row].state is not state:
            self._cards[row] = replace(self._cards[row], state=state)
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, contact_id: str) -> int:
        """The row of a person, or -1."""
        return next((at for at, card in enumerate(self._cards) if card.id == contact_id), -1)

    def card(self, row: int) -> StripCard | None:
        """The card of a row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.card(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            state = {
                State.OPEN: self.tr("no notes yet"),
                State.BEGUN: self.tr("begun"),
                State.DONE: self.tr("done"),
            }[card.state]
            return ", ".join(part for part in (card.spoken, state) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.escaped("\n".join(p for p in (card.name, card.spoken) if p))
        return None

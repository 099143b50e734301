"""What the words of a finder find: people, gatherings, commands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ItemRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Item:
    """One line: a person or a gathering (then that is its id), or a command."""

    words: str
    detail: str
    icon: str
    person: str = ""
    does: Callable[[], object] | None = None
    gathering: str = ""


class FinderModel(QAbstractListModel):
    """The lines that fit the words: people, then gatherings, then commands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []

    def set_items(self, items: list[Item]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, row: int) -> Item | None:
        """The line in a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ItemRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return item.detail
        return None

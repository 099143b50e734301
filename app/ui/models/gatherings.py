"""Gatherings of the list: what is ahead by its day, then what was, the last first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.store.answers import GatheringRow
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.words.gatherings import GatheringWords

Index = QModelIndex | QPersistentModelIndex
ITEM = int(Qt.ItemDataRole.UserRole) + 1
"""What a row is: a Section or a GatheringRow."""


@dataclass(frozen=True, slots=True)
class Section:
    """A header row."""

    words: str


Item = Section | GatheringRow


class GatheringsModel(QAbstractListModel):
    """Rows and headers; few enough to be held whole."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = GatheringWords(theme)
        self._items: list[Item] = []
        self.today = date.min

    def show(self, rows: Sequence[GatheringRow], today: date) -> None:
        """Show these, in the order they come in."""
        ahead = [row for row in rows if row.gathering.is_ahead(today)]
        past = [row for row in reversed(rows) if not row.gathering.is_ahead(today)]
        items: list[Item] = []
        for title, some in ((self.tr("Ahead"), ahead), (self.tr("Past"), past)):
            if some:
                items += [Section(title), *some]
        self.today = today
        if items == self._items:
            return
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, row: int) -> Item | None:
        """What stands in a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def gathering_at(self, row: int) -> str | None:
        """The id of the gathering of a row."""
        item = self.item(row)
        return item.gathering.id if isinstance(item, GatheringRow) else None

    def row_of(self, gathering_id: str | None) -> int:
        """The row of a gathering, or -1."""
        if gathering_id is None:
            return -1  # headers have none either
        rows = range(len(self._items))
        return next((r for r in rows if self.gathering_at(r) == gathering_id), -1)

    def first(self) -> str | None:
        """The first gathering."""
        ids = (self.gathering_at(row) for row in range(len(self._items)))
        return next((found for found in ids if found is not None), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.item(index.row()), GatheringRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.words if isinstance(item, Section) else text.single(item.gathering.name)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(item, GatheringRow):
            parts = (
                self._words.when(item.gathering, self.today),
                item.gathering.place or "",
                self.tr("called off") if item.gathering.called_off else "",
                self._words.cards(item.cards),
            )
            return ", ".join(text.single(part) for part in parts if part)
        return None

"""The queue of today as a list model; a new day's people come in by the smallest moves."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from app.ui import plain
from app.ui.today import DuePerson, Today
from app.ui.words.today import TodayWords

Index = QModelIndex | QPersistentModelIndex

PERSON = int(Qt.ItemDataRole.UserRole) + 1
"""The `DuePerson` of a row."""
PHOTO = PERSON + 1
"""Their picture, or None."""


class QueueModel(QAbstractListModel):
    """People of today, most pressing first."""

    def __init__(self, words: TodayWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._today: Today | None = None
        self._people: list[DuePerson] = []
        self._photos: dict[str, QPixmap] = {}

    def show(self, today: Today) -> None:
        """Become these people: rows that stay are kept, so that the current one is not lost."""
        self._today = today
        self._take_photos(today.photos)
        wanted = {person.id for person in today.people}
        for row in range(len(self._people) - 1, -1, -1):
            if self._people[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._people[row]
                self.endRemoveRows()
        for row, person in enumerate(today.people):
            self._place(row, person)

    def people(self) -> Sequence[DuePerson]:
        """Everyone in it, in order."""
        return self._people

    def person(self, index: Index) -> DuePerson | None:
        """The person of an index."""
        return self._people[index.row()] if self._holds(index) else None

    def row_of(self, contact_id: str) -> int:
        """The row of a person, or -1."""
        return next((i for i, p in enumerate(self._people) if p.id == contact_id), -1)

    def _place(self, row: int, person: DuePerson) -> None:
        at = self.row_of(person.id)
        if at == -1:
            self.beginInsertRows(QModelIndex(), row, row)
            self._people.insert(row, person)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
            self._people.insert(row, self._people.pop(at))
            self.endMoveRows()
        if self._people[row] != person:
            self._people[row] = person
            self.dataChanged.emit(self.index(row), self.index(row))

    def _take_photos(self, photos: Mapping[str, QImage]) -> None:
        self._photos = {digest: QPixmap.fromImage(image) for digest, image in photos.items()}

    def _holds(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._people)

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._people)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._holds(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._holds(index) or self._today is None:
            return None
        person, on = self._people[index.row()], self._today.on
        if role == PERSON:
            return person
        if role == PHOTO:
            return self._photos.get(person.contact.photo or "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words.who(person)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._words.described(person, on)
        if role == Qt.ItemDataRole.ToolTipRole:
            who = "\n".join(
                w for w in (self._words.who(person), self._words.work(person.contact)) if w
            )
            tie = self._words.wording.tie_sentence(person.tie, on)
            return plain.escaped(f"{who}\n{tie}")
        return None

"""Rows of the import list: group headers that fold, cards, and lines that were not understood."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui import plain
from app.ui.look.paint import Tint
from app.ui.models.import_session import Entry, Group, Session, UnreadLine
from app.usecases.import_plan import PlannedCard

Index = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""What a row shows: a Head, CardLine or RawLine."""

FIRST = 2
"""So many of a long group stand there at first; those in doubt all do."""
ROOM = 10
"""So few rows in all fit without folding any."""
MANY_LINES = 300
"""More lines than this are shown as high as cards, so that the view need not keep each height."""


class Fold(StrEnum):
    """How much of a group stands there."""

    CLOSED = "closed"
    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Head:
    """A group's header. `note` stands quietly at its right; `link` is the word that opens it."""

    group: Group
    title: str
    count: int
    icon: str
    tint: Tint
    note: str = ""
    link: str = ""
    fold: Fold = Fold.ALL


@dataclass(frozen=True, slots=True)
class CardLine:
    """All that one card's row shows; `why` is the note in its two parts, what agrees and what comes
    of it. `unread`: nothing of it could be read.
    """

    seed: str
    name: str
    spoken: str
    note: str
    chip: str
    tint: Tint
    left_out: bool = False
    unread: bool = False
    why: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of a file as it stands there."""

    where: str
    raw: str
    reason: str
    full: str


Row = Head | CardLine | RawLine
HeadWords = Callable[[Session, Group, Fold, bool], Head]
EntryWords = Callable[[Session, Entry], CardLine | RawLine]


class ImportRows(QAbstractTableModel):
    """One column; header rows cannot be chosen but can be current, so that keys fold them."""

    def __init__(self, head: HeadWords, entry: EntryWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._entry = entry
        self._session: Session | None = None
        self._folds: dict[Group, Fold] = {}
        self._rows: list[Group | Entry] = []
        self._made: dict[int, Row] = {}

    # what it shows

    def show(self, session: Session | None) -> None:
        """Another session, folded as it begins."""
        self.beginResetModel()
        self._session = session
        self._folds = {}
        if session is not None:
            crowded = sum(map(len, session.groups.values())) > ROOM
            for group, entries in session.groups.items():
                short = crowded and group is not Group.REVIEW and len(entries) > FIRST
                self._folds[group] = Fold.FIRST if short else Fold.ALL
        self._rows = self._laid()
        self._made = {}
        self.endResetModel()

    def _laid(self) -> list[Group | Entry]:
        rows: list[Group | Entry] = []
        if self._session is None:
            return rows
        for group, entries in self._session.groups.items():
            if entries:
                rows.append(group)
                rows += self._part(group)
        return rows

    def _part(self, group: Group) -> list[Entry]:
        entries = self._session.groups[group] if self._session else []
        fold = self._folds[group]
        return [] if fold is Fold.CLOSED else entries[:FIRST] if fold is Fold.FIRST else entries

    def fold(self, group: Group, fold: Fold) -> None:
        """Open or close a group."""
        if group not in self._rows or self._folds[group] is fold:
            return
        head = self._rows.index(group)
        before = len(self._part(group))
        self._folds[group] = fold
        now = self._part(group)
        self._made = {}
        if len(now) < before:
            self.beginRemoveRows(QModelIndex(), head + 1 + len(now), head + before)
            self._rows[head + 1 : head + 1 + before] = now
            self.endRemoveRows()
        elif len(now) > before:
            self.beginInsertRows(QModelIndex(), head + 1 + before, head + len(now))
            self._rows[head + 1 : head + 1 + before] = now
            self.endInsertRows()
        self.dataChanged.emit(self.index(head, 0), self.index(head, 0))

    def next_fold(self, group: Group) -> Fold:
        """What pressing the header does: first some, then all, then none."""
        if self._folds[group] is Fold.ALL:
            return Fold.CLOSED
        return Fold.ALL

    def refresh(self) -> None:
        """Answers were given: the words of the rows may differ."""
        self._made = {}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    # places

    def entry_at(self, row: int) -> Group | Entry | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, card: PlannedCard) -> int:
        """The row of a card; -1 where its group is folded away."""
        for row, entry in enumerate(self._rows):
            if isinstance(entry, PlannedCard) and entry.index == card.index:
                return row
        return -1

    def heads(self) -> list[int]:
        """The rows that are headers."""
        return [row for row, entry in enumerate(self._rows) if isinstance(entry, Group)]

    def low_lines(self) -> list[int]:
        """The rows of raw lines, where they are few enough to stand close."""
        if self._session is None or len(self._session.lines) > MANY_LINES:
            return []
        return [row for row, entry in enumerate(self._rows) if isinstance(entry, UnreadLine)]

    # the model

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW:
            return self._row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(self._row(index.row()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _described(self._row(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.escaped(_whole(self._row(index.row())))
        return None

    def _row(self, row: int) -> Row:
        found = self._made.get(row)
        if found is None:
            entry = self._rows[row]
            assert self._session is not None  # noqa: S101 - there are no rows without one
            if isinstance(entry, Group):
                long = len(self._session.groups[entry]) > FIRST
                found = self._head(self._session, entry, self._folds[entry], long)
            else:
                found = self._entry(self._session, entry)
            self._made[row] = found
        return found


def _spoken(row: Row) -> str:
    if isinstance(row, Head):
        return f"{row.title} {row.count}"
    if isinstance(row, CardLine):
        return f"{row.name}（{row.spoken}）" if row.spoken else row.name
    return f"{row.where} {row.raw[:256]}"


def _whole(row: Row) -> str:
    """What a tip shows: all of a text that the row may have cut."""
    if isinstance(row, RawLine):
        return row.full
    return f"{row.name}\n{row.note}".strip() if isinstance(row, CardLine) else ""


def _described(row: Row) -> str:
    if isinstance(row, Head):
        return ", ".join(part for part in (row.note, row.link) if part)
    if isinstance(row, CardLine):
        return ", ".join(part for part in (row.note, row.chip) if part)
    return row.reason

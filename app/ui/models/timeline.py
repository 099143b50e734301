"""The timeline of one person: entries, newest first, a screenful at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.contact import Contact
from app.domain.interaction import Initiative, Interaction
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
"""All that a row shows: an Entry."""

STEP = 200
"""Entries that are laid out before the person scrolls to their end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with the words that stand beside it; `first` is where the thread begins."""

    act: Interaction
    title: str
    channel: str
    icon: str
    others: tuple[tuple[str, str], ...]
    day: str
    year: str
    first: bool


class TimelineModel(QAbstractListModel):
    """Entries of one person, with the ids and names of whom they also concern."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._wording = Wording(theme)
        self._person: Contact | None = None
        self._acts: tuple[Interaction, ...] = ()
        self._names: Mapping[str, str] = {}
        self._entries: list[Entry] = []
        # Who hears of a change may ask for more rows in the middle of it.
        self._busy = False

    def show(
        self, person: Contact | None, acts: Sequence[Interaction], names: Mapping[str, str]
    ) -> None:
        """Show the timeline of a person; `names` are the people of its entries by id."""
        same = (
            person is not None
            and self._person is not None
            and person.id == self._person.id
            and len(self._entries) <= len(acts)
            and [a.id for a in acts] == [a.id for a in self._acts]
        )
        if same:
            self._take(person, acts, names)
            self._entries = [self._entry(at) for at in range(len(self._entries))]
            if self._entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))
            return
        kept = len(self._entries) if person and self._person and person.id == self._person.id else 0
        self._busy = True
        self.beginResetModel()
        self._take(person, acts, names)
        self._entries = [self._entry(at) for at in range(min(len(acts), max(STEP, kept)))]
        self.endResetModel()
        self._busy = False

    def row_of(self, interaction_id: str) -> int:
        """The row of an entry, fetching what lies before it; -1 if it is not there."""
        at = next((i for i, act in enumerate(self._acts) if act.id == interaction_id), -1)
        while at >= len(self._entries) and self.canFetchMore():
            self.fetchMore()
        return at

    def act_at(self, row: int) -> Interaction | None:
        """The entry of a row."""
        return self._acts[row] if 0 <= row < len(self._entries) else None

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        more = len(self._entries) < len(self._acts)
        return more and not parent.isValid() and not self._busy

    def fetchMore(self, parent: Index = QModelIndex()) -> None:
        first = len(self._entries)
        last = min(len(self._acts), first + STEP) - 1
        if not self.canFetchMore(parent):
            return
        self._busy = True
        self.beginInsertRows(QModelIndex(), first, last)
        self._entries += [self._entry(at) for at in range(first, last + 1)]
        self.endInsertRows()
        self._busy = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            when = self._wording.day(entry.act.on, self._workspace.now().today)
            parts = [when, entry.title, entry.channel, *(name for _, name in entry.others)]
            return self._wording.names([text.single(part) for part in parts if part])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            started = self._wording.initiative(entry.act.initiative)
            parts = [entry.act.note or ""]
            if entry.act.initiative is not Initiative.UNKNOWN:
                parts.append(started)
            return self._wording.names([text.single(part) for part in parts if part])
        return None

    # inside

    def _take(
        self, person: Contact | None, acts: Sequence[Interaction], names: Mapping[str, str]
    ) -> None:
        self._person = person
        self._acts = tuple(acts)
        self._names = dict(names)

    def _entry(self, at: int) -> Entry:
        act, wording = self._acts[at], self._wording
        person = self._person or Contact()
        first = at == len(self._acts) - 1
        above = self._acts[at - 1].on.year if at else self._workspace.now().today.year
        others = tuple((i, self._names[i]) for i in act.contact_ids if i in self._names)
        return Entry(
            act,
            wording.entry_title(act, person),
            wording.entry_channel(act, first=first),
            wording.entry_icon(act),
            tuple(pair for pair in others if pair[0] != person.id),
            wording.day(act.on, act.on),
            wording.year(act.on) if act.on.year != above else "",
            first,
        )

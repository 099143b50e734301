"""The timeline of one person: entries and promises, newest first, a screenful at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.contact import Contact
from app.domain.interaction import Initiative, Interaction
from app.domain.promise import Promise
from app.domain.within import BETWEEN
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

Index = QModelIndex | QPersistentModelIndex

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
"""All that a row shows: an Entry or a Pledge."""

STEP = 200
"""Entries that are laid out before the person scrolls to their end."""

GROUPED = 24
"""A longer timeline is grouped by month; a shorter one is read at a glance by its dates."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with the words that stand beside it; `first` is where the thread begins, `month` the
    heading above it where a month begins.
    """

    act: Interaction
    title: str
    channel: str
    icon: str
    others: tuple[tuple[str, str], ...]
    day: str
    year: str
    first: bool
    month: str = ""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise with the words that stand beside it; `when` is the day it is wanted by, or was
    kept on.
    """

    promise: Promise
    title: str
    when: str
    action: str
    month: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """So many newer entries and promises are not laid out: what is shown begins further down."""

    count: int


Item = Interaction | Promise


def woven(acts: Sequence[Interaction], promises: Sequence[Promise]) -> tuple[Item, ...]:
    """Promises among entries: below the entry in which they were made, else above those of their
    day. Where the thread begins stays last.
    """
    after: dict[str, list[Promise]] = {}
    alone: list[Promise] = []
    entries = {act.id for act in acts}
    for promise in promises:
        if promise.act in entries:
            after.setdefault(str(promise.act), []).append(promise)
        else:
            alone.append(promise)
    alone.sort(key=lambda p: p.made_on)
    found: list[Item] = []
    for at, act in enumerate(acts):
        while alone and alone[-1].made_on >= act.on:
            found.append(alone.pop())
        below = after.get(act.id, [])
        last = at == len(acts) - 1
        found += [*(below if last else ()), act, *(() if last else below)]
    if alone and acts:  # older than where the thread begins
        return (*found[:-1], *reversed(alone), found[-1])
    return (*found, *reversed(alone))


class TimelineModel(QAbstractListModel):
    """Entries of one person, with the ids and names of whom they also concern, and promises."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._wording = Wording(theme)
        self._person: Contact | None = None
        self._items: tuple[Item, ...] = ()
        self._days: tuple[date, ...] = ()
        self._names: Mapping[str, str] = {}
        self._first = 0
        self._entries: list[Entry | Pledge] = []
        # Who hears of a change may ask for more rows in the middle of it.
        self._busy = False

    def show(
        self,
        person: Contact | None,
        acts: Sequence[Interaction],
        names: Mapping[str, str],
        promises: Sequence[Promise] = (),
    ) -> None:
        """Show the timeline of a person; `names` are the people of its entries by id."""
        items = woven(acts, promises)
        same = (
            person is not None
            and self._person is not None
            and person.id == self._person.id
            and [item.id for item in items] == [item.id for item in self._items]
        )
        if same:
            self._take(person, items, names)
            last = self._first + len(self._entries)
            self._entries = [self._entry(at) for at in range(self._first, last)]
            if self._entries:
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            return
        known = person is not None and self._person is not None and person.id == self._person.id
        kept = len(self._entries) if known else 0
        newest = self._items[:1] if known else ()
        first = self._first if newest and [i.id for i in newest] == [i.id for i in items[:1]] else 0
        self._take(person, items, names)
        self._lay(min(first, max(0, len(items) - STEP)), max(STEP, kept))

    @property
    def has_older(self) -> bool:
        """Whether there are older ones that are not laid out.

        Not Qt's `canFetchMore`: the view is as high as its rows, so that it would see its last one,
        and fetch, until all 5,000 are laid out.
        """
        return self._first + len(self._entries) < len(self._items) and not self._busy

    def show_older(self) -> None:
        """Lay out a step more."""
        first = self._first + len(self._entries)
        last = min(len(self._items), first + STEP) - 1
        if not self.has_older:
            return
        self._busy = True
        row = self.rowCount()
        self.beginInsertRows(QModelIndex(), row, row + last - first)
        self._entries += [self._entry(at) for at in range(first, last + 1)]
        self.endInsertRows()
        self._busy = False

    def show_newest(self) -> None:
        """Back to where it begins, after a far entry was shown."""
        self._lay(0, STEP)

    def row_of(self, record_id: str) -> int:
        """The row of an entry or promise; -1 if it is not there.

        The next ones are laid out with what lies between; a far one among its neighbours.
        """
        at = next((i for i, item in enumerate(self._items) if item.id == record_id), -1)
        if at < 0:
            return -1
        end = self._first + len(self._entries)
        if end <= at < end + STEP and len(self._entries) <= STEP:
            self.show_older()
        elif at < self._first or at >= end:
            self._lay(max(0, at - STEP // 2) if at >= STEP else 0, STEP)
        return at - self._first + (self._first > 0)

    def act_at(self, row: int) -> Interaction | None:
        """The entry of a row; None for a promise."""
        item = self._item_at(row)
        return item if isinstance(item, Interaction) else None

    def promise_at(self, row: int) -> Promise | None:
        """The promise of a row; None for an entry."""
        item = self._item_at(row)
        return item if isinstance(item, Promise) else None

    def record(self, record_id: str) -> Interaction | Promise | None:
        """An entry or promise, laid out or not; None where it is not of this person."""
        return next((item for item in self._items if item.id == record_id), None)

    def lines(self) -> list[tuple[str, str]]:
        """Ids and words of everything, laid out or not, in order: what finding looks through."""
        here = self._person.id if self._person else ""
        found: list[tuple[str, str]] = []
        for item in self._items:
            if isinstance(item, Promise):
                found.append((item.id, item.text))
            else:
                others = (self._names[i] for i in item.contact_ids if i in self._names)
                parts = (item.note, item.place, *(others if item.contact_ids != (here,) else ()))
                found.append((item.id, BETWEEN.join(part for part in parts if part)))
        return found

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries) + (self._first > 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if self._first and index.row() == 0:
            return self._gap_data(role)
        entry = self._entries[index.row() - (self._first > 0)]
        if role == ENTRY:
            return entry
        if isinstance(entry, Pledge):
            return self._pledge_data(entry, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            when = self._wording.day(entry.act.on, self._workspace.now().today)
            others = (name for _, name in entry.others)
            parts = [entry.month, when, entry.title, entry.channel, *others]
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
        self, person: Contact | None, items: Sequence[Item], names: Mapping[str, str]
    ) -> None:
        self._person = person
        self._items = tuple(items)
        days = {item.id: item.on for item in items if isinstance(item, Interaction)}
        self._days = tuple(
            item.on if isinstance(item, Interaction) else days.get(item.act or "", item.made_on)
            for item in items
        )
        self._names = dict(names)

    def _item_at(self, row: int) -> Item | None:
        at = row - (self._first > 0)
        return self._items[self._first + at] if 0 <= at < len(self._entries) else None

    def _lay(self, first: int, count: int) -> None:
        self._busy = True
        self.beginResetModel()
        self._first = first
        last = min(len(self._items), first + count)
        self._entries = [self._entry(at) for at in range(first, last)]
        self.endResetModel()
        self._busy = False

    def _gap_data(self, role: int) -> Any:
        if role == ENTRY:
            return Gap(self._first)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("%n newer: show them", "", self._first)
        return None

    def _pledge_data(self, pledge: Pledge, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = [pledge.month, pledge.title, text.single(pledge.promise.text), pledge.when]
            return self._wording.names([part for part in parts if part])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and pledge.promise.kept_on is None:
            return self.tr("Space: {action}").format(action=pledge.action)
        return None

    def _month(self, at: int) -> str:
        """The heading above an entry or promise with which a month begins."""
        on, above = self._days[at], self._days[at - 1] if at else None
        if len(self._items) <= GROUPED:
            return ""
        if above is not None and (above.year, above.month) == (on.year, on.month):
            return ""
        return self._wording.month(on, self._workspace.now().today)

    def _entry(self, at: int) -> Entry | Pledge:
        act, wording, month = self._items[at], self._wording, self._month(at)
        today = self._workspace.now().today
        if isinstance(act, Promise):
            return Pledge(
                act,
                wording.promise_title(act),
                wording.promise_day(act, today),
                wording.promise_action(act),
                month,
            )
        person = self._person or Contact()
        first = at == len(self._items) - 1
        newer = (self._items[place] for place in range(at - 1, -1, -1))
        above = next((item.on for item in newer if isinstance(item, Interaction)), today).year
        new_year = act.on.year != above and len(self._items) <= GROUPED
        others = tuple((i, self._names[i]) for i in act.contact_ids if i in self._names)
        return Entry(
            act,
            wording.entry_title(act, person),
            wording.entry_channel(act, first=first),
            wording.entry_icon(act),
            tuple(pair for pair in others if pair[0] != person.id),
            wording.day(act.on, act.on),
            wording.year(act.on) if new_year else "",
            first,
            month,
        )

"""People of the list: section headers, people and notes found, by ids; rows come in pages."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage, QPixmap

from app.domain.names import OTHER_SECTION
from app.domain.tie import Knot
from app.store.answers import NoteHit, PersonRow
from app.ui import plain
from app.ui.background import Reply
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.models.listing import Listing
from app.ui.photos import read_photos
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    from app.store.reader import Reader

Index = QModelIndex | QPersistentModelIndex

ITEM = int(Qt.ItemDataRole.UserRole) + 1
"""What a row is: a Section, Person or Note; None while it is on its way."""
PHOTO = ITEM + 1
"""The picture of a person, or None."""

PAGE = 100
PAGES_KEPT = 40
REST_MS = 60
"""So long after rows that are known were painted the others of their page are asked for: not while
somebody types, where the next letter brings another answer.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """A header row."""

    words: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person's row."""

    row: PersonRow


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was found, and whose it is."""

    hit: NoteHit
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that came from the store, and the pictures that they name."""

    rows: tuple[PersonRow, ...] = ()
    photos: Mapping[str, QImage] | None = None


def read_rows(reader: "Reader", ids: Sequence[str], today: "date", language: str) -> Rows:
    """The rows of some people with their pictures, decoded on the lane of the reader."""
    rows = tuple(reader.person_rows(ids, today, language))
    return Rows(rows, read_photos(reader, (r.photo for r in rows if r.photo)))


class PeopleModel(QAbstractTableModel):
    """One column. Rows not known yet are asked for a page at a time and shown when they come."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._wording = Wording(theme)
        self._listing = Listing()
        self._rows: dict[str, PersonRow] = {}
        self._photos: dict[str, QPixmap] = {}
        self._pages: OrderedDict[int, Reply[Rows] | None] = OrderedDict()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._want_rest)
        self._resting: set[int] = set()

    # what it shows

    def show(self, listing: Listing, known: Rows | None = None) -> None:
        """Show a listing; `known` are rows that came with it.

        Rows known from before stay until newer ones come, so nothing blinks.
        """
        known = known or Rows()
        if listing.continues(self._listing):
            self._grow(listing, known)
            return
        same = listing == self._listing
        if not same:
            self.beginResetModel()
        self._listing = listing
        self._outdate()
        self._keep(known)
        self._mark_known({row.id for row in known.rows})
        if same:
            self._renewed(range(self.rowCount()))
        else:
            self.endResetModel()

    @property
    def listing(self) -> Listing:
        """What it shows."""
        return self._listing

    def names_of(self, ids: Iterable[str]) -> list[str]:
        """The names of people whose rows are known; the others are left out."""
        rows = (self._rows.get(i) for i in ids)
        return [text.single(row.name) for row in rows if row is not None]

    def refresh(self, ids: Iterable[str]) -> None:
        """Ask anew for what is shown of some people; the old rows stay until the new ones come."""
        wanted = [i for i in ids if i in self._rows]
        if wanted:
            self._ask(wanted).then(self._refreshed)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._listing.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._listing.place(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == ITEM:
            return self._item(index.row())
        if role == PHOTO:
            item = self._item(index.row())
            return self._photos.get(item.row.photo or "") if isinstance(item, Person) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(self._item(index.row()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(self._item(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            item = self._item(index.row())
            if isinstance(item, Person):
                said = self._said(item)
                return plain.escaped(f"{said}\n{self._described(item)}")
        return None

    # inside

    def _item(self, row: int) -> Section | Person | Note | None:
        place = self._listing.place(row)
        if place is None:
            section = self._listing.section_of(row)
            unread = section == OTHER_SECTION and not self._listing.notes
            return Section(self.tr("# no reading yet") if unread else section)
        item = self._known(place)
        page = place // PAGE
        if page not in self._pages:
            if item is None:
                self._want(page)
            else:
                self._resting.add(page)
                self._rest.start()
        return item

    def _known(self, place: int) -> Person | Note | None:
        if place < len(self._listing.ids):
            found = self._rows.get(self._listing.ids[place])
            return None if found is None else Person(found)
        hit = self._listing.notes[place - len(self._listing.ids)]
        people = tuple(self._rows[i] for i in hit.contact_ids if i in self._rows)
        return Note(hit, people) if people else None

    def _want_rest(self) -> None:
        """The others of pages whose first rows came with an answer."""
        pages, self._resting = self._resting, set()
        for page in sorted(pages - self._pages.keys()):
            if page * PAGE < self._listing.count:
                self._want(page)

    def _ids_of(self, page: int) -> list[str]:
        return self._listing.people_of(page * PAGE, (page + 1) * PAGE)

    def _want(self, page: int) -> None:
        reply = self._ask(self._ids_of(page))
        self._pages[page] = reply
        while len(self._pages) > PAGES_KEPT:
            old, pending = self._pages.popitem(last=False)
            if pending is not None:
                pending.drop()
            for contact_id in self._ids_of(old):
                self._rows.pop(contact_id, None)
        reply.then(_PageCame(self, page).take)

    def _ask(self, ids: Sequence[str]) -> Reply[Rows]:
        today, language = self._workspace.now().today, self._theme.language
        wanted = tuple(ids)
        return self._workspace.ask(lambda reader: read_rows(reader, wanted, today, language))

    def page_came(self, page: int, rows: Rows) -> None:
        """Rows of a page have come."""
        self._pages[page] = None
        self._keep(rows)
        first, last = page * PAGE, min((page + 1) * PAGE, self._listing.count) - 1
        if last >= first:
            self._renewed(range(self._listing.row(first), self._listing.row(last) + 1))

    def _refreshed(self, rows: Rows) -> None:
        self._keep(rows)
        for row in rows.rows:
            at = self._listing.row_of(row.id)
            if at >= 0:
                self._renewed(range(at, at + 1))

    def _keep(self, known: Rows) -> None:
        for row in known.rows:
            self._rows[row.id] = row
        for digest, image in (known.photos or {}).items():
            self._photos[digest] = QPixmap.fromImage(image)

    def _renewed(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], 0))

    def _grow(self, listing: Listing, known: Rows) -> None:
        """More rows behind those that are shown, which stay as they are."""
        self._keep(known)
        # The last page was known only as far as it went.
        last = self._pages.pop(self._listing.count // PAGE, None)
        if last is not None:
            last.drop()
        self.beginInsertRows(QModelIndex(), self._listing.rows, listing.rows - 1)
        self._listing = listing
        self._mark_known({row.id for row in known.rows})
        self.endInsertRows()

    def _outdate(self) -> None:
        """Every page is to be asked for again when it is next painted."""
        for pending in self._pages.values():
            if pending is not None:
                pending.drop()
        self._pages.clear()
        if len(self._rows) > PAGE * PAGES_KEPT:
            self._rows.clear()
            self._photos.clear()

    def _mark_known(self, ids: set[str]) -> None:
        if not ids:
            return
        for page in range(-(-self._listing.count // PAGE)):
            if ids.issuperset(self._ids_of(page)):
                self._pages[page] = None
            if len(self._pages) * PAGE >= len(ids):
                break

    def _said(self, item: Section | Person | Note | None) -> str | None:
        if isinstance(item, Section):
            return item.words
        if isinstance(item, Person):
            name = text.single(item.row.name)
            if not item.row.spoken:
                return name
            return self.tr("{name} ({reading})").format(
                name=name, reading=text.single(item.row.spoken)
            )
        if isinstance(item, Note):
            return text.single(item.hit.excerpt)
        return None

    def _described(self, item: Section | Person | Note | None) -> str | None:
        if isinstance(item, Note):
            return ", ".join(text.single(row.name) for row in item.people)
        if not isinstance(item, Person):
            return None
        row, today = item.row, self._workspace.now().today
        parts = [text.single(row.organization)] if row.organization else []
        if row.last_contact is not None:
            ago = self._wording.ago(row.last_contact, today)
            parts.append(self.tr("last contact {ago}").format(ago=ago))
        tied = [self._wording.knot(k) for k, on in zip(Knot, row.knots, strict=True) if on]
        if tied:
            parts.append(self.tr("Tie: {knots}").format(knots=self.tr(", ").join(tied)))
        return self.tr(", ").join(parts)


class _PageCame:
    """The place that an answer belongs to; an answer for a model that is gone is let go."""

    def __init__(self, model: PeopleModel, page: int) -> None:
        self._model = model
        self._page = page

    def take(self, rows: Rows) -> None:
        if shiboken6.isValid(self._model):
            self._model.page_came(self._page, rows)

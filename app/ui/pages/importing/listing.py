"""The list of the import page: keys, folding, and what is asked of the page."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.delegates.import_rows import ABOVE_LINES, HEAD, LINE, ImportDelegate, card_height
from app.ui.look.theme import Theme
from app.ui.models.import_rows import Fold, ImportRows
from app.ui.models.import_session import Entry, Group, UnreadLine
from app.ui.widgets import rows
from app.usecases.import_plan import PlannedCard

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportList(QTableView):
    """One column with fixed heights, so that ten thousand cards cost no more than ten."""

    looked_at = Signal(object)
    """The entry (or group) that is current now; None where there is none."""
    opened = Signal(object)
    """Enter on an entry: show all of it."""
    left_out = Signal(object)
    """Space on a card: leave it out, or take it in again."""
    taken = Signal(object, bool)
    """Left or right on a card: the known values, or the card's."""

    def __init__(self, theme: Theme, model: ImportRows, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._rows = model
        self._card = 0
        self.setAccessibleName(name)
        rows.set_up(self)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heights = self.verticalHeader()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(theme.px(20))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(ImportDelegate(theme, self))
        self.setModel(model)
        model.modelReset.connect(self._measure)
        model.rowsInserted.connect(self._measure)
        model.rowsRemoved.connect(self._measure)
        theme.changed.connect(self.viewport().update)
        self._measure()

    def _measure(self) -> None:
        """Heights stick to places, not to rows: give them anew."""
        heights = self.verticalHeader()
        px, card = self.theme.px, card_height(self.theme, self.viewport().width())
        self._card = card
        blocked = heights.blockSignals(True)
        heights.setDefaultSectionSize(card)
        for row in range(min(heights.count(), self._rows.rowCount())):
            if heights.sectionSize(row) != card:
                heights.resizeSection(row, card)
        for row in self._rows.heads():
            heights.resizeSection(row, px(HEAD))
        for at, row in enumerate(self._rows.low_lines()):
            heights.resizeSection(row, px(LINE) + (0 if at else px(ABOVE_LINES)))
        heights.blockSignals(blocked)
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if card_height(self.theme, self.viewport().width()) != self._card:
            self._measure()

    # where it is

    def entry(self) -> Group | Entry | None:
        return self._rows.entry_at(self.currentIndex().row())

    def card(self) -> PlannedCard | None:
        """The card that is current; None on a header or a raw line."""
        entry = self.entry()
        return entry if isinstance(entry, PlannedCard) else None

    def go_to(self, row: int) -> None:
        if 0 <= row < self._rows.rowCount():
            index = self._rows.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_to_first(self) -> None:
        """The first row that is no header."""
        rows = range(self._rows.rowCount())
        first = next((r for r in rows if not isinstance(self._rows.entry_at(r), Group)), 0)
        self.go_to(first)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(self.entry())

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key, entry = event.key(), self.entry()
        if key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self._rows.rowCount() - 1)
        elif not self._own_key(entry, key):
            super().keyPressEvent(event)

    def _own_key(self, entry: Group | Entry | None, key: int) -> bool:
        if isinstance(entry, Group):
            return self._fold_key(entry, key)
        return entry is not None and self._entry_key(entry, key)

    def _fold_key(self, group: Group, key: int) -> bool:
        if key in _ENTER or key == Qt.Key.Key_Space:
            self._rows.fold(group, self._rows.next_fold(group))
        elif key == Qt.Key.Key_Right:
            self._rows.fold(group, Fold.ALL)
        elif key == Qt.Key.Key_Left:
            self._rows.fold(group, Fold.CLOSED)
        else:
            return False
        return True

    def _entry_key(self, entry: Entry, key: int) -> bool:
        if key in _ENTER:
            self.opened.emit(entry)
        elif isinstance(entry, UnreadLine):
            return False
        elif key == Qt.Key.Key_Space:
            self.left_out.emit(entry)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.taken.emit(entry, key == Qt.Key.Key_Right)
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = self._rows.entry_at(index.row())
        if isinstance(entry, Group) and event.button() == Qt.MouseButton.LeftButton:
            self._rows.fold(entry, self._rows.next_fold(entry))

"""The list of people: a table of one column with fixed sections, fast at 100,000 rows."""

import time
from bisect import bisect_left, bisect_right

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.delegates.person import HEADER, ROW, PersonDelegate
from app.ui.look.theme import Theme
from app.ui.models.people import Index, PeopleModel
from app.ui.widgets import rows

_TYPING = 1.0
"""Seconds in which the next letter belongs to the same word."""


class PeopleView(QTableView):
    """People by row. Letters jump, Enter and Right open, Up at the top goes to the search."""

    opened = Signal()
    """Enter, Right or a double click: on to the person."""
    typed = Signal(str)
    """Letters typed to jump with, so far."""
    left_upwards = Signal()
    """Up was pressed on the first row."""
    picked = Signal(int)
    """Another row became the current one."""
    scrolled = Signal()
    several = Signal(int)
    """So many people are selected, whenever they are more than one, and when they are no more."""

    def __init__(
        self, theme: Theme, model: PeopleModel, delegate: PersonDelegate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people = model
        self._laid: list[int] = []
        self._selected = 1
        self._typed = ""
        self._typed_at = 0.0
        self.setItemDelegate(delegate)
        self.setModel(model)
        rows.set_up(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("People"))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setMinimumSectionSize(1)
        across.setStretchLastSection(True)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        # Opaque, so that scrolling moves what is painted and only new rows are painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.modelReset.connect(self.lay_rows)
        model.rowsInserted.connect(self._lay_more)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        theme.changed.connect(self.lay_rows)
        self.lay_rows()

    def lay_rows(self) -> None:
        """Give header rows their height; Qt forgets it at every reset."""
        px, down = self._theme.px, self.verticalHeader()
        down.setDefaultSectionSize(px(ROW))
        for row in self._laid:
            if row < down.count():
                down.resizeSection(row, px(ROW))
        self._laid = list(self._people.listing.headers)
        for row in self._laid:
            down.resizeSection(row, px(HEADER))
        self.verticalScrollBar().setSingleStep(px(20))
        self.viewport().update()

    def _lay_more(self, _parent: Index, first: int, _last: int) -> None:
        for row in self._people.listing.headers:
            if row >= first:
                self._laid.append(row)
                self.verticalHeader().resizeSection(row, self._theme.px(HEADER))

    def rows_in_sight(self) -> int:
        """How many rows the list can show at once."""
        return self.viewport().height() // self._theme.px(ROW) + 2

    def select_row(self, row: int, *, top: int | None = None) -> None:
        """Make a row the current one; `top` is how far below the upper edge it shall stand."""
        index = self._people.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if top is not None:
            bar = self.verticalScrollBar()
            bar.setValue(self.verticalHeader().sectionPosition(row) - top)
        self.scrollTo(index)

    def top_of(self, row: int) -> int:
        """How far below the upper edge a row stands."""
        return self.verticalHeader().sectionViewportPosition(row)

    def scroll_to_top(self, row: int) -> None:
        """Show a row (or the header above it) at the upper edge."""
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(max(0, row)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.picked.emit(current.row())

    # several

    def selected_people(self) -> tuple[str, ...]:
        """Who is selected, in the order of the list; each once."""
        parts = self.selectionModel().selection().toList()
        spans = sorted((part.top(), part.bottom()) for part in parts)
        rows_ = (row for first, last in spans for row in range(first, last + 1))
        found = (self._people.listing.person_at(row) for row in rows_)
        return tuple(dict.fromkeys(person for person in found if person is not None))

    def select_one(self) -> None:
        """The current person alone, or else the first of who is selected."""
        row = self.currentIndex().row()
        if row < 0 or self._people.listing.place(row) is None:
            row = min((s.top() for s in self.selectionModel().selection().toList()), default=row)
        if row >= 0:
            self.select_row(row)

    def allow_several(self, on: bool) -> None:
        """Whether more than one can be selected."""
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if on else modes.SingleSelection)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        headers = self._people.listing.headers
        count = 0
        for span in self.selectionModel().selection().toList():
            within = bisect_right(headers, span.bottom()) - bisect_left(headers, span.top())
            count += span.height() - within
        before, self._selected = self._selected, count
        if count > 1 or before > 1:
            self.several.emit(count)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """As usual, but never nobody."""
        command = super().selectionCommand(index, event)
        toggles = bool(command & QItemSelectionModel.SelectionFlag.Toggle)
        if toggles and self._selected <= 1 and self.selectionModel().isSelected(index):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return command

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Shift with Home or End reaches to the first or last person."""
        ends = QAbstractItemView.CursorAction
        if action in (ends.MoveHome, ends.MoveEnd):
            row = self._end(0 if action == ends.MoveHome else self._people.rowCount() - 1)
            return self._people.index(row, 0)
        return super().moveCursor(action, modifiers)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self._theme.c("paper"))
        ground.end()
        super().paintEvent(event)

    # keys

    def keyboardSearch(self, search: str) -> None:
        """Letters are read in `keyPressEvent`; Qt's own search would read every row."""

    def event(self, event: QEvent) -> bool:
        # While a word is being typed to jump with, its letters are no commands.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._is_typing()
            and self._letter(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not held:
            self._step_to(0 if key == Qt.Key.Key_Home else self._people.rowCount() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.opened.emit()
        elif key == Qt.Key.Key_Up and self._is_first():
            self.left_upwards.emit()
        elif letter := self._letter(event):
            self._typed = self._typed + letter if self._is_typing() else letter
            self._typed_at = time.monotonic()
            self.typed.emit(self._typed)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def _letter(self, event: QKeyEvent) -> str:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        words = event.text()
        return words if not held and words and words.isprintable() and words != " " else ""

    def _is_typing(self) -> bool:
        return bool(self._typed) and time.monotonic() - self._typed_at < _TYPING

    def _is_first(self) -> bool:
        current = self.currentIndex().row()
        headers = set(self._people.listing.headers)
        return current < 0 or all(row in headers for row in range(current))

    def _step_to(self, row: int) -> None:
        first = row == 0
        row = self._end(row)
        if row >= 0:
            self.select_row(row)
            if first:
                self.verticalScrollBar().setValue(0)

    def _end(self, row: int) -> int:
        """The person at an end of the list (row 0, or the last), behind headers; -1 for nobody."""
        headers = set(self._people.listing.headers)
        step = 1 if row == 0 else -1
        while 0 <= row < self._people.rowCount() and row in headers:
            row += step
        return row if 0 <= row < self._people.rowCount() else -1

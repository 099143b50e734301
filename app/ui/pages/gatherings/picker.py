"""Choosing people for a gathering: type, Enter puts one down, and on to the next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QWidget

from app.domain.errors import ExpectedError
from app.ui.delegates.found import FinderDelegate
from app.ui.look.theme import Theme
from app.ui.models.found import FinderModel, Item
from app.ui.widgets.choice import Segments
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import SearchField
from app.ui.workspace import Reply, Workspace

if TYPE_CHECKING:
    from app.store.answers import PersonRow
    from app.store.reader import Reader

_FOUND = 7
CARD, CAME = "card", "came"


@dataclass(frozen=True, slots=True)
class Picked:
    """Who was chosen, and whether their card was received there."""

    contact_id: str
    card: bool


class PeoplePicker(Dialog):
    """Stays open until it is closed; `picked` tells of each person as they are chosen."""

    picked = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget, *, ahead: bool) -> None:
        """`ahead`: cards of a gathering that is still to come were not received yet."""
        super().__init__(theme, parent, self.tr("Who was there?"))
        if ahead:
            self.heading.setText(self.tr("Who will be there?"))
        self._workspace = workspace
        self._asked: Reply[list[PersonRow]] | None = None
        self._enter_waits = False
        self.how = Segments(
            theme,
            [(CARD, self.tr("Card received there")), (CAME, self.tr("Was there too"))],
            CAME if ahead else CARD,
            name=self.tr("How they belong to it"),
        )
        self.how.setVisible(not ahead)
        self.field = SearchField(theme, name=self.tr("A name, a company"), height=40)
        self.field.set_hint(self.tr("A name, a company"))
        self.model = FinderModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FinderDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFixedHeight(theme.px(40 * _FOUND + 4))
        for part in (self.how, self.field, self.list):
            self.body.addWidget(part)
        self.add_button(self.tr("Done"), kind="primary", result=QDialog.DialogCode.Accepted)
        self.field.changed.connect(self._search)
        self.field.submitted.connect(lambda _words: self._take_current())
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.field.edit.installEventFilter(self)
        self.field.setFocus()

    def _search(self, words: str) -> None:
        self._enter_waits = False
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        if not words.strip():
            self.model.set_items([])
            return
        today, language = self._workspace.now().today, self.theme.language

        def ask(reader: "Reader") -> "list[PersonRow]":
            found = reader.search(words, language, _FOUND).people
            return reader.person_rows(found[:_FOUND], today, language)

        self._asked = self._workspace.ask(ask).then(self._show, self._not_found)

    def _not_found(self, error: ExpectedError) -> None:
        self._asked, self._enter_waits = None, False
        self._workspace.failed.emit(error)

    def _show(self, rows: "list[PersonRow]") -> None:
        self._asked = None
        items = [Item(r.name, r.organization or "", "", person=r.id) for r in rows]
        self.model.set_items(items or [Item(self.tr("Nobody by that name"), "", "search")])
        self.list.setCurrentIndex(self.model.index(0))
        if self._enter_waits:
            self._take_current()

    def _take_current(self) -> None:
        if self._asked is not None:
            self._enter_waits = True  # whoever stands there is of the words before
            return
        self._take(self.list.currentIndex().row())

    def _take(self, row: int) -> None:
        item = self.model.item(row)
        if item is not None and item.person:
            self.picked.emit(Picked(item.person, self.how.value() == CARD))
            self.field.edit.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            and not self.field.edit.composing
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = (self.list.currentIndex().row() + step) % max(1, self.model.rowCount())
            self.list.setCurrentIndex(self.model.index(row))
            return True
        return False

"""The finder (Ctrl+K): anyone, and every command, from one field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QObject,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import ExpectedError
from app.domain.folding import fold
from app.ui.delegates.found import FinderDelegate
from app.ui.look import keys, paint
from app.ui.look.theme import Theme
from app.ui.models.found import FinderModel, Item
from app.ui.widgets.field import SearchField
from app.ui.words.gatherings import GatheringWords
from app.ui.workspace import Reply, Workspace

if TYPE_CHECKING:
    from datetime import date

    from app.domain.gathering import Gathering
    from app.store.answers import PersonRow
    from app.store.reader import Reader

PEOPLE = 8
"""At most so many people; who needs more uses the people page."""
GATHERINGS = 4
Command = tuple[str, str, str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Found:
    """What the words find."""

    people: "list[PersonRow]"
    gatherings: "tuple[Gathering, ...]"
    today: "date"


class Finder(QFrame):
    """A panel over the window; Enter takes the line, Esc goes back to where the focus was."""

    person_wanted = Signal(str)
    gathering_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        commands: Callable[[], list[Command]],
        parent: QWidget,
    ) -> None:
        """`commands` gives (words, icon, key, what it does), in the language of the moment."""
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._commands = commands
        self._asked: Reply[Found] | None = None
        self._enter_waits = False
        self._gatherings = GatheringWords(theme)
        self._back_to: QWidget | None = None
        self._field = SearchField(theme, name=self.tr("Find anyone or any command"), height=44)
        self._model = FinderModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(FinderDelegate(theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Found"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._field)
        self._column.addWidget(self._list)
        self._field.changed.connect(self._search)
        self._field.submitted.connect(self._take_current)
        self._list.clicked.connect(lambda index: self._take(index.row()))
        self._field.edit.installEventFilter(self)
        self._field.edit.left.connect(self._left)
        self._host = parent
        parent.installEventFilter(self)
        self.hide()

    def open_over(self, window: QWidget) -> None:
        """Show it, empty, over the upper middle of the window."""
        self._back_to = window.focusWidget()
        hint = self.tr("A name, a company, a note, or a command")
        self._field.edit.setPlaceholderText(hint)
        self._field.edit.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self._field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_back(self) -> None:
        """Hide it and give the focus back."""
        if self._asked is not None:
            self._asked.drop()
        self._enter_waits = False
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(8), px(8), px(8), px(8))
        self._column.setSpacing(px(6))
        host = self._host
        wide = min(px(560), host.width() - px(48))
        rows = min(10, max(1, self._model.rowCount()))
        self.setGeometry((host.width() - wide) // 2, px(96), wide, px(44 + 24 + 40 * rows))

    def _search(self, words: str) -> None:
        self._enter_waits = False
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        words = words.strip()
        if not words:
            self._show(None)
            return
        today, language = self._workspace.now().today, self._theme.language

        def ask(reader: "Reader") -> Found:
            found = reader.search(words, language, PEOPLE).people
            people = reader.person_rows(found[:PEOPLE], today, language)
            return Found(people, reader.find_gatherings(words, GATHERINGS), today)

        self._asked = self._workspace.ask(ask).then(self._show, self._not_found)

    def _not_found(self, error: ExpectedError) -> None:
        self._asked, self._enter_waits = None, False
        self._workspace.failed.emit(error)

    def _show(self, found: Found | None) -> None:
        self._asked = None
        words = fold(self._field.edit.text())
        people: list[Item] = []
        gatherings: list[Item] = []
        if found is not None:
            people = [Item(r.name, r.organization or "", "", person=r.id) for r in found.people]
            gatherings = [
                Item(g.name, self._gatherings.when(g, found.today), "gather", gathering=g.id)
                for g in found.gatherings
            ]
        commands = [
            Item(name, keys.label(key) if key else "", icon, does=does)
            for name, icon, key, does in self._commands()
            if words in fold(name)
        ]
        lines = [*people, *gatherings, *commands]
        self._model.set_items(
            lines or [Item(self.tr("Nobody and nothing by that name"), "", "search")]
        )
        self._list.setCurrentIndex(self._model.index(0))
        self._place()
        if self._enter_waits:
            self._take_current()

    def _take_current(self) -> None:
        if self._asked is not None:
            self._enter_waits = True  # what stands there is of the words before
            return
        self._take(self._list.currentIndex().row())

    def _take(self, row: int) -> None:
        item = self._model.item(row)
        if item is None:
            return
        self.close_back()
        if item.person:
            self.person_wanted.emit(item.person)
        elif item.gathering:
            self.gathering_wanted.emit(item.gathering)
        elif item.does is not None:
            item.does()

    def _left(self) -> None:
        self._enter_waits = False
        if self.isVisible():
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not self._field.edit.composing
        ):
            return self._key(event.key())
        return False

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_back()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self._list.currentIndex().row() + step) % max(1, self._model.rowCount())
            self._list.setCurrentIndex(self._model.index(row))
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        box = QRectF(self.rect())
        paint.rounded(p, box, self._theme.px(12), self._theme.c("paper"), self._theme.c("line2"))

"""Those who share a name that stands in the quick log: whom the person meant, they choose."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from app.domain.quick_log_said import Mention
from app.ui.delegates.found import FinderDelegate
from app.ui.look.theme import Theme
from app.ui.models.found import FinderModel, Item
from app.ui.plain import Label
from app.ui.shell.quick_log_words import QuickLogWords
from app.ui.words.wording import Wording

if TYPE_CHECKING:
    from app.store.answers import PersonRow

_ROW = 40
_LEAST_ROWS = 2


class Which(QWidget):
    """The question, the people, and how many are not among them."""

    chosen = Signal(str)
    """The id of the one who is meant."""

    def __init__(self, theme: Theme, words: QuickLogWords) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._wording = Wording(theme)
        self.title = Label(theme, "", role="ui-bold", elide=True)
        self.model = FinderModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FinderDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.take(index.row()))
        self.more = Label(theme, "", role="small", color="ink3", elide=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.list, self.more):
            self._column.addWidget(part)

    def ask(self, question: Mention | None, rows: Mapping[str, "PersonRow"], today: date) -> None:
        """Ask who is meant, or nothing. Who was marked stays so where the people are the same."""
        ids = () if question is None else question.called.ids
        items = [self._item(rows[i], today) for i in ids if i in rows]
        shown = [self.model.item(row) for row in range(self.model.rowCount())]
        if shown != items:
            self.model.set_items(items)
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setAccessibleName("" if question is None else self._words.which(question))
        self.title.setText("" if question is None else self._words.which(question))
        more = 0 if question is None else question.called.more
        self.more.setText(self._words.more(more) if more else "")
        self.more.setVisible(more > 0)
        self.setVisible(question is not None)

    def fit(self, over: int = 0) -> None:
        """All rows, less so many pixels as there is no room for."""
        px = self._theme.px
        self._column.setSpacing(px(8))
        rows = px(_ROW) * self.model.rowCount()
        self.list.setFixedHeight(min(rows, max(px(_ROW) * _LEAST_ROWS, rows - over)))
        # The panel asks for the height in this turn: nothing may answer what it knew before.
        self._column.invalidate()
        self.updateGeometry()

    def move_by(self, step: int) -> None:
        """Mark the next one or the one before, round and round."""
        row = (self.list.currentIndex().row() + step) % max(1, self.model.rowCount())
        self.list.setCurrentIndex(self.model.index(row))

    def take(self, row: int | None = None) -> None:
        """Choose the one in a row, or the marked one."""
        item = self.model.item(self.list.currentIndex().row() if row is None else row)
        if item is not None:
            self.chosen.emit(item.person)

    def _item(self, row: "PersonRow", today: date) -> Item:
        last = self._wording.ago(row.last_contact, today) if row.last_contact else ""
        known = (row.spoken, row.organization or "", last)
        return Item(row.name, " · ".join(part for part in known if part), "", person=row.id)

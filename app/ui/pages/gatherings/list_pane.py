"""The left pane: search, the gatherings ahead and past, and the ways to new ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.ui.delegates.gathering import GatheringDelegate
from app.ui.look import focus, paint, text
from app.ui.look.theme import Theme
from app.ui.models.gatherings import GatheringsModel
from app.ui.pages.gatherings import questions
from app.ui.pages.gatherings.questions import Listed
from app.ui.plain import Label
from app.ui.widgets import rows
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.field import SearchField
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace
from app.usecases.gathering_proposals import Proposal

if TYPE_CHECKING:
    from app.ui.background import Reply

WIDE, NARROW = 336, 300


class GatheringsView(QListView):
    """Rows to choose from; Enter and Right go on to the gathering."""

    picked = Signal(str)
    opened = Signal()
    left_upwards = Signal()

    def __init__(self, theme: Theme, model: GatheringsModel) -> None:
        super().__init__()
        self._gatherings = model
        self.setModel(model)
        self.setItemDelegate(GatheringDelegate(theme, self))
        rows.set_up(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Gatherings"))
        self.doubleClicked.connect(self.opened)

    def choose(self, gathering_id: str) -> None:
        """Make a gathering the current one."""
        index = self._gatherings.index(self._gatherings.row_of(gathering_id), 0)
        if index.isValid():
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, select)
            self.scrollTo(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # Qt takes either kind of index
        super().currentChanged(current, previous)
        gathering_id = self._gatherings.gathering_at(current.row())
        if gathering_id is not None:
            self.picked.emit(gathering_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)


class GatheringsPane(QWidget):
    """Chooses a gathering."""

    chosen = Signal(str)
    """The current gathering; empty where there is none."""
    opened = Signal()
    new_wanted = Signal()
    calendar_wanted = Signal()
    came = Signal(object)
    """What was listed."""
    proposal_taken = Signal(object)
    """People who may have been met at one gathering, which the person wants to name."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._asking: Reply[Listed] | None = None
        self._keep: str | None = None
        px = theme.px
        self.search = SearchField(
            theme, name=self.tr("Search gatherings"), hint=self.tr("Name, place, note"), key="/"
        )
        self.model = GatheringsModel(theme, self)
        self.list = GatheringsView(theme, self.model)
        self._nothing = Label(theme, self.tr("Nothing was found"), color="ink2", align="center")
        self.new = Button(theme, self.tr("New gathering"), icon="plus", key="Ctrl+N")
        self.calendar = Button(theme, self.tr("From a calendar…"), kind="ghost", icon="cal")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(20), 1, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), px(10))
        head.addWidget(self.search)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self._nothing.hide()
        self._proposal: Proposal | None = None
        self._wording = Wording(theme)
        self._offer = Label(theme, role="small", color="ink2", wrap=True)
        self.name_it = Button(theme, self.tr("Name it"), kind="second")
        self.name_it.clicked.connect(lambda: self.proposal_taken.emit(self._proposal))
        self._proposed = Box(theme, margins=(12, 10, 12, 10), spacing=6)
        self._proposed.column.addWidget(self._offer)
        self._proposed.column.addWidget(self.name_it, 0, Qt.AlignmentFlag.AlignLeft)
        self._proposed.hide()
        above = QVBoxLayout()
        above.setContentsMargins(px(16), 0, px(16), 0)
        above.addWidget(self._proposed)
        column.addLayout(above)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(12), px(12))
        foot.setSpacing(px(6))
        foot.addWidget(self.new)
        foot.addWidget(self.calendar)
        foot.addStretch(1)
        column.addLayout(foot)
        focus.lead(self, self.list)
        self.search.changed.connect(lambda _words: self.reload())
        self.search.submitted.connect(lambda _words: self.list.setFocus())
        self.list.picked.connect(self._picked)
        self.list.opened.connect(self.opened)
        self.list.left_upwards.connect(self.focus_search)
        self.new.clicked.connect(self.new_wanted)
        self.calendar.clicked.connect(self.calendar_wanted)

    def set_narrow(self, *, narrow: bool, most: int) -> None:
        """The width of the pane in the narrow or wide window; with large text at most so much."""
        wide = min(self._theme.px(NARROW if narrow else WIDE), most)
        self.setFixedWidth(wide)
        together = self.new.sizeHint().width() + self.calendar.sizeHint().width()
        self.new.show_key(together + self._theme.px(40) <= wide)
        fits = together + self._theme.px(40) - self._theme.px(60) <= wide
        self.calendar.setText(self.tr("From a calendar…") if fits else "")
        self.calendar.setAccessibleName(self.tr("From a calendar…"))

    def select(self, gathering_id: str) -> None:
        """Make one the current one, out of a search that hides it."""
        self._keep = gathering_id
        if self.search.text():
            self.search.edit.clear()  # asks anew
        elif self.model.row_of(gathering_id) >= 0:
            self.list.choose(gathering_id)
        else:
            self.reload()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def reload(self) -> None:
        """Ask for everything anew."""
        if self._asking is not None:
            self._asking.drop()
        words = self.search.text()
        self._asking = self._workspace.ask(lambda reader: questions.listed(reader, words))
        self._asking.then(self._listed)

    def _listed(self, found: Listed) -> None:
        self._asking = None
        self.model.show(found.rows, self._workspace.now().today)
        self.list.setVisible(bool(found.rows) or not found.any)
        self._nothing.setVisible(found.any and not found.rows)
        current = self._keep if self.model.row_of(self._keep) >= 0 else self.model.first()
        self._propose(found.proposals)
        self.came.emit(found)
        if current is None:
            self.chosen.emit("")
        else:
            self.list.choose(current)

    def _propose(self, proposals: Sequence[Proposal]) -> None:
        """Offer the newest of what may be a gathering; nothing is written by itself."""
        self._proposal = next(iter(proposals), None)
        self._proposed.setVisible(self._proposal is not None)
        if self._proposal is None:
            return
        gathering, count = self._proposal.gathering, len(self._proposal.contact_ids)
        day = self._wording.weekday(gathering.on, self._workspace.now().today)
        if gathering.name:
            words = self.tr("%n people bear “{name}”, {day}. One gathering?", "", count)
        else:
            words = self.tr("%n people were met on {day}. At one gathering?", "", count)
        self._offer.setText(words.format(name=text.single(gathering.name), day=day))

    def _picked(self, gathering_id: str) -> None:
        self._keep = gathering_id
        self.chosen.emit(gathering_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._theme.c("line")
        p = QPainter(self)
        paint.hairline(p, self.width() - 1, 0, self.height(), line, vertical=True)

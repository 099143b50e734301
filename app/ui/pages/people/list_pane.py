"""The left pane: search, filters, the list by reading with its index, and how many know you."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.change import Change
from app.domain.contact import Contact
from app.store.answers import KnownCount
from app.ui.delegates.person import PersonDelegate
from app.ui.look import focus, paint
from app.ui.look.theme import Theme
from app.ui.models.people import PeopleModel
from app.ui.pages.people.filter_bar import Filter, FilterBar
from app.ui.pages.people.letter_index import LetterIndex
from app.ui.pages.people.letters import Letters
from app.ui.pages.people.list_asking import ListAsking
from app.ui.pages.people.list_view import PeopleView as ListView
from app.ui.pages.people.list_words import ListWords
from app.ui.pages.people.questions import Listed
from app.ui.plain import Label
from app.ui.widgets.field import SearchField
from app.ui.widgets.notice import EmptyState
from app.ui.workspace import Workspace
from app.usecases.people import BIN_DAYS

WIDE, NARROW = 336, 300


class ListPane(QWidget):
    """Chooses a person: from a view with perhaps a tag, the hits of a search, or the bin."""

    chosen = Signal(str)
    """The current person; empty where the list is empty."""
    opened = Signal()
    """On to the person, with the keyboard."""
    note_chosen = Signal(str)
    """An entry of the current person's timeline that was found."""
    menu_wanted = Signal(QPoint)
    """The menu of the current person, at a place of the screen."""
    several = Signal(int)
    """So many people are selected; one again, or nobody, when they are no more."""
    duplicates_wanted = Signal()
    recall_wanted = Signal()
    export_wanted = Signal()
    rhythm_wanted = Signal(str, object)
    """A tag, and its `Rhythm` or None."""
    emptied = Signal(bool)
    """Nobody is kept at all (True), or somebody is."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = Filter()
        self._narrow = False
        self._known = KnownCount(0, 0, 0)
        self._words = ListWords(self)
        self._keep: str | None = None
        self._fallback = 0
        self._searching = False
        self._asking = ListAsking(workspace, theme, self)
        self.model = PeopleModel(workspace, theme, self)
        self._delegate = PersonDelegate(theme, lambda: workspace.now().today, self)
        self.list = ListView(theme, self.model, self._delegate, self)
        self.index = LetterIndex(theme, self)
        self._letters = Letters(workspace, theme, self.list, self.model, self.index, self)
        self.search = SearchField(
            theme,
            name=self.tr("Find people"),
            hint=self.tr("Find by name, company, note"),
            key="/",
        )
        self.filters = FilterBar(workspace, theme)
        self._nothing = EmptyState(theme, "", "")
        self._foot = Label(theme, "", role="small", color="ink3", elide=True)
        focus.lead(self, self.list)
        self._lay_out()
        self._connect()

    # what the page asks of it

    @property
    def shows_bin(self) -> bool:
        """Whether the bin is shown."""
        return self._filter.bin

    @property
    def selected(self) -> tuple[str, ...]:
        """Who is selected, in the order of the list."""
        return self.list.selected_people()

    @property
    def narrowed(self) -> tuple[str, ...] | None:
        """Who is listed where a search or filter narrows the list; None where all are."""
        if self._filter.bin or (self._filter == Filter() and not self._query()):
            return None
        return self.model.listing.ids

    @property
    def everyone(self) -> int:
        """How many people are kept, whatever is listed."""
        return self._known.total

    def first_names(self, most: int) -> list[str]:
        """The names of the first of them, as far as they are known."""
        return self.model.names_of(self.list.first_selected(most))

    def reload(self, keep: str | None = None) -> None:
        """Ask for the list anew; the person `keep` (or who was current) stays in sight."""
        self._keep = keep or self._keep
        if self._query():
            self._search()
            return
        if self._filter.bin:
            self._asking.bin([self.tr("%n day(s) left", "", days) for days in range(BIN_DAYS + 1)])
        else:
            self._asking.people(self._filter, self._keep)
        self._asking.count()

    def take(self, change: Change) -> None:
        """Ask anew for what a change may have moved, and for nothing else."""
        if self._query() or self._filter != Filter() or change.touches(Contact):
            self.reload()
        else:
            self.model.refresh(change.people())
            self._asking.count()

    def select(self, contact_id: str) -> None:
        """Make a person the current one, leaving a search or filter that hides them."""
        self._keep = contact_id
        row = self.model.listing.row_of(contact_id)
        if row >= 0 and not self._filter.bin:
            self.list.select_row(row)
            return
        self.show_filter(Filter())

    def show_filter(self, filter_: Filter) -> None:
        """Show the people of a filter, without a search."""
        self._leave_search()
        self._searching = False
        if filter_.bin and not self._filter.bin:
            self._keep = None
        self._filter = filter_
        self.filters.mark(filter_, searching=False)
        self.reload()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def show_tag(self, tag: str) -> None:
        """Show everyone with a tag."""
        self.show_filter(Filter(tag=tag))

    def show_bin(self) -> None:
        """Show who lies in the bin."""
        self.show_filter(Filter(bin=True))

    def set_narrow(self, narrow: bool, most: int) -> None:
        """The width of the pane in the narrow or wide window; with large text at most so much."""
        self._narrow = narrow
        self.setFixedWidth(min(self._theme.px(NARROW if narrow else WIDE), most))
        self._say_foot()

    # inside

    def _search(self, seen: int | None = None) -> None:
        titles = (self.tr("People {count}"), self.tr("Notes {count}"))
        self._asking.search(self._query(), titles, seen)

    def _ask_rest(self) -> None:
        if self._query():
            self._search()

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(20), 1, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), 0, px(10), px(12))
        head.setSpacing(px(10))
        search = QHBoxLayout()
        search.setContentsMargins(0, 0, px(6), 0)
        search.addWidget(self.search)
        head.addLayout(search)
        head.addWidget(self.filters)
        column.addLayout(head)
        column.addSpacing(1)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, px(4), 0)
        body.setSpacing(0)
        body.addWidget(self.list, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, 1, 0, px(8))
        side.addWidget(self.index)
        body.addLayout(side)
        column.addWidget(self._body, 1)
        column.addWidget(self._nothing, 1)
        self._nothing.hide()
        column.addSpacing(1)
        self._foot.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), 0, px(12), 0)
        foot.addWidget(self._foot)
        self._foot.setFixedHeight(px(34))
        self._foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._asking.listed.connect(self._listed)
        self._asking.counted.connect(self._counted)
        self._asking.rest_wanted.connect(self._ask_rest)
        self.search.changed.connect(self._search_changed)
        self.search.submitted.connect(self._search_done)
        self.search.edit.installEventFilter(self)
        self.list.picked.connect(self._picked)
        self.list.several.connect(self.several)
        self.list.opened.connect(self._opened)
        self.list.typed.connect(self._jump_to)
        self.list.left_upwards.connect(self.focus_search)
        self.list.customContextMenuRequested.connect(self._context_menu)
        self.filters.chosen.connect(self.show_filter)
        self.filters.duplicates_wanted.connect(self.duplicates_wanted)
        self.filters.recall_wanted.connect(self.recall_wanted)
        self.filters.export_wanted.connect(self.export_wanted)
        self.filters.rhythm_wanted.connect(self.rhythm_wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        line = self._theme.c("line")
        top, foot = self._body_top() - 1, self._foot.y() - 1
        paint.hairline(p, 0, top, self.width() - 1, line)
        paint.hairline(p, 0, foot, self.width() - 1, line)
        paint.hairline(p, self.width() - 1, 0, self.height(), line, vertical=True)

    def _body_top(self) -> int:
        return (self._body if self._body.isVisible() else self._nothing).y()

    # answers

    def _listed(self, listed: Listed) -> None:
        listing = listed.listing
        if listing.cut:
            self._asking.ask_rest_soon()
        elif listing.continues(self.model.listing):
            self.model.show(listing, listed.rows)
            self._say_foot()
            return
        self._delegate.set_words(self.search.text())
        self._delegate.show_ties(not self._filter.bin)
        self.list.allow_several(not self._filter.bin)
        current = self.list.currentIndex().row()
        self._fallback = current if current >= 0 else self._fallback
        stood = self.model.listing.row_of(self._keep) if self._keep else -1
        top = self.list.top_of(stood) if stood >= 0 else None
        if top is not None and not -self._theme.px(62) < top < self.list.viewport().height():
            top = None
        self.model.show(listing, listed.rows)
        count = listing.count
        self._show_nothing(count == 0)
        self.index.setVisible(count > 0 and not self._query() and not self._filter.bin)
        if count:
            self._restore(top)
        else:
            self.chosen.emit("")
        self._letters.mark()
        self._say_foot()

    def _restore(self, top: int | None) -> None:
        """Make who was current the current one again, else whoever stands in that place now."""
        row = self.model.listing.row_of(self._keep) if self._keep else -1
        if row >= 0:
            self.list.select_row(row, top=top)
            return
        row = max(0, min(self._fallback, self.model.rowCount() - 1))
        if self._query() or self._keep is None:
            row = 0
        while row in set(self.model.listing.headers):
            row += 1
        self.list.select_row(min(row, self.model.rowCount() - 1))
        if row <= 1:
            self.list.verticalScrollBar().setValue(0)

    def _picked(self, row: int) -> None:
        person = self.model.listing.person_at(row)
        if person is None:
            return
        self._keep = person
        self._letters.mark()
        self.chosen.emit(person)
        note = self.model.listing.note_at(row)
        if note is not None and note.interaction_id is not None:
            self.note_chosen.emit(note.interaction_id)

    def _opened(self) -> None:
        if self.list.currentIndex().isValid():
            self.opened.emit()

    # search

    def _search_changed(self) -> None:
        searching = bool(self._query())
        if self._filter.bin or searching != self._searching:
            self._filter = Filter() if self._filter.bin else self._filter
            self._searching = searching
            self.filters.mark(self._filter, searching=searching)
        if searching:
            self._search(self.list.rows_in_sight())
        else:
            self.reload()

    def _search_done(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_search(self) -> None:
        if self.search.text():
            self.search.edit.blockSignals(True)
            self.search.edit.clear()
            self.search.edit.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search to the list, Escape out of an empty search too."""
        if (
            watched is self.search.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not self.search.edit.composing
        ):
            leave = event.key() == Qt.Key.Key_Escape and not self.search.text()
            if event.key() == Qt.Key.Key_Down or leave:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _context_menu(self, pos: QPoint) -> None:
        if self.list.indexAt(pos).isValid():
            self.menu_wanted.emit(self.list.viewport().mapToGlobal(pos))

    def _jump_to(self, typed: str) -> None:
        if self.model.listing.ids and not self._query() and not self._filter.bin:
            self._letters.jump_to(typed)

    # words

    def _counted(self, count: KnownCount) -> None:
        self._known = count
        self.filters.people = count.total
        self.emptied.emit(count.total == 0)
        self._say_foot()

    def _say_foot(self) -> None:
        listing, searching = self.model.listing, bool(self._query())
        self._foot.setText(
            self._words.foot(
                listing, self._filter, self._known, searching=searching, short=self._narrow
            )
        )

    def _show_nothing(self, nothing: bool) -> None:
        title, words = self._words.nothing(self._filter, searching=bool(self._query()))
        # Where nobody is kept at all, the page says what to do.
        nothing = nothing and bool(title)
        if nothing:
            self._nothing.title.setText(title)
            self._nothing.words.setText(words)
            self._nothing.words.setVisible(bool(words))
        if nothing == self._nothing.isHidden():
            self._body.setVisible(not nothing)
            self._nothing.setVisible(nothing)
            self.update()

    def _query(self) -> str:
        return self.search.text().strip()

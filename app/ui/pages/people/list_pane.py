"""The left pane: search, filters, the list by reading with its index, and how many know you."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.change import Change
from app.domain.contact import Contact
from app.store.answers import KnownCount, PeopleFilter
from app.ui.delegates.person import PersonDelegate
from app.ui.look import focus, paint
from app.ui.look.theme import Theme
from app.ui.models.people import PeopleModel
from app.ui.pages.people import questions
from app.ui.pages.people.filter_bar import Filter, FilterBar
from app.ui.pages.people.letter_index import LetterIndex, letter_for, letters_of
from app.ui.pages.people.list_view import PeopleView as ListView
from app.ui.pages.people.list_words import ListWords
from app.ui.pages.people.questions import Listed
from app.ui.plain import Label
from app.ui.widgets.field import SearchField
from app.ui.widgets.notice import EmptyState
from app.ui.workspace import Workspace
from app.usecases.people import BIN_DAYS

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply

WIDE, NARROW = 336, 300
REST_MS = 60
"""So long after the first rows of a search are shown its others are asked for: not while somebody
types, where the next letter brings another answer.
"""


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
    emptied = Signal(bool)
    """Nobody is kept at all (True), or somebody is."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._filter = Filter()
        self._narrow = False
        self._known = KnownCount(0, 0, 0)
        self._words = ListWords(self)
        self._keep: str | None = None
        self._fallback = 0
        self._searching = False
        self._asking: Reply[Listed] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask_rest)
        self._counting: Reply[KnownCount] | None = None
        self.model = PeopleModel(workspace, theme, self)
        self._delegate = PersonDelegate(theme, lambda: workspace.now().today, self)
        self.list = ListView(theme, self.model, self._delegate, self)
        self.index = LetterIndex(theme, self)
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
        self._drop_answer()
        now, language = self._workspace.now().today, self._theme.language
        if self._filter.bin:
            left = [self.tr("%n day(s) left", "", days) for days in range(BIN_DAYS + 1)]
            self._asking = self._workspace.ask(
                lambda reader: questions.list_bin(reader, now, language, left)
            )
        else:
            wanted = PeopleFilter(self._filter.view, self._filter.tag, now)
            stay = self._keep
            self._asking = self._workspace.ask(
                lambda reader: questions.list_people(reader, wanted, now, language, stay)
            )
        self._asking.then(self._listed)
        self._count()

    def take(self, change: Change) -> None:
        """Ask anew for what a change may have moved, and for nothing else."""
        people = change.people()
        if self._query() or self._filter != Filter() or change.touched(Contact):
            self.reload()
        else:
            self.model.refresh(people)
            self._count()

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
        """Ask for what the words find; with `seen` for the first rows alone, which come sooner."""
        self._drop_answer()
        today, language, words = self._workspace.now().today, self._theme.language, self._query()
        titles = (self.tr("People {count}"), self.tr("Notes {count}"))
        self._asking = self._workspace.ask(
            lambda reader: questions.search(reader, words, today, language, titles, seen)
        )
        self._asking.then(self._listed)

    def _ask_rest(self) -> None:
        if self._asking is None and self._query():
            self._search()

    def _drop_answer(self) -> None:
        self._rest.stop()
        if self._asking is not None:
            self._asking.drop()

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
        self.search.changed.connect(self._search_changed)
        self.search.submitted.connect(self._search_done)
        self.search.edit.installEventFilter(self)
        self.list.picked.connect(self._picked)
        self.list.several.connect(self.several)
        self.list.opened.connect(self._opened)
        self.list.typed.connect(self._jump_to)
        self.list.left_upwards.connect(self.focus_search)
        self.list.scrolled.connect(self._mark_letter)
        self.list.customContextMenuRequested.connect(self._context_menu)
        self.index.jumped.connect(self._letter_pressed)
        self.filters.chosen.connect(self.show_filter)
        self.filters.duplicates_wanted.connect(self.duplicates_wanted)
        self.filters.recall_wanted.connect(self.recall_wanted)
        self.filters.export_wanted.connect(self.export_wanted)

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
        self._asking = None
        listing = listed.listing
        if listing.cut:
            self._rest.start()
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
        self._mark_letter()
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
        self._mark_letter()
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

    # jumping

    def _letter_pressed(self, letter: str) -> None:
        language = self._theme.language
        letters = letters_of(language)
        wanted = letters.index(letter)
        marks = self.model.listing.sections
        if not marks:
            return
        ranked = [letters.index(letter_for(mark.section, language)) for mark in marks]
        at = next((i for i, rank in enumerate(ranked) if rank >= wanted), len(marks) - 1)
        header = self.model.listing.headers[at]
        self.list.scroll_to_top(header)
        self.list.select_row(header + 1)
        self.list.scroll_to_top(header)

    def _jump_to(self, typed: str) -> None:
        listing, language = self.model.listing, self._theme.language
        if self._query() or self._filter.bin or not listing.ids:
            return
        self._workspace.ask(lambda reader: questions.jump(reader, listing, typed, language)).then(
            self._jumped
        )

    def _jumped(self, place: int | None) -> None:
        if place is not None and place < len(self.model.listing.ids):
            self.list.select_row(self.model.listing.row(place))

    def _mark_letter(self) -> None:
        """The letter of the current person while in sight, else of the upper edge."""
        current = self.list.currentIndex()
        if current.isValid() and self.list.visualRect(current).intersects(
            self.list.viewport().rect()
        ):
            row = current.row()
        else:
            row = max(0, self.list.rowAt(0))
        self.index.set_current(
            self.model.listing.section_of(row) if self.model.listing.sections else ""
        )

    # words

    def _count(self) -> None:
        if self._counting is not None:
            self._counting.drop()
        today = self._workspace.now().today
        self._counting = self._workspace.ask(lambda reader: _count_of(reader, today))
        self._counting.then(self._counted)

    def _counted(self, count: KnownCount) -> None:
        self._known = count
        self._counting = None
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


def _count_of(reader: "Reader", today: date) -> KnownCount:
    return reader.known_count(today)

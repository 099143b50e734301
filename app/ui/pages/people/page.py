"""The people page: the list at the left, the person at the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from app.domain.change import Change, Verb
from app.domain.contact import Contact
from app.domain.interaction import Initiative
from app.domain.reminder import FollowUp
from app.ui import panes, shortcuts
from app.ui.look import focus, keys
from app.ui.look.theme import Theme
from app.ui.pages.people import questions
from app.ui.pages.people.bin_pane import BinPane
from app.ui.pages.people.composer import Draft
from app.ui.pages.people.detail_pane import DetailPane
from app.ui.pages.people.duplicates import DuplicatesPane
from app.ui.pages.people.errands import Errands
from app.ui.pages.people.list_pane import ListPane
from app.ui.pages.people.person_menu import PersonMenu
from app.ui.pages.people.questions import Known
from app.ui.pages.people.unfinished import NEW, Unfinished
from app.ui.pages.people.writes import Writes
from app.ui.widgets.button import Button
from app.ui.widgets.notice import EmptyState
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply

SIDEBAR = 208


class PeoplePage(QWidget):
    """Chooses, shows and edits people. Every write is a use case; the window tells of it."""

    import_cards = Signal()
    """The person wants to import cards."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("People"))
        self.setProperty("ready", False)
        self._workspace = workspace
        self._theme = theme
        self._writes = Writes(workspace)
        self.errands = Errands(workspace, theme, self._writes, self)
        self._current: str | None = None
        self._asking: Reply[Known | None] | None = None
        # Without delay, but behind painting: the list shows who was chosen before more is done.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask_person)
        self._entry_wanted: str | None = None
        self._nobody = False
        self.duplicates: DuplicatesPane | None = None
        self.unfinished = Unfinished(workspace, self._writes, self)
        self.unfinished.added.connect(self.show_person)
        self.unfinished.given_back.connect(self._current_again)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._build()
        self._keys()
        workspace.changed.connect(self._changed)
        theme.measures_changed.connect(self._rebuild)
        self.list.reload()

    # what others ask of it

    def show_person(self, contact_id: str) -> None:
        """Show one person, out of a search or filter that hides them."""
        self._close_duplicates()
        self.unfinished.leave()
        self.list.select(contact_id)

    def shown_person(self) -> Contact | None:
        """The person whose page it is now."""
        return self._shown()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self._close_duplicates()
        self.list.focus_search()

    def refresh(self) -> None:
        """Ask for everything anew (another day has begun)."""
        self.list.reload()
        self._ask_person()

    def new_person(self) -> None:
        """Begin a new person."""
        self._close_duplicates()
        self.unfinished.leave()
        self._edit(Contact(), "family")

    def show_duplicates(self) -> None:
        """Look for people who may be in the list twice, and show pair after pair."""
        if self.duplicates is None:
            self.unfinished.leave()
            self._open_duplicates(frozenset())
            self.setFocus()

    # duplicates

    def _open_duplicates(self, later: frozenset[frozenset[str]]) -> None:
        pane = self.duplicates = DuplicatesPane(self._workspace, self._theme, later)
        pane.left.connect(self._duplicates_left)
        self.list.hide()
        self._stack.hide()
        self._row.addWidget(pane, 1)
        panes.mark(pane)
        focus.lead(self, pane)
        for key in self._own_keys:
            key.setEnabled(False)

    def _close_duplicates(self) -> None:
        pane, self.duplicates = self.duplicates, None
        if pane is not None:
            focus.lead(self, self.list.list)
            self._row.removeWidget(pane)
            pane.hide()
            pane.setParent(None)
            pane.deleteLater()
            self.list.show()
            self._stack.show()
            for key in self._own_keys:
                key.setEnabled(True)

    def _duplicates_left(self, contact_id: str) -> None:
        self._close_duplicates()
        if contact_id:
            self.list.select(contact_id)
        self._to_list()

    # parts

    def _build(self) -> None:
        workspace, theme = self._workspace, self._theme
        self.list = ListPane(workspace, theme)
        self.detail = DetailPane(workspace, theme)
        self.unfinished.attach(self.detail)
        self.bin = BinPane(theme)
        start = Button(theme, self.tr("Import cards"), kind="primary", icon="import")
        start.clicked.connect(self.import_cards)
        self._nobody_yet = EmptyState(
            theme,
            self.tr("Nobody here yet"),
            self.tr("Bring in your cards, or press {key} to write somebody down").format(
                key=keys.label("Ctrl+N")
            ),
            button=start,
        )
        self._nothing = QWidget()
        self._stack = QStackedWidget()
        for part in (self._nothing, self._nobody_yet, self.detail, self.bin):
            self._stack.addWidget(part)
        self._row.addWidget(self.list)
        self._row.addWidget(self._stack, 1)
        focus.lead(self, self.list.list)
        panes.mark(self.list, self._stack)
        self._connect_parts()

    def _connect_parts(self) -> None:
        left, right = self.list, self.detail
        left.chosen.connect(self._chosen)
        left.opened.connect(self._to_detail)
        left.note_chosen.connect(self._note_chosen)
        left.menu_wanted.connect(self._open_menu)
        left.emptied.connect(self._emptied)
        left.duplicates_wanted.connect(self.show_duplicates)
        right.header.write_wanted.connect(self.write)
        right.header.menu_wanted.connect(self._open_menu)
        right.header.reading_wanted.connect(partial(self.edit, "reading_family"))
        right.reconnected.connect(self._reconnected)
        right.tags_changed.connect(self._tags_changed)
        right.tags.tag_wanted.connect(left.show_tag)
        right.tags.offers_wanted.connect(self._offer_tags)
        right.facts.follow_up_wanted.connect(self.set_follow_up)
        right.written.connect(self._written)
        right.drafted.connect(self._drafted)
        right.entry_saved.connect(self._writes.entry)
        right.entry_deleted.connect(self._writes.delete_entry)
        right.contact_saved.connect(self._contact_saved)
        right.edit_left.connect(self._edit_left)
        right.person_wanted.connect(self.show_person)
        right.link_wanted.connect(self.errands.open)
        right.left_sideways.connect(self._to_list)
        go_on, let_go = right.resumes()
        go_on.clicked.connect(partial(self.edit, "family"))
        let_go.clicked.connect(self._drop_edit)
        self.bin.restore_wanted.connect(self._restore)

    def _rebuild(self) -> None:
        """New measures or words: make the parts anew and show the same person."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.unfinished.remember()
        words, in_bin = self.list.search.text(), self.list.shows_bin
        later = self.duplicates.later if self.duplicates is not None else None
        self._close_duplicates()
        for old in (self.list, self._stack):
            self._row.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        current, self._current = self._current, None
        self._build()
        self._fit()
        if in_bin:
            self.list.show_bin()
        elif words:
            self.list.search.set_text(words)
        else:
            self.list.reload(current)
        if later is not None:
            self._open_duplicates(later)
        if had_focus:
            self.setFocus()

    def _keys(self) -> None:
        self._own_keys = shortcuts.bind(
            self,
            {
                "/": self.focus_search,
                "R": self._ask_reconnect,
                "W": self.write,
                "E": partial(self.edit, "family"),
                "T": self._begin_tag,
                "N": self._begin_note,
            },
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus_in_list = self.list.list.hasFocus()
        if self.duplicates is not None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete and focus_in_list:
            self.delete()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and not focus_in_list:
            self._to_list()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.unfinished.keep_pending()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            (self.duplicates or self.list.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        # Alone (in a test, in a picture) the page is as wide as a window less its sidebar.
        beside = self._theme.px(SIDEBAR) if window is self else 0
        wide = window.width() + beside
        self.list.set_narrow(self._theme.narrow(wide), most=wide * 35 // 100)

    # who is shown

    def _chosen(self, contact_id: str) -> None:
        if contact_id != self._current:
            self.unfinished.leave()
            self._drop_answer()
        self._current = contact_id or None
        if self._current is None:
            self._show_nothing()
        elif not self._shows(contact_id):
            self._soon.start()

    def _shows(self, contact_id: str) -> bool:
        known = self.detail.known
        shown = self._stack.currentWidget() is self.detail
        return shown and known is not None and known.contact.id == contact_id

    def _ask_person(self) -> None:
        self._drop_answer()
        contact_id = self._current
        if contact_id is None:
            return
        today = self._workspace.now().today

        def know(reader: "Reader") -> Known | None:
            return questions.know(reader, contact_id, today)

        self._asking = self._workspace.ask(know)
        self._asking.then(self._answered)

    def _drop_answer(self) -> None:
        self._soon.stop()
        if self._asking is not None:
            self._asking.drop()
            self._asking = None

    def _answered(self, known: Known | None) -> None:
        self._asking = None
        if known is None:
            self._show_nothing()
            return
        if known.contact.deleted_at is not None:
            self.bin.show_person(known, self._workspace.now().today)
            self._stack.setCurrentWidget(self.bin)
        else:
            contact_id = known.contact.id
            before = self.detail.known
            self.detail.show_person(known)
            same = before is not None and before.contact.id == contact_id
            self.unfinished.show(with_note=not same)
            self._stack.setCurrentWidget(self.detail)
            if self._entry_wanted is not None:
                self.detail.show_entry(self._entry_wanted)
                self._entry_wanted = None
        self.setProperty("ready", True)

    def _show_nothing(self) -> None:
        self._stack.setCurrentWidget(self._nobody_yet if self._nobody else self._nothing)
        self.setProperty("ready", True)

    def _emptied(self, nobody: bool) -> None:
        self._nobody = nobody
        if self._current is None and self.detail.editor is None:
            self._show_nothing()

    def _note_chosen(self, interaction_id: str) -> None:
        if self._current is not None and self._shows(self._current):
            self.detail.show_entry(interaction_id)
        else:
            self._entry_wanted = interaction_id

    def _changed(self, change: Change) -> None:
        back = _given_back(change)
        if back is not None and self.detail.editor is None and not self.list.shows_bin:
            self.list.reload(back)
        else:
            self.list.take(change)
        if self._current is not None and self._current in change.people():
            self._ask_person()

    # between list and person

    def _to_detail(self) -> None:
        if self._stack.currentWidget() is self.bin:
            self.bin.restore.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._stack.currentWidget() is self.detail:
            self._begin_note()

    def _to_list(self) -> None:
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> Contact | None:
        """The person whom commands mean."""
        known = self.detail.known
        if self._stack.currentWidget() is not self.detail or known is None:
            return None
        return known.contact if known.contact.id == self._current else None

    def _open_menu(self, place: QPoint) -> None:
        contact = self._shown()
        if contact is not None:
            menu = PersonMenu(
                self._theme,
                self,
                edit=self.edit,
                tag=self._begin_tag,
                next_contact=self.set_follow_up,
                show_code=self.show_code,
                export=self.export,
                delete=self.delete,
            )
            menu.popup(place)

    # reconnecting and writing

    def _ask_reconnect(self) -> None:
        if self._shown() is not None:
            self.detail.ask_reconnect()

    def _reconnected(self, initiative: Initiative, line: str) -> None:
        contact = self._shown()
        if contact is not None:
            self._writes.reconnected(contact.id, initiative, line)
            self._to_list()

    def write(self) -> None:
        """Begin a letter in the mail program."""
        contact = self._shown()
        if contact is not None:
            self.errands.write_to(contact)

    def set_follow_up(self, follow_up: FollowUp | None = None) -> None:
        """Ask for the day of the next contact."""
        contact = self._shown()
        if contact is not None:
            self.errands.next_contact(contact, follow_up)

    def show_code(self) -> None:
        """Show the person's card as a QR code."""
        contact = self._shown()
        if contact is not None:
            self.errands.show_code(contact)

    def export(self) -> None:
        """Write the person into a vCard file."""
        contact = self._shown()
        if contact is not None:
            self.errands.export(contact)

    # tags

    def _begin_tag(self) -> None:
        if self._shown() is not None:
            self.detail.tags.begin()

    def _offer_tags(self) -> None:
        self._workspace.ask(_tags_of).then(self.detail.tags.offer)

    def _tags_changed(self, tags: tuple[str, ...]) -> None:
        contact = self._shown()
        if contact is not None:
            self._writes.tags(contact.id, tags)

    # notes

    def _begin_note(self) -> None:
        if self._shown() is not None:
            self.detail.composer.focus()

    def _drafted(self) -> None:
        if self._current is not None:
            self.unfinished.typed(self._current, self.detail.composer.draft())

    def _written(self, draft: Draft) -> None:
        contact = self._shown()
        if contact is not None:
            # Cleared at once, so that a second Enter writes nothing twice.
            self.detail.composer.clear()
            self.unfinished.write(contact.id, draft)

    # details

    def edit(self, field: str = "family") -> None:
        """Turn the details of the person into fields."""
        contact = self._shown()
        if contact is not None and self.detail.editor is None:
            self._edit(contact, field)

    def _edit(self, contact: Contact, field: str) -> None:
        self._stack.setCurrentWidget(self.detail)
        self.unfinished.edit(contact, field)

    def _edit_left(self) -> None:
        if self.unfinished.leave() == NEW:
            self._current_again()
        self._to_list()

    def _current_again(self) -> None:
        if self._current is None:
            self._show_nothing()
        elif not self._shows(self._current):
            self._ask_person()

    def _drop_edit(self) -> None:
        if self._current is not None:
            self.unfinished.drop(self._current)
        self._to_list()

    def _contact_saved(self, before: Contact, after: Contact) -> None:
        self.unfinished.save(before, after)
        self._to_list()

    # bin

    def delete(self) -> None:
        """Put the person into the bin, from where thirty days lead back."""
        contact = self._shown()
        if contact is not None:
            self._writes.delete(contact.id)
            self._to_list()

    def _restore(self, contact_id: str) -> None:
        self._writes.restore(contact_id)
        self._to_list()


def _given_back(change: Change) -> str | None:
    """The one person whom an undo took out of the bin: whoever undoes it wants to see them."""
    if not change.undone or change.verb is not Verb.DELETE_CONTACT:
        return None
    people = change.touched(Contact)
    return people.pop() if len(people) == 1 else None


def _tags_of(reader: "Reader") -> list[str]:
    return [tag for tag, _ in reader.tags()]

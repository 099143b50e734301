"""The people page: the list at the left, the person at the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.domain.change import Change, Verb
from app.domain.contact import Contact
from app.domain.remark import RemarkKind
from app.domain.rhythm import TagRhythm
from app.ui import panes, shortcuts
from app.ui.crash import contained
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.pages.people.commands import Commands
from app.ui.pages.people.composer import Draft
from app.ui.pages.people.current import Current
from app.ui.pages.people.duplicates import DuplicatesPane
from app.ui.pages.people.errands import Errands
from app.ui.pages.people.exporting import Exporting
from app.ui.pages.people.in_place import InPlace
from app.ui.pages.people.list_pane import ListPane
from app.ui.pages.people.questions import Known
from app.ui.pages.people.several_pane import NAMED
from app.ui.pages.people.stage import Stage
from app.ui.pages.people.unfinished import NEW, Unfinished
from app.ui.pages.people.writes import Writes
from app.ui.recall.dialog import RecallDialog
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader

SIDEBAR = 208


class PeoplePage(QWidget):
    """Chooses, shows and edits people. Every write is a use case; the window tells of it."""

    import_cards = Signal()
    """The person wants to import cards."""
    open_gathering = Signal(str)
    """The page of a gathering is wanted."""

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
        self.errands.asks_next.connect(lambda box: self.detail.editors.watch_next(box))
        self.exporting = Exporting(workspace, theme, self)
        self._current = Current(workspace, self)
        self.commands = Commands(
            theme, self._writes, self.errands, self.exporting, self, self._shown
        )
        self.commands.done.connect(self._to_list)
        self._current.known.connect(self._known)
        self._entry_wanted: str | None = None
        self._menu_wanted: QPoint | None = None
        self._detail_wanted = False
        self._nobody = False
        self.duplicates: DuplicatesPane | None = None
        self.unfinished = Unfinished(workspace, self._writes, self)
        self.in_place = InPlace(workspace, self._writes, self.unfinished)
        self.unfinished.added.connect(self.show_person)
        self.unfinished.given_back.connect(self._current_again)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._build()
        self._keys()
        workspace.changed.connect(self._changed)
        workspace.gone.connect(self.refresh)
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

    def find_words(self, step: int = 0) -> None:
        """Find words in what is written of the person; with a step the next or the one before."""
        if self._shown() is not None and self.stage.shows_person:
            self.detail.find_words(step)

    def refresh(self) -> None:
        """Ask for everything anew (another day has begun)."""
        self.list.reload()
        self._current.ask()

    def new_person(self) -> None:
        """Begin a new person."""
        self._close_duplicates()
        self.unfinished.leave()
        self._edit(Contact(), "family")

    def paste_person(self) -> None:
        """Begin a new person with what was copied: a signature, or the text of a card."""
        self.new_person()
        self.detail.paste_person()

    def show_duplicates(self) -> None:
        """Look for people who may be in the list twice, and show pair after pair."""
        if self.duplicates is None:
            self.unfinished.leave()
            self._open_duplicates(frozenset())
            self.setFocus()

    def recall_faces(self) -> None:
        """A minute with faces."""
        RecallDialog(self._workspace, self._theme, self).begin()

    # duplicates

    def _open_duplicates(self, later: frozenset[frozenset[str]]) -> None:
        pane = self.duplicates = DuplicatesPane(self._workspace, self._theme, later)
        pane.left.connect(self._duplicates_left)
        self.list.hide()
        self.stage.hide()
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
            self.stage.show()
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
        self.stage = Stage(workspace, theme)
        self.detail, self.bin = self.stage.detail, self.stage.bin
        self.unfinished.attach(self.detail)
        self.in_place.attach(self.detail)
        self._row.addWidget(self.list)
        self._row.addWidget(self.stage, 1)
        focus.lead(self, self.list.list)
        panes.mark(self.list, self.stage)
        self._connect_parts()

    def _connect_parts(self) -> None:
        left, right, commands = self.list, self.detail, self.commands
        commands.attach(left, self.stage)
        left.chosen.connect(self._chosen)
        left.opened.connect(self._to_detail)
        left.note_chosen.connect(self._note_chosen)
        left.menu_wanted.connect(self._open_menu)
        left.emptied.connect(self._emptied)
        left.several.connect(self._several)
        left.duplicates_wanted.connect(self.show_duplicates)
        left.recall_wanted.connect(self.recall_faces)
        left.export_wanted.connect(self.export_people)
        left.rhythm_wanted.connect(self._writes.tag_rhythm)
        self.stage.import_wanted.connect(self.import_cards)
        self.stage.several.export_wanted.connect(self.export_people)
        self.stage.several.delete_wanted.connect(commands.delete)
        self.stage.several.left.connect(self._one_again)
        right.header.write_wanted.connect(commands.write)
        right.header.menu_wanted.connect(self._open_menu)
        right.header.reading_wanted.connect(partial(self.edit, "reading_family"))
        right.editors.next_wanted.connect(commands.set_follow_up)
        right.reconnected.connect(self.in_place.reconnected)
        right.reconnected.connect(self._to_list)
        right.tags_changed.connect(self.in_place.tags)
        right.tags.tag_wanted.connect(left.show_tag)
        right.tags.offers_wanted.connect(self._offer_tags)
        right.facts.follow_up_wanted.connect(commands.set_follow_up)
        right.written.connect(self._written)
        right.drafted.connect(self._drafted)
        right.entry_saved.connect(self.in_place.entry)
        right.entry_deleted.connect(self.commands.delete_entry)
        right.remarks.added.connect(self.in_place.remark)
        right.remarks.mended.connect(self.in_place.remark_mended)
        right.remarks.laid_aside.connect(self._writes.lay_remark_aside)
        right.remarks.dropped.connect(self._writes.drop_remark)
        right.promise_saved.connect(self.in_place.promise)
        right.promise_kept.connect(self._writes.keep_promise)
        right.contact_saved.connect(self._contact_saved)
        right.edit_left.connect(self._edit_left)
        right.person_wanted.connect(self.show_person)
        right.link_wanted.connect(self.errands.open)
        right.gathering_wanted.connect(self.open_gathering)
        right.left_sideways.connect(self._to_list)
        go_on, let_go = right.resumes()
        go_on.clicked.connect(self._go_on)
        let_go.clicked.connect(self._drop_edit)
        self.bin.restore_wanted.connect(commands.restore)

    def _rebuild(self) -> None:
        """New measures or words: make the parts anew and show the same person."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.unfinished.remember()
        words, in_bin = self.list.search.text(), self.list.shows_bin
        later = self.duplicates.later if self.duplicates is not None else None
        self._close_duplicates()
        for old in (self.list, self.stage):
            self._row.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        current, self._current.id = self._current.id, None
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
                "R": self.commands.ask_reconnect,
                "W": self.commands.write,
                "E": partial(self.edit, "family"),
                "T": self.commands.begin_tag,
                "N": self.commands.begin_note,
                "P": self.commands.begin_promise,
                "L": partial(self.commands.begin_remark, RemarkKind.PLEASES),
                "Ctrl+F": self.find_words,
                "F3": partial(self.find_words, 1),
                "Shift+F3": partial(self.find_words, -1),
            },
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus_in_list = self.list.list.hasFocus()
        if self.duplicates is not None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete and focus_in_list:
            self.commands.delete()
        elif event.key() == Qt.Key.Key_Escape and self.stage.shows_several:
            self._one_again()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and not focus_in_list:
            self._to_list()
        else:
            super().keyPressEvent(event)

    @contained
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.unfinished.keep()

    @contained
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
        if contact_id != self._current.id:
            self.unfinished.leave()
            self._current.drop_answer()
            self._menu_wanted = None
            self._detail_wanted = False
        self._current.id = contact_id or None
        if self._current.id is None:
            self._show_nothing()
        elif not self.stage.shows_several and not self.stage.shows(contact_id):
            self._current.ask_soon()

    def _several(self, count: int) -> None:
        """So many people are selected: they are shown together, or the one again."""
        if count > 1:
            self.unfinished.leave()
            self._current.drop_answer()
            self.stage.show_several(count, self.list.first_names(NAMED))
        elif self.stage.shows_several:
            self.stage.show_nothing(nobody_kept=False)
            self._current.ask()

    def _one_again(self) -> None:
        self.list.list.select_one()
        self._to_list()

    def _known(self, known: Known | None) -> None:
        if self.stage.shows_several:
            return
        if known is None:
            self._show_nothing()
            return
        if known.contact.deleted_at is not None:
            self.stage.show_deleted(known, self._workspace.now().today)
        else:
            before = self.detail.known
            self.detail.show_person(known)
            same = before is not None and before.contact.id == known.contact.id
            self.unfinished.show(with_note=not same)
            self.stage.show_detail()
            if self._entry_wanted is not None:
                self.detail.show_entry(self._entry_wanted)
                self._entry_wanted = None
            if self._menu_wanted is not None:
                self._open_menu(self._menu_wanted)
        if self._detail_wanted and self.list.list.hasFocus():
            self._to_detail()
        self.setProperty("ready", True)

    def _show_nothing(self) -> None:
        self.stage.show_nothing(nobody_kept=self._nobody)
        self.setProperty("ready", True)

    def _emptied(self, nobody: bool) -> None:
        self._nobody = nobody
        if self._current.id is None and self.detail.editor is None:
            self._show_nothing()

    def _note_chosen(self, interaction_id: str) -> None:
        if self._current.id is not None and self.stage.shows(self._current.id):
            self.detail.show_entry(interaction_id)
        else:
            self._entry_wanted = interaction_id

    def _changed(self, change: Change) -> None:
        back = _given_back(change)
        if back is not None and self.detail.editor is None and not self.list.shows_bin:
            self.list.reload(back)
        else:
            self.list.take(change)
        concerned = change.concerns(self._current.id) or change.touches(TagRhythm)
        if self._current.id is not None and concerned:
            self._current.ask()

    # between list and person

    def _to_detail(self) -> None:
        """On to the person; to somebody who was chosen by the key before once they are known."""
        chosen = self._current.id
        loads = chosen is not None and not self.stage.shows_several
        self._detail_wanted = loads and not self.stage.shows(chosen or "")
        if self._detail_wanted:
            return
        if not self.stage.take_focus():
            self.commands.begin_note()

    def _to_list(self) -> None:
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> Contact | None:
        """The person whom commands mean."""
        contact = self.stage.contact
        return contact if contact is not None and contact.id == self._current.id else None

    def _open_menu(self, place: QPoint) -> None:
        """The menu; of somebody who was chosen by this very press once they are known."""
        if self.stage.shows_several or self._shown() is not None:
            self._menu_wanted = None
            self.commands.open_menu(place, edit=self.edit)
        else:
            self._menu_wanted = place

    # exporting

    def show_code(self) -> None:
        """Show the card of the person as a QR code."""
        self.commands.show_code()

    def export_people(self) -> None:
        """Write people into a file: who is selected, who is listed, or everyone."""
        self._close_duplicates()
        self.commands.export_people()

    def _offer_tags(self) -> None:
        self._workspace.ask(_tags_of).then(self.detail.tags.offer)

    # notes

    def _drafted(self) -> None:
        if self._current.id is not None:
            self.unfinished.typed(self._current.id, self.detail.composer.draft())

    def _written(self, draft: Draft) -> None:
        contact = self._shown()
        if contact is not None:
            self.unfinished.write(contact.id, draft)
            # Cleared at once, so that a second Enter writes nothing twice.
            self.detail.composer.clear()

    # details

    def edit(self, field: str = "family") -> None:
        """Turn the details of the person into fields."""
        contact = self._shown()
        if contact is not None and self.detail.editor is None:
            self._edit(contact, field)

    def _edit(self, contact: Contact, field: str) -> None:
        self.stage.show_detail()
        self.unfinished.edit(contact, field)

    def _edit_left(self) -> None:
        if self.unfinished.leave() == NEW:
            self._current_again()
        self._to_list()

    def _current_again(self) -> None:
        if self._current.id is None:
            self._show_nothing()
        elif not self.stage.shows(self._current.id):
            self._current.ask()

    def _go_on(self) -> None:
        if (contact := self._shown()) is not None:
            self.unfinished.go_on(contact)

    def _drop_edit(self) -> None:
        if self._current.id is not None:
            self.unfinished.drop(self._current.id)
        self._to_list()

    def _contact_saved(self, before: Contact, after: Contact) -> None:
        self.unfinished.save(before, after)
        self._to_list()


def _given_back(change: Change) -> str | None:
    """The one person whom an undo took out of the bin: whoever undoes it wants to see them."""
    if not change.undone or change.verb is not Verb.DELETE_CONTACT:
        return None
    people = change.touched(Contact)
    return people.pop() if len(people) == 1 else None


def _tags_of(reader: "Reader") -> list[str]:
    return [tag for tag, _ in reader.tags()]

"""The shell: sidebar, the pages beside it, the toast, and the keys that work everywhere."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.change import Change, Verb
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.ui import panes, shortcuts
from app.ui.background import MistakeError
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.pages.names import NUMBERED, Page
from app.ui.shell.sidebar import Sidebar
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace
from app.usecases import undoing

if TYPE_CHECKING:
    from app.store.advice import Advice
    from app.store.reader import Reader
    from app.store.surroundings import Surroundings
    from app.ui.shell.finder import Finder
    from app.ui.shell.quick_log import QuickLog
    from app.ui.widgets.toast import Toast
    from app.ui.words.notices import Notices

PageMaker = Callable[[], QWidget]
_TOLD_BY_PAGE = {Verb.IMPORT}
"""Changes whose page tells of them itself."""


class Shell(QWidget):
    """Everything that is seen while the store is open."""

    lock_wanted = Signal()
    quit_wanted = Signal()
    again_wanted = Signal()
    """Open the store anew: perhaps it can be written by now."""
    place_seen = Signal(object)
    """The person knows where the store lies, as `Surroundings`."""
    notes_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        pages: Mapping[Page, PageMaker],
        parent: QWidget | None = None,
    ) -> None:
        """Pages are made when they are first shown."""
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._makers = pages
        self._pages: dict[Page, QWidget] = {}
        self._before = Page.TODAY
        self._wording = Wording(theme)
        self.sidebar = Sidebar(theme)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._stack, 1)
        row.addLayout(self._beside, 1)
        self._still: ExpectedError | None = None
        self._finder: Finder | None = None
        self._quick_log: QuickLog | None = None
        self._connect()
        self._keys()

    # pages

    def show_page(self, page: Page) -> QWidget:
        """Show a page, made now if it was never shown, and give it the focus."""
        made = self.page(page)
        before = self.current
        if before is not None and before is not Page.NOTES:
            self._before = before
        self.sidebar.setVisible(page is not Page.NOTES)
        self._stack.setCurrentWidget(made)
        self.sidebar.show_page(page)
        focus.lead(self, made)
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        return made

    def leave_notes(self) -> None:
        """Back to the page from which the notes were opened."""
        if self.current is Page.NOTES:
            self.show_page(self._before)

    def page(self, page: Page) -> QWidget:
        """A page, made if need be, without showing it."""
        if page not in self._pages:
            self._pages[page] = self._makers[page]()
            self._stack.addWidget(self._pages[page])
        return self._pages[page]

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), None)

    @cached_property
    def toast(self) -> "Toast":
        """Says what was done, and takes it back."""
        from app.ui.widgets.toast import Toast

        made = Toast(self._theme, self)
        made.undone.connect(self.undo)
        return made

    @cached_property
    def _notices(self) -> "Notices":
        from app.ui.words.notices import Notices

        return Notices(self)

    # what is to be known of the store

    def show_still(self, error: ExpectedError) -> None:
        """Nothing can be written: say why above every page."""
        from app.ui.shell.banner import Banner, BannerWords

        self._still = error
        words = BannerWords(self)
        again = (words.again, self.again_wanted.emit)
        self._beside.insertWidget(0, Banner(self._theme, lambda: words.still(error), [again]))

    def refuse_writing(self) -> bool:
        """Whether nothing can be written; it is said then. Asked before an editor closes."""
        if self._still is not None:
            self.tell(self._still)
        return self._still is not None

    def show_advice(self, advice: "Sequence[Advice]") -> None:
        """The store opened, and something may be lost: say so above every page."""
        from app.ui.shell.banner import Banner, BannerWords, at_risk

        risk = at_risk(advice)
        if risk is None:
            return
        words = BannerWords(self)
        made = Banner(
            self._theme, lambda: words.at_risk(risk), [(words.backups, self.restore_backup)]
        )
        made.add_way_out(words.seen)
        self._beside.insertWidget(0, made)

    def show_place(self, found: "Surroundings | None") -> None:
        """Where the store lies something may be lost: say so until the person has seen it."""
        from app.ui.shell.banner import Act, Banner, BannerWords

        if found is None:
            return
        words = BannerWords(self)

        def seen() -> None:
            made.hide()
            self.place_seen.emit(found)

        moves = bool(found.network or found.service)
        first = (words.move, self.move_data) if moves else (words.where, self.show_where_it_lies)
        acts: list[Act] = [first, (words.seen, seen)]
        made = Banner(self._theme, lambda: words.place(found), acts)
        self._beside.insertWidget(0, made)

    # what everywhere means

    def undo(self) -> None:
        """Take the newest change back and say what it was."""
        now = self._workspace.now()
        self._workspace.do(lambda store: undoing.undo(store, now=now))

    def redo(self) -> None:
        """Do again what was undone last."""
        now = self._workspace.now()
        self._workspace.do(lambda store: undoing.redo(store, now=now))

    def open_finder(self) -> None:
        """Open the search for anyone and any command."""
        if self._finder is None:
            from app.ui.shell.finder import Finder

            self._finder = Finder(self._workspace, self._theme, self._commands, self)
            self._finder.person_wanted.connect(self._show_person)
            self._finder.gathering_wanted.connect(self.show_gathering)
        self._finder.open_over(self)

    def open_quick_log(self) -> None:
        """Open the line that writes down what happened, with the person who is shown."""
        if self._quick_log is None:
            from app.ui.shell.quick_log import QuickLog

            self._quick_log = QuickLog(self._workspace, self._theme, self)
        who = getattr(self._stack.currentWidget(), "shown_person", None)
        self._quick_log.open_over(self, who() if callable(who) else None)

    def show_keys(self) -> None:
        """Show the keys of the page; the focus comes back to where it was."""
        from app.ui.shell.keys_card import KeysCard

        card = KeysCard(self._theme, self, self.current or Page.TODAY)
        card.finished.connect(card.deleteLater)
        card.open()

    def next_pane(self) -> None:
        """Go on to the sidebar or the next part of the page, where the person was in it."""
        shown = self._stack.currentWidget()
        if shown is not None:
            beside = [self.sidebar] if self.sidebar.isVisible() else []
            panes.next_after(self.focusWidget(), [*beside, *panes.of_page(shown)])

    def tell(self, error: ExpectedError) -> None:
        """Say an expected error where nobody else did; a mistake of the program has its report."""
        if isinstance(error, MistakeError):
            return
        notice = self._notices.error(error)
        words = f"{notice.title}  {notice.words}".strip()
        self.toast.say(words, undo=False, icon="warn")

    def _commands(self) -> list[tuple[str, str, str, Callable[[], object]]]:
        """(words, icon, key, what it does) of everything that can be done from anywhere."""
        here: list[tuple[str, str, str, Callable[[], object]]] = []
        if self.current is Page.PEOPLE:
            here.append((self.tr("Show as a QR code"), "card", "", self.show_code))
        return [
            *here,
            (self.tr("Today"), "today", "Ctrl+1", lambda: self.show_page(Page.TODAY)),
            (self.tr("People"), "people", "Ctrl+2", lambda: self.show_page(Page.PEOPLE)),
            (self.tr("Quick log"), "pen", "Ctrl+J", self.open_quick_log),
            (
                self.tr("Gatherings"),
                "gather",
                "Ctrl+3",
                lambda: self.show_page(Page.GATHERINGS),
            ),
            (self.tr("Write notes on cards"), "note", "", self.notes_wanted.emit),
            (self.tr("New person"), "plus", "Ctrl+N", self.new_person),
            (self.tr("New person from a copied signature"), "copy", "", self.paste_person),
            (self.tr("New gathering"), "plus", "", self.new_gathering),
            (self.tr("Recall faces"), "people", "", self.recall_faces),
            (self.tr("Possible duplicates"), "same", "", self.show_duplicates),
            (self.tr("Export people…"), "out", "", self.export_people),
            (self.tr("Calendar for your phone…"), "cal", "", self.write_calendar),
            (self.tr("Import cards"), "import", "", lambda: self.show_page(Page.IMPORT)),
            (self.tr("Days away…"), "moon", "", self.add_days_away),
            (self.tr("Settings"), "settings", "Ctrl+,", lambda: self.show_page(Page.SETTINGS)),
            (self.tr("Show me that my backup works"), "shield", "", self.try_backup),
            (self.tr("Bring a backup back…"), "undo", "", self.restore_backup),
            (self.tr("Move the data to another folder…"), "out", "", self.move_data),
            (self.tr("Change the passphrase…"), "lock", "", self.change_passphrase),
            (self.tr("Check my recovery key…"), "key", "", self.check_recovery_key),
            (self.tr("Make a new recovery key…"), "key", "", self.make_recovery_key),
            (self.tr("Keys on this page"), "key", "F1", self.show_keys),
            (self.tr("Undo"), "undo", "Ctrl+Z", self.undo),
            (self.tr("Lock"), "lock", "Ctrl+L", self.lock_wanted.emit),
            (self.tr("Quit"), "x", "Ctrl+Q", self.quit_wanted.emit),
        ]

    def new(self) -> None:
        """Begin what the page is about: a gathering on its page, else a person."""
        if self.current is Page.GATHERINGS:
            self.new_gathering()
        else:
            self.new_person()

    def try_backup(self) -> None:
        """Open the drill on the settings page."""
        self._in_settings("try_backup")

    def restore_backup(self) -> None:
        """Bring a backup back, from the settings page."""
        self._in_settings("restore_backup")

    def show_where_it_lies(self) -> None:
        """Show the folder and the second place for backups, on the settings page."""
        self._in_settings("show_data")

    def move_data(self) -> None:
        """Move the data into another folder, from the settings page."""
        self._in_settings("move_data")

    def change_passphrase(self) -> None:
        """Choose another passphrase, on the settings page."""
        self._in_settings("change_passphrase")

    def check_recovery_key(self) -> None:
        """See whether the copy on paper is right, on the settings page."""
        self._in_settings("check_recovery_key")

    def make_recovery_key(self) -> None:
        """Have a new recovery key, on the settings page."""
        self._in_settings("make_recovery_key")

    def _in_settings(self, what: str) -> None:
        begin = getattr(self.show_page(Page.SETTINGS), what, None)
        if callable(begin):
            begin()

    def write_calendar(self) -> None:
        """Write a calendar for the phone, from the settings page."""
        self._in_settings("write_calendar")

    def add_days_away(self) -> None:
        """Say when one is away, on the settings page."""
        self._in_settings("add_days_away")

    def new_gathering(self) -> None:
        """Begin a new gathering on its page."""
        page = self.show_page(Page.GATHERINGS)
        begin = getattr(page, "new_gathering", None)
        if callable(begin):
            begin()

    def show_gathering(self, gathering_id: str) -> None:
        """Show one gathering on its page."""
        page = self.show_page(Page.GATHERINGS)
        show = getattr(page, "show_gathering", None)
        if callable(show):
            show(gathering_id)

    def new_person(self) -> None:
        """Begin a new person on the people page."""
        page = self.show_page(Page.PEOPLE)
        begin = getattr(page, "new_person", None)
        if callable(begin):
            begin()

    def paste_person(self) -> None:
        """Begin a new person with what was copied, on the people page."""
        page = self.show_page(Page.PEOPLE)
        begin = getattr(page, "paste_person", None)
        if callable(begin):
            begin()

    def recall_faces(self) -> None:
        """A minute with faces."""
        from app.ui.recall.dialog import RecallDialog

        RecallDialog(self._workspace, self._theme, self).begin()

    def show_duplicates(self) -> None:
        """Look for people who may be there twice, on the people page."""
        page = self.show_page(Page.PEOPLE)
        show = getattr(page, "show_duplicates", None)
        if callable(show):
            show()

    def export_people(self) -> None:
        """Write people into a file, from the people page."""
        page = self.show_page(Page.PEOPLE)
        export = getattr(page, "export_people", None)
        if callable(export):
            export()

    def show_code(self) -> None:
        """Show the person of the people page as a QR code."""
        show = getattr(self.page(Page.PEOPLE), "show_code", None)
        if callable(show):
            show()

    def _show_person(self, contact_id: str) -> None:
        page = self.show_page(Page.PEOPLE)
        show = getattr(page, "show_person", None)
        if callable(show):
            show(contact_id)

    def show_person(self, contact_id: str) -> None:
        """Show one person on the people page."""
        self._show_person(contact_id)

    # inside

    def _connect(self) -> None:
        self.sidebar.page_wanted.connect(lambda name: self.show_page(Page(name)))
        self.sidebar.find_wanted.connect(self.open_finder)
        self.sidebar.lock_wanted.connect(self.lock_wanted)
        self._workspace.changed.connect(self._changed)
        self._workspace.failed.connect(self.tell)

    def _keys(self) -> None:
        shortcuts.bind(
            self,
            {f"Ctrl+{number}": partial(self.show_page, page) for number, page in NUMBERED.items()}
            | {
                "Ctrl+K": self.open_finder,
                "Ctrl+J": self.open_quick_log,
                "Ctrl+,": partial(self.show_page, Page.SETTINGS),
                "Ctrl+L": self.lock_wanted.emit,
                "Ctrl+Q": self.quit_wanted.emit,
                "Ctrl+N": self.new,
                "Ctrl+Z": self.undo,
                "Ctrl+Shift+Z": self.redo,
                "F6": self.next_pane,
                "F1": self.show_keys,
                "?": self.show_keys,
            },
            shortcuts.WINDOW,
        )

    def _changed(self, change: Change) -> None:
        if change.undone:
            self._named(
                change, lambda name: self.toast.say(self._notices.undone(change, name), undo=False)
            )
        elif change.verb in _TOLD_BY_PAGE:
            if "toast" in vars(self):  # it is made when there is first something to say
                self.toast.dismiss()  # what it tells of is over
        else:
            self._named(change, lambda name: self.toast.say(self._notices.done(change, name)))

    def _named(self, change: Change, say: Callable[[str], None]) -> None:
        """Say something of a change once the name of its person is known."""
        subject = change.subject
        if subject is None:
            say("")
            return
        edited = (e.after or e.before for e in change.edits)
        found = next((r for r in edited if isinstance(r, Contact) and r.id == subject), None)
        if found is not None:
            say(self._wording.address(found))
            return

        def ask(reader: "Reader") -> Contact | None:
            return reader.contact(subject)

        self._workspace.ask(ask).then(
            lambda contact: say(self._wording.address(contact) if contact else "")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.sidebar.set_narrow(self._theme.narrow(self.width()))
        super().resizeEvent(event)

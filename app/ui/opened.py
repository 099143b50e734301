"""An opened store on the screen: workspace, shell, pages, and the window to reconnect."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.care import Care
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.second_copy import SecondCopy
from app.ui.shell.shell import Shell
from app.ui.workspace import Workspace
from app.usecases import second_place
from app.usecases.evenings import Evening
from app.usecases.locking import locking

if TYPE_CHECKING:
    from app.domain.errors import ExpectedError
    from app.store.surroundings import Surroundings
    from app.ui.pages.importing.page import ImportPage
    from app.ui.reconnect.window import ReconnectWindow
    from app.ui.reminders import Reminders
    from app.ui.writing import Writing

SettingsMaker = Callable[[Workspace], QWidget]


class Opened(QObject):
    """Made when the key is known, closed when the store is locked or the program ends."""

    locking_chosen = Signal(object)
    """When it locks by itself, as a `Locking`; once, when the store is open."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        reminders: "Reminders",
        settings: SettingsMaker,
        over: QWidget,
        still: "ExpectedError | None" = None,
    ) -> None:
        """`still`: why nothing can be written."""
        super().__init__(over)
        self.workspace = workspace
        self._theme = theme
        self._reminders = reminders
        self._settings = settings
        self._reconnect: ReconnectWindow | None = None
        self.shell = Shell(
            workspace,
            theme,
            {
                Page.TODAY: self._today,
                Page.PEOPLE: self._people,
                Page.GATHERINGS: self._gatherings,
                Page.IMPORT: self._import,
                Page.SETTINGS: lambda: self._settings(workspace),
                Page.NOTES: self._notes,
            },
        )
        self.shell.notes_wanted.connect(self.write_notes)
        self._writing: Writing | None = None
        self._care: Care | None = None
        self._second: SecondCopy | None = None
        if still is None:
            self._take_care()
        else:
            self.shell.show_still(still)
        reminders.attach(workspace)
        workspace.ask(locking).then(self.locking_chosen.emit)
        reminders.updated.connect(self._count_today)

    def _take_care(self) -> None:
        self._second = SecondCopy(self.workspace, self)
        self.workspace.changed.connect(self._second.after)
        self._care = Care(self.workspace, self)
        self._care.copied.connect(self._second.begin)
        self.workspace.do(lambda store: store.advice).then(self.shell.show_advice)
        self.shell.place_seen.connect(self._place_seen)
        self.workspace.do(second_place.to_tell).then(self.shell.show_place)

    def copy_backups_to(self, place: Path) -> None:
        """Take a second place for backups, and bring there what there is."""
        if self._second is not None:
            chosen = self.workspace.do(lambda store: second_place.choose(store, place))
            chosen.then(lambda _place: self._second_chosen())

    def _second_chosen(self) -> None:
        if self._second is not None:
            self._second.begin()

    def _place_seen(self, found: "Surroundings") -> None:
        self.workspace.do(lambda store: second_place.seen(store, found))

    def import_files(self, paths: Iterable[Path], met_on: date | None = None) -> None:
        """Show the import page with these files, and the day their people were met, if told."""
        page = self.shell.show_page(Page.IMPORT)
        page.add_files(list(paths), met_on)  # type: ignore[attr-defined] # the page that _import made

    def reconnect(self, contact_id: str = "", *, ask: bool = False) -> None:
        """Open the window to reconnect, at one person or at the first of today."""
        if self._reconnect is None:
            self._reconnect = self._make_reconnect()
        self._reconnect.open_for(contact_id, ask=ask)

    def write_notes(self, evening: str = "") -> None:
        """Show the notes on the cards of an evening; without one the last that lacks any, else
        the one that was open last.
        """
        today = self._reminders.today
        if not evening and today is not None and today.unwritten:
            evening = str(today.unwritten[0].evening)
        page = self.shell.show_page(Page.NOTES)
        page.open_evening(Evening.parse(evening))  # type: ignore[attr-defined] # that _notes made

    def show_bin(self) -> None:
        """Show the people page with the deleted people."""
        page = self.shell.show_page(Page.PEOPLE)
        page.list.show_bin()  # type: ignore[attr-defined] # the page that _people made

    def give_up(self) -> None:
        """The program ends at once: an import that does not count yet is not waited for."""
        self.workspace.given_up.emit()

    def close(self) -> None:
        """Close the store; no page may be used afterwards."""
        self.shell.hide()  # pages keep drafts when they go out of sight
        self._reminders.updated.disconnect(self._count_today)
        self._reminders.attach(None)
        if self._care is not None:
            self._care.stop()
        if self._reconnect is not None:
            self._reconnect.close()
            self._reconnect.deleteLater()
        self.workspace.close()
        self.workspace.deleteLater()
        self.deleteLater()

    # the pages, imported when they are first shown

    def _today(self) -> QWidget:
        from app.ui.pages.today.page import TodayPage

        page = TodayPage(self.workspace, self._theme, self._reminders)
        page.open_person.connect(self.shell.show_person)
        page.write_to.connect(self._write_to)
        page.import_cards.connect(lambda: self.shell.show_page(Page.IMPORT))
        page.open_gathering.connect(self.shell.show_gathering)
        page.notes_wanted.connect(self.write_notes)
        return page

    def _people(self) -> QWidget:
        from app.ui.pages.people.page import PeoplePage

        page = PeoplePage(self.workspace, self._theme)
        page.open_gathering.connect(self.shell.show_gathering)
        page.import_cards.connect(lambda: self.shell.show_page(Page.IMPORT))
        return page

    def _gatherings(self) -> QWidget:
        from app.ui.pages.gatherings.page import GatheringsPage

        page = GatheringsPage(self.workspace, self._theme)
        page.open_person.connect(self.shell.show_person)
        page.notes_wanted.connect(self.write_notes)
        return page

    def _import(self) -> "ImportPage":
        from app.ui.pages.importing.page import ImportPage

        page = ImportPage(self.workspace, self._theme)
        page.people_wanted.connect(lambda _people: self.shell.show_page(Page.PEOPLE))
        page.notes_wanted.connect(self.write_notes)
        return page

    def _notes(self) -> QWidget:
        from app.ui.pages.notes.page import NotesPage

        page = NotesPage(self.workspace, self._theme)
        page.left.connect(self.shell.leave_notes)
        return page

    def _make_reconnect(self) -> "ReconnectWindow":
        from app.ui.reconnect.window import ReconnectWindow

        made = ReconnectWindow(self.workspace, self._theme, self._reminders)
        # A window of its own: an editor in it asks the shell through it.
        made.refuse_writing = self.shell.refuse_writing
        made.open_person.connect(self._open_person)
        made.write_to.connect(self._write_to)
        return made

    def _open_person(self, contact_id: str) -> None:
        self.shell.window().bring_up()  # type: ignore[attr-defined] # the Window it is in
        self.shell.show_person(contact_id)

    def _write_to(self, contact_id: str) -> None:
        if self._writing is None:
            from app.ui.writing import Writing

            self._writing = Writing(self.workspace, self._theme, self.shell)
        self._writing.write_to(contact_id)

    def _count_today(self) -> None:
        self.shell.sidebar.set_today(self._reminders.count)

"""What can be done with the person shown, or with all who are selected: by button, menu or key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.contact import Contact
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.remark import RemarkKind
from app.domain.reminder import FollowUp
from app.domain.rhythm import Rhythm
from app.ui.look.theme import Theme
from app.ui.pages.people.errands import Errands
from app.ui.pages.people.exporting import Exporting
from app.ui.pages.people.list_pane import ListPane
from app.ui.pages.people.person_menu import PersonMenu, Rhythms, SeveralMenu
from app.ui.pages.people.stage import Stage
from app.ui.pages.people.writes import Writes


class Commands(QObject):
    """Each does nothing where nobody is shown whom it could mean."""

    done = Signal()
    """It is done, and the person goes on in the list."""

    def __init__(
        self,
        theme: Theme,
        writes: Writes,
        errands: Errands,
        exporting: Exporting,
        over: QWidget,
        shown: Callable[[], Contact | None],
    ) -> None:
        """`shown` names the person whom commands mean."""
        super().__init__(over)
        self._theme = theme
        self._writes = writes
        self._errands = errands
        self._exporting = exporting
        self._over = over
        self._shown = shown
        self._list: ListPane | None = None
        self._stage: Stage | None = None

    def attach(self, list_: ListPane, stage: Stage) -> None:
        """Work on these parts (made anew with every change of language or size)."""
        self._list, self._stage = list_, stage

    def _selected(self) -> tuple[str, ...]:
        """Who is selected, where they are more than one."""
        if self._stage is None or self._list is None or not self._stage.shows_several:
            return ()
        return self._list.selected

    # one person

    def ask_reconnect(self) -> None:
        """Ask who began, before it is written that we were in touch."""
        if self._shown() is not None and self._stage is not None:
            self._stage.detail.ask_reconnect()

    def write(self) -> None:
        """Begin a letter in the mail program."""
        contact = self._shown()
        if contact is not None:
            self._errands.write_to(contact)

    def set_follow_up(self, follow_up: FollowUp | None = None) -> None:
        """Ask for the day of the next contact."""
        contact = self._shown()
        if contact is not None:
            self._errands.next_contact(contact, follow_up)

    def show_code(self) -> None:
        """Show the person's card as a QR code."""
        contact = self._shown()
        if contact is not None:
            self._errands.show_code(contact)

    def begin_tag(self) -> None:
        """Begin another tag."""
        if self._shown() is not None and self._stage is not None:
            self._stage.detail.tags.begin()

    def begin_note(self) -> None:
        """Begin an entry of the timeline."""
        if self._shown() is not None and self._stage is not None:
            self._stage.detail.composer.focus()

    def delete_entry(self, record: Interaction | Promise) -> None:
        """Take an entry or a promise off the timeline."""
        if isinstance(record, Promise):
            self._writes.drop_promise(record)
        else:
            self._writes.delete_entry(record)

    def begin_promise(self) -> None:
        """Begin a promise, mine or theirs."""
        if self._shown() is not None and self._stage is not None:
            self._stage.detail.begin_promise()

    def begin_remark(self, kind: RemarkKind) -> None:
        """Begin a short line about the person."""
        if self._shown() is not None and self._stage is not None:
            self._stage.detail.remarks.begin(kind)

    def export(self) -> None:
        """Write the person into a file."""
        contact = self._shown()
        if contact is not None:
            self._exporting.open([self._exporting.person(contact)])

    # one or several

    def export_people(self) -> None:
        """Write people into a file: who is selected, who is listed, or everyone."""
        if self._list is None:
            return
        choices, make = [], self._exporting
        if selected := self._selected():
            choices.append(make.selected(selected))
        if narrowed := self._list.narrowed:
            choices.append(make.listed(narrowed))
        choices.append(make.everyone(self._list.everyone))
        make.open(choices)

    def delete(self) -> None:
        """Put who is shown or selected into the bin, from where thirty days lead back."""
        contact = self._shown()
        ids = self._selected() or ((contact.id,) if contact is not None else ())
        if ids:
            self._writes.delete(ids)
            self.done.emit()

    def restore(self, contact_id: str) -> None:
        """Take somebody out of the bin."""
        self._writes.restore(contact_id)
        self.done.emit()

    def set_rhythm(self, rhythm: Rhythm | None) -> None:
        """How often to be in touch with whoever is shown."""
        contact = self._shown()
        if contact is not None:
            self._writes.rhythm(contact.id, rhythm)

    def _rhythms(self, contact: Contact) -> Rhythms:
        known = self._stage.detail.known if self._stage is not None else None
        if known is None:
            return Rhythms(contact.rhythm)
        return Rhythms(contact.rhythm, known.by_tag, known.learned)

    def open_menu(self, place: QPoint, *, edit: Callable[[], object]) -> None:
        """The menu of who is shown or selected, at a place of the screen."""
        menu: QMenu | None = None
        if self._selected():
            menu = SeveralMenu(
                self._theme, self._over, export=self.export_people, delete=self.delete
            )
        elif (contact := self._shown()) is not None:
            menu = PersonMenu(
                self._theme,
                self._over,
                self._rhythms(contact),
                edit=edit,
                tag=self.begin_tag,
                next_contact=self.set_follow_up,
                set_rhythm=self.set_rhythm,
                promise=self.begin_promise,
                remark=self.begin_remark,
                show_code=self.show_code,
                export=self.export,
                delete=self.delete,
            )
        if menu is not None:
            menu.popup(place)

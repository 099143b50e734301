"""What leads out of the people page: letters, links, the day of the next contact, codes."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain import names
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.domain.reminder import FollowUp
from app.interchange import codes
from app.ui import links
from app.ui.background import Task
from app.ui.links import Link, LinkOpener
from app.ui.look.theme import Theme
from app.ui.pages.people.code_dialog import CodeDialog
from app.ui.pages.people.follow_up_dialog import FollowUpDialog
from app.ui.pages.people.writes import Writes
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace


class Errands(QObject):
    """Opens dialogs over the page, and other programs."""

    asks_next = Signal(object)
    """The dialog that asks for the next contact is to open."""

    def __init__(self, workspace: Workspace, theme: Theme, writes: Writes, over: QWidget) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._theme = theme
        self._writes = writes
        self._over = over
        self._wording = Wording(theme)
        self.links = LinkOpener(theme, over)
        self.links.failed.connect(workspace.failed)

    def write_to(self, contact: Contact) -> None:
        """Begin a letter in the mail program, to the first address that is one."""
        found = (links.mail_link(email) for email in contact.emails)
        self.open(next((link for link in found if link is not None), None))

    def open(self, link: Link | None) -> None:
        """Open a link, if it is one."""
        if link is not None:
            self.links.open(link)

    def next_contact(
        self, contact: Contact, follow_up: FollowUp | None, typed: tuple[date, str] | None = None
    ) -> None:
        """Ask for the day of the next contact; `typed` could not be kept before."""
        today = self._workspace.now().today
        person = self._wording.address(contact)
        dialog = FollowUpDialog(self._theme, self._over, person, today, follow_up)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asks_next.emit(dialog)
        if typed is not None:
            dialog.show_typed(*typed)
        dialog.kept.connect(partial(self._day_kept, contact, follow_up))
        if follow_up is not None:
            dialog.dropped.connect(partial(self._writes.drop_follow_up, contact.id, follow_up))
        dialog.open()

    def _day_kept(self, contact: Contact, before: FollowUp | None, due: date, note: str) -> None:
        reply = self._writes.follow_up(contact.id, before, due, note)
        reply.or_else(partial(self._day_not_kept, contact, before, (due, note)))

    def _day_not_kept(
        self,
        contact: Contact,
        before: FollowUp | None,
        typed: tuple[date, str],
        error: ExpectedError,
    ) -> None:
        self._workspace.failed.emit(error)
        self.next_contact(contact, before, typed)

    def show_code(self, contact: Contact) -> None:
        """Show the person's card as a QR code."""

        def work(_task: Task) -> tuple[str, list[list[bool]]]:
            return names.shown(contact), codes.squares(codes.code_text(contact))

        self._workspace.free(work).then(self._code_drawn)

    def _code_drawn(self, drawn: tuple[str, list[list[bool]]]) -> None:
        dialog = CodeDialog(self._theme, self._over, *drawn)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

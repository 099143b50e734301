"""Writing to a person, until letters exist: the mail program opens with their address."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.ui.links import LinkOpener, mail_link
from app.ui.look.theme import Theme
from app.ui.workspace import Workspace


class NoMailAddressError(ExpectedError):
    """There is no address of this person that a mail program could take."""

    def __init__(self, contact: Contact) -> None:
        super().__init__(contact.id)
        self.contact = contact


class Writing(QObject):
    """`write_to(id)`: connect it to the signal of that name of every page."""

    def __init__(self, workspace: Workspace, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._opener = LinkOpener(theme, over)
        self._opener.failed.connect(workspace.failed)

    def write_to(self, contact_id: str) -> None:
        """Open the mail program, or say why not."""
        self._workspace.ask(lambda reader: reader.contact(contact_id)).then(self._open)

    def _open(self, contact: Contact | None) -> None:
        if contact is None:
            return
        link = next((found for found in map(mail_link, contact.emails) if found), None)
        if link is None:
            self._workspace.failed.emit(NoMailAddressError(contact))
        else:
            self._opener.open(link)

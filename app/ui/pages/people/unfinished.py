"""What was begun and not kept: it waits for its person, also over the end of the program."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.change import Change
from app.domain.contact import Contact
from app.ui.pages.people.composer import Draft
from app.ui.pages.people.contact_form import texts_of
from app.ui.pages.people.detail_pane import DetailPane
from app.ui.pages.people.drafts import SETTING, Drafts
from app.ui.pages.people.writes import Writes
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader

KEEP_AFTER_MS = 800
"""So long after the last letter a draft is kept."""
NEW = ""
"""The id of a person who is not kept yet."""


class Unfinished(QObject):
    """Notes and edits that were begun, between the detail pane and the store."""

    added = Signal(str)
    """A new person is kept, under this id."""
    given_back = Signal()
    """Details could not be kept and wait again."""

    def __init__(self, workspace: Workspace, writes: Writes, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._writes = writes
        self._detail: DetailPane | None = None
        self.drafts = Drafts()
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.keep)
        workspace.ask(_drafts_of).then(self._came)

    def attach(self, detail: DetailPane) -> None:
        """Serve a pane (made anew with every change of language or size)."""
        self._detail = detail

    def keep(self) -> None:
        """Keep what was typed in the store, so that it outlives the program."""
        self._keeping.stop()
        self._writes.drafts(self.drafts)

    def keep_pending(self) -> None:
        """Keep what waits for the end of the typing."""
        if self._keeping.isActive():
            self.keep()

    def show(self, *, with_note: bool) -> None:
        """Show what waits for the person shown; the note only where the composer is another's."""
        shown = self._shown()
        if self._detail is None or shown is None:
            return
        if with_note:
            self._detail.composer.set_draft(self.drafts.notes.get(shown, Draft()))
        self._detail.set_unfinished(shown in self.drafts.edits)

    def _shown(self) -> str | None:
        known = self._detail.known if self._detail is not None else None
        return known.contact.id if known is not None else None

    def _came(self, drafts: Drafts) -> None:
        # What was typed meanwhile is the newer.
        self.drafts.notes = {**drafts.notes, **self.drafts.notes}
        self.drafts.edits = {**drafts.edits, **self.drafts.edits}
        self.show(with_note=True)

    # notes

    def typed(self, contact_id: str, draft: Draft) -> None:
        """Remember a note; it is kept when the typing ends."""
        self.drafts.keep_note(contact_id, draft)
        self._keeping.start()

    def write(self, contact_id: str, draft: Draft) -> None:
        """Write a note. It is given back to the composer if it cannot be kept."""
        reply = self._writes.note(contact_id, draft)
        reply.then(_ignore, partial(self._not_written, contact_id, draft))

    def _not_written(self, contact_id: str, draft: Draft, error: object) -> None:
        self._workspace.failed.emit(error)
        if contact_id not in self.drafts.notes:
            self.drafts.keep_note(contact_id, draft)
            if contact_id == self._shown() and self._detail is not None:
                self._detail.composer.set_draft(draft)

    # details

    def edit(self, contact: Contact, field: str) -> None:
        """Turn the details into fields, with what was typed before."""
        if self._detail is not None:
            self._detail.edit_contact(contact, self.drafts.edits.get(contact.id), field)
            self._detail.set_unfinished(False)

    def remember(self) -> str | None:
        """Remember what stands in the fields; whose they are, or None without any."""
        editor = self._detail.editor if self._detail is not None else None
        if editor is None:
            return None
        if editor.is_touched():
            self.drafts.edits[editor.contact.id] = editor.texts()
        else:
            self.drafts.edits.pop(editor.contact.id, None)
        return editor.contact.id

    def leave(self) -> str | None:
        """Remember and keep what was typed, and show the details again; whose, or None."""
        contact_id = self.remember()
        if contact_id is not None and self._detail is not None:
            self.keep()
            self._detail.end_editing()
            self.show(with_note=False)
        return contact_id

    def drop(self, contact_id: str) -> None:
        """Let go of an edit that was begun."""
        self.drafts.edits.pop(contact_id, None)
        self.keep()
        self.show(with_note=False)

    def save(self, before: Contact, after: Contact) -> None:
        """Write the details. They wait again if they cannot be kept."""
        self.drafts.edits.pop(before.id, None)
        self.keep()
        if self._detail is not None:
            self._detail.end_editing()
        refused = partial(self._not_saved, before, after)
        if before.id == NEW:
            self._writes.add(after).then(self._added, refused)
        elif after != before:
            self._writes.details(before, after).then(_ignore, refused)

    def _added(self, change: Change) -> None:
        if change.subject is not None:
            self.added.emit(change.subject)

    def _not_saved(self, before: Contact, after: Contact, error: object) -> None:
        self._workspace.failed.emit(error)
        self.drafts.edits[before.id] = texts_of(after)
        self.given_back.emit()
        self.show(with_note=False)


def _drafts_of(reader: "Reader") -> Drafts:
    return Drafts.from_text(reader.setting(SETTING))


def _ignore(change: Change) -> None:
    """The change itself tells everyone."""

"""What was begun and not kept: it waits for its person, also over the end of the program."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.change import Change
from app.domain.contact import Contact
from app.store.settings import DraftSetting
from app.ui.kept_draft import KeptDraft
from app.ui.pages.people.composer import Draft
from app.ui.pages.people.contact_form import texts_of
from app.ui.pages.people.detail_pane import DetailPane
from app.ui.pages.people.drafts import Drafts
from app.ui.pages.people.writes import Writes
from app.ui.workspace import Workspace

NEW = ""
"""The id of a person who is not kept yet."""


class Unfinished(QObject):
    """Notes, edits and what is begun in its place, between the detail pane and the store."""

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
        self._kept = KeptDraft(workspace, DraftSetting.PEOPLE, self._text, self)
        self._kept.came.connect(self._came)
        workspace.gone.connect(self._gone)

    def attach(self, detail: DetailPane) -> None:
        """Serve a pane (made anew with every change of language or size)."""
        self._detail = detail
        detail.editors.begun_changed.connect(self._begun_changed)
        detail.editors.homeless.connect(self._homeless)

    def keep(self) -> None:
        """Keep what was typed in the store, so that it outlives the program."""
        self._kept.keep()

    def _text(self) -> str:
        self.remember()
        return self.drafts.to_text()

    def show(self, *, with_note: bool) -> None:
        """Show what waits for the person shown; the note only where the composer is another's."""
        shown = self._shown()
        if self._detail is None or shown is None:
            return
        if with_note:
            self._detail.composer.set_draft(self.drafts.notes.get(shown, Draft()))
            self._detail.editors.await_person(self.drafts.begun.get(shown, ()))
        self._detail.show_unfinished(details=shown in self.drafts.edits)

    def _shown(self) -> str | None:
        known = self._detail.known if self._detail is not None else None
        return known.contact.id if known is not None else None

    def _came(self, text: str) -> None:
        drafts = Drafts.from_text(text)
        # What was typed meanwhile is the newer.
        self.drafts.notes = {**drafts.notes, **self.drafts.notes}
        self.drafts.edits = {**drafts.edits, **self.drafts.edits}
        self.drafts.begun = {**drafts.begun, **self.drafts.begun}
        self.show(with_note=True)
        self._kept.soon()

    def _gone(self, people: tuple[str, ...]) -> None:
        self.drafts.forget(people)
        self._kept.soon()

    # notes

    def typed(self, contact_id: str, draft: Draft) -> None:
        """Remember a note; it is kept while it is typed."""
        self.drafts.keep_note(contact_id, draft)
        self._kept.soon()

    def write(self, contact_id: str, draft: Draft) -> None:
        """Write a note. It is given back to the composer if it cannot be kept."""
        reply = self._writes.note(contact_id, draft)
        reply.then(_ignore, partial(self._not_written, contact_id, draft))

    def _not_written(self, contact_id: str, draft: Draft, error: object) -> None:
        self._workspace.failed.emit(error)
        if contact_id not in self.drafts.notes:
            self.typed(contact_id, draft)
            if contact_id == self._shown() and self._detail is not None:
                self._detail.composer.set_draft(draft)

    # in its place

    def _begun_changed(self) -> None:
        shown = self._shown()
        if self._detail is None or shown is None:
            return
        begun = self._detail.editors.begun
        if begun != self.drafts.begun.get(shown, ()):
            self.drafts.keep_begun(shown, begun)
            self._kept.soon()
        self.show(with_note=False)

    def _homeless(self, words: str) -> None:
        """What it was to be is no more: its words wait in the composer."""
        if self._detail is not None and (shown := self._shown()) is not None:
            self.add_words(shown, words)
            self._detail.composer.set_draft(self.drafts.notes[shown])

    def add_words(self, contact_id: str, words: str) -> None:
        """Words that have no other place wait in the composer of whom they are about."""
        waiting = self.drafts.notes.get(contact_id, Draft())
        both = " ".join(filter(None, (waiting.words, words)))
        self.typed(contact_id, replace(waiting, words=both))

    def go_on(self, contact: Contact) -> None:
        """Open what was begun about the person shown: the details, or else what is in its place."""
        if self._detail is None:
            return
        if contact.id in self.drafts.edits:
            self.edit(contact, "family")
        else:
            self._detail.editors.take_up()

    # details

    def edit(self, contact: Contact, field: str) -> None:
        """Turn the details into fields, with what was typed before."""
        if self._detail is not None:
            self._detail.edit_contact(contact, self.drafts.edits.get(contact.id), field)
            self._detail.show_unfinished(details=False)
            if self._detail.editor is not None:
                self._detail.editor.edited.connect(self._kept.soon)

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
        """Let go of what `go_on` would open."""
        if self.drafts.edits.pop(contact_id, None) is None and self._detail is not None:
            self._detail.editors.let_go()
        self.keep()
        self.show(with_note=False)

    def save(self, before: Contact, after: Contact) -> None:
        """Write the details. They wait again if they cannot be kept."""
        if self._detail is not None:
            self._detail.end_editing()
        self.drafts.edits.pop(before.id, None)
        self.keep()
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
        self._kept.soon()
        self.given_back.emit()
        self.show(with_note=False)


def _ignore(change: Change) -> None:
    """The change itself tells everyone."""

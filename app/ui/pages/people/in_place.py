"""What is written in its place on a person's page. What cannot be kept stands there again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Interaction
from app.domain.promise import Promise
from app.domain.remark import Remark, RemarkKind
from app.ui.pages.people.detail_pane import DetailPane
from app.ui.pages.people.unfinished import Unfinished
from app.ui.pages.people.writes import Writes
from app.ui.workspace import Workspace


class InPlace(QObject):
    """Promises, entries, lines, tags and "reconnected", between the detail pane and the store."""

    def __init__(self, workspace: Workspace, writes: Writes, unfinished: Unfinished) -> None:
        super().__init__(unfinished)
        self._workspace = workspace
        self._writes = writes
        self._unfinished = unfinished
        self._detail: DetailPane | None = None

    def attach(self, detail: DetailPane) -> None:
        """Serve a pane (made anew with every change of language or size)."""
        self._detail = detail

    def promise(self, before: Promise, after: Promise) -> None:
        """A promise of the person shown, made or mended."""
        if (shown := self._shown()) is not None:
            reply = self._writes.promise(shown, before, after)
            back = partial(_show_again, before, after)
            reply.or_else(partial(self._not_kept, shown, after.text, back))

    def entry(self, before: Interaction, after: Interaction) -> None:
        """An entry mended."""
        if (shown := self._shown()) is not None:
            reply = self._writes.entry(before, after)
            back = partial(_show_again, before, after)
            reply.or_else(partial(self._not_kept, shown, after.note or "", back))

    def remark(self, kind: RemarkKind, words: str, before: Remark | None = None) -> None:
        """A line about the person shown, new or mended."""
        if (shown := self._shown()) is not None:
            if before is None:
                reply = self._writes.remark(shown, kind, words)
            else:
                reply = self._writes.mend_remark(before, words)
            back = partial(_say_again, kind, before, words)
            reply.or_else(partial(self._not_kept, shown, words, back))

    def remark_mended(self, before: Remark, words: str) -> None:
        """Other words for a line."""
        self.remark(before.kind, words, before)

    def reconnected(self, initiative: Initiative, line: str) -> None:
        """We were in touch with the person shown."""
        if (shown := self._shown()) is not None:
            reply = self._writes.reconnected(shown, initiative, line)
            reply.or_else(partial(self._not_kept, shown, line, partial(_ask_again, line)))

    def tags(self, tags: tuple[str, ...]) -> None:
        """The person shown has these tags."""
        known = self._detail.known if self._detail is not None else None
        if known is not None:
            shown = known.contact
            new = next((tag for tag in tags if tag not in shown.tags), "")
            reply = self._writes.tags(shown.id, tags)
            reply.or_else(partial(self._not_kept, shown.id, new, partial(_tag_again, new)))

    def _not_kept(
        self, contact_id: str, words: str, back: Callable[[DetailPane], None], error: ExpectedError
    ) -> None:
        """It stands where it was typed, or, where somebody else is shown by now, in the composer of
        whom it is about.
        """
        self._workspace.failed.emit(error)
        if self._detail is not None and contact_id == self._shown():
            back(self._detail)
        elif words:
            self._unfinished.add_words(contact_id, words)

    def _shown(self) -> str | None:
        known = self._detail.known if self._detail is not None else None
        return known.contact.id if known is not None else None


def _show_again(
    before: Interaction | Promise, typed: Interaction | Promise, detail: DetailPane
) -> None:
    detail.editors.give_back(before, typed)


def _tag_again(tag: str, detail: DetailPane) -> None:
    if tag:
        detail.tags.begin(tag)


def _say_again(kind: RemarkKind, before: Remark | None, words: str, detail: DetailPane) -> None:
    detail.remarks.give_back(kind, before, words)


def _ask_again(line: str, detail: DetailPane) -> None:
    detail.editors.ask_reconnect(line)

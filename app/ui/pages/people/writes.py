"""Every write of the people page: one use case each, with the time of the press."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.change import Change
from app.domain.contact import Contact
from app.domain.interaction import Initiative, Interaction
from app.domain.promise import Promise
from app.domain.remark import Remark, RemarkKind
from app.domain.reminder import FollowUp
from app.domain.rhythm import Rhythm
from app.interchange.phones import numbered
from app.ui.background import Reply
from app.ui.pages.people.composer import Draft
from app.ui.workspace import Workspace
from app.usecases import log, people, promises, reconnect, remarks, rhythms

if TYPE_CHECKING:
    from app.store.store import Store


class Writes:
    """What a person does here, handed to the workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def reconnected(self, contact_id: str, initiative: Initiative, line: str) -> Reply[Change]:
        """We were in touch."""
        now = self._workspace.now()
        return self._do(
            lambda store: reconnect.done(
                store, contact_id, now=now, initiative=initiative, note=line
            )
        )

    def follow_up(
        self, contact_id: str, before: FollowUp | None, due: date, note: str
    ) -> Reply[Change]:
        """A day for the next contact, or another one."""
        now = self._workspace.now()
        return self._do(
            lambda store: reconnect.set_follow_up(
                store, contact_id, due, note, now=now, replaces=before
            )
        )

    def drop_follow_up(self, contact_id: str, before: FollowUp) -> None:
        """No next contact on that day."""
        now = self._workspace.now()
        self._do(lambda store: reconnect.drop_follow_up(store, contact_id, before.id, now=now))

    def tags(self, contact_id: str, tags: tuple[str, ...]) -> Reply[Change]:
        """Exactly these tags."""
        now = self._workspace.now()
        return self._do(lambda store: people.set_tags(store, contact_id, tags, now=now))

    def rhythm(self, contact_id: str, rhythm: Rhythm | None) -> None:
        """How often to be in touch."""
        now = self._workspace.now()
        self._do(lambda store: people.set_rhythm(store, contact_id, rhythm, now=now))

    def tag_rhythm(self, tag: str, rhythm: Rhythm | None) -> None:
        """How often to be in touch with whoever bears a tag."""
        now = self._workspace.now()
        self._do(lambda store: rhythms.set_for_tag(store, tag, rhythm, now=now))

    def note(self, contact_id: str, draft: Draft) -> Reply[Change]:
        """An entry from the composer."""
        now = self._workspace.now()
        return self._do(
            lambda store: log.note(
                store,
                [contact_id],
                draft.words,
                now=now,
                kind=draft.kind,
                initiative=draft.initiative,
                on=draft.on,
            )
        )

    def entry(self, before: Interaction, after: Interaction) -> Reply[Change]:
        """An entry mended."""
        now = self._workspace.now()
        return self._do(lambda store: log.edit(store, before, after, now=now))

    def delete_entry(self, act: Interaction) -> None:
        """An entry taken away."""
        now = self._workspace.now()
        self._do(lambda store: log.delete(store, act.id, now=now))

    def promise(self, contact_id: str, before: Promise, after: Promise) -> Reply[Change]:
        """A promise made, or mended."""
        now = self._workspace.now()
        if before.id:
            return self._do(lambda store: promises.mend(store, before, after, now=now))
        return self._do(
            lambda store: promises.make(
                store, contact_id, after.text, now=now, by=after.by, due=after.due
            )
        )

    def keep_promise(self, promise: Promise) -> None:
        """A promise kept."""
        now = self._workspace.now()
        self._do(lambda store: promises.keep(store, promise, now=now))

    def drop_promise(self, promise: Promise) -> None:
        """A promise taken away."""
        now = self._workspace.now()
        self._do(lambda store: promises.drop(store, promise, now=now))

    def remark(self, contact_id: str, kind: RemarkKind, words: str) -> Reply[Change]:
        """A new line about a person."""
        now = self._workspace.now()
        return self._do(lambda store: remarks.add(store, contact_id, kind, words, now=now))

    def mend_remark(self, remark: Remark, words: str) -> Reply[Change]:
        """Other words for a line."""
        now = self._workspace.now()
        return self._do(lambda store: remarks.mend(store, remark, words, now=now))

    def lay_remark_aside(self, remark: Remark) -> None:
        """A line holds no more."""
        now = self._workspace.now()
        self._do(lambda store: remarks.lay_aside(store, remark, now=now))

    def drop_remark(self, remark: Remark) -> None:
        """A line taken away."""
        now = self._workspace.now()
        self._do(lambda store: remarks.drop(store, remark, now=now))

    def add(self, contact: Contact) -> Reply[Change]:
        """A new person."""
        now = self._workspace.now()
        return self._do(lambda store: people.add(store, _with_numbers(contact), now=now))

    def details(self, before: Contact, after: Contact) -> Reply[Change]:
        """The details of a person, all in one change."""
        now = self._workspace.now()
        return self._do(lambda store: people.edit(store, before, _with_numbers(after), now=now))

    def delete(self, contact_ids: Sequence[str]) -> None:
        """Into the bin, all in one change."""
        now, ids = self._workspace.now(), tuple(contact_ids)
        self._do(lambda store: people.delete(store, ids, now=now))

    def restore(self, contact_id: str) -> None:
        """Out of the bin."""
        now = self._workspace.now()
        self._do(lambda store: people.restore(store, [contact_id], now=now))

    def _do(self, use_case: Callable[["Store"], Change]) -> Reply[Change]:
        return self._workspace.do(use_case)


def _with_numbers(contact: Contact) -> Contact:
    """The contact with the international form of every number that has none."""
    pairs = zip(contact.phones, numbered(contact).phones, strict=True)
    return replace(contact, phones=tuple(p if p.e164 else new for p, new in pairs))

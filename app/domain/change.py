"""Change: the one currency of writing. Stored, undone, shown and synchronised alike."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.card import Card
from app.domain.contact import Contact
from app.domain.gathering import Gathering
from app.domain.imports import Distinct, ImportBatch
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.remark import Remark
from app.domain.reminder import FollowUp, Skip, Snooze
from app.domain.rhythm import TagRhythm

AboutOne = Card | FollowUp | Snooze | Skip | Distinct | Promise | Remark
"""Records that speak of one person, by `contact_id`."""
Record = Contact | Gathering | Interaction | ImportBatch | TagRhythm | AboutOne


class Verb(StrEnum):
    """What the person did; the words belong to the screen and the command line."""

    IMPORT = "import"
    ADD_CONTACT = "add_contact"
    EDIT_CONTACT = "edit_contact"
    TAG = "tag"
    DELETE_CONTACT = "delete_contact"
    RESTORE_CONTACT = "restore_contact"
    MERGE_CARD = "merge_card"
    DIFFERENT_PERSON = "different_person"
    MERGE_CONTACT = "merge_contact"
    DIFFERENT_PEOPLE = "different_people"
    DISCARD_CARD = "discard_card"
    LOG = "log"
    EDIT_INTERACTION = "edit_interaction"
    DELETE_INTERACTION = "delete_interaction"
    FOLLOW_UP = "follow_up"
    RECONNECT = "reconnect"
    LATER = "later"
    SKIP = "skip"
    PROMISE = "promise"
    KEEP_PROMISE = "keep_promise"
    DROP_PROMISE = "drop_promise"
    REMARK = "remark"
    GATHERING = "gathering"
    GATHER = "gather"
    DELETE_GATHERING = "delete_gathering"
    IMPORT_GATHERINGS = "import_gatherings"
    NOTES = "notes"
    MEND_DATES = "mend_dates"
    THINNER_RHYTHM = "thinner_rhythm"
    KEEP_RHYTHM = "keep_rhythm"
    TAG_RHYTHM = "tag_rhythm"


@dataclass(frozen=True, slots=True)
class Edit:
    """One record, before and after: None before is made, None after is taken away."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Whichever side there is, the newer first."""
        record = self.after or self.before
        if record is None:
            raise ValueError("an edit needs at least one side")
        return record


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a change that is too large to be held at once, with big bytes by their SHA-256."""

    edits: Sequence[Edit]
    blobs: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Apart:
    """Of edits that were written in pieces: the ids of the contacts among them, many in one text as
    items of a JSON list; and of others whom they name.
    """

    contacts: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()

    def ids(self) -> set[str]:
        """The ids of the contacts."""
        return {one for items in self.contacts for one in json.loads(f"[{items}]")}

    def names(self, one: str) -> bool:
        """Whether this id is among them, without taking the texts apart."""
        item = json.dumps(one)
        return one in self.others or any(item in items for items in self.contacts)


NOTHING_APART = Apart()


@dataclass(frozen=True, slots=True)
class Change:
    """A verb and what it edits. `seq` is given by the store; `subject` is the person.

    `undone` marks the edits that took a change back; the verb is still the one of that change.
    `apart` is what was written in pieces, and stands in no `edits`.
    """

    verb: Verb
    edits: tuple[Edit, ...] = field(repr=False)
    subject: str | None = None
    seq: int | None = None
    undone: bool = False
    apart: Apart = field(default=NOTHING_APART, repr=False)

    def touched(self, kind: type[Record]) -> set[str]:
        """Ids of the records of one kind that it edits."""
        apart = self.apart.ids() if kind is Contact else set()
        return {e.record.id for e in self.edits if isinstance(e.record, kind)} | apart

    def touches(self, kind: type[Record]) -> bool:
        """Whether it edits records of one kind; asked by the screen, also of 10,000 cards."""
        apart = kind is Contact and any(self.apart.contacts)
        return apart or any(isinstance(e.record, kind) for e in self.edits)

    def concerns(self, person: str | None) -> bool:
        """Whether the page of this person may look different now."""
        return person is not None and (self.apart.names(person) or person in self._named())

    def people(self) -> set[str]:
        """Ids of all people whose page may look different now."""
        return self.apart.ids() | self.apart.others | self._named()

    def _named(self) -> set[str]:
        """The people of the edits."""
        ids: set[str] = set()
        for edit in self.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Contact):
                    ids.add(record.id)
                elif isinstance(record, Interaction):
                    ids.update(record.contact_ids)
                elif isinstance(record, Gathering):
                    ids.update(record.people)
                elif isinstance(record, AboutOne):
                    ids.update({record.contact_id} - {None})  # type: ignore[arg-type]  # None is taken out
                if isinstance(record, Distinct) and record.other_id is not None:
                    ids.add(record.other_id)
        return ids

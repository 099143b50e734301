"""Import history: earlier imports, and what taking one back would touch."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.contact import Contact
from app.domain.imports import ImportBatch
from app.store.answers import UndoEffect

if TYPE_CHECKING:
    from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class EarlierImport:
    """An import and what undo would do, None where it cannot be told any more; `person` is who
    the change that stands in the way is about.
    """

    batch: ImportBatch
    undo: UndoEffect | None
    person: Contact | None = None

    @property
    def can_be_undone(self) -> bool:
        """Whether nothing newer builds on it."""
        return self.undo is not None and not self.undo.blocked


def history(reader: "Reader") -> tuple[EarlierImport, ...]:
    """All imports that were not taken back, the newest first."""
    past = reader.past_imports()
    subjects = {
        one.undo.by.subject
        for one in past
        if one.undo is not None and one.undo.by is not None and one.undo.by.subject is not None
    }
    people = {contact.id: contact for contact in reader.contacts(sorted(subjects))}

    def person(undo: UndoEffect | None) -> Contact | None:
        by = undo.by if undo is not None else None
        return people.get(by.subject) if by is not None and by.subject is not None else None

    return tuple(EarlierImport(one.batch, one.undo, person(one.undo)) for one in past)

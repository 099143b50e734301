"""Import history: earlier imports, and what taking one back would touch."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.contact import Contact
from app.domain.imports import ImportBatch

if TYPE_CHECKING:
    from app.store.answers import UndoEffect
    from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class EarlierImport:
    """An import and what undo would do, None where it cannot be told any more.

    `person` is who the change that stands in the way is about, `newer` the import that it is.
    """

    batch: ImportBatch
    undo: "UndoEffect | None"
    person: Contact | None = None
    newer: ImportBatch | None = None

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

    imports = {one.undo.seq: one.batch for one in past if one.undo is not None}
    found: list[EarlierImport] = []
    for one in past:
        by = one.undo.by if one.undo is not None else None
        person = people.get(by.subject) if by is not None and by.subject is not None else None
        newer = imports.get(by.seq) if by is not None else None
        found.append(EarlierImport(one.batch, one.undo, person, newer))
    return tuple(found)

"""What was typed and not yet kept: it waits for its person, also over the end of the program."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from app.domain.interaction import Initiative, Kind
from app.ui.pages.people import begun
from app.ui.pages.people.begun import Begun
from app.ui.pages.people.composer import Draft
from app.ui.pages.people.contact_form import ContactTexts


@dataclass(slots=True)
class Drafts:
    """Notes, edits and what else was begun, by the id of their person."""

    notes: dict[str, Draft] = field(default_factory=dict)
    edits: dict[str, ContactTexts] = field(default_factory=dict)
    begun: dict[str, tuple[Begun, ...]] = field(default_factory=dict)

    def keep_note(self, contact_id: str, draft: Draft) -> None:
        """Remember a note, or forget it where nothing is left of it."""
        if draft == Draft():
            self.notes.pop(contact_id, None)
        else:
            self.notes[contact_id] = draft

    def keep_begun(self, contact_id: str, all_of_it: tuple[Begun, ...]) -> None:
        """Remember what is begun on a person's page, or forget it where nothing is."""
        if all_of_it:
            self.begun[contact_id] = all_of_it
        else:
            self.begun.pop(contact_id, None)

    def forget(self, people: Collection[str]) -> None:
        """These are no more."""
        for drafts in (self.notes, self.edits, self.begun):
            for contact_id in people:
                drafts.pop(contact_id, None)

    def to_text(self) -> str:
        """As kept in the store; empty where nothing was begun."""
        if self == Drafts():
            return ""
        notes = {
            contact_id: {
                "words": draft.words,
                "kind": draft.kind.value,
                "initiative": draft.initiative.value if draft.initiative else None,
                "on": draft.on.isoformat() if draft.on else None,
            }
            for contact_id, draft in self.notes.items()
        }
        edits = {contact_id: asdict(texts) for contact_id, texts in self.edits.items()}
        in_place = {contact_id: begun.to_json(those) for contact_id, those in self.begun.items()}
        kept = {"notes": notes, "edits": edits, "begun": in_place}
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str | None) -> "Drafts":
        """Read what `to_text` wrote; drafts of a form that is not understood are none."""
        try:
            found = json.loads(text) if text else {}
            notes = {i: _note(kept) for i, kept in found.get("notes", {}).items()}
            edits = {
                i: ContactTexts(**kept)
                for i, kept in found.get("edits", {}).items()
                if "related" in kept  # without it, it would take away what the form has since
            }
            in_place = {i: begun.from_json(those) for i, those in found.get("begun", {}).items()}
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()
        return cls(notes, edits, in_place)


def _note(kept: dict[str, Any]) -> Draft:
    return Draft(
        str(kept["words"]),
        Kind(kept["kind"]),
        Initiative(kept["initiative"]) if kept["initiative"] else None,
        date.fromisoformat(kept["on"]) if kept["on"] else None,
    )

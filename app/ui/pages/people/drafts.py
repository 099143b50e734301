"""What was typed and not yet kept: it waits for its person, also over the end of the program."""

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from app.domain.interaction import Initiative, Kind
from app.ui.pages.people.composer import Draft
from app.ui.pages.people.contact_form import ContactTexts

SETTING = "drafts"
"""The setting of the store under which they lie, encrypted like everything else."""


@dataclass(slots=True)
class Drafts:
    """Notes and edits that were begun, by the id of their person."""

    notes: dict[str, Draft] = field(default_factory=dict)
    edits: dict[str, ContactTexts] = field(default_factory=dict)

    def keep_note(self, contact_id: str, draft: Draft) -> None:
        """Remember a note, or forget it where nothing is left of it."""
        if draft == Draft():
            self.notes.pop(contact_id, None)
        else:
            self.notes[contact_id] = draft

    def to_text(self) -> str:
        """As kept in the store."""
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
        return json.dumps({"notes": notes, "edits": edits}, ensure_ascii=False)

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
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()
        return cls(notes, edits)


def _note(kept: dict[str, Any]) -> Draft:
    return Draft(
        str(kept["words"]),
        Kind(kept["kind"]),
        Initiative(kept["initiative"]) if kept["initiative"] else None,
        date.fromisoformat(kept["on"]) if kept["on"] else None,
    )

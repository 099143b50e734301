"""What was typed of cards and is not finished: as kept in the store, over the end of the program.

A draft holds only what differs from what was seen, so that what was written elsewhere meanwhile is
not put back by it.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.domain.card_notes import CardNotes
from app.domain.rhythm import Rhythm
from app.usecases.evenings import Evening

Draft = Mapping[str, Any]


def draft_of(seen: CardNotes, wrote: CardNotes) -> Draft:
    """The fields in which the two differ, as JSON holds them."""
    rhythm = [wrote.rhythm.least, wrote.rhythm.most] if wrote.rhythm is not None else None
    as_json = {
        "talked": wrote.talked,
        "pleases": list(wrote.pleases),
        "promise": wrote.promise,
        "due": wrote.due.isoformat() if wrote.due is not None else None,
        "faces": list(wrote.faces),
        "rhythm": rhythm,
    }
    return {k: v for k, v in as_json.items() if getattr(seen, k) != getattr(wrote, k)}


def restored(seen: CardNotes, draft: Draft) -> CardNotes:
    """What was seen, with a draft over it; raises ValueError, TypeError for one that is none."""
    made: dict[str, Any] = {k: draft[k] for k in ("talked", "promise") if k in draft}
    made |= {k: tuple(map(str, draft[k])) for k in ("pleases", "faces") if k in draft}
    if "due" in draft:
        made["due"] = date.fromisoformat(draft["due"]) if draft["due"] else None
    if "rhythm" in draft:
        made["rhythm"] = Rhythm(*draft["rhythm"]) if draft["rhythm"] else None
    return replace(seen, **made)


@dataclass(slots=True)
class EveningDrafts:
    """Of one evening: whose card is shown, what was typed of each, and the note for all."""

    at: str = ""
    cards: dict[str, Draft] = field(default_factory=dict)
    shared: str | None = None


@dataclass(slots=True)
class NoteDrafts:
    """Of all evenings, by their text; `last` is the one that was open last."""

    last: str = ""
    evenings: dict[str, EveningDrafts] = field(default_factory=dict)

    def of(self, evening: Evening) -> EveningDrafts:
        """Those of an evening."""
        return self.evenings.setdefault(str(evening), EveningDrafts())

    def forget(self, people: Collection[str]) -> None:
        """These are no more."""
        for own in self.evenings.values():
            for contact_id in people:
                own.cards.pop(contact_id, None)

    def to_text(self) -> str:
        """As kept in the store; evenings of which nothing waits are left out, but the last; empty
        where no evening was ever written of.
        """
        if self == NoteDrafts():
            return ""
        kept = {
            key: {"at": own.at, "cards": dict(own.cards), "shared": own.shared}
            for key, own in self.evenings.items()
            if key == self.last or own.cards or own.shared is not None
        }
        return json.dumps({"last": self.last, "evenings": kept}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str | None) -> "NoteDrafts":
        """Read what `to_text` wrote; what is not understood is none."""
        try:
            found = json.loads(text) if text else {}
            evenings = {
                str(key): EveningDrafts(
                    str(own["at"]),
                    {str(i): d for i, d in own["cards"].items() if _reads(d)},
                    own["shared"],
                )
                for key, own in found.get("evenings", {}).items()
            }
            return cls(str(found.get("last", "")), evenings)
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()


def _reads(draft: Draft) -> bool:
    try:
        restored(CardNotes(), draft)
    except (ValueError, TypeError, KeyError):
        return False
    return True

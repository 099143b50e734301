"""Whether the recovery key is on paper: what the person said when it was shown. No part of undo."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

SETTING = "recovery_key"
_TYPED, _WAIVED = "typed", "waived"


@dataclass(frozen=True, slots=True)
class RecoveryNote:
    """On which day; `typed` if two groups were typed back, not only said."""

    on: date
    typed: bool


def recovery_note(reader: "Reader") -> RecoveryNote | None:
    """What is known; None if the program ended while the key was on the screen."""
    how, _, day = (reader.setting(SETTING) or "").partition(" ")
    if how not in {_TYPED, _WAIVED}:
        return None
    try:
        return RecoveryNote(date.fromisoformat(day), how == _TYPED)
    except ValueError:
        return None


def note_recovery(store: "Store", today: date, *, typed: bool) -> None:
    """Remember it."""
    store.set_setting(SETTING, f"{_TYPED if typed else _WAIVED} {today.isoformat()}")

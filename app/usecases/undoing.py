"""One undo for everything that changes data."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.change import Change
from app.domain.now import Now

if TYPE_CHECKING:
    from app.store.store import Store


def undo(store: "Store", *, now: Now, seq: int | None = None) -> Change:
    """Take the newest change back, or the one numbered `seq` where nothing newer depends on it."""
    return replace(store.undo(now, seq), undone=True)


def redo(store: "Store", *, now: Now) -> Change:
    """Do again what was undone last."""
    return store.redo(now)

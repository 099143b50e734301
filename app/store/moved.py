"""The note that stays in a folder whose store was moved (R14): where it lies now.

`moving.json` is written before anything is copied: the move counts when the store stands in the new
place. `moved.json`, the same note under its last name, says that it did; then nothing in this
folder is a store any more, whatever a service that copies files about may bring back.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from app.store import elsewhere
from app.store.errors import MovedAwayError, StoreExistsError
from app.store.folder import FolderState, StoreFolder, is_foreign, write_file

_LONGEST = 64 * 1024
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Note:
    """`store`: its id; `to`: the folder, as the computer `by` names it."""

    store: str
    to: str
    by: str

    @property
    def folder(self) -> StoreFolder | None:
        """The folder, where this computer can have one of that name. A share that nobody mounted is
        not asked: whoever could write the note would choose which computer is spoken to.
        """
        path = Path(self.to)
        if not path.is_absolute() or path.drive.startswith("\\\\"):
            return None
        return StoreFolder(path)


def note_in(folder: StoreFolder) -> Path | None:
    """The file with the note, if there is one."""
    return next((path for path in (folder.moved, folder.moving) if path.exists()), None)


def read(folder: StoreFolder) -> Note | None:
    """The note; None where there is none that can be read, or another user wrote it."""
    path = note_in(folder)
    if path is None or is_foreign(path):
        return None
    try:
        with path.open("rb") as stream:
            said = json.loads(stream.read(_LONGEST))
        store, to, by = (said[name] for name in ("store", "to", "by"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isinstance(one, str) for one in (store, to, by)) or "\0" in to:
        return None
    return Note(store, to, by)


def begin(folder: StoreFolder, store: str, to: Path) -> None:
    """Say that a move to that folder was begun."""
    said = {"store": store, "to": str(to), "by": elsewhere.computer()}
    write_file(folder.moving, json.dumps(said).encode())


def away(folder: StoreFolder) -> MovedAwayError:
    """What is told of a folder whose store was moved and is not found from here."""
    note = read(folder)
    if note is None:
        return MovedAwayError(folder.path, "", "")
    return MovedAwayError(folder.path, _shown(note.to), _shown(note.by)[:_LONGEST_NAME])


def _shown(said: str) -> str:
    """For a line of words: spaces of any kind stay, what would break out of it does not."""
    return "".join(c if c.isprintable() or category(c) == "Zs" else "\ufffd" for c in said)


def refuse_taken(folder: StoreFolder) -> None:
    """Raises where no new store may be made: something of one is there, or one was moved away."""
    state = folder.state()
    if state is FolderState.MOVED:
        raise away(folder)
    if state not in {FolderState.EMPTY, FolderState.UNFINISHED}:
        raise StoreExistsError(folder.path)

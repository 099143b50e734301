"""Following a store to where it was moved (R14): whoever names its old folder finds it."""

from pathlib import Path

from app.store import moved
from app.store.errors import NewerStoreError, StoreError
from app.store.folder import FolderState, StoreFolder


def followed(path: Path) -> Path:
    """Where the store of a folder lies now: the folder itself, unless a note in it names another
    that holds the same store. Writes nothing.
    """
    seen: set[Path] = set()
    while path not in seen:
        seen.add(path)
        further = _further(StoreFolder(path))
        if further is None:
            return path
        path = further
    return path


def _further(folder: StoreFolder) -> Path | None:
    try:
        if moved.note_in(folder) is None or folder.restoring is not None:
            return None
        note = moved.read(folder)
    except OSError:  # whoever opens it is told
        return None
    if note is None or note.folder is None or not holds(note.folder, note.store):
        return None
    return note.folder.path


def holds(folder: StoreFolder, store: str) -> bool:
    """Whether a folder has this store, as far as names and headers tell; also what is left of one,
    and a folder that may not be looked into: whoever opens it is told what is wrong with that.
    """
    from app.store.header import decode  # noqa: PLC0415 - only where something was moved

    try:
        state = folder.state()
    except StoreError:
        return True
    if state in {FolderState.EMPTY, FolderState.UNFINISHED}:
        return False
    if state is FolderState.MOVED:
        note = moved.read(folder)
        return note is not None and note.store == store
    place = StoreFolder(folder.restoring or folder.path)
    said = set()
    for path in (place.header, place.header_copy):
        try:
            found = decode(path.read_bytes(), path)
        except (OSError, NewerStoreError):
            continue
        if found is not None:
            said.add(found.header.store)
    return not said or store in said

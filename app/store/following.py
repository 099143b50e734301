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
    if note is None or note.folder is None:
        return None
    there = holds(note.folder, note.store, perhaps=folder.moved.exists())
    return note.folder.path if there else None


def holds(folder: StoreFolder, store: str, *, perhaps: bool) -> bool:
    """Whether a folder has this store, as far as names and headers tell. Where they do not: what is
    left of one, a folder that may not be looked into, `perhaps`. For a move that counts whoever
    opens it is told what is wrong there; one that was only begun must show that it does.
    """
    from app.store.header import decode  # noqa: PLC0415 - only where something was moved

    try:
        state = folder.state()
    except StoreError:
        return perhaps
    if state in {FolderState.EMPTY, FolderState.UNFINISHED}:
        return False
    if state is FolderState.MOVED:
        note = moved.read(folder)
        return note is not None and note.store == store
    said = set()
    places = (folder, StoreFolder(folder.restoring or folder.path))
    for path in (path for one in places for path in (one.header, one.header_copy)):
        try:
            found = decode(path.read_bytes(), path)
        except (OSError, NewerStoreError):
            continue
        if found is not None:
            said.add(found.header.store)
    return store in said if said else perhaps

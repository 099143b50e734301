"""A restore that counts, and is put in place step by step (R12); a move into a new folder as well.

What it brings stands whole and synced in a folder of its own. When that folder bears the
name `restoring-TIME` the restore counts, and what it replaces goes to `backups/replaced-TIME`: by
renames alone, which need no room, each of which may be done or not yet. Whoever comes to the store
after a kill or a loss of power goes on with them; no key is needed for that.
"""

from pathlib import Path

from app.store.errors import system_troubles
from app.store.folder import (
    FOLDER_MODE,
    RESTORING,
    StoreFolder,
    WriteLock,
    replace_file,
    sync_folder,
)


def count(folder: StoreFolder, made: Path, time: str) -> Path:
    """From now on the restore counts whose files lie in `made`; the caller holds the write lock."""
    sync_folder(made)
    named = folder.path / f"{RESTORING}{time}"
    replace_file(made, named)
    sync_folder(folder.path)
    return named


def finish(folder: StoreFolder) -> None:
    """Put in place what counts; nothing where there is none. Raises StoreInUseError while another
    process does it.
    """
    with system_troubles(folder.path):
        if folder.restoring is None:
            return
        with WriteLock(folder):
            put_in_place(folder)


def put_in_place(folder: StoreFolder) -> None:
    """Do what is left of the restore that counts; the caller holds the write lock."""
    made = folder.restoring
    if made is None:  # somebody else was quicker
        return
    aside = folder.backups / f"replaced-{made.name.removeprefix(RESTORING)}"
    for name in (folder.db, folder.header_copy, folder.header):
        new = made / name.name
        if not new.exists():
            continue
        _put_aside([folder.wal, name] if name == folder.db else [name], aside)
        if name == folder.db:
            # A log must never meet another database: it is away before that one comes.
            folder.path.joinpath("store.db-shm").unlink(missing_ok=True)
            sync_folder(folder.path)
        replace_file(new, name)
    _bring_the_rest(made, folder)
    for note in (folder.moving, folder.moved):  # a store lies here from now on
        note.unlink(missing_ok=True)
    sync_folder(folder.path)
    made.rmdir()
    sync_folder(folder.path)


def _bring_the_rest(made: Path, folder: StoreFolder) -> None:
    """What only a move brings: backups, and where it all came from."""
    backups = made / folder.backups.name
    if backups.is_dir():
        folder.backups.mkdir(mode=FOLDER_MODE, exist_ok=True)
        for new in backups.iterdir():
            replace_file(new, folder.backups / new.name)
        sync_folder(folder.backups)
        backups.rmdir()
    if (made / folder.came_from.name).exists():
        replace_file(made / folder.came_from.name, folder.came_from)


def _put_aside(names: list[Path], aside: Path) -> None:
    there = [name for name in names if name.exists()]
    if not there:
        return
    aside.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
    aside.mkdir(mode=FOLDER_MODE, exist_ok=True)
    sync_folder(aside.parent)
    for name in there:
        replace_file(name, aside / name.name)
    sync_folder(aside)

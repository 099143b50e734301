"""What a move left, done by whoever opens the store next: no key is needed, only that it opened."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.store import belongings, moved
from app.store import header as headers
from app.store.errors import StoreError
from app.store.folder import (
    StoreFolder,
    WriteLock,
    private_files,
    replace_file,
    sync_folder,
    write_file,
)
from app.store.origins import Origin, encode, origins
from app.store.workplace import MOVE, sweep


def settle(folder: StoreFolder) -> None:
    """Do what a move left, from here or to here, once the store of the folder has opened. What
    cannot be done now is tried at the next opening.
    """
    with suppress(StoreError, OSError):
        _clear_begun(folder)
    before = origins(folder)
    if all(one.settled for one in before):
        return
    after = tuple(one if one.settled else _settled(one, folder) for one in before)
    if after != before:
        with suppress(OSError), private_files():
            write_file(folder.came_from, encode(after))


def is_free(folder: StoreFolder) -> bool:
    """Nothing in it, or what a move that was killed left."""
    ours = {folder.lock, folder.backups}
    there = [path for path in folder.path.iterdir() if path not in ours]
    empty = not folder.backups.exists() or not any(folder.backups.iterdir())
    return empty and all(path.name.startswith(MOVE) and path.is_dir() for path in there)


def give_up(folder: StoreFolder, new: StoreFolder, missing: list[Path]) -> None:
    """Nothing of it is there any more; the caller has the lock of the folder that keeps it."""
    sweep(new.path, MOVE)
    belongings.take_away(new.lock)
    for path in (new.backups, *missing):
        with suppress(OSError):
            path.rmdir()
    folder.moving.unlink(missing_ok=True)


def _clear_begun(folder: StoreFolder) -> None:
    """A move from here that was killed before it counted."""
    folder.moving.with_name(f"{folder.moving.name}.new").unlink(missing_ok=True)
    if not folder.moving.exists():
        return
    note = moved.read(folder)
    new = note.folder if note is not None else None
    if new is not None and new.path.is_dir() and is_free(new):
        with WriteLock(new):
            sweep(new.path, MOVE)
        give_up(folder, new, [new.path])
    folder.moving.unlink(missing_ok=True)


def _settled(origin: Origin, new: StoreFolder) -> Origin:
    """Let the note name this folder, and take away what lies here now."""
    old = StoreFolder(origin.path)
    with suppress(StoreError, OSError):
        note = moved.read(old)
        here = headers.read_headers(new).copies[0].header.store
        if not old.path.is_dir():  # a disk that is not here now
            return origin
        if note is None or note.store != here:
            return replace(origin, settled=True)  # something else lies there now
        with private_files(), WriteLock(old):
            if note.to != str(new.path) or old.moving.exists():
                moved.begin(old, note.store, new.path)
                replace_file(old.moving, old.moved)
                sync_folder(old.path)
            left = _take_away(old, new)
            belongings.take_away(old.lock)
        return replace(origin, settled=not left)
    return origin


def _take_away(old: StoreFolder, new: StoreFolder) -> bool:
    """What was moved; whether anything of it is left that should not be. A backup that was not
    moved stays.
    """
    came = [path for path in belongings.backups(old) if _is_same(path, new.backups / path.name)]
    for path in (*came, *belongings.workplaces(old)):
        belongings.take_away(path)
    belongings.take_store_away(old)
    with suppress(OSError):
        old.backups.rmdir()
    kinds = (belongings.KEYS, belongings.DATA)
    rest = [path for kind in kinds for path in belongings.named(old.path, kind)]
    return bool(rest) or any(path.exists() for path in came)


def _is_same(path: Path, other: Path) -> bool:
    """By size: what it holds was compared when it was copied. Of a folder a part may be gone."""
    if path.is_dir():
        return other.is_dir() and all(_is_same(one, other / one.name) for one in path.iterdir())
    return other.is_file() and belongings.size_of(path) == belongings.size_of(other)

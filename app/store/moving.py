"""Moving a store into another folder (R14), out of one that is synchronised or on the network.

Everything is copied and proven beside its new place; the move counts by one rename there. Until
then the old folder has the store, and a note that a move was begun; from then on every start
follows that note. What is left to do is done by whoever opens the store next: no key is needed.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.store import belongings, following, moved, opening, restoring
from app.store import header as headers
from app.store.backup import Look, copied, prove_database
from app.store.engine import Access, known_trouble
from app.store.errors import (
    BackupFailedError,
    DiskFullError,
    MoveFailedError,
    PlaceUnfitError,
    SecondPlaceError,
    StoreError,
    Unfit,
    system_troubles,
)
from app.store.folder import (
    StoreFolder,
    WriteLock,
    private_files,
    replace_file,
    sync_file,
    sync_folder,
    write_file,
)
from app.store.opening import Found
from app.store.origins import Origin, encode, origins
from app.store.second_place import copy_file
from app.store.surroundings import network, service
from app.store.vault import DataKey
from app.store.workplace import MOVE, sweep, workplace

_ROOM = 1.05
"""So much of what is copied must be free in the new place."""


def fits(folder: StoreFolder, target: Path) -> None:
    """Raises PlaceUnfitError where the store cannot be moved, or would lie no better; DiskFullError
    where there is no room. Changes nothing.
    """
    old, new = folder.path.resolve(), target.resolve()
    if old == new or old in new.parents or new in old.parents:
        raise PlaceUnfitError(target, Unfit.SAME)
    if network(target):
        raise PlaceUnfitError(target, Unfit.NETWORK)
    if service(target):
        raise PlaceUnfitError(target, Unfit.SYNCED)
    StoreFolder(target).check_owner()
    with system_troubles(target):
        if target.exists() and not _is_free(StoreFolder(target)):
            raise PlaceUnfitError(target, Unfit.TAKEN)
        above = next(path for path in (target, *target.parents) if path.is_dir())
        needed = sum(_size(path) for path in (folder.db, folder.wal, *belongings.backups(folder)))
        if shutil.disk_usage(above).free < needed * _ROOM:
            raise DiskFullError(target)


def _is_free(folder: StoreFolder) -> bool:
    """Nothing in it, or what a move that was killed left."""
    ours = {folder.lock, folder.backups}
    there = [path for path in folder.path.iterdir() if path not in ours]
    empty = not folder.backups.exists() or not any(folder.backups.iterdir())
    return empty and all(path.name.startswith(MOVE) and path.is_dir() for path in there)


def _size(path: Path) -> int:
    """Of a file, or of all in a folder."""
    if path.is_dir():
        return sum(_size(one) for one in path.iterdir())
    return path.stat().st_size if path.exists() else 0


def move(
    folder: StoreFolder, target: Path, key: DataKey, now: datetime, look: Look | None = None
) -> None:
    """Move the store with its backups to `target`, a folder that is empty or is made. Nobody may
    have it open: StoreInUseError. `look` can give it up until it counts: BackupStoppedError.

    A backup that cannot be read stays where it is. Whatever is raised: `following.followed` says
    where the store lies.
    """
    look, target = look or Look(None), target.absolute()
    with private_files(), _held(folder), system_troubles(target):
        restoring.put_in_place(folder)
        found = opening.look(folder, key)
        fits(folder, target)
        new = StoreFolder(target)
        missing = [path for path in (target, *target.parents) if not path.exists()]
        with system_troubles(folder.path):
            moved.begin(folder, key.store, target)
        try:
            new.make()
            with _held(new):
                sweep(target, MOVE)
                _bring(folder, found, new, key, now, look)
                restoring.put_in_place(new)
        except BaseException:
            if not following.holds(new, key.store, perhaps=False):
                _give_up(folder, new, missing)
            raise
    settle(new)


@contextmanager
def _held(folder: StoreFolder) -> Iterator[None]:
    lock = WriteLock(folder)
    lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _bring(
    folder: StoreFolder, found: Found, new: StoreFolder, key: DataKey, now: datetime, look: Look
) -> None:
    """Make what lies in the new place in a side folder, prove it, and let it count."""
    backups = sorted(belongings.backups(folder), reverse=True)
    sizes = [_size(folder.db), *(_size(path) for path in backups)]
    whole = max(sum(sizes), 1)
    with workplace(new.path, MOVE) as work:
        made = StoreFolder(work / "whole")
        made.path.mkdir()
        _bring_database(folder, found, made, key, look.part(0, sizes[0] / whole))
        made.backups.mkdir()
        done = sizes[0]
        for path, size in zip(backups, sizes[1:], strict=True):
            _bring_backup(path, made.backups / path.name, look)
            done += size
            look.tell(done / whole)
        sync_folder(made.backups)
        before = [one.path for one in origins(folder) if one.path != new.path]
        write_file(made.came_from, encode(tuple(Origin(one) for one in (*before, folder.path))))
        look()
        restoring.count(new, made.path, now.strftime("%Y%m%d-%H%M%S-%f"))


def _bring_database(
    folder: StoreFolder, found: Found, made: StoreFolder, key: DataKey, look: Look
) -> None:
    # A log is never folded in: who opens the old place after all is told nothing untrue (R8).
    access = Access.LOOK if found.had_log else Access.READ
    try:
        counter = copied(folder, key, access, made.db, look)
        prove_database(made.db, key, look)
    except sqlcipher.Error as error:
        look()  # what was asked to stop ends with an error of its own
        if isinstance(known_trouble(folder.db, error), DiskFullError):
            raise DiskFullError(made.path) from None
        raise MoveFailedError(folder.path, type(error).__name__) from None
    except BackupFailedError as error:
        raise MoveFailedError(folder.path, error.reason) from None
    sync_file(made.db)
    headers.write_header(made, replace(found.header, is_open=False, counter=counter), key.secret)


def _bring_backup(path: Path, target: Path, look: Look) -> None:
    """One file, or all of a store that was put aside. What cannot be read stays where it is: the
    store is not kept in a bad place because of it.
    """
    try:
        if path.is_dir():
            target.mkdir()
            for one in sorted(path.iterdir()):
                copy_file(one, target / one.name, look)
        else:
            copy_file(path, target, look)
    except OSError:
        if _reads(path, look):
            raise
        belongings.take_away(target)
    except SecondPlaceError as error:
        raise MoveFailedError(path, error.trouble) from None


def _reads(path: Path, look: Look) -> bool:
    try:
        for one in path.iterdir() if path.is_dir() else (path,):
            with one.open("rb") as stream:
                while stream.read(1024 * 1024):
                    look()
    except OSError:
        return False
    return True


def _give_up(folder: StoreFolder, new: StoreFolder, missing: list[Path]) -> None:
    """Nothing of it is there any more; the caller has the lock of the folder that keeps it."""
    sweep(new.path, MOVE)
    belongings.take_away(new.lock)
    for path in (new.backups, *missing):
        with suppress(OSError):
            path.rmdir()
    folder.moving.unlink(missing_ok=True)


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


def _clear_begun(folder: StoreFolder) -> None:
    """A move from here that was killed before it counted."""
    folder.moving.with_name(f"{folder.moving.name}.new").unlink(missing_ok=True)
    if not folder.moving.exists():
        return
    note = moved.read(folder)
    new = note.folder if note is not None else None
    if new is not None and new.path.is_dir() and _is_free(new):
        with _held(new):
            sweep(new.path, MOVE)
        _give_up(folder, new, [new.path])
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
        with private_files(), _held(old):
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
    return other.is_file() and _size(path) == _size(other)

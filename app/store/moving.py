"""Moving a store into another folder (R14), out of one that is synchronised or on the network.

Everything is copied and proven beside its new place; the move counts by one rename there. Until
then the old folder has the store, and a note that a move was begun; from then on every start
follows that note. What is left to do is done by whoever opens the store next: no key is needed.
"""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.store import belongings, following, moved, opening, restoring, settling
from app.store import header as headers
from app.store.backup import Look, copied, prove_database
from app.store.engine import Access, known_trouble
from app.store.errors import (
    BackupFailedError,
    DiskFullError,
    MoveFailedError,
    PlaceUnfitError,
    SecondPlaceError,
    Unfit,
    system_troubles,
)
from app.store.folder import (
    StoreFolder,
    WriteLock,
    private_files,
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
        if target.exists() and not settling.is_free(StoreFolder(target)):
            raise PlaceUnfitError(target, Unfit.TAKEN)
        above = next(path for path in (target, *target.parents) if path.is_dir())
        needed = sum(
            belongings.size_of(path)
            for path in (folder.db, folder.wal, *belongings.backups(folder))
        )
        if shutil.disk_usage(above).free < needed * _ROOM:
            raise DiskFullError(target)


def move(
    folder: StoreFolder, target: Path, key: DataKey, now: datetime, look: Look | None = None
) -> None:
    """Move the store with its backups to `target`, a folder that is empty or is made. Nobody may
    have it open: StoreInUseError. `look` can give it up until it counts: BackupStoppedError.

    A backup that cannot be read stays where it is. Whatever is raised: `following.followed` says
    where the store lies.
    """
    look, target = look or Look(None), target.absolute()
    with private_files(), WriteLock(folder), system_troubles(target):
        restoring.put_in_place(folder)
        found = opening.look(folder, key)
        fits(folder, target)
        new = StoreFolder(target)
        missing = [path for path in (target, *target.parents) if not path.exists()]
        with system_troubles(folder.path):
            moved.begin(folder, key.store, target)
        try:
            new.make()
            with WriteLock(new):
                sweep(target, MOVE)
                _bring(folder, found, new, key, now, look)
                restoring.put_in_place(new)
        except BaseException:
            if not following.holds(new, key.store, perhaps=False):
                settling.give_up(folder, new, missing)
            raise
    settling.settle(new)


def _bring(
    folder: StoreFolder, found: Found, new: StoreFolder, key: DataKey, now: datetime, look: Look
) -> None:
    """Make what lies in the new place in a side folder, prove it, and let it count."""
    backups = sorted(belongings.backups(folder), reverse=True)
    sizes = [belongings.size_of(folder.db), *(belongings.size_of(path) for path in backups)]
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

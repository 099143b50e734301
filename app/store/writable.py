"""Whether a store may be written, asked of the system before anything is tried (R5)."""

import errno
import os
from enum import StrEnum
from pathlib import Path

from app.store.folder import StoreFolder, is_foreign


class Why(StrEnum):
    """Why nothing can be written."""

    VOLUME = "volume"  # the disk is mounted read-only
    FOLDER = "folder"  # no file may be made in the folder
    FILE = "file"  # a file in it may not be written
    IN_USE = "in_use"  # another Enishi is writing
    ELSEWHERE = "elsewhere"  # another computer is, or ended without closing


def why_not(folder: StoreFolder) -> Why | None:
    """What keeps this user from writing, asked of the system; None where nothing does. Makes no
    file.
    """
    if not folder.path.is_dir():
        return None
    if _refused(folder.path):
        return Why.VOLUME if _is_read_only_volume(folder.path) else Why.FOLDER
    files = [folder.db, folder.wal]
    if not is_foreign(folder.lock):  # another user's is put away when ours is taken
        files.append(folder.lock)
    return Why.FILE if any(path.exists() and _refused(path) for path in files) else None


def _refused(path: Path) -> bool:
    return not os.access(path, os.W_OK)


def _is_read_only_volume(path: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError as error:
        return error.errno == errno.EROFS

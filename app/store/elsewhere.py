"""Which computer writes a store that lies on a network (R62).

There a lock may hold on one computer alone (nfs(5): local_lock; sshfs has no other), so it also
says whose it is, and whoever comes from another one reads. On a disk of this computer nothing is
written into it: the lock is all that counts.
"""

import json
import os
import platform
import sys
import uuid
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from app.store.errors import StoreReadOnlyError
from app.store.surroundings import network

_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_LONGEST = 4096
_LONGEST_NAME = 80


def claim(folder: Path, descriptor: int) -> bool:
    """Say in the lock, which was just taken, that this computer writes; whether that was needed.
    StoreReadOnlyError where another one says so: it has the store open, or ended without closing.
    """
    if sys.platform == "win32" or not network(folder):  # a share locks for all of its computers
        return False
    other = _said(descriptor)
    name, mark = _here()
    if other is not None and other[1] != mark:
        raise StoreReadOnlyError(folder, "elsewhere", other[0])
    said = json.dumps({"name": name, "computer": mark}).encode()
    with suppress(OSError):  # no room: the lock is taken all the same
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, said, 0)
        os.fsync(descriptor)
    return True


def computer() -> str:
    """The name of this computer."""
    return platform.node()


def let_go(descriptor: int) -> None:
    """The store is closed: any computer may write."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.fsync(descriptor)


def _said(descriptor: int) -> tuple[str, str] | None:
    """Name and mark of the computer that the lock names; None where it names none."""
    try:
        said = json.loads(os.pread(descriptor, _LONGEST, 0))
        name, mark = str(said["name"]), str(said["computer"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return "".join(c for c in name if c.isprintable())[:_LONGEST_NAME], mark


def _here() -> tuple[str, str]:
    """The name of this computer, and what tells it from another of that name. The number of a
    system is nobody else's business, so it is hashed with ours (machine-id(5)).
    """
    name = computer()
    number = f"{uuid.getnode():x}"
    for path in _IDS:
        with suppress(OSError, ValueError):
            number = path.read_text("ascii").strip() or number
            break
    return name, sha256(f"enishi {name} {number}".encode()).hexdigest()[:32]

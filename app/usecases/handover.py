"""Handing over to the running instance: one window per store, and what a second start wants of it.

The window listens on an address that only the owner of the store folder can find: `window.json`
(0600, in the 0700 folder) holds it with a random key that both sides must prove to know. A message
is a small JSON object with paths, never content; an answer says whether it was taken.
"""

import json
import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.store.folder import is_foreign

LARGEST = 64 * 1024
NAME = "window.json"


class Wish(StrEnum):
    """What a second start wants of the window."""

    NOTHING = "nothing"  # only whether somebody is there
    SHOW = "show"
    OPEN = "open"
    RECONNECT = "reconnect"


@dataclass(frozen=True, slots=True)
class Message:
    """A wish, and the files that it is about; `met_on` is the day their people were met."""

    wish: Wish
    paths: tuple[Path, ...] = ()
    met_on: date | None = None

    def to_bytes(self) -> bytes:
        """As sent; raises TooManyFilesError above 64 KB."""
        content = {
            "wish": self.wish.value,
            "paths": [os.fspath(p) for p in self.paths],
            "met_on": self.met_on.isoformat() if self.met_on else None,
        }
        data = json.dumps(content).encode("ascii")
        if len(data) > LARGEST:
            raise TooManyFilesError(len(self.paths))
        return data

    @classmethod
    def from_bytes(cls, data: bytes) -> "Message":
        """Read what was sent; raises ValueError for anything else."""
        content = json.loads(data)
        if not isinstance(content, dict):
            raise ValueError("no message")
        paths = content.get("paths")
        if not isinstance(paths, list) or not all(isinstance(p, str) and p for p in paths):
            raise ValueError("no paths")
        if any("\0" in p or not Path(p).is_absolute() for p in paths):
            raise ValueError("no paths")
        met_on = content.get("met_on")
        return cls(
            Wish(str(content.get("wish"))),
            tuple(Path(p) for p in paths),
            date.fromisoformat(str(met_on)) if met_on else None,
        )


class TooManyFilesError(ValueError):
    """More files than one message to the window may name; whoever asks has to say so."""

    def __init__(self, files: int) -> None:
        super().__init__(files)
        self.files = files


def send(folder: Path, message: Message) -> bool:
    """Hand a message to the window that has this store open; False if there is none."""
    data = message.to_bytes()
    if is_foreign(folder / NAME):  # another user's window is told nothing, and keeps none away
        return False
    try:
        told = json.loads((folder / NAME).read_bytes())
        address, key = str(told["address"]), bytes.fromhex(told["key"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    from app.usecases.delivery import deliver  # not loaded where there is no window

    return deliver(address, key, data)


def is_open(folder: Path) -> bool:
    """Whether a window has this store open. Shows nothing there."""
    if not (folder / NAME).exists():
        return False
    return send(folder, Message(Wish.NOTHING))

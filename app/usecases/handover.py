"""Handing over to the running instance: one window per store, and what a second start wants of it.

The window listens on an address that only the owner of the store folder can find: `window.json`
(0600, in the 0700 folder) holds it with a random key that both sides must prove to know. A message
is a small JSON object with paths, never content; an answer says whether it was taken.
"""

import json
import os
import secrets
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from multiprocessing.connection import (
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from multiprocessing.context import AuthenticationError
from pathlib import Path
from threading import Event, Thread

LARGEST = 64 * 1024
_NAME = "window.json"
_LONGEST_ADDRESS = 100  # bytes; the system holds 107 of a socket's address, 103 on macOS
_KEY_BYTES = 32
_FILE_MODE = 0o600
_WAIT = 5.0  # seconds for an answer
_BROKEN = (OSError, EOFError, ValueError, AuthenticationError)


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
    try:
        told = json.loads((folder / _NAME).read_bytes())
        address, key = str(told["address"]), bytes.fromhex(told["key"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    try:
        with Client(address, authkey=key) as connection:
            connection.send_bytes(data)
            return connection.poll(_WAIT) and connection.recv_bytes(LARGEST) == b"taken"
    except _BROKEN:
        return False


def is_open(folder: Path) -> bool:
    """Whether a window has this store open. Shows nothing there."""
    if not (folder / _NAME).exists():
        return False
    return send(folder, Message(Wish.NOTHING))


class Reception:
    """The window's side: calls `taken` with each message, in a thread of its own.

    Open it after the store's write lock was taken, so that there is only one.
    """

    def __init__(self, folder: Path, taken: Callable[[Message], None]) -> None:
        self._taken = taken
        self._file = folder / _NAME
        self._key = secrets.token_bytes(_KEY_BYTES)
        self._closed = Event()
        self._own: tempfile.TemporaryDirectory[str] | None = None
        old = os.umask(0o077)
        try:
            self._listener = Listener(self._address(folder), backlog=16)
            self._write_address()
        finally:
            os.umask(old)
        self._thread = Thread(target=self._listen, name="handover", daemon=True)
        self._thread.start()

    def _address(self, folder: Path) -> str:
        if sys.platform == "win32":
            return rf"\\.\pipe\enishi-{secrets.token_hex(8)}"
        near = folder / "window.sock"
        if len(os.fsencode(near)) > _LONGEST_ADDRESS:
            self._own = tempfile.TemporaryDirectory(prefix="enishi-", dir=_runtime_folder())
            near = Path(self._own.name) / "window.sock"
        near.unlink(missing_ok=True)
        return os.fspath(near)

    def _write_address(self) -> None:
        content = {"address": self._listener.address, "key": self._key.hex()}
        beside = self._file.with_name(f"{_NAME}.new")
        beside.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(beside, flags, _FILE_MODE), "w", encoding="ascii") as stream:
            json.dump(content, stream)
        beside.replace(self._file)

    def _listen(self) -> None:
        while not self._closed.is_set():
            try:
                connection = self._listener.accept()
            except OSError:
                if self._closed.is_set():
                    return
                continue
            Thread(target=self._serve, args=(connection,), name="handover", daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        with connection, suppress(*_BROKEN):
            if self._closed.is_set():
                return
            _prove(connection, self._key)
            if not connection.poll(_WAIT):
                return
            message = Message.from_bytes(connection.recv_bytes(LARGEST))
            if message.wish is not Wish.NOTHING:
                self._taken(message)
            connection.send_bytes(b"taken")

    def close(self) -> None:
        """Listen no more, and leave no trace."""
        if self._closed.is_set():
            return
        self._closed.set()
        self._file.unlink(missing_ok=True)
        with suppress(*_BROKEN), Client(self._listener.address):
            pass  # wakes the thread that waits for a visitor
        self._thread.join(_WAIT)
        with suppress(OSError):
            self._listener.close()
        if self._own is not None:
            self._own.cleanup()


def _runtime_folder() -> str | None:
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    short = len(os.fsencode(named)) < _LONGEST_ADDRESS // 2
    return named if short and Path(named).is_dir() else None


def _prove(connection: Connection, key: bytes) -> None:
    """Both sides prove that they know the key, the visitor first."""
    deliver_challenge(connection, key)
    answer_challenge(connection, key)

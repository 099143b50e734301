"""Reception: where the window listens for what a second start wants of it."""

import json
import os
import secrets
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import (
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from pathlib import Path
from threading import Event, Thread

from app.usecases.delivery import BROKEN, WAIT
from app.usecases.handover import LARGEST, NAME, Message, Wish

_LONGEST_ADDRESS = 100  # bytes; the system holds 107 of a socket's address, 103 on macOS
_KEY_BYTES = 32
_BACKLOG = 16
_REST = 0.1
"""Seconds after a failure to accept, which comes at once again where no descriptor is left."""
_FILE_MODE = 0o600


class Reception:
    """The window's side: calls `taken` with each message, in a thread of its own.

    Open it after the store's write lock was taken, so that there is only one.
    """

    def __init__(self, folder: Path, taken: Callable[[Message], None]) -> None:
        self._taken = taken
        self._file = folder / NAME
        self._key = secrets.token_bytes(_KEY_BYTES)
        self._closed = Event()
        self._own: tempfile.TemporaryDirectory[str] | None = None
        old = os.umask(0o077)
        try:
            self._listener = self._listener_in(folder)
            self._write_address()
        finally:
            os.umask(old)
        self._thread = Thread(target=self._listen, name="handover", daemon=True)
        self._thread.start()

    def _listener_in(self, folder: Path) -> Listener:
        if sys.platform == "win32":
            return Listener(rf"\\.\pipe\enishi-{secrets.token_hex(8)}", backlog=_BACKLOG)
        near = folder / "window.sock"
        if len(os.fsencode(near)) <= _LONGEST_ADDRESS:
            with suppress(OSError):  # a share that has no sockets, a folder of somebody else there
                near.unlink(missing_ok=True)
                return Listener(os.fspath(near), backlog=_BACKLOG)
        self._own = tempfile.TemporaryDirectory(prefix="enishi-", dir=_runtime_folder())
        return Listener(os.fspath(Path(self._own.name) / "window.sock"), backlog=_BACKLOG)

    def _write_address(self) -> None:
        content = {"address": self._listener.address, "key": self._key.hex()}
        beside = self._file.with_name(f"{NAME}.new")
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
                if self._closed.wait(_REST):
                    return
                continue
            Thread(target=self._serve, args=(connection,), name="handover", daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        with connection, suppress(*BROKEN):
            if self._closed.is_set():
                return
            _prove(connection, self._key)
            if not connection.poll(WAIT):
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
        with suppress(*BROKEN), Client(self._listener.address):
            pass  # wakes the thread that waits for a visitor
        self._thread.join(WAIT)
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

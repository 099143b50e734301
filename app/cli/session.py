"""One run of the command line: what was typed, where the store is, and how it is opened."""

import errno
import getpass
import os
import select
import stat
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.cli.output import Output
from app.cli.stopping import left_behind
from app.cli.words import Words
from app.domain.errors import ExpectedError
from app.domain.now import Now
from app.store.errors import KeyringError, StoreInUseError
from app.store.folder import StoreFolder
from app.usecases import handover
from app.usecases.handover import Message, is_open, send

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store
    from app.store.vault import DataKey

T = TypeVar("T")
DONE, NEEDS_A_LOOK, REFUSED = 0, 1, 2
_LONGEST_PASSPHRASE_FILE = 1 << 20
_PATIENCE = 10.0  # seconds for another command that is just writing


class PassphraseFileError(ExpectedError):
    """The passphrase file cannot be read, is not UTF-8, or its first line is empty."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class TooManyFilesError(ExpectedError):
    """More files at once than the open window takes."""

    def __init__(self, files: int) -> None:
        super().__init__(files)
        self.files = files


class PassphrasesDifferError(ExpectedError):
    """A new passphrase was typed differently the second time, or is empty."""


@dataclass(frozen=True, slots=True)
class Session:
    """What every command needs."""

    words: Words
    out: Output
    folder: StoreFolder
    passphrase_file: Path | None
    now: Now

    @property
    def is_interactive(self) -> bool:
        """Whether a person is there to be asked."""
        return sys.stdin is not None and sys.stdin.isatty()

    def say(self, name: str, **values: object) -> None:
        """Words on standard error; no value breaks out of its line."""
        flat = {k: v.replace("\n", " ") if isinstance(v, str) else v for k, v in values.items()}
        self.out.say(self.words(name, **flat))

    def passphrase(self) -> str | None:
        """The passphrase of the file, if one was named."""
        return None if self.passphrase_file is None else read_passphrase(self.passphrase_file)

    def new_passphrase(self) -> str | None:
        """The passphrase of a new store: the file's, else asked for twice."""
        named = self.passphrase()
        if named is not None or not self.is_interactive:
            return named
        first = getpass.getpass(self.words("passphrase_new"))
        if not first or first != getpass.getpass(self.words("passphrase_again")):
            raise PassphrasesDifferError
        return unicodedata.normalize("NFC", first)

    def key(self) -> "DataKey":
        """The key of the store."""
        from app.store.vault import unlock

        return self.with_passphrase(
            lambda typed: left_behind(lambda: unlock(self.folder, passphrase=typed))
        )

    def with_passphrase(self, step: Callable[[str | None], T]) -> T:
        """Do what needs a key: the passphrase file beats the keyring; a person is asked last."""
        passphrase = self.passphrase()
        try:
            return step(passphrase)
        except KeyringError:
            if passphrase is not None or not self.is_interactive:
                raise
        typed = getpass.getpass(self.words("passphrase_prompt"))
        return step(unicodedata.normalize("NFC", typed))

    @contextmanager
    def reading(self) -> Iterator["Reader"]:
        """The store for questions: no byte of it changes."""
        from app.store.store import open_reader

        with open_reader(self.folder, self.key()) as reader:
            yield reader

    @contextmanager
    def writing(self) -> Iterator["Store"]:
        """The store for writing. Another command is waited for, a window is not."""
        self.refuse_open_window()
        with self._patiently(self.key()) as store:
            yield store

    def _patiently(self, key: "DataKey") -> "Store":
        from app.store.store import open_store

        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                return open_store(self.folder, key)
            except StoreInUseError:
                if time.monotonic() > deadline or is_open(self.folder.path):
                    raise

    def hand_over(self, message: Message) -> bool:
        """Give a wish to the window that has the store open; False if there is none."""
        try:
            return send(self.folder.path, message)
        except handover.TooManyFilesError:
            raise TooManyFilesError(len(message.paths)) from None

    def refuse_open_window(self) -> None:
        """Raise StoreInUseError where a window has the store."""
        if is_open(self.folder.path):
            raise StoreInUseError(self.folder.path)


def read_passphrase(path: Path) -> str:
    """The first line of a file, in NFC, without its end."""
    try:
        with os.fdopen(_open_patiently(path), "rb") as stream:
            line = stream.readline(_LONGEST_PASSPHRASE_FILE)
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        raise PassphraseFileError(path, error.strerror or "") from None
    except UnicodeDecodeError:
        raise PassphraseFileError(path) from None
    if not text:
        raise PassphraseFileError(path)
    return unicodedata.normalize("NFC", text)


def _open_patiently(path: Path) -> int:
    """Open a file for reading; a pipe that nobody writes into is not waited for long."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
        ready, _, _ = select.select([descriptor], [], [], _PATIENCE)
        if not ready:
            os.close(descriptor)
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    return descriptor


def clock() -> Now:
    """One look at the clock."""
    instant = datetime.now(UTC)
    return Now(instant, instant.astimezone())

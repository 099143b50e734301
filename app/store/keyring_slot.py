"""The system's keyring as one way of opening: which ones are trusted, and asking them without waiting for ever.

Backends are made here from an allow-list, never through keyring's own choice: that would load plug-ins and whatever
a configuration file or a variable names into a process that holds the key. Such a choice is still respected where it
names a trusted one, and means "none" where it does not.
"""

import configparser
import importlib
import json
import os
import queue
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.store import keyring_child
from app.store.errors import KeyringError, KeyringTrouble

SERVICE = "Enishi"
LIMIT = 5.0
"""Seconds that a keyring may take; unlocking one by hand is for the passphrase page to wait out, not for us."""
LONGEST_ITEM = 128

T = TypeVar("T")

_LINUX = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)
TRUSTED = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}.get(sys.platform, _LINUX)


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The item, or None where there is none or it will not say."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an item."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget an item."""


def name_of(backend: object) -> str:
    """The full name of a backend's class."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _chosen_by_person() -> str | None:
    """The backend that a variable or keyring's configuration file names, read without loading it."""
    named = os.environ.get("PYTHON_KEYRING_BACKEND")
    if named:
        return named
    from keyring.util import platform_

    parser = configparser.RawConfigParser()
    try:
        parser.read(os.path.join(platform_.config_root(), "keyringrc.cfg"), encoding="utf-8")
        return parser.get("backend", "default-keyring", fallback=None)
    except (configparser.Error, UnicodeDecodeError):
        return None


def backend_named(name: str) -> Backend | None:
    """A trusted backend that works here, or None."""
    if name not in TRUSTED:
        return None
    module, _, class_name = name.rpartition(".")
    kind = getattr(importlib.import_module(module), class_name)
    try:
        kind.priority  # noqa: B018  asking is what tells whether it can work here
    except RuntimeError:
        return None
    backend: Backend = kind()
    return backend


def system_backend() -> Backend | None:
    """The first trusted backend that works here. May talk to the session bus: call it off the caller's thread."""
    chosen = _chosen_by_person()
    for name in TRUSTED if chosen is None else (chosen,):
        backend = backend_named(name)
        if backend is not None:
            return backend
    return None


def prove_in_new_process(backend: Backend, user: str, item: str, limit: float) -> bool:
    """Whether a fresh process finds the same item."""
    nonce = secrets.token_hex(16)
    request = {"backend": name_of(backend), "service": SERVICE, "user": user, "nonce": nonce}
    try:
        child = subprocess.run(
            keyring_child.command(),
            input=json.dumps(request),
            capture_output=True,
            encoding="utf-8",
            timeout=limit,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return False
    return child.returncode == 0 and child.stdout == keyring_child.mark(item, nonce)


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keyring, asked with a limit. Tests hand in another `find`, `prove` and `trusted`; never an environment."""

    find: Callable[[], Backend | None] = system_backend
    prove: Callable[[Backend, str, str, float], bool] = prove_in_new_process
    trusted: tuple[str, ...] = TRUSTED
    limit: float = LIMIT

    def _backend(self) -> Backend:
        backend = self.find()
        if backend is None or name_of(backend) not in self.trusted:
            raise KeyringError(KeyringTrouble.NONE)
        return backend

    def get(self, user: str) -> str:
        """The item of a store. Silence ("None") is told from nothing, but never means that there is no key."""

        def work() -> str | None:
            return self._backend().get_password(SERVICE, user)

        item = _within(self.limit, work)
        if item is None:
            raise KeyringError(KeyringTrouble.NO_ANSWER)
        return item

    def put(self, user: str, item: str) -> str:
        """Keep an item and prove it from a new process; the name of the backend that has it."""
        if not item.isascii() or len(item) > LONGEST_ITEM:
            raise ValueError("a keyring item is short ASCII text")

        def work() -> Backend:
            backend = self._backend()
            backend.set_password(SERVICE, user, item)
            return backend

        backend = _within(self.limit, work)
        if not self.prove(backend, user, item, self.limit):
            raise KeyringError(KeyringTrouble.NOT_KEPT)
        return name_of(backend)

    def forget(self, user: str) -> None:
        """Take the item of a store away."""
        _within(self.limit, lambda: self._backend().delete_password(SERVICE, user))


def _within(limit: float, work: Callable[[], T]) -> T:
    """The answer of `work`, done on a thread of its own and waited for no longer than `limit`.

    A backend is foreign code over a bus and raises what it likes; whatever it is, the passphrase still opens.
    """
    answers: queue.SimpleQueue[tuple[T] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put((work(),))
        except Exception as error:
            answers.put(error)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=limit)
    except queue.Empty:
        raise KeyringError(KeyringTrouble.TOO_SLOW) from None
    if isinstance(answer, KeyringError):
        raise answer
    if isinstance(answer, Exception):
        raise KeyringError(KeyringTrouble.FAILED, type(answer).__name__) from None
    return answer[0]

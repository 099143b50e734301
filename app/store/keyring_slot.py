"""The system's keyring as one way of opening, asked without waiting for ever."""

import json
import queue
import secrets
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from app.store import keyring_child
from app.store.errors import KeyringError, KeyringTrouble
from app.store.keyring_backends import TRUSTED, Backend, name_of, system_backend

SERVICE = "Enishi"
LIMIT = 5.0
"""Seconds that a keyring may take; unlocking one by hand is for the passphrase page to wait out,
not for us.
"""
LONGEST_ITEM = 128

T = TypeVar("T")


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
    """The keyring, asked with a limit. Tests hand in another `find`, `prove` and `trusted`; never
    an environment.
    """

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
        """The item of a store. Silence ("None") is told from nothing, but never means that there
        is no key.
        """

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

    A backend is foreign code over a bus and raises what it likes; whatever it is, the passphrase
    still opens.
    """
    answers: queue.SimpleQueue[tuple[T] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put((work(),))
        except Exception as error:  # noqa: BLE001  see above
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

"""The system's keyring as one way of opening, asked without waiting for ever."""

import json
import queue
import secrets
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from app.store import keyring_child
from app.store.errors import KeyringError, KeyringTrouble
from app.store.keyring_backends import (
    TRUSTED,
    Backend,
    backend_named,
    is_unmade,
    name_of,
    provider_of,
    refused,
    shown,
    system_backend,
)

SERVICE = "Enishi"
LIMIT = 5.0
"""Seconds that a keyring may take; unlocking one by hand is for the passphrase page to wait out,
not for us.
"""
LONGEST_ITEM = 128
_LOOK_EVERY = 0.05
_ENDING = threading.Event()

T = TypeVar("T")


def give_up() -> None:
    """The program ends: nobody waits for a keyring any more, now or later."""
    _ENDING.set()


def _waits_until(limit: float) -> Iterator[float]:
    """Seconds to wait now, again and again, until the limit is reached or the program ends."""
    deadline = time.monotonic() + limit
    while not _ENDING.is_set() and (left := deadline - time.monotonic()) > 0:
        yield min(_LOOK_EVERY, left)


def prove_in_new_process(backend: Backend, user: str, item: str, limit: float) -> bool:
    """Whether a fresh process finds the same item."""
    nonce = secrets.token_hex(16)
    request = {"backend": name_of(backend), "service": SERVICE, "user": user, "nonce": nonce}
    try:
        child = subprocess.Popen(
            keyring_child.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
    except OSError:
        return False
    with child:
        said = _answer_of(child, json.dumps(request), limit)
        child.kill()
    return said == keyring_child.mark(item, nonce)


def _answer_of(child: "subprocess.Popen[str]", request: str, limit: float) -> str:
    """What it says before it ends well; "" where it does not in time."""
    unsaid: str | None = request
    for seconds in _waits_until(limit):
        try:
            said, _ = child.communicate(unsaid, timeout=seconds)
        except subprocess.TimeoutExpired:
            unsaid = None
            continue
        except (OSError, ValueError):  # no answer, or no text
            break
        return said if child.returncode == 0 else ""
    return ""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keyring, asked with a limit. Tests hand in other functions; never an environment.

    `recorded` is the backend that has the item and `provider` the program behind it, as the slot
    names them: who changes the desktop has two, and only one of them has it.
    """

    find: Callable[[], Backend | None] = system_backend
    prove: Callable[[Backend, str, str, float], bool] = prove_in_new_process
    trusted: tuple[str, ...] = TRUSTED
    limit: float = LIMIT
    named: Callable[[str], Backend | None] = backend_named
    provider_of: Callable[[str], str] = provider_of
    recorded: str = ""
    provider: str = ""

    def _present(self) -> Backend:
        backend = self.find()
        if backend is None or name_of(backend) not in self.trusted:
            raise KeyringError(KeyringTrouble.NONE, present=shown(refused()))
        return backend

    def _holders(self) -> Iterator[Backend]:
        """The backend that has the item, where it works here; then the one of this desktop."""
        present = self._present()
        if self.recorded in self.trusted and self.recorded != name_of(present):
            recorded = self.named(self.recorded)
            if recorded is not None:
                yield recorded
        yield present

    def get(self, user: str) -> str:
        """The item of a store. Silence ("None") is told from nothing, but never means that there
        is no key.
        """

        def work() -> str:
            present = ""
            for backend in self._holders():
                present = name_of(backend)
                item = None if is_unmade(present) else backend.get_password(SERVICE, user)
                if item is not None:
                    return item
            here = shown(present, self.provider_of(present))
            raise KeyringError(KeyringTrouble.NO_ANSWER, present=here)

        try:
            return _within(self.limit, work)
        except KeyringError as error:
            recorded = shown(self.recorded, self.provider)
            raise KeyringError(error.trouble, error.detail, recorded, error.present) from None

    def put(self, user: str, item: str) -> tuple[str, str]:
        """Keep an item and prove it from a new process; the name of the backend that has it, and of
        the program behind that.
        """
        if not item.isascii() or len(item) > LONGEST_ITEM:
            raise ValueError("a keyring item is short ASCII text")

        def work() -> tuple[Backend, str]:
            backend = self._present()
            backend.set_password(SERVICE, user, item)
            return backend, self.provider_of(name_of(backend))

        backend, provider = _within(self.limit, work)
        if not self.prove(backend, user, item, self.limit):
            raise KeyringError(KeyringTrouble.NOT_KEPT)
        return name_of(backend), provider

    def forget(self, user: str) -> None:
        """Take the item of a store away; one that is not there has gone."""

        def work() -> None:
            backend = next(self._holders())
            try:
                backend.delete_password(SERVICE, user)
            except Exception:
                # Some say so of an item that was never there, some of one that they keep.
                if backend.get_password(SERVICE, user) is not None:
                    raise

        _within(self.limit, work)


def is_here() -> bool:
    """Whether a trusted keyring answers."""
    try:
        return _within(LIMIT, system_backend) is not None
    except KeyringError:
        return False


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
    answer: tuple[T] | Exception = KeyringError(KeyringTrouble.TOO_SLOW)
    for seconds in _waits_until(limit):
        try:
            answer = answers.get(timeout=seconds)
        except queue.Empty:
            continue
        break
    if isinstance(answer, KeyringError):
        raise answer
    if isinstance(answer, Exception):
        raise KeyringError(KeyringTrouble.FAILED, type(answer).__name__) from None
    return answer[0]

"""Ctrl+C: work that cannot be broken off is left behind, work that can is asked to stop."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from threading import Event, Thread, current_thread, main_thread
from typing import TypeVar

T = TypeVar("T")
_LOOK_SECONDS = 0.05
"""So often whoever waits looks whether Ctrl+C came."""


def beside(name: str, step: Callable[[], T]) -> Future[T]:
    """Begin a step in a thread that ends with the process, whatever it does then."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(step())
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is wanted
            answer.set_exception(error)

    Thread(target=run, name=name, daemon=True).start()
    return answer


def left_behind(step: Callable[[], T]) -> T:
    """Do what takes long in one call (deriving a key) beside, so that Ctrl+C is heard meanwhile."""
    return awaited(beside("left-behind", step))


def awaited(answer: Future[T]) -> T:
    """Wait for it so that Ctrl+C is heard: the system may give the signal to any thread, and nobody
    wakes the main one then, whose it is in Python.
    """
    while wait([answer], timeout=_LOOK_SECONDS).not_done:
        pass
    return answer.result()


class Stopping:
    """Whether Ctrl+C asked to stop: to be called."""

    def __init__(self) -> None:
        self._asked = Event()
        self.counted = False

    def __call__(self) -> bool:
        return self._asked.is_set()

    def ask(self) -> None:
        """Stop at the next look."""
        self._asked.set()

    def count(self) -> None:
        """What was asked for counts: nobody is told any more that it was stopped."""
        self.counted = True


@contextmanager
def asked_to_stop(*, second_breaks_off: bool = False) -> Iterator[Stopping]:
    """Ctrl+C does not break off what is done inside, which asks what it is given instead. So nobody
    is told of something as stopped that counted already: what ends without an error counts, and
    what comes of it is said. A second one may break off, as long as nothing counts.
    """
    stopped = Stopping()
    if current_thread() is not main_thread():  # signals are the main thread's
        yield stopped
        return
    before = signal.getsignal(signal.SIGINT)

    def stop(_signal: int, _frame: object) -> None:
        stopped.ask()
        if second_breaks_off and not stopped.counted:
            signal.signal(signal.SIGINT, before)

    ours = before is signal.default_int_handler
    if ours:  # a shell may let it be ignored
        signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
        stopped.count()
    finally:
        if ours:
            signal.signal(signal.SIGINT, _unheard if stopped.counted else before)


def too_late() -> None:
    """From now on Ctrl+C is not heard: what is left, closing the store and saying what came of it,
    is short.
    """
    if current_thread() is main_thread() and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _unheard)


def _unheard(_signal: int, _frame: object) -> None:
    return


def answered() -> None:
    """The command has said what came of it, and its exit code stays what it is. The interpreter
    ends with handlers of its own taken away: from here on the system keeps Ctrl+C off.
    """
    if current_thread() is main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)

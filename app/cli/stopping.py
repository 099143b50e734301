"""Ctrl+C: work that cannot be broken off is left behind, work that can is asked to stop."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Event, Thread, current_thread, main_thread
from typing import TypeVar

T = TypeVar("T")


def left_behind(step: Callable[[], T]) -> T:
    """Do what takes long in one call (deriving a key) in a thread that ends with the process, so
    that Ctrl+C is heard meanwhile.
    """
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(step())
        except BaseException as error:  # noqa: BLE001 - it is raised below
            answer.set_exception(error)

    Thread(target=run, name="left-behind", daemon=True).start()
    return answer.result()


@contextmanager
def asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Ctrl+C does not break off what is done inside, which asks the function given instead. So
    nobody is told of something as stopped that counted already. A second one breaks off.
    """
    stopped = Event()
    if current_thread() is not main_thread():  # signals are the main thread's
        yield stopped.is_set
        return
    before = signal.getsignal(signal.SIGINT)

    def stop(_signal: int, _frame: object) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, before)

    ours = before is signal.default_int_handler
    if ours:  # a shell may let it be ignored
        signal.signal(signal.SIGINT, stop)
    try:
        yield stopped.is_set
    finally:
        if ours:
            signal.signal(signal.SIGINT, before)

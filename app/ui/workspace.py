"""Workspace: the one Qt object between screen and store.

Questions and writes run on lanes of their own; answers come back on the UI thread. A view asks with
a bound method, `workspace.ask(question).then(self._show)`; an answer for a view that is gone is let
go.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.change import Change
from app.domain.now import Now
from app.ui import clock
from app.ui.background import Background, Reply, Task

__all__ = ["Reply", "Task", "Workspace"]

T = TypeVar("T")

SWITCH_SECONDS = 0.0005


class Closing(Protocol):
    """A connection that its own lane opens and closes."""

    def close(self) -> None: ...


class _Lane:
    """One thread that owns one connection, which it opened itself at its first job."""

    def __init__(self, name: str, opener: Callable[[], Closing]) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._opener: Callable[[], Closing] | None = opener
        self._connection: Closing | None = None

    def submit(self, job: Callable[[Any], T]) -> "Future[T]":
        def run() -> T:
            if self._connection is None:
                if self._opener is None:
                    raise RuntimeError("this lane is closed")
                self._connection = self._opener()
            return job(self._connection)

        return self._pool.submit(run)

    def close(self) -> None:
        """Finish what is under way, close the connection on its own thread, end the thread.

        The connection and what opens it hold the key: both are let go.
        """

        def last() -> None:
            if self._connection is not None:
                self._connection.close()

        self._pool.submit(last)
        self._pool.shutdown(wait=True)
        self._connection = self._opener = None


class Workspace(QObject):
    """`ask` a question, `do` a use case, `free` other work; `changed` follows every write."""

    changed = Signal(Change)
    failed = Signal(object)
    given_up = Signal()
    """The program ends: whoever writes what can be given up gives it up now."""
    gone = Signal(object)
    """People are no more for whom the time in the bin is over: their ids. No change, no undo."""

    def __init__(
        self,
        open_store: Callable[[], Closing],
        open_reader: Callable[[], Closing],
        now: Callable[[], Now] = clock.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        # Lanes and screen share one interpreter: the screen gets its turn after half a millisecond.
        sys.setswitchinterval(SWITCH_SECONDS)
        self.now = now
        self._background = Background(self)
        self._background.failed.connect(self.failed)
        self._writing = _Lane("enishi-write", open_store)
        self._reading = _Lane("enishi-read", open_reader)
        self._open_reader: Callable[[], Closing] | None = open_reader

    def ask(self, question: Callable[[Any], T]) -> Reply[T]:
        """Ask the reader."""
        return self._background.follow(self._reading.submit(question))

    def apart(self, question: Callable[[Any, Task], T]) -> Reply[T]:
        """Ask what takes long, on a connection of its own: no other question waits for it. It may
        report progress and should look whether to stop.
        """
        opener = self._open_reader

        def work(task: Task) -> T:
            if opener is None:
                raise RuntimeError("the workspace is closed")
            reader = opener()
            try:
                return question(reader, task)
            finally:
                reader.close()

        return self.free(work)

    def do(self, use_case: Callable[[Any], T], *, announced: bool = True) -> Reply[T]:
        """Run a use case on the store.

        A Change that it returns, or carries as `.change`, is announced by `changed`; one that
        changed nothing is none, and an undo offered for it would take back another. Who wants
        `announced` to be later calls `announce` with what came.
        """
        reply = self._background.follow(self._writing.submit(use_case))
        return reply.then(self.announce) if announced else reply

    def teller(self, told: Callable[..., None]) -> Callable[..., None]:
        """What a use case may call, on any thread, to tell the screen how far it is: `told` is
        called on the UI thread.
        """
        return self._background.teller(told)

    def free(self, work: Callable[[Task], T]) -> Reply[T]:
        """Run work that needs no store; it may report progress and should look whether to stop."""
        return self._background.run(work)

    def close(self) -> None:
        """Finish all writes and close both connections; answers still under way are let go."""
        self._background.close()
        self._reading.close()
        self._writing.close()
        self._open_reader = None  # it holds the key

    def announce(self, result: object) -> None:
        """Tell by `changed` what a use case did to the store, if anything."""
        change = result if isinstance(result, Change) else getattr(result, "change", None)
        if isinstance(change, Change) and change.seq is not None:
            self.changed.emit(change)

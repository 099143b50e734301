"""Background: work away from the UI thread, whose answers come back on it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Event
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.errors import ExpectedError, Stopped

T = TypeVar("T")


class MistakeError(ExpectedError):
    """Work ended as nobody expected: a mistake of the program, which the crash hook is told of. For
    whoever waits it is a failure like any other, so that what was typed comes back.
    """


class Task:
    """What long work is handed: whether it should stop, and a way to tell how far it is."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self._stop = Event()
        self.report = report

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._stop.set()


class Reply(Generic[T]):
    """The answer to come. `then` says who gets it; without `failed`, the workspace tells the
    person.
    """

    def __init__(self, unhandled: Callable[[BaseException], None]) -> None:
        self._unhandled = unhandled
        self._answered: list[Callable[[T], None]] = []
        self._failed: Callable[[ExpectedError], None] | None = None
        self._progress: Callable[[Any], None] | None = None
        self._dropped = False
        self.future: Future[T] | None = None
        self.task: Task | None = None

    def then(
        self,
        answered: Callable[[T], None],
        failed: Callable[[ExpectedError], None] | None = None,
    ) -> "Reply[T]":
        """Call `answered` on the UI thread, or `failed` with an expected error: MistakeError for
        any other, which is raised as well.
        """
        self._answered.append(answered)
        self._failed = failed or self._failed
        return self

    def or_else(self, failed: Callable[[ExpectedError], None]) -> "Reply[T]":
        """Call `failed` on the UI thread for an expected error; it tells the person as well. If
        its view is gone by then, the workspace tells.
        """
        self._failed = failed
        return self

    def on_progress(self, told: Callable[[Any], None]) -> "Reply[T]":
        """Call `told` on the UI thread with what the work reports."""
        self._progress = told
        return self

    def drop(self) -> None:
        """The answer is not wanted any more; work that has not begun is not done."""
        self._dropped = True
        if self.future is not None:
            self.future.cancel()

    def let_go(self) -> None:
        """The answer is not wanted any more; the work is done all the same."""
        self._dropped = True

    def cancel(self) -> None:
        """Ask running work to stop; it still answers or fails."""
        if self.task is not None:
            self.task.cancel()

    def deliver(self, future: "Future[T]") -> None:
        """Hand over what came of it; called on the UI thread."""
        if self._dropped or future.cancelled():
            return
        error = future.exception()
        if error is None:
            for answered in self._answered:
                if _alive(answered):
                    answered(future.result())
        elif isinstance(error, ExpectedError) and self._waits():
            self._fail(error)
        elif isinstance(error, Stopped) and self._failed is not None:
            pass  # whoever stopped it has left
        else:
            try:
                self._fail(MistakeError())
            finally:
                self._unhandled(error)

    def _waits(self) -> bool:
        """Whether somebody is still there to hear of a failure."""
        return self._failed is not None and _alive(self._failed)

    def _fail(self, error: ExpectedError) -> None:
        if self._failed is not None and self._waits():
            self._failed(error)

    def tell(self, progress: object) -> None:
        """Hand over a report of progress; called on the UI thread."""
        if not self._dropped and self._progress is not None and _alive(self._progress):
            self._progress(progress)


def _alive(function: Callable[..., None]) -> bool:
    """Whether the widget that a bound method belongs to still exists."""
    while isinstance(function, partial):
        function = function.func
    owner = getattr(function, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


class _Courier(QObject):
    """Carries answers from the lanes to the UI thread."""

    _post = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._post.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run `call` on the UI thread soon; from any thread."""
        with suppress(RuntimeError):  # nobody is there to take it any more
            self._post.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()


class Background(QObject):
    """Runs work on a small pool of threads, or follows a future from elsewhere."""

    failed = Signal(object)
    """An expected error that nobody asked to be told of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = _Courier(self)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="enishi-free")
        self._pending: set[Reply[Any]] = set()

    def run(self, work: Callable[[Task], T]) -> Reply[T]:
        """Run work that may report progress and should look whether to stop."""
        reply: Reply[T] = Reply(self._unhandled)
        task = Task(lambda told: self._courier.post(lambda: reply.tell(told)))
        reply.task = task
        return self._follow(reply, self._pool.submit(work, task))

    def follow(self, future: "Future[T]") -> Reply[T]:
        """A reply for work that runs somewhere else."""
        return self._follow(Reply(self._unhandled), future)

    def teller(self, told: Callable[..., None]) -> Callable[..., None]:
        """A function for any thread, whose calls reach `told` on the UI thread."""

        def tell(*what: object) -> None:
            self._courier.post(lambda: told(*what) if _alive(told) else None)

        return tell

    def close(self) -> None:
        """Ask all work to stop and wait for it; the answers still under way are let go.

        What others do and is only followed goes on: a write that waits its turn is still a write.
        """
        for reply in list(self._pending):
            reply.cancel()
            reply.let_go()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _follow(self, reply: Reply[T], future: "Future[T]") -> Reply[T]:
        reply.future = future
        self._pending.add(reply)
        future.add_done_callback(
            lambda done: self._courier.post(lambda: self._deliver(reply, done))
        )
        return reply

    def _deliver(self, reply: Reply[T], future: "Future[T]") -> None:
        self._pending.discard(reply)
        reply.deliver(future)

    def _unhandled(self, error: BaseException) -> None:
        if isinstance(error, ExpectedError):
            self.failed.emit(error)
        else:
            raise error

"""Inserting many rows: hundreds in one statement, in a thread beside the one that derives them.

SQLite gives the interpreter free while a statement runs. After one that inserts a single row it
would have to wait for it again; one of hundreds works while Python derives the next ones.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import chain
from typing import Any

from sqlalchemy import Connection

FULL = 500
"""Rows of a full statement, whose values the driver keeps. Times the columns of the widest table it
stays below SQLite's 32,766 values.
"""
_WAITING = 3
"""So many handfuls of rows wait for their turn, so that neither side waits for the other."""
_LOOK_SECONDS = 0.02
_SIZES = (FULL, 60, 8, 1)
"""Few different statements, for the driver keeps each with the values it had."""

Value = str | int | bytes | None
Row = tuple[Value, ...]


def insert_rows(connection: Connection, into: str, rows: Sequence[Row]) -> None:
    """Insert rows; `into` is the statement up to its VALUES."""
    done = 0
    for size in _SIZES:
        statement = ""
        while len(rows) - done >= size:
            some = rows[done : done + size]
            statement = statement or _statement(into, len(some[0]), size)
            connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))
            done += size


def _statement(into: str, columns: int, rows: int) -> str:
    one = f"({','.join('?' * columns)})"
    return f"{into} VALUES {','.join([one] * rows)}"


class Inserter:
    """Takes rows for some tables: full statements run at once, what is left over in the end."""

    def __init__(
        self,
        connection: Connection,
        lane: ThreadPoolExecutor | None,
        look: Callable[[], object] = lambda: None,
    ) -> None:
        """`look` is called while it waits; it may raise to end the waiting."""
        self._connection = connection
        self._lane = lane
        self._look = look
        self._running: deque[Future[None]] = deque()
        self._left: dict[str, list[Row]] = {}

    def put(
        self,
        tables: Sequence[tuple[str, Sequence[Row]]],
        whole: Sequence[tuple[str, Sequence[Row]]] = (),
    ) -> None:
        """Rows to insert; of `whole` none is kept for later. The connection belongs to this until
        `wait`.
        """
        full = list(whole)
        for into, rows in tables:
            left = self._left.setdefault(into, [])
            left += rows
            size = len(left) // FULL * FULL
            if size:
                full.append((into, left[:size]))
                del left[:size]
        if full and self._lane is not None:
            while len(self._running) >= _WAITING:
                self._wait_for_one()
            self._running.append(self._lane.submit(self._insert, full))
        else:
            self.wait()
            self._insert(full)

    def _insert(self, tables: Sequence[tuple[str, Sequence[Row]]]) -> None:
        for into, rows in tables:
            insert_rows(self._connection, into, rows)

    def wait(self) -> None:
        """Until the connection is free; raises what the database said."""
        while self._running:
            self._wait_for_one()

    def _wait_for_one(self) -> None:
        while wait([self._running[0]], timeout=_LOOK_SECONDS).not_done:
            self._look()
        self._running.popleft().result()

    def give_up(self) -> None:
        """Break off what is inserted now; the transaction is taken back anyway."""
        under_way = [handful for handful in self._running if not handful.cancel()]
        self._running.clear()
        driver: Any = self._connection.connection.driver_connection
        while wait(under_way, timeout=0).not_done:
            driver.interrupt()
            wait(under_way, timeout=_LOOK_SECONDS)

    def finish(self) -> None:
        """Insert what is left; raises what the database said."""
        self.wait()
        left, self._left = self._left, {}
        self._insert(list(left.items()))


@contextmanager
def inserting(
    connection: Connection, *, beside: bool, look: Callable[[], object] = lambda: None
) -> Iterator[Inserter]:
    """An inserter, with a thread of its own where `beside`; left when all is inserted. `look` is
    called while it waits for that thread; it may raise to end the waiting.
    """
    if not beside:
        inserter = Inserter(connection, None)
        yield inserter
        inserter.finish()
        return
    with ThreadPoolExecutor(1, "inserting") as lane:
        inserter = Inserter(connection, lane, look)
        try:
            yield inserter
            inserter.finish()
        except BaseException:
            inserter.give_up()
            raise

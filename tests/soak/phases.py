"""Which phases an import is in, told through a page of memory that outlives a kill.

`python -m tests.soak.phases PAGE ...` runs the real command line with the rest of the arguments;
the functions that begin and end a phase are wrapped, and nothing else. The sweep reads the page
from outside. With `--without-transaction` in front the guard of R1 is taken out of the product, for
the sabotage twin.
"""

from __future__ import annotations

import mmap
import struct
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMES = ("read", "parse", "plan", "backup", "insert", "commit", "checkpoint")
"""In the order of their beginning. Backup runs beside insert."""
SABOTAGE = "--without-transaction"
_PLACE = struct.Struct("dd")
_SIZE = _PLACE.size * len(NAMES)


@dataclass(frozen=True)
class Span:
    """When a phase began and ended on the monotonic clock; 0 where it has not."""

    begun: float
    ended: float

    @property
    def runs(self) -> bool:
        """Whether it had begun and not ended."""
        return self.begun > 0 and self.ended == 0


class Page:
    """The page, shared between the command and who watches it."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """`new` empties it."""
        if new:
            path.write_bytes(bytes(_SIZE))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), _SIZE)

    def spans(self) -> dict[str, Span]:
        """All phases as they stand."""
        return {
            name: Span(*_PLACE.unpack_from(self._memory, at * _PLACE.size))
            for at, name in enumerate(NAMES)
        }

    def running(self) -> list[str]:
        """The phases in which it was killed."""
        return [name for name, span in self.spans().items() if span.runs]

    def begin(self, name: str) -> None:
        """The first beginning counts."""
        at = NAMES.index(name) * _PLACE.size
        if not _PLACE.unpack_from(self._memory, at)[0]:
            _PLACE.pack_into(self._memory, at, time.monotonic(), 0.0)

    def end(self, name: str) -> None:
        """The last end counts."""
        at = NAMES.index(name) * _PLACE.size
        begun, _ = _PLACE.unpack_from(self._memory, at)
        if begun:
            _PLACE.pack_into(self._memory, at, begun, time.monotonic())

    @contextmanager
    def during(self, name: str) -> Iterator[None]:
        """A phase as a block."""
        self.begin(name)
        try:
            yield
        finally:
            self.end(name)


def _around(owner: Any, name: str, page: Page, phase: str) -> None:
    inner = getattr(owner, name)

    @wraps(inner)
    def told(*args: Any, **named: Any) -> Any:
        with page.during(phase):
            return inner(*args, **named)

    setattr(owner, name, told)


def _tell(page: Page) -> None:
    """Have the product tell of its phases."""
    # Imported late: the page is there before anything of the product is.
    from app.interchange import reading
    from app.store import store
    from app.usecases import importing

    checked = reading._Reader.checked

    def first_card(self: Any, piece: Any) -> Any:
        if not page.spans()["parse"].begun:
            page.end("read")
            page.begin("parse")
        return checked(self, piece)

    reading._Reader.checked = first_card  # type: ignore[method-assign]
    read_files: Callable[..., Any] = importing.read_files

    def told_files(*args: Any, **named: Any) -> Any:
        page.begin("read")
        found = read_files(*args, **named)
        page.end("parse")
        return found

    importing.read_files = told_files
    _around(importing, "preview", page, "plan")
    _around(store, "automatic", page, "backup")
    apply = store.Store.apply_pieces

    def told_apply(self: Any, *change: Any, **named: Any) -> Any:
        waits = named["before_it_counts"]

        def written() -> None:
            page.end("insert")
            waits()
            page.begin("commit")

        page.begin("insert")
        done = apply(self, *change, **{**named, "before_it_counts": written})
        page.end("commit")
        return done

    store.Store.apply_pieces = told_apply  # type: ignore[method-assign]
    _around(store.Store, "close", page, "checkpoint")


def _without_transaction(page: Page) -> None:
    """Sabotage: what is written so far counts, piece by piece. A while is held open in between, so
    that a kill meets it.
    """
    import sqlcipher3.dbapi2 as sqlcipher

    from app.store import writing
    from app.usecases import importing

    importing._AT_ONCE = 100  # several pieces of however few cards
    write: Callable[..., None] = writing.Pieces.write

    def counting(self: Any, *piece: Any) -> None:
        write(self, *piece)
        self._inserter.finish()
        driver = self._connection.connection.driver_connection
        with suppress(sqlcipher.IntegrityError):  # something refers to what is not there yet
            driver.execute("COMMIT")
            driver.execute("BEGIN IMMEDIATE")
            page.begin("commit")
            time.sleep(0.3)

    writing.Pieces.write = counting  # type: ignore[assignment,method-assign]


def main() -> int:
    """Run the command line and tell of its phases."""
    sabotage = sys.argv[1] == SABOTAGE
    page, *arguments = sys.argv[1 + sabotage :]
    shared = Page(Path(page))
    _tell(shared)
    if sabotage:
        _without_transaction(shared)
    sys.argv[1:] = arguments
    from app.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())

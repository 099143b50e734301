"""Reading a file of cards."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.card import ReadCard
from app.interchange.errors import Content, FileNotReadableError, NotCardsError, ReadingCancelledError
from app.interchange.scan import Scanner
from app.interchange.vcard_read import read_block

Progress = Callable[[int, int, int], None]


def read_cards(
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[ReadCard]:
    """Every card of a file, in order. `progress` is told bytes done, bytes in all, and cards."""
    if not path.is_file():
        raise FileNotReadableError(path)
    total = path.stat().st_size
    with path.open("rb") as stream:
        scanner = Scanner(stream)
        count = 0
        for block in scanner.blocks():
            if cancelled is not None and cancelled():
                raise ReadingCancelledError
            if block.position:
                count += 1
                yield read_block(block, scanner.wide)
                if progress is not None and count % 100 == 0:
                    progress(block.offset + block.length, total, count)
    if not count:
        raise NotCardsError(path, Content.EMPTY if not total else Content.OTHER)

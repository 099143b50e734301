"""Table: a file of rows (CSV) into records, one pass, in flat memory.

RFC 4180 as it is met: any of four delimiters, any line ends, quotes that nobody closed. Such a
quote costs the line it stands on and no other.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.card import Unreadable
from app.interchange import charset
from app.interchange.eight_bit import EightBit, Stream, file_length, newlines
from app.interchange.limits import DEFAULT, Limits
from app.interchange.scan import Start

DELIMITERS = ",\t;|"
_LINES_AT_MOST = 1_000
"""More lines than that in one row: a quote was left open."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written: the codec of its text (UTF-8 for what was UTF-16), its delimiter.
    `guessed`: the codec was found by trial.
    """

    codec: str = "utf-8"
    delimiter: str = ","
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line with its end, and what it takes of the file in bytes. `over`: over the limit."""

    text: str
    length: int
    data: bytes
    over: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file; `cells` are empty where it could not be read, `data` are its bytes."""

    offset: int
    length: int
    line: int
    cells: tuple[str, ...]
    data: bytes
    reason: Unreadable | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return self.reason is None and not any(cell.strip() for cell in self.cells)


def text_lines(
    stream: Stream, first: bytes, wide: str | None, codec: str, limits: Limits
) -> Iterator[TextLine]:
    """The lines of a stream; one that never ends comes once, without its text."""
    source = EightBit(stream, wide)
    piece, kept, over = source.read(first), b"", 0
    while piece or kept:
        lines = (kept + piece).splitlines(keepends=True)
        # The last one may go on; after a carriage return the line feed may be in the next piece.
        kept = lines.pop() if piece and lines else b""
        for line in lines:
            if over:
                yield TextLine("", over + file_length(line, wide=wide is not None), b"", over=True)
                over = 0
            else:
                yield _text_line(line, wide, codec)
        if len(kept) > limits.text:
            over, kept = over + file_length(kept, wide=wide is not None), b""
        piece = source.read() if piece else b""
    if over:
        yield TextLine("", over, b"", over=True)
    if source.left_over:  # half a character at the end of a file in UTF-16
        yield TextLine("", source.left_over, b"")


def _text_line(line: bytes, wide: str | None, codec: str) -> TextLine:
    bare = line.replace(b"\x00", b"") if b"\x00" in line else line
    text = charset.strict(bare, codec)
    if text is None:
        text = charset.decode(bare, None, codec).text
    return TextLine(text, file_length(line, wide=wide is not None), line)


class _EndlessRowError(Exception):
    """A row goes on and on: a quote was left open."""


class _Feed:
    """Gives lines to the CSV reader, and knows which ones a row took."""

    def __init__(self, lines: Iterator[TextLine], limits: Limits) -> None:
        self._lines = lines
        self._again: deque[TextLine] = deque()
        self._limits = limits
        self.taken: list[TextLine] = []
        self._bytes = 0
        self.ended = False

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.taken) > _LINES_AT_MOST or self._bytes > self._limits.text:
            raise _EndlessRowError
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self._bytes += line.length
        if line.over and len(self.taken) > 1:
            raise _EndlessRowError
        return line.text

    def take(self) -> list[TextLine]:
        """The lines of the row that was just read."""
        taken, self.taken, self._bytes = self.taken, [], 0
        return taken

    def take_first(self) -> list[TextLine]:
        """Only the first of them; the others are read again."""
        first, *rest = self.take()
        self._again.extendleft(reversed(rest))
        self.ended = False
        return [first]


class Records:
    """The rows of one stream from `start` on."""

    def __init__(
        self,
        stream: Stream,
        dialect: Dialect,
        start: Start,
        limits: Limits = DEFAULT,
        first: bytes = b"",
    ) -> None:
        self._delimiter = dialect.delimiter
        self._limits = limits
        self._feed = _Feed(text_lines(stream, first, start.wide, dialect.codec, limits), limits)
        self.offset = start.offset
        self.line = start.line
        csv.field_size_limit(limits.source)

    def __iter__(self) -> Iterator[Record]:
        reader = csv.reader(self._feed, delimiter=self._delimiter)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (_EndlessRowError, csv.Error):
                yield self._record(self._feed.take_first(), (), Unreadable.BAD_LINE)
                reader = csv.reader(self._feed, delimiter=self._delimiter)
                continue
            if self._is_broken():
                yield self._record(self._feed.take_first(), (), Unreadable.BAD_LINE)
                reader = csv.reader(self._feed, delimiter=self._delimiter)
                continue
            taken = self._feed.take()
            over = any(line.over for line in taken) or self._too_long(taken)
            reason = Unreadable.TOO_LARGE if over else None
            yield self._record(taken, () if reason else tuple(cells), reason)

    def _is_broken(self) -> bool:
        """Whether a row is none, but lines that an open quote holds together.

        Quotes come in pairs, those inside a cell too; the one left open makes their number odd. At
        the end of the file one more quote would belong to the row.
        """
        texts = [line.text for line in self._feed.taken]
        if sum(text.count('"') for text in texts) % 2 == 0:
            return False
        return len(texts) > 1 or (
            self._feed.ended
            and len(list(csv.reader([*texts, '"'], delimiter=self._delimiter))) == 1
        )

    def _too_long(self, taken: list[TextLine]) -> bool:
        return sum(len(line.data) for line in taken) > self._limits.text

    def _record(
        self, taken: list[TextLine], cells: tuple[str, ...], reason: Unreadable | None
    ) -> Record:
        length = sum(line.length for line in taken)
        data = b"".join(line.data for line in taken)
        record = Record(self.offset, length, self.line, cells, data, reason)
        self.offset += length
        self.line += max(1, newlines(data)) if data else 1
        return record

"""Table scan: finds where the rows of a table begin and what its columns mean, and gives each row
as a card.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from app.domain.card import Unreadable
from app.interchange import charset
from app.interchange.columns import (
    IDENTIFYING,
    Column,
    Field,
    is_email,
    is_headed,
    known,
    understand,
)
from app.interchange.eight_bit import CHUNK, EightBit, Stream
from app.interchange.errors import Content
from app.interchange.limits import DEFAULT, Limits
from app.interchange.row_card import row_card
from app.interchange.scan import Block, Start
from app.interchange.sniff import content_of
from app.interchange.table import DELIMITERS, Dialect, Record, Records

_ROWS_LOOKED_AT = 60
_SAMPLE = 500
_SHOWN, _SHOWN_AT_MOST = 4, 60
_CARD = re.compile(
    rb"(?:^|[\r\n])[ \t]{0,50}(?:BEGIN|END)[ \t]{0,50}:[ \t]{0,50}VCARD", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was found: how it is written, its columns, and where its rows begin."""

    dialect: Dialect
    columns: tuple[Column, ...]
    rows: Start
    sample: tuple[tuple[str, ...], ...] = ()
    """Some rows, cut short, to be shown beside the columns."""
    head: tuple[int, int] = (0, 0)
    """Where the row of headers lies in the file, and how many bytes it takes; none without one."""

    @property
    def header(self) -> tuple[str, ...]:
        """The headers as they stand in the file."""
        return tuple(column.header for column in self.columns)

    @property
    def fields(self) -> tuple[Field, ...]:
        """What each column means."""
        return tuple(column.field for column in self.columns)

    def values(self, column: int) -> list[str]:
        """What stands in a column, as far as the sample goes."""
        return [row[column] for row in self.sample if column < len(row) and row[column].strip()]

    def with_fields(self, fields: Sequence[Field]) -> "Table":
        """The same table where somebody said what its columns mean. Raises ValueError where it has
        another number of columns.
        """
        pairs = zip(self.columns, fields, strict=True)
        return replace(self, columns=tuple(c.meaning(field) for c, field in pairs))


def find_table(stream: Stream, limits: Limits = DEFAULT, codec: str | None = None) -> Table | None:
    """The table that a file holds, from its first part, in `codec` where somebody said so; None
    where it holds cards, or where no column says who somebody is.
    """
    head = stream.read(CHUNK)
    if len(head) == CHUNK:
        head = head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1] or head
    wide, mark = charset.of_file(head)
    text = EightBit(_Bytes(head[mark:]), wide).read()
    if _CARD.search(text):
        return None
    likely = charset.likeliest(text)
    if wide or codec:
        likely = charset.Likely(codec if codec and not wide else "utf-8")
    start = Start(mark, 1, 0, wide)
    found = [
        _look(head[mark:], Dialect(likely.codec, delimiter, likely.guessed), start, limits)
        for delimiter in DELIMITERS
    ]
    best = max(found, key=lambda one: (one.known, len(one.header), one.delimiter_rank))
    is_one = best.known > 1 or content_of(head) is Content.CSV or _is_one_column(text)
    tells = any(column.field in IDENTIFYING for column in best.table.columns)
    return best.table if is_one and tells else None


def _is_one_column(text: bytes) -> bool:
    """Whether a file without any delimiter begins with a header that we know, or an address."""
    first = charset.decode(text.lstrip().splitlines()[0][:200]).text if text.strip() else ""
    if any(delimiter in first for delimiter in DELIMITERS):
        return False
    return known([first]) == 1 or is_email(first)


class _Bytes:
    """A stream that is in memory already."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int = -1, /) -> bytes:  # noqa: ARG002  all of it at once
        data, self._data = self._data, b""
        return data


@dataclass(frozen=True, slots=True)
class _Look:
    """The first part of a file, read with one delimiter."""

    table: Table
    header: Sequence[str]
    known: int
    delimiter_rank: int


def _look(data: bytes, dialect: Dialect, start: Start, limits: Limits) -> _Look:
    """Where the header is: the row with the most headers that we know, the first of them."""
    records = list(islice(Records(_Bytes(data), dialect, start, limits), _SAMPLE))
    scores = [known(record.cells) for record in records[:_ROWS_LOOKED_AT]]
    best = max(scores, default=0)
    rank = -DELIMITERS.index(dialect.delimiter)
    at = scores.index(best) if best else _unknown_header(records)
    if at is None:
        width = max((len(r.cells) for r in records[:_ROWS_LOOKED_AT]), default=0)
        columns = understand([""] * width, [r.cells for r in records])
        columns = tuple(replace(c, header=str(at)) for at, c in enumerate(columns, 1))
        return _Look(Table(dialect, columns, start, _sample(records)), [], 0, rank)
    header = records[at]
    cells = [" ".join(cell.split()) for cell in header.cells]
    columns = understand(cells, [r.cells for r in records[at + 1 :]])
    rows = Start(header.offset + header.length, _line_after(header), 0, start.wide)
    place = (header.offset, header.length)
    table = Table(dialect, columns, rows, _sample(records[at + 1 :]), place)
    return _Look(table, cells, best, rank)


def _unknown_header(records: Sequence[Record]) -> int | None:
    """Where a header stands of which we know no word; None where the rows tell of none."""
    at = next((i for i, r in enumerate(records[:_ROWS_LOOKED_AT]) if r.cells and not r.blank), None)
    if at is None:
        return None
    rows = [r.cells for r in records[at + 1 :] if r.cells and not r.blank]
    return at if is_headed(records[at].cells, rows) else None


def _sample(records: Sequence[Record]) -> tuple[tuple[str, ...], ...]:
    rows = [record for record in records if record.cells and not record.blank][:_SHOWN]
    return tuple(tuple(" ".join(c[:_SHOWN_AT_MOST].split()) for c in row.cells) for row in rows)


def _line_after(record: Record) -> int:
    return record.line + max(1, len(record.data.splitlines()))


class TableScanner:
    """The rows of a table as blocks, each a card in UTF-8; blank rows are gaps."""

    def __init__(
        self, stream: Stream, table: Table, limits: Limits = DEFAULT, *, start: Start | None = None
    ) -> None:
        self._start = start or table.rows
        self._records = Records(stream, table.dialect, self._start, limits)
        self._columns = table.columns
        self._limits = limits
        self._position = self._start.position
        self.wide: str | None = None  # a row's card is in UTF-8, whatever the file is in

    @property
    def here(self) -> Start:
        """Where to go on behind the last block."""
        records = self._records
        return Start(records.offset, records.line, self._position, self._start.wide)

    def blocks(self) -> Iterator[Block]:
        """All rows in file order. The stream stands where they begin."""
        for record in self._records:
            if record.blank:
                yield Block(record.offset, record.length, record.line, 0, b"")
                continue
            self._position += 1
            reason, data = record.reason, record.data
            if self._position > self._limits.cards:
                reason = Unreadable.TOO_MANY_CARDS
            elif reason is None:
                data = row_card(self._columns, record.cells)
            yield Block(record.offset, record.length, record.line, self._position, data, reason)

"""Scan: a stream of bytes into cards, one pass, in flat memory.

Every byte lies in one card, one rejected block or a gap. A card without an END ends where the next
one begins. A BEGIN inside a card is a nested card if the outer one ends after it (AGENT, or bare as
some phones write); otherwise the outer one had no END, and nothing after it is lost.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.card import Unreadable
from app.interchange import charset
from app.interchange.eight_bit import CHUNK, EightBit, Stream, file_length, newlines
from app.interchange.limits import DEFAULT, Limits

_MARK = re.compile(
    rb"[\r\n](?:\xef\xbb\xbf)?(?:"
    rb"([Bb][Ee][Gg][Ii][Nn])[ \t]{0,50}:[ \t]{0,50}[Vv][Cc][Aa][Rr][Dd][ \t]{0,50}(?=[\r\n])"
    rb"|[Ee][Nn][Dd][ \t]{0,50}:[ \t]{0,50}[Vv][Cc][Aa][Rr][Dd][^\r\n]{0,100}(?:\r{0,2}\n|\r)?)"
)
_MARK_AT_MOST = 512
_AGENT = re.compile(
    rb"(?:^|[\r\n.])AGENT(?:;[^\r\n:]{0,200})?:[ \t]{0,50}[\r\n]{1,4}$", re.IGNORECASE
)
_VERSION = re.compile(rb"[\r\n]VERSION[;:]", re.IGNORECASE)
_A_LINE = re.compile(rb"[\r\n](?:N|FN|TEL|EMAIL|ORG|ADR|VERSION)[;:]", re.IGNORECASE)
_SIBLINGS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the file. `data` is its text as 8-bit bytes, empty if over the limit.

    A file in UTF-16 comes as UTF-8.
    `offset` and `length` count bytes of the file, `line` its lines from 1. A gap has `position` 0.
    """

    offset: int
    length: int
    line: int
    position: int
    data: bytes
    reason: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Where reading begins: at the start, or after a card that had to be given up."""

    offset: int = 0
    line: int = 1
    position: int = 0
    wide: str | None = None


@dataclass(slots=True)
class _Open:
    """A card that has begun.

    Positions count bytes of the text; `nested` are finished ones: start, end, how deep.
    """

    start: int
    announced: bool  # by AGENT
    nested: list[tuple[int, int, int]] = field(default_factory=list)
    bare: int = 0  # nested ones that no AGENT announced


class Scanner:
    """Frames the cards of one stream.

    `wide` is the codec of a UTF-16 file, known with the first block.
    """

    def __init__(
        self,
        stream: Stream,
        limits: Limits = DEFAULT,
        *,
        start: Start = Start(),
    ) -> None:
        self._limits = limits
        self._stream = stream
        self._start = start
        self.wide = start.wide
        self._offset = start.offset  # in the file, of what comes next
        self._line = start.line
        self._position = start.position
        self._buffer = bytearray(b"\n")  # a mark follows a newline, the first one too
        self._base = -1  # position of the buffer's first byte in the text
        self._given = 0  # everything before it has been given out
        self._skimmed = (0, 0)  # bytes and lines of a card over the limit that are gone already
        self._stack: list[_Open] = []
        self._next = -1  # where to look for the next mark
        self._text_end = sys.maxsize

    @property
    def here(self) -> Start:
        """Where to go on behind the last block."""
        return Start(self._offset, self._line, self._position, self.wide)

    def blocks(self) -> Iterator[Block]:
        """All cards, rejected blocks and gaps, in file order."""
        first = self._stream.read(CHUNK)
        if self._start.offset == 0:
            self.wide, mark = charset.of_file(first)
            if mark:
                yield Block(0, mark, 1, 0, b"")
                self._offset, first = mark, first[mark:]
        text = EightBit(self._stream, self.wide)
        piece = text.read(first)
        searched = -1
        while piece:
            self._buffer += piece
            yield from self._search(searched, self._base + len(self._buffer) - _MARK_AT_MOST)
            searched = max(searched, self._base + len(self._buffer) - _MARK_AT_MOST, self._next)
            yield from self._relieve(searched)
            piece = text.read()
        end = self._text_end = self._base + len(self._buffer)
        self._buffer += b"\n"  # a mark is followed by a newline, the last one too
        yield from self._search(max(searched, self._next), end)
        if self._stack:
            yield from self._break_open(end)
        yield from self._give_gap(end)
        if text.left_over:
            yield Block(self._offset, text.left_over, self._line, 0, b"")

    def _search(self, position: int, limit: int) -> Iterator[Block]:
        """Meet every mark that starts before `limit`."""
        while position < limit:
            mark = _MARK.search(self._buffer, position - self._base)
            if mark is None or mark.start() + self._base >= limit:
                return
            start = mark.start() + 1 + self._base
            end = min(mark.end() + self._base, self._text_end)
            position = self._next = max(end - 1, start)
            if mark[1] is not None:
                yield from self._begin(start)
            else:
                yield from self._end(end)

    # -- marks ---------------------------------------------------------------------------------

    def _slice(self, start: int, end: int) -> bytes:
        return bytes(self._buffer[max(0, start - self._base) : end - self._base])

    def _begin(self, start: int) -> Iterator[Block]:
        announced = False
        if self._stack:
            announced = _AGENT.search(self._slice(start - 260, start)) is not None
            if not announced and self._stack[-1].bare >= _SIBLINGS:
                yield from self._break_open(start)
        if not self._stack:
            yield from self._give_gap(start)
        self._stack.append(_Open(start, announced))

    def _end(self, end: int) -> Iterator[Block]:
        if not self._stack:
            yield from self._give_gap(end, rejected=True)
            return
        inner = self._stack[-1]
        if inner.bare and _VERSION.search(self._slice(inner.nested[-1][1] - 1, end)):
            # This END belongs to a card that lost its BEGIN, for it has a VERSION of its own.
            yield from self._break_open(inner.nested[-1][1])
            yield from self._give_gap(end, rejected=True)
            return
        self._stack.pop()
        depth = max((d + 1 for _, _, d in inner.nested), default=0)
        if self._stack:
            outer = self._stack[-1]
            outer.nested.append((inner.start, end, depth))
            outer.bare += not inner.announced
        else:
            yield self._give_card(end, depth)

    # -- what is given out ---------------------------------------------------------------------

    def _take(self, end: int) -> tuple[int, int, int, bytes]:
        """Move on to `end`: file offset, length and line of what was passed, and its bytes."""
        data = self._slice(self._given, end)
        offset, line = self._offset, self._line
        length, lines = self._measure(data, end)
        length, lines = length + self._skimmed[0], lines + self._skimmed[1]
        self._skimmed = (0, 0)
        self._given = end
        self._offset += length
        self._line += lines
        return offset, length, line, data

    def _measure(self, data: bytes, end: int) -> tuple[int, int]:
        lines = newlines(data)
        if data.endswith(b"\r") and self._slice(end, end + 1) == b"\n":
            lines -= 1
        return file_length(data, wide=self.wide is not None), lines

    def _give_gap(self, end: int, *, rejected: bool = False) -> Iterator[Block]:
        if end <= self._given:
            return
        offset, length, line, data = self._take(end)
        if rejected and _A_LINE.search(b"\n" + data):
            self._position += 1
            yield Block(offset, length, line, self._position, data, Unreadable.BAD_LINE)
        else:
            yield Block(offset, length, line, 0, b"")

    def _give_card(self, end: int, depth: int, reason: Unreadable | None = None) -> Block:
        skimmed = self._skimmed[0]
        offset, length, line, data = self._take(end)
        self._position += 1
        if skimmed or len(data) > self._limits.card:
            reason, data = Unreadable.TOO_LARGE, b""
        elif reason is None and self._position > self._limits.cards:
            reason = Unreadable.TOO_MANY_CARDS
        elif reason is None and depth > self._limits.nesting:
            reason = Unreadable.TOO_DEEP
        return Block(offset, length, line, self._position, data, reason)

    def _break_open(self, end: int) -> Iterator[Block]:
        """The open cards have no END: each is rejected, and its finished nested ones are cards of
        their own.
        """
        spans: list[tuple[int, int, int | None]] = []
        for opened in self._stack:
            spans.append((opened.start, -1, None))
            spans.extend(opened.nested)
        self._stack = []
        spans.sort(key=lambda span: span[0])
        for index, (start, stop, depth) in enumerate(spans):
            yield from self._give_gap(start)
            if depth is None:
                stop = spans[index + 1][0] if index + 1 < len(spans) else end
                yield self._give_card(stop, 0, Unreadable.NO_END)
            else:
                yield self._give_card(stop, depth)

    def _relieve(self, searched: int) -> Iterator[Block]:
        """Keep the buffer small: gaps are given out, and a card over the limit is not collected."""
        held = self._base + len(self._buffer) - self._given
        if self._stack and held > self._limits.card + CHUNK:
            last = self._stack[-1]
            if len(self._stack) > 1 or last.nested:
                if last.nested:
                    yield from self._break_open(last.nested[-1][1])
                else:
                    self._stack.pop()
                    yield from self._break_open(last.start)
                    self._stack.append(last)
            else:
                self._skim(searched)
        if not self._stack:
            yield from self._give_gap(searched)
        if self._given - self._base > CHUNK:
            del self._buffer[: self._given - 1 - self._base]
            self._base = self._given - 1

    def _skim(self, end: int) -> None:
        data = self._slice(self._given, end)
        length, lines = self._measure(data, end)
        self._skimmed = (self._skimmed[0] + length, self._skimmed[1] + lines)
        self._given = end

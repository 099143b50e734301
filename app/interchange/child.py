"""The reading child: reads hostile bytes beside a process that holds the key, so it can be
limited and killed.

It gets an open file or a pipe as standard input, never a path, and may write nothing but frames on
its standard output.
"""

import io
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import BinaryIO

import msgspec

from app.domain.card import ReadCard, Unreadable
from app.interchange.codes import cards_in, is_code_text, text_cards
from app.interchange.limits import Limits
from app.interchange.photo import format_of
from app.interchange.protocol import (
    FRAME_AT_MOST,
    Alive,
    Cards,
    End,
    Found,
    Now,
    Piece,
    Request,
    encode,
)
from app.interchange.scan import Block, Scanner, Start
from app.interchange.table_scan import Table, TableScanner, find_table
from app.interchange.vcard_read import read_block

FLAG = "--reading-child"
_BATCH_CARDS = 200
_BATCH_BYTES = 1 << 19
_LARGE = 1 << 16  # a card that is announced before it is read
_ALIVE_EVERY = 1 << 22
_MAGIC = 32

Write = Callable[[bytes], object]


class _Watched:
    """The file, counting what is read; each chunk starts the clock of the card anew."""

    def __init__(self, stream: BinaryIO, arm: Callable[[], None], write: Write, at: int) -> None:
        self._stream = stream
        self._arm = arm
        self._write = write
        self._read = at
        self._said = at

    def read(self, size: int = -1, /) -> bytes:
        self._arm()
        data = self._stream.read(size)
        self._read += len(data)
        if self._read - self._said >= _ALIVE_EVERY:
            self._said = self._read
            self._write(encode(Alive(self._read)))
        return data


def _guarded(block: Block, wide: str | None, limits: Limits, codec: str | None = None) -> ReadCard:
    """Read one card; what nobody foresaw costs this card and no other."""
    try:
        return read_block(block, wide, limits, codec)
    except (MemoryError, RecursionError):
        reason = Unreadable.TOO_LARGE
    except Exception:  # noqa: BLE001 - any bug must stay with its card, whose bytes are kept
        reason = Unreadable.BAD_LINE
    return read_block(replace(block, reason=reason), wide, limits, codec)


def _piece(block: Block, card: ReadCard, table: Table | None) -> Piece:
    piece = Piece(
        block.offset, block.length, block.line, block.position, card.charset, card.digest,
        card.contact, card.reason, card.kept, card.photo, guessed=card.guessed,
        members=card.members,
    )  # fmt: skip
    if table is not None:
        piece.charset = table.dialect.codec
        piece.guessed = table.dialect.guessed
        piece.kept = tuple(replace(kept, line=block.line) for kept in card.kept)
        if card.contact is not None:
            piece.text = block.data.decode("utf-8")
    return piece


class _Batch:
    """Cards that are done and not yet sent."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._pieces: list[Piece] = []
        self._size = 0
        self._after = Start()

    def add(self, piece: Piece, after: Start) -> None:
        """One more card; `after` is where to go on behind it."""
        self._pieces.append(piece)
        self._size += piece.length
        self._after = after

    @property
    def full(self) -> bool:
        """Whether it is time to send."""
        return len(self._pieces) >= _BATCH_CARDS or self._size >= _BATCH_BYTES

    def send(self) -> None:
        """Send what there is. A card whose reading outgrows a frame is over the limit."""
        if not self._pieces:
            return
        frame = encode(Cards(self._pieces, self._after))
        if len(frame) > FRAME_AT_MOST:
            bare = [_over_limit(piece) for piece in self._pieces]
            frame = encode(Cards(bare, self._after))
        self._write(frame)
        self._pieces, self._size = [], 0


def _over_limit(piece: Piece) -> Piece:
    if piece.contact is None or piece.length < _LARGE:
        return piece
    return msgspec.structs.replace(
        piece, contact=None, reason=Unreadable.TOO_LARGE, kept=(), photo=None, text=None
    )


def serve(stream: BinaryIO, write: Write, request: Request, arm: Callable[[], None]) -> None:
    """Read the cards of `stream` and write frames.

    `arm` is called before each card: it starts its clock.
    """
    table, start, limits = request.table, request.start, request.limits
    if table is None and start == Start():
        if _serve_codes(stream, write, limits):
            return
        table = find_table(stream, limits, request.codec)
        if table is not None:
            start = table.rows
            write(encode(Found(table)))
    _serve_rest(stream, write, msgspec.structs.replace(request, table=table, start=start), arm)


def _serve_rest(stream: BinaryIO, write: Write, request: Request, arm: Callable[[], None]) -> None:
    """The cards, or the rows of the table, from the start on."""
    limits, careful, table, start = request.limits, request.careful, request.table, request.start
    codec = request.codec if table is None else None  # a row's card is in UTF-8
    stream.seek(start.offset)
    watched = _Watched(stream, arm, write, start.offset)
    scanner: Scanner | TableScanner
    if table is None:
        scanner = Scanner(watched, limits, start=start)
    else:
        scanner = TableScanner(watched, table, limits, start=start)
    batch = _Batch(write)
    for block in scanner.blocks():
        if not block.position:
            continue
        alone = careful or block.length > _LARGE
        if alone:
            batch.send()
            now = Now(block.offset, block.length, block.line, block.position, scanner.here)
            write(encode(now))
        arm()
        batch.add(_piece(block, _guarded(block, scanner.wide, limits, codec), table), scanner.here)
        if alone or batch.full:
            batch.send()
    batch.send()
    write(encode(End()))


def _serve_codes(stream: BinaryIO, write: Write, limits: Limits) -> bool:
    """Read the cards in the codes of a picture, or in the text of one; whether the file is that.
    Else the stream stays at its beginning.
    """
    head = stream.read(_MAGIC)
    stream.seek(0)
    picture = format_of(head) is not None
    if not picture and not is_code_text(head):
        return False
    data = stream.read(limits.card + 1)
    cards = None
    if len(data) <= limits.card:
        cards = cards_in(data, limits) if picture else text_cards(data)
    if cards:
        write(encode(Found()))
        pieces = [_of_code(at, card, limits) for at, card in enumerate(cards)]
        write(encode(Cards(pieces, Start(len(data), 1, len(pieces)))))
    write(encode(End()))
    return True


def _of_code(at: int, card: bytes, limits: Limits) -> Piece:
    """A code's card. A picture has no places that a person could look up; each code has a byte."""
    block = Block(at, 1, 1, at + 1, card)
    read = _guarded(block, None, limits)
    piece = _piece(block, read, None)
    if read.contact is not None:
        piece.text = card.decode(read.charset, "replace")
        piece.charset = "utf-8"
    return piece


def _arm(seconds: int) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds)


def limit(limits: Limits) -> Callable[[], None]:
    """Bind this process to its limits, and give what starts the clock of a card anew.

    On Windows the parent puts the child into a Job Object instead, and alone watches the clock.
    """
    sys.dont_write_bytecode = True
    if sys.platform == "win32":
        return lambda: None
    import resource  # noqa: PLC0415 - there is none on Windows

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (least, least))
    # The default action ends the process, also where Python never comes back to look at signals.
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    return partial(_arm, limits.cpu_seconds)


def run() -> None:
    """The whole life of the child; the request is the argument behind the flag."""
    argument = sys.argv[sys.argv.index(FLAG) + 1] if FLAG in sys.argv else "{}"
    request = msgspec.json.decode(argument, type=Request)
    arm = limit(request.limits)
    out = sys.stdout.buffer

    def write(frame: bytes) -> None:
        out.write(frame)
        out.flush()  # what is said must have left before the next card is tried

    # The parent may be gone; then there is nobody left to tell.
    with suppress(BrokenPipeError):
        stdin = sys.stdin.buffer
        serve(io.BytesIO(stdin.read()) if request.piped else stdin, write, request, arm)


if __name__ == "__main__":
    run()

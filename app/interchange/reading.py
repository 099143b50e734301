"""Reading a file of cards: a child process reads, this side checks what it says, and goes on where
a child had to be given up.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from queue import Empty, Full, Queue
from signal import Signals
from threading import Event, Thread
from typing import IO, BinaryIO, cast

import msgspec

from app.domain.card import ReadCard, Unreadable
from app.interchange.charset import CODECS, of_file
from app.interchange.child import FLAG
from app.interchange.errors import (
    Content,
    FileNotReadableError,
    NotCardsError,
    ReadingCancelledError,
)
from app.interchange.limits import DEFAULT, Limits
from app.interchange.protocol import (
    Alive,
    Cards,
    End,
    Found,
    Message,
    Now,
    Piece,
    ProtocolError,
    Request,
    frames,
)
from app.interchange.scan import Start
from app.interchange.sniff import content_of
from app.interchange.source import InMemory, Source, opened, path_of
from app.interchange.table_scan import Table

Progress = Callable[[int, int, int], None]
_ROOT = Path(__file__).resolve().parents[2]
_LOOK_EVERY = 0.1  # seconds between two looks at `cancelled`
_SILENT_AT_MOST = 60.0  # seconds; for where the child has no processor clock of its own
_SNIFF = 1 << 16
_MARK = 20  # bytes that tell a file in UTF-16
_HEX = frozenset("0123456789abcdef")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def command() -> list[str]:
    """How the reading child is started: this executable, built or from a checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-m", "app", FLAG]


class _OtherColumnsError(Exception):
    """The table is to be read with other columns than the child took it for."""


class _DeadError(Exception):
    """The child is gone before the end; whether by the clock."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__()
        self.slow = slow


class _Child:
    """One child process, and the threads that take its frames and hand it what is in no file."""

    def __init__(self, argv: Sequence[str], given: BinaryIO | bytes, request: Request) -> None:
        argument = json.dumps(msgspec.to_builtins(request))  # all of it ASCII, for every locale
        self._process = subprocess.Popen(
            [*argv, argument],
            stdin=subprocess.PIPE if isinstance(given, bytes) else given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=None if getattr(sys, "frozen", False) else _ROOT,
        )
        self._messages: Queue[Message | None] = Queue(maxsize=4)
        self._stopped = Event()
        self._thread = Thread(target=self._listen, name="reading-child", daemon=True)
        self._thread.start()
        self._hand: Thread | None = None
        if isinstance(given, bytes):
            self._hand = Thread(target=self._give, args=(given,), name="to-child", daemon=True)
            self._hand.start()

    def _give(self, data: bytes) -> None:
        # A child that is gone takes no more.
        with suppress(OSError), cast(IO[bytes], self._process.stdin) as pipe:
            pipe.write(data)

    def _put(self, message: Message | None) -> None:
        while not self._stopped.is_set():
            with suppress(Full):
                self._messages.put(message, timeout=_LOOK_EVERY)
                return

    def _listen(self) -> None:
        with (
            suppress(ProtocolError, ValueError, OSError),
            cast(IO[bytes], self._process.stdout) as pipe,
        ):
            frames(pipe, self._put)
        self._put(None)

    def messages(self, look: Callable[[], None]) -> Iterator[Found | Cards | Now | Alive]:
        """Everything it says up to its end; `look` is called all the while.

        Raises `_DeadError` if it breaks off.
        """
        heard = time.monotonic()
        while True:
            look()
            try:
                message = self._messages.get(timeout=_LOOK_EVERY)
            except Empty:
                if time.monotonic() - heard > _SILENT_AT_MOST:
                    raise _DeadError(slow=True) from None
                continue
            heard = time.monotonic()
            if message is None:
                self._process.kill()
                raise _DeadError(slow=self._process.wait() == -getattr(Signals, "SIGPROF", 0))
            if isinstance(message, End):
                return
            yield message

    def stop(self) -> None:
        """End it, whatever it does."""
        self._stopped.set()
        self._process.kill()
        self._process.wait()
        self._thread.join()
        if self._hand is not None:
            self._hand.join()


def _as_found(table: Table) -> Table:
    return table


@dataclass(slots=True)
class _Reader:
    """One file being read."""

    given: Source
    stream: BinaryIO
    size: int
    limits: Limits
    argv: Sequence[str]
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    after: Start = field(default_factory=Start)
    announced: Now | None = None
    choose: Callable[[Table], Table] = _as_found
    codec: str | None = None
    table: Table | None = None
    in_other_form: bool = False
    """Whether the child writes the cards: they do not stand in the file as such."""
    cards: int = 0
    head: bytes | None = None
    """The row of headers of the table, as it stands in the file, behind the file's mark."""

    @property
    def path(self) -> Path:
        return path_of(self.given)

    def look(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise ReadingCancelledError

    def tell(self, done: int) -> None:
        if self.progress is not None:
            self.progress(min(done, self.size), self.size, self.cards)

    def source(self, offset: int, length: int) -> bytes:
        """The card's own bytes, from the file."""
        self.stream.seek(offset)
        data = self.stream.read(min(length, self.limits.source))
        if len(data) < min(length, self.limits.source):
            raise FileNotReadableError(self.path, "truncated")
        return data

    def checked(self, piece: Piece) -> ReadCard:
        """A card as the child tells it, if it can be true."""
        photo = piece.photo
        sound = (
            self.after.offset <= piece.offset
            and 0 < piece.length <= self.size - piece.offset
            and piece.position == self.after.position + 1
            and piece.line >= self.after.line
            and piece.charset in CODECS
            and len(piece.digest) == 64
            and _HEX.issuperset(piece.digest)
            and (piece.contact is None) == (piece.reason is not None)
            and (photo is None or photo.startswith(_PICTURES))
            and (piece.text is None or (self.in_other_form and piece.contact is not None))
        )
        if not sound:
            raise _DeadError(slow=False)
        self.after = Start(piece.offset + piece.length, piece.line, piece.position, self.after.wide)
        card = ReadCard(
            piece.position, piece.line, self.source(piece.offset, piece.length), piece.charset,
            piece.digest, piece.contact, piece.reason, piece.kept, photo,
            head=self.head if piece.reason is not None else None, guessed=piece.guessed,
            members=piece.members,
        )  # fmt: skip
        if piece.text is None:
            return card
        source = piece.text.encode("utf-8", "replace")
        return replace(card, source=source, charset="utf-8", file_charset=piece.charset)

    def go_on(self, done: int, after: Start, *, dry: bool = False) -> None:
        """Note where to go on, if it can be true: never backwards, never past the end."""
        if not self.after.offset <= done <= after.offset <= self.size:
            raise _DeadError(slow=False)
        if not dry:
            self.after = after

    def take(self, table: Table) -> None:
        """A table as the child found it, if it can be true, read as `choose` says."""
        if self.table is not None or table.dialect.codec not in CODECS:
            raise _DeadError(slow=False)
        self.go_on(0, table.rows)
        offset, length = table.head
        if not 0 <= offset <= offset + length <= table.rows.offset:
            raise _DeadError(slow=False)
        if length:
            _wide, mark = of_file(self.source(0, min(_MARK, self.size)))
            self.head = self.source(0, mark) + self.source(offset, length)
        self.table = self.choose(table)
        if self.table != table:
            raise _OtherColumnsError

    def request(self, *, careful: bool, piped: bool = False) -> Request:
        """What a child is asked to do next. An argument has little room, none for the sample."""
        table = replace(self.table, sample=()) if self.table is not None else None
        return Request(self.after, careful, piped, table, self.limits, self.codec)

    def child(self, *, careful: bool) -> _Child:
        """A child with the file, or with a pipe that brings what is in none."""
        if isinstance(self.given, InMemory):
            request = self.request(careful=careful, piped=True)
            return _Child(self.argv, self.given.data, request)
        with self.given.open("rb") as own:
            return _Child(self.argv, own, self.request(careful=careful))

    def run(self, *, careful: bool) -> Iterator[ReadCard]:
        """The cards that one child reads. Raises `_DeadError`."""
        child = self.child(careful=careful)
        try:
            for message in child.messages(self.look):
                match message:
                    case Found():
                        self.in_other_form = True
                        if message.table is not None:
                            self.take(message.table)
                    case Cards():
                        for piece in message.pieces:
                            self.look()
                            card = self.checked(piece)
                            self.cards += 1
                            yield card
                        self.go_on(self.after.offset, message.after)
                        self.announced = None
                        self.tell(self.after.offset)
                    case Now():
                        self.go_on(message.offset + message.length, message.after, dry=True)
                        self.announced = message
                    case _:
                        self.tell(message.offset)
        finally:
            child.stop()

    def give_up(self, now: Now, *, slow: bool) -> ReadCard:
        """The card at which a child died."""
        self.announced = None
        reason = Unreadable.TOO_SLOW if slow else Unreadable.BAD_LINE
        source = self.source(now.offset, now.length)
        self.after = now.after
        self.cards += 1
        digest = sha256(source).hexdigest()
        return ReadCard(
            now.position, now.line, source, now.after.wide or "utf-8", digest, None, reason,
            head=self.head,
        )  # fmt: skip

    def read(self) -> Iterator[ReadCard]:
        """All cards of the file, with as many children as it takes."""
        careful = False
        while True:
            try:
                yield from self.run(careful=careful)
            except _OtherColumnsError:
                continue
            except _DeadError as dead:
                if self.announced is not None:
                    yield self.give_up(self.announced, slow=dead.slow)
                    careful = False
                elif careful:
                    raise FileNotReadableError(self.path, "reading child") from None
                else:
                    careful = True
                continue
            return


def read_cards(  # noqa: PLR0913 - one argument for each thing that may be said of a reading
    given: Source,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    choose: Callable[[Table], Table] | None = None,
    codec: str | None = None,
    limits: Limits = DEFAULT,
    argv: Sequence[str] | None = None,
) -> Iterator[ReadCard]:
    """Every card of a file, or of bytes in memory, in order; a card that cannot be read comes with
    its reason and its bytes.

    `progress` is told bytes done, bytes in all and cards, `cancelled` is asked at least every 100
    ms. `choose` is given the table that was found, where it is one, and says how to read it.
    `codec` (one of `charset.CHOICES`) is what 8-bit text is written in, where somebody said so.
    Raises FileNotReadableError, NotCardsError (also for an empty file) and ReadingCancelledError.
    """
    try:
        with opened(given) as (stream, size):
            reader = _Reader(given, stream, size, limits, argv or command(), progress, cancelled)
            reader.choose, reader.codec = choose or _as_found, codec
            yield from reader.read()
            if not reader.cards:
                stream.seek(0)
                rowless = reader.table is not None
                content = Content.EMPTY if rowless else content_of(stream.read(_SNIFF))
                raise NotCardsError(path_of(given), content)
            reader.tell(size)
    except OSError as error:
        raise FileNotReadableError(path_of(given), error.strerror or "") from error

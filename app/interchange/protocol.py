"""What the reading child says to its parent: frames of length-prefixed JSON, typed on both sides,
never pickle.
"""

import struct
from collections.abc import Callable
from typing import Protocol

import msgspec

from app.domain.card import KeptLine, Unreadable
from app.domain.contact import Contact
from app.interchange.limits import MIB, Limits
from app.interchange.scan import Start
from app.interchange.table_scan import Table

FRAME_AT_MOST = 64 * MIB
_LENGTH = struct.Struct("<I")


class Request(msgspec.Struct):
    """What the child is asked to do with the file on its standard input.

    Careful: one card a frame, each announced. Without a table the child looks for one itself.
    Piped: it comes over a pipe, which has no place to go back to, and is to be held in memory.
    `codec` is what its 8-bit text is written in, where somebody said so.
    """

    start: Start = Start()
    careful: bool = False
    piped: bool = False
    table: Table | None = None
    limits: Limits = Limits()
    codec: str | None = None


class Piece(msgspec.Struct, array_like=True):
    """A card that was read, and where its bytes lie in the file; the parent takes them from there.

    `text` is the card that a row of a table, or a code in a picture, was written as.
    """

    offset: int
    length: int
    line: int
    position: int
    charset: str
    digest: str
    contact: Contact | None = None
    reason: Unreadable | None = None
    kept: tuple[KeptLine, ...] = ()
    photo: bytes | None = None
    text: str | None = None
    guessed: bool = False
    members: tuple[str, ...] | None = None


class Found(msgspec.Struct, tag="found"):
    """The cards stand in the file in another form: rows of this table, or codes in a picture."""

    table: Table | None = None


class Cards(msgspec.Struct, tag="cards"):
    """Cards that are done, and where to go on if the child should die."""

    pieces: list[Piece]
    after: Start


class Now(msgspec.Struct, tag="now"):
    """The child begins with this card; if it dies, this was it."""

    offset: int
    length: int
    line: int
    position: int
    after: Start


class Alive(msgspec.Struct, tag="alive"):
    """Nothing new, but so much of the file has been passed."""

    offset: int


class End(msgspec.Struct, tag="end"):
    """The file has been read to its end."""


Message = Found | Cards | Now | Alive | End
_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Message] = msgspec.json.Decoder(Message)


class ProtocolError(Exception):
    """The other side said something that it may not."""


class Readable(Protocol):
    """A pipe's reading end."""

    def read(self, size: int = -1, /) -> bytes: ...


def encode(message: Message) -> bytes:
    """A message as a frame."""
    data = _encoder.encode(message)
    return _LENGTH.pack(len(data)) + data


def frames(pipe: Readable, take: Callable[[Message], None]) -> bool:
    """Hand on each message until the pipe ends; whether it ended between two frames."""
    while True:
        head = pipe.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return not head
        (size,) = _LENGTH.unpack(head)
        if size > FRAME_AT_MOST:
            raise ProtocolError("frame too large")
        data = pipe.read(size)
        if len(data) < size:
            return False
        try:
            take(_decoder.decode(data))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ProtocolError("not a message") from error

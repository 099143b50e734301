"""Eight bit: the bytes of a file as 8-bit text, whatever it is written in, and their measure in the
file.
"""

import codecs
from typing import Protocol

CHUNK = 1 << 18
_CONTINUATION = bytes(range(0x80, 0xC0))
_FOUR = bytes(range(0xF0, 0xF8))


class Stream(Protocol):
    """What is read from: a binary file."""

    def read(self, size: int = -1, /) -> bytes: ...


def newlines(data: bytes | bytearray) -> int:
    """How many lines end in it: CRLF, LF or CR."""
    count = data.count(b"\n")
    if b"\r" in data:
        count += data.count(b"\r") - data.count(b"\r\n")
    return count


def file_length(data: bytes | bytearray, *, wide: bool) -> int:
    """How many bytes of the file this text takes."""
    if not wide:
        return len(data)
    # One unit of two bytes for each character, two for those that take four bytes in UTF-8.
    units = len(data.translate(None, _CONTINUATION)) + len(data) - len(data.translate(None, _FOUR))
    return 2 * units


class EightBit:
    """The stream as 8-bit text: UTF-16 becomes UTF-8 on the way."""

    def __init__(self, stream: Stream, wide: str | None) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(wide)("surrogatepass") if wide else None
        self.left_over = 0

    def read(self, first: bytes = b"") -> bytes:
        """The next piece; empty at the end."""
        while True:
            raw = first or self._stream.read(CHUNK)
            first = b""
            if self._decoder is None:
                return raw
            if not raw:
                self.left_over = len(self._decoder.getstate()[0])
                return b""
            text = self._decoder.decode(raw)
            if text:
                return text.encode("utf-8", "surrogatepass")

"""The log of the database (`store.db-wal`), as far as it can be read without a key: which pages it
holds. Layout: SQLite file format, section 4.
"""

import struct
from pathlib import Path

_HEADER, _FRAME = 32, 24
_SALTS = slice(16, 24)
_FRAME_SALTS = slice(8, 16)


def pages_in(log: Path) -> frozenset[int]:
    """Numbers of the pages of which the log holds a version that may count; none without a log.

    Until the log is folded in whole, a crash can leave such pages half written in the database:
    nobody reads them there.
    """
    found: set[int] = set()
    try:
        with log.open("rb") as stream:
            header = stream.read(_HEADER)
            if len(header) < _HEADER:
                return frozenset()
            (size,) = struct.unpack(">I", header[8:12])
            while len(frame := stream.read(_FRAME)) == _FRAME:
                if frame[_FRAME_SALTS] != header[_SALTS]:  # of an earlier round of the log
                    break
                found.add(struct.unpack(">I", frame[:4])[0])
                stream.seek(size, 1)
    except OSError:
        return frozenset()
    return frozenset(found)

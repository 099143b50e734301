"""Spool: a long list that need not fit into memory, kept where nobody else can read it.

SQLite holds what was used last in memory; what does not fit goes to a temporary file that has no
name (on Windows: that ends with the process), under a key that is nowhere else. A small list never
reaches the disk.
"""

import secrets
import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar, overload

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from app.store.engine import check_driver, known_trouble

T = TypeVar("T")

_IN_MEMORY_KIB = 8 * 1024
_ATTACH = "ATTACH '' AS spool KEY \"x'{key}'\""
_AT_ONCE = 250
_BYTES_AT_ONCE = 4 * 1024 * 1024
_RECENT = 128
"""So many values stay decoded, for a screen asks for the same rows again and again."""


class Spool(Sequence[T], Generic[T]):
    """Values of one kind, in the order they came, from any thread. Only added to.

    A temporary folder that is full is a DiskFullError.
    """

    def __init__(self, kind: Any, values: Iterable[T] = ()) -> None:
        self._decode: Callable[[bytes], T] = msgspec.msgpack.Decoder(kind).decode
        self._encode = msgspec.msgpack.Encoder().encode
        self._lock = Lock()
        self._count = 0
        self._recent: OrderedDict[int, T] = OrderedDict()
        self._rows = _make()
        weakref.finalize(self, self._rows.close)
        self.extend(values)

    def append(self, value: T) -> int:
        """Keep one more; returns its place."""
        self.extend((value,))
        return self._count - 1

    def extend(self, values: Iterable[T]) -> None:
        """Keep more, behind the others."""
        texts: list[tuple[bytes]] = []
        size = 0
        for value in values:
            text = self._encode(value)
            texts.append((text,))
            size += len(text)
            if len(texts) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
                self._put(texts)
                texts, size = [], 0
        self._put(texts)

    def _put(self, texts: list[tuple[bytes]]) -> None:
        if texts:
            with self._lock, _troubles():
                self._rows.executemany("INSERT INTO spool.value (bytes) VALUES (?)", texts)
                self._count += len(texts)

    def _from(self, first: int, end: int) -> list[T]:
        """Values from one place on, not as far as another where they are large."""
        question = "SELECT bytes FROM spool.value WHERE n > ? AND n <= ? ORDER BY n"
        texts: list[bytes] = []
        size = 0
        with self._lock, _troubles():
            rows = self._rows.execute(question, (first, end))  # SQLite counts from 1
            for (text,) in rows:
                texts.append(text)
                size += len(text)
                if size >= _BYTES_AT_ONCE:
                    break
            rows.close()
        return [self._decode(text) for text in texts]

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        return self.between(0, self._count)

    def between(self, first: int, end: int) -> Iterator[T]:
        """Values from one place up to another, a handful in memory at a time."""
        end = min(end, self._count)
        while first < end:
            some = self._from(first, min(first + _AT_ONCE, end))
            yield from some
            first += len(some)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> list[T]: ...

    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            first, end, step = place.indices(self._count)
            return list(self.between(first, end)) if step == 1 else list(self)[place]
        at = range(self._count)[place]
        with self._lock:
            if at in self._recent:
                self._recent.move_to_end(at)
                return self._recent[at]
        (value,) = self._from(at, at + 1)
        with self._lock:
            self._recent[at] = value
            if len(self._recent) > _RECENT:
                self._recent.popitem(last=False)
        return value


@contextmanager
def _troubles() -> Iterator[None]:
    try:
        yield
    except sqlcipher.Error as error:
        trouble = known_trouble(Path(tempfile.gettempdir()), error)
        if trouble is None:
            raise
        raise trouble from None


def _make() -> Any:
    """An empty list. SQLCipher keeps temporary tables in memory, and must: it does not encrypt
    them. This one it does, for it has a key; so it alone may go to the disk.
    """
    check_driver(sqlcipher)
    rows = sqlcipher.connect(":memory:", check_same_thread=False, isolation_level=None)
    rows.execute("PRAGMA cipher_log_level=NONE")
    rows.execute("PRAGMA temp_store=FILE")
    rows.execute(_ATTACH.format(key=secrets.token_hex(32)))
    rows.execute("PRAGMA temp_store=MEMORY")
    rows.execute(f"PRAGMA spool.cache_size=-{_IN_MEMORY_KIB}")
    rows.execute("PRAGMA spool.journal_mode=OFF")
    rows.execute("PRAGMA spool.synchronous=OFF")
    rows.execute("CREATE TABLE spool.value (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
    rows.execute("BEGIN")
    return rows

"""Source: what is read, a file or bytes that came without one."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.interchange.errors import FileNotReadableError


@dataclass(frozen=True, slots=True)
class InMemory:
    """Bytes that came without a file, from the clipboard; they are never written to one."""

    name: str
    data: bytes = field(repr=False)


Source = Path | InMemory


def path_of(source: Source) -> Path:
    """What a source is called, where something is said of it."""
    return source if isinstance(source, Path) else Path(source.name)


@contextmanager
def opened(source: Source) -> Iterator[tuple[BinaryIO, int]]:
    """Its bytes from the beginning, and how many they are."""
    if isinstance(source, InMemory):
        yield io.BytesIO(source.data), len(source.data)
        return
    if not source.is_file():
        raise FileNotReadableError(source, "no file")
    with source.open("rb") as stream:
        yield stream, source.stat().st_size

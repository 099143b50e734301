"""The header of a store (`vault.json`): who it is, and its key, wrapped once for each way of
opening it.

The file is canonical JSON: `{"body": {...}, "check": ..., "mac": ...}`. `check` is the SHA-256 of
the body and tells a damaged copy before anybody is asked for a passphrase; `mac` is made with the
data key and tells a forged one after. What a newer Enishi adds to the body, and slots of a kind
that this one does not know, are kept as they are.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from app.store import moved, restoring, wrap
from app.store.errors import (
    DatabaseMissingError,
    HeaderDamagedError,
    HeaderMissingError,
    NewerStoreError,
    NoPermissionError,
    NoStoreError,
    StoreUnreadableError,
    system_troubles,
)
from app.store.folder import FolderState, StoreFolder, private_files, write_file

FORMAT = 1
_LARGEST = 1024 * 1024

Json = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says. `raw` holds every member of the body, known or not.

    `revision` grows with each writing of the header, `counter` with each session that wrote to the
    database;
    `is_open` says that such a session has not been closed.
    """

    store: str
    schema: str
    revision: int
    counter: int
    is_open: bool
    slots: tuple[Json, ...]
    raw: Json

    def body(self) -> Json:
        """The body as it is written, unknown members included."""
        return {
            **self.raw,
            "format": FORMAT,
            "store": self.store,
            "schema": self.schema,
            "revision": self.revision,
            "counter": self.counter,
            "open": self.is_open,
            "slots": list(self.slots),
        }

    def slot(self, kind: str) -> Json | None:
        """The first slot of a kind."""
        return next((slot for slot in self.slots if slot.get("kind") == kind), None)


@dataclass(frozen=True, slots=True)
class HeaderFile:
    """One copy that could be read, with its mark still to be compared."""

    header: Header
    canonical: bytes
    mac: bytes

    def is_marked_by(self, data_key: bytes) -> bool:
        """Whether a holder of the data key wrote it."""
        return wrap.same(self.mac, _mac(data_key, self.canonical))


@dataclass(frozen=True, slots=True)
class Headers:
    """The copies that could be read, the newest first, and whether both are alike and sound."""

    copies: tuple[HeaderFile, ...]
    both_sound: bool


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one spelling of a JSON value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def text_of(data: bytes) -> str:
    """Bytes as text within JSON."""
    return base64.b64encode(data).decode()


def bytes_of(text: object) -> bytes:
    """Bytes from JSON; ValueError for anything else."""
    if not isinstance(text, str):
        raise ValueError("not a text")
    return base64.b64decode(text, validate=True)


def _mac(data_key: bytes, body: bytes) -> bytes:
    return wrap.mac(wrap.derived_key(data_key, "header"), body)


def encode(header: Header, data_key: bytes) -> bytes:
    """The bytes of the file."""
    body = header.body()
    spelled = canonical(body)
    whole = {
        "body": body,
        "check": hashlib.sha256(spelled).hexdigest(),
        "mac": text_of(_mac(data_key, spelled)),
    }
    return canonical(whole) + b"\n"


def decode(data: bytes, path: Path) -> HeaderFile | None:
    """One copy from its bytes; None where it is damaged. Raises NewerStoreError for a newer
    format.
    """
    try:
        whole = json.loads(data)
        body = whole["body"]
        spelled = canonical(body)
        if whole["check"] != hashlib.sha256(spelled).hexdigest():
            return None
        if not isinstance(body["format"], int) or body["format"] > FORMAT:
            raise NewerStoreError(path, str(body["format"]), str(FORMAT))
        header = Header(
            store=_typed(body["store"], str),
            schema=_typed(body["schema"], str),
            revision=_typed(body["revision"], int),
            counter=_typed(body["counter"], int),
            is_open=_typed(body["open"], bool),
            slots=tuple(_typed(slot, dict) for slot in _typed(body["slots"], list)),
            raw=body,
        )
        return HeaderFile(header, spelled, bytes_of(whole["mac"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _typed(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(kind.__name__)
    return value


def read_headers(folder: StoreFolder) -> Headers:
    """Both copies, as far as they can be read, after a restore that was interrupted is in place.
    Raises where there is no store (any more), or where it has no header.
    """
    restoring.finish(folder)
    _refuse_none(folder)
    found: list[HeaderFile] = []
    present = 0
    for path in (folder.header, folder.header_copy):
        data = _bytes(path)
        if data is None:
            continue
        present += 1
        copy = decode(data, path)
        if copy is not None:
            found.append(copy)
    if not present:
        raise HeaderMissingError(folder.path)
    if not found:
        raise HeaderDamagedError(folder.path)
    if not folder.db.exists():
        raise DatabaseMissingError(folder.path)
    found.sort(key=lambda copy: copy.header.revision, reverse=True)
    return Headers(tuple(found), len(found) == 2 and found[0].canonical == found[1].canonical)


def _refuse_none(folder: StoreFolder) -> None:
    state = folder.state()
    if state is FolderState.MOVED:
        raise moved.away(folder)
    if state in {FolderState.EMPTY, FolderState.UNFINISHED}:
        raise NoStoreError(folder.path)


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST)
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise NoPermissionError(path) from error
    except OSError as error:
        raise StoreUnreadableError(path, error.strerror or "") from error


def trusted(headers: Headers, data_key: bytes) -> Header | None:
    """The newest copy that bears the mark of this key."""
    return next((c.header for c in headers.copies if c.is_marked_by(data_key)), None)


def write_header(folder: StoreFolder, header: Header, data_key: bytes) -> Header:
    """Write the next revision: the copy first, then the header, so that one of them is whole at
    any moment.
    """
    newer = replace(header, revision=header.revision + 1)
    data = encode(newer, data_key)
    with private_files(), system_troubles(folder.path):
        write_file(folder.header_copy, data)
        write_file(folder.header, data)
    return newer

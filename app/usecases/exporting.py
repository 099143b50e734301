"""Exporting: everyone, or some, into one file that is whole or not there."""

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace as with_
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.card import CardState
from app.domain.contact import Contact
from app.domain.errors import ExpectedError, Stopped
from app.store.errors import NO_ROOM, DiskFullError

if TYPE_CHECKING:
    from app.interchange.export_check import ExportDifference
    from app.store.reader import Reader

_AT_ONCE = 100
_FILE_MODE = 0o600


class Format(StrEnum):
    """What an export is written in."""

    VCARD_3 = "3.0"
    VCARD_4 = "4.0"
    CSV = "csv"


class FileExistsAlreadyError(ExpectedError):
    """The target of an export is there, and nobody said that it may be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ExportFailedError(ExpectedError):
    """The target could not be written; what was there is untouched."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), reason)
        self.path = path
        self.reason = reason


class ExportStoppedError(Stopped, ExpectedError):
    """The person stopped it; nothing was written."""


class ExportNotFaithfulError(ExpectedError):
    """The second reader found something else in the file than was written; it was not kept."""

    def __init__(self, path: Path, differences: "Sequence[ExportDifference]") -> None:
        super().__init__(str(path), len(differences))
        self.path = path
        self.differences = tuple(differences)


class Watch(Protocol):
    """Is told how many people are written and of how many, and asked whether to stop."""

    def report(self, progress: tuple[int, int], /) -> None: ...

    def cancelled(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What was written."""

    path: Path
    people: int
    form: Format


def export(
    reader: "Reader",
    path: Path,
    *,
    form: Format = Format.VCARD_3,
    contact_ids: Sequence[str] | None = None,
    replace: bool = False,
    watch: Watch | None = None,
) -> ExportOutcome:
    """Write people (all, in reading order, where none are named) into a file.

    What is written is read back by the second reader, part by part, and put in place only whole.
    Raises ExportStoppedError where `watch` wants it to stop.
    """
    if not replace and path.exists():
        raise FileExistsAlreadyError(path)
    ids = reader.people().ids if contact_ids is None else tuple(contact_ids)
    contacts: list[Contact] = []
    content: list[bytes] = []
    differences: list[ExportDifference] = []
    for part in _parts(ids):
        if watch is not None and watch.cancelled():
            raise ExportStoppedError
        found = reader.contacts(part)
        if form is not Format.CSV:
            written = _vcards(reader, found, form)
            differences += _differences(written, found, len(contacts))
            content.append(written)
        contacts += found
        if watch is not None:
            watch.report((len(contacts), len(ids)))
    if differences:
        raise ExportNotFaithfulError(path, differences)
    put(path, _csv(contacts) if form is Format.CSV else b"".join(content), replace=replace)
    return ExportOutcome(path, len(contacts), form)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _vcards(reader: "Reader", contacts: Sequence[Contact], form: Format) -> bytes:
    from app.interchange.vcard_write import write_card  # noqa: PLC0415 - not before it is needed

    written: list[bytes] = []
    for contact in contacts:
        cards = [c for c in reader.cards_of(contact.id) if c.state is CardState.KEPT]
        photo = [contact.photo] if contact.photo else []
        blobs = reader.blobs([*(card.source for card in cards), *photo])
        sources = [(blobs[c.source], c.charset) for c in cards if c.source in blobs]
        source, charset = sources[0] if sources else (None, "utf-8")
        written.append(
            write_card(
                contact,
                source,
                charset,
                form.value,
                blobs.get(contact.photo) if contact.photo else None,
                sources[1:],
            )
        )
    return b"".join(written)


def _csv(contacts: Sequence[Contact]) -> bytes:
    from app.interchange.csv_write import write_csv  # noqa: PLC0415 - not before it is needed

    return write_csv(contacts)


def _differences(
    content: bytes, contacts: Sequence[Contact], before: int
) -> "list[ExportDifference]":
    """What the second reader disagrees in; `before` is how many cards stand before these."""
    from app.interchange import export_check  # noqa: PLC0415 - vobject is slow to load

    return [with_(d, card=before + d.card) for d in export_check.verify(content, contacts)]


def put(path: Path, content: bytes, *, replace: bool) -> None:
    """Put a file in place whole or not at all, its owner's alone: written beside, synced, and given
    its name in one step. Raises FileExistsAlreadyError, DiskFullError and ExportFailedError.
    """
    try:
        with _beside(path) as temporary:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            _give_name(temporary, path, replace=replace)
    except FileExistsError:
        raise FileExistsAlreadyError(path) from None
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFullError(path) from None
        raise ExportFailedError(path, error.strerror or type(error).__name__) from None


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _give_name(temporary: Path, path: Path, *, replace: bool) -> None:
    """Where nothing may be replaced, a link is made: it fails if the name was taken meanwhile."""
    if replace:
        temporary.replace(path)
    else:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if path.exists():
                raise FileExistsError from None
            temporary.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

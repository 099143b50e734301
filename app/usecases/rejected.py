"""Cards that could not be read, as files to be put right and imported again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.imports import ImportBatch
from app.usecases.import_plan import PlannedCard

if TYPE_CHECKING:
    from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """What could not be read of one kind: cards, or the rows of tables with one row of headers."""

    content: bytes
    is_table: bool


def of_cards(cards: Iterable[PlannedCard]) -> tuple[RejectedFile, ...]:
    """Of cards that were just read."""
    return _files((card.read.head, card.read.source) for card in cards)


def of_batch(reader: "Reader", batch: ImportBatch) -> tuple[RejectedFile, ...]:
    """Of an earlier import."""
    names = [name for card in batch.unreadable for name in (card.source, card.head) if name]
    blobs = reader.blobs(dict.fromkeys(names))
    return _files(
        (blobs.get(card.head) if card.head else None, blobs[card.source])
        for card in batch.unreadable
        if card.source in blobs
    )


def _files(rejected: Iterable[tuple[bytes | None, bytes]]) -> tuple[RejectedFile, ...]:
    """One file for the cards, one for each row of headers; every card as it was, in its order."""
    found: dict[bytes | None, list[bytes]] = {}
    for head, source in rejected:
        found.setdefault(head, []).append(source)
    return tuple(
        RejectedFile(_joined(sources if head is None else [head, *sources]), head is not None)
        for head, sources in sorted(found.items(), key=lambda item: item[0] is not None)
    )


def _joined(pieces: list[bytes]) -> bytes:
    """One behind the other; the last piece of a file may lack the end of its line."""
    ended = [p if p.endswith((b"\n", b"\r", b"\x00")) else p + b"\r\n" for p in pieces[:-1]]
    return b"".join([*ended, pieces[-1]])

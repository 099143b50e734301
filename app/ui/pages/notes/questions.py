"""What the notes page asks the store, in one question on the reader's lane."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.domain.now import Now
from app.ui.photos import read_photos
from app.usecases import evenings
from app.usecases.evenings import Evening, KnownEvening

if TYPE_CHECKING:
    from app.store.reader import Reader

_LARGEST = QSize(364, 220)
"""A drawn card."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An evening laid out, with the pictures of its people by hash."""

    known: KnownEvening
    photos: Mapping[str, QImage] = field(default_factory=dict, compare=False, repr=False)


def lay_out(
    reader: "Reader", evening: Evening, now: Now, have: frozenset[str] = frozenset()
) -> Laid | None:
    """All of an evening, without the pictures that one has; None where nobody is left of it."""
    known = evenings.look(reader, evening, now)
    if known is None:
        return None
    hashes = {card.contact.photo for card in known.cards if card.contact.photo}
    return Laid(known, read_photos(reader, hashes - have, _LARGEST))

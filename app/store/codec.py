"""Records as canonical JSON, both ways typed. The text is what is stored, compared and kept for
undo.
"""

from dataclasses import replace
from typing import Any, Final

import msgspec

from app.domain.card import Card
from app.domain.change import Record
from app.domain.contact import Contact
from app.domain.gathering import Gathering
from app.domain.imports import Distinct, ImportBatch
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.remark import Remark
from app.domain.reminder import FollowUp, Skip, Snooze
from app.domain.rhythm import TagRhythm

KINDS: Final[dict[str, type[Record]]] = {
    "contact": Contact,
    "gathering": Gathering,
    "batch": ImportBatch,
    "card": Card,
    "interaction": Interaction,
    "follow_up": FollowUp,
    "snooze": Snooze,
    "skip": Skip,
    "distinct": Distinct,
    "promise": Promise,
    "remark": Remark,
    "tag_rhythm": TagRhythm,
}
"""Tables of records; what others point at comes first."""

KIND_OF: Final[dict[type[Record], str]] = {record: kind for kind, record in KINDS.items()}

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(record) for kind, record in KINDS.items()
}
_RELATED = '"related":'  # a key: inside a text its quotes would be escaped
_CONTACT, _INTERACTION, _CARD, _GATHERING = (
    _DECODERS[kind] for kind in ("contact", "interaction", "card", "gathering")
)


def encode(record: Record) -> str:
    """The one text of a record."""
    return _ENCODER.encode(record).decode()


def decode(kind: str, text: str) -> Record:
    """The record of a text. A field that a newer version added takes its default."""
    if kind == "contact":
        return contact(text)
    record: Record = _DECODERS[kind].decode(text)
    return record


def contact(text: str) -> Contact:
    """A contact of its text; shallow where it knew fewer fields when it was kept."""
    record: Contact = _CONTACT.decode(text)
    return record if _RELATED in text else replace(record, shallow=True)


def interaction(text: str) -> Interaction:
    """An interaction of its text."""
    record: Interaction = _INTERACTION.decode(text)
    return record


def card(text: str) -> Card:
    """A card of its text."""
    record: Card = _CARD.decode(text)
    return record


def gathering(text: str) -> Gathering:
    """A gathering of its text."""
    record: Gathering = _GATHERING.decode(text)
    return record

"""What stands half-typed in one place of a person's page, field by field as it was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Place(StrEnum):
    """Where it is typed."""

    PROMISE = "promise"
    ENTRY = "entry"
    REMARK = "remark"
    RECONNECT = "reconnect"


@dataclass(frozen=True, slots=True)
class Begun:
    """`record` is the id of what is mended, or empty for something new, `texts` what the fields
    hold, by their names; the words themselves are the field "words".
    """

    place: Place
    record: str
    texts: Mapping[str, str]

    @property
    def key(self) -> tuple[Place, str]:
        """What it is about: of each there is one."""
        return self.place, self.record

    @property
    def words(self) -> str:
        """What was written, in one line."""
        return " ".join(self.texts.get("words", "").split())


def to_json(begun: Iterable[Begun]) -> list[dict[str, Any]]:
    """As drafts keep it."""
    return [asdict(one) for one in begun]


def from_json(kept: Iterable[Mapping[str, Any]]) -> tuple[Begun, ...]:
    """Read what `to_json` wrote; ValueError, KeyError, AttributeError or TypeError for what it
    never writes.
    """
    return tuple(
        Begun(
            Place(one["place"]),
            str(one["record"]),
            {str(field): str(typed) for field, typed in one["texts"].items()},
        )
        for one in kept
    )

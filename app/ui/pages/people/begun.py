"""What stands half-typed in one place of a person's page, field by field as it was typed."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Place(StrEnum):
    """Where it is typed."""

    PROMISE = "promise"
    ENTRY = "entry"
    REMARK = "remark"
    RECONNECT = "reconnect"
    NEXT = "next"


_FIELDS = {
    Place.PROMISE: {"words", "side", "day"},
    Place.ENTRY: {"words", "kind", "side", "day", "place", "reply", "people"},
    Place.REMARK: {"words", "kind"},
    Place.RECONNECT: {"words"},
    Place.NEXT: {"words", "day"},
}


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
    """Read what `to_json` wrote; what is not understood is left out, and costs nothing else."""
    found: list[Begun] = []
    for one in kept:
        with suppress(ValueError, KeyError, AttributeError, TypeError):
            texts = {str(field): str(typed) for field, typed in one["texts"].items()}
            place = Place(one["place"])
            if texts.keys() >= _FIELDS[place]:
                found.append(Begun(place, str(one["record"]), texts))
    return tuple(found)

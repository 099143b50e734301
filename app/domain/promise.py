"""Promise: something that one of us owes the other, until it is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Side(StrEnum):
    """Who promised."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised to or by one person. `due` is the day it is wanted by, where one was said.

    `act` is the entry of the timeline in which it was made. Two people who were promised the same
    have a promise each, for one may be kept before the other.
    """

    id: str
    contact_id: str
    by: Side
    text: str
    made_on: date
    due: date | None = None
    kept_on: date | None = None
    act: str | None = None

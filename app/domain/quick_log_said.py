"""What the quick log understood of a line: values that every word of it is in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from app.domain.folding import fold_name
from app.domain.interaction import Initiative, Kind
from app.domain.promise import Side
from app.domain.quick_log_people import Called


class Role(Enum):
    """What a piece of the line is."""

    DAY = auto()
    PERSON = auto()
    JOINING = auto()  # particles and prepositions of a person: they leave with the name
    KIND = auto()
    ARROW = auto()  # who began, or the beginning of a promise
    TAG = auto()
    PROMISE = auto()
    DUE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line, from `start` on. `noted`: it is in the note too (昼食)."""

    start: int
    text: str
    role: Role
    noted: bool = False
    day: date | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the line, and who may be meant: one is certain, several are to be chosen from."""

    form: str
    called: Called

    @property
    def key(self) -> str:
        """The form as it is compared."""
        return key_of(self.form)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that the line makes."""

    by: Side
    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line says. `day` is None where none is said; `pieces` hold every word of it.

    `ahead`: it begins with a day to come, so nothing has happened yet; all of it is a note.
    """

    pieces: tuple[Piece, ...] = ()
    day: date | None = None
    kind: Kind | None = None
    initiative: Initiative | None = None
    mentions: tuple[Mention, ...] = ()
    tags: tuple[str, ...] = ()
    promises: tuple[Promised, ...] = ()
    note: str | None = None
    ahead: date | None = None

    @property
    def happened(self) -> bool:
        """Whether there is an entry to write, beside promises."""
        return self.kind is not None or self.note is not None or bool(self.tags)


def key_of(form: str) -> str:
    """A written name as it is compared."""
    return fold_name(form)


def printed(understood: Understood) -> str:
    """The line in its plain form: single spaces, days in numbers. It says the same."""
    out: list[str] = []
    end, dated = 0, False
    for piece in understood.pieces:
        if out and (dated or piece.start != end):
            out.append(" ")
        day = None if piece.noted else piece.day
        out.append(piece.text if day is None else day.isoformat())
        end, dated = piece.end, day is not None
    return "".join(out)


def joined(pieces: Sequence[Piece]) -> str:
    """Text of pieces: together where they stood together, else with one space."""
    out = ""
    for before, piece in zip((None, *pieces), pieces, strict=False):
        near = before is not None and before.end == piece.start
        out += piece.text if near or before is None else f" {piece.text}"
    return out.strip()


def as_one(line: str, pieces: Sequence[Piece]) -> Piece:
    """Neighbouring pieces of one role as one."""
    first = pieces[0]
    return replace(first, text=line[first.start : pieces[-1].end])

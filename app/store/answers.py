"""Answers: the immutable values that questions to the store return beside records."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntFlag, StrEnum

from app.domain.change import Verb
from app.domain.contact import Contact
from app.domain.gathering import Gathering
from app.domain.imports import ImportBatch
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.reminder import FollowUp


class PeopleView(StrEnum):
    """Which people a list shows."""

    ALL = "all"
    QUIET = "quiet"  # no contact for three months, or never
    FOLLOW_UP = "follow_up"  # an open follow-up that nothing has handled yet
    PROMISE = "promise"  # an open promise, of mine or of theirs
    KNOWS_ME = "knows_me"  # at least one knot within the window of the tie


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """A view, and perhaps one tag. `today` is needed by every view but ALL."""

    view: PeopleView = PeopleView.ALL
    tag: str | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class SectionMark:
    """A section of a list (あ, A, #) and the place of its first person."""

    section: str
    start: int


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """Ids of people in reading order, and where each section begins. Rows come by `person_rows`."""

    ids: tuple[str, ...] = ()
    sections: tuple[SectionMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """All that one row of a list shows. `spoken` is the reading in the list's language, empty if
    unknown.

    `photo` is the hash of the picture (`Reader.blob`); `last_contact` leaves out remarks and the
    exchange of cards.
    """

    id: str
    name: str
    spoken: str
    monogram: str
    section: str
    organization: str | None
    title: str | None
    photo: str | None
    knots: tuple[bool, bool, bool]
    last_contact: date | None


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that holds the words: an entry of a timeline, or (without `interaction_id`) a note
    about a person.
    """

    interaction_id: str | None
    contact_ids: tuple[str, ...]
    on: date | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: people by reading, notes newest first; `more_*` where it was cut.

    `*_behind` were found too and only counted, where the first of all were asked for.
    """

    people: tuple[str, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    more_people: bool = False
    more_notes: bool = False
    people_behind: int = 0
    notes_behind: int = 0


@dataclass(frozen=True, slots=True)
class GatheringRow:
    """A gathering, how many cards were received there, how many others were there, and how many
    of the first answered within `YIELD_DAYS`.
    """

    gathering: Gathering
    cards: int = 0
    others: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """An exchange of cards, and one of the people it was with."""

    act: Interaction
    contact_id: str


class Mark(IntFlag):
    """A person is there (not in the bin), knows me, knew me three months ago."""

    THERE = 1
    KNOWS = 2
    KNEW = 4


@dataclass(frozen=True, slots=True)
class KnownCount:
    """How many people know me, out of how many, and how many of them did not three months ago."""

    known: int
    total: int
    gained_three_months: int

    @classmethod
    def of(cls, marks: bytes) -> "KnownCount":
        """The sums of a byte for each person: see `Mark`."""
        there = marks.count(Mark.THERE)
        knowing = marks.count(Mark.THERE | Mark.KNOWS)
        knew = marks.count(Mark.THERE | Mark.KNEW)
        both = marks.count(Mark.THERE | Mark.KNOWS | Mark.KNEW)
        return cls(knowing + both, there + knowing + knew + both, knowing)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Promises of mine that have a day, follow-ups that nothing has handled yet, people with a
    birthday, and until when whoever is put off is.
    """

    promises: tuple[Promise, ...]
    follow_ups: tuple[FollowUp, ...]
    birthdays: tuple[Contact, ...]
    put_off: dict[str, date]


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One change of the log, without its records: `day` is the civil day where the person was."""

    seq: int
    at: datetime
    day: date
    verb: Verb
    subject: str | None
    edits: int
    undone: bool = False


@dataclass(frozen=True, slots=True)
class UndoEffect:
    """What taking an import back would do: these many people, cards and follow-ups go, `changed`
    people become again what they were.

    `blocked`: something newer builds on it, the newest of which is `by`, and `others` besides.
    """

    seq: int
    people: int
    changed: int
    cards: int
    follow_ups: int
    blocked: bool = False
    by: LoggedChange | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import, and what undo would do; None where the log knows nothing of it any more."""

    batch: ImportBatch
    undo: UndoEffect | None

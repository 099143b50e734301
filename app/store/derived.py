"""What is derived from a record on every write: its columns, and the rows that index it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.card import Card
from app.domain.change import Record
from app.domain.contact import Contact
from app.domain.folding import fold
from app.domain.gathering import Gathering
from app.domain.imports import Distinct, ImportBatch
from app.domain.interaction import NO_CONTACT, WRITTEN_OR_CALLED, Initiative, Interaction
from app.domain.matching import Keys, keys
from app.domain.promise import Promise, Side
from app.domain.remark import Remark
from app.domain.reminder import FollowUp, Skip, Snooze
from app.domain.rhythm import TagRhythm
from app.domain.tie import Knot, knot_of
from app.store.inserting import Row
from app.store.ordering import Noted, note_place, ordinal, person_place, sorting
from app.store.search_text import (
    Heard,
    gathering_words,
    interaction_words,
    note_words,
    person_words,
)

COLUMNS: dict[str, tuple[str, ...]] = {
    "contact": (
        "deleted_at",
        "photo",
        "sort_ja",
        "section_ja",
        "sort_en",
        "section_en",
        "place_ja",
        "place_en",
        "gathering",
    ),
    "gathering": ("day", "last_day", "uid", "series"),
    "batch": ("at",),
    "card": ("batch_id", "contact_id", "source", "digest", "state"),
    "interaction": ("day", "answers", "gathering"),
    "follow_up": ("contact_id", "kind", "due", "anchor", "is_open"),
    "snooze": ("contact_id",),
    "skip": ("contact_id",),
    "distinct": ("contact_id", "card_digest"),
    "promise": ("contact_id", "due", "mine", "is_open"),
    "remark": ("contact_id", "kind", "is_past"),
    "tag_rhythm": ("tag", "least"),
}
"""Derived columns of each kind's table, after n, id and json."""

TABLES = {kind: "distinct_pair" if kind == "distinct" else kind for kind in COLUMNS}

ABOUT_ONE = tuple(kind for kind, own in COLUMNS.items() if "contact_id" in own)
"""Kinds that speak of one person."""

INITIATIVES = {
    Initiative.UNKNOWN: 0,
    Initiative.THEM: 1,
    Initiative.ME: 2,
    Initiative.BOTH: 3,
}
KNOTS: dict[Knot | None, int] = {None: 0, Knot.REPLIED: 1, Knot.REACHED_OUT: 2, Knot.INTRODUCED: 3}
NO_REACH, MET, OVER_A_DISTANCE = 0, 1, 2


@dataclass(slots=True)
class Rows:
    """Rows to write for a set of records, by table."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, row: Row) -> None:
        """One more row."""
        self.tables.setdefault(table, []).append(row)


def instant(moment: datetime) -> str:
    """A UTC instant as text that sorts."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is derived of a contact that has no id yet, as it may be when there is time for it: what
    identifies them, where they are sorted, and by which words they are found.
    """

    identity: Keys
    ja: tuple[str, str]
    en: tuple[str, str]
    words: str

    @classmethod
    def of(cls, contact: Contact, heard: Heard) -> "Ahead":
        """All of it."""
        words = person_words(contact, heard)
        return cls(keys(contact), sorting(contact, "ja"), sorting(contact, "en"), words)


def columns(record: Record, n: int, ahead: Ahead | None = None) -> Row:
    """The derived columns of a record, in the order of COLUMNS."""
    match record:
        case Contact():
            section_ja, sort_ja = ahead.ja if ahead else sorting(record, "ja")
            section_en, sort_en = ahead.en if ahead else sorting(record, "en")
            return (
                None if record.deleted_at is None else instant(record.deleted_at),
                record.photo,
                sort_ja,
                section_ja,
                sort_en,
                section_en,
                person_place(sort_ja, n),
                person_place(sort_en, n),
                record.met.gathering_id,
            )
        case ImportBatch():
            return (instant(record.at),)
        case Card():
            return (
                record.batch_id,
                record.contact_id,
                record.source,
                record.digest,
                record.state.value,
            )
        case Interaction():
            return (ordinal(record.on), record.answers, record.gathering)
        case Gathering():
            series = fold(record.series) if record.series else None
            return (ordinal(record.on), ordinal(record.last_day), record.uid, series)
        case TagRhythm():
            return (record.tag, record.rhythm.least)
        case _:
            return _columns_about_one(record)


def _columns_about_one(record: FollowUp | Snooze | Skip | Distinct | Promise | Remark) -> Row:
    match record:
        case FollowUp():
            return (
                record.contact_id,
                record.kind.value,
                ordinal(record.due),
                ordinal(record.anchor),
                int(record.closed is None),
            )
        case Snooze() | Skip():
            return (record.contact_id,)
        case Distinct():
            return (record.contact_id, record.card_digest or record.other_id or "")
        case Promise():
            return (
                record.contact_id,
                ordinal(record.due),
                int(record.by is Side.ME),
                int(record.kept_on is None),
            )
        case _:
            return (record.contact_id, record.kind.value, int(record.past_on is not None))


def index_contact(
    contact: Contact, n: int, derived: Row, rows: Rows, heard: Heard, ahead: Ahead | None = None
) -> None:
    """Rows by which a person is found and recognised; none while in the bin."""
    if contact.deleted_at is not None:
        return
    for tag in dict.fromkeys(contact.tags):
        rows.add("contact_tag", (tag, n))
    identity = ahead.identity if ahead else keys(contact)
    for key in (*identity.texts(), *identity.near):
        rows.add("contact_key", (key, n))
    words = ahead.words if ahead else person_words(contact, heard)
    rows.add("people_ja", (derived[6], words))
    rows.add("people_en", (derived[7], words))
    if contact.note:
        rows.add("notes", (contact_note_place(contact, n), note_words(contact.note)))


def contact_note_place(contact: Contact, n: int) -> int:
    """Where the note about a person stands among the notes: on the day we met, else last."""
    return note_place(ordinal(contact.met.on), n, Noted.PERSON)


def index_interaction(act: Interaction, n: int, people: Mapping[str, int], rows: Rows) -> None:
    """Rows for its participants and its words."""
    day = act.on.toordinal()
    knot = KNOTS[knot_of(act)]
    reach = NO_REACH if act.kind in NO_CONTACT else MET
    if act.kind in WRITTEN_OR_CALLED:
        reach = OVER_A_DISTANCE
    asks = int(reach == OVER_A_DISTANCE and act.initiative is Initiative.THEM and not act.answers)
    for contact_id in dict.fromkeys(act.contact_ids):
        row = (people[contact_id], day, n, INITIATIVES[act.initiative], reach, knot, asks)
        rows.add("participant", row)
    words = interaction_words(act)
    if words:
        rows.add("notes", (note_place(day, n, Noted.ENTRY), words))


def gathering_place(gathering: Gathering, n: int) -> int:
    """Where a gathering stands among those found: the last day first."""
    return note_place(ordinal(gathering.on), n, Noted.ENTRY)


def index_gathering(gathering: Gathering, n: int, people: Mapping[str, int], rows: Rows) -> None:
    """Rows for who is there, and its words."""
    for contact_id in dict.fromkeys(gathering.people):
        rows.add("attendant", (people[contact_id], n))
    rows.add("gatherings", (gathering_place(gathering, n), gathering_words(gathering)))


def line_place(record: Promise | Remark, n: int) -> int:
    """Where a promise or a remark stands among the notes: on the day it was said."""
    if isinstance(record, Promise):
        return note_place(ordinal(record.made_on), n, Noted.PROMISE)
    return note_place(ordinal(record.said_on), n, Noted.REMARK)

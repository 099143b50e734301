"""What the people page asks the store, each in one question that runs on the reader's lane."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.domain import names
from app.domain.contact import Contact
from app.domain.folding import fold, fold_name
from app.domain.interaction import Interaction
from app.domain.kana import from_romaji, row_of, sound_order, to_hiragana
from app.domain.names import OTHER_SECTION
from app.domain.promise import Promise
from app.domain.remark import Remark
from app.domain.reminder import FollowUp
from app.domain.rhythm import Rhythm
from app.domain.tie import Knot, Tie, knot_of, window_start
from app.store.answers import Hits, PeopleFilter, PeopleIndex, PersonRow, SectionMark
from app.ui.models.listing import Listing
from app.ui.models.people import PAGE, Rows, read_rows
from app.ui.photos import read_photos
from app.usecases import rhythms
from app.usecases.people import BIN_DAYS

if TYPE_CHECKING:
    from app.store.reader import Reader

ROWS = "あかさたなはまやらわ"


@dataclass(frozen=True, slots=True)
class Listed:
    """A listing with the rows that are painted first."""

    listing: Listing
    rows: Rows


@dataclass(frozen=True, slots=True)
class Known:
    """All that the page shows of one person."""

    contact: Contact
    photo: QImage | None
    acts: tuple[Interaction, ...]
    names: dict[str, str]
    tie: Tie
    introduced: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...] = field(default=())
    promises: tuple[Promise, ...] = field(default=())
    remarks: tuple[Remark, ...] = field(default=())
    gathering_id: str | None = None
    """Of the gathering where we met, if it has a page."""
    introducer_id: str | None = None
    """Of whoever introduced us, if exactly one person is called so."""
    learned: Rhythm | None = None
    """How often we were in touch until now, where enough is known to say it."""
    by_tag: Rhythm | None = None
    """The rhythm by their tags, which holds while they have none of their own."""


def list_people(
    reader: "Reader", wanted: PeopleFilter, today: date, language: str, keep: str | None
) -> Listed:
    """People of a view, with the first rows and those around a person who is to stay in sight."""
    index: PeopleIndex = reader.people(wanted, language)
    first = list(index.ids[:PAGE])
    if keep is not None and keep in index.ids:
        page = index.ids.index(keep) // PAGE
        first += index.ids[page * PAGE : (page + 1) * PAGE]
    rows = read_rows(reader, tuple(dict.fromkeys(first)), today, language)
    return Listed(Listing(index.ids, (), index.sections), rows)


def search(
    reader: "Reader",
    words: str,
    today: date,
    language: str,
    titles: tuple[str, str],
    seen: int | None = None,
) -> Listed:
    """People and notes that hold the words; `titles` head the two, with {count} filled in.

    With `seen` only so many rows, those that are seen at once.
    """
    hits: Hits = (
        reader.search(words, language) if seen is None else reader.glimpse(words, language, seen)
    )
    sections: list[SectionMark] = []
    for title, here, behind, more, start in (
        (titles[0], len(hits.people), hits.people_behind, hits.more_people, 0),
        (titles[1], len(hits.notes), hits.notes_behind, hits.more_notes, len(hits.people)),
    ):
        if here:
            count = f"{here + behind}+" if more else str(here + behind)
            sections.append(SectionMark(title.format(count=count), start))
    first = PAGE if seen is None else seen
    ids = list(hits.people[:first])
    for hit in hits.notes[: first - len(ids)]:
        ids += hit.contact_ids
    rows = read_rows(reader, tuple(dict.fromkeys(ids)), today, language)
    listing = Listing(
        hits.people, hits.notes, tuple(sections), hits.people_behind, hits.notes_behind
    )
    return Listed(listing, rows)


def list_bin(reader: "Reader", today: date, language: str, left: Sequence[str]) -> Listed:
    """The bin, the last deleted first; `left` says for each number of days that they are left."""
    deleted = sorted(
        reader.deleted(),
        key=lambda c: c.deleted_at.timestamp() if c.deleted_at else 0,
        reverse=True,
    )
    rows = tuple(
        PersonRow(
            contact.id,
            names.shown(contact),
            names.spoken(contact, language),
            names.monogram(contact),
            OTHER_SECTION,
            left[days_left(contact, today)],
            None,
            contact.photo,
            (False, False, False),
            None,
        )
        for contact in deleted
    )
    photos = read_photos(reader, (row.photo for row in rows if row.photo))
    return Listed(Listing(tuple(row.id for row in rows)), Rows(rows, photos))


def days_left(contact: Contact, today: date) -> int:
    """For how many days a person can still be taken out of the bin."""
    if contact.deleted_at is None:
        return BIN_DAYS
    gone = contact.deleted_at.astimezone().date() + timedelta(BIN_DAYS)
    return max(0, min(BIN_DAYS, (gone - today).days))


def know(reader: "Reader", contact_id: str, today: date) -> Known | None:
    """One person with everything around; None if there is no such person (any more)."""
    contact: Contact | None = reader.contact(contact_id)
    if contact is None:
        return None
    photos = read_photos(reader, [contact.photo] if contact.photo else [])
    acts = tuple(reader.timeline(contact_id))
    others = {i for act in acts for i in act.contact_ids} - {contact_id}
    known = {c.id: names.shown(c) for c in reader.contacts(sorted(others))}
    return Known(
        contact,
        photos.get(contact.photo or ""),
        acts,
        known,
        reader.tie(contact_id, today),
        _introduced(acts, contact_id, known, today),
        tuple(reader.follow_ups(contact_id)),
        reader.promises(contact_id),
        reader.remarks(contact_id),
        _gathering_of(reader, contact),
        _introducer_of(reader, contact),
        rhythms.learned_of(acts, today),
        rhythms.of_tags(reader, contact.tags),
    )


def _gathering_of(reader: "Reader", contact: Contact) -> str | None:
    gathering_id = contact.met.gathering_id
    there = gathering_id is not None and reader.gathering(gathering_id) is not None
    return gathering_id if there else None


def _introducer_of(reader: "Reader", contact: Contact) -> str | None:
    name = contact.met.introduced_by
    if not name:
        return None
    wanted = fold_name(name)
    found = [c.id for c in reader.resolve(name) if fold_name(names.shown(c)) == wanted]
    return found[0] if len(found) == 1 and found[0] != contact.id else None


def _introduced(
    acts: Sequence[Interaction], contact_id: str, known: dict[str, str], today: date
) -> tuple[str, ...]:
    """Whom a person introduced within the window of the tie, by name, the newest first."""
    found: list[str] = []
    for act in acts:
        if knot_of(act) is Knot.INTRODUCED and window_start(today) <= act.on <= today:
            found += [known[i] for i in act.contact_ids if i != contact_id and i in known]
    return tuple(dict.fromkeys(found))


def jump(reader: "Reader", listing: Listing, typed: str, language: str) -> int | None:
    """The place of the first person whose reading is not before what was typed.

    Sections come from the listing, the place within one by halving: some seventeen people are read.
    """
    kana = _kana(typed) if language == "ja" else None
    section = row_of(kana) if kana else None
    if kana and section:
        key = f"1{sound_order(kana)}"
    else:
        section, key = fold(typed)[:1].upper(), f"2{fold(typed)}"
    marks = listing.sections
    at = next((i for i, mark in enumerate(marks) if mark.section == section), None)
    if at is None:
        rank = rank_of(section, language)
        behind = (mark.start for mark in marks if rank_of(mark.section, language) > rank)
        return next(behind, None)
    low = marks[at].start
    high = marks[at + 1].start if at + 1 < len(marks) else len(listing.ids)
    last = high - 1
    while low < high:
        middle = (low + high) // 2
        found = reader.contacts([listing.ids[middle]])
        if found and names.sort_key(found[0], language)[1] < key:
            low = middle + 1
        else:
            high = middle
    return min(low, last)


def rank_of(section: str, language: str) -> int:
    """The place of a section in the order of the list."""
    if section == OTHER_SECTION:
        return sys.maxunicode + 1
    row = ROWS.find(section) if language == "ja" else -1
    return row if row >= 0 else len(ROWS) + ord(section[:1] or OTHER_SECTION)


def _kana(typed: str) -> str | None:
    return from_romaji(typed) if typed.isascii() else to_hiragana(typed)

"""Importing cards: read files, preview what would happen, accept it as one change."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.card import Card, CardState, ReadCard
from app.domain.change import Change, Edit, Piece, Verb
from app.domain.contact import Contact, Met
from app.domain.ids import new_id
from app.domain.imports import Distinct, ImportBatch, UnreadableCard
from app.domain.now import Now
from app.interchange.reading import read_cards
from app.interchange.source import path_of
from app.store.errors import BackupStoppedError
from app.usecases.beginnings import Room, begin
from app.usecases.errors import ImportCancelledError
from app.usecases.import_plan import (
    Choice,
    ImportPlan,
    Outcome,
    PlannedCard,
    ReadFile,
    as_read,
    digest_of,
    is_provisional,
)
from app.usecases.planning import plan
from app.usecases.read_cards import ReadCards

if TYPE_CHECKING:
    from app.interchange.source import Source
    from app.interchange.table_scan import Table
    from app.store.derived import Ahead
    from app.store.reader import Reader
    from app.store.store import Store

    _LookedAt = tuple[PlannedCard, ReadCard, Ahead | None]
    _Piece = tuple[Piece, Mapping[str, Ahead]]

Written = Callable[[int, int], None]
"""Told how many cards of how many are written."""
_AT_ONCE = 500
_BYTES_AT_ONCE = 16 * 1024 * 1024
"""So many cards, or bytes of them, are in memory while an import is written, and written between
two looks whether to stop.
"""
JUST_MET_PROPOSED_UP_TO = 60
"""Up to so many cards, "I just met them" is proposed; more look like an address book."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did. `change` and `batch` are None where all of it was there already."""

    plan: ImportPlan
    change: Change | None
    batch: ImportBatch | None


def preview(
    reader: "Reader",
    files: Sequence[ReadFile],
    choices: Mapping[int, Choice] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportPlan:
    """What an import of these files would do, with the answers given so far. Raises
    ImportCancelledError where `cancelled` says so.
    """
    return plan(reader, files, choices, cancelled)


def accept(  # noqa: PLR0913 - one argument for each thing that may be said of an import
    store: "Store",
    planned: ImportPlan,
    *,
    now: Now,
    choices: Mapping[int, Choice] | None = None,
    met_on: date | None = None,
    progress: Written | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportOutcome:
    """Import the files of a plan in one change, with the answers given to its cards.

    Where the store or the answers changed since, it is planned again. `met_on` means "I met these
    people that day": the exchange date of new people whose card bears none, and a first follow-up
    for every new person. A proven copy of the store as it was is kept before anything counts;
    where that fails, nothing is imported. `cancelled` is asked all the while: then nothing is
    imported either, and it ends with ImportCancelledError.
    """
    wanted = planned.choices if choices is None else choices
    final = planned
    if wanted != planned.choices or not planned.holds(store):
        final = plan(store, planned.files, wanted, cancelled)
    if not _writes(store, final):
        return ImportOutcome(final, None, None)

    def look() -> None:
        if cancelled is not None and cancelled():
            raise ImportCancelledError

    look()
    room = Room.of(store, now)
    with _given_up(), store.copying(now, cancelled) as copied:
        made = _Import(final, now, met_on)

        def pieces() -> "Iterator[_Piece]":
            for done, piece in made.pieces():
                if progress is not None:
                    progress(done, len(final.cards))
                yield piece
            yield Piece(begin(room, made.newly_met, now, met=met_on is not None)), {}

        change = store.apply_pieces(
            Verb.IMPORT, pieces(), now=now, before_it_counts=copied, look=look
        )
    return ImportOutcome(final, change, made.batch)


@contextmanager
def _given_up() -> Iterator[None]:
    """A copy that was stopped was stopped with its import."""
    try:
        yield
    except BackupStoppedError:
        raise ImportCancelledError from None


def _writes(reader: "Reader", final: ImportPlan) -> bool:
    """Whether anything of an import is not in the store yet."""
    if any(not card.kept for card in final.cards if card.outcome is not Outcome.UNREADABLE):
        return True
    kept = {unreadable.source for batch in reader.batches() for unreadable in batch.unreadable}
    return any(digest_of(c.read.source) not in kept for c in final.of(Outcome.UNREADABLE))


class _Import:
    """The records of one import."""

    def __init__(self, final: ImportPlan, now: Now, met_on: date | None) -> None:
        self._plan = final
        self._now = now
        self._met_on = met_on
        self._ids = dict.fromkeys(_referred_to(final), "")
        """Ids of new people, of those alone whom anything but their own card names."""
        self.newly_met: dict[str, Met] = {}
        """How each new person was met, by id; of those alone who bear a day."""
        counts = final.counts()
        self.batch = ImportBatch(
            new_id(now),
            now.instant,
            tuple(file.name for file in final.files),
            cards=len(final.cards),
            new=counts[Outcome.NEW],
            same=counts[Outcome.SAME],
            changed=counts[Outcome.CHANGED],
            review=counts[Outcome.REVIEW],
            unreadable=tuple(_unreadable(card) for card in final.of(Outcome.UNREADABLE)),
            met_on=met_on,
        )

    def pieces(self) -> "Iterator[tuple[int, _Piece]]":
        """So much at a time as fits into memory, with how many cards stand before it: the batch,
        new people with their cards, people who were known.
        """
        done = 0
        yield done, (Piece([Edit(None, self.batch)]), {})
        for some in self._handfuls():
            yield done, self._piece(some)
            done += len(some)
        changed = self._changed()
        while edits := list(islice(changed, _AT_ONCE)):
            yield done, (Piece(edits), {})
        yield done, (Piece([Edit(None, distinct) for distinct in self._distinct()]), {})

    def _handfuls(self) -> "Iterator[list[_LookedAt]]":
        some: list[_LookedAt] = []
        size = 0
        for planned, read, ahead in self._plan.looked_at():
            some.append((planned, read, ahead))
            size += len(read.source)
            if len(some) == _AT_ONCE or size > _BYTES_AT_ONCE:
                yield some
                some, size = [], 0
        if some:
            yield some

    def _piece(self, some: "Sequence[_LookedAt]") -> "_Piece":
        contacts: list[Edit] = []
        cards: list[Edit] = []
        blobs: dict[str, bytes] = {}
        derived: dict[str, Ahead] = {}
        for planned, read, ahead in some:
            if planned.kept:
                continue
            source = digest_of(read.source)
            blobs[source] = read.source
            for more in (read.photo, read.head):
                if more:
                    blobs[digest_of(more)] = more
            contact = as_read(read)
            if contact is None:
                continue
            owner = self._ids.get(planned.person, planned.person) if planned.person else None
            if planned.outcome is Outcome.NEW:
                made = self._contact(planned, contact)
                contacts.append(Edit(None, made))
                owner = made.id
                if ahead is not None and planned.person not in self._plan.grown:
                    derived[made.id] = ahead
            cards.append(Edit(None, self._card(planned, read, contact, source, owner)))
        return Piece([*contacts, *cards], blobs), derived

    def _contact(self, planned: PlannedCard, said: Contact) -> Contact:
        contact_id = new_id(self._now)
        if planned.person in self._ids:
            self._ids[planned.person] = contact_id
        contact = replace(self._plan.become(planned, said), id=contact_id)
        if contact.met.on is None and self._met_on is not None:
            contact = replace(contact, met=replace(contact.met, on=self._met_on))
        if contact.met.on is not None:
            self.newly_met[contact_id] = contact.met
        return contact

    def _card(
        self, planned: PlannedCard, read: ReadCard, contact: Contact, source: str, owner: str | None
    ) -> Card:
        waits = planned.outcome is Outcome.REVIEW
        return Card(
            new_id(self._now),
            self.batch.id,
            owner,
            source,
            read.digest,
            read.charset,
            planned.file,
            read.line,
            read.position,
            CardState.REVIEW if waits else CardState.KEPT,
            planned.review if waits else None,
            contact.met.on or self._met_on,
            contact.photo,
        )

    def _changed(self) -> Iterator[Edit]:
        for person, contact in self._plan.before.items():
            yield Edit(contact, self._plan.people[person])

    def _distinct(self) -> Iterable[Distinct]:
        for digest, person in self._plan.distinct:
            yield Distinct(new_id(self._now), digest, self._ids.get(person, person))


def _referred_to(final: ImportPlan) -> Iterator[str]:
    """New people whom another card, or a word about who they are not, names."""
    for card in final.cards:
        if card.outcome is not Outcome.NEW and card.person and is_provisional(card.person):
            yield card.person
    yield from (person for _, person in final.distinct if is_provisional(person))


def _unreadable(card: PlannedCard) -> UnreadableCard:
    read = card.read
    if read.reason is None:
        raise AssertionError("an unreadable card bears its reason")
    source = digest_of(read.source)
    head = digest_of(read.head) if read.head is not None else None
    return UnreadableCard(card.file, read.position, read.line, read.reason.value, source, head)


def named(given: "Source") -> str:
    """What is read by its name as text; bytes that mean nothing become marks."""
    path = path_of(given)
    return os.fsencode(path.name).decode("utf-8", "replace")


def read_files(
    given: "Iterable[Source]",
    *,
    progress: Callable[[int, int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    choose: Callable[["Table"], "Table"] | None = None,
    codec: str | None = None,
) -> tuple[ReadFile, ...]:
    """Read cards or tables, from files or memory, known by content, in a child process. Needs no
    store.

    `choose` is given a table as it was understood, and says how to read it. `codec` is what they
    are written in, where somebody said so.
    """
    found: list[ReadFile] = []
    for one in given:
        tables: list[Table] = []

        def chosen(table: "Table", tables: "list[Table]" = tables) -> "Table":
            tables.append(choose(table) if choose is not None else table)
            return tables[-1]

        cards = ReadCards(
            read_cards(one, progress=progress, cancelled=cancelled, choose=chosen, codec=codec)
        )
        found.append(ReadFile(named(one), cards, tables[-1] if tables else None, one, codec))
    return tuple(found)

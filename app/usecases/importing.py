"""Importing cards: read files, preview what would happen, accept it as one change."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.card import Card, CardState
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.ids import new_id
from app.domain.imports import Distinct, ImportBatch, UnreadableCard
from app.domain.now import Now
from app.interchange.reading import read_cards
from app.interchange.source import path_of
from app.usecases.beginnings import begin
from app.usecases.import_plan import (
    Choice,
    ImportPlan,
    Outcome,
    PlannedCard,
    ReadFile,
    digest_of,
    is_provisional,
)
from app.usecases.planning import plan

if TYPE_CHECKING:
    from app.interchange.source import Source
    from app.interchange.table_scan import Table
    from app.store.reader import Reader
    from app.store.store import Store

JUST_MET_PROPOSED_UP_TO = 60
"""Up to so many cards, "I just met them" is proposed; more look like an address book."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did. `change` and `batch` are None where all of it was there already."""

    plan: ImportPlan
    change: Change | None
    batch: ImportBatch | None


def preview(
    reader: "Reader", files: Sequence[ReadFile], choices: Mapping[int, Choice] | None = None
) -> ImportPlan:
    """What an import of these files would do, with the answers given so far."""
    return plan(reader, files, choices)


def accept(
    store: "Store",
    planned: ImportPlan,
    *,
    now: Now,
    choices: Mapping[int, Choice] | None = None,
    met_on: date | None = None,
) -> ImportOutcome:
    """Import the files of a plan in one change, with the answers given to its cards.

    Where the store or the answers changed since, it is planned again. `met_on` means "I met these
    people that day": the exchange date of new people whose card bears none, and a first follow-up
    for every new person. A proven copy of the store as it was is kept before anything counts;
    where that fails, nothing is imported.
    """
    wanted = planned.choices if choices is None else choices
    final = planned
    if wanted != planned.choices or not planned.holds(store):
        final = plan(store, planned.files, wanted)
    if not _writes(store, final):
        return ImportOutcome(final, None, None)
    with store.copying(now) as copied:
        made = _Import(final, now, met_on)
        contacts = made.new_contacts()
        edits = [
            Edit(None, made.batch),
            *(Edit(None, contact) for contact in contacts),
            *made.changed_contacts(),
            *(Edit(None, card) for card in made.cards()),
            *(Edit(None, distinct) for distinct in made.distinct()),
            *begin(store, contacts, now, met=met_on is not None),
        ]
        change = store.apply(
            Change(Verb.IMPORT, tuple(edits)),
            now=now,
            blobs=made.blobs(),
            before_it_counts=copied,
        )
    return ImportOutcome(final, change, made.batch)


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
        self._ids = {p: new_id(now) for p in final.people if is_provisional(p)}
        self.batch = ImportBatch(
            new_id(now),
            now.instant,
            tuple(file.name for file in final.files),
            cards=len(final.cards),
            new=final.count(Outcome.NEW),
            same=final.count(Outcome.SAME),
            changed=final.count(Outcome.CHANGED),
            review=final.count(Outcome.REVIEW),
            unreadable=tuple(_unreadable(card) for card in final.of(Outcome.UNREADABLE)),
            met_on=met_on,
        )

    def _id(self, person: str | None) -> str | None:
        return self._ids.get(person, person) if person else None

    def new_contacts(self) -> list[Contact]:
        found: list[Contact] = []
        for person, contact_id in self._ids.items():
            contact = replace(self._plan.people[person], id=contact_id)
            if contact.met.on is None and self._met_on is not None:
                contact = replace(contact, met=replace(contact.met, on=self._met_on))
            found.append(contact)
        return found

    def changed_contacts(self) -> list[Edit]:
        before = self._plan.before
        return [
            Edit(before[person], contact)
            for person, contact in self._plan.people.items()
            if person in before
        ]

    def cards(self) -> Iterable[Card]:
        for card in self._plan.cards:
            contact = card.contact
            if contact is None or card.kept:
                continue
            read = card.read
            waits = card.outcome is Outcome.REVIEW
            yield Card(
                new_id(self._now),
                self.batch.id,
                self._id(card.person),
                digest_of(read.source),
                read.digest,
                read.charset,
                card.file,
                read.line,
                read.position,
                CardState.REVIEW if waits else CardState.KEPT,
                card.review if waits else None,
                contact.met.on or self._met_on,
                contact.photo,
            )

    def distinct(self) -> Iterable[Distinct]:
        for digest, person in self._plan.distinct:
            yield Distinct(new_id(self._now), digest, self._ids.get(person, person))

    def blobs(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for card in self._plan.cards:
            if not card.kept:
                found[digest_of(card.read.source)] = card.read.source
                for more in (card.read.photo, card.read.head):
                    if more:
                        found[digest_of(more)] = more
        return found


def _unreadable(card: PlannedCard) -> UnreadableCard:
    read = card.read
    if read.reason is None:
        raise ValueError("an unreadable card bears its reason")
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

        cards = tuple(
            read_cards(one, progress=progress, cancelled=cancelled, choose=chosen, codec=codec)
        )
        found.append(ReadFile(named(one), cards, tables[-1] if tables else None, one, codec))
    return tuple(found)

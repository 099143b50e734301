"""Reading files and comparing them with the store: what runs away from the UI thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.card import ReadCard
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.domain.now import Now
from app.interchange.source import Source
from app.interchange.table_scan import Table
from app.ui.background import Task
from app.ui.models.import_session import Session
from app.ui.steady import steady
from app.usecases import importing, review
from app.usecases.import_plan import (
    Choice,
    Found,
    ImportPlan,
    Outcome,
    PlannedCard,
    ReadFile,
    is_provisional,
)
from app.usecases.importing import ImportOutcome, Written
from app.usecases.read_cards import ReadCards
from app.usecases.review import WaitingCard
from app.usecases.table_columns import Columns, as_said

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is: which file of how many, and how much of it."""

    file: str
    number: int
    files: int
    done: int = 0
    total: int = 0
    cards: int = 0

    @property
    def part(self) -> float:
        """0 to 1 over all files."""
        inside = self.done / self.total if self.total else 0.0
        return (self.number - 1 + min(1.0, inside)) / self.files


@dataclass(frozen=True, slots=True)
class FileTrouble:
    """A file that could not be read, and why."""

    name: str
    error: ExpectedError


@dataclass(frozen=True, slots=True)
class Files:
    """What came of reading: files with their cards, and files without. `stopped`: by the person."""

    read: tuple[ReadFile, ...] = ()
    troubles: tuple[FileTrouble, ...] = ()
    stopped: bool = False


def read(
    paths: Sequence[Source], columns: Columns, codecs: Mapping[Source, str], task: Task
) -> Files:
    """Read each file, or what was pasted; one that cannot be read does not keep the others back.
    `columns` is what the person said of tables earlier, `codecs` of the characters of a file.
    """

    def choose(table: Table) -> Table:
        return as_said(table, columns)

    found: list[ReadFile] = []
    troubles: list[FileTrouble] = []
    for number, path in enumerate(paths, 1):
        name = importing.named(path)
        task.report(Progress(name, number, len(paths)))
        teller = _Teller(task, name, number, len(paths))
        try:
            with steady():
                found += importing.read_files(
                    [path],
                    progress=teller,
                    cancelled=task.cancelled,
                    choose=choose,
                    codec=codecs.get(path),
                )
        except ExpectedError as error:
            if not task.cancelled():
                troubles.append(FileTrouble(name, error))
        if task.cancelled():
            return Files(stopped=True)
    return Files(tuple(found), tuple(troubles))


class _Teller:
    """Tells progress on, but not more often than a person can see."""

    def __init__(self, task: Task, name: str, number: int, files: int) -> None:
        self._task = task
        self._about = (name, number, files)
        self._told = -1

    def __call__(self, done: int, total: int, cards: int) -> None:
        step = done * 100 // total if total else 0
        if step != self._told:
            self._told = step
            self._task.report(Progress(*self._about, done, total, cards))


def compare(
    reader: "Reader", files: Sequence[ReadFile], cancelled: Callable[[], bool] | None = None
) -> Session:
    """A session for these files: the plan, and the people that doubtful cards may be."""
    with steady():
        plan = importing.preview(reader, files, cancelled=cancelled)
        ids = {
            person
            for card in plan.of(Outcome.REVIEW)
            for person in card.candidates
            if not is_provisional(person)
        }
        return Session(plan, reader.contacts(sorted(ids)))


def accept(
    store: "Store",
    plan: ImportPlan,
    *,
    now: Now,
    choices: Mapping[int, Choice],
    met_on: date | None,
    progress: Written,
    cancelled: Callable[[], bool],
) -> ImportOutcome:
    """Import with the answers given."""
    with steady():
        return importing.accept(
            store,
            plan,
            now=now,
            choices=choices,
            met_on=met_on,
            progress=progress,
            cancelled=cancelled,
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cards of earlier imports that wait, in a session, and their ids by index."""

    session: Session
    ids: tuple[str, ...]


def waiting(reader: "Reader") -> Waiting:
    """The cards that still wait for a decision."""
    cards = review.waiting(reader)
    reads = ReadCards(_read(reader, card) for card in cards)
    people = {c.id: c for card in cards for c in card.candidates}
    planned = tuple(
        _planned(at, card, reads, tuple(people.values())) for at, card in enumerate(cards)
    )
    session = Session(ImportPlan((), planned), people.values())
    return Waiting(session, tuple(card.card.id for card in cards))


def _read(reader: "Reader", waits: WaitingCard) -> ReadCard:
    card = waits.card
    photo = reader.blob(card.photo) if card.photo else None
    return ReadCard(
        card.position, card.line, b"", card.charset, card.digest, waits.contact, photo=photo
    )


def _planned(
    index: int, waits: WaitingCard, reads: ReadCards, people: tuple[Contact, ...]
) -> PlannedCard:
    first = waits.candidates[0] if waits.candidates else None
    return PlannedCard(
        index,
        waits.card.file,
        reads,
        0,
        Outcome.REVIEW,
        known_as=first.id if first else None,
        found=Found(
            review=waits.card.review,
            candidates=tuple(c.id for c in waits.candidates),
            agreed=waits.agreed(first) if first else (),
            known_ones=people,
            known_at=people.index(first) if first else None,
        ),
    )


def standing(reader: "Reader") -> tuple[int, bool]:
    """How many cards wait, and whether there were imports."""
    return len(reader.waiting_cards()), bool(reader.batches())

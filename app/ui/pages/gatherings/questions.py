"""What the gatherings page asks the store, each in one question on the reader's lane."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.domain.contact import Contact
from app.domain.folding import fold
from app.domain.gathering import Gathering
from app.domain.gathering_yield import Yield, yield_of
from app.store.answers import GatheringRow
from app.usecases import gathering_proposals
from app.usecases.gathering_proposals import Proposal

if TYPE_CHECKING:
    from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of the list; whether there are any at all, and what may be a gathering."""

    rows: tuple[GatheringRow, ...]
    any: bool
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that the page shows of one gathering. The series counts what is over or goes on."""

    gathering: Gathering
    received: tuple[Contact, ...] = ()
    others: tuple[Contact, ...] = ()
    became: Yield = field(default_factory=Yield)
    series_times: int = 0
    series_became: Yield = field(default_factory=Yield)


def listed(reader: "Reader", words: str) -> Listed:
    """All gatherings, or those that hold the words; proposals only where nothing is looked for."""
    rows = reader.gathering_rows()
    if not words.strip():
        return Listed(rows, bool(rows), gathering_proposals.of_people(reader))
    found = {gathering.id for gathering in reader.find_gatherings(words)}
    return Listed(tuple(row for row in rows if row.gathering.id in found), bool(rows))


def know(reader: "Reader", gathering_id: str, today: date) -> Known | None:
    """One gathering with everything around; None where it is gone."""
    rows = reader.gathering_rows()
    own = next((row for row in rows if row.gathering.id == gathering_id), None)
    if own is None:
        return None
    gathering = own.gathering
    series = [
        row
        for row in rows
        if gathering.series
        and row.gathering.series
        and fold(row.gathering.series) == fold(gathering.series)
        and row.gathering.on <= today
        and not row.gathering.called_off
    ]
    together = Yield()
    for row in series:
        together += became(row, today)
    return Known(
        gathering,
        reader.received_at(gathering_id),
        reader.others_at(gathering_id),
        became(own, today),
        len(series),
        together,
    )


def became(row: GatheringRow, today: date) -> Yield:
    """The yield of a row on a day."""
    return yield_of(row.gathering, row.cards, row.answered, today)

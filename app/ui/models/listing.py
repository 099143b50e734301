"""The order of the people list: which row is whose, with headers between. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.store.answers import NoteHit, SectionMark


@dataclass(frozen=True)
class Listing:
    """People by id, notes behind them, headers before places in that order.

    A place counts people and notes; a row counts the headers too.
    """

    ids: tuple[str, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    sections: tuple[SectionMark, ...] = ()
    people_behind: int = 0
    """So many more were found than are here: the rest of an answer of which this is the first."""
    notes_behind: int = 0

    @property
    def cut(self) -> bool:
        """Whether it is only the first of an answer."""
        return bool(self.people_behind or self.notes_behind)

    def continues(self, first: "Listing") -> bool:
        """Whether this begins with all rows of another, which was cut, and has more."""
        return (
            first.cut
            and 0 < first.rows < self.rows
            and self.sections[: len(first.sections)] == first.sections
            and self.ids[: len(first.ids)] == first.ids
            and self.notes[: len(first.notes)] == first.notes
            and (not first.notes or len(self.ids) == len(first.ids))
        )

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.ids) + len(self.notes)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.count + len(self.sections)

    @cached_property
    def headers(self) -> Sequence[int]:
        """The rows that are section headers."""
        return [mark.start + at for at, mark in enumerate(self.sections)]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [mark.start for mark in self.sections]

    def row(self, place: int) -> int:
        """The row of a place."""
        return place + bisect_right(self._starts, place)

    def place(self, row: int) -> int | None:
        """The place of a row; None for a header."""
        at = bisect_left(self.headers, row)
        if at < len(self.headers) and self.headers[at] == row:
            return None
        return row - at

    def section_of(self, row: int) -> str:
        """The section that a row stands in."""
        at = bisect_right(self.headers, row) - 1
        return self.sections[at].section if at >= 0 else ""

    def row_of(self, contact_id: str) -> int:
        """The row of a person, or -1."""
        try:
            return self.row(self.ids.index(contact_id))
        except ValueError:
            return -1

    def person_at(self, row: int) -> str | None:
        """The id of the person of a row; of a note, its first person; None for headers."""
        place = self.place(row)
        if place is None or not 0 <= place < self.count:
            return None
        if place < len(self.ids):
            return self.ids[place]
        people = self.notes[place - len(self.ids)].contact_ids
        return people[0] if people else None

    def people_in(self, first: int, last: int) -> list[str]:
        """The people of the rows from `first` to `last`, both included, as `person_at` says."""
        begin = first - bisect_left(self.headers, first)
        end = last + 1 - bisect_right(self.headers, last)
        found = list(self.ids[begin:end])
        for hit in self.notes[max(0, begin - len(self.ids)) : max(0, end - len(self.ids))]:
            found += hit.contact_ids[:1]
        return found

    def note_at(self, row: int) -> NoteHit | None:
        """The note of a row, if it is one."""
        place = self.place(row)
        if place is None or not len(self.ids) <= place < self.count:
            return None
        return self.notes[place - len(self.ids)]

    def people_of(self, first: int, last: int) -> list[str]:
        """Who is named at the places from `first` up to, not including, `last`; each once."""
        ids = list(self.ids[first:last])
        shift = len(self.ids)
        for hit in self.notes[max(0, first - shift) : max(0, last - shift)]:
            ids += hit.contact_ids
        return list(dict.fromkeys(ids))

"""Rows and places of the people list, with headers between and notes behind."""

from hypothesis import given
from hypothesis import strategies as st

from app.store.answers import NoteHit, SectionMark
from app.ui.models.listing import Listing


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    ids = tuple(f"p{n}" for n in range(draw(st.integers(0, 12))))
    notes = tuple(
        NoteHit(f"n{n}", (f"p{n}", "other"), None, "…") for n in range(draw(st.integers(0, 4)))
    )
    starts = draw(st.sets(st.integers(0, max(0, len(ids) + len(notes) - 1)), max_size=5))
    return Listing(ids, notes, tuple(SectionMark(f"s{at}", at) for at in sorted(starts)))


@given(listings(), st.data())
def test_the_people_of_a_run_of_rows_are_those_of_each(
    listing: Listing, data: st.DataObject
) -> None:
    if not listing.rows:
        return
    first = data.draw(st.integers(0, listing.rows - 1))
    last = data.draw(st.integers(first, listing.rows - 1))
    each = (listing.person_at(row) for row in range(first, last + 1))
    assert listing.people_in(first, last) == [person for person in each if person is not None]

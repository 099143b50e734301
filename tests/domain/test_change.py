"""What a change says of itself, also of what was written in pieces and stands in no edit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.change import Apart, Change, Edit, Verb
from app.domain.contact import Contact, Name
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.rhythm import TagRhythm
from tests.store.conftest import TODAY

IDS = st.text("ab0", min_size=1, max_size=3)
RECORDS = st.one_of(
    st.builds(lambda i: Contact(id=i, name=Name(i)), IDS),
    st.builds(lambda i, who: Interaction(i, Kind.MET, Initiative.ME, TODAY, (who,)), IDS, IDS),
)
ITEMS = st.lists(IDS, max_size=3).map(lambda ids: json.dumps(ids)[1:-1])
CHANGES = st.builds(
    lambda records, items, others: Change(
        Verb.IMPORT, tuple(Edit(None, r) for r in records), apart=Apart(tuple(items), others)
    ),
    st.lists(RECORDS, max_size=3),
    st.lists(ITEMS, max_size=2),
    st.frozensets(IDS, max_size=2),
)


def test_an_edit_of_nothing_is_of_no_record():
    with pytest.raises(ValueError, match="side"):
        _ = Edit(None, None).record


@given(CHANGES, IDS)
def test_what_is_asked_of_one_is_what_the_whole_says(change, one):
    assert change.concerns(one) == (one in change.people())
    assert not change.concerns(None)
    for kind in (Contact, Interaction, TagRhythm):
        assert change.touches(kind) == bool(change.touched(kind))

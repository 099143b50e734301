"""Cards of groups (RFC 6350, 6.1.4; Apple's own): their name becomes a tag of the members."""

from datetime import date

import pytest

from app.domain.names import shown
from app.usecases import importing, people, undoing
from app.usecases.import_plan import Outcome
from tests.usecases.conftest import at, everyone

NOW = at(date(2026, 10, 15))
PEOPLE = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af
FN:早坂 美緒
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:b8767877-b4a1-4c70-9acc-505d3819e519
FN:原田 渉
CATEGORIES:登山の会
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:藤堂 健一郎
END:VCARD
"""
GROUP = """BEGIN:VCARD
VERSION:4.0
KIND:group
FN:登山の会
MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af
MEMBER:urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519
MEMBER:urn:uuid:00000000-0000-4000-8000-000000000000
END:VCARD
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
N:登山の会
FN:登山の会
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519
END:VCARD
"""


@pytest.fixture
def bring(store, tmp_path):
    def bring(*texts):
        paths = []
        for number, text in enumerate(texts):
            paths.append(tmp_path / f"{number}.vcf")
            paths[-1].write_text(text, "utf-8")
        plan = importing.preview(store, importing.read_files(paths))
        return importing.accept(store, plan, now=NOW)

    return bring


def tags(store):
    return {shown(contact): contact.tags for contact in everyone(store)}


EXPECTED = {"早坂 美緒": ("登山の会",), "原田 渉": ("登山の会",), "藤堂 健一郎": ()}


@pytest.mark.parametrize("group", [GROUP, APPLE], ids=["RFC", "Apple"])
@pytest.mark.parametrize("order", ["before", "behind", "another file"])
def test_a_group_is_no_person_and_tags_its_members(store, bring, group, order):
    texts = {"before": [group + PEOPLE], "behind": [PEOPLE + group]}.get(order, [group, PEOPLE])
    outcome = bring(*texts)
    assert tags(store) == EXPECTED
    assert outcome.plan.count(Outcome.NEW) == 3
    assert outcome.plan.count(Outcome.SAME) == 1
    assert [card.index for card in outcome.plan.cards] == [0, 1, 2, 3]
    for _ in range(2):
        again = bring(*texts)
        assert again.change is None
    assert tags(store) == EXPECTED


def test_members_who_are_known_already_are_tagged_and_undo_takes_it_back(store, bring):
    bring(PEOPLE)
    outcome = bring(GROUP)
    assert outcome.change is not None
    assert tags(store) == EXPECTED
    undoing.undo(store, now=NOW)
    assert tags(store)["早坂 美緒"] == ()
    assert bring(GROUP).change is not None


def test_a_tag_taken_off_by_hand_does_not_come_back(store, bring):
    bring(PEOPLE + GROUP)
    mio = next(c for c in everyone(store) if shown(c) == "早坂 美緒")
    people.set_tags(store, mio.id, [], now=NOW)
    assert bring(PEOPLE + GROUP).change is None
    assert tags(store)["早坂 美緒"] == ()

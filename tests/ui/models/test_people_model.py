"""The list's model: headers among ids, rows by pages, old answers let go."""

from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.contact import Contact, Name, Reading
from app.store.answers import NoteHit, PeopleFilter, SectionMark
from app.ui.models.listing import Listing
from app.ui.models.people import ITEM, PAGE, Note, PeopleModel, Person, Section, read_rows
from tests.ui.pages.people.conftest import House, house  # noqa: F401

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def many(count):
    return [
        Contact(
            id=f"c{at:04}",
            name=Name(full=f"Person {at:04}", family=f"{'ABC'[at % 3]}{at:04}", given="Person"),
            reading=Reading(),
            organization=f"Company {at}",
        )
        for at in range(count)
    ]


@pytest.fixture
def model(house):  # noqa: F811
    house.put(*many(250))
    made = PeopleModel(house.workspace, house.theme)
    tester = QAbstractItemModelTester(made, FATAL)
    yield made
    assert tester is not None
    made.deleteLater()


def listing(house):  # noqa: F811
    index = house.ask(lambda r: r.people(PeopleFilter(), "en"))
    return Listing(index.ids, (), index.sections)


def test_headers_stand_between_people(house, model):  # noqa: F811
    model.show(listing(house))
    assert model.rowCount() == 253
    assert list(model.listing.headers) == [0, 85, 169]
    assert model.index(0, 0).data(ITEM) == Section("A")
    assert model.index(0, 0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.listing.section_of(84) == "A"
    assert model.listing.section_of(86) == "B"
    for contact_id in ("c0000", "c0001", "c0248"):
        assert model.listing.person_at(model.listing.row_of(contact_id)) == contact_id
    assert model.listing.person_at(0) is None
    assert model.listing.row_of("nobody") == -1


def test_rows_come_when_they_are_asked_for(house, model):  # noqa: F811
    model.show(listing(house))
    assert model.index(1, 0).data(ITEM) is None
    came = []
    model.dataChanged.connect(lambda first, last: came.append((first.row(), last.row())))
    house.settle()
    item = model.index(1, 0).data(ITEM)
    assert isinstance(item, Person)
    assert item.row.name == "Person 0000"
    assert came


def test_the_same_listing_renews_rows_without_a_reset(house, model):  # noqa: F811
    shown = listing(house)
    model.show(shown)
    model.index(1, 0).data(ITEM)
    house.settle()
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(shown)
    assert resets == []
    assert isinstance(model.index(1, 0).data(ITEM), Person)


def test_the_rest_of_an_answer_stands_behind_its_first_rows(house, model):  # noqa: F811
    ids = house.ask(lambda r: r.people(PeopleFilter(), "en")).ids
    hits = tuple(NoteHit(f"n{at}", (ids[at],), None, f"line {at}") for at in range(3))
    people, notes = SectionMark("People 250", 0), SectionMark("Notes 3", 250)
    known = house.ask(lambda r: read_rows(r, ids[:12], date(2026, 10, 1), "en"))
    model.show(Listing(ids[:12], (), (people,), 238, 3), known)
    current = QPersistentModelIndex(model.index(5, 0))
    resets, grown = [], []
    model.modelReset.connect(lambda: resets.append(True))
    model.rowsInserted.connect(lambda _parent, first, last: grown.append((first, last)))
    model.show(Listing(ids, hits, (people, notes)), known)
    assert (resets, grown) == ([], [(13, 254)])
    assert current.row() == 5
    assert isinstance(model.index(5, 0).data(ITEM), Person)
    assert model.index(20, 0).data(ITEM) is None
    house.settle()
    assert isinstance(model.index(20, 0).data(ITEM), Person)
    assert model.index(251, 0).data(ITEM) == Section("Notes 3")


def test_another_answer_does_not_pass_for_the_rest(house, model):  # noqa: F811
    ids = house.ask(lambda r: r.people(PeopleFilter(), "en")).ids
    mark = SectionMark("People 9", 0)
    first = Listing(ids[:4], (), (mark,), 5)
    assert Listing(ids[:9], (), (mark,)).continues(first)
    assert not Listing(ids[:9], (), (mark,)).continues(Listing(ids[:4], (), (mark,)))
    assert not Listing(ids[1:9], (), (mark,)).continues(first)
    assert not Listing(ids[:9], (), (SectionMark("People 8", 0),)).continues(first)
    assert not Listing(ids[:3], (), (mark,)).continues(first)
    hit = NoteHit("n", (ids[0],), None, "line")
    noted = Listing(ids[:4], (hit,), (mark, SectionMark("Notes 2", 4)), 0, 1)
    assert not Listing(ids[:9], (hit, hit), noted.sections).continues(noted)


def test_refresh_asks_only_for_what_is_known(house, model):  # noqa: F811
    model.show(listing(house))
    model.index(1, 0).data(ITEM)
    house.settle()
    before = house.ask(lambda r: r.contact("c0000"))
    from dataclasses import replace

    from app.usecases import people
    from tests.screens.kept import NOW

    after = replace(before, organization="Elsewhere")
    house.do(lambda store: people.edit(store, before, after, now=NOW))
    model.refresh(["c0000", "c9999"])
    house.settle()
    assert model.index(model.listing.row_of("c0000"), 0).data(ITEM).row.organization == "Elsewhere"


def test_no_more_rows_are_kept_than_forty_pages(house, monkeypatch):  # noqa: F811
    monkeypatch.setattr("app.ui.models.people.PAGES_KEPT", 2)
    house.put(*many(350))
    made = PeopleModel(house.workspace, house.theme)
    made.show(listing(house))
    for place in (0, PAGE, 2 * PAGE, 3 * PAGE):
        made.index(made.listing.row(place), 0).data(ITEM)
        house.settle()
    assert len(made._rows) <= 2 * PAGE
    made.deleteLater()


def test_notes_stand_behind_people_with_their_names(house, model):  # noqa: F811
    hit = NoteHit("n1", ("c0003",), date(2026, 10, 1), "a line about oak")
    model.show(Listing(("c0001",), (hit,), (SectionMark("People 1", 0), SectionMark("Notes 1", 1))))
    model.index(1, 0).data(ITEM)
    house.settle()
    note = model.index(3, 0).data(ITEM)
    assert isinstance(note, Note)
    assert note.people[0].name == "Person 0003"
    assert model.listing.note_at(3) == hit
    assert model.listing.note_at(1) is None
    assert model.listing.person_at(3) == "c0003"


def test_rows_speak(house, model):  # noqa: F811
    house.put(
        Contact(
            id="x", name=Name(full="早坂 美緒", family="早坂", given="美緒"),
            reading=Reading("はやさか", "みお"), organization="こもれび工房",
        )
    )  # fmt: skip
    model.show(listing(house))
    row = model.listing.row_of("x")
    model.index(row, 0).data(ITEM)
    house.settle()
    said = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "早坂 美緒 (Hayasaka Mio)"
    described = model.index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "こもれび工房"
    tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<span>")


def test_a_model_that_is_gone_lets_answers_go(house):  # noqa: F811
    house.put(*many(3))
    made = PeopleModel(house.workspace, house.theme)
    made.show(listing(house))
    made.index(1, 0).data(ITEM)
    import shiboken6

    shiboken6.delete(made)
    house.settle()
    assert house.errors == []

"""The timeline's model: words, years, and more entries when they are wanted."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.contact import Contact, Name
from app.domain.interaction import Initiative, Interaction, Kind
from app.ui.models.timeline import ENTRY, STEP, Entry, Gap, TimelineModel
from tests.screens.kept import TODAY
from tests.screens.people import hayasaka, timeline
from tests.ui.pages.people.conftest import House, house  # noqa: F401

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_entries_in_words(house: House):  # noqa: F811
    model = TimelineModel(house.workspace, house.theme)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(hayasaka(False), timeline(False), {"p25": "早坂 美緒"})
    entries = [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]
    assert [e.first for e in entries] == [False] * 5 + [True]
    assert entries[0].title == "Hayasaka-san reached out"
    assert (entries[1].title, entries[1].channel) == ("You met", "Kuramae studio")
    assert entries[2].icon == "reply"
    assert [e.year for e in entries] == [""] * 5 + ["2025"]
    assert (entries[5].day, entries[5].channel) == ("24 May", "where it began")
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2 Oct, Hayasaka-san reached out, Mail"
    assert tester is not None
    model.deleteLater()


def test_others_of_an_entry_are_named(house: House):  # noqa: F811
    model = TimelineModel(house.workspace, house.theme)
    act = Interaction("a", Kind.MET, Initiative.BOTH, TODAY, ("me", "b", "gone"))
    model.show(Contact(id="me", name=Name(full="Me")), [act], {"me": "Me", "b": "Bea"})
    assert model.index(0, 0).data(ENTRY).others == (("b", "Bea"),)
    model.deleteLater()


def test_a_long_timeline_comes_step_by_step(house: House):  # noqa: F811
    person = Contact(id="p", name=Name(full="P"))
    acts = [
        Interaction(f"a{at}", Kind.NOTE, Initiative.ME, TODAY - timedelta(at), ("p",), str(at))
        for at in range(STEP + 50)
    ]
    model = TimelineModel(house.workspace, house.theme)
    model.show(person, acts, {})
    assert model.rowCount() == STEP
    assert not model.index(STEP - 1, 0).data(ENTRY).first
    tester = QAbstractItemModelTester(model, FATAL)
    assert model.row_of(f"a{STEP + 10}") == STEP + 10
    assert model.rowCount() == STEP + 50
    assert model.index(STEP + 49, 0).data(ENTRY).first
    assert not model.has_older
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(person, acts, {})
    assert resets == []
    model.show(
        person, [Interaction("n", Kind.NOTE, Initiative.ME, date(2026, 10, 15), ("p",)), *acts], {}
    )
    assert resets == [True]
    assert tester is not None
    model.deleteLater()


def test_a_far_entry_is_shown_among_its_neighbours(house: House):  # noqa: F811
    person = Contact(id="p", name=Name(full="P"))
    count = 10 * STEP
    acts = [
        Interaction(f"a{at}", Kind.NOTE, Initiative.ME, TODAY - timedelta(at), ("p",), str(at))
        for at in range(count)
    ]
    model = TimelineModel(house.workspace, house.theme)
    model.show(person, acts, {})
    tester = QAbstractItemModelTester(model, FATAL)
    far = f"a{count - STEP}"
    row = model.row_of(far)
    assert model.index(row, 0).data(ENTRY).act.id == far
    assert model.act_at(row) == acts[count - STEP]
    gap = model.index(0, 0).data(ENTRY)
    assert isinstance(gap, Gap)
    assert gap.count + STEP // 2 == count - STEP
    assert model.act_at(0) is model.promise_at(0) is None
    while model.has_older:
        model.show_older()
    assert model.index(model.rowCount() - 1, 0).data(ENTRY).first
    model.show(person, acts[:-1], {})  # one was deleted: the place stays
    assert model.index(model.row_of(far), 0).data(ENTRY).act.id == far
    assert isinstance(model.index(0, 0).data(ENTRY), Gap)
    model.show_newest()
    shown = [model.index(at, 0).data(ENTRY) for at in range(STEP)]
    assert all(isinstance(one, Entry) for one in shown)
    assert [one.act for one in shown] == acts[:STEP]
    assert tester is not None
    model.deleteLater()

"""The queue becomes another day by the smallest moves, and says everything to a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.due import Reason, ReasonKind
from app.ui.look.theme import Theme
from app.ui.models.queue import PERSON, QueueModel
from app.ui.today import DuePerson, Today
from app.ui.words.today import TodayWords
from tests.ui.day import PEOPLE, TODAY

REASON = Reason(ReasonKind.FOLLOW_UP, TODAY, "端材の見本を送る", "f")
DUE = tuple(DuePerson(contact, (REASON,)) for contact in PEOPLE)
ORDERS = ["", "0", "0123", "123", "02", "3210", "1", "130", "0123", "321", ""]


def watched(theme: Theme) -> tuple[QueueModel, QAbstractItemModelTester]:
    model = QueueModel(TodayWords(theme))
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    return model, QAbstractItemModelTester(model, fatal, model)


def day(order: str) -> Today:
    return Today(TODAY, tuple(DUE[int(place)] for place in order))


def test_every_order_follows_every_other(theme: Theme) -> None:
    model, _tester = watched(theme)
    for before in ORDERS:
        for after in ORDERS:
            for order in (before, after):
                model.show(day(order))
                assert [p.id for p in model.people()] == [p.id for p in day(order).people]


def test_rows_that_stay_keep_their_index(theme: Theme) -> None:
    model, _tester = watched(theme)
    model.show(day("0123"))
    kept = QPersistentModelIndex(model.index(2))
    model.show(day("321"))
    assert kept.data(PERSON) == DUE[2]
    assert kept.row() == 1
    model.show(day("1"))
    assert not kept.isValid()


def test_a_person_who_changed_is_told(theme: Theme) -> None:
    model, _tester = watched(theme)
    model.show(day("01"))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    changed = replace(DUE[1], reasons=(replace(REASON, text="別の用"),))
    model.show(Today(TODAY, (DUE[0], changed)))
    assert told == [1]


def test_what_a_screen_reader_says(theme: Theme) -> None:
    model, _tester = watched(theme)
    model.show(day("0"))
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "早坂 美緒 (Hayasaka Mio)"
    said = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "こもれび工房, 代表" in said
    assert "端材の見本を送る" in said
    assert "Nothing from them in two years yet" in said


@pytest.mark.parametrize("index", [QModelIndex()])
def test_nothing_is_answered_for_nobody(theme: Theme, index: QModelIndex) -> None:
    model, _tester = watched(theme)
    assert model.data(index) is None
    assert model.person(index) is None
    assert model.flags(index) == Qt.ItemFlag.NoItemFlags
    assert isinstance(model, QAbstractItemModel)

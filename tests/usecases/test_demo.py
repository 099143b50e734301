"""The demonstration store shows what the pictures show."""

from datetime import date, timedelta

import pytest

from app.domain.interaction import Initiative, Kind
from app.domain.names import shown
from app.store.errors import StoreExistsError
from app.usecases import demo, today, undoing
from tests.usecases.conftest import at, everyone

DAY = date(2026, 10, 15)


@pytest.fixture
def people(store):
    demo.fill(store, now=at(DAY))
    return {shown(c): c for c in everyone(store)}


def test_the_figures_of_the_pictures(store, people):
    count = store.known_count(DAY)
    assert (count.known, count.total, count.gained_three_months) == (27, 42, 3)
    rows = store.person_rows([people[n].id for n in PICTURE], DAY, "ja")
    drawn = {
        r.name: ("".join("●" if k else "○" for k in r.knots), (DAY - r.last_contact).days)
        for r in rows
    }
    assert drawn == PICTURE


PICTURE = {
    "佐久間 理恵": ("●●○", 0),
    "島田 惣一": ("●○○", 61),
    "田村 灯": ("●●●", 21),
    "藤堂 健一郎": ("●○●", 148),
    "中島 由紀子": ("●●○", 32),
    "早坂 美緒": ("●●●", 13),
    "原田 渉": ("○○○", 183),
    "宮下 あかり": ("●○●", 96),
}


def test_the_list_of_the_picture(store, people):
    index = store.people(language="ja")
    names = [shown(c) for c in store.contacts(index.ids)]
    start = next(m.start for m in index.sections if m.section == "さ")
    assert names[start : start + 8] == list(PICTURE)


def test_the_people_of_today(store, people):
    found = today.due(store, DAY)
    names = {c.id: shown(c) for c in people.values()}
    assert [names[p.contact_id] for p in found.people] == [
        "早坂 美緒",
        "宮下 あかり",
        "藤堂 健一郎",
        "Claire Martin",
    ]
    assert found.waiting == 0
    assert len(store.changes_on(DAY)) == 2


def test_the_timeline_of_the_picture(store, people):
    acts = store.timeline(people["早坂 美緒"].id)
    assert [(a.on.isoformat(), a.kind, a.initiative) for a in acts] == [
        ("2026-10-02", Kind.MAIL, Initiative.THEM),
        ("2026-09-08", Kind.MET, Initiative.BOTH),
        ("2026-08-21", Kind.LETTER, Initiative.THEM),
        ("2026-08-18", Kind.LETTER, Initiative.ME),
        ("2026-06-12", Kind.INTRODUCTION, Initiative.THEM),
        ("2025-05-24", Kind.CARDS, Initiative.BOTH),
    ]
    assert acts[2].answers == acts[3].id
    (introduced,) = store.introducers(people["早坂 美緒"].id, DAY)
    assert shown(introduced) == "金子 彰"


def test_a_store_with_people_is_not_touched(store, people):
    with pytest.raises(StoreExistsError):
        demo.fill(store, now=at(DAY))


def test_two_undos_empty_it(store, people):
    undoing.undo(store, now=at(DAY))
    undoing.undo(store, now=at(DAY))
    assert store.people().ids == ()


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2027, 1, 1), date(2026, 12, 29)])
def test_it_can_be_filled_on_any_day(store, day):
    demo.fill(store, now=at(day))
    assert len(today.due(store, day).people) == 4
    assert len(today.due(store, day + timedelta(1)).people) >= 4

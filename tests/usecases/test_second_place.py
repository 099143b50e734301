"""The second place after an import: filled by itself, and never in its way."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.store import second_place as places
from app.store.errors import SecondPlaceError, Trouble
from app.store.settings import Setting
from app.usecases import second_place
from app.usecases.second_place import SecondPlace
from tests.usecases.conftest import at, bring_in, file, person

NOW = at(date(2026, 10, 15))


@pytest.fixture
def place(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


def copies(place):
    return sorted(path.name for path in place.rglob("*.enishi"))


def brought(store):
    how = second_place.bring(store, now=NOW)
    if how is not None:
        second_place.note(store, how)
    return second_place.second_place(store)


def test_without_a_place_nothing_is_tried(store):
    assert second_place.second_place(store) is None
    assert brought(store) is None


def test_a_chosen_place_is_filled_and_remembers_when(store, place):
    second_place.choose(store, place)
    assert brought(store) == SecondPlace(place)  # no backup has been made yet
    bring_in(store, file(person("早坂 美緒")), now=NOW)
    assert brought(store) == SecondPlace(place, NOW.instant)
    assert len(copies(place)) == 1


def test_a_stick_that_is_away_is_remembered_with_the_last_copy(store, place):
    second_place.choose(store, place)
    bring_in(store, file(person("早坂 美緒")), now=NOW)
    brought(store)
    shutil.rmtree(place)
    bring_in(store, file(person("山田 太郎")), now=NOW)
    assert brought(store) == SecondPlace(place, NOW.instant, Trouble.ABSENT)
    place.mkdir()
    second_place.choose(store, place)
    assert brought(store) == SecondPlace(place, NOW.instant)
    assert copies(place) == ["20261015-090000-2.enishi", "20261015-090000.enishi"]


def test_what_cannot_be_a_place_is_refused_and_the_old_one_stays(store, place, tmp_path):
    second_place.choose(store, place)
    with pytest.raises(SecondPlaceError):
        second_place.choose(store, tmp_path / "nowhere")
    assert second_place.second_place(store) == SecondPlace(place)


def test_given_up_and_another_place_chosen_meanwhile_are_not_noted(store, place, tmp_path):
    second_place.choose(store, place)
    bring_in(store, file(person("早坂 美緒")), now=NOW)
    assert second_place.bring(store, now=NOW, stopped=lambda: True) is None
    how = second_place.bring(store, now=NOW)
    assert how is not None
    other = tmp_path / "other"
    other.mkdir()
    second_place.choose(store, other)
    second_place.note(store, how)
    assert second_place.second_place(store) == SecondPlace(other)


def test_forgotten_it_is_left_alone(store, place):
    second_place.choose(store, place)
    bring_in(store, file(person("早坂 美緒")), now=NOW)
    brought(store)
    second_place.forget(store)
    bring_in(store, file(person("山田 太郎")), now=NOW)
    assert brought(store) is None
    assert len(copies(place)) == 1


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"path": 1}', '{"path": "x", "copied": "soon", "trouble": null}',
             '{"path": "x", "copied": null, "trouble": "odd"}'],
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_no_place(store, text):
    store.set_setting(Setting.SECOND_PLACE, text)
    assert second_place.second_place(store) is None


def test_a_folder_by_any_name(store, tmp_path):
    place = Path(str(tmp_path / "棒 “1” \udcff"))
    place.mkdir()
    second_place.choose(store, place)
    bring_in(store, file(person("早坂 美緒")), now=NOW)
    assert brought(store) == SecondPlace(place, NOW.instant)


def test_whatever_goes_wrong_there_is_no_failure_of_ours(store, place, monkeypatch):
    second_place.choose(store, place)
    bring_in(store, file(person("早坂 美緒")), now=NOW)

    def broken(*_):
        raise OSError("no number")

    monkeypatch.setattr(places, "sweep", broken)
    assert brought(store) == SecondPlace(place, None, Trouble.FAILED)

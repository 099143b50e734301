"""Gatherings from calendars: the same UID brings news, a name alone asks."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from app.domain.gathering import Gathering
from app.interchange.calendars import read_calendar
from app.usecases import gatherings, undoing
from app.usecases.gathering_import import Outcome, PlannedGathering, plan, take
from tests.store.conftest import TODAY, at

FILES = Path(__file__).parents[1] / "data" / "calendars"
NIGHT = Gathering(
    "", "蔵前の夜", TODAY + timedelta(3), starts=time(19), place="ホール", uid="night"
)


def outcomes(store, *read):
    return [p.outcome for p in plan(store, read)]


def kept(store):
    return [row.gathering for row in store.gathering_rows()]


def test_a_file_is_taken_once_and_taken_back_at_once(store):
    read = read_calendar(FILES / "google.ics", TODAY).gatherings
    planned = plan(store, read)
    assert {p.outcome for p in planned} == {Outcome.NEW}
    wanted = [p for p in planned if p.is_proposed(TODAY)]
    assert [p.read.name for p in planned if p not in wanted] == ["Winter market"]
    take(store, wanted, now=at())
    assert len(kept(store)) == len(wanted)
    assert set(outcomes(store, *read)) == {Outcome.SAME, Outcome.NEW}
    assert take(store, [], now=at()).seq is None
    again = take(store, [p for p in plan(store, read) if p.known], now=at())
    assert again.seq is None
    undoing.undo(store, now=at())
    assert kept(store) == []


def test_the_same_uid_brings_news_and_leaves_what_the_person_wrote(store):
    take(store, plan(store, [NIGHT]), now=at())
    (mine,) = kept(store)
    mine = replace(mine, name="わたしの夜", note="たのしかった", series="夜の会")
    gatherings.edit(store, kept(store)[0], mine, now=at())
    moved = replace(NIGHT, on=NIGHT.on + timedelta(1), starts=time(20), place=None, called_off=True)
    (planned,) = plan(store, [NIGHT, moved])
    assert (planned.outcome, planned.known) == (Outcome.CHANGED, mine)
    assert planned.is_proposed(TODAY)
    take(store, [planned], now=at())
    assert kept(store) == [replace(mine, on=moved.on, starts=time(20), called_off=True)]


def test_one_of_that_name_and_day_asks(store):
    gatherings.make(store, Gathering("", "蔵前 の夜", NIGHT.on, note="行く"), now=at())
    (planned,) = plan(store, [NIGHT])
    assert planned.outcome is Outcome.MAYBE
    assert not planned.is_proposed(TODAY)
    take(store, [planned], now=at())
    (mine,) = kept(store)
    assert (mine.note, mine.uid, mine.starts, mine.place) == ("行く", "night", time(19), "ホール")
    assert outcomes(store, NIGHT) == [Outcome.SAME]
    assert outcomes(store, replace(NIGHT, uid="other")) == [Outcome.NEW]


def test_what_is_over_or_called_off_is_not_proposed():
    past = replace(NIGHT, on=TODAY - timedelta(1))
    assert not PlannedGathering(past, Outcome.NEW).is_proposed(TODAY)
    assert PlannedGathering(replace(past, on=TODAY), Outcome.NEW).is_proposed(TODAY)
    assert not PlannedGathering(replace(NIGHT, called_off=True), Outcome.NEW).is_proposed(TODAY)
    assert not PlannedGathering(NIGHT, Outcome.SAME, NIGHT).is_proposed(TODAY)

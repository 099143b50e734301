"""Who asks on a day is told from what is kept of each person; it is what judging everybody says."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.days_off import Vacation
from app.domain.errors import ExpectedError
from app.store import backup, outlooks, schema
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.usecases import days_off, people, today
from tests import slow_due
from tests.usecases.conftest import at, bring_in, file, new_store, person
from tests.usecases.test_today import Hand

DAYS = (-400, -30, -2, -1, 0, 1, 40, 200)


class Longer(Hand):
    """Whose clock is set back as well, who imports, empties the bin and goes away."""

    def do(self) -> None:
        rnd, store, now = self.rnd, self.store, at(self.day)
        usual = super().do
        away = Vacation(self.day, self.day + timedelta(rnd.choice((0, 3, 100))))
        card = person("card", "c@example.com", met=self.day, tags=("craft",))
        things = [
            lambda: bring_in(store, file(card, person(f"{rnd.random()}")), now=now),
            lambda: people.empty_old_bin(store, now=at(self.day + timedelta(99))),
            lambda: days_off.add_vacation(store, away),
            lambda: days_off.drop_vacation(store, away),
        ]
        with suppress(ExpectedError):
            rnd.choice([*things, *[usual] * 16])()
        self.ids = list(store.people().ids)
        self.day += timedelta(rnd.choice((0, 0, 0, 1, 1, 30, -1, -2, -200)))


def compare(store, day):
    """Several days, each by both ways."""
    with store._question() as c:
        assert outlooks.hold(c)
    for shift in DAYS:
        on, ahead = day + timedelta(shift), 0 if shift else 2
        rules = today.Rules.of(store, on, ahead)
        told = store.asking(on, rules.leap_day, rules.days_off, ahead)
        assert told == slow_due.as_asking(slow_due.everybody(store, on, ahead), on)


def live(store, seed, steps):
    """Steps of one seed, compared now and then."""
    hand = Longer(store, Random(seed))
    for _ in range(steps):
        hand.do()
        if hand.rnd.random() < 0.3:
            compare(store, hand.day)
    return hand


@given(st.integers(0, 1 << 30))
@settings(max_examples=2, deadline=None)
def test_what_is_kept_tells_what_judging_everybody_says(make_store, seed):
    with make_store() as store:
        live(store, seed, 60)


def test_a_store_from_a_backup_says_the_same(tmp_path):
    with new_store(tmp_path) as store:
        day = live(store, 5, 40).day
        path = backup.make(store.folder, store._key, tmp_path / "copy.enishi")
        asking = today.judge(store, day).people
    folder = StoreFolder(tmp_path / "restored")
    key = backup.restore(path, folder, now=at(day).instant, passphrase="pass")
    with open_store(folder, key) as restored:
        compare(restored, day)
        assert today.judge(restored, day).people == asking


TRIGGERS = ("participant_insert_new", "follow_up_insert_new", "tag_rhythm_delete_old")


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_write_that_the_store_does_not_note_is_seen(store, trigger):
    """The sabotage twin of the triggers: one that is there, and notes nothing."""
    told = next(words for words in schema.TRIGGERS if f" {trigger} " in words)
    with store._question() as c:
        c.exec_driver_sql(f"DROP TRIGGER {trigger}")
        c.exec_driver_sql(f"{told.partition(' BEGIN ')[0]} BEGIN SELECT 1; END")
    with pytest.raises(AssertionError):
        live(store, 1, 500)


def test_what_has_not_happened_yet_is_seen(store, monkeypatch):
    """The sabotage twin of `latest`: outlooks are taken to hold on every day."""
    nobody = "SELECT contact FROM unsettled WHERE :today + :rests_from < 0"
    monkeypatch.setattr(outlooks, "_UNTOLD", nobody)
    with pytest.raises(AssertionError):
        live(store, 1, 300)


@pytest.mark.parametrize("forgotten", ["_letters", "_rhythm", "_given_a_day"])
def test_an_outlook_that_forgets_is_seen(store, monkeypatch, forgotten):
    """The sabotage twin of the rules: what is derived is wrong each time, so that it agrees."""
    monkeypatch.setattr(f"app.domain.outlook.{forgotten}", lambda _: [])
    with pytest.raises(AssertionError):
        live(store, 1, 300)


def test_years_pass_without_a_write(store):
    """Nothing is derived anew meanwhile, and each day is told all the same."""
    day = live(store, 9, 40).day
    rules = today.Rules.of(store, day, 0)
    for shift in range(0, 800, 23):
        on = day + timedelta(shift)
        told = store.asking(on, rules.leap_day, rules.days_off)
        known = store.known_for(store.people().ids, on, rules.days_off)
        judged = slow_due.ranked(known, on, rules.leap_day, rules.days_off)
        assert told == slow_due.as_asking(judged, on)


def test_the_ends_of_the_calendar(store):
    people.add(store, person("first", met=date(2026, 10, 15)), now=at(date(2026, 10, 15)))
    for on in (date.min, date.max):
        assert today.due(store, on, ahead=0).waiting == 0

"""The sweeps still run, go on where they were stopped, and see what they are there to see."""

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from app.domain import asking, due
from app.domain.dates import add_months
from app.domain.days_off import DaysOff
from app.domain.now import Now
from app.store import reminders as records
from app.usecases import promises
from tests.interchange.hostile import mixed
from tests.soak import (
    cancels,
    caps,
    ending,
    keyrings,
    killed,
    kills,
    losses,
    operations,
    starting,
    telling,
    typing,
    week,
    years,
)
from tests.soak.journal import Journal
from tests.soak.mutation import mutate


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_killed_import_is_swept_and_not_done_twice(tmp_path, seed):
    assert kills.sweep(2, seed, 60, tmp_path)
    (journal,) = tmp_path.iterdir()
    before = journal.read_text("utf-8")
    assert kills.sweep(2, seed, 60, tmp_path)
    assert journal.read_text("utf-8") == before
    assert {json.loads(line)["outcome"] for line in before.splitlines()} <= {"absent", "whole"}


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_an_import_in_two_halves_is_seen(tmp_path):
    """The sabotage twin of R1: without its one transaction an import that is killed is partial."""
    assert not kills.sweep(4, 2, 300, tmp_path, aims=("commit",), sabotage=True)
    (journal,) = tmp_path.iterdir()
    said = journal.read_text("utf-8")
    assert "partial" in said or "reminders" in said  # what is half written was not derived


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_stopped_import_is_swept(tmp_path, seed):
    assert cancels.sweep(3, seed, 60, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_files_that_ask_for_too_much_are_swept(tmp_path, seed):
    assert caps.sweep(7, seed, 1, tmp_path)


def test_changed_lines_are_other_lines():
    """The fuzzer's mutations: the same for a seed, of the size wanted, and not the same file."""
    data = b"BEGIN:VCARD\r\nFN:A\r\nTEL:1\r\nEND:VCARD\r\n"
    changed = [mutate(data, 200, seed) for seed in range(200)]
    assert changed == [mutate(data, 200, seed) for seed in range(200)]
    assert all(len(one) <= 200 for one in changed)
    assert len(set(changed)) > 150


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_losses_are_swept(tmp_path, seed):
    assert losses.sweep(1, seed, 200, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_loss_without_a_name_is_seen(tmp_path, monkeypatch):
    """The sabotage twin: a bad card more in the file than the report may know of."""

    def more(cards, bad, seed):
        made = mixed(cards, bad, seed)
        made.bad[cards + 1] = ("missing end", b"BEGIN:VCARD\r\n")
        return made

    monkeypatch.setattr(losses, "mixed", more)
    assert not losses.sweep(1, 1, 200, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_operations_are_swept(tmp_path, seed):
    assert operations.sweep(1, seed, 60, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_an_operation_gone_wrong_is_seen(tmp_path, monkeypatch):
    """The sabotage twin: a promise that is kept a day too late."""
    keep = promises.keep

    def late(store, before, *, now):
        return keep(store, before, now=replace(now, local=now.local + timedelta(1)))

    monkeypatch.setattr(promises, "keep", late)
    assert not operations.sweep(1, 1, 200, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_years_go_by_as_in_a_diary_kept_by_hand():
    seed = Random().randrange(1 << 20)
    try:
        seen = years.life(seed, 15, 1.5)
    except years.WrongError as error:
        pytest.fail(f"seed {seed}: {error}")
    assert sum(seen.delivered.values()) > 100


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_years_with_kills_are_swept(tmp_path):
    assert killed.sweep(1, Random().randrange(1 << 20), 3, tmp_path)


def test_a_life_that_ends_by_itself_is_not_one_that_was_killed(tmp_path):
    lived = years.Years.of(tmp_path / "store", 1, 1)
    lived.store.close()
    with pytest.raises(years.WrongError, match="Error"):
        killed._killed(tmp_path / "store", "no key at all", 1, lived.instant, 0.5)


def from_the_last_time(day, months):
    """A month after the last time, not so many after the first."""
    for _ in range(months):
        day = add_months(day, 1)
    return day


def only_on_its_day(known, today, *rules, _all=due.reasons):
    """Is it now, instead of: is it due."""
    return tuple(reason for reason in _all(known, today, *rules) if reason.since == today)


def in_place_of_the_done(candidates, chosen, daily, _choose=asking.choose):
    """Those who are done leave their place to the next."""
    there = {person.contact_id for person in candidates}
    return _choose(candidates, [who for who in chosen if who in there], daily)


def the_longest(tags, rhythms):
    """Of several tags the one that asks least often."""
    found = [rhythms[tag] for tag in tags if tag in rhythms]
    return max(found, key=lambda r: r.least, default=None)


def several_springs(people=40, long=0.25):
    """From 31 January on, where most such mistakes show."""
    for seed in range(20):
        years.life(seed, people, long)


SABOTAGES = {
    "from the last time": (due, "_months_after", from_the_last_time),
    "a month is 30 days": (due, "_months_after", lambda day, n: day + timedelta(30 * n)),
    "lost while asleep": (due, "reasons", only_on_its_day),
    "done ones are replaced": (asking, "choose", in_place_of_the_done),
    "the day of Greenwich": (Now, "today", property(lambda now: now.instant.date())),
}


SABOTAGES_OF_RULES = {
    "no day is off": (DaysOff, "rests", lambda _off, _day: False),
    "a vacation shortens": (DaysOff, "opens", lambda _off, day: day),
    "later is moved as well": (due, "_at_rest", lambda _known, today, off: off.rests(today)),
    "the longest of the tags": (records, "of_tags", the_longest),
}


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("what", SABOTAGES)
def test_a_date_that_is_wrong_is_seen(what, monkeypatch):
    """The sabotage twins of R53 and R54: the mistakes that others make."""
    monkeypatch.setattr(*SABOTAGES[what])
    with pytest.raises(years.WrongError):
        several_springs()


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("what", SABOTAGES_OF_RULES)
def test_a_rule_of_the_person_that_is_broken_is_seen(what, monkeypatch):
    """The same for days off and tags, which here change every other day."""
    monkeypatch.setattr(*SABOTAGES_OF_RULES[what])
    monkeypatch.setattr(years, "OFTEN", {"entry": 4, "tag_rhythm": 2, "days_off": 2})
    with pytest.raises(years.WrongError):
        several_springs(25, 0.4)


def test_a_round_that_failed_is_done_again(tmp_path):
    journal = Journal("x", 1, 10, tmp_path)
    journal.note(0, well=True)
    journal.note(1, well=False)
    assert Journal("x", 1, 10, tmp_path).left(3) == [1, 2]
    assert Journal("x", 2, 10, tmp_path).left(3) == [0, 1, 2]


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_typing_that_is_killed_is_kept(tmp_path, seed):
    """How much is lost a busy computer decides; that it is not all, nor another card's, is seen."""
    assert typing.sweep(2, seed, 4, tmp_path, behind=3.0)


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_keeping_that_every_key_puts_off_is_seen(tmp_path):
    """The sabotage twin: who types without a pause loses all of it."""
    assert not typing.sweep(1, 1, 8, tmp_path, behind=3.0, put_off=True, first=7.0)
    (journal,) = tmp_path.iterdir()
    assert "too many lost" in journal.read_text("utf-8")


@pytest.mark.slow
@pytest.mark.journey
@pytest.mark.parametrize("guard", ["", "given"])
def test_a_notification_that_no_service_took_is_shown_by_the_next_start(tmp_path, guard):
    """With the sabotage twin of R57, for which it is given when it is sent; the other twins of the
    desk: `make soak ARGS=twins`.
    """
    assert telling.sweep(1, 1, 300, tmp_path, guard=guard, failing=True) is not bool(guard)


@pytest.mark.slow
@pytest.mark.journey
def test_a_keyring_in_some_state_is_swept(tmp_path):
    """How long the window stood still a busy computer decides: it must only not be for ever."""
    case = Random().choice(list(keyrings.CASES))
    assert keyrings.sweep(1, Random().randrange(2), 2_000, tmp_path, cases=(case,))


@pytest.mark.slow
@pytest.mark.journey
def test_an_import_is_given_up_when_the_system_ends(tmp_path):
    """How long that takes a busy computer decides; that nobody waits for the writing, is seen."""
    assert ending.sweep(1, 1, 5_000, tmp_path, states=("writing",))


@pytest.mark.slow
@pytest.mark.journey
def test_a_window_that_hears_late_is_still_the_only_one(tmp_path):
    """Seen once in a hundred double starts on a busy computer."""
    assert starting.sweep(1, 1, 2, tmp_path, guard="late", apart=0)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_day_leaves_nothing_behind(tmp_path, seed):
    assert week.sweep(1, seed, 5, tmp_path, deeds=6)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("leak", "seen"), [("file", "files"), ("widget", "widgets"), ("words", "objects")]
)
def test_what_every_deed_leaves_behind_is_seen(tmp_path, leak, seen):
    """The sabotage twins of R65."""
    assert not week.sweep(1, 3, 4, tmp_path, deeds=4, leak=leak)
    (journal,) = tmp_path.iterdir()
    assert seen in json.loads(journal.read_text("utf-8"))["outcome"]

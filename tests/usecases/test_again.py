"""R30: the same cards again change nothing, whatever order they come in; R37: what is stopped
leaves nothing. With the guards taken away both are seen to fail.
"""

import random
from datetime import date

import pytest

from app.interchange.errors import ReadingCancelledError
from app.usecases import importing, planning
from app.usecases.import_plan import Outcome
from tests.bench.population import Population as People
from tests.bench.population import card_lines, vcard_file
from tests.interchange.sabotage import cancel_is_not_asked
from tests.usecases.conftest import at, counts, everyone

NOW = at(date(2026, 10, 15))
CARDS = [
    "\r\n".join([*(line for line in card_lines(p) if not line.startswith("CATEGORIES")), ""])
    for p in People(60, 0, 7).people()
]


@pytest.fixture
def cards(tmp_path):
    def write(*texts, name="cards.vcf"):
        path = tmp_path / name
        path.write_bytes("".join(texts).encode())
        return path

    return write


def bring(store, *paths):
    """Read, plan and accept; the plan and everybody after it."""
    plan = importing.preview(store, importing.read_files(paths))
    importing.accept(store, plan, now=NOW)
    return plan, everyone(store)


def without_uid(text):
    return "\r\n".join(line for line in text.split("\r\n") if not line.startswith("UID:"))


def new_rows_on_repeats(store, cards):
    """How many people more there are after the same cards came again in every way."""
    _, first = bring(store, cards(*CARDS))
    then = first
    shuffled = random.Random(1).sample(CARDS, len(CARDS))
    for texts in (CARDS, CARDS, shuffled, [without_uid(c) for c in CARDS]):
        plan, then = bring(store, cards(*texts))
        if len(then) == len(first):
            assert then == first, "somebody was changed"
            assert plan.count(Outcome.NEW) == plan.count(Outcome.CHANGED) == 0
    return len(then) - len(first)


def test_the_same_cards_again_change_nothing(store, cards):
    assert new_rows_on_repeats(store, cards) == 0


def test_without_matching_they_are_all_new_again(store, cards, monkeypatch):
    """Sabotage twin of R30."""
    monkeypatch.setattr(planning._Planner, "_already", lambda *_: None)
    monkeypatch.setattr(planning._Planner, "_candidates", lambda *_: [])
    assert new_rows_on_repeats(store, cards) >= 60


def test_one_changed_value_is_one_question_and_overwrites_nothing(store, cards):
    _, before = bring(store, cards(*CARDS))
    titles = [line for line in CARDS[3].split("\r\n") if line.startswith("TITLE:")]
    assert titles
    changed = [*CARDS[:3], CARDS[3].replace(titles[0], "TITLE:somebody else"), *CARDS[4:]]

    plan, after = bring(store, cards(*changed))

    assert counts(plan) == (0, 59, 0, 1, 0)
    assert after == before
    assert len(store.waiting_cards()) == 1


def stopped_at(moment, path):
    """Read until `moment` looks whether it is still wanted; whether that was heard."""
    looks = iter(range(moment))
    try:
        importing.read_files([path], cancelled=lambda: next(looks, None) is None)
    except ReadingCancelledError:
        return True
    return False


@pytest.mark.timeout(120)
def test_stopped_at_any_moment_nothing_is_there(store, tmp_path):
    path = tmp_path / "many.vcf"
    path.write_bytes(vcard_file(1_000, 3))
    chance = random.Random(5)
    before = store.last_change()
    for _ in range(12):
        assert stopped_at(chance.randrange(900), path)
    assert everyone(store) == []
    assert store.last_change() == before


def test_who_does_not_look_is_not_stopped(tmp_path, monkeypatch):
    """Sabotage twin of R37."""
    path = tmp_path / "many.vcf"
    path.write_bytes(vcard_file(400, 3))
    assert stopped_at(50, path)
    cancel_is_not_asked(monkeypatch.setattr)
    assert not stopped_at(50, path)

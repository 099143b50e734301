"""Any steps end where a plain model says they should (SAFETY R15); `make soak` takes 10,000."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy.exc import IntegrityError

from app.store import records
from app.store.folder import StoreFolder
from app.store.store import Store, create_store, open_store
from app.store.vault import create_vault
from app.usecases import duplicates
from tests.store.test_undo_property import problems
from tests.usecases.conftest import CHEAP
from tests.usecases.plain_model import STEPS, World, step


@contextmanager
def empty_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as place:
        folder = StoreFolder(Path(place) / "store")
        vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
        create_store(folder, vault)
        with open_store(folder, vault.data_key) as store:
            yield store


class Living(RuleBasedStateMachine):
    """Steps in any order; after each the store says what the dictionaries say."""

    @initialize()
    def begin(self) -> None:
        self.opened = ExitStack()
        self.world = World(self.opened.enter_context(empty_store()))

    @rule(name=st.sampled_from(sorted(STEPS)), seed=st.integers(0, 1 << 20))
    def take(self, name: str, seed: int) -> None:
        rnd = Random(seed)
        STEPS[name][0](self.world, rnd)
        self.world.check()
        self.world.check_search(rnd)

    def teardown(self) -> None:
        if not hasattr(self, "opened"):
            return
        with self.opened:
            nothing = Random(0)
            while self.world.undo(nothing):
                self.world.check()
            while self.world.redo(nothing):
                self.world.check()
            assert problems(self.world.store) == ()


TestLiving = pytest.mark.timeout(120)(Living.TestCase)
TestLiving.settings = settings(max_examples=8, stateful_step_count=40, deadline=None)


def many(steps: int) -> set[str]:
    """So many steps of one seed, compared after each; what they were."""
    rnd, seen = Random(3), set()
    with empty_store() as store:
        world = World(store)
        for _ in range(steps):
            seen.add(step(world, rnd))
            world.check()
            world.check_search(rnd)
        assert problems(store) == ()
    return seen


def test_every_step_is_taken():
    assert many(250) == set(STEPS)


def test_a_merge_that_forgets_the_promises_is_seen(monkeypatch):
    """A sabotage twin: one record in the wrong hands, and the model says so."""
    handed = duplicates._handed_over

    def forgetful(record, keep_id, other_id):
        after = handed(record, keep_id, other_id)
        text = getattr(after, "text", None)
        return replace(after, text=text.upper()) if text else after

    monkeypatch.setattr(duplicates, "_handed_over", forgetful)
    with pytest.raises(AssertionError):
        many(250)


def test_words_that_stay_in_the_index_are_seen(monkeypatch):
    """Another: the store forgets to take the old words of a record out."""
    monkeypatch.setattr(records, "_drop_index", lambda *_: None)
    with pytest.raises((AssertionError, IntegrityError)):
        many(120)

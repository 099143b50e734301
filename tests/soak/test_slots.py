"""R63 in a small sample: a deed chosen anew each time, fails in its slots and its write."""

from random import Random

import pytest

from tests.soak import slots
from tests.soak.slot_acts import ACTS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def test_a_failure_leaves_no_half_work(tmp_path, seed):
    deed = Random(seed).choice(list(ACTS))
    assert slots.sweep(1, seed, 2, tmp_path, rounds=(deed,), slots=1, wanted=()), (deed, seed)


@pytest.mark.parametrize(
    ("guard", "deed", "at", "seen"),
    [
        ("whole", "promise kept", 3, "between"),
        ("told", "rhythm", 1, "not told"),
        ("typed", "note", 1, "typed text lost"),
        ("clean", "rhythm", 1, "names in the log"),
    ],
)
def test_without_a_guard_it_is_seen(tmp_path, guard, deed, at, seen):
    """The sabotage twins: a write in two transactions, a hook that tells nobody, nobody who waits
    for an answer hearing of a mistake, a report with what the exception says.
    """
    assert not slots.sweep(1, 1, at, tmp_path, rounds=(deed,), slots=0, wanted=(), guard=guard)
    (journal,) = tmp_path.glob("*.jsonl")
    assert seen in journal.read_text("utf-8")

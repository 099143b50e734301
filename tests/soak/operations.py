"""R15: 10,000 random steps end where a plain model of dictionaries says they should."""

import tempfile
from pathlib import Path
from random import Random

from tests.bench.stores import made
from tests.soak.journal import Journal
from tests.store.test_undo_property import problems
from tests.usecases.plain_model import World, step

_WHOLE = 250
"""After so many steps everything is compared, and the store is looked at as a whole."""


def sweep(count: int, seed: int, steps: int, folder: Path | None = None) -> bool:
    """Rounds of so many steps each; whether all went well."""
    journal = Journal("operations", seed, steps, **({"folder": folder} if folder else {}))
    empty = made(0, 0, seed)
    with tempfile.TemporaryDirectory() as place:
        for number in journal.left(count):
            copy = empty.copied(Path(place) / "store")
            with copy.store() as store:
                _round(journal, number, World(store), steps, seed + number)
    return journal.ended(count, "outcome")


def _round(journal: Journal, number: int, world: World, steps: int, seed: int) -> None:
    rnd, last, done = Random(seed), "", 0
    try:
        for done in range(steps):
            last = step(world, rnd)
            alive = world.alive()
            world.check(rnd.sample(alive, min(2, len(alive))))
            world.check_search(rnd)
            if done % _WHOLE == _WHOLE - 1 or done == steps - 1:
                world.check()
                assert problems(world.store) == (), "the store is not sound"
    except AssertionError as error:
        said = str(error).splitlines()[0] if str(error) else "differs"
        journal.note(number, well=False, seed=seed, outcome=said[:200], step=done, did=last)
        return
    journal.note(number, well=True, seed=seed, outcome="as the model", steps=steps)

"""R62: however many start at once, and whatever a kill left, there is one window and one writer."""

import os
import random
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.desk.waiting import until
from tests.soak.journal import Journal
from tests.soak.office import Office, office

if TYPE_CHECKING:
    from tests.journeys.story import Process


def sweep(
    count: int,
    seed: int,
    at_once: int,
    folder: Path | None = None,
    *,
    guard: str = "",
    apart: float = 1.5,
) -> bool:
    """Start it twice and more, at most `apart` seconds between them; every other round what was
    killed left its lock and its address.
    """
    journal = Journal("starting", seed, at_once, **({"folder": folder} if folder else {}))
    with office(guard=guard) as made:
        for number in journal.left(count):
            made.morning()
            chance = random.Random(seed + number)
            stale = number % 2 == 1
            if stale:
                _kill_one(made)
            outcome, seconds = _start(made, at_once, chance, apart)
            journal.note(
                number, well=outcome == "one", outcome=outcome, stale=stale,
                seconds=round(seconds, 2),
            )  # fmt: skip
            made.end()
    return journal.ended(count, "outcome", "stale", ("False", "True"))


def _kill_one(made: Office) -> None:
    window = made.story.start("--hidden")
    until(lambda: _is_open(made), "it is open", 30)
    os.kill(window.pid, signal.SIGKILL)
    window.wait()


def _is_open(made: Office) -> bool:
    return (made.program.store / "window.json").exists()


def _start_one(made: Office, chance: random.Random, apart: float) -> "Process":
    started = made.story.start()
    time.sleep(chance.choice((0.0, 0.0, chance.uniform(0, apart))))
    return started


def _start(made: Office, at_once: int, chance: random.Random, apart: float) -> tuple[str, float]:
    began = time.monotonic()
    started = [_start_one(made, chance, apart) for _ in range(at_once)]
    try:
        until(lambda: sum(one.poll() is None for one in started) <= 1, "one window", 30)
    except AssertionError:
        return "several windows", time.monotonic() - began
    codes = [one.poll() for one in started]
    if codes.count(None) != 1 or set(codes) - {None, 0}:
        return f"exit codes {codes}", time.monotonic() - began
    until(lambda: _is_open(made), "the one is open", 30)
    took = time.monotonic() - began
    # The one writes: another writer is refused, and hands over what is shown.
    refused = made.program.run("note", "Claire", "beside the window").returncode
    (one,) = [s for s in started if s.poll() is None]
    ended = made.program.wait_ended(made.story.ended(one))
    return ("one" if (refused, ended) == (2, 0) else f"refused {refused}, ended {ended}"), took

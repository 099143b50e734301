"""R57: shown is not handled. The program is killed between choosing whom to tell of, telling, and
noting that a service took it; then it is started again: told once at least, twice at most.
"""

import os
import random
import signal
import time
from pathlib import Path

from tests.desk.waiting import until
from tests.journeys.morning import NAMES, Morning
from tests.soak.journal import Journal
from tests.soak.office import Office, office
from tests.ui.notify.bus import Service

SLOW = 0.3
"""At most so many seconds the service takes, so that there is a time between telling and taking."""
_LOOK_EVERY = 0.002
_AGAIN = 1.5


PHASES = ("nothing", "taken", "noted")
"""In which a kill must have met it; the choice just before the telling is too short to aim at."""


def sweep(
    count: int,
    seed: int,
    slowest: int,
    folder: Path | None = None,
    *,
    guard: str = "",
    failing: bool = False,
) -> bool:
    """Kill it; whether nobody was lost. `slowest`: milliseconds that the service may take.

    `failing`: until it is killed the service takes nothing.
    """
    journal = Journal("telling", seed, slowest, **({"folder": folder} if folder else {}))
    with office(guard=guard) as made:
        service = Service(made.desk.environment["DBUS_SESSION_BUS_ADDRESS"], "body", "actions")
        try:
            # Undisturbed, twice: the first start of all is a slow one.
            took = [_undisturbed(made, service) for _ in range(0 if failing else 2)]
            for number in journal.going_on(count, "phase", () if failing else PHASES):
                _round(journal, number, made, service, took, slowest, random.Random(seed + number))
        finally:
            service.stop()
    done = [said for n, said in journal.rounds.items() if n < count]
    print(
        f"lost {sum(said['shown'] == 0 for said in done)}, "
        f"shown twice {sum(said['shown'] == 2 for said in done)}, "
        f"more often {sum(said['shown'] > 2 for said in done)}"
    )
    return journal.ended(count, "shown", "phase", () if failing else PHASES)


def _undisturbed(made: Office, service: Service) -> tuple[float, float]:
    """Seconds from the start to the first choice, and to the taking."""
    morning, asked, began = made.morning(), service.asked, time.monotonic()
    window = made.story.start("--hidden")
    until(morning.is_chosen, "the choice", 30)
    chosen = time.monotonic() - began
    until(lambda: service.asked > asked, "it is told", 30)
    until(morning.is_given, "and noted", 30)
    ended = time.monotonic() - began
    made.program.wait_ended(made.story.ended(window))
    return chosen, ended


def _round(
    journal: Journal,
    number: int,
    made: Office,
    service: Service,
    took: list[tuple[float, float]],
    slowest: int,
    chance: random.Random,
) -> None:
    """Every other round waits for the telling, and kills about then."""
    morning, before, asked = made.morning(), len(service.shown), service.asked
    service.delay, service.fails = chance.uniform(0, slowest / 1000), not took
    window = made.story.start("--hidden")
    began = time.monotonic()
    if number % 2 or not took:
        while service.asked == asked and time.monotonic() < began + 30:
            time.sleep(_LOOK_EVERY)
        time.sleep(chance.uniform(0, 1.2 * service.delay + 0.03))
    else:
        met, (chosen, noted) = journal.counted("phase"), took[-1]
        too_late = met["nothing"] <= min(met["taken"], met["noted"])  # so far, for the first phase
        earliest, latest = (0.4, 0.9) if too_late else (0.9, noted / chosen)
        time.sleep(chosen * chance.uniform(earliest, latest))
    os.kill(window.pid, signal.SIGKILL)
    window.wait()
    time.sleep(service.delay)  # what was told on the way is shown, program or not
    phase = _phase(morning, told=service.asked > asked, shown=len(service.shown) > before)
    service.delay, service.fails = 0, False
    shown, due = _start_again(made, morning, service, before)
    well = 1 <= shown <= 2 and due == NAMES
    journal.note(number, well=well, phase=phase, shown=shown, due=len(due))


def _phase(morning: Morning, *, told: bool, shown: bool) -> str:
    """How far it had come when it was killed."""
    if morning.is_given():
        return "noted"
    if told:
        return "taken" if shown else "told"
    return "chosen" if morning.is_chosen() else "nothing"


def _start_again(
    made: Office, morning: Morning, service: Service, before: int
) -> tuple[int, list[str]]:
    given = morning.is_given()
    window = made.story.start("--hidden")
    until((morning.folder.path / "window.json").exists, "it is open", 30)
    if given:
        time.sleep(_AGAIN)
    else:
        until(morning.is_given, "told and noted", 30)
    made.program.wait_ended(made.story.ended(window))
    return len(service.shown) - before, morning.due()

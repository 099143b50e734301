"""R58: no notification service, one that fails, one that is slow: everybody stands in the window,
and told counts when somebody took it, which then is the icon itself.
"""

import time
from pathlib import Path

from tests.desk.waiting import until
from tests.journeys.morning import NAMES
from tests.soak.journal import Journal
from tests.soak.office import Office, office
from tests.ui.notify.bus import Service

KINDS = ("absent", "fails", "slow")
LIMIT = 30.0
"""Seconds after which the program asks another way."""


def sweep(count: int, seed: int, slow: int, folder: Path | None = None) -> bool:
    """One round of each kind after the other. `slow`: seconds that the service takes."""
    journal = Journal("slow", seed, slow, **({"folder": folder} if folder else {}))
    with office(tray=True) as made:
        for number in journal.left(count):
            kind = KINDS[number % len(KINDS)]
            try:
                seconds = _round(made, kind, slow)
                outcome = "told"
            except AssertionError as error:
                seconds, outcome = -1.0, str(error).splitlines()[0]
                made.end()
            well = outcome == "told"
            journal.note(number, well=well, kind=kind, outcome=outcome, seconds=round(seconds, 1))
    return journal.ended(count, "outcome", "kind", KINDS)


def _round(made: Office, kind: str, slow: int) -> float:
    """Seconds until it was told."""
    morning, story = made.morning(), made.story
    address = made.desk.environment["DBUS_SESSION_BUS_ADDRESS"]
    service = Service(address, "body", "actions") if kind != "absent" else None
    try:
        if service is not None:
            service.fails, service.delay = kind == "fails", slow if kind == "slow" else 0
        window = story.open_window()
        for name in NAMES:
            story.see_part(name, "list item")
        began = time.monotonic()
        if kind == "slow" and service is not None:
            until(lambda: service.asked, "it is asked")
            began = time.monotonic()
            assert not morning.is_given(), "given before it was taken"
        until(morning.is_given, "it is told", LIMIT + 15)
        seconds = time.monotonic() - began
        until(story.balloon, "by the icon", 5)
        if kind == "slow" and service is not None:
            assert seconds > LIMIT - 2, "the service had its time"
            until(lambda: service.closed == [1], "what came too late is put away", slow)
        assert made.program.wait_ended(story.ended(window)) == 0
        assert morning.due() == NAMES, "another queue"
    finally:
        if service is not None:
            service.stop()
    return seconds

"""R60 and R66: the window can always be reached, whenever the panel comes or goes."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from tests.desk.waiting import until
from tests.journeys.tray import has_icon, middle
from tests.soak.journal import Journal
from tests.soak.office import Office, office

KINDS = ("there", "late", "never", "vanishes")
AGAIN = 5
"""So many second starts a round."""
SOON = 5.0
"""Seconds (SAFETY, R60)."""


def sweep(
    count: int,
    seed: int,
    late: int,
    folder: Path | None = None,
    *,
    guard: str = "",
    kinds: tuple[str, ...] = KINDS,
) -> bool:
    """Hide the window with a panel of each kind, and get it back. `late`: seconds."""
    journal = Journal("reaching", seed, late, **({"folder": folder} if folder else {}))
    with office(guard=guard) as made:
        made.morning()
        for number in journal.left(count):
            kind = kinds[number % len(kinds)]
            try:
                facts = _hidden_and_back(made, kind, late)
            except AssertionError as error:
                facts = {"outcome": str(error).splitlines()[0]}
                made.end()
            if "tray" in made.desk.parts:
                made.desk.end_part("tray")
            journal.note(number, kind=kind, well=facts["outcome"] == "reached", **facts)
    done = [said for n, said in journal.rounds.items() if n < count]
    print(f"seconds until it was back, at most: {max(said.get('seconds', 0) for said in done)}")
    print(f"second starts that raised it: {sum(said.get('raised', 0) for said in done)}")
    return journal.ended(count, "outcome", "kind", kinds)


def _hidden_and_back(made: Office, kind: str, late: int) -> dict[str, object]:
    """Close the window, reach it, and then by second starts."""
    story, desk = made.story, made.desk
    if kind in ("there", "vanishes"):
        desk.begin_tray()
    window = story.open_window()
    if kind in ("there", "vanishes"):
        until(lambda: has_icon(desk), "the icon")
    story.close_window()
    until(lambda: not _on_screen(made), "out of sight")
    if kind == "vanishes":
        desk.end_part("tray")
    began = time.monotonic()
    if kind == "late":
        time.sleep(late)
        desk.begin_tray()
        until(lambda: has_icon(desk), "the icon")
        began = time.monotonic()
    if kind in ("there", "late"):
        story.hands.click(middle(desk), 2)
    elif kind == "never":  # minimised: by the window list of the desktop
        (found,) = until(story.hands.minimised, "it is in the window list")
        story.hands.do("windowactivate", found)
    until(lambda: _on_screen(made), "it is back", SOON)
    seconds = round(time.monotonic() - began, 2)
    raised = sum(_second_start(made) for _ in range(AGAIN))
    assert made.program.wait_ended(story.ended(window)) == 0
    outcome = "reached" if raised == AGAIN else "a second start did not raise it"
    return {"outcome": outcome, "seconds": seconds, "raised": raised}


def _second_start(made: Office) -> bool:
    """Close it, start once more, and see it."""
    made.story.close_window()
    until(lambda: not _on_screen(made), "out of sight")
    assert made.program.run(key=False).returncode == 0
    until(lambda: _on_screen(made), "the second start brought it up", SOON)
    return True


def _on_screen(made: Office) -> bool:
    """Whether the window can be seen: a picture in a panel is no window."""
    return any(made.desk.box_of(w)[2] > 300 for w in made.story.hands.windows("enishi"))


def panels(
    count: int, seed: int, late: int, folder: Path | None = None, *, guard: str = ""
) -> bool:
    """Start as at login, and let the panel come at any time; whether the icon is there."""
    journal = Journal("panels", seed, late, **({"folder": folder} if folder else {}))
    with office(guard=guard) as made:
        made.morning()
        for number in journal.left(count):
            after = random.Random(seed + number).uniform(0, late)
            window = made.story.start("--hidden")
            time.sleep(after)
            made.desk.begin_tray()
            began = time.monotonic()
            shown = _comes_true(lambda: has_icon(made.desk))
            seconds = round(time.monotonic() - began, 1)
            ended = made.program.wait_ended(made.story.ended(window))
            made.desk.end_part("tray")
            well = shown and ended == 0
            journal.note(number, well=well, after=round(after), shown=shown, seconds=seconds)
    return journal.ended(count, "shown")


def _comes_true(look: Callable[[], bool]) -> bool:
    try:
        return until(look, "")
    except AssertionError:
        return False

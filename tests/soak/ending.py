"""R61: the end that the system wants comes at once, whatever stands on the screen, and what was
begun is there again.
"""

import os
import re
import signal
import time
from pathlib import Path

from tests.bench.population import vcard_file
from tests.desk.eyes import Seen
from tests.desk.waiting import until
from tests.journeys.morning import NAMES, Morning
from tests.journeys.story import BUTTON, FIELD
from tests.soak.journal import Journal
from tests.soak.office import Office, office
from tests.ui.day import HAYASAKA

STATES = ("hidden", "dialog", "reading", "writing", "draft")
SIGNALS = (signal.SIGTERM, signal.SIGHUP)
CARDS = 6_000
WORDS = "Half a thought about"


def sweep(
    count: int,
    seed: int,
    within: int,
    folder: Path | None = None,
    *,
    guard: str = "",
    states: tuple[str, ...] = STATES,
) -> bool:
    """End it in each state by each signal. `within`: milliseconds until it must be gone."""
    journal = Journal("ending", seed, within, **({"folder": folder} if folder else {}))
    with office(tray=True, guard=guard) as made:
        cards = made.desk.home / "cards.vcf"
        cards.write_bytes(vcard_file(CARDS, seed))
        for number in journal.left(count):
            state, by = states[number % len(states)], SIGNALS[number // len(states) % 2]
            morning = made.morning()
            try:
                window = made.story.open_window()
                _bring_about(made, state, cards)
                began = time.monotonic()
                os.kill(window.pid, by)
                code = made.program.wait_ended(window)
                seconds = time.monotonic() - began
                outcome = _outcome(made, morning, state, code, seconds, within / 1000)
            except AssertionError as error:
                seconds, outcome = -1, str(error).splitlines()[0]
                made.end()
            journal.note(
                number, well=outcome == "ended", outcome=outcome, state=state, by=by.name,
                seconds=round(seconds, 2),
            )  # fmt: skip
    done = [said["seconds"] for n, said in journal.rounds.items() if n < count]
    print(f"seconds: {sorted(done)[len(done) // 2]} (median), {max(done)} at most")
    return journal.ended(count, "outcome", "state", states)


def _bring_about(made: Office, state: str, cards: Path) -> None:
    story = made.story
    story.in_front()
    if state == "hidden":
        story.close_window()
        until(lambda: not story.eyes.windows(), "hidden")
    elif state == "dialog":
        story.hands.key("F1")
        until(lambda: len(story.eyes.windows()) > 1, "the card of the keys")
    elif state in ("reading", "writing"):
        assert made.program.run("open", cards, key=False).returncode == 0
        story.see("Cancel", BUTTON)
        if state == "writing":
            story.see(_is_ready, BUTTON, seconds=60)
            story.hands.key("ctrl+Return")
            until(lambda: story.eyes.find(_is_ready) is None, "it is written", 10)
    else:
        story.hands.key("ctrl+2")
        story.write("A quick note", WORDS)
        until(lambda: story.eyes.text(story.see("A quick note", FIELD)) == WORDS, "it is typed")


def _is_ready(seen: Seen) -> bool:
    """Import 5,998 cards."""
    return re.fullmatch(r"Import [\d,]+ cards", seen.name) is not None and seen.is_("enabled")


def _outcome(
    made: Office, morning: Morning, state: str, code: int, seconds: float, within: float
) -> str:
    if code != 0:
        return f"exit code {code}"
    if seconds > within:
        return "late"
    with morning.reader() as store:
        people = len(store.people().ids)
    if state == "writing" and people > len(NAMES) + CARDS * 0.9:
        return "ended"  # it counted already
    if people != len(NAMES) or morning.due() != NAMES:
        return f"another queue, {people} people"
    if state == "draft":
        window = made.story.open_window()
        made.story.hands.key("ctrl+2")
        field = made.story.see("A quick note", FIELD)
        kept = made.story.eyes.text(field)
        made.program.wait_ended(made.story.ended(window))
        return "ended" if kept == WORDS else f"draft: {kept!r}"
    if morning.timeline(HAYASAKA):
        return "another timeline"
    return "ended"

"""R20, R52: a keyring that falls silent in the middle of the work stops nothing."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.desk.program import PASSPHRASE
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, FIELD
from tests.soak.journal import Journal
from tests.soak.keyrings import Rounds, rounds_on_a_desk

OTHER = "a store of somebody else"
TOGGLE = "Open without asking on this computer"


def sweep(count: int, seed: int, within: int, folder: Path | None = None) -> bool:
    """Each story after the other. `within`: milliseconds that leaving may take afterwards."""
    journal = Journal("silence", seed, within, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        name = list(STORIES)[number % len(STORIES)]
        with rounds_on_a_desk("-") as rounds:
            try:
                took = STORIES[name](rounds)
                outcome = "well" if took <= within else "late"
            except AssertionError as error:
                took, outcome = -1, str(error).splitlines()[0]
        journal.note(number, well=outcome == "well", story=name, outcome=outcome, milliseconds=took)
    return journal.ended(count, "outcome", "story", tuple(STORIES))


def erase(rounds: Rounds, *, answers: bool) -> int:
    """Erase everything; what is another store's stays. Milliseconds that leaving took."""
    story, program = rounds.story, rounds.program
    (store,) = rounds.secrets.items()
    rounds.secrets.add(OTHER, b"x")
    window = program.start()
    _to_security(rounds)
    story.see("Erase everything…", BUTTON)
    for _ in range(20):  # it lies below what is in sight, where a mouse does not come
        if story.has_focus("Erase everything…"):
            break
        story.hands.key("Tab")
    story.hands.key("space")
    story.see_part("the keys, and the settings of this computer")
    if not answers:
        rounds.secrets.stop()
    _show_the_passphrase(rounds, "Erase everything")
    story.see("Everything is erased")
    told = story.eyes.find(lambda seen: "The keyring did not answer" in seen.name)
    assert (told is None) is answers, "it says what is left in the keyring"
    close = story.see("Close", BUTTON)
    began = time.monotonic()
    story.hands.click(close)
    assert program.wait_ended(window) == 0
    took = round((time.monotonic() - began) * 1000)
    assert not program.store.exists(), "something of the store is left"
    rounds.secrets.go_on()
    assert set(rounds.secrets.items()) == ({OTHER} if answers else {OTHER, store})
    assert not program.complaints()
    return took


def falls_silent(rounds: Rounds) -> int:
    """No longer, and again, by the keyring; then locked and opened. Milliseconds as above."""
    story, program = rounds.story, rounds.program
    window = program.start()
    _to_security(rounds)
    rounds.secrets.stop()
    # No longer: its way in goes, whatever the keyring does.
    story.press(TOGGLE, "check box")
    _show_the_passphrase(rounds, "Ask from now on")
    until(lambda: not _has_slot(rounds), "its way in is gone")
    story.eyes.wait_gone("Cancel", BUTTON)
    until(lambda: not story.see(TOGGLE, "check box").is_("checked"), "the switch says so")
    # Again: it cannot be, is said, and nothing is half done.
    story.press(TOGGLE, "check box")
    _show_the_passphrase(rounds, "Open without asking")
    story.see_part("it may be asking for its own password")
    assert not _has_slot(rounds), "half a way in"
    story.press("Cancel")
    # And everything else goes on.
    story.hands.key("ctrl+l")
    story.write("Passphrase", PASSPHRASE)
    story.hands.key("Return")
    story.see("Security", CHOICE)
    began = time.monotonic()
    story.hands.key("ctrl+q")
    assert program.wait_ended(window) == 0
    assert not program.complaints()
    return round((time.monotonic() - began) * 1000)


STORIES: dict[str, Callable[[Rounds], int]] = {
    "falls silent": falls_silent,
    "silent while everything is erased": lambda rounds: erase(rounds, answers=False),
    "everything is erased": lambda rounds: erase(rounds, answers=True),
}


def _to_security(rounds: Rounds) -> None:
    rounds.story.see("Today", CHOICE)
    rounds.story.hands.key("ctrl+comma")
    rounds.story.press("Security", CHOICE)


def _show_the_passphrase(rounds: Rounds, act: str) -> None:
    rounds.story.see("Passphrase", FIELD)
    rounds.story.write("Passphrase", PASSPHRASE)
    rounds.story.press(act)


def _has_slot(rounds: Rounds) -> bool:
    return '"kind":"keyring"' in (rounds.program.store / "vault.json").read_text("utf-8")

"""`python -m tests.tour`: plays it and leaves pictures in build/tour, where there is no display.

Import, a note, a reconnection, each page in both languages and themes. What it shows is the real
program on a real encrypted store in a home of its own; nothing of the user's is touched.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.desk import HEIGHT, WIDTH, Desk, lacking
from tests.desk.program import ROOT, Program
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, FIELD, Process, Story

PICTURES = ROOT / "build" / "tour"
LOOKS = [("ja", "light"), ("en", "dark"), ("ja", "dark"), ("en", "light")]
NOTES = [
    "A walk along the harbour",
    "Rain, and a good talk about paper",
    "Tea after the fair",
    "A new kiln, to be lit in spring",
]
GROUND = "#c9c3b6"


def main() -> int:
    if missing := lacking():
        print(f"A virtual display lacks {', '.join(missing)}; install the packages named above.")
        return 1
    began = time.monotonic()
    shutil.rmtree(PICTURES, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="enishi-tour-") as made, Desk(Path(made)) as desk:
        program = Program(desk)
        try:
            lay_ground(desk)
            first_run(program)
            program.command("demo")
            for (language, mode), note in zip(LOOKS, NOTES, strict=True):
                look(program, language, mode, note)
        finally:
            program.close()
    taken = len(list(PICTURES.glob("*.png")))
    print(f"{taken} pictures in {PICTURES.relative_to(ROOT)}/ ({time.monotonic() - began:.0f} s)")
    return 0


def lay_ground(desk: Desk) -> None:
    """A quiet colour behind the windows."""
    size = f"{WIDTH}x{HEIGHT}"
    desk.begin_part("ground", ["display", "-window", "root", "-size", size, f"xc:{GROUND}"])


def dress(program: Program, language: str, mode: str) -> None:
    """Write the settings of this computer, as the settings page does."""
    settings = program.desk.home / ".config" / "enishi" / "enishi.conf"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[General]\nlanguage={language}\nmode={mode}\n", "utf-8")


def first_run(program: Program) -> None:
    """What a new person sees first."""
    for language, mode in (("ja", "light"), ("en", "dark")):
        dress(program, language, mode)
        story = Story(program, PICTURES, f"{language}-{mode}-0")
        window = program.start()
        story.see(lambda seen: seen.is_("focused"), FIELD)
        story.picture("first-run")
        window.terminate()
        program.wait_ended(window)


def look(program: Program, language: str, mode: str, note: str) -> None:
    """Today, import, note, people, reconnecting, settings: in one language and theme."""
    dress(program, language, mode)
    story = Story(program, PICTURES, f"{language}-{mode}")
    window = story.start()
    story.see(lambda seen: seen.is_("checked"), CHOICE)
    story.see(lambda seen: seen.is_("enabled"), "list item")
    story.picture("today")
    if box := story.desk.notification_box():
        story.hands.click((box[0] + box[2] // 2, box[1] + box[3] // 2), button=3)
        story.hands.rest()
    bring_cards(story, language, mode)
    write_a_note(story, note)
    reconnect(story, done=mode == "light")
    settings(story)
    end(story, window)


def bring_cards(story: Story, language: str, mode: str) -> None:
    """A file that was double-clicked, previewed; in the first look it is imported."""
    some = PEOPLE[:6] if language == "ja" else PEOPLE[4:]
    cards = write_cards(story.desk.home / f"cards {language} {mode}.vcf", some)
    story.program.run("open", cards, key=False)
    story.see_part(some[0].full, "cell")
    story.picture("import")
    story.hands.key("ctrl+Return")
    story.eyes.wait_gone(lambda seen: some[0].full in seen.name, "cell")
    story.picture("imported")


def write_a_note(story: Story, words: str) -> None:
    """Look for somebody, and write a line."""
    hands = story.hands
    hands.key("ctrl+2")
    story.see(lambda seen: seen.is_("selected"), "cell")
    hands.key("slash")
    until(lambda: (at := story.eyes.focused()) and at.role == FIELD, "the search has the focus")
    hands.type("a")
    story.see(lambda seen: seen.is_("selected"), "cell")
    hands.key("ctrl+a", "Delete", "Down", "Return")
    story.picture("people")
    hands.type(words)
    hands.key("Return")
    story.see_part(words, "list item")
    story.picture("noted")


def reconnect(story: Story, *, done: bool) -> None:
    """The window that a click in the tray opens."""
    story.program.run("reconnect", key=False)
    until(lambda: len(story.eyes.windows()) == 2, "the window to reconnect")
    story.see(lambda seen: seen.is_("focused"), BUTTON)
    story.picture("reconnect")
    if done:
        story.hands.key("r")
        until(lambda: (at := story.eyes.focused()) and at.role == FIELD, "it asks who began")
        story.picture("who-began")
        story.hands.key("Right")
        until(lambda: (at := story.eyes.focused()) and at.role != FIELD, "the next person")
    story.hands.key("Escape")
    until(lambda: len(story.eyes.windows()) == 1, "the window to reconnect is closed")


def settings(story: Story) -> None:
    """Its first section, and the one about reminders."""
    story.hands.key("ctrl+comma")
    first = story.see(lambda seen: seen.is_("focused") and seen.is_("checked"), CHOICE)
    story.picture("settings")
    story.hands.key("Down", "Down")
    until(lambda: (at := story.eyes.focused()) and at.name != first.name, "another section")
    story.picture("settings-reminders")


def end(story: Story, window: Process) -> None:
    window.terminate()
    story.program.wait_ended(window)


if __name__ == "__main__":
    sys.exit(main())

"""The evening after: twelve cards on a train, notes on all of them, hands on the keyboard."""

import time
from datetime import timedelta

import pytest

from tests.desk.program import ROOT
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, FIELD, TICK, Story

pytestmark = pytest.mark.journey

CARDS = ROOT / "tests" / "data" / "evening.vcf"
TALKED, PLEASES = "What you talked about", "What would please them"
PROMISED, DAY = "What you promised", "By when"
SAID = {"a": "箔の話で盛り上がった。", "b": "工房を見に来てほしい、と。", "c": "木の端材"}
"""What an input method enters for a letter behind F9."""
PEOPLE = (
    "西村 直樹,岩崎 ゆか,李 明哲,相原 みどり,荒井 康平,石塚 さやか,大野 俊介,木下 真理,三枝 浩,"
    "高見 涼子,戸田 誠,本間 彩"
).split(",")


def at_noon_after(story: Story) -> None:
    """Twelve cards came in last evening; the input method that Qt brings knows what to enter."""
    program, home = story.program, story.desk.home
    entered = [f'<F9> <{letter}> : "{words}"' for letter, words in SAID.items()]
    (home / ".XCompose").write_text("\n".join(entered) + "\n", "utf-8")
    program.be_at(12)
    program.make_store()
    program.command("import", CARDS, "--met", (program.today - timedelta(1)).isoformat())


def compose(story: Story, letter: str) -> None:
    """Two keys, which the input method takes; what it enters comes as an input-method event."""
    story.hands.key("F9", letter)


def focus_in(story: Story, name: str) -> bool:
    """Of a text of several lines also its inside, which has no name, says that it has the focus."""
    return any(seen.is_("focused") and seen.name == name for seen in story.eyes.look())


def done(story: Story, count: int) -> None:
    story.see(f"{count} of 12 done")


def test_notes_for_twelve_by_keyboard_alone(story: Story) -> None:
    program, hands, eyes = story.program, story.hands, story.eyes
    at_noon_after(story)
    window = story.start(environment={"QT_IM_MODULE": "compose"})
    story.see("12 cards have no notes yet.", "label")
    story.picture("today")
    hands.key("m")
    until(lambda: focus_in(story, TALKED), "the first question has the focus")
    done(story, 0)
    story.picture("first")

    seconds: list[float] = []
    for number, name in enumerate(PEOPLE):
        begun = time.monotonic()
        if number % 2:
            hands.type(f"met number {number}, ")
        compose(story, "a")
        hands.key("Tab")
        compose(story, "b")
        if number % 3 == 0:
            hands.key("Return")
            hands.type("an article")
        hands.key("alt+3")
        if number % 4 != 3:
            compose(story, "c")
            hands.key("Tab")
            hands.type("2027-12-24")
        hands.key("alt+4", *["Left"] * (1 + number % 4))
        if number == 2:
            until(lambda: eyes.text(story.see(TALKED, FIELD)) == SAID["a"], "kanji are entered")
            assert eyes.text(story.see(PROMISED, FIELD)) == SAID["c"]
            story.see(name)
            story.picture("third")
        hands.key("ctrl+Return")
        if number + 1 < len(PEOPLE):
            done(story, number + 1)
        seconds.append(time.monotonic() - begun)
    story.see("Today", CHOICE)
    story.picture("back")
    print("seconds per card:", " ".join(f"{one:.1f}" for one in seconds))

    # One undo takes back the notes of the last one, and nothing else.
    hands.key("ctrl+z")
    story.see("The notes on Honma-san are taken back")
    story.see("1 card has no notes yet.", "label")
    story.leave(window)
    for number, name in enumerate(PEOPLE):
        shown = program.command("show", name)
        last = number == len(PEOPLE) - 1
        assert (SAID["a"] in shown) is not last, shown
        assert (f"met number {number}, " in shown) is (number % 2 == 1 and not last), shown


def test_a_screen_reader_reads_and_works_the_notes_and_the_timeline(story: Story) -> None:
    """Every part has a name, a state and a description, and does what it says."""
    program, hands, eyes = story.program, story.hands, story.eyes
    at_noon_after(story)
    window = story.open_window()
    story.press("Write notes")
    row = story.see(PEOPLE[0], "list item")
    assert row.is_("selected")
    assert row.description == "Nishimura Naoki, no notes yet"
    assert "西村活版" in story.see_part("Tel. 090-5550-0101").description
    for name, role in (
        (TALKED, FIELD), (PLEASES, FIELD), (PROMISED, FIELD), (DAY, FIELD),
        ("Friday next week", TICK), ("No promise", BUTTON), ("3 months", CHOICE),
        ("Add what to know them by", BUTTON), ("Next person", BUTTON), ("Back", BUTTON),
    ):  # fmt: skip
        assert story.see(name, role).is_("enabled"), name
    assert story.see("Open", CHOICE).is_("checked")
    assert story.see("Next person", BUTTON).description == "Key Ctrl Enter"

    hands.click(story.see(TALKED, FIELD))
    until(lambda: focus_in(story, TALKED), "the first question has the focus")
    hands.type("tin foil")
    hands.click(story.see("Friday next week", TICK))
    until(lambda: story.has_focus(PROMISED), "the day leads to the words")
    hands.type("send offcuts")
    hands.click(story.see("3 months", CHOICE))
    until(lambda: story.see("3 months", CHOICE).is_("checked"), "the rhythm is chosen")
    hands.click(story.see("Add what to know them by", BUTTON))
    until(lambda: story.has_focus("What to know them by"), "a line for the face")
    hands.type("an apron")
    hands.key("Return")
    story.see("an apron", BUTTON)
    until(
        lambda: (
            (found := eyes.find(PEOPLE[0], "list item"))
            and found.description == "Nishimura Naoki, begun"
        ),
        "the strip says that it is begun",
    )
    story.press("Next person")
    done(story, 1)
    until(
        lambda: (
            (found := eyes.find(PEOPLE[0], "list item"))
            and found.description == "Nishimura Naoki, done"
        ),
        "the strip says that it is done",
    )
    hands.click(story.see(PEOPLE[0], "list item"))
    until(lambda: eyes.text(story.see(TALKED, FIELD)) == "tin foil", "the first card again")
    hands.key("Escape", "ctrl+2")
    hands.click(story.see(f"{PEOPLE[0]} (Nishimura Naoki)", "cell"))
    entry = story.see_part("Exchanged cards", "list item")
    assert "tin foil" in entry.description
    story.see("In touch within", "label")
    promise = story.see_part("send offcuts", "list item")
    assert promise.name.startswith("Promise")
    story.picture("timeline")
    hands.click(promise)
    hands.key("space")
    story.see_part("Promise kept")
    assert program is story.program
    story.leave(window)

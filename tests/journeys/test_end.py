"""How it ends: asked by the session, or killed. What was written is there, and what was begun."""

import os
import signal

import pytest

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.waiting import until
from tests.journeys.story import CHOICE, FIELD, Story
from tests.journeys.tray import has_icon

pytestmark = pytest.mark.journey

QUIT_WITHIN = 2.0
TAKAHASHI = "髙橋 美咲 (Takahashi Misaki)"


def write_to_takahashi(story: Story, words: str) -> None:
    """Type into the line over the timeline; nothing is pressed yet."""
    story.hands.key("ctrl+2")
    story.see(TAKAHASHI, "cell")
    story.write("A quick note", words)
    until(lambda: story.eyes.text(story.see("A quick note", FIELD)) == words, "it is typed")


def a_store_with_one(story: Story) -> None:
    story.program.make_store()
    cards = write_cards(story.desk.home / "cards.vcf", PEOPLE[:1])
    story.program.command("import", cards)


def test_asked_to_end(story: Story) -> None:
    """Hidden or not, and a line that was just typed waits in its field."""
    program = story.program
    a_store_with_one(story)
    window = story.open_window()
    write_to_takahashi(story, "Half a thought about")
    os.kill(window.pid, signal.SIGTERM)
    assert program.wait_ended(window) == 0

    window = story.open_window()
    story.hands.key("ctrl+2")
    story.see(TAKAHASHI, "cell")
    field = story.see("A quick note", FIELD)
    until(lambda: story.eyes.text(field) == "Half a thought about", "the draft is there")
    story.picture("draft-is-there")
    until(lambda: has_icon(story.desk), "the icon in the panel")
    story.close_window()
    until(lambda: not story.eyes.windows(), "it is hidden in the tray")
    os.kill(window.pid, signal.SIGHUP)
    assert program.wait_ended(window) == 0


def test_killed(story: Story) -> None:
    """All that was said to be written is there after a kill, and the store is sound."""
    program = story.program
    a_store_with_one(story)
    window = story.open_window()
    write_to_takahashi(story, "Said that rain suits the garden")
    story.hands.key("Return")
    story.see("Written down for Takahashi-san")
    os.kill(window.pid, signal.SIGKILL)
    assert program.wait_ended(window) == -signal.SIGKILL

    assert program.run("check").returncode == 0
    assert "rain suits the garden" in program.command("show", "髙橋")
    # A stale lock and a stale address of the window that is no more hinder nobody.
    program.command("note", "髙橋", "Written beside no window")
    window = story.open_window()
    story.hands.key("ctrl+2")
    story.see_part("Said that rain suits the garden", "list item")
    story.see_part("Written beside no window", "list item")
    story.picture("everything-is-there")
    refused = program.run("note", "髙橋", "Written beside the window")
    assert refused.returncode == 2, "the window has the store"
    story.leave(window)


def test_two_starts_make_one_window(story: Story) -> None:
    """The second start brings up the first, from the tray as well."""
    program, eyes, hands = story.program, story.eyes, story.hands
    a_store_with_one(story)
    window = story.open_window()
    until(lambda: has_icon(story.desk), "the icon in the panel")
    story.close_window()
    until(lambda: not eyes.windows(), "it is hidden in the tray")
    second = program.start()
    assert program.wait_ended(second) == 0
    story.see("Today", CHOICE)
    assert len(eyes.windows()) == 1
    assert program.run("reconnect", key=False).returncode == 0
    until(lambda: len(eyes.windows()) == 2, "the reconnect window")
    story.picture("reconnect-from-outside")
    hands.key("Escape")
    until(lambda: len(eyes.windows()) == 1, "and it is closed")
    story.press("Today", CHOICE)
    story.leave(window)


def test_the_test_of_a_package(story: Story) -> None:
    """What a built package runs on itself, here from the checkout."""
    told = story.program.command("--self-test", key=False)
    assert "tray icon shown" in told
    assert "SecretService" in told
    assert "calendar read" in told
    assert not story.program.store.exists()

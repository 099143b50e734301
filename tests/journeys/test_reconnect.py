"""The third moment: a few people a day, from the tray and from a notification, one key for each."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.program import day_of_the_story
from tests.desk.waiting import never, until
from tests.journeys.conftest import MakeStory
from tests.journeys.morning import NAMES, NOTE, Morning
from tests.journeys.story import BUTTON, CHOICE, Story
from tests.journeys.tray import has_dot, middle
from tests.ui.day import HAYASAKA

pytestmark = pytest.mark.journey


def met_yesterday(story: Story) -> None:
    """A store with ten people who were met yesterday; it is eight in the morning now."""
    program = story.program
    program.be_at(23, 50, days=-1)
    program.make_store()
    yesterday = program.json("due")["date"]
    cards = write_cards(story.desk.home / "cards.vcf", PEOPLE)
    program.command("import", cards, "--met", yesterday)
    program.be_at(8)


def due(story: Story) -> list[str]:
    """The names of today, as the command line tells them."""
    return [person["name"] for person in story.program.json("due")["people"]]


def open_menu(story: Story) -> None:
    """Right-click on the icon, until its menu is there."""
    before = story.hands.windows()
    story.hands.click(middle(story.desk), button=3)
    until(lambda: len(story.hands.windows()) > len(before), "the menu of the tray icon")


@pytest.mark.parametrize("hour", range(24))
def test_this_can_be_lived_at_every_hour(hour: int) -> None:
    now = datetime(2026, 11, 22, hour, 59, 59, tzinfo=UTC)
    for lived in (timedelta(days=-1, hours=23, minutes=50), timedelta(hours=12)):
        assert abs(day_of_the_story(now) + lived - now) < timedelta(hours=24)


def test_a_few_people_a_day(story: Story) -> None:
    program, desk, eyes, hands = story.program, story.desk, story.eyes, story.hands
    met_yesterday(story)
    first, second, third, *others = due(story)
    assert len(others) == 2, "five a day"

    # In the morning: the icon has its dot, a click opens the window, one key for each person.
    window = story.start("--hidden")
    until(lambda: has_dot(story.desk), "the icon has its dot")
    story.picture("tray-with-dot")
    assert not eyes.windows(), "it starts hidden"
    hands.click(middle(story.desk))
    story.see_part(first)
    story.picture("reconnect-window")
    hands.key("r")
    until(lambda: story.has_focus("A line about it"), "it asks who began")
    hands.key("Right")
    story.see_part(second)
    before = hands.windows()
    hands.key("z")
    until(lambda: len(hands.windows()) > len(before), "the menu of later days")
    story.picture("later")
    hands.key("1")
    story.see_part(third)
    hands.key("s")
    story.see_part(others[0])
    hands.key("ctrl+z")
    story.see_part(third)
    story.picture("skip-taken-back")
    hands.key("Escape")
    assert desk.notifications_ever() == 0, "it is not nine yet"
    open_menu(story)
    story.picture("tray-menu")
    hands.key("Up", "Return")  # the last entry: quit
    assert program.wait_ended(window) == 0
    assert due(story) == [third, *others]
    assert "message  me" in program.command("show", first)

    # At noon: the notification of the day, and a click on it.
    program.be_at(12)
    window = story.start("--hidden")
    until(lambda: desk.notifications() == 1, "the notification")
    story.picture("notification")
    x, y, width, height = until(desk.notification_box, "the notification")
    hands.click((x + width // 2, y + height // 2))
    story.see_part(third)
    story.picture("after-its-click")
    assert desk.notifications() == 0
    assert program.wait_ended(story.ended(window)) == 0

    # Again at noon: it was given today. The rest of the day, by the menu and to the end.
    window = story.start("--hidden")
    until(lambda: has_dot(story.desk), "the icon has its dot")
    never(lambda: desk.notifications_ever() > 1, "it was given already today", 2)
    open_menu(story)
    hands.key("Down", "Return")  # the first entry that can be chosen: the first person
    story.see_part(third)
    hands.key("r")
    until(lambda: story.has_focus("A line about it"), "it asks who began")
    hands.type("Sent the drawings")
    hands.key("Return", "Left")
    story.see_part(others[0])
    hands.key("s")
    story.see_part(others[1])
    hands.key("s")
    story.see("That is all for today")
    story.picture("all-done")
    hands.key("Escape")
    until(lambda: not has_dot(story.desk), "the dot is gone")
    assert program.wait_ended(story.ended(window)) == 0

    assert due(story) == []
    timeline = program.command("show", third)
    assert "them" in timeline
    assert "Sent the drawings" in timeline
    today = date.fromisoformat(program.json("due")["date"])
    told = program.json("due", "--on", str(today + timedelta(days=1)))
    names = [person["name"] for person in told["people"]]
    assert second in names, "later meant tomorrow"
    assert first not in names


def test_the_window_for_who_cannot_see_it_and_for_a_mouse(begin: MakeStory) -> None:
    """All of it is told to a screen reader, and every act is a press away, without a key."""
    story = begin(tray=False, notifications=False, keyring=False)
    program, eyes, hands = story.program, story.eyes, story.hands
    program.be_at(8)
    morning = Morning(program)
    first, second, third, last = NAMES
    window = story.start("--hidden")
    until((program.store / "window.json").exists, "it is open")
    assert program.run("reconnect", key=False).returncode == 0
    story.see("Reconnected", BUTTON)

    told = [seen.name for seen in eyes.look()]
    for words in (f"{first} (Hayasaka Mio)", "mio@komorebi.example", "Copy 03-5555-0142"):
        assert words in told, told
    assert any(NOTE in words for words in told), "why now"
    assert story.see("Next person", BUTTON).description == "1 of 4"
    for name, key in (("Reconnected", "R"), ("Write", "W"), ("Later", "Z"), ("Skip", "S")):
        assert story.see(name, BUTTON).description.startswith(f"Key {key}"), name
    story.picture("told")

    # Tab walks it: every step is said, and all four acts are on the way.
    walked = []
    for _ in range(14):
        hands.key("Tab")
        focused = eyes.focused()
        walked.append(focused.name if focused else "")
    assert {"Reconnected", "Write", "Later", "Skip", "Close"} <= set(walked), walked
    assert "" not in walked, walked

    # A press and a press: done. A day of one's own, and not this time, by the mouse alone.
    story.press("Reconnected")
    story.press("From them")
    story.see_part(second)
    story.press("Undo")
    story.see_part(f"{first} (")
    story.press("Next person")
    story.see_part(second)
    before = set(hands.windows())
    story.press("Later")
    menu = until(lambda: set(hands.windows()) - before, "the menu of later days").pop()
    x, y, width, height = story.desk.box_of(menu)
    hands.click((x + width // 2, y + height - height // 8))
    story.see("Until when?")
    story.press("Until then")
    story.see_part(third)
    story.press("Skip")
    story.see_part(last)
    story.press("Close")
    assert program.wait_ended(story.ended(window)) == 0
    assert morning.due() == [first, last]
    assert second in morning.due_in(1)
    assert morning.timeline(HAYASAKA) == [], "taken back"


def test_without_a_panel(begin: MakeStory) -> None:
    """Closing keeps the window in reach where there is no tray; a second start brings it up."""
    story = begin(tray=False)
    program, eyes, hands = story.program, story.eyes, story.hands
    program.make_store()
    window = story.open_window()
    story.close_window()
    until(lambda: not hands.windows("enishi"), "the window is minimised")
    assert window.poll() is None, "the program goes on"
    story.picture("minimised")
    assert program.run(key=False).returncode == 0
    until(lambda: hands.windows("enishi"), "the second start brought it up")
    until(lambda: eyes.find("Today", CHOICE), "as it was")
    story.in_front()
    story.picture("brought-up")
    story.leave(window)

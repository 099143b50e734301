"""The icon in the panel, in both kinds of panel: all that can be done with it, by the program.

Without any panel: `test_reconnect`, and with every notification service `test_notice`.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from app.domain.interaction import Initiative, Kind
from tests.desk.panels import panel
from tests.desk.waiting import until
from tests.journeys.conftest import MakeStory
from tests.journeys.morning import NAMES, Morning
from tests.journeys.story import CHOICE, FIELD, Story
from tests.journeys.tray import Embedded, Notified, Tray
from tests.ui.day import CLAIRE, HAYASAKA, MIYASHITA, TODO

pytestmark = pytest.mark.journey

LINE = "Quick log: one line of what happened"
Begin = Callable[[], tuple[Story, Tray]]


@pytest.fixture(params=["embedded", "notified"])
def begin_tray(request: pytest.FixtureRequest, begin: MakeStory) -> Iterator[Begin]:
    """A desk with a panel of one kind or the other, and no notification service."""
    with ExitStack() as stack:

        def make() -> tuple[Story, Tray]:
            embedded = request.param == "embedded"
            story = begin(tray=embedded, notifications=False, keyring=False)
            if embedded:
                return story, Embedded(story)
            address = story.desk.environment["DBUS_SESSION_BUS_ADDRESS"]
            return story, Notified(stack.enter_context(panel(address)))

        yield make


def menu(*people: str, locked: bool = False) -> list[str]:
    """The entries that can be chosen."""
    if locked:
        return ["Open Enishi", "Quit"]
    rest = ("Open Enishi", "Quick log", "Write notes", "No notice today", "Lock", "Quit")
    return [*people, *rest]


def test_all_that_the_icon_offers(begin_tray: Begin) -> None:
    story, tray = begin_tray()
    program, eyes, hands = story.program, story.eyes, story.hands
    program.be_at(8)  # before the notification: a balloon over the panel would take the click
    morning = Morning(program)
    first, second, third, last = NAMES
    window = story.start("--hidden")
    tray.wait_for(menu(*NAMES))
    assert not eyes.windows(), "it starts hidden"

    # A click: the first of today. An entry: that person, and nobody before.
    tray.click()
    story.see_part(first)
    hands.key("r")
    until(lambda: story.has_focus("A line about it"), "it asks who began")
    hands.key("Left")
    story.see_part(second)
    hands.key("Escape")
    until(lambda: not eyes.windows(), "closed")
    tray.choose(third, menu(second, third, last))
    story.see_part(third)
    hands.key("s")
    story.see_part(last)
    hands.key("ctrl+z")
    story.see_part(third)
    hands.key("Escape")
    until(lambda: not eyes.windows(), "closed")

    # The middle button, and an entry: the window.
    tray.click(2)
    story.see("Today", CHOICE)
    story.in_front()
    story.close_window()
    until(lambda: not eyes.windows(), "hidden")
    tray.choose("Open Enishi", menu(second, third, last))
    story.see("Today", CHOICE)
    story.in_front()
    story.close_window()
    until(lambda: not eyes.windows(), "hidden")

    # Quick log: one line, and who is in it is done.
    tray.choose("Quick log", menu(second, third, last))
    until(lambda: story.has_focus(LINE), "the line has the focus")
    hands.type("Claire lunch")
    story.see_part(f"Take {last} out")
    hands.key("Return")
    story.see_part("Written down for Claire")
    tray.wait_for(menu(second, third))

    tray.choose("Write notes", menu(second, third))
    story.see("What you talked about", FIELD)
    tray.choose("No notice today", menu(second, third))
    until(morning.is_quiet, "it is written down")
    tray.choose("Lock", menu(second, third))
    story.see("Passphrase", FIELD)
    story.picture("locked")
    tray.choose("Quit", menu(locked=True))
    assert program.wait_ended(window) == 0

    assert morning.due() == [second, third]
    assert morning.is_quiet()
    assert [act.initiative for act in morning.timeline(HAYASAKA)] == [Initiative.THEM]
    assert morning.timeline(MIYASHITA) == []
    assert morning.timeline(TODO) == [], "its skip was taken back"
    assert [act.kind for act in morning.timeline(CLAIRE)] == [Kind.MET]


def test_a_panel_that_goes_and_one_that_comes(begin_tray: Begin) -> None:
    """A window that was hidden comes back by itself, and later a panel of either kind has the
    icon; nothing of the day is touched by it.
    """
    story, tray = begin_tray()
    program, desk, eyes = story.program, story.desk, story.eyes
    program.be_at(8)
    morning = Morning(program)
    window = story.open_window()
    tray.wait_for(menu(*NAMES))
    story.close_window()
    until(lambda: not eyes.windows(), "hidden in the panel")
    tray.vanish()
    until(lambda: eyes.windows(), "it came back by itself", 5)
    story.picture("came-back")
    desk.begin_tray()
    panel = Embedded(story)
    panel.wait_for(menu(*NAMES))
    # Hidden or minimised (it may not have looked for the panel yet): the icon brings it back.
    shown = len(story.hands.windows("enishi"))
    story.close_window()
    until(lambda: len(story.hands.windows("enishi")) < shown, "it is out of sight")
    panel.click(2)
    until(lambda: len(story.hands.windows("enishi")) == shown, "the icon brought it back")
    story.in_front()
    story.leave(window)
    assert morning.due() == NAMES

"""The daily notification, by the program and services that are real, slow, failing or absent.

Whatever becomes of it, timeline and queue say what the person did, and nothing else.
"""

import os
import shlex
import signal
from collections.abc import Iterator

import pytest

from app.domain.interaction import Initiative
from tests.desk.desk import NOTIFICATIONS
from tests.desk.waiting import never, until
from tests.journeys.conftest import MakeStory
from tests.journeys.morning import NAMES, NOTE, Morning
from tests.journeys.story import Story
from tests.ui.day import HAYASAKA, MIYASHITA
from tests.ui.notify.bus import Service

pytestmark = pytest.mark.journey

DUNSTRC = """\
[global]
    origin = top-right
    offset = 12x12
    width = 380
    mouse_left_click = do_action, close_current
    mouse_right_click = context
    dmenu = {dmenu}
"""


def begin_dunst(story: Story, choosing: str = "Open") -> None:
    """A real service; a right click opens its list of actions, of which `choosing` is taken."""
    config = story.desk.home / "own-dunstrc"
    config.write_text(DUNSTRC.format(dmenu=f"/usr/bin/env grep {shlex.quote(choosing)}"), "utf-8")
    story.desk.begin_part("notifications", ["dunst", "-config", str(config)])
    until(lambda: story.desk.on_bus(NOTIFICATIONS), "a notification service")


def click(story: Story, button: int = 1) -> None:
    """Click on the notification."""
    x, y, width, height = until(story.desk.notification_box, "a notification on the screen")
    story.hands.click((x + width // 2, y + height // 2), button)


@pytest.fixture
def at_noon(begin: MakeStory) -> Story:
    """A desk without tray and service, at noon: the notification is wanted at once."""
    story = begin(tray=False, notifications=False, keyring=False)
    story.program.be_at(12)
    return story


@pytest.fixture
def morning(at_noon: Story) -> Morning:
    return Morning(at_noon.program)


@pytest.fixture
def service(at_noon: Story) -> Iterator[Service]:
    """A service that does as it is told."""
    address = at_noon.desk.environment["DBUS_SESSION_BUS_ADDRESS"]
    made = Service(address, "body", "actions")
    yield made
    made.stop()


def test_its_buttons_and_a_click(at_noon: Story, morning: Morning) -> None:
    """One a day: so each is pressed on a day of its own, as far as the program knows."""
    story, program, desk = at_noon, at_noon.program, at_noon.desk
    for choosing in ("Open", "Later", "Reconnected", ""):
        begin_dunst(story, choosing)
        window = story.start("--hidden")
        until(lambda: desk.notifications() == 1, "the notification")
        if choosing == "Open":
            story.picture("notification")
        click(story, 3 if choosing else 1)
        if choosing == "Later":
            never(lambda: story.eyes.windows(), "nothing needs to be shown", 1)
        elif choosing == "Reconnected":
            until(lambda: story.has_focus("A line about it"), "it asks who began")
            story.hands.type("Rain on the garden")
            story.hands.key("Return", "Left")
            story.see_part(NAMES[2])
        else:
            story.see_part({"Open": NAMES[0], "": NAMES[2]}[choosing])
        until(lambda: desk.notifications() == 0, "it is put away")
        assert program.wait_ended(story.ended(window)) == 0
        assert morning.is_given()
        morning.forget_given()
    # Opening did nothing, Later put the first off, Reconnected was the second.
    assert morning.due() == NAMES[2:]
    assert NAMES[0] in morning.due_in(1)
    assert morning.timeline(HAYASAKA) == []
    (act,) = morning.timeline(MIYASHITA)
    assert (act.initiative, act.note) == (Initiative.THEM, "Rain on the garden")


def test_a_service_that_dies_with_it(at_noon: Story, morning: Morning) -> None:
    """What it showed is gone with it, and all of it stands in the window; it is not shown twice."""
    story, desk = at_noon, at_noon.desk
    begin_dunst(story)
    window = story.open_window()
    until(lambda: desk.notifications() == 1, "the notification")
    until(morning.is_given, "it is given")
    desk.end_part("notifications")
    story.hands.key("r")
    until(lambda: story.has_focus("A line about it"), "it asks who began")
    story.hands.key("Right")
    story.see_part("Undo: Reconnected with Hayasaka-san")
    begin_dunst(story)
    never(desk.notifications_ever, "it was told today", 2)
    story.leave(window)
    assert morning.due() == NAMES[1:]
    assert len(morning.timeline(HAYASAKA)) == 1


def test_no_service_and_no_panel(at_noon: Story, morning: Morning) -> None:
    """All stands in the window; not one counts as told, so a service that is there is asked."""
    story, program, desk = at_noon, at_noon.program, at_noon.desk
    window = story.open_window()
    for name in NAMES:
        story.see_part(name, "list item")
    story.leave(window)
    assert not morning.is_given()
    begin_dunst(story)
    window = story.start("--hidden")
    until(lambda: desk.notifications() == 1, "the notification")
    assert program.wait_ended(story.ended(window)) == 0
    assert morning.is_given()
    assert morning.due() == NAMES


def test_no_service_but_a_panel(at_noon: Story, morning: Morning) -> None:
    """Then the icon itself says it, and a click on that opens the person."""
    story, program, desk = at_noon, at_noon.program, at_noon.desk
    desk.begin_tray()
    window = story.start("--hidden")
    balloon = until(story.balloon, "a balloon beside the icon")
    until(morning.is_given, "it is given")
    story.picture("balloon")
    story.hands.click(balloon)
    story.see_part(NAMES[0])
    story.hands.key("Escape")
    until(lambda: not story.eyes.windows(), "closed")
    assert program.wait_ended(story.ended(window)) == 0
    assert morning.due() == NAMES


def test_a_service_that_fails_or_is_slow(
    at_noon: Story, morning: Morning, service: Service
) -> None:
    """Told counts from the moment at which the service took it: before, it is told again."""
    story, program = at_noon, at_noon.program
    service.fails = True
    window = story.open_window()
    story.see_part(NAMES[0], "list item")
    until(lambda: service.asked, "it is asked")
    story.leave(window)
    assert not morning.is_given()

    service.fails, service.delay = False, 600
    window = story.open_window()
    until(lambda: service.asked == 2, "it is asked again")
    # Nothing waits for it: the page goes on as ever.
    story.hands.key("r")
    until(lambda: story.has_focus("A line about it"), "it asks who began")
    story.hands.key("Right")
    until(lambda: story.eyes.find(NAMES[0]) is None, "done")
    os.kill(window.pid, signal.SIGKILL)
    program.wait_ended(window)
    assert not morning.is_given()

    service.delay = 0
    window = story.start("--hidden")
    until(lambda: service.shown, "and is told")
    assert NAMES[1] in service.shown[0].title + service.shown[0].words
    assert program.wait_ended(story.ended(window)) == 0
    assert morning.is_given()
    assert morning.due() == NAMES[1:]
    assert NOTE not in repr(service.shown)

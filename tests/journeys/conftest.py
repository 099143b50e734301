"""A desk for every journey, pictures in build/journeys, and one more picture where it fails."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk.desk import Desk
from tests.desk.program import Program
from tests.journeys.story import Story

PICTURES = Path(__file__).resolve().parents[2] / "build" / "journeys"
FAILED = pytest.StashKey[bool]()

MakeStory = Callable[..., Story]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report: pytest.TestReport = yield  # type: ignore[assignment] # a wrapper gets the report
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report  # type: ignore[return-value] # and hands it on


@pytest.fixture
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeStory]:
    """`begin()` makes a desk with the program; `tray=False` and the like are the desk's."""
    # Square brackets mean something to ImageMagick.
    name = re.sub(r"[^A-Za-z0-9]+", "-", request.node.name.removeprefix("test_")).strip("-")
    begun: list[Story] = []

    def make(*, tray: bool = True, notifications: bool = True, keyring: bool = True) -> Story:
        home = tmp_path / f"desk-{len(begun)}"
        home.mkdir()
        desk = Desk(home, tray=tray, notifications=notifications, keyring=keyring)
        story = Story(Program(desk), PICTURES, name)
        begun.append(story)
        desk.__enter__()
        return story

    yield make
    for story in begun:
        try:
            if request.node.stash.get(FAILED, True):
                story.leave_traces()
        finally:
            story.program.close()
            story.desk.close()
    if not request.node.stash.get(FAILED, True):
        complaints = [line for story in begun for line in story.program.complaints()]
        assert not complaints, "the program complained:\n" + "\n".join(complaints)


@pytest.fixture
def story(begin: MakeStory) -> Story:
    """A desk with all parts, and the program on it, not started."""
    return begin()

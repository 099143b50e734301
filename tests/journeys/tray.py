"""The icon in a panel of either kind, with a mouse or over the bus."""

from collections.abc import Sequence
from typing import Protocol

from PIL import Image

from tests.desk.desk import Desk
from tests.desk.panels import Panel
from tests.desk.waiting import until
from tests.journeys.story import Story


class Tray(Protocol):
    """What a person does with the icon."""

    def wait_for(self, entries: Sequence[str], seconds: float = 15) -> None:
        """Until its menu holds entries that begin so."""

    def click(self, button: int = 1) -> None:
        """A click: 1 or, in the middle, 2."""

    def choose(self, words: str, entries: Sequence[str]) -> None:
        """Choose this entry, of those that are there."""

    def vanish(self) -> None:
        """The panel ends."""


class Embedded:
    """The panel that a desk has: a window of ours stands in it (XEmbed).

    No screen reader is told of a menu without a window, so it is walked with keys, and looked at.
    """

    def __init__(self, story: Story) -> None:
        self._story = story

    def wait_for(self, entries: Sequence[str], seconds: float = 15) -> None:
        until(lambda: has_icon(self._story.desk), "the icon in the panel", seconds)
        someone = not entries[0].startswith("Open")
        until(lambda: has_dot(self._story.desk) is someone, f"the dot: {someone}", seconds)

    def click(self, button: int = 1) -> None:
        self._story.hands.click(middle(self._story.desk), button)

    def choose(self, words: str, entries: Sequence[str]) -> None:
        hands = self._story.hands
        before = set(hands.windows())
        self.click(3)
        menu = until(lambda: set(hands.windows()) - before, "the menu of the icon")
        hands.rest()
        hands.key(*["Down"] * (list(entries).index(words) + 1), "Return")
        until(lambda: not menu & set(hands.windows()), "the menu is closed")

    def vanish(self) -> None:
        self._story.desk.end_part("tray")


class Notified:
    """A panel that is told over the bus (StatusNotifierItem)."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel

    def wait_for(self, entries: Sequence[str], seconds: float = 15) -> None:
        self._panel.wait_for_icon(seconds)

        def they_are() -> bool:
            there = list(self._panel.menu())
            return len(there) == len(entries) and all(map(str.startswith, there, entries))

        until(they_are, f"{entries} in {self._panel.menu()}", seconds)

    def click(self, button: int = 1) -> None:
        self._panel.click(button)

    def choose(self, words: str, entries: Sequence[str]) -> None:
        self.wait_for(entries)
        self._panel.choose(words)

    def vanish(self) -> None:
        self._panel.stop()


def middle(desk: Desk) -> tuple[int, int]:
    """The middle of the panel: ours is its only icon."""
    x, y, width, height = until(desk.tray_box, "the panel")
    return x + width // 2, y + height // 2


def pixels(desk: Desk) -> list[tuple[int, int, int]]:
    """The colours of the panel, pixel by pixel."""
    x, y, width, height = until(desk.tray_box, "the panel")
    path = desk.picture(desk.home / "panel.png")
    image = Image.open(path).convert("RGB").crop((x, y, x + width, y + height))
    return list(zip(*(image.getchannel(name).tobytes() for name in "RGB"), strict=True))


def has_icon(desk: Desk) -> bool:
    """Whether something is drawn in ink: our knot."""
    return desk.tray_box() is not None and sum(max(pixel) < 90 for pixel in pixels(desk)) > 20


def has_dot(desk: Desk) -> bool:
    """Whether there is vermilion in the panel: someone is due."""
    return sum(r > 150 and g < 90 and b < 90 for r, g, b in pixels(desk)) > 8

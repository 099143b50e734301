"""Tray and notification with real parts: a panel, a notification service, a mouse."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.desk import Desk, end
from tests.desk.program import ROOT
from tests.desk.waiting import until

pytestmark = pytest.mark.journey

DUNSTRC = """\
[global]
    origin = top-right
    mouse_left_click = do_action, close_current
    mouse_right_click = context
    dmenu = /usr/bin/env grep Later
"""
WATCHER = "tests.journeys.watcher"


class Corner:
    """The program of `corner.py` on a desk, and what it told."""

    def __init__(self, desk: Desk, *arguments: str) -> None:
        self._desk = desk
        self.told = desk.home / "told"
        log = (desk.home / "corner.log").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.corner", str(self.told), *arguments],
            cwd=ROOT,
            env=desk.environment,
            stdout=log,
            stderr=log,
        )
        log.close()
        try:
            self.wait_for("ready")
        except BaseException:
            self.close()
            raise

    def lines(self) -> list[str]:
        if not self.told.exists():
            return []
        return [line.strip() for line in self.told.read_text("utf-8").splitlines()]

    def wait_for(self, line: str) -> None:
        until(lambda: line in self.lines(), f"{line!r} in {self.lines()}")

    def close(self) -> None:
        end(self._process)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path, keyring=False, notifications=False, tray=False) as made:
        yield made


def icon_of(desk: Desk) -> tuple[int, int]:
    """The middle of the only icon in the panel."""
    x, y, width, height = until(desk.tray_box, "a panel")
    return x + width // 2, y + height // 2


def is_shown(desk: Desk, title: str) -> bool:
    """Whether a window of this title can be seen."""
    try:
        return bool(desk.hands.do("search", "--onlyvisible", "--name", title))
    except subprocess.CalledProcessError:
        return False


def test_a_click_on_the_icon_opens_the_reconnect_window(desk: Desk) -> None:
    desk.begin_tray()
    corner = Corner(desk)
    try:
        corner.wait_for("tray True")
        until(lambda: (desk.tray_box() or (0, 0, 0, 0))[2] > 16, "an icon in the panel")
        desk.hands.click(icon_of(desk))
        corner.wait_for("reconnect p25")
    finally:
        corner.close()


def test_a_panel_that_comes_late_and_dies(desk: Desk) -> None:
    corner = Corner(desk)
    try:
        desk.begin_tray()
        corner.wait_for("tray True")
        desk.hands.click(icon_of(desk))
        corner.wait_for("reconnect p25")
        desk.end_part("tray")
        corner.wait_for("tray False")
        until(lambda: is_shown(desk, "main window"), "the hidden window comes back", seconds=5)
    finally:
        corner.close()


def test_a_panel_of_the_other_kind_that_comes_late(desk: Desk, tmp_path: Path) -> None:
    corner = Corner(desk)
    try:
        asked = tmp_path / "asked"
        desk.begin_part(
            "watcher", [sys.executable, str(ROOT / "tests/journeys/watcher.py"), str(asked)]
        )
        corner.wait_for("tray True")
        corner.wait_for("reconnect p25")
        assert "早坂 美緒" in asked.read_text("utf-8")
    finally:
        corner.close()


@pytest.fixture
def dunst(desk: Desk) -> Desk:
    config = desk.home / "own-dunstrc"
    config.write_text(DUNSTRC, "utf-8")
    desk.begin_part("notifications", ["dunst", "-config", str(config)])
    until(lambda: desk.on_bus("org.freedesktop.Notifications"), "a notification service")
    return desk


def box(desk: Desk) -> tuple[int, int]:
    x, y, width, height = until(desk.notification_box, "a notification on the screen")
    return x + width // 2, y + height // 2


def test_a_click_on_the_notification_opens_the_person(dunst: Desk) -> None:
    corner = Corner(dunst, "notify")
    try:
        corner.wait_for("given")
        dunst.hands.click(box(dunst))
        corner.wait_for("reconnect p25")
    finally:
        corner.close()


def test_later_on_the_notification_puts_off(dunst: Desk) -> None:
    corner = Corner(dunst, "notify")
    try:
        corner.wait_for("given")
        dunst.hands.click(box(dunst), button=3)
        corner.wait_for("put off p25")
    finally:
        corner.close()


def test_without_a_service_nothing_breaks(desk: Desk) -> None:
    desk.begin_tray()
    corner = Corner(desk, "notify")
    try:
        corner.wait_for("tray True")
        desk.hands.click(icon_of(desk))
        corner.wait_for("reconnect p25")
    finally:
        corner.close()

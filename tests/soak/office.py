"""A desk for sweeps: the whole program, a store of its own each round, and taking away one guard.

`python -m tests.soak.office GUARD …` is the program without that guard: the sabotage twins.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.desk.desk import Desk
from tests.desk.program import Program
from tests.journeys.morning import Morning
from tests.journeys.story import Story

HOUR = 12


class Office:
    """A desk, and a new morning on it whenever one is asked for."""

    def __init__(self, desk: Desk, place: Path, guard: str) -> None:
        self.desk = desk
        self._place = place
        self._guard = guard
        self._kept: Path | None = None
        self._morning: Morning | None = None
        self.story = Story(Program(desk), place / "pictures", "sweep")
        self.program = self.story.program
        self.program.be_at(HOUR)
        if guard:
            self.program.argv = [sys.executable, "-m", "tests.soak.office", guard]

    def morning(self) -> Morning:
        """The same morning again, as if nothing had been done."""
        if self._morning is None or self._kept is None:
            self._morning = Morning(self.program)
            self._kept = Path(shutil.copytree(self.program.store, self._place / "kept"))
        else:
            shutil.rmtree(self.program.store)
            shutil.copytree(self._kept, self.program.store)
        return self._morning

    def end(self) -> None:
        """End what a round that failed left."""
        self.program.close()


@contextmanager
def office(*, tray: bool = False, guard: str = "") -> Iterator[Office]:
    """An office for a while; `guard` is taken away from the program."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        home = place / "home"
        home.mkdir()
        with Desk(home, tray=tray, notifications=False, keyring=False) as desk:
            made = Office(desk, place, guard)
            try:
                yield made
            finally:
                made.end()


# the guards


def _given_when_sent() -> None:
    """R57: a notification counts as given when it is sent, not when it is taken."""
    from app.ui.notify.daily import DailyNotice

    send = DailyNotice._send

    def sending(self: DailyNotice, way: int) -> None:
        send(self, way)
        self._reminders.set_given()

    DailyNotice._send = sending  # type: ignore[method-assign]


def _always_hides() -> None:
    """R60: closing hides the window, icon or not, and nothing brings it back."""
    from app.ui.desktop import reach

    reach.closing = lambda usable: reach.Closing.HIDE
    reach.must_return = lambda *, usable, hidden: False


def _one_icon() -> None:
    """R66: the icon is made once, and a panel that comes later is not noticed."""
    from app.ui.desktop.tray import Tray

    Tray.look = lambda self: None  # type: ignore[method-assign]


def _closing_asks() -> None:
    """R61: the end that the system wants is only a window that is closed."""
    from app.program import Enishi

    Enishi.quit = lambda self: self.window.close()  # type: ignore[assignment,method-assign]


def _no_handing_over() -> None:
    """R62: a second start asks nobody whether there is a window, and takes the lock as well."""
    from app import main
    from app.store import folder

    main.send = lambda folder, message: False  # type: ignore[attr-defined]
    folder.try_lock = lambda descriptor: True


def _listens_late() -> None:
    """R62: no guard is taken away, but who has the store hears others only after a while."""
    from PySide6.QtCore import QTimer

    from app.program import Enishi

    hear = Enishi._is_open

    def late(self: Enishi, path: Path) -> None:
        QTimer.singleShot(1500, self, lambda: hear(self, path))

    Enishi._is_open = late  # type: ignore[method-assign]


GUARDS: dict[str, Callable[[], None]] = {
    "given": _given_when_sent,
    "reach": _always_hides,
    "icon": _one_icon,
    "quit": _closing_asks,
    "single": _no_handing_over,
    "late": _listens_late,
}


def main() -> int:
    """The program without one guard."""
    from app.__main__ import main as program

    guard = sys.argv.pop(1)
    GUARDS[guard]()
    return program()


if __name__ == "__main__":
    sys.exit(main())

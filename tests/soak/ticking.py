"""`python -m tests.soak.ticking FILE GUARD …`: the program with a clock in its event loop, and
without a guard where GUARD is not "-". Into the file go how often it beat, and when it stood still.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.usecases.handover import Message

TICK_MS = 10
WORTH_A_LINE_MS = 20


class Ticks:
    """Beats of the event loop since the program began."""

    def __init__(self, path: Path) -> None:
        from PySide6.QtCore import QCoreApplication, QTimer

        self._path = path
        self._last = time.monotonic()
        self._gaps: list[tuple[float, float]] = []
        self._count = 0
        self._timer = QTimer(QCoreApplication.instance())
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        gap, self._last = (now - self._last) * 1000 - TICK_MS, now
        self._count += 1
        if gap > WORTH_A_LINE_MS:
            self._gaps.append((now, gap))
        if self._count % 10 == 0:
            self._path.write_text(json.dumps({"ticks": self._count, "gaps": self._gaps}), "utf-8")


def stood_still(path: Path, begin: float, end: float) -> tuple[int, int]:
    """How often it beat at all, and the longest it stood still between two moments, in ms."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return 0, -1
    gaps = [gap for at, gap in said["gaps"] if begin <= at <= end]
    return said["ticks"], round(max(gaps, default=0))


# the guards


def _any_backend() -> None:
    """R18: the keyring that the environment names is taken."""
    import keyring

    from app.store import keyring_slot, vault

    class Everything(tuple[str, ...]):
        def __contains__(self, _name: object) -> bool:
            return True

    def careless(**rest: object) -> keyring_slot.Keyring:
        return keyring_slot.Keyring(find=keyring.get_keyring, trusted=Everything())

    vault.Keyring = careless  # type: ignore[assignment,attr-defined]


def _on_the_screens_thread() -> None:
    """R20: the keyring is asked where the window is painted."""
    from app.ui.entrance import Entrance

    def ask(self: Entrance) -> None:
        self.ask_key()
        self._unlock(None, None)

    Entrance._ask_keyring = ask  # type: ignore[method-assign]


GUARDS: dict[str, Callable[[], None]] = {
    "-": lambda: None,
    "trusted": _any_backend,
    "thread": _on_the_screens_thread,
}


def main() -> int:
    """The program, with its clock."""
    path, guard = Path(sys.argv.pop(1)), sys.argv.pop(1)
    GUARDS[guard]()
    if len(sys.argv) == 1:
        from app.program import Enishi

        begin = Enishi.begin

        def ticking(self: Enishi, wish: "Message") -> None:
            self._ticks = Ticks(path)  # type: ignore[attr-defined]
            begin(self, wish)

        Enishi.begin = ticking  # type: ignore[method-assign]
    from app.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())

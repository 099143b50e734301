"""Window: how long until it is seen, and what it holds in memory, beside a bare one."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measuring import Figure, Run, drop, run
from tests.bench.stores import BUILD, Made
from tests.desk.desk import Desk

BARE = "bare window"
_NOT_A_PERSONS = ("PYTHONDONTWRITEBYTECODE", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")


@contextmanager
def desk() -> Iterator[dict[str, str]]:
    """A real X server with window manager, session bus and keyring; the environment there."""
    with (
        tempfile.TemporaryDirectory(prefix="enishi-bench-") as home,
        Desk(Path(home), tray=False, notifications=False) as made,
    ):
        yield {k: v for k, v in made.environment.items() if k not in _NOT_A_PERSONS}


class Windows:
    """Starts the program and the bare window by turns."""

    def __init__(self, made: Made, environment: dict[str, str], settle: float) -> None:
        self.made = made
        self.environment = environment
        command = [sys.executable, "-m"]
        self._bare = [*command, "tests.bench.bare_window", str(settle)]
        store = str(made.folder.path)
        self._real = [*command, "tests.bench.real_window", str(settle), "--store", store]
        keyed = [*command, "tests.bench.keyed", store, made.recovery_key]
        run(keyed, environment)
        self._files: tuple[Path, ...] = ()

    def pair(self) -> tuple[Run, Run]:
        """One of each, bare first."""
        bare, real = run(self._bare, self.environment), run(self._real, self.environment)
        self._files = real.files
        return bare, real

    def cold_pair(self) -> tuple[Run, Run, str]:
        """The same, each with its files out of memory; how much of them really was out."""
        files = [*self._files, *(p for p in self.made.folder.path.rglob("*") if p.is_file())]
        drop(files)
        bare = run(self._bare, self.environment)
        before, after = drop(files)
        said = f"{(before - after) >> 20} of {before >> 20} MiB of its files let go of"
        return bare, run(self._real, self.environment), said


def figures(made: Made, runs: int, cold_runs: int, settle: float) -> list[Figure]:
    """First frame, first rows, the people page, memory; warm and cold."""
    copy = made.copied(BUILD / "work" / "window")
    with desk() as environment:
        windows = Windows(copy, environment, settle)
        windows.pair()  # byte code is written, the day is chosen: as at every start but the first
        warm = [windows.pair() for _ in range(runs)]
        cold = [windows.cold_pair() for _ in range(cold_runs)]
    shutil.rmtree(copy.folder.path.parent)
    size = f"{made.population.count:,} people, {made.population.acts:,} entries"
    found = [
        _figure("a1", "first frame", "frame", warm, size, aim=1.5),
        _figure("a2", "first rows (Today)", "rows", warm, size, aim=3.0),
        _between("a3", "people page, first rows", warm, size),
        _memory("e1", "memory, window settled", "first", warm, size),
        _memory("e2", "memory, people page too", "rss", warm, size),
        _memory("e3", "memory, at most", "peak", warm, size),
    ]
    if cold:
        pairs = [(bare, real) for bare, real, _ in cold]
        note = (
            "Cold: every file that the program maps or imports, fonts and libraries too, and the "
            "store are dropped from the page cache (posix_fadvise) before each start; what "
            f"another process has mapped stays: {cold[-1][2]}."
        )
        found[3:3] = [
            _figure("a4", "first frame, cold", "frame", pairs, size, note=note),
            _figure("a5", "first rows, cold", "rows", pairs, size, note=note),
        ]
    return found


def _key(event: str) -> str:
    return "not waited for" if event == "frame" else "included (system keyring over D-Bus)"


def _figure(
    key: str,
    what: str,
    event: str,
    pairs: list[tuple[Run, Run]],
    size: str,
    *,
    aim: float | None = None,
    note: str = "",
) -> Figure:
    end = "first frame painted" if event == "frame" else "first frame with people of the store"
    return Figure(
        key,
        what,
        "start of the process",
        f"{end} (the event loop turns again behind the paint event)",
        size,
        _key(event),
        whole_process=True,
        values=[real.events[event] * 1000 for _, real in pairs],
        against=f"{BARE}, list of 1,000 strings, first frame",
        base=[bare.events["frame"] * 1000 for bare, _ in pairs],
        aim=aim,
        note=note,
    )


def _between(key: str, what: str, pairs: list[tuple[Run, Run]], size: str) -> Figure:
    return Figure(
        key,
        what,
        "the page is asked for (Ctrl+2), never shown before",
        "first frame with people",
        size,
        "no",
        whole_process=False,
        values=[(r.events["people"] - r.events["asked"]) * 1000 for _, r in pairs],
    )


def _memory(key: str, what: str, name: str, pairs: list[tuple[Run, Run]], size: str) -> Figure:
    base = "peak" if name == "peak" else "rss"
    return Figure(
        key,
        what,
        "-",
        "VmHWM at the end" if name == "peak" else "VmRSS, settled",
        size,
        "included (system keyring)",
        whole_process=True,
        unit="MiB",
        values=[real.values[name] for _, real in pairs],
        against=BARE,
        base=[bare.values[base] for bare, _ in pairs],
        aim=3.0,
    )

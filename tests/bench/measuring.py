"""Measuring: whole processes with the events they report, cold files, medians and spread."""

import ctypes
import json
import mmap
import os
import statistics
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.events import FILE, MARK
from tests.bench.stores import ROOT


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: seconds from its start to its end and to each event it told of."""

    seconds: float
    events: Mapping[str, float]
    values: Mapping[str, float]
    files: tuple[Path, ...] = ()
    """Those that it mapped or imported."""


def run(
    argv: Sequence[str],
    environment: Mapping[str, str] | None = None,
    codes: Sequence[int] = (0,),
) -> Run:
    """Run a process to its end. The clock is the system's, the same for parent and child."""
    start = time.monotonic_ns()
    done = subprocess.run(
        argv,
        cwd=ROOT,
        env=dict(os.environ if environment is None else environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        timeout=600,
        check=False,
    )
    seconds = (time.monotonic_ns() - start) / 1e9
    if done.returncode not in codes:
        raise RuntimeError(f"{argv} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    events: dict[str, float] = {}
    values: dict[str, float] = {}
    for line in done.stderr.splitlines():
        match line.split():
            case [said, name, "at", at] if said == MARK:
                events.setdefault(name, (int(at) - start) / 1e9)
            case [said, name, "is", value] if said == MARK:
                values[name] = float(value)
    lines = done.stderr.splitlines()
    files = [line.partition(" ")[2] for line in lines if line.startswith(f"{FILE} ")]
    return Run(seconds, events, values, tuple(Path(name) for name in files))


@dataclass(slots=True)
class Figure:
    """One line of the report. Times are milliseconds, memory is MiB."""

    key: str
    what: str
    start: str
    end: str
    size: str
    key_derivation: str
    whole_process: bool
    unit: str = "ms"
    values: list[float] = field(default_factory=list)
    against: str = ""
    base: list[float] = field(default_factory=list)
    aim: float | None = None
    """At most so many times the base, or so many units where there is no base."""
    judged: str = "median"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours to theirs, median to median."""
        return statistics.median(self.values) / statistics.median(self.base) if self.base else None

    @property
    def reached(self) -> float:
        """What the aim is held against."""
        return self.ratio if self.ratio is not None else self.at(self.judged)

    def at(self, which: str) -> float:
        """A figure of the values: median, max, or p50, p95, p99."""
        if which == "median":
            return statistics.median(self.values)
        if which == "max":
            return max(self.values)
        return percentile(self.values, int(which[1:]))

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        return {
            "key": self.key,
            "what": self.what,
            "start": self.start,
            "end": self.end,
            "store": self.size,
            "key_derivation": self.key_derivation,
            "whole_process": self.whole_process,
            "unit": self.unit,
            "runs": len(self.values),
            "median": round(self.at("median"), 3),
            "p50": round(self.at("p50"), 3),
            "p95": round(self.at("p95"), 3),
            "p99": round(self.at("p99"), 3),
            "least": round(min(self.values), 3),
            "most": round(max(self.values), 3),
            "against": self.against or None,
            "base_median": round(statistics.median(self.base), 3) if self.base else None,
            "base_least": round(min(self.base), 3) if self.base else None,
            "base_most": round(max(self.base), 3) if self.base else None,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "aim": self.aim,
            "judged": self.judged,
            "reached": None if self.aim is None else self.reached <= self.aim,
            "note": self.note,
        }


def percentile(values: Sequence[float], percent: int) -> float:
    """The least value that `percent` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


# ------------------------------------------------------------------------------------------ cold


def drop(files: Iterable[Path]) -> tuple[int, int]:
    """Ask the system to let go of its copies of files; bytes held before, and still held after.

    What another running process has mapped cannot be let go of.
    """
    known = [p for p in set(files) if p.is_file() and p.stat().st_size]
    before = sum(_held(p) for p in known)
    for path in known:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
    return before, sum(_held(p) for p in known)


def _held(path: Path) -> int:
    """Bytes of a file that lie in memory."""
    libc = ctypes.CDLL(None, use_errno=True)
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        # A private writable map, only so that ctypes may take its address; nothing is written.
        with mmap.mmap(stream.fileno(), size, access=mmap.ACCESS_COPY) as view:
            pages = (size + mmap.PAGESIZE - 1) // mmap.PAGESIZE
            held = (ctypes.c_ubyte * pages)()
            anchor = ctypes.c_char.from_buffer(view)
            try:
                address = ctypes.c_void_p(ctypes.addressof(anchor))
                if libc.mincore(address, ctypes.c_size_t(size), held):
                    return 0
            finally:
                del anchor
            return sum(byte & 1 for byte in held) * mmap.PAGESIZE


# ---------------------------------------------------------------------------------------- report


def table(figures: Sequence[Figure]) -> str:
    """Figures as text."""
    head = ("", "what", "median", "spread", "against", "ratio", "aim", "")
    rows = [head, *(_row(figure) for figure in figures)]
    wide = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = [
        "  ".join(
            cell.rjust(size) if i in (2, 3, 5, 6) else cell.ljust(size)
            for i, (cell, size) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _row(figure: Figure) -> tuple[str, ...]:
    unit = figure.unit
    against = f"{statistics.median(figure.base):.4g} {unit}" if figure.base else ""
    aim = ""
    if figure.aim is not None:
        aim = f"{figure.aim:g}x" if figure.base else f"{figure.judged} {figure.aim:g} {unit}"
    met = "" if figure.aim is None else "ok" if figure.reached <= figure.aim else "MISSED"
    spread = f"{min(figure.values):.4g}-{max(figure.values):.4g}"
    if figure.judged.startswith("p"):
        spread = f"p95 {figure.at('p95'):.4g}, p99 {figure.at('p99'):.4g}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}x"
    median = f"{figure.at('median'):.4g} {unit}"
    return (figure.key, figure.what, median, spread, against, ratio, aim, met)


def notes(figures: Sequence[Figure]) -> str:
    """What each figure means."""
    lines: list[str] = []
    for figure in figures:
        process = "whole process" if figure.whole_process else "inside the process"
        against = f" Against {figure.against}." if figure.against else ""
        note = f" {figure.note}" if figure.note else ""
        lines.append(
            f"{figure.key}: from {figure.start} to {figure.end}; {figure.size}; {process}; "
            f"key derivation: {figure.key_derivation}; {len(figure.values)} runs.{against}{note}"
        )
    return "\n".join(lines)


def write(path: Path, about: Mapping[str, object], figures: Sequence[Figure]) -> None:
    """Write the report file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    report = {**about, "figures": [figure.as_json() for figure in figures]}
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

"""The calls to the system by which a command changes the disk: recorded, or one of them made the
last (strace does both, so that the engine's own calls are met as well).
"""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.stores import ROOT
from tests.soak.house import surroundings

HAVE = shutil.which("strace") is not None
CHANGING = (
    "write,pwrite64,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,link,linkat"
)
_LINE = re.compile(r"(\d+\.\d+) (\w+)\((.*?)(?:\) += (-?\d+)([ <].*)?)?$")
_DESCRIPTOR = re.compile(r"^-?\w+<((?:[^>\\]|\\.)*)>")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Call:
    """One call. `paths` are the file of a descriptor, or the names given; `place` is the how
    manieth of its name it is in its thread, from 1; `failed` whether the system refused it.
    """

    at: float
    name: str
    paths: tuple[str, ...]
    place: int
    thread: str
    failed: bool
    rest: str


@dataclass(frozen=True)
class Traced:
    """How a traced command ended, and what it called."""

    code: int
    out: str
    err: str
    calls: tuple[Call, ...]


def traced(
    command: Sequence[str],
    notes: Path,
    *more: str,
    calls: str = CHANGING,
    length: int = 0,
    japanese: bool = False,
) -> Traced:
    """Run a command under strace with `more` options. `notes` is a folder for what it writes,
    emptied first; `length` so many bytes of what is written are kept.
    """
    shutil.rmtree(notes, ignore_errors=True)
    notes.mkdir(parents=True)
    strace = ["strace", "-ff", "-y", "-qq", "-ttt", "-s", str(length)]
    if length:
        strace.append("-xx")
    done = subprocess.run(
        [*strace, "-e", f"trace={calls}", *more, "-o", str(notes / "t"), *command],
        cwd=ROOT, env=surroundings(japanese=japanese), capture_output=True, text=True,
        check=False, timeout=300, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Traced(done.returncode, done.stdout, done.stderr, _read(notes))


def last_before_death(calls: Sequence[Call], below: Path) -> Call | None:
    """Of the thread that was killed, the last call that was about files below a folder."""
    about = [c for c in calls if any(is_below(p, below) for p in c.paths)]
    return about[-1] if about else None


def is_below(path: str, folder: Path) -> bool:
    """Whether a path as strace says it is in a folder."""
    return path == str(folder) or path.startswith(f"{folder}/")


def _read(notes: Path) -> tuple[Call, ...]:
    found: list[Call] = []
    for file in notes.iterdir():
        places: Counter[str] = Counter()
        for line in file.read_text("ascii", errors="replace").splitlines():
            match = _LINE.match(line)
            if match is None:
                continue
            at, name, arguments, result, opened = match.groups()
            places[name] += 1
            found.append(
                Call(
                    float(at), name, _paths(arguments), places[name], file.suffix,
                    failed=result is None or result.startswith("-"),
                    rest=f"{arguments} = {result}{opened or ''}",
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda call: call.at))


def _paths(arguments: str) -> tuple[str, ...]:
    held = _DESCRIPTOR.match(arguments)
    if held is not None and not arguments.startswith("AT_FDCWD"):
        return (text(held.group(1)),)
    return tuple(text(one) for one in _TEXT.findall(arguments)[:2])


def text(escaped: str) -> str:
    """What strace wrote with escapes (`-xx` writes all of them)."""
    if "\\" not in escaped:
        return escaped
    return os.fsdecode(raw(escaped))


def raw(escaped: str) -> bytes:
    """The bytes behind escapes."""
    if re.fullmatch(r"(?:\\x[0-9a-f]{2})*", escaped):
        return bytes.fromhex(escaped.replace("\\x", ""))
    return escaped.encode("ascii").decode("unicode_escape").encode("latin-1")

"""A disk that loses power: a run is recorded call by call, then played again with any part of what
was not synced lost.

What is sure: bytes of a file that were written before a sync of that file, and names that were
made, changed or removed before a sync of their folder, with all earlier changes of names that these
build on. Of everything later any subset may be there: names in an order that a journal could have,
bytes by sectors, in any order, the length of a file by what of it arrived. No FUSE is asked for
(LazyFS would want it): a folder is built anew from what is left.
"""

import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.soak import calls
from tests.soak.calls import Traced, is_below, raw, text

_SECTOR = 512
_WHOLE = 64 << 20
_AT = re.compile(r"^(\w+)<((?:[^>\\]|\\.)*)>, ")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_HELD = re.compile(r"^(\d+)<((?:[^>\\]|\\.)*)>(\(deleted\))?")
_RECORDED = f"{calls.CHANGING},openat,lseek,dup,dup2"


@dataclass(eq=False)
class File:
    """The bytes of a file; names point at it."""

    data: bytearray = field(default_factory=bytearray)


@dataclass(eq=False)
class Folder:
    """Names."""

    names: dict[str, "File | Folder"] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Bytes:
    """Written, or cut off (`data` is None) at `place`."""

    file: int
    place: int
    data: bytes | None


@dataclass(frozen=True, eq=False)
class Names:
    """A change of names: `move` (source may be missing: then the thing is new), or `gone`."""

    folders: tuple[int, ...]
    source: tuple[int, str] | None
    target: tuple[int, str] | None
    new: int | None = None
    is_folder: bool = False
    linked: bool = False


@dataclass(frozen=True, eq=False)
class Sync:
    """Of a file or a folder."""

    what: int


@dataclass(frozen=True, eq=False)
class Said:
    """Something was said on standard output or standard error: from here on it counts as done."""


Step = Bytes | Names | Sync | Said


class Recording:
    """All that a run did below a folder, on top of what lay there before."""

    def __init__(self, place: Path, before: Path, run: Traced) -> None:
        """`before` is a copy of `place` from before the run."""
        self._place, self._before = place, before
        self._things: list[File | Folder] = []
        self._numbers: dict[int, int] = {}
        self._root = self._load(before)
        self._offsets: dict[tuple[str, int], int] = {}
        self.steps: list[Step] = []
        for call in run.calls:
            if not call.failed:
                self._take(call.name, call.rest)
        said = [n for n, step in enumerate(self.steps) if isinstance(step, Said)]
        self.done_from = said[-1] + 1 if said else len(self.steps)
        """From so many steps on the command has told that it is done."""

    # reading the record

    def _number(self, thing: File | Folder) -> int:
        if id(thing) not in self._numbers:
            self._numbers[id(thing)] = len(self._things)
            self._things.append(thing)
        return self._numbers[id(thing)]

    def _load(self, path: Path) -> Folder:
        made = Folder()
        self._number(made)
        for entry in path.iterdir():
            if entry.is_dir():
                made.names[entry.name] = self._load(entry)
            else:
                made.names[entry.name] = File(bytearray(entry.read_bytes()))
                self._number(made.names[entry.name])
        return made

    def _find(self, path: str) -> File | Folder | None:
        if not is_below(path, self._place):
            return None
        at: File | Folder | None = self._root
        for part in Path(path).relative_to(self._place).parts:
            at = at.names.get(part) if isinstance(at, Folder) else None
        return at

    def _parent(self, path: str) -> tuple[Folder, str] | None:
        parent = self._find(str(Path(path).parent))
        return (parent, Path(path).name) if isinstance(parent, Folder) else None

    def _take(self, name: str, said: str) -> None:
        if name in {"write", "pwrite64", "ftruncate", "fsync", "fdatasync", "lseek"}:
            self._take_held(name, said)
        elif name == "openat":
            self._take_open(said)
        else:
            self._take_names(name, said)

    def _take_held(self, name: str, said: str) -> None:
        held = _HELD.match(said)
        if held is None:
            return
        if name == "write" and held.group(1) in {"1", "2"}:
            self.steps.append(Said())
            return
        thing = self._find(text(held.group(2)))
        if thing is None or held.group(3):
            return
        number = self._number(thing)
        if name in {"fsync", "fdatasync"}:
            self.steps.append(Sync(number))
        elif isinstance(thing, File):
            self._take_bytes(name, said, held.group(1), thing)

    def _take_bytes(self, name: str, said: str, descriptor: str, file: File) -> None:
        number = self._number(file)
        key = (descriptor, number)
        result = int(said.rpartition(" = ")[2])
        if name == "lseek":
            self._offsets[key] = result
            return
        if name == "ftruncate":
            length = int(said.rsplit(",", 1)[1].split(" =")[0])
            self._note(Bytes(number, length, None))
            return
        found = _TEXT.search(said)
        assert found is not None
        data = raw(found.group(1))
        assert len(data) == result, f"{len(data)} of {result} bytes recorded"
        if name == "pwrite64":
            place = int(said.rsplit(",", 1)[1].split(" =")[0])
        else:
            place = self._offsets.get(key, 0)
            self._offsets[key] = place + result
        self._note(Bytes(number, place, data))

    def _take_open(self, said: str) -> None:
        path = _joined(said)[0]
        thing = self._find(path)
        parent = self._parent(path)
        if parent is None and thing is None:
            return
        if thing is None and parent is not None and "O_CREAT" in said:
            thing = File()
            self._note(
                Names((self._number(parent[0]),), None, (self._number(parent[0]), parent[1]),
                      self._number(thing))
            )  # fmt: skip
        elif isinstance(thing, File) and "O_TRUNC" in said:
            self._note(Bytes(self._number(thing), 0, None))
        opened = re.search(r" = (\d+)<", said)
        if isinstance(thing, File) and opened is not None:
            self._offsets[opened.group(1), self._number(thing)] = 0

    def _take_names(self, name: str, said: str) -> None:
        paths = [self._parent(path) for path in _joined(said)]
        first = paths[0] if paths else None
        second = paths[1] if len(paths) > 1 else None
        places = [
            None if one is None else (self._number(one[0]), one[1]) for one in (first, second)
        ]
        folders = tuple(place[0] for place in places if place is not None)
        if not folders:
            return
        if name in {"mkdir", "mkdirat"}:
            self._note(Names(folders, None, places[0], self._number(Folder()), is_folder=True))
        elif name in {"unlink", "unlinkat", "rmdir"}:
            self._note(Names(folders, places[0], None))
        elif name.startswith(("rename", "link")):
            assert None not in places, f"moved over the edge of what is recorded: {said}"
            linked = name.startswith("link")
            self._note(Names(folders, places[0], places[1], linked=linked))

    def _note(self, step: Step) -> None:
        self.steps.append(step)
        _do(step, self._things)

    # losing power

    def after(self, length: int, rnd: Random) -> list[Step]:
        """Of the first steps those that are left when the power goes then."""
        steps = self.steps[:length]
        sure = self._sure(steps)
        arrives = rnd.choice((0.0, 0.5, 0.9, 1.0))
        named = rnd.choice((0.0, 0.5, 0.9, 1.0))
        kept: list[Step] = []
        torn: set[int] = set()  # folders in which something was lost: nothing later is there
        for step in steps:
            if isinstance(step, Names):
                if step in sure or (not torn & set(step.folders) and rnd.random() < named):
                    kept.append(step)
                else:
                    torn |= set(step.folders)
            elif isinstance(step, Bytes):
                kept += [step] if step in sure else _arrived(step, arrives, rnd)
        return kept

    def _sure(self, steps: Sequence[Step]) -> set[Step]:
        sure: set[Step] = set()
        synced: set[int] = set()
        reached: set[int] = set()
        for step in reversed(steps):
            if isinstance(step, Sync):
                synced.add(step.what)
            elif isinstance(step, Bytes) and step.file in synced:
                sure.add(step)
            elif isinstance(step, Names) and (synced | reached) & set(step.folders):
                sure.add(step)
                reached |= set(step.folders)
        return sure

    def build(self, kept: Sequence[Step], target: Path) -> None:
        """The folder as it is found afterwards."""
        fresh = Recording.__new__(Recording)
        fresh._things, fresh._numbers = [], {}
        root = fresh._load(self._before)
        fresh._things += [
            Folder() if isinstance(thing, Folder) else File()
            for thing in self._things[len(fresh._things) :]
        ]
        for step in kept:
            _do(step, fresh._things)
        _write(root, target)


def recorded(command: Sequence[str], place: Path, notes: Path) -> tuple[Recording, Traced]:
    """Run a command and record what it does below `place`."""
    before = notes.with_name(f"{notes.name}-before")
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(place, before)
    run = calls.traced(command, notes, calls=_RECORDED, length=_WHOLE)
    found = Recording(place, before, run)
    shutil.rmtree(notes)
    return found, run


def _joined(said: str) -> list[str]:
    """The paths of a call, those below an open folder joined to it."""
    found: list[str] = []
    rest = said
    while True:
        at = _AT.match(rest)
        base = text(at.group(2)) if at is not None else ""
        rest = rest[at.end() :] if at is not None else rest
        name = _TEXT.match(rest)
        if name is None:
            return found
        found.append(os.path.normpath(Path(base, text(name.group(1)))))
        rest = rest[name.end() :].removeprefix(", ")


def _arrived(step: Bytes, arrives: float, rnd: Random) -> list[Step]:
    """What of a write was on its way soon enough."""
    if step.data is None:
        return [step] if rnd.random() < arrives else []
    if arrives in {0.0, 1.0}:
        return [step] if arrives else []
    left: list[Step] = []
    ends = [*range(_SECTOR - step.place % _SECTOR, len(step.data), _SECTOR), len(step.data)]
    start = 0
    for end in ends:
        if rnd.random() < arrives:
            left.append(Bytes(step.file, step.place + start, step.data[start:end]))
        start = end
    return left


def _do(step: Step, things: list[File | Folder]) -> None:
    if isinstance(step, Bytes):
        file = things[step.file]
        assert isinstance(file, File)
        if step.data is None:
            del file.data[step.place :]
            file.data.extend(bytes(step.place - len(file.data)))
            return
        file.data.extend(bytes(max(0, step.place - len(file.data))))
        file.data[step.place : step.place + len(step.data)] = step.data
    elif isinstance(step, Names):
        thing = None if step.new is None else things[step.new]
        if step.source is not None:
            folder = things[step.source[0]]
            assert isinstance(folder, Folder)
            thing = (
                folder.names[step.source[1]] if step.linked else folder.names.pop(step.source[1])
            )
        if step.target is not None:
            folder = things[step.target[0]]
            assert isinstance(folder, Folder)
            assert thing is not None
            folder.names[step.target[1]] = thing


def _write(folder: Folder, target: Path) -> None:
    target.mkdir(mode=0o700)
    for name, thing in folder.names.items():
        if isinstance(thing, Folder):
            _write(thing, target / name)
        else:
            (target / name).write_bytes(thing.data)

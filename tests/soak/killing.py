"""A command is killed at one of its calls to the disk, drawn so that every phase is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.soak import calls
from tests.soak.calls import Call, Traced

Phase = Callable[[Call], str]
"""The phase that a call belongs to; empty where it is of no interest."""


@dataclass(frozen=True)
class Course:
    """The calls of one undisturbed run, by phase."""

    places: dict[str, tuple[Call, ...]]

    @classmethod
    def of(cls, run: Traced, phase: Phase) -> "Course":
        """From a run that was recorded."""
        found: dict[str, list[Call]] = {}
        for call in run.calls:
            name = phase(call)
            if name:
                found.setdefault(name, []).append(call)
        return cls({name: tuple(places) for name, places in found.items()})

    def draw(self, number: int, rnd: Random) -> Call:
        """One call: the phases take turns."""
        names = sorted(self.places)
        return rnd.choice(self.places[names[number % len(names)]])


def killed(command: Sequence[str], notes: Path, at: Call) -> Traced:
    """Run it until it comes to such a call: there it gets SIGKILL."""
    return calls.traced(command, notes, "-e", f"inject={at.name}:signal=KILL:when={at.place}")


def met(run: Traced, phase: Phase) -> str:
    """The phase in which it died."""
    names = [name for name in map(phase, run.calls) if name]
    return names[-1] if names else "before"

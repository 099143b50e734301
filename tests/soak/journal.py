"""The journal of a sweep: a line of JSON a round, so that it goes on where it was stopped."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

MET = 20
"""So often each named phase is met before a sweep counts (SAFETY 3)."""
FOLDER = Path(__file__).resolve().parents[2] / "build" / "soak"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


@cache
def _commit() -> str:
    """Which state of the program it is; empty where nobody knows."""
    asked = ["git", "-C", str(FOLDER.parents[1]), "rev-parse", "--short", "HEAD"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def _worked() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Journal:
    """Rounds of one sweep with one seed."""

    def __init__(self, name: str, seed: int, size: int, folder: Path = FOLDER) -> None:
        """`size` is of each round: rounds of another size are another sweep."""
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{name}-{size}-{seed}.jsonl"
        self._name = name
        self._since, self._worked = time.monotonic(), _worked()
        self._more = 0
        self.rounds: dict[int, dict[str, Any]] = {}
        if self.path.exists():
            for line in self.path.read_text("utf-8").splitlines():
                said = json.loads(line)
                self.rounds[said["round"]] = said

    def left(self, count: int) -> list[int]:
        """Rounds that were not done yet, or did not go well."""
        return [n for n in range(count) if not self.rounds.get(n, {}).get("well")]

    def going_on(self, count: int, phase: str, wanted: Sequence[str]) -> Iterator[int]:
        """The rounds that are left, and up to a quarter more while a phase was met too seldom: on a
        busy machine what is aimed at is missed.
        """
        yield from self.left(count)
        self._more = 0
        while self._more < count // 4 and self._missed(count, phase, wanted):
            number = count + self._more
            self._more += 1
            if not self.rounds.get(number, {}).get("well"):
                yield number

    def note(self, number: int, *, well: bool, **facts: Any) -> None:
        """Write a round down, with the seconds since the one before or since the sweep began, and
        those that processors worked for it: of this process and of those that have ended.
        """
        now, worked = time.monotonic(), _worked()
        about = {
            "spent": round(now - self._since, 2), "worked": round(worked - self._worked, 2),
            "day": _today(), "commit": _commit(),
        }  # fmt: skip
        self._since, self._worked = now, worked
        said = {"round": number, "well": well, **facts, **about}
        self.rounds[number] = said
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(said, ensure_ascii=False) + "\n")
        shown = " ".join(f"{k}={v}" for k, v in facts.items())
        print(
            f"{self._name} {number}: {'well' if well else 'FAILED'} {shown}",
            file=sys.stderr if not well else sys.stdout,
            flush=True,
        )

    def counted(self, fact: str) -> Counter[str]:
        """How often each value of a fact came up so far."""
        return _counted(self.rounds.values(), fact)

    def ended(self, count: int, outcome: str, phase: str = "", wanted: Sequence[str] = ()) -> bool:
        """Print how many of so many rounds went well, how often each outcome came up and how often
        each phase was met. Whether none is left and each phase wanted was met 20 times, or, where
        there are few rounds, half as often as an even share.
        """
        done, rounds = self._done(count), count + self._more
        well = sum(said["well"] for said in done)
        print(f"{self._name}: {well} of {rounds} well; {outcome} {_counted(done, outcome)}")
        missed = self._missed(count, phase, wanted)
        if phase:
            print(f"{self._name}: {phase} met {_counted(done, phase)}")
        if missed:
            least = _least(count, wanted)
            print(f"{self._name}: met less than {least} times: {', '.join(missed)}")
        return not missed and not self.left(rounds)

    def _done(self, count: int) -> list[dict[str, Any]]:
        return [said for n, said in self.rounds.items() if 0 <= n < count + self._more]

    def _missed(self, count: int, phase: str, wanted: Sequence[str]) -> list[str]:
        met = _counted(self._done(count), phase)
        return [name for name in wanted if met[name] < _least(count, wanted)]


def _least(count: int, wanted: Sequence[str]) -> int:
    return min(MET, count // (2 * max(1, len(wanted))))


class _Counted(Counter[str]):
    def __str__(self) -> str:
        return ", ".join(f"{name} {times}" for name, times in sorted(self.items())) or "none"


def _counted(done: Iterable[dict[str, Any]], fact: str) -> _Counted:
    """How often each value of a fact came up; of a list each of its own."""
    values = [said.get(fact, "") for said in done]
    return _Counted(
        str(v) for value in values for v in (value if isinstance(value, list) else [value])
    )

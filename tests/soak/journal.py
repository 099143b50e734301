"""The journal of a sweep: a line of JSON a round, so that it goes on where it was stopped."""

import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

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


class Journal:
    """Rounds of one sweep with one seed."""

    def __init__(self, name: str, seed: int, size: int, folder: Path = FOLDER) -> None:
        """`size` is of each round: rounds of another size are another sweep."""
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{name}-{size}-{seed}.jsonl"
        self._name = name
        self.rounds: dict[int, dict[str, Any]] = {}
        if self.path.exists():
            for line in self.path.read_text("utf-8").splitlines():
                said = json.loads(line)
                self.rounds[said["round"]] = said

    def left(self, count: int) -> list[int]:
        """Rounds that were not done yet, or did not go well."""
        return [n for n in range(count) if not self.rounds.get(n, {}).get("well")]

    def note(self, number: int, *, well: bool, **facts: Any) -> None:
        """Write a round down."""
        said = {"round": number, "well": well, **facts, "day": _today(), "commit": _commit()}
        self.rounds[number] = said
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(said, ensure_ascii=False) + "\n")
        shown = " ".join(f"{k}={v}" for k, v in facts.items())
        print(
            f"{self._name} {number}: {'well' if well else 'FAILED'} {shown}",
            file=sys.stderr if not well else sys.stdout,
            flush=True,
        )

    def summary(self, count: int, fact: str) -> str:
        """How many rounds went well, and how often each value of a fact came up."""
        done = [said for n, said in self.rounds.items() if n < count]
        well = sum(said["well"] for said in done)
        values = Counter(str(said.get(fact)) for said in done)
        seen = ", ".join(f"{value}: {times}" for value, times in sorted(values.items()))
        return f"{self._name}: {well} of {count} well; {fact} {seen} ({self.path})"

"""Finding within one person's page of thousands of entries, as it is typed and gone through."""

import json
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import Figure, run
from tests.bench.searching import FRAME
from tests.bench.windows import desk

NEVER_LONGER = 100.0


def figures(entries: int, rounds: int) -> list[Figure]:
    """In a process of its own under a real X server."""
    with tempfile.TemporaryDirectory() as folder, desk() as environment:
        request, answer = Path(folder, "request"), Path(folder, "answer")
        steps = max(1, min(12, entries // 400))
        asked = {
            "folder": str(Path(folder, "store")),
            "entries": entries,
            "rounds": rounds,
            "steps": steps,
        }
        request.write_text(json.dumps(asked))
        command = [sys.executable, "-m", "tests.bench.finding_process", str(request), str(answer)]
        run(command, environment)
        said = json.loads(answer.read_text())
    size = f"one person with {entries:,} entries"
    return [
        Figure(
            "j1",
            "find in a timeline, one key",
            "a key in the bar is pressed",
            "count, place and lit words are painted",
            size,
            "no",
            whole_process=False,
            values=said["keys"],
            judged="p95",
            aim=FRAME,
        ),
        Figure(
            "j2",
            "find in a timeline, next hit",
            "Enter in the bar, the next hit 400 entries further down",
            "the hit is in sight and painted",
            size,
            "no",
            whole_process=False,
            values=said["steps"],
            judged="p95",
            aim=NEVER_LONGER,
        ),
    ]

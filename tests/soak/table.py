"""The table of all sweeps that were run, from their journals: build/soak/table.md."""

import json
from collections import Counter
from pathlib import Path

from tests.soak.journal import FOLDER

RULES = {
    "kills": "R1", "saved": "R2", "power": "R2, R3", "full": "R4", "damage": "R6", "starts": "R7",
    "swapped": "R8", "copies": "R11", "restores": "R12", "moves": "R14",
    "upgrades": "R13", "operations": "R15",
    "cancels": "R37", "losses": "R29", "caps": "R28", "fuzz": "I1-I11", "guided": "I1-I11",
    "years": "R53, R59", "killed": "R53", "telling": "R57", "slow": "R58", "reaching": "R60",
    "panels": "R66", "ending": "R61", "starting": "R62", "typing": "drafts", "twins": "R72",
    "scan": "R25, R46", "crowded": "R46", "vaults": "R19", "slots": "R63", "keyrings": "R17, R20",
    "leaving": "R20", "silence": "R20",
}  # fmt: skip
"""Which requirement of SAFETY a sweep is about."""
_OUTCOMES = 8


def table(folder: Path = FOLDER) -> str:
    """One line a journal: what was run, how many rounds went well, when and of which commit."""
    head = ["R", "sweep", "size", "rounds", "well", "outcomes", "minutes", "worked", "seed",
            "last", "commit"]  # fmt: skip
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for path in sorted(folder.glob("*.jsonl")):
        rounds: dict[int, dict[str, object]] = {}
        for line in path.read_text("utf-8").splitlines():
            said = json.loads(line)
            rounds[said["round"]] = said
        if not rounds:
            continue
        name, size, seed = path.stem.rsplit("-", 2)
        well = sum(bool(said["well"]) for said in rounds.values())
        cells = [
            RULES.get(name, ""), name, size, str(len(rounds)), str(well), _outcomes(rounds),
            _minutes(path, "spent"), _minutes(path, "worked"), seed,
            max(str(said.get("day", "")) for said in rounds.values()),
            ", ".join(sorted({str(said.get("commit", "")) for said in rounds.values()} - {""})),
        ]  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([*lines, ""])


def _outcomes(rounds: dict[int, dict[str, object]]) -> str:
    seen = Counter(str(said.get("outcome", "")).partition("\n")[0][:60] for said in rounds.values())
    seen.pop("", None)
    shown = [f"{word.replace('|', '/')} {times}" for word, times in seen.most_common(_OUTCOMES)]
    return ", ".join(shown) + (", …" if len(seen) > _OUTCOMES else "")


def _minutes(path: Path, what: str) -> str:
    """What all rounds took, also those that were done again, by the clock or of the processors;
    empty where none was timed.
    """
    said = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    took = sum(float(one.get(what, 0)) for one in said)
    return f"{took / 60:.1f}" if took else ""


def write(folder: Path = FOLDER) -> Path:
    """Write it beside the journals."""
    path = folder / "table.md"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(table(folder), encoding="utf-8")
    return path

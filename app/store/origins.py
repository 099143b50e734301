"""The folders that a store was moved from (R14): a note stays in each, and what could not be taken
away yet. Read without a key, so that erasing finds them, also after a restore.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from app.store.folder import StoreFolder

_LONGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Origin:
    """`settled`: its note names the folder where the store lies now, and what was moved is gone."""

    path: Path
    settled: bool = False


def origins(folder: StoreFolder) -> tuple[Origin, ...]:
    """The first first; none where nothing was moved, or the file cannot be read."""
    try:
        with folder.came_from.open("rb") as stream:
            said = json.loads(stream.read(_LONGEST))
        found = [(Path(one["path"]), one["settled"] is True) for one in said]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()
    return tuple(Origin(path, settled) for path, settled in found if _is_whole(path))


def _is_whole(path: Path) -> bool:
    return path.is_absolute() and not path.drive.startswith("\\\\")


def encode(found: tuple[Origin, ...]) -> bytes:
    """The bytes of the file."""
    return json.dumps([{"path": str(o.path), "settled": o.settled} for o in found]).encode()

"""R2: what was shown as saved is there after a kill at that very moment. (That it is there after a
loss of power: `power`, act `edit`.)
"""

import os
import signal
import tempfile
from pathlib import Path

from app.store.check import check
from app.store.store import open_reader, open_store
from app.store.vault import DataKey
from app.usecases import log
from tests.soak.house import NOW, House, built, quick_place
from tests.soak.journal import Journal

_PERIOD = 50


def sweep(count: int, seed: int, size: int, folder: Path | None = None) -> bool:
    """`count` edits, `size` of them in each session before its process is killed at the word
    "saved"; whether none was lost.
    """
    journal = Journal("saved", seed, size, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory(dir=quick_place()) as named:
        house = built(Path(named) / "house", seed)
        key = house.key()
        with open_reader(house.folder, key) as reader:
            who = reader.people().ids[0]
        there = set(_lines(house, key, who))
        for number in journal.left(count):
            told = {line for line in _killed(house, key, who, number, size) if line}
            found = set(_lines(house, key, who))
            lost, more = (there | told) - found, found - there - told
            there = found
            well = not lost and not more and len(told) == size
            if number % _PERIOD == _PERIOD - 1:
                well = well and not check(house.folder, key).is_at_risk
            outcome = "kept" if well else f"lost {lost}, not told of {more}"
            journal.note(number, well=well, phase="saved", outcome=outcome)
    return journal.ended(count, "outcome", "phase", ("saved",))


def _killed(house: House, key: DataKey, who: str, number: int, size: int) -> list[str]:
    """What a session told to be saved, until it was killed."""
    heard, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            store = open_store(house.folder, key)
            for edit in range(size):
                words = f"edit {number}.{edit}"
                log.note(store, [who], words, now=NOW)
                os.write(tell, f"{words}\n".encode())
            signal.pause()
        finally:
            os._exit(1)
    os.close(tell)
    said = b""
    while said.count(b"\n") < size and (piece := os.read(heard, 4096)):
        said += piece
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(heard)
    return said.decode().split("\n")


def _lines(house: House, key: DataKey, who: str) -> list[str]:
    with open_reader(house.folder, key) as reader:
        return [entry.note or "" for entry in reader.timeline(who)]

"""The years again, in a process that is killed in the middle of whatever it does (R53).

Each child (`python -m tests.soak.killed FOLDER RECOVERY_KEY SEED INSTANT`) goes on where the last
was killed, and tells of every change that it was told is kept. After each kill the store must have
the last of them, and ask exactly what a diary made of its records asks.
"""

import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from app.domain.change import Change
from app.store.folder import StoreFolder
from app.store.vault import unlock
from tests.bench.stores import ROOT
from tests.soak.house import quick_place
from tests.soak.journal import Journal
from tests.soak.years import BEGUN, WrongError, Years

PEOPLE = 20
_SECONDS = 2.5
"""So long a child lives at most, from its first word on."""


class _Telling(Years):
    """Says after each change what its number is and what time it is there."""

    def wrote(self, change: Change) -> Change:
        print(change.seq, self.instant.isoformat(), flush=True)
        return super().wrote(change)


def sweep(count: int, seed: int, kills: int, folder: Path | None = None) -> bool:
    """Lives with so many kills each; whether none lost or doubled anything."""
    journal = Journal("killed", seed, kills, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        own = seed * 1000 + number
        with tempfile.TemporaryDirectory(dir=quick_place()) as place:
            try:
                days, told = _life(Path(place) / "store", own, kills)
            except WrongError as error:
                journal.note(number, well=False, seed=own, outcome="wrong", said=str(error)[:2000])
                continue
        journal.note(number, well=True, seed=own, outcome="as by hand", days=days, changes=told)
    return journal.ended(count, "outcome")


def _life(place: Path, seed: int, kills: int) -> tuple[int, int]:
    """Days that went by, and changes that were told of."""
    lived = Years.of(place, seed, PEOPLE)
    chance, instant, told = Random(seed), lived.instant, 0
    key = lived.key
    lived.store.close()
    for _ in range(kills):
        lines = _killed(place, lived.recovery_key, seed, instant, chance.random() * _SECONDS)
        told += len(lines)
        seq, instant = lines[-1] if lines else (0, instant)
        again = Years(place, key, seed, instant)
        try:
            if lines and _newest(again) < seq:
                raise WrongError(f"{instant}: change {seq} was told of and is gone")
            again.look()
        finally:
            again.store.close()
        instant += timedelta(days=chance.choice((0, 0, 1, 20)))
    begun = datetime(BEGUN.year, BEGUN.month, BEGUN.day, tzinfo=UTC)
    return (instant - begun).days, told


def _newest(lived: Years) -> int:
    """The number of the newest change that is kept. One that was taken back is kept as well: what a
    child told of last may be that, or may have been taken back before it could be told.
    """
    with lived.store._question() as c:
        return int(c.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM change_log").scalar() or 0)


def _killed(
    place: Path, recovery_key: str, seed: int, instant: datetime, seconds: float
) -> list[tuple[int, datetime]]:
    """What a child told of until it was killed, so long after its first word. One that has ended by
    itself by then had something to complain of.
    """
    command = [sys.executable, "-m", "tests.soak.killed", str(place), recovery_key, str(seed)]
    child = subprocess.Popen(
        [*command, instant.isoformat()],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(seconds)
    ended = not first or child.poll() is not None
    child.kill()
    rest, said = child.communicate()
    if ended:
        raise WrongError(said[-2000:])
    text = first + rest
    told = [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]
    return [(int(seq), datetime.fromisoformat(at)) for seq, at in told if seq != "None"]


def main(argv: list[str]) -> int:
    """The child: lives on until it is killed."""
    place, recovery_key, seed, instant = argv
    key = unlock(StoreFolder(Path(place)), recovery_key=recovery_key)
    lived = _Telling(Path(place), key, int(seed), datetime.fromisoformat(instant))
    lived.live(100)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

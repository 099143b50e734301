"""Bringing a backup back, or a store that an earlier restore put aside."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.store.folder import StoreFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.store.slots import Way
    from app.store.vault import DataKey


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be put in place, and what opens it (nothing: the keyring)."""

    path: Path
    way: "Way" = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """The key that opens the store now; `aside` is where the one before lies, if there was one."""

    key: "DataKey" = field(repr=False)
    aside: Path | None


def bring_back(
    wanted: Wanted,
    folder: StoreFolder,
    *,
    now: datetime,
    force: bool = False,
    stopped: "Callable[[], bool] | None" = None,
    told: "Callable[[float], object] | None" = None,
) -> Restored:
    """Put it in place of the store; nobody may have that open (StoreInUseError). `stopped` can give
    it up until it counts (BackupStoppedError), `told` hears how far it is, from 0 to 1.
    """
    from app.store import backup  # noqa: PLC0415 - with the store
    from app.store.found_backups import replaced  # noqa: PLC0415 - with the store

    before = set(replaced(folder))
    while any(one.name == f"replaced-{now:%Y%m%d-%H%M%S-%f}" for one in before):
        now += timedelta(microseconds=1)  # a clock that was set back: no name is given twice
    look = backup.Look(stopped, told)
    key = backup.restore(wanted.path, folder, now=now, force=force, look=look, **wanted.way)
    return Restored(key, next((one for one in replaced(folder) if one not in before), None))

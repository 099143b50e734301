"""The second place for backups: chosen, and filled after each backup; how it went is kept. No part
of undo.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.now import Now
from app.store.errors import BackupStoppedError, SecondPlaceError, Trouble
from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store
    from app.store.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """A place; when backups were last brought there (an instant), and what kept the last try."""

    path: Path
    copied: datetime | None = None
    trouble: Trouble | None = None


def second_place(reader: "Reader") -> SecondPlace | None:
    """The place that was chosen; None without one."""
    try:
        kept = json.loads(reader.setting(Setting.SECOND_PLACE) or "null")
        if kept is None:
            return None
        copied, trouble = kept["copied"], kept["trouble"]
        return SecondPlace(
            Path(kept["path"]),
            datetime.fromisoformat(copied) if copied else None,
            Trouble(trouble) if trouble else None,
        )
    except (ValueError, TypeError, KeyError):
        return None


def choose(store: "Store", path: Path) -> SecondPlace:
    """Take a folder as the place. SecondPlaceError where it cannot be one."""
    from app.store.second_place import prepare  # noqa: PLC0415 - with the store

    prepare(store.folder, path, store.store_id())
    before = second_place(store)
    chosen = before if before is not None and before.path == path else SecondPlace(path)
    _keep(store, chosen)
    return chosen


def surroundings_of(store: "Reader") -> "Surroundings":
    """What is to be said of where the store itself lies."""
    from app.store.surroundings import surroundings  # noqa: PLC0415 - with the store

    return surroundings(store.folder.path)


def to_tell(store: "Reader") -> "Surroundings | None":
    """The same at a start; None where there is nothing, or the person has seen it (R14)."""
    found = surroundings_of(store)
    if not any((found.network, found.service, found.conflicts)):
        return None
    return None if store.setting(Setting.PLACE_SEEN) == _told(store, found) else found


def seen(store: "Store", found: "Surroundings") -> None:
    """The person knows; another place, or another version beside it, is told of anew."""
    store.set_setting(Setting.PLACE_SEEN, _told(store, found))


def _told(store: "Reader", found: "Surroundings") -> str:
    place = str(store.folder.path)
    return json.dumps([place, found.network, found.service, *found.conflicts])


def forget(store: "Store") -> None:
    """No second place any more. What lies there stays."""
    store.set_setting(Setting.SECOND_PLACE, "")


def bring(
    reader: "Reader", *, now: Now, stopped: Callable[[], bool] | None = None
) -> SecondPlace | None:
    """Bring the backups there. How it went, to be noted; None where nothing was tried, or it was
    given up. Never fails because of the place.
    """
    from app.store import second_place as places  # noqa: PLC0415 - with the store

    place = second_place(reader)
    if place is None:
        return None
    try:
        any_there = places.bring(reader.folder, place.path, reader.store_id(), stopped)
    except SecondPlaceError as error:
        return replace(place, trouble=error.trouble)
    except BackupStoppedError:
        return None
    return replace(place, copied=now.instant if any_there else place.copied, trouble=None)


def note(store: "Store", how: SecondPlace) -> None:
    """Keep how it went, unless another place was chosen meanwhile."""
    there = second_place(store)
    if there is not None and there.path == how.path and there != how:
        _keep(store, how)


def _keep(store: "Store", place: SecondPlace) -> None:
    kept = {
        "path": str(place.path),
        "copied": place.copied.isoformat() if place.copied else None,
        "trouble": place.trouble,
    }
    store.set_setting(Setting.SECOND_PLACE, json.dumps(kept))

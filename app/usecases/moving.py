"""Moving the data into another folder: where to, and what is wanted besides."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import ExpectedError
from app.store.folder import StoreFolder, usual_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.store.vault import DataKey

OWN_NAME = "Enishi"


@dataclass(frozen=True, slots=True)
class Relocation:
    """`target` is the folder to be; `copies`: the folder of before is the second place for backups
    from then on.
    """

    target: Path
    copies: bool


def proposed(folder: StoreFolder) -> Path | None:
    """A folder of this computer that can take the data; None where none of the usual ones can."""
    for path in (usual_folder(), Path.home() / OWN_NAME):
        try:
            refuse_unfit(folder, path)
        except ExpectedError:
            continue
        return path
    return None


def in_folder(chosen: Path) -> Path:
    """The folder to be where a person chose one: that itself if it is empty, else one inside."""
    try:
        is_empty = not any(chosen.iterdir())
    except OSError:  # whoever moves there is told
        is_empty = True
    return chosen if is_empty else chosen / OWN_NAME


def refuse_unfit(folder: StoreFolder, target: Path) -> None:
    """Raises what speaks against it: PlaceUnfitError, DiskFullError, what the system refuses."""
    from app.store import moving  # noqa: PLC0415 - with the store

    moving.fits(folder, target)


def relocate(
    folder: StoreFolder,
    target: Path,
    key: "DataKey",
    *,
    now: datetime,
    stopped: "Callable[[], bool] | None" = None,
    told: "Callable[[float], object] | None" = None,
) -> None:
    """Move it; nobody may have it open (StoreInUseError). `stopped` can give it up until it counts
    (BackupStoppedError), `told` hears how far it is, from 0 to 1.
    """
    from app.store import backup, moving  # noqa: PLC0415 - with the store

    moving.move(folder, target, key, now, backup.Look(stopped, told))


def where_it_lies(folder: StoreFolder) -> StoreFolder:
    """The folder where the store of a folder lies now."""
    from app.store.following import followed  # noqa: PLC0415 - only where one was moved

    return StoreFolder(followed(folder.path))

"""What can be put in place of a store, as a value that the screen knows without SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """Where it comes from."""

    HERE = "here"  # a backup in the store's folder
    SECOND = "second"  # one that lies in the second place alone
    FILE = "file"  # a file that somebody chose
    REPLACED = "replaced"  # a store that a restore put aside


@dataclass(frozen=True, slots=True)
class Restorable:
    """`made` is civil time, None where nothing says it; `people` as it was proven when it was made;
    `size` in bytes. `readable`: it looks like what it should be. Whether every byte is right is
    known when it is opened.
    """

    path: Path
    kind: Kind
    made: datetime | None
    people: int | None
    size: int
    readable: bool
    keyring: bool
    """Whether the keyring of this computer may open it."""

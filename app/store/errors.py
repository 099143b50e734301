"""What can go wrong with the store, as types that carry data. Words belong to the screen and the
command line.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import ExpectedError

if TYPE_CHECKING:  # errors are known before the first frame, records are not
    from app.store.answers import LoggedChange


class StoreError(ExpectedError):
    """Root of the failures of one store folder."""

    def __init__(self, path: Path, *more: str) -> None:
        super().__init__(str(path), *more)
        self.path = path


class NoStoreError(StoreError):
    """There is no store here: nothing was created, `init` may."""


class MovedAwayError(StoreError):
    """The store of this folder was moved, and is not found from here. `to` is where, `by` the name
    of the computer that moved it; empty where the note does not say.
    """

    def __init__(self, path: Path, to: str, by: str) -> None:
        super().__init__(path, to)
        self.to = to
        self.by = by


class Unfit(StrEnum):
    """Why a store cannot be moved into a folder."""

    SAME = "same"  # it lies there, or one lies in the other
    TAKEN = "taken"  # something is in it
    NETWORK = "network"
    SYNCED = "synced"


class PlaceUnfitError(StoreError):
    """The folder is none to move a store to; nothing was moved."""

    def __init__(self, path: Path, why: Unfit) -> None:
        super().__init__(path, why)
        self.why = why


class MoveFailedError(StoreError):
    """The copy in the new place did not prove sound, and was not kept: the store lies where it lay.
    `reason` is a word for the log.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class StoreExistsError(StoreError):
    """A store, or a part of one, is here already, so no new one is made."""


class DatabaseMissingError(StoreError):
    """The header says that a store exists, but its database file is gone."""


class DatabaseEmptyError(StoreError):
    """The header says that a store exists, but its database file has no bytes."""


class HeaderMissingError(StoreError):
    """A database without its header: without the keys in it nothing can be opened."""


class HeaderDamagedError(StoreError):
    """Neither copy of the header can be read."""


class NotEncryptedError(StoreError):
    """The file is an ordinary SQLite file, not an encrypted one."""


class KeyDoesNotFitError(StoreError):
    """The key from the header does not open the database: damaged, or another store's file."""


class DatabaseDamagedError(StoreError):
    """The database opens but cannot be read."""


class OtherStoreError(StoreError):
    """Database and header belong to different stores."""


class NewerStoreError(StoreError):
    """Written by a newer Enishi. `needed` is its schema or format version, `known` what this one
    knows.
    """

    def __init__(self, path: Path, needed: str, known: str) -> None:
        super().__init__(path)
        self.needed = needed
        self.known = known


class OlderStoreError(StoreError):
    """Written by an older Enishi: opening the window, or any command that writes, brings it up to
    date.
    """


class StoreInUseError(StoreError):
    """Another Enishi holds the write lock."""


class StoreReadOnlyError(StoreError):
    """The store can be read and not written. `why` is a `still.Why`, `by` the computer that has it,
    where another one does.
    """

    def __init__(self, path: Path, why: str, by: str = "") -> None:
        super().__init__(path, why)
        self.why = why
        self.by = by


class NotOwnedError(StoreError):
    """The folder belongs to another user."""


class NoPermissionError(StoreError):
    """The folder or a file in it may not be read or written."""


class StoreUnreadableError(StoreError):
    """The system could not read or write it. `reason` is the system's own word."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class DiskFullError(StoreError):
    """No room left; nothing was changed."""


NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What the system calls it: the disk, the longest file, what one user may have."""
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def system_trouble(path: Path, error: OSError) -> StoreError:
    """What the system refused, as one that a person can be told about."""
    if error.errno in NO_ROOM:
        return DiskFullError(path)
    if error.errno in REFUSED or isinstance(error, PermissionError):
        return NoPermissionError(path)
    return StoreUnreadableError(path, error.strerror or type(error).__name__)


@contextmanager
def system_troubles(path: Path) -> Iterator[None]:
    """What the system refuses inside comes out as ours."""
    try:
        yield
    except OSError as error:
        raise system_trouble(path, error) from error


class EngineUnsafeError(ExpectedError):
    """The database engine lacks what the store relies on (encryption, a fixed version). `lack`
    names it.
    """

    def __init__(self, lack: str) -> None:
        super().__init__(lack)
        self.lack = lack


class WrongPassphraseError(ExpectedError):
    """The passphrase opens no slot."""


class NoPassphraseSlotError(ExpectedError):
    """This store has no passphrase."""


class WrongRecoveryKeyError(ExpectedError):
    """The recovery key is well formed but is not this store's."""


class RecoveryKeyTypoError(ExpectedError):
    """The recovery key has a slip of the pen.

    `length` is how many characters were typed (28 is right); `places` are the suspected
    characters, from 1, and
    `groups` the groups they are in. Two slips at once may name a wrong place, but are never
    accepted.
    """

    def __init__(self, length: int, places: tuple[int, ...], groups: tuple[int, ...]) -> None:
        super().__init__(length)
        self.length = length
        self.places = places
        self.groups = groups


class NoKeyGivenError(ExpectedError):
    """Neither a passphrase nor a keyring: a store nobody could open is not made."""


class KeyringTrouble(StrEnum):
    """Why the system's keyring is of no help now."""

    NONE = "none"  # no keyring that is trusted
    NO_SLOT = "no_slot"  # this store was never opened through a keyring
    NO_ANSWER = "no_answer"  # it has no item for this store, or is not unlocked
    WRONG_VALUE = "wrong_value"  # its item does not open this store
    FAILED = "failed"  # it said no, or is locked
    TOO_SLOW = "too_slow"
    NOT_KEPT = "not_kept"  # what was put in did not come out again


class KeyringError(ExpectedError):
    """The keyring could not help; passphrase and recovery key still do. `detail` is a type's name
    at most. `recorded` is who keeps the item, `present` who answers here now; either may be empty.
    """

    def __init__(
        self, trouble: KeyringTrouble, detail: str = "", recorded: str = "", present: str = ""
    ) -> None:
        super().__init__(trouble.value, detail)
        self.trouble = trouble
        self.detail = detail
        self.recorded = recorded
        self.present = present


class StaleError(ExpectedError):
    """A record is not (or no longer) what the change takes it for; nothing was written."""

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id)
        self.record_id = record_id


class NothingToUndoError(ExpectedError):
    """The log has no change to take back."""


class NothingToRedoError(ExpectedError):
    """No change was just taken back."""


class UndoBlockedError(ExpectedError):
    """A newer change builds on this one: `by`, where the log still knows it."""

    def __init__(self, by: "LoggedChange | None") -> None:
        super().__init__(by.seq if by else None)
        self.by = by


class NoCredentialError(ExpectedError):
    """No secret is kept for this account, or its seal does not open: it must be entered again."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BackupStoppedError(Exception):
    """Whoever wanted the backup gave it up; nobody is told."""


class BackupFailedError(StoreError):
    """A backup could not be made or did not prove sound; it was not kept. `reason` is a word for
    the log.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class Trouble(StrEnum):
    """Why a second place for backups took none."""

    ABSENT = "absent"
    FULL = "full"
    REFUSED = "refused"  # it may not be written
    SAME = "same"  # it lies in the store's own folder
    FAILED = "failed"


class SecondPlaceError(StoreError):
    """A second place for backups took none; what was there stays."""

    def __init__(self, path: Path, trouble: Trouble) -> None:
        super().__init__(path, trouble)
        self.trouble = trouble


class NoBackupError(StoreError):
    """No backup has been made yet."""


class NotABackupError(StoreError):
    """The file is not a backup of Enishi, or is damaged."""


class BackupExistsError(StoreError):
    """There is a file with that name already."""

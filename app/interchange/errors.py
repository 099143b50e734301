"""What reading a file can come to that a person can be told about."""

from enum import StrEnum
from pathlib import Path

from app.domain.errors import ExpectedError, Stopped


class Content(StrEnum):
    """What a file that is not vCard looks like."""

    EMPTY = "empty"
    CSV = "csv"
    PICTURE = "picture"
    CALENDAR = "calendar"
    OTHER = "other"


class FileNotReadableError(ExpectedError):
    """The file is absent, no ordinary file, not permitted, or broke off."""

    def __init__(self, path: Path, cause: str = "") -> None:
        super().__init__(str(path))
        self.path = path
        self.cause = cause


class NotCardsError(ExpectedError):
    """The content is not vCard; `content` says what it looks like."""

    def __init__(self, path: Path, content: Content) -> None:
        super().__init__(str(path))
        self.path = path
        self.content = content


class ReadingCancelledError(Stopped, ExpectedError):
    """The person stopped reading; nothing that was read counts."""


class CalendarTrouble(StrEnum):
    """Why a calendar could not be read."""

    NOT_A_CALENDAR = "not_a_calendar"
    NOTHING = "nothing"  # a calendar without any event
    TOO_LARGE = "too_large"
    TOO_HARD = "too_hard"  # it took too long, or the child died of it


class NotACalendarError(ExpectedError):
    """The file is no calendar (RFC 5545), or one that is not read; nothing of it counts."""

    def __init__(self, path: Path, trouble: CalendarTrouble) -> None:
        super().__init__(str(path))
        self.path = path
        self.trouble = trouble

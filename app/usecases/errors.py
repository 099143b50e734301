"""What use cases can tell a person that went wrong."""

from app.domain.errors import ExpectedError, Stopped


class ImportCancelledError(Stopped, ExpectedError):
    """The person stopped an import while it was written; nothing of it counts."""

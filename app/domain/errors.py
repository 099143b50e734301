"""The root of all failures that a person can be told about."""


class ExpectedError(Exception):
    """Something a person can understand and act on.

    Subclasses carry data, never words: `ui/words/notices.py` and `cli` own the words, in both
    languages. Every other exception is a bug and reaches the crash hook.
    """


class Stopped:
    """Marks a failure: the person stopped it, and nothing came of it. Only who still waits for it
    is told.
    """


class NotFoundError(ExpectedError):
    """A record that was asked for by id is not (or no longer) in the store."""

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id)
        self.record_id = record_id

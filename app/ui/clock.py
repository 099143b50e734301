"""The clock of the window: the one place under `ui` that asks what time it is."""

from datetime import UTC, datetime

from app.domain.now import Now


def now() -> Now:
    """One reading, in UTC and where the person is."""
    instant = datetime.now(UTC)
    return Now(instant, instant.astimezone())

"""The time, handed in from outside."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Now:
    """One reading of the clock: the UTC instant, and the civil time where the person is."""

    instant: datetime
    local: datetime

    @property
    def today(self) -> date:
        """The civil date where the person is."""
        return self.local.date()

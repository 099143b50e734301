"""Gathering: an exchange meeting, a study group, a morning club; planned or past."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Gathering:
    """Where people meet. `on` to `until` are civil days at its place, `starts` and `ends` the
    clock there, in the IANA zone `zone` where one is known (None: the person's own).

    Whose card was received there says so (`Met.gathering_id`); `people` are the others who were
    there or will be. `about` is how it was announced, `note` what the person writes. `uid` is the
    one of its .ics file (RFC 5545, 3.8.4.7), and of a repeating event also the day of this one.
    """

    id: str
    name: str
    on: date
    until: date | None = None
    starts: time | None = None
    ends: time | None = None
    zone: str | None = None
    place: str | None = None
    series: str | None = None
    interests: tuple[str, ...] = ()
    purpose: str | None = None
    note: str | None = None
    people: tuple[str, ...] = ()
    uid: str | None = None
    about: str | None = None
    called_off: bool = False

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.on if self.until is None else max(self.on, self.until)

    def is_ahead(self, today: date) -> bool:
        """Whether it is still to come, or goes on."""
        return self.last_day >= today

"""Days off: which days rest, as the person set it. Settings, so no part of undo.

Holidays come from `holidays` (MIT). It takes the better part of a second to load, so the days of
the years around are kept in the store, and looked up anew once a year.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.days_off import DaysOff, Vacation
from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

COUNTRIES = ("JP", "US", "GB", "IE", "CA", "AU", "NZ", "SG", "HK", "TW", "KR", "CN", "DE", "FR")
"""Whose holidays are offered, beside those of the place that the system names (ISO 3166)."""
SOONER, LATER = 1, 1
"""So many years before and after a day's own are looked up with it."""
_SATURDAY, _SUNDAY = 5, 6
_ON, _OFF = "1", "0"


@dataclass(frozen=True, slots=True)
class Resting:
    """What the person set. `country` empty: no holidays."""

    weekends: bool = False
    country: str = ""
    vacations: tuple[Vacation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """The holidays of some years of a country, as they are kept."""

    country: str
    first: int
    last: int
    days: frozenset[date]

    def covers(self, country: str, year: int) -> bool:
        """Whether it holds all that a day of this year needs."""
        inside = self.first <= year - SOONER and year + LATER <= self.last
        return self.country == country and inside


def resting(reader: "Reader") -> Resting:
    """What is set; whatever makes no sense is left out."""
    return Resting(
        reader.setting(Setting.REST_ON_WEEKENDS) == _ON,
        reader.setting(Setting.HOLIDAYS_OF) or "",
        _vacations(reader.setting(Setting.VACATIONS) or ""),
    )


def days_off(reader: "Reader", today: date) -> DaysOff:
    """Which days rest, for looking at a day. Writes nothing."""
    return _as_value(resting(reader), _holidays(reader, today))


def keep_holidays(store: "Store", today: date) -> None:
    """See that the holidays of the years around are kept, for those who look at today."""
    country = store.setting(Setting.HOLIDAYS_OF) or ""
    kept = _kept(store)
    if country and (kept is None or not kept.covers(country, today.year)):
        first, last = today.year - SOONER, today.year + LATER
        days = sorted(day.isoformat() for day in _looked_up(country, first, last))
        text = json.dumps({"country": country, "first": first, "last": last, "days": days})
        store.set_setting(Setting.HOLIDAYS_KEPT, text)


def rest_on_weekends(store: "Store", *, on: bool) -> None:
    """Whether Saturdays and Sundays rest."""
    store.set_setting(Setting.REST_ON_WEEKENDS, _ON if on else _OFF)


def rest_on_holidays_of(store: "Store", country: str, today: date) -> None:
    """Whose public holidays rest (ISO 3166, two letters); empty for none."""
    store.set_setting(Setting.HOLIDAYS_OF, country)
    keep_holidays(store, today)


def add_vacation(store: "Store", vacation: Vacation) -> None:
    """Further days away."""
    _set_vacations(store, {*resting(store).vacations, vacation})


def drop_vacation(store: "Store", vacation: Vacation) -> None:
    """These days count again."""
    _set_vacations(store, {*resting(store).vacations} - {vacation})


def begin(store: "Store", country: str, today: date) -> None:
    """A new store of somebody at the window: weekends and the holidays of their country rest.

    A store made by the command line counts every day until somebody says otherwise.
    """
    store.set_settings({Setting.REST_ON_WEEKENDS: _ON, Setting.HOLIDAYS_OF: country})
    keep_holidays(store, today)


def _set_vacations(store: "Store", vacations: Iterable[Vacation]) -> None:
    ordered = sorted(vacations, key=lambda v: (v.first, v.last))
    pairs = [[v.first.isoformat(), v.last.isoformat()] for v in ordered]
    store.set_setting(Setting.VACATIONS, json.dumps(pairs) if pairs else "")


def _as_value(said: Resting, holidays: frozenset[date]) -> DaysOff:
    weekend = frozenset({_SATURDAY, _SUNDAY}) if said.weekends else frozenset[int]()
    return DaysOff(weekend, holidays, said.vacations)


def _holidays(reader: "Reader", today: date) -> frozenset[date]:
    country = reader.setting(Setting.HOLIDAYS_OF) or ""
    if not country:
        return frozenset()
    kept = _kept(reader)
    if kept is not None and kept.covers(country, today.year):
        return kept.days
    return _looked_up(country, today.year - SOONER, today.year + LATER)


def _looked_up(country: str, first: int, last: int) -> frozenset[date]:
    """Public holidays of whole years; none of a country that the library does not know."""
    import holidays  # noqa: PLC0415 - most looks at a day find them kept

    years = range(max(first, date.min.year), min(last, date.max.year) + 1)
    try:
        return frozenset(holidays.country_holidays(country, years=years))
    except NotImplementedError:
        return frozenset()


def _kept(reader: "Reader") -> _Kept | None:
    """None where nothing is kept, or nothing that can be read."""
    try:
        said = json.loads(reader.setting(Setting.HOLIDAYS_KEPT) or "")
        days = frozenset(date.fromisoformat(day) for day in said["days"])
        return _Kept(str(said["country"]), int(said["first"]), int(said["last"]), days)
    except (ValueError, TypeError, KeyError):
        return None


def _vacations(text: str) -> tuple[Vacation, ...]:
    try:
        pairs = json.loads(text)
        return tuple(Vacation(*map(date.fromisoformat, pair)) for pair in pairs)
    except (ValueError, TypeError):
        return ()

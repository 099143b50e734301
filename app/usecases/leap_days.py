"""When 29 February is kept in a year that has none: the person's own choice, for everybody."""

from typing import TYPE_CHECKING

from app.domain.dates import LeapDay
from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


def leap_day(reader: "Reader") -> LeapDay:
    """The choice; the usual rule where the setting makes no sense."""
    text = reader.setting(Setting.LEAP_DAY)
    return next((rule for rule in LeapDay if rule.value == text), LeapDay.AFTER)


def keep_leap_day(store: "Store", rule: LeapDay) -> None:
    """Choose. A setting, so not part of undo."""
    store.set_setting(Setting.LEAP_DAY, rule.value)

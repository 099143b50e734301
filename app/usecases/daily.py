"""How many people a day: the person's own number, from 1 to 10."""

from typing import TYPE_CHECKING

from app.store.settings import Setting

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

FEWEST, MOST, USUAL = 1, 10, 5


def daily_number(reader: "Reader") -> int:
    """The number set, or the usual one where it is not set or makes no sense."""
    text = reader.setting(Setting.DAILY_NUMBER)
    number = int(text) if text and text.isdecimal() else USUAL
    return min(max(number, FEWEST), MOST)


def set_daily_number(store: "Store", number: int) -> None:
    """Set it, within its bounds. A setting, so not part of undo."""
    store.set_setting(Setting.DAILY_NUMBER, str(min(max(number, FEWEST), MOST)))

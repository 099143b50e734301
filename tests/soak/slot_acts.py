"""All that a person does in the window, by name, and every button of every place."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QWidget,
)

import tests.soak.slot_settings  # noqa: F401 - what these do is known by being made
from app.ui.pages.names import Page
from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY
from tests.soak.slot_choices import MENUS, by_menu
from tests.soak.slot_days import compared
from tests.soak.slot_people import twins
from tests.soak.slot_sitting import ACTS, Act, Deed, Sitting


def buttons(of: QWidget) -> list[QAbstractButton]:
    found = of.findChildren(QAbstractButton)
    return [b for b in found if b.isVisible() and b.isEnabled()]


PLACES: dict[str, Callable[[Sitting], Any]] = {
    "today": Sitting.today,
    "people": Sitting.people,
    "gatherings": Sitting.gathering,
    "notes": Sitting.notes,
    "import": lambda s: s.shell.show_page(Page.IMPORT),
    "compare": compared,
    "general": lambda s: s.settings(GENERAL),
    "reminders": lambda s: s.settings(REMINDERS),
    "security": lambda s: s.settings(SECURITY),
    "duplicates": twins,
    "reconnect": Sitting.reconnecting,
}


def pressed(place: str, number: int) -> Act:
    """The button with this number at a place; IndexError behind the last."""

    def made(s: Sitting) -> Deed:
        here = PLACES[place](s)
        s.rest()
        button = buttons(here)[number]
        return lambda: button.click() if shiboken6.isValid(button) else None

    return made


def by_key(place: str, number: int) -> Act:
    """The key with this number that a place has for itself (today: the window as well)."""

    def made(s: Sitting) -> Deed:
        here: QWidget = PLACES[place](s)
        s.rest()
        of = s.shell if place == "today" else here
        found = [c for c in of.findChildren(QShortcut) if c.isEnabled() and _is_seen(c)]
        shortcut = found[number]
        return lambda: shortcut.activated.emit() if shiboken6.isValid(shortcut) else None

    return made


def _is_seen(shortcut: QShortcut) -> bool:
    of = shortcut.parent()
    return isinstance(of, QWidget) and of.isVisible()


BY = {"press": pressed, "keys": by_key, "menu": by_menu}
ROUNDS = (
    *ACTS,
    *(f"press {place}" for place in PLACES),
    *(f"keys {place}" for place in PLACES),
    *(f"menu {name}" for name in MENUS),
)

__all__ = ["ACTS", "BY", "ROUNDS"]

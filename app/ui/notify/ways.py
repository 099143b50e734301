"""The ways to notify on this system, the best first."""

import sys

from PySide6.QtCore import QObject

from app.ui.desktop.tray import Tray
from app.ui.notify.balloon import Balloon
from app.ui.notify.notifier import Notifier

if sys.platform == "linux":
    from app.ui.notify.freedesktop import FreedesktopNotifier


def ways(tray: Tray, parent: QObject) -> list[Notifier]:
    """Made with their signals unheard; hand them to `DailyNotice`."""
    found: list[Notifier] = []
    if sys.platform == "linux":
        found.append(FreedesktopNotifier(parent))
    found.append(Balloon(tray, parent))
    return found

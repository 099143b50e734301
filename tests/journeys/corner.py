"""The corner of the screen by itself: tray, notification and reconnect window, without a store.

Run as a program on a desk; every event is one line in the file that its argument names.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.desktop.reach import Reach
from app.ui.desktop.tray import Tray
from app.ui.look.theme import Theme
from app.ui.notify.daily import DailyNotice
from app.ui.notify.ways import ways
from app.ui.reconnect.window import ReconnectWindow
from tests.screens.today import Held, filled, today, workspace


class _Corner(Held):
    """Writes nothing but what it is asked to write."""

    def __init__(self, told: Path) -> None:
        super().__init__()
        self._file = told

    def tell(self, *words: object) -> None:
        with self._file.open("a", encoding="utf-8") as file:
            file.write(" ".join(map(str, words)) + "\n")

    def set_given(self) -> None:
        self.tell("given")

    def put_off(self, contact_id: str) -> None:
        self.tell("put off", contact_id)


def main(told: Path) -> int:
    app = QApplication(sys.argv[:1])
    theme = Theme(app, mode="light", language="en")
    reminders = _Corner(told)
    filled(reminders, today("en"))
    window = QWidget()
    window.setWindowTitle("main window")
    tray = Tray(theme, reminders)
    reach = Reach(window, tray)
    reconnecting = ReconnectWindow(workspace(), theme, reminders)
    daily = DailyNotice(theme, reminders, ways(tray, app))

    def reconnect(contact_id: str, *, ask: bool = False) -> None:
        reconnecting.open_for(contact_id, ask=ask)
        reminders.tell("reconnect", reconnecting.person(), "asking" if ask else "")

    tray.usable_changed.connect(lambda usable: reminders.tell("tray", usable))
    tray.reconnect_wanted.connect(reconnect)
    tray.window_wanted.connect(lambda: reminders.tell("window"))
    tray.quit_wanted.connect(app.quit)
    daily.reconnect_wanted.connect(reconnect)
    daily.prompt_wanted.connect(lambda contact_id: reconnect(contact_id, ask=True))
    reach.start_hidden()
    tray.start()
    if "notify" in sys.argv:
        QTimer.singleShot(0, reminders.looked.emit)
    reminders.tell("ready")
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""`python -m tests.ui.looking STORE`: look at the first people of a store as a person would: list,
detail and tooltips. Run under strace, so that what Qt opens or fetches is seen (R34).
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.cli.session import clock
from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.ui.look.theme import Theme
from app.ui.pages.people.page import PeoplePage
from app.ui.workspace import Workspace

PASSPHRASE = "bell"
LOOKED_AT = 60


def _settle(workspace: Workspace) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for _ in range(3):
            QApplication.processEvents()
        if not workspace._background._pending:
            return
        time.sleep(0.001)
    raise TimeoutError


def _tip(widget: QWidget) -> None:
    for x, y in ((10, 10), (widget.width() // 2, widget.height() // 2)):
        place = QPoint(x, y)
        event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)


def main() -> None:
    """Open the page, go down the list, paint and point at everything."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    folder = StoreFolder(Path(sys.argv[1]))
    key = unlock(folder, passphrase=PASSPHRASE)
    workspace = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=clock
    )
    page = PeoplePage(workspace, Theme(app, mode="light", language="en"))
    page.resize(1072, 820)
    page.show()
    _settle(workspace)
    for person in page.list.model.listing.ids[:LOOKED_AT]:
        page.show_person(person)
        _settle(workspace)
        page.grab()
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            _tip(widget)
    _settle(workspace)
    page.grab()
    workspace.close()
    print("looked at", min(LOOKED_AT, len(page.list.model.listing.ids)))
    os._exit(0)  # what Qt tidies away at its end is another test's matter


if __name__ == "__main__":
    main()

"""Keeping drafts while they are typed: at most half a second behind, off the screen's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.pages.notes.drafts import SETTING, NoteDrafts
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader

BEHIND_MS = 500
"""So long after a key what was typed is on its way; a further key does not put it off."""


class Keeping(QObject):
    """The drafts of all evenings, between the page and the store. No change of anybody's: undo
    leaves them alone.
    """

    came = Signal()
    """What was kept is here."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.drafts = NoteDrafts()
        self.ready = False
        self._kept = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEHIND_MS)
        self._timer.timeout.connect(self.keep)
        workspace.ask(_drafts_of).then(self._came)

    def soon(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what waits, now."""
        self._timer.stop()
        text = self.drafts.to_text()
        if self.ready and text != self._kept:
            self._kept = text
            self._workspace.do(lambda store: store.set_setting(SETTING, text))

    def _came(self, drafts: NoteDrafts) -> None:
        self.drafts = drafts
        self._kept = drafts.to_text()
        self.ready = True
        self.came.emit()


def _drafts_of(reader: "Reader") -> NoteDrafts:
    return NoteDrafts.from_text(reader.setting(SETTING))

"""Keeps what was answered of an import, so that a lock or the end of the program loses none of it:
at most two seconds behind, and at once when the page goes out of sight.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.store.settings import DraftSetting
from app.ui.models.begun_import import Begun, from_text, to_text
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader

BEHIND_MS = 2_000


class Unfinished(QObject):
    """Between the page and the store. No change of anybody's: undo leaves it alone."""

    found = Signal(object)
    """What an earlier sitting left: a `Begun`, or None."""

    def __init__(
        self, workspace: Workspace, now: Callable[[], Begun | None], parent: QObject
    ) -> None:
        """`now` says what there is to keep."""
        super().__init__(parent)
        self._workspace = workspace
        self._now = now
        self._kept = ""
        self.left: Begun | None = None
        """What is offered to be gone on with."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEHIND_MS)
        self._timer.timeout.connect(self.keep)
        workspace.ask(_begun).then(self._came)

    def _came(self, begun: Begun | None) -> None:
        if self._kept == "":
            self._kept, self.left = to_text(begun), begun
            self.found.emit(begun)

    def soon(self) -> None:
        """Something was answered."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what there is; while nothing was answered what was left stays."""
        self._timer.stop()
        begun = self._now()
        if begun is not None:
            self._write(begun)

    def end(self) -> None:
        """It was accepted, or let go."""
        self._timer.stop()
        self._write(None)

    def _write(self, begun: Begun | None) -> None:
        text = to_text(begun)
        if text != self._kept:
            self._kept, self.left = text, None
            self._workspace.do(lambda store: store.set_setting(DraftSetting.IMPORT, text))
            self.found.emit(None)


def _begun(reader: "Reader") -> Begun | None:
    return from_text(reader.setting(DraftSetting.IMPORT))

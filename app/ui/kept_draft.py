"""Keeps what is typed while it is typed, in the store, where it lies encrypted like everything
else: half a second behind at most, and at once where `keep` is called. A lock, the end of the
program and a kill lose no more.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import ExpectedError
from app.store.settings import DraftSetting
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader

BEHIND_MS = 500
"""So long after a key what was typed is on its way; a further key does not put it off."""


class KeptDraft(QObject):
    """One setting of the store. No change of anybody's: undo leaves it alone."""

    came = Signal(str)
    """What an earlier sitting left, or nothing; once."""

    def __init__(
        self,
        workspace: Workspace,
        setting: DraftSetting,
        now: Callable[[], str],
        parent: QObject,
        behind_ms: int = BEHIND_MS,
    ) -> None:
        """`now` says what there is to keep; it is asked once what was kept `came`."""
        super().__init__(parent)
        self._workspace = workspace
        self._setting = setting
        self._now = now
        self._ready = False
        self._kept: str | None = None
        """What the store holds; None where that is not known."""
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(behind_ms)
        self._timer.timeout.connect(self.keep)
        # No part of this object goes to the other thread, which might be the last to hold it.
        workspace.ask(lambda reader: _left(reader, setting)).then(self._came)

    @property
    def ready(self) -> bool:
        """Whether what was kept is here."""
        return self._ready

    def soon(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what there is, now."""
        self._timer.stop()
        if not self._ready:
            return
        text = self._now().encode("utf-8", "replace").decode()  # half a character is no text
        if text != self._kept:
            self._kept = text
            name = self._setting
            write = self._workspace.do(lambda store: store.set_setting(name, text))
            write.then(self._written, self._refused)

    def _written(self, _nothing: None) -> None:
        self._told = False

    def _refused(self, error: ExpectedError) -> None:
        """It is tried again with what is typed next; the person is told once, not at each key."""
        self._kept = None
        if not self._told:
            self._told = True
            self._workspace.failed.emit(error)

    def _came(self, text: str) -> None:
        self._ready, self._kept = True, text
        self.came.emit(text)


def _left(reader: "Reader", setting: DraftSetting) -> str:
    return reader.setting(setting) or ""

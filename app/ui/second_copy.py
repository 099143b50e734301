"""Brings backups to the second place, apart from everything else, after each import."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.change import Change, Verb
from app.ui.background import Task
from app.ui.workspace import Workspace
from app.usecases import second_place
from app.usecases.second_place import SecondPlace

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


class SecondCopy(QObject):
    """Never says anything by itself: how it went stands on the settings page."""

    noted = Signal()
    """How it went is kept, or nothing was to be done."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def after(self, change: Change) -> None:
        """A change was made; before an import a backup was."""
        if change.verb is Verb.IMPORT and not change.undone:
            self.begin()

    def begin(self) -> None:
        """Bring what is not there yet."""
        now = self._workspace.now()

        def work(reader: "Reader", task: Task) -> SecondPlace | None:
            return second_place.bring(reader, now=now, stopped=task.cancelled)

        self._workspace.apart(work).then(self._brought)

    def _brought(self, how: SecondPlace | None) -> None:
        def note(store: "Store") -> None:
            if how is not None:
                second_place.note(store, how)

        self._workspace.do(note).then(self._noted)

    def _noted(self, _nothing: None) -> None:
        self.noted.emit()

"""No longer opening without asking: for who can show that they will be able to answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import Theme
from app.ui.pages.settings.way_dialog import WayDialog
from app.ui.workspace import Reply, Workspace
from app.usecases import ways_in

if TYPE_CHECKING:
    from app.store.slots import Way


class KeyringDialog(WayDialog):
    """Asks for what will be asked at every start."""

    changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Ask at every start?"),
            self.tr("From now on this opens your data. Please type it once, to be sure of it."),
            act=self.tr("Ask from now on"),
            busy=self.tr("Looking…"),
        )
        self._workspace = workspace

    def begin(self, way: "Way") -> Reply[None]:
        """Take the keyring's way in away."""
        return self._workspace.do(lambda store: ways_in.remove_keyring(store, **way))

    def came(self, found: None) -> None:
        """It is asked for at the next start."""
        self.changed.emit()
        self.accept()

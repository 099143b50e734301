"""Opening without asking, or no longer: for who shows first what opens the data."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import Theme
from app.ui.way.dialog import WayDialog
from app.ui.workspace import Reply, Workspace
from app.usecases import ways_in

if TYPE_CHECKING:
    from app.store.slots import Way


class KeyringDialog(WayDialog):
    """Off, it asks for what will be asked at every start; on, so that nobody else can want it."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, parent: QWidget | None, *, on: bool
    ) -> None:
        title, act = self.tr("Ask at every start?"), self.tr("Ask from now on")
        words = self.tr("From now on this opens your data. Please type it once, to be sure of it.")
        if on:
            title, act = self.tr("Open without asking?"), self.tr("Open without asking")
            words = self.tr(
                "The keyring of this computer keeps a key of its own. Please show first that the "
                "data is yours."
            )
        super().__init__(theme, parent, title, words, act=act, busy=self.tr("Looking…"))
        self._workspace = workspace
        self._on = on

    def begin(self, way: "Way") -> Reply[None]:
        """Let the keyring in, or take its way in away."""
        change = ways_in.add_keyring if self._on else ways_in.remove_keyring
        return self._workspace.do(lambda store: change(store, **way))

    def came(self, found: None) -> None:
        """It counts from the next start on."""
        self.changed.emit()
        self.accept()

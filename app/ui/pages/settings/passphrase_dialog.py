"""Another passphrase, for who knows the one there is or has the recovery key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import Theme
from app.ui.passphrase import NewPassphrase
from app.ui.plain import Label
from app.ui.way.dialog import WayDialog
from app.ui.workspace import Reply, Workspace
from app.usecases import ways_in

if TYPE_CHECKING:
    from app.store.slots import Way


class PassphraseDialog(WayDialog):
    """The way in that is known, then the new passphrase."""

    changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Change the passphrase"),
            self.tr("First what opens your data now, then what shall open it from now on."),
            act=self.tr("Change it"),
            busy=self.tr("Locking…"),
        )
        self._workspace = workspace
        self.fields.insertWidget(0, Label(theme, self.tr("Now"), role="small", color="ink2"))
        self.fields.addWidget(Label(theme, self.tr("From now on"), role="small", color="ink2"))
        self.new = NewPassphrase(theme, name=self.tr("New passphrase"))
        self.fields.addWidget(self.new)
        self.way.submitted.disconnect(self.try_it)
        self.way.submitted.connect(self.new.setFocus)
        self.new.submitted.connect(self.try_it)
        self.new.changed.connect(lambda _text: self.fit())

    def begin(self, way: "Way") -> Reply[None] | None:
        """Put it in place of the old one."""
        new = self.new.text()
        if not self.new.is_long_enough():
            self.fit()
            return None
        return self._workspace.do(lambda store: ways_in.change_passphrase(store, new, **way))

    def came(self, found: None) -> None:
        """It counts."""
        self.new.field.edit.clear()
        self.changed.emit()
        self.finish(
            self.tr("Changed"),
            self.tr(
                "Your new passphrase opens your data from now on; the recovery key stays as it "
                "is. Backups made before still open with the passphrase of their time."
            ),
        )

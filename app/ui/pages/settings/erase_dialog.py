"""Erasing everything: what would go stands there first, and the passphrase is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.way.dialog import WayDialog
from app.ui.workspace import Reply, Workspace
from app.usecases import erasing
from app.usecases.erasing import Doomed

if TYPE_CHECKING:
    from app.store.slots import Way

_NAMED = 6


class EraseDialog(WayDialog):
    """Nothing is erased here: `agreed` says that it is wanted by who may want it."""

    agreed = Signal(object)
    """A `Doomed`."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Erase everything?"),
            self.tr("Nothing brings it back: no undo, no bin, no backup."),
            act=self.tr("Erase everything"),
            busy=self.tr("Looking…"),
        )
        self._workspace = workspace
        self._doomed: Doomed | None = None
        self.listed = Label(theme, "", color="ink2", wrap=True)
        self.body.insertWidget(self.body.indexOf(self.form), self.listed)
        self.go_on.setEnabled(False)
        workspace.do(erasing.doomed).then(self._found)

    def _found(self, found: Doomed) -> None:
        self._doomed = found
        lines = [self.tr("%n person(s), with all that you wrote about them", "", found.people)]
        if found.backups:
            lines.append(self.tr("%n backup(s):", "", len(found.backups)))
            lines += [f"    {name}" for name in found.backups[:_NAMED]]
            if len(found.backups) > _NAMED:
                more = len(found.backups) - _NAMED
                lines.append("    " + self.tr("and %n more", "", more))
        if found.copies:
            copies = self.tr("%n copy(ies) in {path}", "", found.copies)
            lines.append(copies.format(path=found.place))
        elif found.place is not None:
            away = self.tr("{path} is not there or is empty: what lies on it, you erase there.")
            lines.append(away.format(path=found.place))
        lines.append(self.tr("the keys, and the settings of this computer"))
        lines.append(self.tr("Files that you exported stay where you put them."))
        self.listed.setText("\n".join(lines))
        self.go_on.setEnabled(True)
        self.fit()

    def begin(self, way: "Way") -> Reply[None] | None:
        """See whether they may."""
        if self._doomed is None:
            return None
        return self._workspace.do(lambda store: erasing.agree(store, **way))

    def came(self, found: None) -> None:
        """They may."""
        self.agreed.emit(self._doomed)
        self.accept()

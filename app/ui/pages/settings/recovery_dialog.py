"""The recovery key afterwards: whether the copy that a person has is right, and a new one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.store.slots import NewRecoveryKey
from app.ui.first_run import recovery
from app.ui.first_run.key_step import KeyStep
from app.ui.look.theme import Theme
from app.ui.way.dialog import WayDialog
from app.ui.workspace import Reply, Workspace
from app.usecases import ways_in

if TYPE_CHECKING:
    from app.store.slots import Way


class CheckKeyDialog(WayDialog):
    """Reads the recovery key from paper and tries it."""

    changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Is your copy right?"),
            self.tr("Type the recovery key as it stands on your paper."),
            act=self.tr("Check it"),
            busy=self.tr("Looking…"),
            recovery=True,
            either=False,
        )
        self._workspace = workspace

    def begin(self, way: "Way") -> Reply[None]:
        """Try whether it opens the data."""
        key, today = way["recovery_key"], self._workspace.now().today
        return self._workspace.do(lambda store: ways_in.check_recovery_key(store, key, today))

    def came(self, found: None) -> None:
        """It is right."""
        self.changed.emit()
        self.finish(
            self.tr("Your copy is right"),
            self.tr("It opens your data. Keep it on paper, away from this computer."),
        )


class NewKeyDialog(WayDialog):
    """Shows a new key, asks two groups back, and makes it count only then."""

    changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Make a new recovery key?"),
            self.tr(
                "The one you have opens your data until you have written the new one down, and "
                "no longer after that."
            ),
            act=self.tr("Make it"),
            busy=self.tr("Looking…"),
        )
        self._workspace = workspace
        self._new: NewRecoveryKey | None = None
        self._asked: list[int] = []
        self.step: KeyStep | None = None

    def begin(self, way: "Way") -> Reply[NewRecoveryKey]:
        """Mint it; nothing is written yet."""
        return self._workspace.do(lambda store: ways_in.mint_recovery_key(store, **way))

    def came(self, found: NewRecoveryKey) -> None:
        """Show it once."""
        self._new = found
        self._asked = recovery.to_ask(len(recovery.groups(found.text)))
        self.form.hide()
        self.go_on.hide()
        self.words.hide()
        self.heading.hide()  # the step has one of its own
        self._show(checking=False)

    def _show(self, *, checking: bool) -> None:
        if self._new is None:
            return
        old, key = self.step, self._new.text
        self.step = KeyStep(self.theme, key, self._asked, checking=checking)
        self.step.check_wanted.connect(self._check)
        self.step.back_wanted.connect(self._see_again)
        self.step.settled.connect(self._settled)
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.body.addWidget(self.step)
        self.step.show()
        self.step.set_turn(True)
        self.fit()
        self.step.setFocus()

    def _check(self) -> None:
        self._show(checking=True)

    def _see_again(self) -> None:
        self._show(checking=False)

    def _settled(self, typed: bool) -> None:
        new, today = self._new, self._workspace.now().today
        if new is None or self.step is None:
            return
        self.step.setEnabled(False)
        self._workspace.do(
            lambda store: ways_in.keep_recovery_key(store, new, today, typed=typed)
        ).then(self._counts, self._not_kept)

    def _counts(self, _nothing: None) -> None:
        self._forget()
        self.changed.emit()
        self.go_on.show()
        self.heading.show()
        self.finish(
            self.tr("The new recovery key counts"),
            self.tr(
                "The one before opens nothing any more, except backups made before: keep it as "
                "long as you keep those."
            ),
        )

    def _not_kept(self, error: Exception) -> None:
        if self.step is not None:
            self.step.setEnabled(True)
        self._workspace.failed.emit(error)

    def _forget(self) -> None:
        self._new = None
        if self.step is not None:
            self.step.hide()
            self.step.deleteLater()
            self.step = None

    def done(self, result: int) -> None:
        """However it ends, the key is on no screen and no clipboard of ours afterwards."""
        self._forget()
        super().done(result)

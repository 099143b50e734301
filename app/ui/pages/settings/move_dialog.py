"""Moving the data: where to, and whether backups go on coming to where it was."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store.folder import StoreFolder
from app.ui.background import Task
from app.ui.chosen_files import ChooseFolder
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notices
from app.ui.workspace import Workspace
from app.usecases import moving
from app.usecases.moving import Relocation


class MoveDialog(Dialog):
    """Nothing is moved here: `agreed` says that it is wanted, to a folder that can take it."""

    agreed = Signal(object)
    """A `Relocation`."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        folder: StoreFolder,
        parent: QWidget | None,
        *,
        offers_copies: bool,
    ) -> None:
        """`offers_copies`: where it lies now would do as a second place for backups."""
        super().__init__(theme, parent, "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._folder = folder
        self._target: Path | None = None
        self.say(
            self.tr("Move your data"),
            self.tr(
                "People, notes, backups and keys go to another folder. All of it is copied and "
                "checked there before anything is taken away here. Enishi finds it by itself "
                "afterwards."
            ),
        )
        self.where = Label(theme, self.tr("Looking for a folder…"), wrap=True)
        self.choose = Button(theme, self.tr("Choose another…"), kind="link")
        self.choose.clicked.connect(self._ask_where)
        row = QHBoxLayout()
        row.addWidget(Label(theme, self.tr("To"), color="ink2"), 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(theme.px(8))
        row.addWidget(self.where, 1)
        self.copies = CheckBox(
            theme, self.tr("Copy every backup to where it lies now"), on=offers_copies
        )
        self.copies.setVisible(offers_copies)
        self.trouble = Notice(theme, " ", " ", icon="warn")
        self.trouble.hide()
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(row)
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        if offers_copies:
            self.body.addWidget(self.copies)
        self.body.addWidget(self.trouble)
        self.cancel = self.add_button(self.tr("Cancel"), kind="ghost")
        self.cancel.clicked.connect(self.reject)
        self.go_on = self.add_button(self.tr("Move it"), kind="primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._try)
        self.go_on.setEnabled(False)
        workspace.free(lambda _task: moving.proposed(folder)).then(self._proposed)

    def _proposed(self, target: Path | None) -> None:
        if self._target is not None:  # one was chosen meanwhile
            return
        if target is None:
            self.where.setText(self.tr("Choose a folder on a disk of this computer."))
            self.choose.setFocus()
            self.fit()
        else:
            self._take(target)

    def _ask_where(self) -> None:
        box = ChooseFolder(self, self.tr("A folder for your data"))
        box.fileSelected.connect(self.take)
        box.open()

    def take(self, path: str) -> None:
        """Move it into this folder, or into a new one in there."""
        self._workspace.free(lambda _task: moving.in_folder(Path(path))).then(self._take)

    def _take(self, target: Path) -> None:
        self._target = target
        self.where.setText(str(target))
        self.trouble.hide()
        self.go_on.setEnabled(True)
        self.go_on.setFocus()
        self.fit()

    def _try(self) -> None:
        target, folder = self._target, self._folder
        if target is None:
            return
        self.go_on.set_busy(self.tr("Looking…"))

        def look(_task: Task) -> Path:
            moving.refuse_unfit(folder, target)
            return target

        self._workspace.free(look).then(self._fits, self._unfit)

    def _fits(self, target: Path) -> None:
        self.agreed.emit(Relocation(target, self.copies.isVisible() and self.copies.isChecked()))
        self.accept()

    def _unfit(self, error: ExpectedError) -> None:
        self.go_on.set_busy("")
        notice = Notices(self).error(error)
        self.trouble.tell(notice.title, notice.words)
        self.trouble.setVisible(True)
        self.choose.setFocus()
        self.fit()

"""The drill: a backup opened with what the person types, counted, and its copy thrown away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store import errors
from app.store.folder import StoreFolder
from app.ui.chosen_files import ChooseBackup
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.way.dialog import WayDialog
from app.ui.widgets.button import Button
from app.ui.words.wording import Wording
from app.ui.workspace import Reply, Task, Workspace

if TYPE_CHECKING:
    from app.store.drill import Drilled
    from app.store.slots import Way


class DrillDialog(WayDialog):
    """Which backup, and the passphrase or the recovery key; then what was found in it."""

    def __init__(
        self, workspace: Workspace, theme: Theme, folder: Path, parent: QWidget | None
    ) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Does your backup work?"),
            self.tr(
                "It is opened beside your data with what you type here, and the copy is thrown "
                "away afterwards. Nothing is changed."
            ),
            act=self.tr("Try it out"),
            busy=self.tr("Opening…"),
        )
        self._workspace = workspace
        self._folder = folder
        self._path: Path | None = None
        self._which = Label(theme, self.tr("The newest backup"), elide=True)
        self._choose = Button(theme, self.tr("Choose another…"), kind="link")
        self._choose.clicked.connect(self._ask_which)
        row = QHBoxLayout()
        row.addWidget(self._which, 1)
        row.addWidget(self._choose)
        self.fields.insertLayout(0, row)

    def _ask_which(self) -> None:
        box = ChooseBackup(self, self._folder / "backups")
        box.fileSelected.connect(self.choose)
        box.open()

    def choose(self, path: str) -> None:
        """Try this file."""
        self._path = Path(path)
        self._which.setText(self._path.name)
        self.trouble.hide()
        self.fit()
        self.way.setFocus()

    def begin(self, way: "Way") -> Reply["Drilled | None"]:
        """Open it beside the data."""
        folder, path = StoreFolder(self._folder), self._path

        def work(task: Task) -> "Drilled | None":
            # Here, so that the screen starts without SQL.
            from app.store.drill import drill  # noqa: PLC0415

            try:
                return drill(folder, path, stopped=task.cancelled, **way)
            except errors.BackupStoppedError:
                return None

        return self._workspace.free(work)

    def came(self, found: "Drilled | None") -> None:
        """Say what is in it; None: it was given up."""
        if found is None:
            return
        words, today = Wording(self.theme), self._workspace.now().today
        day, at = words.day(found.made.date(), today), found.made.strftime("%H:%M")
        lines = [
            self.tr("Made: {day}, {time}.").format(day=day, time=at),
            self.tr("%n person(s) in it.", "", found.people),
        ]
        if found.newest is not None:
            day = words.day(found.newest, today)
            lines.append(self.tr("Newest change: {day}.").format(day=day))
        lines.append(self.tr("The copy is gone again; your data is as it was."))
        self.finish(self.tr("This backup works"), "\n".join(lines))

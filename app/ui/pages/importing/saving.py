"""Saving what could not be read: a file for cards, and one for the rows of each table."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.chosen_files import ask_where, write_whole
from app.ui.workspace import Workspace
from app.usecases.rejected import RejectedFile


class Saving(QObject):
    """Asks where to, file by file; `saved` tells the trouble, empty without."""

    saved = Signal(str)

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._over = over
        self._left: list[RejectedFile] = []
        self._number = 0

    def ask(self, files: Sequence[RejectedFile]) -> None:
        """Ask for a place for each of these files, one after the other."""
        self._left, self._number = list(files), 0
        self._next()

    def _next(self) -> None:
        if not self._left:
            return
        self._number += 1
        title = self.tr("Save the rejected cards")
        count = self._number + len(self._left) - 1
        if count > 1:
            said = self.tr("{title} ({number} of {count})")
            title = said.format(title=title, number=self._number, count=count)
        table = self._left[0].is_table
        name = Path(self.tr("rejected.csv") if table else self.tr("rejected.vcf"))
        if self._number > 1:
            name = name.with_stem(f"{name.stem}-{self._number}")
        ask_where(self._over, title, str(name), self._chosen)

    def _chosen(self, name: str) -> None:
        if self._left:
            self.write(self._left.pop(0), Path(name))

    def write(self, file: RejectedFile, path: Path) -> None:
        """Write one, byte for byte."""
        self._workspace.free(lambda _task: write_whole(path, file.content)).then(self._written)

    def _written(self, trouble: str) -> None:
        self.saved.emit(trouble)
        if not trouble:
            self._next()

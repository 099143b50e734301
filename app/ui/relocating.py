"""Moving the closed data: the scene while it is done, and what is said after."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import ExpectedError
from app.store.errors import BackupStoppedError
from app.store.folder import StoreFolder
from app.ui import clock
from app.ui.background import Background, Task
from app.ui.look.theme import Theme
from app.ui.under_way import UnderWay
from app.ui.widgets import dialog
from app.ui.window import Window
from app.ui.words.notices import Notices
from app.usecases.moving import Relocation, relocate, where_it_lies

if TYPE_CHECKING:
    from app.store.vault import DataKey


class Moving(UnderWay):
    """Begins when it is made; `done` with the `StoreFolder` that has the data now."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        folder: StoreFolder,
        wanted: Relocation,
        key: "DataKey",
        now: datetime,
    ) -> None:
        super().__init__(background, theme)

        def work(task: Task) -> StoreFolder | None:
            try:
                relocate(
                    folder, wanted.target, key, now=now, stopped=task.cancelled, told=task.report
                )
            except BackupStoppedError:
                return None
            return where_it_lies(folder)

        self.begin(
            self.tr("Moving your data…"),
            self.tr("It is checked in {path} before anything is taken away here.").format(
                path=wanted.target
            ),
            work,
        )


class Relocating(QObject):
    """Whoever asks it to `begin`, once, has closed the store before."""

    lies_in = Signal(object)
    """The data lies in another `StoreFolder` from now on."""
    opened = Signal(object)
    """The `DataKey`, which opens the data wherever it lies now."""
    copies_wanted = Signal(object)
    """The folder in which it lay is to be the second place for backups, a `Path`."""

    def __init__(
        self, background: Background, theme: Theme, window: Window, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._window = window

    def begin(self, folder: StoreFolder, wanted: Relocation, key: "DataKey") -> None:
        """Move it; the key opens it afterwards, there or where it was."""
        now = clock.now().local
        scene = Moving(self._background, self._theme, folder, wanted, key, now)

        def moved(there: StoreFolder) -> None:
            self._moved(folder, there, key, copies=wanted.copies)

        def not_moved(error: ExpectedError | None) -> None:
            # It may have failed when the move counted already.
            there = where_it_lies(folder)
            if there.path != folder.path:
                self._moved(folder, there, key, copies=wanted.copies)
                return
            self.opened.emit(key)
            if error is not None:
                notice = Notices(self).error(error)
                self._say(notice.title, notice.words)
            self.deleteLater()

        scene.done.connect(moved)
        scene.not_done.connect(not_moved)
        self._window.show_scene(scene)

    def _moved(
        self, before: StoreFolder, there: StoreFolder, key: "DataKey", *, copies: bool
    ) -> None:
        self.lies_in.emit(there)
        self.opened.emit(key)
        if copies:
            self.copies_wanted.emit(before.path)
        self._say(self.tr("Your data was moved"), self._after(before.path, there.path))
        self.deleteLater()

    def _after(self, before: Path, there: Path) -> str:
        lies = self.tr("It lies in {path} now.").format(path=there)
        note = self.tr(
            "In {path} a small file stays, “moved.json”, by which Enishi finds it. Please leave it "
            "there. Whatever else is left in that folder was not part of the data."
        ).format(path=before)
        return f"{lies}\n{note}"

    def _say(self, title: str, words: str) -> None:
        box = dialog.message(
            self._theme, self._window, title, words, close=self.tr("Close"), icon="shield",
            color="ink2",
        )  # fmt: skip
        box.finished.connect(box.deleteLater)
        box.open()

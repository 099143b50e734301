"""Bringing back, from wherever it is wanted: the scene while it is done, and what is said after."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import ExpectedError
from app.store.folder import StoreFolder
from app.ui import clock
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.preferences import Preferences
from app.ui.restore.dialog import RestoreDialog
from app.ui.restore.recovery_page import RecoveryPage, is_for
from app.ui.restore.restoring import Restoring
from app.ui.widgets import dialog
from app.ui.window import Window
from app.ui.words.notices import Notices
from app.usecases.restoring import Restored, Wanted

if TYPE_CHECKING:
    from app.store.vault import DataKey

__all__ = ["BringingBack", "is_for"]


class BringingBack(QObject):
    """Made for one store folder. Whoever asks it to `begin` has closed the store before."""

    wanted = Signal(object)
    """A `Wanted`, from the recovery page or the first run."""
    opened = Signal(object)
    """The `DataKey` of what is in place now: what was brought back, or the same store as before."""
    again_wanted = Signal(object)
    """Nothing was brought back and no key is known: an `ExpectedError`, or None."""
    quit_wanted = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        window: Window,
        folder: StoreFolder,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._window = window
        self._folder = folder
        self._preferences = preferences
        self._error: ExpectedError | None = None
        self._before: DataKey | None = None

    def show_page(self, error: ExpectedError, trouble: ExpectedError | None = None) -> None:
        """Show why the data does not open, and the ways on. `trouble`: why the last one failed."""
        self._error = error
        page = RecoveryPage(
            self._background, self._theme, self._folder, error, self._today(),
            second=self._preferences.second_place, trouble=trouble,
        )  # fmt: skip
        page.agreed.connect(self.wanted)
        page.again_wanted.connect(lambda: self.again_wanted.emit(None))
        page.quit_wanted.connect(self.quit_wanted)
        self._window.show_scene(page)

    def ask(self) -> None:
        """Ask for a backup where there is no store yet."""
        box = RestoreDialog(
            self._background.run, self._theme, self._folder, self._today(), self._window,
            second=self._preferences.second_place, replaces=False, by_keyring=True,
        )  # fmt: skip
        box.agreed.connect(self.wanted)
        box.open()

    def begin(self, wanted: Wanted, before: "DataKey | None") -> None:
        """Put it in place. `before` opened the store until now, and opens it again if it fails."""
        self._before = before
        now = clock.now().local
        scene = Restoring(self._background, self._theme, self._folder, wanted, now)
        scene.done.connect(self._restored)
        scene.not_done.connect(self._not_restored)
        self._window.show_scene(scene)

    def _restored(self, restored: Restored) -> None:
        self._before = self._error = None
        self.opened.emit(restored.key)
        self._say(self.tr("Your data is back"), self._after(restored.aside))

    def _after(self, aside: Path | None) -> str:
        if aside is None:
            return self.tr("What opened the backup opens your data from now on.")
        return self.tr(
            "What it replaced is kept whole in {path}. To take this back, bring that back in the "
            "same way: Settings, Security, Backups."
        ).format(path=aside)

    def _not_restored(self, error: ExpectedError | None) -> None:
        before, self._before = self._before, None
        if before is not None:
            self.opened.emit(before)
            if error is not None:
                notice = Notices(self).error(error)
                self._say(notice.title, notice.words)
        elif self._error is not None:
            self.show_page(self._error, error)
        else:
            self.again_wanted.emit(error)

    def _say(self, title: str, words: str) -> None:
        box = dialog.message(
            self._theme, self._window, title, words, close=self.tr("Close"), icon="shield",
            color="ink2",
        )  # fmt: skip
        box.finished.connect(box.deleteLater)
        box.open()

    def _today(self) -> date:
        return clock.now().today

"""The way in: what the window shows until the store is open, and again when it is locked. The first
run, the keyring and the locked window, or why the data does not open and how to bring it back.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import ExpectedError
from app.store.folder import FolderState, StoreFolder
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.preferences import Preferences
from app.ui.window import Window

if TYPE_CHECKING:
    from app.store.unlocking import Unlocking
    from app.store.vault import DataKey
    from app.ui.background import Reply, Task
    from app.ui.first_run.beginning import Beginning
    from app.ui.restore.bringing_back import BringingBack
    from app.ui.unlock import Unlock
    from app.usecases.restoring import Wanted

PATIENCE_MS = 400
"""So long the keyring may take before the passphrase is asked for on the screen."""

Unlocker = Callable[[str | None, str | None], "DataKey"]
"""Finds the data key by a passphrase or a recovery key, or by itself; off the UI thread."""


class Entrance(QObject):
    """Made for one store folder; `opened` with its key, which it does not keep."""

    opened = Signal(object)
    """The `DataKey`."""
    first_run_over = Signal(object, list, bool)
    """The `Beginning`, the files that it was given, and whether to begin with a person by hand."""
    restore_wanted = Signal(object)
    """A `Wanted`: whoever has the store open closes it and calls `bring_back`."""
    found_elsewhere = Signal(object)
    """The store was moved to another `StoreFolder`, which can be reached by now."""
    shown = Signal()
    """A scene of the entrance stands in the window."""
    appear_wanted = Signal()
    """The window should come up, or at login the icon."""
    quit_wanted = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        window: Window,
        folder: StoreFolder,
        preferences: Preferences,
        unlock: Unlocker,
        begun: "Unlocking | None",
        parent: QObject,
    ) -> None:
        """`begun`: the keyring is being asked already."""
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._window = window
        self._folder = folder
        self._preferences = preferences
        self._unlock = unlock
        self._begun = begun
        self._locked: Unlock | None = None
        self._is_left = False

    def look(self, trouble: ExpectedError | None = None) -> None:
        """Show the scene that the store folder calls for. `trouble`: what failed just now."""
        try:
            state = self._folder.state()
        except ExpectedError as error:
            self.ask_key(error)
            return
        if state is FolderState.MOVED:
            self._follow()
        elif state in {FolderState.EMPTY, FolderState.UNFINISHED}:
            self._first_run(trouble)
        else:
            self._ask_keyring()

    def use(self, folder: StoreFolder) -> None:
        """From now on the store lies there."""
        self._folder = folder
        made = vars(self).pop("_bringing_back", None)  # it is made for one folder
        if made is not None:
            made.deleteLater()

    def _follow(self) -> None:
        """Every start follows the store; here it was not found then."""
        from app.store.moved import away
        from app.usecases.moving import where_it_lies

        there = where_it_lies(self._folder)
        if there.path == self._folder.path:
            self.ask_key(away(self._folder))
        else:
            self.found_elsewhere.emit(there)
            self.look()

    def leave(self) -> None:
        """The store is open: what still comes from here is late."""
        self._locked = None
        self._is_left = True

    def stop(self) -> None:
        """The program ends."""
        if self._begun is not None:
            self._begun.stop()

    def _first_run(self, trouble: ExpectedError | None) -> None:
        from app.ui.first_run.beginning import Beginning

        begun = Beginning(self._background, self._theme, self._folder, self._preferences, self)
        begun.backup_wanted.connect(self._bringing_back.ask)
        begun.over.connect(lambda files, by_hand: self._first_run_over(begun, files, by_hand))
        self._window.show_scene(begun.scene(trouble))
        self._window.bring_up()
        self.shown.emit()

    def _first_run_over(self, begun: "Beginning", files: list[Path], by_hand: bool) -> None:
        if begun.key is not None:  # the first run cannot end before it made one
            self.first_run_over.emit(begun, files, by_hand)

    # the key

    def ask_key(self, error: ExpectedError | None = None) -> None:
        """Show the locked window, and why; or what there is to do where nothing opens."""
        self._is_left = False
        if error is None or not self._recover(error):
            scene = self._show_locked()
            if error is not None:
                scene.show_error(error)
        self.appear_wanted.emit()

    def _ask_keyring(self) -> None:
        """Ask the keyring; the locked window is made only where that does not answer at once."""
        find = _by_itself(self._begun, self._unlock)
        asking = self._background.run(find)
        asking.then(self._opened_by_itself, self._not_by_itself)
        asking.on_progress(
            lambda _: QTimer.singleShot(PATIENCE_MS, self, lambda: self._ask_meanwhile(asking))
        )
        self.appear_wanted.emit()

    def _opened_by_itself(self, key: "DataKey") -> None:
        if self._locked is None:
            self.opened.emit(key)

    def _not_by_itself(self, error: ExpectedError) -> None:
        if not self._recover(error):
            self._show_locked().not_by_itself(error)

    def _ask_meanwhile(self, asking: "Reply[DataKey]") -> None:
        answered = asking.future is not None and asking.future.done()
        if not answered and not self._is_left and self._locked is None:
            self._show_locked(asking)

    def _show_locked(self, asking: "Reply[DataKey] | None" = None) -> "Unlock":
        from app.ui.unlock import Unlock

        scene = Unlock(self._background, self._theme, self._unlock, asking=asking)
        scene.opened.connect(self.opened)
        scene.refused.connect(self._recover)
        scene.quit_wanted.connect(self.quit_wanted)
        self._locked = scene
        self._window.show_scene(scene)
        self.shown.emit()
        return scene

    # bringing a backup back

    def bring_back(self, wanted: "Wanted", before: "DataKey | None") -> None:
        """Put something else in the place of the store, which is closed; `before` opened it."""
        self._is_left = False
        self._bringing_back.begin(wanted, before)

    @cached_property
    def _bringing_back(self) -> "BringingBack":
        from app.ui.restore.bringing_back import BringingBack

        made = BringingBack(
            self._background, self._theme, self._window, self._folder, self._preferences, self
        )
        made.wanted.connect(self.restore_wanted)
        made.opened.connect(self.opened)
        made.again_wanted.connect(self.look)
        made.quit_wanted.connect(self.quit_wanted)
        return made

    def _recover(self, error: ExpectedError) -> bool:
        """Show the recovery page, if that has more to say than the locked window."""
        from app.ui.restore.recovery_page import is_for

        if is_for(error):
            self._locked = None
            self._bringing_back.show_page(error)
            self.shown.emit()
        return is_for(error)


def _by_itself(begun: "Unlocking | None", unlock: Unlocker) -> "Callable[[Task], DataKey]":
    """By the keyring, or where that was not begun by the passphrase file; off the UI thread.

    The store's libraries before the keyring's answer: then the page is built while the disk is
    read, and nobody who has a keyring sees the locked window because this computer is slow.
    """

    def find(task: "Task") -> "DataKey":
        if begun is None:
            task.report("asked")
            return unlock(None, None)
        import app.store.store  # noqa: F401  only so that it is there

        task.report("asked")
        return begun.key() or unlock(None, None)

    return find

"""The program behind its window: which scene is shown, and what comes from outside."""

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.cli.arguments import WindowRequest
from app.cli.session import read_passphrase
from app.domain import remembered
from app.domain.errors import ExpectedError
from app.domain.version import VERSION
from app.store.errors import StoreInUseError, StoreReadOnlyError
from app.store.folder import FolderState, StoreFolder
from app.ui import crash
from app.ui.background import Background
from app.ui.crash_box import CrashBox
from app.ui.desktop.auto_lock import AutoLock
from app.ui.desktop.put_away import put_away
from app.ui.desktop.reach import Reach
from app.ui.desktop.signals import Signals
from app.ui.desktop.tray import Tray
from app.ui.lanes import Lanes
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.opened import Opened
from app.ui.pages.names import Page
from app.ui.preferences import Preferences
from app.ui.reminders import Reminders
from app.ui.window import Window
from app.ui.workspace import Workspace
from app.usecases import locking
from app.usecases.erasing import Doomed
from app.usecases.handover import Message, Wish, send
from app.usecases.locking import Locking

if TYPE_CHECKING:
    from app.store.erasing import Erased
    from app.store.unlocking import Unlocking
    from app.store.vault import DataKey
    from app.ui.background import Reply, Task
    from app.ui.desktop.session_watch import SessionWatch
    from app.ui.first_run.beginning import Beginning
    from app.ui.notify.daily import DailyNotice
    from app.ui.restore.bringing_back import BringingBack
    from app.ui.unlock import Unlock
    from app.usecases.reception import Reception
    from app.usecases.restoring import Wanted

PATIENCE_MS = 400
"""So long the keyring may take before the passphrase is asked for on the screen."""
HAND_OVER_MS, HAND_OVER_TRIES = 200, 20
"""A window that was faster is asked again so often, before the person is told of it."""
BEHIND_MS = 100
"""So long after the first look at the day what is not on the window waits for its rows."""


class Enishi(QObject):
    """The program: which scene the window shows, and what comes from outside."""

    _arrived = Signal(object)

    def __init__(
        self,
        app: QApplication,
        request: WindowRequest,
        preferences: Preferences,
        theme: Theme,
        window: Window,
        begun: "Unlocking | None" = None,
    ) -> None:
        """`begun`: the keyring is being asked already."""
        super().__init__(app)
        self._request = request
        self._begun = begun
        self._folder = StoreFolder(request.folder)
        self._preferences = preferences
        self._theme = theme
        self._window = window
        KeyboardFocus(app)
        crash.install(CrashBox(theme, window, self).tell)
        self._background = Background(self)
        self._reminders = Reminders(parent=self)
        self._tray = Tray(self._theme, self._reminders, self)
        self._reach = Reach(self._window, self._tray, self)
        self._opened: Opened | None = None
        self._unlocking: Unlock | None = None
        self._reception: Reception | None = None
        self._key: DataKey | None = None
        self._page = Page.TODAY
        self._pending: list[Message] = []
        self._hidden = request.hidden
        self._daily: DailyNotice | None = None
        self._auto_lock = AutoLock(app)
        self._session: SessionWatch | None = None
        self._erased_all = False
        self._still = False
        self._lanes = Lanes(self._folder)
        self._connect(app)

    def _connect(self, app: QApplication) -> None:
        self._window.closing.connect(self._reach.close)
        self._tray.window_wanted.connect(self._window.bring_up)
        self._tray.reconnect_wanted.connect(self._reconnect)
        self._tray.log_wanted.connect(self._log)
        self._tray.notes_wanted.connect(self._write_notes)
        self._tray.lock_wanted.connect(self.lock)
        self._tray.quit_wanted.connect(self.quit)
        self._arrived.connect(self._take)
        self._reminders.looked.connect(self._looked)
        self._auto_lock.lock_wanted.connect(self.lock)
        app.commitDataRequest.connect(lambda _manager: self._remember_place())
        app.aboutToQuit.connect(self.end)
        self._signals = Signals(self.quit, self)

    @property
    def window(self) -> Window:
        """The window with its scene."""
        return self._window

    @property
    def tray(self) -> Tray:
        """The icon in the panel."""
        return self._tray

    # scenes

    def begin(self, wish: Message) -> None:
        """Show the scene that the store folder calls for; the wish waits until it is open."""
        self._pending.append(wish)
        self._look_again()

    def _look_again(self, trouble: ExpectedError | None = None) -> None:
        try:
            state = self._folder.state()
        except ExpectedError as error:
            self._ask_key(error)
            return
        if state in {FolderState.EMPTY, FolderState.UNFINISHED}:
            self._first_run(trouble)
        else:
            self._ask_keyring()

    def _first_run(self, trouble: ExpectedError | None = None) -> None:
        from app.ui.first_run.beginning import Beginning

        begun = Beginning(self._background, self._theme, self._folder, self._preferences, self)
        begun.backup_wanted.connect(self._bringing_back.ask)
        begun.over.connect(lambda files, by_hand: self._first_run_over(begun, files, by_hand))
        self._window.show_scene(begun.scene(trouble))
        self._window.bring_up()
        self._tray.start()

    def _first_run_over(self, begun: "Beginning", files: list[Path], by_hand: bool) -> None:
        if begun.key is None:  # the first run cannot end before it made one
            return
        if files:
            self._pending.append(Message(Wish.OPEN, tuple(files)))
        self._open(begun.key)
        if self._opened is not None:
            begun.settle(self._opened.workspace, self._ask_locking)
            if by_hand:
                self._opened.shell.new_person()

    def _ask_locking(self, _nothing: None) -> None:
        """On the reading lane again, so that this answer comes after that of the opening."""
        self._reminders.refresh()
        if self._opened is not None:
            self._opened.workspace.ask(locking.locking).then(self._watch)

    def _ask_keyring(self) -> None:
        """Ask the keyring; the locked window is made only where that does not answer at once."""
        asking = self._background.run(self._unlock_by_itself)
        asking.then(self._opened_by_itself, self._not_by_itself)
        asking.on_progress(
            lambda _: QTimer.singleShot(PATIENCE_MS, self, lambda: self._ask_meanwhile(asking))
        )
        self._appear()

    def _opened_by_itself(self, key: "DataKey") -> None:
        if self._unlocking is None:
            self._open(key)

    def _not_by_itself(self, error: ExpectedError) -> None:
        if not self._recover(error):
            self._show_unlock().not_by_itself(error)

    def _ask_meanwhile(self, asking: "Reply[DataKey]") -> None:
        answered = asking.future is not None and asking.future.done()
        if not answered and self._opened is None and self._unlocking is None:
            self._show_unlock(asking)

    def _ask_key(self, error: ExpectedError | None = None) -> None:
        """Show the locked window, and why; or what there is to do where nothing opens."""
        if error is None or not self._recover(error):
            scene = self._show_unlock()
            if error is not None:
                scene.show_error(error)
        self._appear()

    # bringing a backup back

    @cached_property
    def _bringing_back(self) -> "BringingBack":
        from app.ui.restore.bringing_back import BringingBack

        made = BringingBack(
            self._background, self._theme, self._window, self._folder, self._preferences, self
        )
        made.wanted.connect(self._bring_back)
        made.opened.connect(self._open)
        made.again_wanted.connect(self._look_again)
        made.quit_wanted.connect(self.quit)
        return made

    def _recover(self, error: ExpectedError) -> bool:
        """Show the recovery page, if that has more to say than the locked window."""
        from app.ui.restore.recovery_page import is_for

        if is_for(error):
            self._unlocking = None
            self._bringing_back.show_page(error)
            self._tray.start()
        return is_for(error)

    def _bring_back(self, wanted: "Wanted") -> None:
        """Close the store, where one is open, and put something else in its place."""
        before, self._key = self._key, None
        self._shut()
        self._bringing_back.begin(wanted, before)

    def _failed_at_work(self, error: ExpectedError) -> None:
        """Damage that shows itself in the middle of work: nothing more is written."""
        from app.ui.restore.recovery_page import DAMAGE

        if isinstance(error, DAMAGE) and self._opened is not None:
            leave = self._opened.workspace.do(lambda store: store.leave_as_it_is())
            leave.then(lambda _done: None, lambda _error: None)
            self._key = None
            self._shut()
            self._ask_key(error)

    def _show_unlock(self, asking: "Reply[DataKey] | None" = None) -> "Unlock":
        from app.ui.unlock import Unlock

        scene = Unlock(self._background, self._theme, self._unlock, asking=asking)
        scene.opened.connect(self._open)
        scene.refused.connect(self._recover)
        scene.quit_wanted.connect(self.quit)
        self._unlocking = scene
        self._window.show_scene(scene)
        self._tray.start()
        return scene

    def _appear(self) -> None:
        """The window comes up, or at login the icon alone."""
        if self._hidden:
            self._tray.start()
            self._reach.start_hidden()
        else:
            self._window.bring_up()

    def _unlock_by_itself(self, task: "Task") -> "DataKey":
        """By the keyring, or where that was not begun by the passphrase file; off the UI thread.

        The store's libraries before the keyring's answer: then the page is built while the disk is
        read, and nobody who has a keyring sees the locked window because this computer is slow.
        """
        if self._begun is None:
            task.report("asked")
            return self._unlock(None, None)
        import app.store.store  # noqa: F401  only so that it is there

        task.report("asked")
        return self._begun.key() or self._unlock(None, None)

    def _unlock(self, passphrase: str | None, recovery_key: str | None) -> "DataKey":
        """Find the data key; off the UI thread. The passphrase file beats the keyring."""
        from app.store.vault import unlock

        named = self._request.passphrase_file
        if named is not None and passphrase is None and recovery_key is None:
            passphrase = read_passphrase(named)
        return unlock(self._folder, passphrase=passphrase, recovery_key=recovery_key)

    # the open store

    def _open(self, key: "DataKey", still: StoreReadOnlyError | None = None) -> None:
        """Show the shell at once; the lanes open the store meanwhile. `still`: for reading alone,
        and why.
        """
        self._key = key
        workspace = (
            self._lanes.open(key, self)
            if still is None
            else self._lanes.open_still(key, still.why, self)
        )
        self._still = still is not None
        workspace.do(lambda store: store.folder.path).then(self._is_open, self._not_open)
        self._opened = Opened(
            workspace, self._theme, self._reminders, self._settings, self._window, still
        )
        self._opened.shell.again_wanted.connect(self._open_again)
        self._opened.shell.lock_wanted.connect(self.lock)
        self._opened.shell.quit_wanted.connect(self.quit)
        self._opened.locking_chosen.connect(self._watch)
        workspace.failed.connect(self._failed_at_work, Qt.ConnectionType.QueuedConnection)
        self._opened.shell.show_page(self._page)
        self._window.show_scene(self._opened.shell)
        self._unlocking = None
        self._tray.set_can_lock(True)

    def _open_again(self) -> None:
        """Perhaps it can be written by now."""
        key, self._key = self._key, None
        if self._opened is not None:
            self._page = self._opened.shell.current or Page.TODAY
        self._shut()
        if key is not None:
            self._open(key)

    def _looked(self) -> None:
        """Today's people are known: panel and notifications come behind their rows."""
        self._reminders.looked.disconnect(self._looked)
        QTimer.singleShot(BEHIND_MS, self, self._begin_notifying)

    def _begin_notifying(self) -> None:
        """From the first opening on, also while locked."""
        from app.ui.notify.daily import DailyNotice
        from app.ui.notify.ways import ways

        self._daily = DailyNotice(self._theme, self._reminders, ways(self._tray, self), self)
        self._daily.window_wanted.connect(self._window.bring_up)
        self._daily.reconnect_wanted.connect(self._reconnect)
        self._daily.prompt_wanted.connect(lambda who: self._reconnect(who, ask=True))
        self._tray.start()
        self._reminders.refresh()

    def _is_open(self, path: Path) -> None:
        """The write lock is ours: other starts may hand over now."""
        if self._reception is None and not self._still:  # it makes files in the folder
            from app.usecases.reception import Reception

            self._reception = Reception(path, self._arrived.emit)
        waiting, self._pending = self._pending, []
        for message in waiting:
            self._take(message)

    def _not_open(self, error: ExpectedError) -> None:
        self._close_store()
        if isinstance(error, StoreReadOnlyError) and self._key is not None and not self._still:
            self._open(self._key, error)
        elif isinstance(error, StoreInUseError) and self._reception is None:
            self._hand_over(error, HAND_OVER_TRIES)
        else:
            self._ask_key(error)

    def _hand_over(self, error: ExpectedError, tries: int) -> None:
        """Another window was faster: leave the rest to it. It has the store a moment before it
        hears others; a command that has the store never does.
        """
        while self._pending and send(self._folder.path, self._pending[0]):
            self._pending.pop(0)
        if not self._pending:
            self.quit()
        elif tries:
            QTimer.singleShot(HAND_OVER_MS, self, lambda: self._hand_over(error, tries - 1))
        elif self._key is not None:
            self._open(self._key, StoreReadOnlyError(self._folder.path, "in_use"))
        else:
            self._ask_key(error)

    def _settings(self, workspace: Workspace) -> QWidget:
        from app.ui.desktop import autostart
        from app.ui.pages.settings.page import SettingsPage
        from app.ui.pages.settings.parts import Installation

        starts = autostart.here([*_command(), "--hidden"])
        here = Installation(self._preferences, self._folder.path, VERSION, starts)
        page = SettingsPage(workspace, self._theme, here)
        page.lock_wanted.connect(self.lock)
        page.bin_wanted.connect(self._show_bin)
        page.reminders_changed.connect(self._reminders.refresh)
        page.locking_chosen.connect(self._watch)
        page.erase_agreed.connect(self.erase)
        page.restore_agreed.connect(self._bring_back)
        return page

    def _show_bin(self) -> None:
        if self._opened is not None:
            self._opened.show_bin()

    def _watch(self, chosen: Locking) -> None:
        """Lock by itself as it was chosen, from now on."""
        if self._opened is None:
            return
        self._auto_lock.begin(chosen)
        if chosen.with_screen and sys.platform == "linux" and self._session is None:
            from app.ui.desktop.session_watch import SessionWatch

            self._session = SessionWatch(self)
            self._session.left.connect(self.lock)
            self._session.begin()
        elif not chosen.with_screen:
            self._listen_no_more()

    def _listen_no_more(self) -> None:
        if self._session is not None:
            self._session.end()
            self._session.deleteLater()
            self._session = None

    def lock(self) -> None:
        """Close the store and forget its key; the window asks for the passphrase again."""
        if self._opened is None:
            return
        self._auto_lock.end()
        put_away(self._window)
        self._key = None
        self._page = self._opened.shell.current or Page.TODAY
        self._close_store()
        self._ask_key()

    def _shut(self) -> None:
        """Close the store, and show nothing of it any more."""
        self._auto_lock.end()
        put_away(self._window)
        self._window.show_scene(QWidget())
        self._close_store()

    def _close_store(self) -> None:
        self._tray.set_can_lock(False)
        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self._lanes.closed()
            self._theme.forget_texts()
            remembered.forget()

    def erase(self, what: Doomed) -> None:
        """Close the store and take everything away; then the program ends."""
        from app.usecases import erasing

        self._key = None
        self._shut()
        if self._reception is not None:
            self._reception.close()
            self._reception = None
        erased = self._background.run(lambda _task: erasing.erase(self._folder, what))
        erased.then(self._erased, self._ask_key)

    def _erased(self, what: "Erased") -> None:
        from app.ui.desktop.erased import ErasedBox, forget_here

        self._erased_all = True
        forget_here(self._preferences, _command())
        box = ErasedBox(self._theme, self._window, what)
        box.finished.connect(lambda _result: self.quit())
        box.open()

    # from outside

    def _take(self, message: Message) -> None:
        """What a second start, the tray or a file manager wants; kept until the store is open."""
        if self._opened is None:
            self._pending.append(message)
            self._window.bring_up()
        elif message.wish is Wish.OPEN:
            self._window.bring_up()
            self._opened.import_files(message.paths, message.met_on)
        elif message.wish is Wish.RECONNECT:
            self._reconnect("")
        elif message.wish is Wish.SHOW and not self._starts_hidden():
            self._window.bring_up()

    def _starts_hidden(self) -> bool:
        """Whether this is the start at login, which stays in the tray (once)."""
        hidden, self._hidden = self._hidden, False
        return hidden

    def _reconnect(self, contact_id: str, *, ask: bool = False) -> None:
        if self._opened is None:
            self._window.bring_up()
        else:
            self._opened.reconnect(contact_id, ask=ask)

    def _log(self) -> None:
        self._window.bring_up()
        if self._opened is not None:
            self._opened.shell.open_quick_log()

    def _write_notes(self, evening: str) -> None:
        self._window.bring_up()
        if self._opened is not None:
            self._opened.write_notes(evening)

    # the end

    def quit(self) -> None:
        """End the program; what is saved is saved already."""
        self._remember_place()
        self._window.let_close()
        QApplication.quit()

    def _remember_place(self) -> None:
        if self._erased_all:
            return
        self._preferences.geometry = self._window.saveGeometry()
        self._preferences.save()

    def end(self) -> None:
        """Close everything; nothing works afterwards."""
        from app.store import keyring_slot

        keyring_slot.give_up()  # one that is still being asked keeps nobody from leaving
        if self._daily is not None:
            self._daily.stop()
        self._tray.stop()
        self._auto_lock.end()
        self._listen_no_more()
        if self._begun is not None:
            self._begun.stop()
        if self._opened is not None:
            self._opened.give_up()
        self._close_store()
        if self._reception is not None:
            self._reception.close()
        self._background.close()


def _command() -> list[str]:
    """How this program was started, for starting it again at login."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "app"]

"""The program behind its window: which scene is shown, and what comes from outside."""

import sys
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
from app.store.folder import StoreFolder
from app.ui import collecting, crash
from app.ui.background import Background
from app.ui.crash_box import CrashBox
from app.ui.desktop.lock_watch import LockWatch
from app.ui.desktop.put_away import put_away
from app.ui.desktop.reach import Reach
from app.ui.desktop.signals import Signals
from app.ui.desktop.tray import Tray
from app.ui.entrance import Entrance
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
    from app.ui.first_run.beginning import Beginning
    from app.ui.notify.daily import DailyNotice
    from app.usecases.moving import Relocation
    from app.usecases.reception import Reception
    from app.usecases.restoring import Wanted

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
        self._reception: Reception | None = None
        self._key: DataKey | None = None
        self._page = Page.TODAY
        self._pending: list[Message] = []
        self._hidden = request.hidden
        self._daily: DailyNotice | None = None
        self._lock_watch = LockWatch(app, self)
        self._entrance = Entrance(
            self._background, theme, window, self._folder, preferences, self._unlock, begun, self
        )
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
        self._lock_watch.lock_wanted.connect(self.lock)
        self._entrance.opened.connect(self._open)
        self._entrance.first_run_over.connect(self._first_run_over)
        self._entrance.restore_wanted.connect(self._bring_back)
        self._entrance.shown.connect(self._tray.start)
        self._entrance.appear_wanted.connect(self._appear)
        self._entrance.found_elsewhere.connect(self._lie_in)
        self._entrance.quit_wanted.connect(self.quit)
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
        self._entrance.look()

    def _first_run_over(self, begun: "Beginning", files: list[Path], by_hand: bool) -> None:
        if files:
            self._pending.append(Message(Wish.OPEN, tuple(files)))
        if begun.key is not None:
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

    def _bring_back(self, wanted: "Wanted") -> None:
        """Close the store, where one is open, and put something else in its place."""
        before, self._key = self._key, None
        self._shut()
        self._entrance.bring_back(wanted, before)

    def _move(self, wanted: "Relocation") -> None:
        """Close the store, move it, and open it again wherever it lies then."""
        from app.ui.relocating import Relocating

        key, self._key = self._key, None
        if key is None:
            return
        self._shut()
        relocating = Relocating(self._background, self._theme, self._window, self)
        relocating.lies_in.connect(self._lie_in)
        relocating.opened.connect(self._open)
        relocating.copies_wanted.connect(self._copy_to)
        relocating.begin(self._folder, wanted, key)

    def _lie_in(self, folder: StoreFolder) -> None:
        """The store is closed, and lies in another folder from now on."""
        self._folder = folder
        self._lanes = Lanes(folder)
        self._entrance.use(folder)
        if self._reception is not None:  # it listens in the folder of before
            self._reception.close()
            self._reception = None

    def _copy_to(self, place: Path) -> None:
        if self._opened is not None:
            self._opened.copy_backups_to(place)

    def _failed_at_work(self, error: ExpectedError) -> None:
        """Damage that shows itself in the middle of work: nothing more is written."""
        from app.ui.restore.recovery_page import DAMAGE

        if isinstance(error, DAMAGE) and self._opened is not None:
            leave = self._opened.workspace.do(lambda store: store.leave_as_it_is())
            leave.then(lambda _done: None, lambda _error: None)
            self._key = None
            self._shut()
            self._entrance.ask_key(error)

    def _appear(self) -> None:
        """The window comes up, or at login the icon alone."""
        if self._hidden:
            self._tray.start()
            self._reach.start_hidden()
        else:
            self._window.bring_up()

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
        self._entrance.leave()
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
            self._entrance.ask_key(error)

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
            self._entrance.ask_key(error)

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
        page.move_agreed.connect(self._move)
        return page

    def _show_bin(self) -> None:
        if self._opened is not None:
            self._opened.show_bin()

    def _watch(self, chosen: Locking) -> None:
        """Lock by itself as it was chosen, from now on."""
        if self._opened is not None:
            self._lock_watch.begin(chosen)
            self._opened.shell.sidebar.set_lock_minutes(chosen.after)

    def lock(self) -> None:
        """Close the store and forget its key; the window asks for the passphrase again."""
        if self._opened is None:
            return
        self._lock_watch.rest()
        put_away(self._window)
        self._key = None
        self._page = self._opened.shell.current or Page.TODAY
        self._close_store()
        self._entrance.ask_key()

    def _shut(self) -> None:
        """Close the store, and show nothing of it any more."""
        self._lock_watch.rest()
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
            collecting.let_go()

    def erase(self, what: Doomed) -> None:
        """Close the store and take everything away; then the program ends."""
        from app.usecases import erasing

        self._key = None
        self._shut()
        if self._reception is not None:
            self._reception.close()
            self._reception = None
        folder = self._folder
        erased = self._background.run(lambda _task: erasing.erase(folder, what))
        erased.then(self._erased, self._entrance.ask_key)

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
        self._lock_watch.end()
        self._entrance.stop()
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

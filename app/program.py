"""The program behind its window: which scene is shown, and what comes from outside."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.cli.arguments import WindowRequest
from app.cli.session import read_passphrase
from app.domain.errors import ExpectedError
from app.domain.version import VERSION
from app.store.errors import StoreInUseError
from app.store.folder import FolderState, StoreFolder
from app.ui import crash
from app.ui.background import Background
from app.ui.desktop.auto_lock import AutoLock
from app.ui.desktop.put_away import put_away
from app.ui.desktop.reach import Reach
from app.ui.desktop.signals import Signals
from app.ui.desktop.tray import Tray
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.opened import Opened
from app.ui.pages.names import Page
from app.ui.plain import Label
from app.ui.preferences import Preferences
from app.ui.reminders import Reminders
from app.ui.widgets import dialog
from app.ui.window import Window
from app.ui.workspace import Workspace
from app.usecases import days_off, locking
from app.usecases.erasing import Doomed
from app.usecases.handover import Message, Wish, send
from app.usecases.locking import Locking
from app.usecases.recovery_note import note_recovery

if TYPE_CHECKING:
    from app.store.erasing import Erased
    from app.store.reader import Reader
    from app.store.store import Store
    from app.store.unlocking import Unlocking
    from app.store.vault import DataKey, NewVault
    from app.ui.background import Reply, Task
    from app.ui.desktop.session_watch import SessionWatch
    from app.ui.notify.daily import DailyNotice
    from app.ui.unlock import Unlock
    from app.usecases.reception import Reception

PATIENCE_MS = 400
"""So long the keyring may take before the passphrase is asked for on the screen."""
HAND_OVER_MS, HAND_OVER_TRIES = 200, 20
"""A window that was faster is asked again so often, before the person is told of it."""
BEHIND_MS = 100
"""So long after the first look at the day what is not on the window waits for its rows."""
_LEFT_NAMED = 8


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
        crash.install(self._crashed)
        self._background = Background(self)
        self._reminders = Reminders(parent=self)
        self._tray = Tray(self._theme, self._reminders, self)
        self._reach = Reach(self._window, self._tray, self)
        self._opened: Opened | None = None
        self._unlocking: Unlock | None = None
        self._reception: Reception | None = None
        self._key: DataKey | None = None
        self._recovery_typed: bool | None = None
        self._page = Page.TODAY
        self._pending: list[Message] = []
        self._hidden = request.hidden
        self._daily: DailyNotice | None = None
        self._auto_lock = AutoLock(app)
        self._session: SessionWatch | None = None
        self._erased_all = False
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
        try:
            state = self._folder.state()
        except ExpectedError as error:
            self._ask_key(error)
            return
        if state in {FolderState.EMPTY, FolderState.UNFINISHED}:
            self._first_run()
        else:
            self._ask_keyring()

    def _first_run(self) -> None:
        from app.ui.first_run.scene import FirstRun

        scene = FirstRun(self._background, self._theme, self._create, _keyring_here)
        scene.language_chosen.connect(self._remember_language)
        scene.made.connect(self._made)
        scene.recovery_settled.connect(self._recovery_settled)
        scene.finished.connect(self._first_run_over)
        scene.write_wanted.connect(lambda: self._first_run_over([], by_hand=True))
        self._window.show_scene(scene)
        self._window.bring_up()
        self._tray.start()

    def _create(self, passphrase: str, use_keyring: bool) -> "NewVault":
        """Mint the vault and make the store; off the UI thread."""
        from app.store.store import create_store
        from app.store.vault import create_vault

        vault = create_vault(self._folder, passphrase, use_keyring)
        create_store(self._folder, vault)
        return vault

    def _made(self, vault: "NewVault") -> None:
        self._key = vault.data_key

    def _recovery_settled(self, typed: bool) -> None:
        self._recovery_typed = typed

    def _remember_language(self, language: str) -> None:
        self._preferences.language = "ja" if language == "ja" else "en"

    def _first_run_over(self, files: Sequence[Path], *, by_hand: bool = False) -> None:
        key = self._key
        if key is None:  # the first run cannot end before it made one
            return
        if files:
            self._pending.append(Message(Wish.OPEN, tuple(files)))
        self._open(key)
        self._note_recovery()
        self._begin_as_usual()
        if by_hand and self._opened is not None:
            self._opened.shell.new_person()

    def _note_recovery(self) -> None:
        typed, opened = self._recovery_typed, self._opened
        if opened is None or typed is None:
            return
        today = opened.workspace.now().today
        opened.workspace.do(lambda store: note_recovery(store, today, typed=typed))
        self._recovery_typed = None

    def _begin_as_usual(self) -> None:
        """Somebody begins at the window: weekends and holidays rest, and it locks by itself."""
        opened = self._opened
        if opened is None:
            return
        here = QLocale.territoryToCode(QLocale.system().territory())
        country = "JP" if self._theme.language == "ja" else here
        today = opened.workspace.now().today
        done = opened.workspace.do(lambda store: days_off.begin(store, country, today))
        done.then(lambda _nothing: self._reminders.refresh())
        opened.workspace.do(locking.begin).then(self._ask_locking)

    def _ask_locking(self, _nothing: None) -> None:
        """On the reading lane again, so that this answer comes after that of the opening."""
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
        self._show_unlock().not_by_itself(error)

    def _ask_meanwhile(self, asking: "Reply[DataKey]") -> None:
        if self._opened is None and self._unlocking is None:
            self._show_unlock(asking)

    def _ask_key(self, error: ExpectedError | None = None) -> None:
        """Show the locked window, and why."""
        scene = self._show_unlock()
        if error is not None:
            scene.show_error(error)
        self._appear()

    def _show_unlock(self, asking: "Reply[DataKey] | None" = None) -> "Unlock":
        from app.ui.unlock import Unlock

        scene = Unlock(self._background, self._theme, self._unlock, asking=asking)
        scene.opened.connect(self._open)
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

    def _open(self, key: "DataKey") -> None:
        """Show the shell at once; the lanes open the store meanwhile."""
        folder = self._folder

        def open_store() -> "Store":
            from app.store.store import open_store

            return open_store(folder, key)

        def open_reader() -> "Reader":
            from app.store.store import open_reader

            return open_reader(folder, key)

        self._key = key
        workspace = Workspace(open_store, open_reader, parent=self)
        workspace.do(lambda store: store.folder.path).then(self._is_open, self._not_open)
        self._opened = Opened(workspace, self._theme, self._reminders, self._settings, self._window)
        self._opened.shell.lock_wanted.connect(self.lock)
        self._opened.shell.quit_wanted.connect(self.quit)
        self._opened.locking_chosen.connect(self._watch)
        self._opened.shell.show_page(self._page)
        self._window.show_scene(self._opened.shell)
        self._unlocking = None
        self._tray.set_can_lock(True)

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
        if self._reception is None:
            from app.usecases.reception import Reception

            self._reception = Reception(path, self._arrived.emit)
        waiting, self._pending = self._pending, []
        for message in waiting:
            self._take(message)

    def _not_open(self, error: ExpectedError) -> None:
        self._close_store()
        if isinstance(error, StoreInUseError) and self._reception is None:
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

    def _close_store(self) -> None:
        self._tray.set_can_lock(False)
        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self._theme.forget_texts()

    def erase(self, what: Doomed) -> None:
        """Close the store and take everything away; then the program ends."""
        from app.usecases import erasing

        self._auto_lock.end()
        put_away(self._window)
        self._key = None
        self._window.show_scene(QWidget())
        self._close_store()
        if self._reception is not None:
            self._reception.close()
            self._reception = None
        erased = self._background.run(lambda _task: erasing.erase(self._folder, what))
        erased.then(self._erased, self._ask_key)

    def _erased(self, what: "Erased") -> None:
        from app.ui.desktop import autostart

        self._erased_all = True
        starts = autostart.here(_command())
        if starts is not None:
            with suppress(OSError):
                starts.set_on(False)
        self._preferences.erase()
        lines = [self.tr("The program ends now. Started again, it begins from the beginning.")]
        if not what.keyring:
            lines.append(
                self.tr("The keyring did not answer: its item “Enishi” stays, and opens nothing.")
            )
        if what.left:
            lines.append(self.tr("Not of Enishi, or not to be removed, and so still there:"))
            lines += map(str, what.left[:_LEFT_NAMED])
        box = dialog.Dialog(self._theme, self._window, self.tr("Everything is erased"))
        box.body.addWidget(Label(self._theme, "\n".join(lines), color="ink2", wrap=True))
        close = box.add_button(self.tr("Close"), kind="primary", result=QDialog.DialogCode.Accepted)
        close.setDefault(True)
        close.setFocus()
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

    def _crashed(self, report: str) -> None:
        """Tell of a bug; the report can be copied, and holds nothing of anybody."""
        box = dialog.Dialog(
            self._theme,
            self._window,
            self.tr("That was a mistake of the program"),
            self.tr(
                "What you saved is safe. If it happens again, this report helps; "
                "it holds nothing of your people."
            ),
            icon="warn",
        )
        box.body.addWidget(Label(self._theme, report, role="small", color="ink2", wrap=True))
        copy = box.add_button(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        box.add_button(self.tr("Go on"), kind="primary", result=QDialog.DialogCode.Accepted)
        box.open()


def _command() -> list[str]:
    """How this program was started, for starting it again at login."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "app"]


def _keyring_here() -> bool:
    """Whether a trusted keyring answers."""
    from app.store import keyring_slot

    return keyring_slot.is_here()

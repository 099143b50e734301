"""The start of the window: it is shown first, and the program is loaded behind it.

The only place that wires the window together, with `program`.
"""

import gc
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.cli.arguments import SelfTest, WindowRequest
from app.domain.version import VERSION
from app.ui.collecting import Collector
from app.ui.look.theme import Theme, system_language
from app.ui.preferences import Preferences
from app.ui.window import Window
from app.usecases.handover import Message, Wish, send

if TYPE_CHECKING:
    from app.program import Enishi

FRAME_PATIENCE_MS = 500
"""So long the program waits for the first frame: of a window nobody can see there is none."""
LOADED_MS = 3_000
"""By then all is loaded that the first page needs."""


def answer(asked: WindowRequest | SelfTest) -> int:
    """Do what the command line leaves to a window; the exit code."""
    if isinstance(asked, SelfTest):
        return self_test()
    return run_window(asked)


def run_window(request: WindowRequest) -> int:
    """Open the window, or hand the wish to the one that has this store open; the exit code."""
    if send(request.folder, _wish(request)):
        return 0
    app = QApplication(sys.argv[:1])
    start = Start(app, request)
    if request.hidden:
        start.go_on()
    else:
        start.show_first()
    return app.exec()


def self_test() -> int:
    """What a built package runs on itself; the exit code."""
    from app.ui.self_test import run

    app = QApplication(sys.argv[:1])
    # Nobody but the test ends the program, also where there is no panel.
    app.setQuitOnLastWindowClosed(False)

    def begin(folder: Path, passphrase_file: Path) -> "Enishi":
        return Start(app, WindowRequest(folder, passphrase_file)).go_on()

    return run(begin)


def _wish(request: WindowRequest) -> Message:
    if request.files:
        return Message(Wish.OPEN, tuple(path.absolute() for path in request.files))
    return Message(Wish.RECONNECT if request.reconnect else Wish.SHOW)


class Start(QObject):
    """An empty window at once; everything else once it is on the screen."""

    def __init__(self, app: QApplication, request: WindowRequest) -> None:
        super().__init__(app)
        _name(app)
        self._app = app
        self._request = request
        self._preferences = Preferences(_settings())
        self._theme = Theme(
            app,
            mode=self._preferences.mode,
            scale=self._preferences.scale,
            language=self._preferences.language or system_language(),
            strong_lines=self._preferences.strong_lines,
        )
        self._window = Window(self._theme)
        self._window.place(self._preferences.geometry)
        self._enishi: Enishi | None = None
        QTimer.singleShot(LOADED_MS, self._loaded)

    def show_first(self) -> None:
        """Show the window, then go on."""
        self._window.first_painted.connect(self.go_on)
        self._window.bring_up()
        QTimer.singleShot(FRAME_PATIENCE_MS, self.go_on)

    def _loaded(self) -> None:
        """No garbage was collected while the program was loaded; all that needs no look again."""
        gc.freeze()
        Collector(self._app)

    def go_on(self) -> "Enishi":
        """Load and begin the program, once."""
        if self._enishi is None:
            from app.store import unlocking

            by_file = self._request.passphrase_file is not None
            begun = None if by_file else unlocking.begin(self._request.folder)
            Thread(target=_load_store, name="loading", daemon=True).start()
            from app.program import Enishi
            from app.ui.look import icons

            self._enishi = Enishi(
                self._app,
                self._request,
                self._preferences,
                self._theme,
                self._window,
                begun,
            )
            self._enishi.begin(_wish(self._request))
            self._app.setWindowIcon(icons.app_icon())
        return self._enishi


def _load_store() -> None:
    """The libraries of the store take longest to load: while the keyring is asked, and on a
    cold start while the disk is waited for.
    """
    import app.store.store  # noqa: F401  only so that it is there


def _name(app: QApplication) -> None:
    app.setApplicationName("enishi")
    app.setApplicationDisplayName("Enishi")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("enishi")


def _settings() -> QSettings:
    """The settings of this computer: an ini file on Linux, the platform's own place elsewhere."""
    form, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    settings = QSettings(form, scope, "enishi", "enishi")
    if sys.platform == "linux":  # elsewhere the folder is not ours alone
        with suppress(OSError):
            place = Path(settings.fileName()).parent
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.chmod(0o700)  # Qt makes files that others may read
    return settings

"""What a built package runs on itself: all that packing can leave out is used once, for real.

A store is made in a folder of its own, a card is read by the reading child and imported, the window
shows the person, the tray its icon where there is a panel, the locked store opens again. Nothing of
the user's is touched.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEventLoop, QSettings, QTimer, QTranslator, qVersion
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractItemView, QSystemTrayIcon, QWidget

from app.store.folder import StoreFolder
from app.ui import clock, resources
from app.ui.desktop.tray import Tray
from app.ui.pages.names import Page
from app.ui.shell.shell import Shell
from app.ui.window import Window

WORDS = "only for the test of a package"
PATIENCE = 20.0
LOOK_MS = 20
LEAST_COLOURS = 64
NAME = "試験 縁子"
CULTURE_DAY = date(2026, 11, 3)
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:self-test
SUMMARY:Gathering
DTSTART;TZID=Tokyo Standard Time:20261021T073000
END:VEVENT
END:VCALENDAR
"""
CARD = f"""BEGIN:VCARD
VERSION:3.0
N:試験;縁子;;;
FN:{NAME}
X-PHONETIC-LAST-NAME:しけん
X-PHONETIC-FIRST-NAME:えにこ
ORG:株式会社試験
TEL;TYPE=CELL:090-0000-0000
PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFElEQVR4nGPcaaLAgA0wYRUdtBIA168BHRi9MOwAAAAASUVORK5CYII=
END:VCARD
"""


class Program(Protocol):
    """The program as `main` wires it, as far as it is looked at here."""

    @property
    def window(self) -> Window:
        """The window."""

    @property
    def tray(self) -> Tray:
        """The tray icon."""

    def end(self) -> None:
        """Close everything."""


Begin = Callable[[Path, Path], Program]
"""Begin the program on a store folder with a passphrase file."""


def run(begin: Begin) -> int:
    """Try every part in turn, and say how each went; the exit code."""
    with tempfile.TemporaryDirectory(prefix="enishi-test-") as made:
        home = Path(made)
        # The settings of the user stay as they are.
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "settings"))
        test = _Test(home, begin)
        try:
            steps = (test.resources, test.store, test.card, test.calendar, test.holidays)
            for step in (*steps, test.window, test.reopened):
                _say(f"ok  {step()}")
        except _FailedError as failed:
            _say(f"FAILED  {failed}")
            return 1
        finally:
            test.close()
    return 0


class _FailedError(Exception):
    """What does not work."""


class _Test:
    """One run, in a folder of its own."""

    def __init__(self, home: Path, begin: Begin) -> None:
        self._folder = StoreFolder(home / "store")
        self._passphrase_file = home / "passphrase"
        self._card = home / "card.vcf"
        self._calendar = home / "calendar.ics"
        self._begin = begin
        self._program: Program | None = None

    def resources(self) -> str:
        """Pictures and words, and the keyring's way in."""
        from app.store.keyring_backends import system_backend

        for name in ("app_ja", "qtbase_ja"):
            if not QTranslator().load(str(resources.translation(name))):
                raise _FailedError(f"the words of {name} cannot be loaded")
        if not resources.icon("today") or not resources.brand("tray-light-due"):
            raise _FailedError("pictures are empty")
        backend = system_backend()
        keyring = "no keyring here" if backend is None else f"keyring {type(backend).__module__}"
        return f"resources; Qt {qVersion()} on {QGuiApplication.platformName()}; {keyring}"

    def store(self) -> str:
        """A new encrypted store."""
        from app.store.store import create_store
        from app.store.vault import create_vault

        self._passphrase_file.write_text(f"{WORDS}\n", "utf-8")
        create_store(self._folder, create_vault(self._folder, WORDS, use_keyring=False))
        if self._folder.db.read_bytes()[:6] == b"SQLite":
            raise _FailedError("the store is not encrypted")
        return f"store made, {self._folder.db.stat().st_size:,} bytes, encrypted"

    def card(self) -> str:
        """A card with a picture, read by the reading child and imported."""
        from app.store.store import open_store
        from app.store.vault import unlock
        from app.usecases import importing

        self._card.write_text(CARD, "utf-8")
        files = importing.read_files([self._card])
        with open_store(self._folder, unlock(self._folder, passphrase=WORDS)) as store:
            outcome = importing.accept(store, importing.preview(store, files), now=clock.now())
            found = store.resolve(NAME)
        if outcome.change is None or len(found) != 1:
            raise _FailedError("the card was not imported")
        if found[0].photo is None:
            raise _FailedError("the picture of the card is not there")
        return "card read by the child, imported with its picture"

    def calendar(self) -> str:
        """A calendar, read by its own child, with a zone by the name that Windows has for it."""
        from app.usecases import gathering_import

        self._calendar.write_text(CALENDAR, "utf-8")
        found = gathering_import.read([self._calendar], clock.now().today).gatherings
        if [gathering.zone for gathering in found] != ["Asia/Tokyo"]:
            raise _FailedError("the calendar was not read")
        return "calendar read by its child, with its zone"

    def holidays(self) -> str:
        """The holidays of a country, which are loaded by its name."""
        from app.store.store import open_store
        from app.store.vault import unlock
        from app.usecases import days_off

        with open_store(self._folder, unlock(self._folder, passphrase=WORDS)) as store:
            days_off.rest_on_holidays_of(store, "JP", CULTURE_DAY)
            if not days_off.days_off(store, CULTURE_DAY).rests(CULTURE_DAY):
                raise _FailedError("the holidays were not found")
        return "holidays found"

    def window(self) -> str:
        """The window with that person, and the icon in the panel."""
        program = self._program = self._begin(self._folder.path, self._passphrase_file)
        _until(lambda: isinstance(program.window.scene, Shell), "the store opens in the window")
        shell = program.window.scene
        page = shell.show_page(Page.PEOPLE) if isinstance(shell, Shell) else None
        _until(lambda: page is not None and _rows(page) > 0, "the person is listed")
        _until(lambda: _colours(program.window) >= LEAST_COLOURS, "the window is painted")
        painted = f"window painted in {_colours(program.window)} colours"
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return f"{painted}; no panel here, so no tray icon"
        _until(lambda: program.tray.usable, "the tray icon is shown")
        return f"{painted}; tray icon shown"

    def reopened(self) -> str:
        """Closed, and opened once more."""
        from app.store.store import open_reader
        from app.store.vault import unlock

        self.close()
        with open_reader(self._folder, unlock(self._folder, passphrase=WORDS)) as reader:
            if not reader.search("しけん", "ja").people:
                raise _FailedError("the person is not in the store that was reopened")
        return "store reopened, person found by reading"

    def close(self) -> None:
        """End the program, should it run."""
        if self._program is not None:
            self._program.end()
            self._program = None


def _until(true: Callable[[], bool], what: str) -> None:
    """Let the program run until this is true."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > deadline:
            raise _FailedError(f"waited {PATIENCE:g} s in vain: {what}")
        loop = QEventLoop()
        QTimer.singleShot(LOOK_MS, loop.quit)
        loop.exec()


def _rows(page: QWidget) -> int:
    """The longest list on the page."""
    return max((v.model().rowCount() for v in page.findChildren(QAbstractItemView)), default=0)


def _colours(window: QWidget) -> int:
    """How many colours it is painted in, looked at in a smaller picture."""
    image = window.grab().toImage().scaled(256, 256).convertToFormat(QImage.Format.Format_RGB32)
    return len({image.pixel(x, y) for x in range(256) for y in range(256)})


def _say(words: str) -> None:
    if sys.stdout is not None:  # a windowed program on Windows has none
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()

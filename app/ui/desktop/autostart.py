"""Start at login, by each system's own means: a desktop entry, a registry value, a launch agent."""

import contextlib
import os
import plistlib
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSaveFile, QSettings

_NAME = "Enishi"
_IDENTIFIER = "enishi"
_RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    """The one entry of this program in the system's list of what starts at login."""

    def is_on(self) -> bool:
        """Whether the entry is there and would be followed."""

    def set_on(self, on: bool) -> None:
        """Write or take away the entry. Raises OSError where the system refuses."""


class DesktopEntry:
    """Linux: a desktop entry in the autostart folder (XDG Autostart specification 0.5)."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self.path = folder / f"{_IDENTIFIER}.desktop"
        self._command = command

    def is_on(self) -> bool:
        try:
            lines = self.path.read_text("utf-8", "replace").splitlines()
        except OSError:
            return False
        said = {line.replace(" ", "").lower() for line in lines}
        return not said & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def set_on(self, on: bool) -> None:
        if not on:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        entry = (
            "[Desktop Entry]\nType=Application\nVersion=1.5\n"
            f"Name={_NAME}\nIcon={_IDENTIFIER}\nTerminal=false\n"
            f"Exec={' '.join(_quoted(word) for word in self._command)}\n"
            "X-GNOME-Autostart-enabled=true\n"
        )
        _write(self.path, entry.encode())


class RunValue:
    """Windows: a value of the Run key of this user."""

    def __init__(self, settings: QSettings, command: list[str]) -> None:
        self._settings = settings
        self._command = command

    def is_on(self) -> bool:
        return bool(self._settings.value(_NAME))

    def set_on(self, on: bool) -> None:
        if on:
            words = (f'"{word}"' if " " in word else word for word in self._command)
            self._settings.setValue(_NAME, " ".join(words))
        else:
            self._settings.remove(_NAME)
        self._settings.sync()
        if self._settings.status() != QSettings.Status.NoError:
            raise OSError("the registry refused the Run value")


class LaunchAgent:
    """macOS: a property list among the launch agents of this user."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self.path = folder / f"{_IDENTIFIER}.plist"
        self._command = command

    def is_on(self) -> bool:
        try:
            found = plistlib.loads(self.path.read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(found, dict) and bool(found.get("RunAtLoad"))

    def set_on(self, on: bool) -> None:
        if not on:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        agent = {
            "Label": _IDENTIFIER,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        _write(self.path, plistlib.dumps(agent))


def here(command: list[str]) -> Autostart | None:
    """The means of this system for a program started by `command`; None where none is known."""
    if sys.platform == "win32":
        return RunValue(QSettings(_RUN_KEY, QSettings.Format.NativeFormat), command)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", command)
    if sys.platform.startswith(("linux", "freebsd")):
        base = os.environ.get("XDG_CONFIG_HOME") or ""
        folder = Path(base) if Path(base).is_absolute() else Path.home() / ".config"
        return DesktopEntry(folder / "autostart", command)
    return None


def _quoted(word: str) -> str:
    """A word of an Exec line, quoted as an argument and then as a string of the entry."""
    if word and not set(word) & set(" \t\n\"'\\><~|&;$*?#()`%"):
        return word
    inner = "".join(f"\\{c}" if c in '"`$\\' else c for c in word)
    return '"' + inner.replace("\\", "\\\\").replace("\n", "\\n").replace("%", "%%") + '"'


def _write(path: Path, content: bytes) -> None:
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    file.write(content)
    if not file.commit():
        raise OSError(file.errorString())
    with contextlib.suppress(OSError):
        path.chmod(0o600)

"""Start at login: what is written is what each system reads, and switching off leaves nothing."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from app.ui.desktop import autostart
from app.ui.desktop.autostart import DesktopEntry, LaunchAgent, RunValue

COMMAND = ["/opt/En ishi/enishi", "--hidden"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG autostart is Linux's means")
def test_linux_finds_its_folder_and_goes_on_and_off(isolated_home: Path) -> None:
    entry = autostart.here(COMMAND)
    assert entry is not None
    assert not entry.is_on()
    entry.set_on(True)
    assert entry.is_on()
    path = isolated_home / ".config" / "autostart" / "enishi.desktop"
    assert path.stat().st_mode & 0o777 == 0o600
    entry.set_on(False)
    assert not path.exists()
    assert not entry.is_on()
    entry.set_on(False)  # nothing to take away is no error


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glib reads desktop entries")
@pytest.mark.parametrize(
    "word", ["plain", "two words", 'quo"te', "back\\slash", "dol$lar", "per%cent", "`tick`", "日本"]
)
def test_every_command_arrives_as_it_was(tmp_path: Path, word: str) -> None:
    """Unquoted by the rules of the specification: the entry string first, then arguments."""
    DesktopEntry(tmp_path, ["/bin/echo", word, "--hidden"]).set_on(True)
    text = (tmp_path / "enishi.desktop").read_text("utf-8")
    line = next(part for part in text.splitlines() if part.startswith("Exec="))[5:]
    line = line.replace("\\\\", "\\").replace("%%", "%")
    shell = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True
    )
    assert shell.stdout.splitlines() == ["/bin/echo", word, "--hidden"]


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = DesktopEntry(tmp_path, COMMAND)
    entry.set_on(True)
    entry.path.write_text(f"[Desktop Entry]\nType=Application\n{line}\n")
    assert not entry.is_on()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        DesktopEntry(tmp_path / "file" / "autostart", COMMAND).set_on(True)


def test_windows_run_value(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    entry = RunValue(settings, COMMAND)
    assert not entry.is_on()
    entry.set_on(True)
    assert entry.is_on()
    assert settings.value("Enishi") == '"/opt/En ishi/enishi" --hidden'
    entry.set_on(False)
    assert not entry.is_on()


def test_macos_launch_agent(tmp_path: Path) -> None:
    entry = LaunchAgent(tmp_path / "LaunchAgents", COMMAND)
    assert not entry.is_on()
    entry.set_on(True)
    assert entry.is_on()
    found = plistlib.loads(entry.path.read_bytes())
    assert found["ProgramArguments"] == COMMAND
    entry.path.write_bytes(b"damaged")
    assert not entry.is_on()
    entry.set_on(False)
    assert not entry.path.exists()

"""The program as a person has it: a window that is started, and the command line beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.store.folder import StoreFolder
from app.store.wrap import PassphraseCost
from tests.desk.desk import Desk, end
from tests.desk.waiting import until
from tests.new_store import new_store

ROOT = Path(__file__).resolve().parents[2]
CHEAP = PassphraseCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "a quiet harbour in the rain"
COMMAND_WITHIN = 60
HANDED_OVER = "Handed to the open window."
"""What a second start says, as it should."""
LATE_QUESTION = "Could not find accessible on path"
"""What Qt says when a screen reader asks for a thing that is gone since it was told of it."""


def day_of_the_story(now: datetime) -> datetime:
    """Its midnight. Somewhere on earth it is noon of it, and late in the evening before, at `now`.

    In the afternoon that is the next day already: no place is a whole day from Greenwich.
    """
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=1 if now.hour >= 13 else 0)


class Program:
    """Enishi on a desk: `start` its window, `command` its command line, on one store."""

    def __init__(
        self, desk: Desk, store: Path | None = None, executable: Path | None = None
    ) -> None:
        """`executable`: that of a built package; else the program of this checkout."""
        self.desk = desk
        self.argv = [str(executable)] if executable else [sys.executable, "-m", "app"]
        self.folder = desk.home if executable else ROOT
        self.store = store or desk.home / "store"
        self.passphrase_file = desk.home / "passphrase"
        self.passphrase_file.write_text(PASSPHRASE + "\n", "utf-8")
        self.log = desk.home / "program.log"
        self.time_zone = "UTC"
        self.within: float = COMMAND_WITHIN
        self._day = day_of_the_story(datetime.now(UTC))
        self._windows: list[subprocess.Popen[bytes]] = []

    @property
    def environment(self) -> dict[str, str]:
        own = {"ENISHI_STORE": str(self.store), "TZ": self.time_zone}
        return self.desk.environment | own

    def be_at(self, hour: int, minute: int = 0, *, days: int = 0) -> None:
        """Live where it is this time now, on the day of the story or `days` from it."""
        east = self._day + timedelta(days=days, hours=hour, minutes=minute) - datetime.now(UTC)
        assert abs(east) < timedelta(hours=24), "there is no such place on this day"
        west = -round(east.total_seconds())
        sign, west = ("-", -west) if west < 0 else ("", west)
        clock = f"{west // 3600}:{west // 60 % 60:02}:{west % 60:02}"
        self.time_zone = f"<journey>{sign}{clock}"

    @property
    def today(self) -> date:
        """The civil day where it lives."""
        return self._day.date()

    # the window

    def start(
        self, *arguments: str, environment: Mapping[str, str] = {}
    ) -> subprocess.Popen[bytes]:
        """Start it as a person does, and go on."""
        with self.log.open("ab") as log:
            window = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", *self.argv, *arguments],
                cwd=self.folder,
                env={**self.environment, **environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._windows.append(window)
        return window

    def wait_ended(self, window: subprocess.Popen[bytes], seconds: float = 10) -> int:
        """Its exit code, once it has ended by itself."""
        until(lambda: window.poll() is not None, "the program ends", seconds)
        return window.wait()

    def close(self) -> None:
        """End every window that is still there."""
        for window in self._windows:
            end(window)

    def complaints(self) -> list[str]:
        """What the windows wrote to standard error: of a healthy program, nothing."""
        written = self.log.read_text("utf-8", "replace") if self.log.exists() else ""
        return [
            line
            for line in written.splitlines()
            if LATE_QUESTION not in line and line != HANDED_OVER
        ]

    def make_store(self) -> None:
        """An empty store whose passphrase is cheap to check, for what is not about either: every
        command and every start would pay again.
        """
        new_store(StoreFolder(self.store), PASSPHRASE, CHEAP)

    # the command line

    def run(self, *arguments: str | Path, key: bool = True) -> subprocess.CompletedProcess[str]:
        """One command; `key` hands it the passphrase."""
        named = ("--passphrase-file", str(self.passphrase_file)) if key else ()
        return subprocess.run(
            [*self.argv, *named, *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=self.within,
            check=False,
        )

    def command(self, *arguments: str | Path, code: int = 0, key: bool = True) -> str:
        """One command that must end with this code; what it prints."""
        done = self.run(*arguments, key=key)
        said = f"{' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert done.returncode == code, said
        return done.stdout

    def json(self, *arguments: str | Path, code: int = 0, key: bool = True) -> Any:
        """One command that must end with this code; what it tells machines."""
        return json.loads(self.command(*arguments, "--json", code=code, key=key))

"""The command line on a real store, in this process or as a process of its own."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli.arguments import WindowRequest
from app.cli.command import run
from app.store.folder import StoreFolder
from app.store.wrap import PassphraseCost
from tests.new_store import new_store

ROOT = Path(__file__).parents[2]
PASSPHRASE = "合言葉 がぎぐ"
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one object on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


class Program:
    """The command line with a store folder and a passphrase file."""

    def __init__(self, folder, passphrase_file, capfdbinary):
        self.folder = folder
        self.passphrase_file = passphrase_file
        self._captured = capfdbinary

    @property
    def options(self):
        return ["--store", str(self.folder), "--passphrase-file", str(self.passphrase_file)]

    def __call__(self, *arguments):
        """Run in this process."""
        return self.bare(*self.options, *arguments)

    def bare(self, *arguments):
        """The same without the options of the store."""
        self._captured.readouterr()
        before = signal.getsignal(signal.SIGINT)
        try:
            code = run([os.fspath(a) for a in arguments])
        finally:  # what has answered hears no Ctrl+C any more; the next command does
            signal.signal(signal.SIGINT, before)
        sys.stdout.flush()
        out, err = self._captured.readouterr()
        assert isinstance(code, int), code
        return Ran(code, out.decode(), err.decode())

    def window(self, *arguments):
        """What the window is asked for."""
        asked = run([*self.options, *(os.fspath(a) for a in arguments)])
        assert isinstance(asked, WindowRequest), asked
        return asked

    def process(self, *arguments, **how):
        """Run as a process of its own."""
        command = [sys.executable, "-m", "app", *self.options, *arguments]
        how = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "stdin": subprocess.DEVNULL,
            **how,
        }
        done = subprocess.run(command, cwd=ROOT, timeout=60, check=False, **how)
        return Ran(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())

    def listing(self):
        """Every file of the folder with its content's hash, size, mode and time."""
        return {
            str(path.relative_to(self.folder)): (
                hashlib.sha256(path.read_bytes()).hexdigest(),
                path.stat().st_mode,
                path.stat().st_mtime_ns,
            )
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def empty(tmp_path, capfdbinary):
    """A program whose store does not exist yet."""
    passphrase_file = tmp_path / "passphrase"
    passphrase_file.write_text(f"{PASSPHRASE}\nsecond line\n", encoding="utf-8")
    return Program(tmp_path / "store", passphrase_file, capfdbinary)


@pytest.fixture
def program(empty):
    """A program with an empty store, cheap to open."""
    new_store(StoreFolder(empty.folder), PASSPHRASE, CHEAP)
    return empty


def card(name, *lines, family=None):
    """One card as text."""
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


MIO = card(
    "早坂 美緒",
    "N:早坂;美緒;;;",
    "X-PHONETIC-LAST-NAME:ハヤサカ",
    "X-PHONETIC-FIRST-NAME:ミオ",
    "UID:mio-1",
    "ORG:こもれび工房;家具",
    "TITLE:代表",
    "EMAIL;TYPE=WORK:Mio@Komorebi.example",
    "TEL;TYPE=CELL:090-5550-0142",
    "ADR;TYPE=WORK:;;蔵前1-2;台東区;東京都;111-0051;日本",
    "URL:https://komorebi.example/",
    "BDAY:1985-04-12",
    "NOTE:浅煎りの豆",
    "CATEGORIES:家具,松本",
)
WATARU = card("原田 渉", "N:原田;渉;;;", "TEL:090-5550-0109")
BROKEN = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:No End\r\n"


@pytest.fixture
def cards(tmp_path):
    """Write a file of cards."""

    def write(*texts, name="cards.vcf"):
        path = tmp_path / name
        path.write_bytes("".join(texts).encode())
        return path

    return write

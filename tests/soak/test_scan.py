"""R25, R46, R47, R49: a short session without a desk leaves nothing in plain; without its guards
the same look finds it. The long one, by keyboard and mouse: `make soak ARGS=scan`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from app.store.folder import StoreFolder
from app.store.store import create_store
from app.store.vault import create_vault
from tests.desk.desk import end
from tests.desk.program import PASSPHRASE, ROOT
from tests.desk.waiting import until
from tests.screens.kept import CHEAP
from tests.soak.faults import KINDS
from tests.soak.sentinels import PICTURES, Lookout, Words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


class Short:
    """A home with a store and one card in it, and the program that fails when it is told to."""

    def __init__(self, place: Path) -> None:
        self.home, self.place = place / "home", place
        for folder in (self.home, self.home / "tmp", self.home / "run"):
            folder.mkdir(mode=0o700)
        vault = create_vault(StoreFolder(self.home / "store"), PASSPHRASE, False, cost=CHEAP)
        create_store(StoreFolder(self.home / "store"), vault)
        words = Words(Random())
        (place / "passphrase").write_text(PASSPHRASE + "\n")
        (place / "card.vcf").write_text(words.card(), "utf-8", newline="")
        self.family = words.last["family"]
        self.secrets = words.secrets | PICTURES | {
            "passphrase": PASSPHRASE, "data key": vault.data_key.secret,
            "recovery key": vault.recovery_key,
        }  # fmt: skip
        self.environment = os.environ | {
            "HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_CACHE_HOME": str(self.home / ".cache"), "TMPDIR": str(self.home / "tmp"),
            "XDG_RUNTIME_DIR": str(self.home / "run"), "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip

    def program(self, guard: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
        orders = self.place / f"orders {guard}"
        named = (f"--store={self.home / 'store'}", f"--passphrase-file={self.place / 'passphrase'}")
        command = [sys.executable, "-m", "tests.soak.faults", orders, guard, *named, *arguments]
        with self.log(guard).open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)

    def log(self, guard: str) -> Path:
        return self.home / f"{guard}.log"

    def fails(self, guard: str, kinds: tuple[str, ...], name: str) -> int:
        """A window in which each fault happens, and which aborts then; its exit code."""
        window = self.program(guard)
        try:
            for kind in kinds:
                before = self.reports(guard)
                self.order(guard, kind, name)
                until(partial(self.reports, guard, before), kind, 60)
            self.order(guard, "abort", name)
            return window.wait(60)
        finally:
            end(window)

    def order(self, guard: str, kind: str, name: str) -> None:
        with (self.place / f"orders {guard}").open("a", encoding="utf-8") as stream:
            stream.write(f"{kind} {name}\n")

    def reports(self, guard: str, before: int = 0) -> int:
        """How many more errors were reported than before."""
        return max(0, self.log(guard).read_text().count("Error") - before)

    def found(self) -> set[str]:
        """What is found anywhere in the home."""
        return {name for name, _ in Lookout(self.secrets).in_files([self.home])}


def test_a_short_session_leaves_nothing_in_plain(tmp_path: Path) -> None:
    short = Short(tmp_path)
    assert short.program("-", "import", short.place / "card.vcf").wait(60) == 0
    assert short.fails("-", KINDS, short.family) != 0
    assert short.found() == set()
    others = [p for p in (short.home / "store").rglob("*") if p.stat().st_mode & 0o077]
    assert others == []
    both = "reports,passphrase"
    assert short.fails(both, KINDS[:1], short.family) != 0  # the sabotage twins
    assert {name.split()[0] for name in short.found()} == {"family", "passphrase"}

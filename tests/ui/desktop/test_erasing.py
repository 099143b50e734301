"""Everything erased from the settings page (R52): nothing of ours is left in the whole home."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.contact import Contact, Name
from app.domain.now import Now
from app.store import backup
from app.store.folder import StoreFolder
from app.store.store import create_store, open_store
from app.store.vault import create_vault
from app.store.wrap import PassphraseCost
from app.usecases import people, second_place

ROOT = Path(__file__).resolve().parents[3]
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


@pytest.mark.timeout(180)
@pytest.mark.skipif(sys.platform != "linux", reason="where things lie on Linux")
def test_nothing_is_left_in_the_whole_home(isolated_home: Path, tmp_path: Path) -> None:
    folder = StoreFolder(isolated_home / ".local" / "share" / "enishi")
    vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
    create_store(folder, vault)
    stick = isolated_home / "stick"
    stick.mkdir()
    local = datetime.now(UTC).astimezone()
    now = Now(local.astimezone(UTC), local)
    with open_store(folder, vault.data_key) as store:
        people.add(store, Contact("", name=Name("Zeb Quagmire")), now=now)
        second_place.choose(store, stick)
        made = backup.automatic(folder, vault.data_key, now)
        second_place.bring(store, now=now)
    passphrase = tmp_path / "pass"
    passphrase.write_text("pass\n")
    mine = folder.path / "mine.txt"
    mine.write_text("not of Enishi")
    command = [sys.executable, "-m", "tests.ui.desktop.erasing_program"]
    done = subprocess.run(
        [*command, str(folder.path), str(passphrase)], cwd=ROOT, env=dict(os.environ),
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["listed"].splitlines()[:4] == [
        "One person, with all that you wrote about them",
        "One backup:",
        f"    {made.name}",
        f"One copy in {stick}",
    ]
    assert said["kept"], "a wrong passphrase erases nothing"
    assert said["refused"].startswith("That passphrase does not fit")
    assert said["said"] == "Everything is erased"
    assert said["ended"]
    left = {path for path in isolated_home.rglob("*") if path.is_file()}
    cache = isolated_home / ".cache"
    assert {path for path in left if not path.is_relative_to(cache)} == {mine}
    assert mine.read_text() == "not of Enishi"

"""R14: data is moved out of a synchronised folder as a user does it, in the whole program."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.store.erasing import erase
from app.store.folder import FolderState, StoreFolder
from app.store.following import followed
from tests.ui.restore.test_restoring import ROOT, Kept

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hana Mori\r\nEND:VCARD\r\n"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A store in a synchronised folder."""
    (tmp_path / "Dropbox").mkdir()
    return Kept(tmp_path / "Dropbox")


def play(kept: Kept, scene: str, *words: str) -> Any:
    """What was seen in the window."""
    module = [sys.executable, "-m", "tests.ui.moving.moving_program", scene]
    done = subprocess.run(
        [*module, str(kept.folder.path), str(kept.passphrase), *words], cwd=ROOT,
        env=dict(os.environ), capture_output=True, text=True, check=False, timeout=150,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]
    assert lines == []
    return json.loads(done.stdout)


@pytest.mark.timeout(180)
@pytest.mark.skipif(sys.platform != "linux", reason="where data lies on Linux")
def test_from_the_banner_to_the_new_place(kept: Kept, isolated_home: Path, tmp_path: Path) -> None:
    card = tmp_path / "hana.vcf"
    card.write_text(CARD)
    seen = play(kept, "moved", str(card))
    usual = isolated_home / ".local" / "share" / "enishi"
    old = kept.folder.path
    assert seen["before"] == seen["after"] == seen["unlocked"] == ["Later", "Mio", "Taro"]
    assert "Dropbox may copy half of a change" in seen["banner"]
    assert (seen["proposed"], seen["copies"]) == (str(usual), True)
    assert seen["unfit"].startswith("The data cannot be moved there It lies there already")
    assert seen["told"].splitlines()[0] == f"It lies in {usual} now."
    assert str(old) in seen["told"]
    code, out, _ = seen["find"]
    assert (code, len(json.loads(out)["people"])) == ("0", 3)
    assert seen["open"][0] == "0"
    assert seen["lies"].startswith(f"Only in {usual}.")
    assert seen["second"].startswith(f"Copies go to {old}.")
    (room,) = old.glob("Enishi-*")
    assert {path.name for path in old.iterdir()} == {"moved.json", room.name}
    assert [path.name for path in room.iterdir()] == [kept.backup.name]
    assert (usual / "backups" / kept.backup.name).exists()
    assert followed(old) == usual
    erase(StoreFolder(usual), kept.vault.data_key.store, old)
    assert not old.exists()
    assert not usual.exists()


@pytest.mark.timeout(180)
def test_a_disk_that_is_away_is_told_and_found_again(kept: Kept, tmp_path: Path) -> None:
    from app.store import moving
    from tests.ui.restore.test_restoring import now

    there = tmp_path / "disk"
    moving.move(kept.folder, there, kept.vault.data_key, now().local)
    seen = play(kept, "away", str(there))
    assert seen["title"] == "This data was moved"
    assert str(there) in seen["words"]
    assert seen["names"] == ["Later", "Mio", "Taro"]
    assert seen["folder"] == str(there)


@pytest.mark.timeout(180)
def test_what_fails_leaves_the_same_data_open(kept: Kept, tmp_path: Path) -> None:
    seen = play(kept, "refused", str(tmp_path / "new"))
    assert seen["told"].startswith("Nothing was changed.")
    assert seen["names"] == ["Later", "Mio", "Taro"]
    assert seen["folder"] == str(kept.folder.path)
    assert seen["state"] == FolderState.STORE
    assert not (tmp_path / "new").exists()

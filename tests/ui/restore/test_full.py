"""A disk that fills up while somebody writes: said plainly, nothing lost, and it goes on (R4)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.store.store import open_reader
from tests.store.test_second_place import mounts
from tests.ui.restore.still_program import TYPED
from tests.ui.restore.test_restoring import ROOT, Kept

pytestmark = pytest.mark.skipif(not mounts(), reason="needs a disk that is really full")
SMALL = (
    'mount -t tmpfs -o size=8m tmpfs "$1" && cp -a "$0" "$1/store" && "${@:2}" && '
    'rm -r "$0" && cp -a "$1/store" "$0"'
)


def play(kept: Kept, disk: Path) -> Any:
    """What was seen on a small disk; the store comes back from it."""
    disk.mkdir()
    script = ["unshare", "-Urm", "bash", "-c", SMALL, str(kept.folder.path), str(disk)]
    module = [sys.executable, "-m", "tests.ui.restore.full_program", str(disk / "store")]
    done = subprocess.run(
        [*script, *module, str(kept.passphrase), str(disk / "filler")], cwd=ROOT,
        env=dict(os.environ), capture_output=True, text=True, check=False, timeout=150,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]
    assert lines == []
    return json.loads(done.stdout)


@pytest.mark.timeout(240)
def test_what_a_full_disk_refuses_stays_typed_and_is_kept_when_there_is_room(
    tmp_path: Path,
) -> None:
    kept = Kept(tmp_path)
    seen = play(kept, tmp_path / "disk")
    for answer in ("note", "promise", "remark", "setting"):
        assert seen[answer].startswith("The disk is full"), answer
    assert seen["promise_kept"]
    assert seen["remark_kept"]
    assert set(seen["names"]) == {"Later", "Mio", "Taro"}
    assert seen["sound"]
    with open_reader(kept.folder, kept.vault.data_key) as reader:
        texts = [entry.note for who in reader.people().ids for entry in reader.timeline(who)]
        promises = [p.text for who in reader.people().ids for p in reader.promises(who)]
        assert texts.count(TYPED) == 1
        assert promises == [TYPED]
        remarks = [r.text for who in reader.people().ids for r in reader.remarks(who)]
        assert remarks == [TYPED]

"""R49: whatever goes wrong, with everything logged, nothing of anybody stands in log or report."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.soak.sentinels import Lookout
from tests.ui.forced_program import HELD, WORD
from tests.ui.restore.test_restoring import ROOT, Kept


@pytest.mark.timeout(300)
def test_two_hundred_forced_exceptions_tell_nothing_of_anybody(tmp_path: Path) -> None:
    kept, seed = Kept(tmp_path), Random().randrange(1 << 20)
    module = [sys.executable, "-m", "tests.ui.forced_program"]
    done = subprocess.run(
        [*module, str(kept.folder.path), str(kept.passphrase), str(seed)],
        cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False, timeout=280,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["forced"] >= 200, seed
    assert said["silent"] == [], seed
    assert said["boxes"] > 20, seed
    assert said["found"] == [], seed
    # Sabotage twins: Python's own words, the values of a statement, the frames with what they hold,
    # and the log of the library that reads the rows.
    assert said["twins"] == {
        "words": ["word"],
        "values hidden": [],
        "values": ["word"],
        "locals": ["held"],
        "rows": ["word"],
    }
    lookout = Lookout({"word": WORD, "held": HELD})
    assert lookout.among(done.stderr.encode()) == set()
    assert lookout.in_files([tmp_path, Path(os.environ["HOME"])]) == set()

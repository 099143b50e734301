"""A store that cannot be written is shown, with the reason; what is typed stays (R5)."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.change import Change, Edit, Verb
from app.store import store as stores
from app.store import writable
from app.store.errors import NoPermissionError, StoreReadOnlyError
from app.store.folder import StoreFolder, WriteLock
from app.store.store import open_reader, open_store
from tests.store.test_second_place import mounts
from tests.ui.restore.test_restoring import ROOT, Kept, now

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and modes of Linux")
AS_NOBODY = ("unshare", "-U") if hasattr(os, "getuid") and os.getuid() == 0 else ()
"""Modes bind the superuser only where they are none."""


def play(kept: Kept, place: Path, *more: str, under: Sequence[str] = ()) -> Any:
    """What was seen of each store in a folder."""
    module = [sys.executable, "-m", "tests.ui.restore.still_program"]
    done = subprocess.run(
        [*under, *module, str(place), str(kept.passphrase), *more], cwd=ROOT,
        env=dict(os.environ), capture_output=True, text=True, check=False, timeout=150,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]
    assert lines == []
    return json.loads(done.stdout)


def check(seen: dict[str, Any], reason: str, made: Sequence[str] = ()) -> None:
    """Three times refused plainly, nothing lost, nothing made."""
    assert reason in seen["banner"]
    for answer in ("note", "promise", "remark", "setting"):
        assert seen[answer].startswith("This data can only be read now"), answer
    assert seen["promise_kept"]
    assert seen["remark_kept"]
    assert seen["changed"] == list(made)
    assert {"Mio", "Taro"} <= set(seen["names"])


@pytest.mark.timeout(240)
def test_folder_file_and_lock_that_may_not_be_written(tmp_path: Path) -> None:
    kept, place = Kept(tmp_path), tmp_path / "stores"
    for name in ("file", "folder", "lock"):
        shutil.copytree(kept.folder.path, place / name)
    (place / "file" / "store.db").chmod(0o400)
    (place / "lock" / "lock").chmod(0o400)
    (place / "folder").chmod(0o500)
    try:
        seen = play(kept, place, under=AS_NOBODY)
    finally:
        (place / "folder").chmod(0o700)
    check(seen["folder"], f"The folder {place / 'folder'} may not be written.")
    for name in ("file", "lock"):
        check(seen[name], f"A file in {place / name} may not be written.")


def crashed(kept: Kept, target: Path) -> None:
    """A copy as a kill leaves it: the last commit only in the log."""
    with open_store(kept.folder, kept.vault.data_key) as store:
        mio = store.contacts(store.people().ids)[0]
        change = Edit(mio, replace(mio, note="in the log"))
        store.apply(Change(Verb.EDIT_CONTACT, (change,)), now=now())
        shutil.copytree(kept.folder.path, target)
    target.joinpath("store.db-shm").unlink()
    assert target.joinpath("store.db-wal").stat().st_size


@pytest.mark.timeout(240)
@pytest.mark.skipif(not mounts(), reason="needs a disk that is really read-only")
def test_a_disk_that_is_read_only_also_after_a_crash(tmp_path: Path) -> None:
    kept, place = Kept(tmp_path), tmp_path / "stores"
    shutil.copytree(kept.folder.path, place / "closed")
    crashed(kept, place / "crashed")
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && "$@"'
    seen = play(kept, place, under=("unshare", "-Urm", "sh", "-c", script, str(place)))
    for name in ("closed", "crashed"):
        check(seen[name], f"The disk with {place / name} is read-only.")
    key = kept.vault.data_key
    with open_reader(StoreFolder(place / "crashed"), key) as reader:
        assert "in the log" in {c.note for c in reader.contacts(reader.people().ids)}


HOLDER = """
import pathlib, sys, time
from app.store.folder import StoreFolder, WriteLock
lock = WriteLock(StoreFolder(pathlib.Path(sys.argv[1])))
lock.acquire()
hold = pathlib.Path(sys.argv[2])
hold.touch()
while hold.exists():
    time.sleep(0.02)
lock.release()
hold.with_suffix(".gone").touch()
time.sleep(60)
"""


@pytest.mark.timeout(240)
def test_another_writer_and_what_was_typed_is_kept_when_it_is_gone(tmp_path: Path) -> None:
    kept, place, hold = Kept(tmp_path), tmp_path / "stores", tmp_path / "hold"
    shutil.copytree(kept.folder.path, place / "one")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(place / "one"), str(hold)], cwd=ROOT
    )
    try:
        while not hold.exists():
            assert holder.poll() is None
        seen = play(kept, place, str(hold))
    finally:
        holder.kill()
        holder.wait()
    # Who reads beside a writer has the empty log and its index for that time.
    beside = ("store.db-shm", "store.db-wal")
    check(seen["one"], f"Another Enishi is writing in {place / 'one'}.", beside)
    assert seen["one"]["carried"]
    key = kept.vault.data_key
    with open_reader(StoreFolder(place / "one"), key) as reader:
        assert "typed where nothing can be written" in str(reader.setting("drafts"))


def test_nothing_is_tried_before_the_system_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path)
    key, before = kept.vault.data_key, sorted(p.name for p in kept.folder.path.iterdir())
    monkeypatch.setattr(writable, "_refused", lambda path: path == kept.folder.path)
    with pytest.raises(StoreReadOnlyError) as caught:
        open_store(kept.folder, key)
    assert caught.value.why == writable.Why.FOLDER
    assert sorted(p.name for p in kept.folder.path.iterdir()) == before
    # The twin: without asking, the lock is tried, and what comes is no reading mode.
    monkeypatch.setattr(stores, "why_not", lambda folder: None)
    monkeypatch.setattr(WriteLock, "acquire", _no_permission)
    with pytest.raises(NoPermissionError):
        open_store(kept.folder, key)


def _no_permission(lock: WriteLock) -> None:
    raise NoPermissionError(lock._folder.lock)

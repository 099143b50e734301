"""R48: what a kill in the middle of a backup leaves goes when the store is opened for writing.

What another living process is making stays.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.domain.change import Change, Verb
from app.store import backup, workplace
from app.store.check import check
from app.store.folder import StoreFolder, try_lock
from app.store.store import open_store
from tests.store.conftest import MIO, PASSPHRASE, adding, at
from tests.store.dying import calls_of

_BEGIN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.domain.now import Now
from app.store import backup
from app.store.folder import StoreFolder, try_lock
from app.store.store import open_store
from app.store.vault import unlock
folder = StoreFolder(Path(sys.argv[1]))
key = unlock(folder, passphrase=sys.argv[2])
now = Now(datetime(2026, 10, 15, tzinfo=UTC), datetime(2026, 10, 15, tzinfo=UTC))
whole = backup._prove_archive
def wait(*args):
    print("packed", flush=True)
    sys.stdin.read()
    whole(*args)
backup._prove_archive = wait
"""
WRITER = f"{_BEGIN}\nwith open_store(folder, key) as store, store.copying(now) as made: made()"
OTHER = f"{_BEGIN}\nbackup.make(folder, key, folder.backups / 'mine.enishi')"
"""As `enishi backup` beside an open window; each stops when all is packed, until it may go on."""


@contextmanager
def packing(folder: StoreFolder, script: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder.path), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "packed\n"
        yield process
        process.kill()


def making(folder: StoreFolder) -> list[str]:
    return [path.name for path in folder.backups.iterdir() if path.is_dir()]


def test_what_a_kill_left_goes_when_the_store_is_opened(home) -> None:
    with home.open() as store:
        store.apply(Change(Verb.IMPORT, adding(MIO)), now=at())
    with packing(home.folder, WRITER) as process:
        process.kill()
    assert len(making(home.folder)) == 1
    with open_store(home.folder, home.vault.data_key) as store:
        assert making(home.folder) == []
        assert store.contact(MIO.id) == MIO
    assert check(home.folder, home.vault.data_key).is_sound


def test_what_a_kill_left_of_a_restore_goes_too(home) -> None:
    with home.open():
        pass
    left = home.folder.path / ".restore-abcdefgh"
    left.mkdir()
    (left / "store.db").write_bytes(b"half")
    with open_store(home.folder, home.vault.data_key):
        assert not left.exists()


@pytest.mark.parametrize("twin", [False, True], ids=["guard", "sabotage"])
def test_a_backup_that_another_process_makes_stays(home, monkeypatch, twin) -> None:
    if twin:
        monkeypatch.setattr(workplace, "try_lock", lambda _: True)
    with home.open():
        pass
    with packing(home.folder, OTHER) as process:
        (name,) = making(home.folder)
        with open_store(home.folder, home.vault.data_key):
            assert making(home.folder) == ([] if twin else [name])
        process.communicate("", timeout=60)
        assert process.returncode == (1 if twin else 0)
    assert (home.folder.backups / "mine.enishi").exists() is not twin
    assert making(home.folder) == []


def test_a_finished_backup_and_what_is_no_workplace_stay(home, tmp_path) -> None:
    with home.open():
        pass
    made = backup.automatic(home.folder, home.vault.data_key, at())
    (home.folder.backups / "replaced-x").mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("x")
    (home.folder.backups / ".enishi-link").symlink_to(elsewhere)
    with open_store(home.folder, home.vault.data_key):
        pass
    assert made.exists()
    assert (home.folder.backups / "replaced-x").exists()
    assert (elsewhere / "precious").exists()


def test_a_workplace_that_was_swept_before_it_was_held_is_made_anew(tmp_path, monkeypatch) -> None:
    tries = []

    def late(descriptor: int) -> bool:
        tries.append(descriptor)
        if len(tries) == 1:
            workplace.sweep(tmp_path, workplace.BACKUP)
        return try_lock(descriptor)

    monkeypatch.setattr(workplace, "try_lock", late)
    with workplace.workplace(tmp_path, workplace.BACKUP) as work:
        (work / "x").write_text("x")
        assert [path.name for path in tmp_path.iterdir()] == [work.name]
    assert list(tmp_path.iterdir()) == []


def test_where_no_lock_can_be_had_the_work_is_done_all_the_same(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(workplace, "try_lock", lambda _: False)
    with workplace.workplace(tmp_path, workplace.BACKUP) as work:
        (work / "x").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_a_workplace_that_was_swept_before_its_lock_was_made_is_made_anew(tmp_path, monkeypatch):
    whole, tries = workplace._open, []

    def late(path):
        tries.append(path)
        if len(tries) == 1:
            path.rmdir()
        return whole(path)

    monkeypatch.setattr(workplace, "_open", late)
    with workplace.workplace(tmp_path, workplace.BACKUP) as work:
        assert [path.name for path in tmp_path.iterdir()] == [work.name]
    assert len(tries) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stands_still", [False, True], ids=["whole sweep", "begun sweep"])
def test_a_sweep_at_any_moment_of_its_end_leaves_a_workplace_to_who_made_it(
    tmp_path, monkeypatch, stands_still
) -> None:
    """Another process opens the store while one that only looked is putting its workplace away."""
    sweeping = False
    monkeypatch.setattr(
        workplace, "try_lock", lambda fd: try_lock(fd) and not (sweeping and stands_still)
    )

    def beside(real):
        def call(*how, **more):
            nonlocal sweeping
            if not sweeping:
                sweeping = True
                workplace.sweep(tmp_path, workplace.LOOK)
                sweeping = False
            return real(*how, **more)

        return call

    for name in ("unlink", "rmdir", "close"):
        monkeypatch.setattr(os, name, beside(getattr(os, name)))
    with workplace.workplace(tmp_path, workplace.LOOK) as made:
        (made / "store.db").write_bytes(b"x")
        (made / "backups").mkdir()
        (made / "backups" / "a.enishi").write_bytes(b"x")
        workplace.sweep(tmp_path, workplace.LOOK)
        assert (made / "backups" / "a.enishi").exists()
    assert list(tmp_path.iterdir()) == []


def test_killed_at_any_moment_a_workplace_leaves_what_the_next_sweep_takes_away(tmp_path) -> None:
    def use(parent) -> None:
        with workplace.workplace(parent, workplace.LOOK) as made:
            (made / "store.db").write_bytes(b"x")

    calls = ("mkdir", "open", "unlink", "rmdir", "close")
    whole = calls_of(use, -1, calls, lambda: tmp_path)
    assert whole is not None
    left = 0
    for step in range(whole):
        assert calls_of(use, step, calls, lambda: tmp_path) is None
        left += bool(list(tmp_path.iterdir()))
        workplace.sweep(tmp_path, workplace.LOOK)
        assert list(tmp_path.iterdir()) == []
    assert left >= 3


def test_what_cannot_be_taken_away_waits_for_a_later_sweep(tmp_path, monkeypatch) -> None:
    real, stuck = os.unlink, True

    def unlink(path, *how, **more):
        if stuck and str(path).endswith("store.db"):
            raise PermissionError(path)
        return real(path, *how, **more)

    monkeypatch.setattr(os, "unlink", unlink)
    with workplace.workplace(tmp_path, workplace.LOOK) as made:
        (made / "store.db").write_bytes(b"x")
    assert (made / "store.db").exists()
    stuck = False
    workplace.sweep(tmp_path, workplace.LOOK)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("platform", "last"), [("win32", "unlink"), ("linux", "close")])
def test_its_lock_is_let_go_last_but_where_no_open_file_can_be_removed(
    tmp_path, monkeypatch, platform, last
) -> None:
    done: list[str] = []

    def noted(name):
        real = getattr(os, name)

        def call(*how):
            done.append(name)
            return real(*how)

        return call

    with workplace.workplace(tmp_path, workplace.LOOK) as made:
        (made / "store.db").write_bytes(b"x")
        monkeypatch.setattr(sys, "platform", platform)
        for name in ("close", "unlink"):
            monkeypatch.setattr(os, name, noted(name))
    assert sorted(done) == ["close", "unlink", "unlink"]
    assert done[-1] == last
    assert list(tmp_path.iterdir()) == []

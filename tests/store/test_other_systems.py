"""What is done otherwise on Windows, its calls stood in for at the narrowest point: `msvcrt` locks,
no owner, no folder that can be opened, no file that goes while it is open.
"""

import errno
import fcntl
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from app.domain.change import Change, Verb
from app.store import folder as posix_folder
from app.store import no_dumps, second_place, workplace
from app.store.backup import automatic
from app.store.engine import Access, connect
from app.store.errors import StoreInUseError
from app.store.folder import StoreFolder
from app.store.writable import Why, why_not
from tests.store.conftest import MIO, adding, at, prints

if sys.platform == "win32":
    pytest.skip("there the real calls are at work", allow_module_level=True)


def locking(descriptor: int, mode: int, size: int) -> None:
    """As the C library of Windows: one byte from where the file stands, refused with EACCES."""
    assert (os.lseek(descriptor, 0, os.SEEK_CUR), size) == (0, 1)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_UN if mode == 0 else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PermissionError(errno.EACCES, "Permission denied") from None


@pytest.fixture
def as_windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "getuid")
    monkeypatch.setattr(os, "O_CLOEXEC", os.O_CLOEXEC)  # what the module sets is set back
    calls = SimpleNamespace(LK_NBLCK=2, LK_UNLCK=0, locking=locking)
    monkeypatch.setitem(sys.modules, "msvcrt", calls)


@pytest.fixture
def windows(as_windows) -> ModuleType:
    """The module of the store's folder, loaded as Windows loads it."""
    assert posix_folder.__file__ is not None
    spec = importlib.util.spec_from_file_location("folder_on_windows", posix_folder.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_is_one_writer_there_too(windows, monkeypatch, tmp_path):
    monkeypatch.setattr(windows, "LOCK_PATIENCE", 0.05)
    folder = windows.StoreFolder(tmp_path / "store")
    folder.make()
    first, second = windows.WriteLock(folder), windows.WriteLock(folder)
    first.acquire()
    assert windows.is_locked(folder)
    with pytest.raises(StoreInUseError):
        second.acquire()
    first.release()
    first.release()
    assert not windows.is_locked(folder)
    second.acquire()
    assert windows.is_locked(folder)
    second.release()


def test_folders_are_made_without_what_windows_cannot_do(windows, monkeypatch, tmp_path):
    def refused(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refused)  # of a folder, that is what comes
    monkeypatch.setattr(os, "chmod", refused)
    folder = windows.StoreFolder(tmp_path / "a" / "store")
    folder.make()
    assert folder.backups.is_dir()
    assert folder.state() is windows.FolderState.EMPTY


def test_no_dump_is_asked_for_where_there_is_no_limit(as_windows, monkeypatch, tmp_path):
    monkeypatch.setattr(no_dumps, "_FILTER", tmp_path / "filter")
    monkeypatch.setitem(sys.modules, "resource", None)
    no_dumps.forbid()
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_goes_though_its_lock_is_open_meanwhile(as_windows, monkeypatch, tmp_path):
    real = shutil.rmtree

    def remove(path, **how):
        inside = [os.path.realpath(number) for number in Path("/proc/self/fd").iterdir()]
        if not any(name.startswith(str(path)) for name in inside):
            real(path, **how)

    left = tmp_path / f"{workplace.BACKUP}dead"
    left.mkdir()
    left.joinpath("packed").write_bytes(b"half")
    monkeypatch.setattr(shutil, "rmtree", remove)
    workplace.sweep(tmp_path, workplace.BACKUP)
    assert not left.exists()


def test_the_log_of_a_crash_is_read_under_its_own_name(home, tmp_path, request):
    """Files that are open keep their names there."""
    crashed = tmp_path / "crashed"
    with home.open() as store:
        store.apply(Change(Verb.IMPORT, adding(MIO)), now=at())
        shutil.copytree(home.folder.path, crashed)
    request.getfixturevalue("as_windows")
    before = prints(crashed)
    connection = connect(crashed / "store.db", home.vault.data_key.secret, Access.LOOK)
    try:
        assert connection.execute("SELECT count(*) FROM contact").fetchone() == (1,)
    finally:
        connection.close()
    after = prints(crashed)
    assert {n: after[n] for n in before if n != "store.db-shm"} == {
        n: before[n] for n in before if n != "store.db-shm"
    }
    assert after.keys() == before.keys()


def test_a_copy_is_read_back_where_memory_cannot_be_let_go(home, tmp_path, monkeypatch):
    monkeypatch.delattr(os, "posix_fadvise")
    with home.open():
        pass
    made = automatic(home.folder, home.vault.data_key, at())
    place, store = tmp_path / "stick", home.vault.data_key.store
    place.mkdir()
    second_place.prepare(home.folder, place, store)
    assert second_place.bring(home.folder, place, store)
    copy = second_place.room(place, store) / made.name
    assert copy.read_bytes() == made.read_bytes()


def test_which_disk_is_read_only_is_asked_only_where_it_can_be(home, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)

    def refused(_):
        raise OSError(errno.EROFS, "Read-only file system")

    assert why_not(StoreFolder(home.folder.path / "nowhere")) is None
    assert why_not(home.folder) is Why.FOLDER
    with monkeypatch.context() as worse:
        worse.setattr(os, "statvfs", refused)
        assert why_not(home.folder) is Why.VOLUME
    monkeypatch.delattr(os, "statvfs")
    assert why_not(home.folder) is Why.FOLDER

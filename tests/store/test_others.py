"""R62: no other user and no other computer keeps a start away, and neither makes two writers."""

import os
import shutil
import subprocess
import sys

import pytest

from app.cli.error_words import words_of
from app.store import elsewhere
from app.store import folder as folders
from app.store.errors import StoreInUseError, StoreReadOnlyError, StoreUnreadableError
from app.store.folder import WriteLock, is_locked
from app.store.still import Sitting
from app.store.store import open_still, open_store
from app.store.writable import Why, why_not
from tests.store.conftest import PASSPHRASE
from tests.store.test_surroundings import on

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="users and hosts of Linux")
SOMEBODY = 65_534
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only the superuser acts as somebody else"
)


# ------------------------------------------------------------------------------- another user


HELD_BY_ANOTHER = """
import fcntl, os, sys
os.setuid(int(sys.argv[2]))
lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, int(sys.argv[3], 8))
os.fchmod(lock, int(sys.argv[3], 8))
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holding(home):
    """Another user makes the lock before us, while the folder is open to all, and holds it."""
    started = []

    def begin(mode):
        home.folder.lock.unlink()
        home.folder.path.chmod(0o777)
        for above in home.folder.path.parents:
            if str(above).startswith("/tmp/") and len(above.parts) > 2:  # noqa: S108
                above.chmod(0o711)
        held = subprocess.Popen(
            [
                *(sys.executable, "-I", "-c", HELD_BY_ANOTHER),
                *(str(home.folder.lock), str(SOMEBODY), mode),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
        )
        started.append(held)
        assert held.stdout.readline() == "held\n"
        assert home.folder.lock.stat().st_uid == SOMEBODY

    yield begin
    for held in started:
        with held:
            held.stdin.close()


@AS_ROOT
@pytest.mark.parametrize("mode", ["666", "600", "444", "000"])
def test_a_lock_that_another_user_made_and_holds_keeps_nobody_away(home, holding, mode):
    holding(mode)
    assert not is_locked(home.folder)
    with open_store(home.folder, home.vault.data_key) as store:
        store.set_setting("quiet", "1")
        assert home.folder.lock.stat().st_uid == os.getuid()
        assert is_locked(home.folder)
        with pytest.raises(StoreInUseError):
            open_store(home.folder, home.vault.data_key)
    assert not is_locked(home.folder)


@AS_ROOT
def test_without_the_look_at_its_owner_it_would(home, holding, monkeypatch):
    """The sabotage twin."""
    holding("666")
    monkeypatch.setattr(folders, "is_foreign", lambda _: False)
    with pytest.raises(StoreInUseError):
        open_store(home.folder, home.vault.data_key)


OPEN = """
import sys
from pathlib import Path
from app.store.errors import StoreInUseError
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
folder = StoreFolder(Path(sys.argv[1]))
key = unlock(folder, passphrase=sys.argv[2])
sys.stdin.read()
try:
    store = open_store(folder, key)
except StoreInUseError:
    print("refused")
else:
    import time
    time.sleep(1.5)
    store.close()
    print("wrote")
"""


@AS_ROOT
def test_two_who_find_it_at_once_are_one_writer_all_the_same(home, holding):
    holding("600")
    command = [sys.executable, "-c", OPEN, str(home.folder.path), PASSPHRASE]
    both = [
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        for _ in range(2)
    ]
    for one in both:
        one.stdin.close()
    said = []
    for one in both:
        with one:
            said.append(one.stdout.read().strip())
    assert sorted(said) == ["refused", "wrote"]


@AS_ROOT
def test_a_share_that_gives_all_we_make_to_another_owner_keeps_its_lock(home, monkeypatch):
    """Whoever looks like another user there may be we ourselves, writing."""
    with home.open():
        monkeypatch.setattr(folders, "is_foreign", lambda _: True)
        with pytest.raises(StoreInUseError):
            open_store(home.folder, home.vault.data_key)


@AS_ROOT
def test_a_folder_in_its_place_is_told(home):
    home.folder.lock.unlink()
    home.folder.lock.mkdir()
    (home.folder.lock / "x").touch()
    os.chown(home.folder.lock, SOMEBODY, SOMEBODY)
    with pytest.raises(StoreUnreadableError):
        WriteLock(home.folder).acquire()


# --------------------------------------------------------------------------- another computer


ON_ANOTHER = """
import os, sys
from pathlib import Path
from app.store import surroundings
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
surroundings._MOUNTS = Path(sys.argv[3])
folder = StoreFolder(Path(sys.argv[1]))
store = open_store(folder, unlock(folder, passphrase=sys.argv[2]))
store.set_setting("quiet", "1")
if sys.argv[4] == "closes":
    store.close()
os._exit(0)  # as a kill, or as a lock that holds on one computer alone
"""


def elsewhere_host(home, tmp_path, how):
    """Another computer opens it on the same share: its name is its own, as it is in its kernel."""
    script = 'hostname mios-laptop && exec "$@"'
    done = subprocess.run(
        [
            *("unshare", "-Ur", "--uts", "sh", "-c", script, "sh"),
            *(sys.executable, "-c", ON_ANOTHER, str(home.folder.path), PASSPHRASE),
            *(str(tmp_path / "mountinfo"), how),
        ],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def namespaces():
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "-Ur", "--uts", "hostname", "x"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


OTHER_HOST = pytest.mark.skipif(not namespaces(), reason="needs a host name of its own")


@OTHER_HOST
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_another_computer_has_open_is_read_and_says_so(home, monkeypatch, tmp_path, language):
    on(monkeypatch, tmp_path, "nfs4", home.folder.path)
    elsewhere_host(home, tmp_path, "stays open")
    before = home.prints()
    with pytest.raises(StoreReadOnlyError) as caught:
        open_store(home.folder, home.vault.data_key)
    assert (caught.value.why, caught.value.by) == (Why.ELSEWHERE, "mios-laptop")
    said = words_of(caught.value, language)
    assert "mios-laptop" in said
    assert "“lock”" in said or "「lock」" in said
    assert home.prints() == before
    with open_still(home.folder, home.vault.data_key, Sitting(Why.ELSEWHERE)) as store:
        assert store.setting("quiet") == "1"
        assert store.touched_since(store.moment()) is None
    home.folder.lock.unlink()  # as it says
    with home.open() as store:
        store.set_setting("quiet", "0")


@OTHER_HOST
def test_what_another_computer_closed_is_open_to_all(home, monkeypatch, tmp_path):
    on(monkeypatch, tmp_path, "nfs4", home.folder.path)
    elsewhere_host(home, tmp_path, "closes")
    with home.open() as store:
        assert store.setting("quiet") == "1"
        assert b"computer" in home.folder.lock.read_bytes()
    assert home.folder.lock.read_bytes() == b""


@OTHER_HOST
def test_without_the_mark_there_would_be_two_writers(home, monkeypatch, tmp_path):
    """The sabotage twin."""
    on(monkeypatch, tmp_path, "nfs4", home.folder.path)
    elsewhere_host(home, tmp_path, "stays open")
    monkeypatch.setattr(elsewhere, "_said", lambda _: None)
    home.open().close()


def test_a_computer_knows_itself_after_a_kill_and_a_lock_of_nonsense(home, monkeypatch, tmp_path):
    on(monkeypatch, tmp_path, "nfs4", home.folder.path)
    with home.open():
        mark = home.folder.lock.read_bytes()
    for said in (mark, b"[]", b"{}", b"\xff", b'{"name": 1}'):
        home.folder.lock.write_bytes(said)
        home.open().close()
        assert home.folder.lock.read_bytes() == b""


def test_a_disk_of_this_computer_keeps_no_mark_and_heeds_none(home, monkeypatch, tmp_path):
    home.folder.lock.write_bytes(b'{"name": "x", "computer": "y"}')
    before = home.folder.lock.read_bytes()
    with home.open() as store:
        store.set_setting("quiet", "1")
    assert home.folder.lock.read_bytes() == before
    assert why_not(home.folder) is None


def test_a_computer_without_a_number_of_its_system_has_another(monkeypatch, tmp_path):
    with_it = elsewhere._here()
    monkeypatch.setattr(elsewhere, "_IDS", (tmp_path / "none",))
    name, mark = elsewhere._here()
    assert name == with_it[0]
    assert len(mark) == 32
    assert elsewhere._here() == (name, mark)

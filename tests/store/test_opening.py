"""Opening: refused without a trace (R7), only with a safe engine (R9), by one writer at a time
(R10, R62).
"""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import OperationalError

from app.domain.change import Change, Edit, Verb
from app.domain.dates import LeapDay
from app.store import engine, opening, schema
from app.store import folder as folders
from app.store import header as headers
from app.store.advice import Advice
from app.store.backup import make as make_backup
from app.store.check import check
from app.store.engine import Access, connect
from app.store.errors import (
    DatabaseDamagedError,
    DatabaseEmptyError,
    DatabaseMissingError,
    EngineUnsafeError,
    HeaderDamagedError,
    HeaderMissingError,
    KeyDoesNotFitError,
    NewerStoreError,
    NoPermissionError,
    NoStoreError,
    NotEncryptedError,
    NotOwnedError,
    OlderStoreError,
    OtherStoreError,
    StoreExistsError,
    StoreInUseError,
    StoreUnreadableError,
)
from app.store.folder import FolderState, StoreFolder, WriteLock, default_folder, is_locked
from app.store.store import create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault, unlock
from tests.store.conftest import CHEAP, MIO, PASSPHRASE, TARO, act, at, prints

ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def fill(home):
    with home.open() as store:
        edits = (Edit(None, TARO), Edit(None, MIO), Edit(None, act(TARO, note="京都")))
        store.apply(Change(Verb.IMPORT, edits), now=at())


# ---------------------------------------------------------------------- R7: failing leaves no trace


def truncate(home, size):
    with home.folder.db.open("r+b") as stream:
        stream.truncate(size)


def flip(home, place):
    data = bytearray(home.folder.db.read_bytes())
    data[place] ^= 1
    home.folder.db.write_bytes(bytes(data))


def raw(home, *statements):
    connection = connect(home.folder.db, home.vault.data_key.secret, Access.WRITE)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def rewrite_header(home, **changes):
    found = headers.read_headers(home.folder).copies[0].header
    headers.write_header(home.folder, replace(found, **changes), home.vault.data_key.secret)


def no_headers(home):
    home.folder.header.unlink()
    home.folder.header_copy.unlink()


def foreign_database(home):
    other = StoreFolder(home.folder.path.parent / "other")
    create_store(other, create_vault(other, "x", use_keyring=False, cost=CHEAP))
    shutil.copy(other.db, home.folder.db)


def plain_database(home):
    home.folder.db.write_bytes(b"SQLite format 3\x00" + bytes(4080))


def directory_in_place(home):
    home.folder.db.unlink()
    home.folder.db.mkdir()


FAILURES: dict[str, tuple[Any, Any]] = {
    "empty database": (lambda home: truncate(home, 0), DatabaseEmptyError),
    "missing database": (lambda home: home.folder.db.unlink(), DatabaseMissingError),
    "database cut in a page": (lambda home: truncate(home, 3000), DatabaseDamagedError),
    "database cut to a page": (lambda home: truncate(home, 4096), DatabaseDamagedError),
    "database cut short": (lambda home: truncate(home, 100), DatabaseDamagedError),
    "database cut to a byte": (lambda home: truncate(home, 1), DatabaseDamagedError),
    "first page changed": (lambda home: flip(home, 30), KeyDoesNotFitError),
    "salt changed": (lambda home: flip(home, 3), KeyDoesNotFitError),
    "another store's database": (foreign_database, KeyDoesNotFitError),
    "plain database": (plain_database, NotEncryptedError),
    "garbage": (lambda home: home.folder.db.write_bytes(os.urandom(9000)), KeyDoesNotFitError),
    "a folder in its place": (directory_in_place, (StoreUnreadableError, NoPermissionError)),
    "no header": (no_headers, HeaderMissingError),
    "newer tables": (
        lambda home: raw(home, "UPDATE alembic_version SET version_num = '0999'"),
        NewerStoreError,
    ),
    "newer tables, by the header": (
        lambda home: rewrite_header(home, schema="0999"),
        NewerStoreError,
    ),
    "another identity": (
        lambda home: raw(home, "UPDATE meta SET value = 'x' WHERE name = 'store'"),
        OtherStoreError,
    ),
    "no identity": (lambda home: raw(home, "DELETE FROM meta"), OtherStoreError),
    "a counter that is none": (
        lambda home: raw(home, "UPDATE meta SET value = 'x' WHERE name = 'counter'"),
        DatabaseDamagedError,
    ),
    "no store at all": (lambda home: shutil.rmtree(home.folder.path), NoStoreError),
}


@pytest.mark.parametrize("door", ["writer", "reader", "check"])
@pytest.mark.parametrize("failure", FAILURES)
def test_an_opening_that_fails_leaves_everything_as_it_was(home, failure, door):
    fill(home)
    spoil, error = FAILURES[failure]
    spoil(home)
    before = prints(home.folder.path)
    doors = {"writer": open_store, "reader": open_reader, "check": check}
    told = {"another identity", "no identity", "a counter that is none"}
    if door == "check" and (failure in told or failure.startswith("database cut")):
        assert not check(home.folder, home.vault.data_key).is_sound
    else:
        with pytest.raises(error):
            doors[door](home.folder, home.vault.data_key)
    assert prints(home.folder.path) == before


def test_another_key_is_refused_and_changes_nothing(home):
    fill(home)
    before = home.prints()
    stranger = DataKey(os.urandom(32), "other", "passphrase")
    impostor = DataKey(os.urandom(32), home.vault.data_key.store, "passphrase")
    for key, error in ((stranger, KeyDoesNotFitError), (impostor, HeaderDamagedError)):
        for door in (open_store, open_reader, check):
            with pytest.raises(error):
                door(home.folder, key)
    assert home.prints() == before


def test_the_start_failures_say_which_version_is_needed(home):
    rewrite_header(home, schema="0999")
    with pytest.raises(NewerStoreError) as caught:
        open_store(home.folder, home.vault.data_key)
    assert (caught.value.needed, caught.value.known) == ("0999", schema.VERSION)


def test_the_lock_is_free_after_a_failure(home):
    truncate(home, 0)
    with pytest.raises(DatabaseEmptyError):
        open_store(home.folder, home.vault.data_key)
    assert not is_locked(home.folder)


REFUSED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.domain.errors import ExpectedError
from app.store import backup
from app.store.drill import drill
from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import create_vault, unlock
place, said = Path(sys.argv[1]), sys.argv[2]
inside, locked, shut, file = (StoreFolder(place / n) for n in ("file", "folder", "in/it", "new"))
copy, readable = place / "b.enishi", StoreFolder(place / "readable")
for act in (
    lambda: open_reader(inside, unlock(inside, passphrase=said)),
    lambda: unlock(locked, passphrase=said),
    lambda: unlock(shut, passphrase=said),
    lambda: create_vault(shut, said, use_keyring=False),
    lambda: StoreFolder(place / "readable/new").make(),
    lambda: open_store(readable, unlock(readable, passphrase=said)),
    lambda: backup.restore(copy, file, now=datetime.now(UTC), passphrase=said),
    lambda: drill(inside, copy, passphrase=said),
):
    try:
        act()
    except ExpectedError as error:
        print(type(error).__name__, error.path.relative_to(place))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="modes and name spaces of Linux")
def test_without_permission(home, tmp_path):
    """Of the data, its folder, the folder above, a backup: each is told, and nothing is made."""
    fill(home)
    place = tmp_path / "places"
    for name in ("file", "folder", "in/it", "readable"):
        shutil.copytree(home.folder.path, place / name)
    make_backup(home.folder, home.vault.data_key, place / "b.enishi")
    modes = {name: (place / name).stat().st_mode for name in ("in", "folder", "readable")}
    for name in ("file/store.db", "folder", "in", "b.enishi"):
        (place / name).chmod(0)
    (place / "readable").chmod(0o500)
    # Modes bind the superuser only where they are none.
    under = ("unshare", "-U") if ROOT else ()
    try:
        done = subprocess.run(
            [*under, sys.executable, "-c", REFUSED, str(place), PASSPHRASE],
            cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        for name, mode in modes.items():
            (place / name).chmod(mode)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "NoPermissionError file/store.db",
        "NoPermissionError folder",
        "NoPermissionError in/it",
        "NoPermissionError in/it",
        "NoPermissionError readable/new",
        "StoreReadOnlyError readable",
        "NoPermissionError b.enishi",
        "NoPermissionError b.enishi",
    ]
    assert not (place / "new").exists()


def test_permission_as_the_system_words_it(home, monkeypatch):
    def refuse(*args, **rest):
        raise PermissionError(13, "Permission denied")

    for way, question in (
        ("stat", lambda: engine.check_file(home.folder.db)),
        ("open", lambda: headers.read_headers(home.folder)),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(Path, way, refuse)
            with pytest.raises(NoPermissionError):
                question()


def test_an_unreadable_disk_as_the_system_words_it(home, monkeypatch):
    def fail(*args, **rest):
        raise OSError(5, "Input/output error")

    for way, question in (
        ("stat", lambda: engine.check_file(home.folder.db)),
        ("open", lambda: headers.read_headers(home.folder)),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(Path, way, fail)
            with pytest.raises(StoreUnreadableError) as caught:
                question()
        assert caught.value.reason == "Input/output error"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("database or disk is full", "DiskFullError"),
        ("attempt to write a readonly database", "NoPermissionError"),
        ("disk I/O error", "StoreUnreadableError"),
        ("database is locked", "StoreUnreadableError"),
        ("something new", "StoreUnreadableError"),
    ],
)
def test_the_engines_words_become_errors(words, error):
    found = engine.translated(Path("x"), sqlcipher.OperationalError(words))
    assert type(found).__name__ == error


# ----------------------------------------------------------------------------- making a store


def test_a_store_is_not_made_over_a_part_of_one(home):
    for gone in (None, home.folder.db, home.folder.header):
        if gone is not None:
            gone.unlink()
        before = home.prints()
        with pytest.raises(StoreExistsError):
            create_vault(home.folder, "x", use_keyring=False, cost=CHEAP)
        with pytest.raises(StoreExistsError):
            create_store(home.folder, home.vault)
        assert home.prints() == before
    home.folder.header_copy.unlink()
    assert home.folder.state() is FolderState.EMPTY


def test_a_backup_alone_is_a_store_to_be_restored(tmp_path):
    folder = StoreFolder(tmp_path)
    folder.backups.mkdir()
    assert folder.state() is FolderState.EMPTY
    (folder.backups / "x.enishi").write_bytes(b"")
    assert folder.state() is FolderState.DAMAGED


@pytest.mark.parametrize("step", ["header copy", "header", "rename"])
def test_a_making_that_was_interrupted_can_be_begun_anew(tmp_path, monkeypatch, step):
    folder = StoreFolder(tmp_path / "store")
    vault = create_vault(folder, "x", use_keyring=False, cost=CHEAP)

    def interrupt(source, target):
        raise KeyboardInterrupt

    replaced = os.replace

    def replace_all_but(source, target):
        if {"header copy": "vault.copy.json", "header": "vault.json"}[step] == Path(target).name:
            raise KeyboardInterrupt
        replaced(source, target)

    if step == "rename":
        monkeypatch.setattr(Path, "rename", interrupt)
    else:
        monkeypatch.setattr(folders, "replace_file", replace_all_but)
    with pytest.raises(KeyboardInterrupt):
        create_store(folder, vault)
    monkeypatch.undo()
    assert folder.state() is FolderState.UNFINISHED
    with pytest.raises(NoStoreError):
        unlock(folder, passphrase="x")
    again = create_vault(folder, "y", use_keyring=False, cost=CHEAP)
    create_store(folder, again)
    with open_store(folder, unlock(folder, passphrase="y")) as store:
        assert store.advice == ()
    assert not folder.db_unfinished.exists()


def test_other_files_in_the_folder_are_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    folder = StoreFolder(tmp_path)
    create_store(folder, create_vault(folder, "x", use_keyring=False, cost=CHEAP))
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_only_the_owner_can_look(home):
    fill(home)
    store = home.open()
    store.set_setting("quiet", "1")
    modes = {oct(p.stat().st_mode & 0o777) for p in home.folder.path.rglob("*") if p.is_file()}
    assert modes == {"0o600"}
    assert {p.name for p in home.folder.path.iterdir()} >= {"store.db-wal", "store.db-shm"}
    for path in (home.folder.path, home.folder.backups):
        assert oct(path.stat().st_mode & 0o777) == "0o700"


def test_owner_only_even_in_a_folder_that_was_open(tmp_path):
    path = tmp_path / "open"
    path.mkdir(mode=0o755)
    folder = StoreFolder(path)
    create_store(folder, create_vault(folder, "x", use_keyring=False, cost=CHEAP))
    assert oct(path.stat().st_mode & 0o777) == "0o700"


def test_another_users_folder_is_refused(home, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    before = home.prints()
    for door in (open_store, open_reader):
        with pytest.raises(NotOwnedError):
            door(home.folder, home.vault.data_key)
    assert home.prints() == before


def test_the_default_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("ENISHI_STORE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("ENISHI_STORE")
    monkeypatch.setenv("HOME", "/home/mio")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_folder() == Path("/data/enishi")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert default_folder() == Path("/home/mio/.local/share/enishi")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_folder() == Path("/home/mio/Library/Application Support/Enishi")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert default_folder() == Path("/local/Enishi")


# ------------------------------------------------------------------------------- R9: the engine


def driver(options=("HAS_CODEC", "TEMP_STORE=2"), version=(3, 51, 3), cipher="4.19.0"):
    """A driver that is what it says."""
    answers = {
        "PRAGMA compile_options": [(o,) for o in options],
        "PRAGMA cipher_version": [(cipher,)] if cipher else [],
    }

    class Answer(list):
        def fetchone(self):
            return self[0] if self else None

    def connect(*args, **rest):
        return SimpleNamespace(execute=lambda s: Answer(answers[s]), close=lambda: None)

    return SimpleNamespace(sqlite_version_info=version, connect=connect)


def standard_driver():
    import sqlite3

    return SimpleNamespace(sqlite_version_info=(3, 99, 0), connect=sqlite3.connect)


UNSAFE = {
    "the standard driver": (standard_driver, "codec"),
    "no codec": (lambda: driver(options=("TEMP_STORE=2",)), "codec"),
    "no cipher version": (lambda: driver(cipher=""), "codec"),
    "an old engine": (lambda: driver(version=(3, 51, 2)), "sqlite"),
    "temporary files, 0": (lambda: driver(options=("HAS_CODEC", "TEMP_STORE=0")), "temp_store"),
    "temporary files, 1": (lambda: driver(options=("HAS_CODEC", "TEMP_STORE=1")), "temp_store"),
}


@pytest.mark.parametrize("which", UNSAFE)
def test_an_unsafe_engine_is_refused_before_a_byte_is_written(which, tmp_path):
    make, lack = UNSAFE[which]
    with pytest.raises(EngineUnsafeError) as caught:
        connect(tmp_path / "store.db", os.urandom(32), Access.MAKE, make())
    assert caught.value.lack == lack
    assert list(tmp_path.iterdir()) == []


def test_a_safe_engine_passes():
    engine.check_driver()
    engine.check_driver(driver())


def test_without_the_guard_the_standard_driver_would_write_plain_text(tmp_path, monkeypatch):
    """The sabotage twin: what the guard is there for does happen without it."""
    monkeypatch.setattr(engine, "check_driver", lambda driver: None)
    plain = standard_driver()
    import sqlite3

    plain.Error = sqlite3.Error
    connection = connect(tmp_path / "store.db", os.urandom(32), Access.MAKE, plain)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert (tmp_path / "store.db").read_bytes().startswith(b"SQLite format 3\x00")


def test_without_the_guard_an_empty_file_would_look_like_an_empty_store(home, monkeypatch):
    """The other twin: SQLCipher opens a file of no bytes with any key."""
    truncate(home, 0)
    monkeypatch.setattr(engine, "check_file", lambda path: None)
    connection = connect(home.folder.db, os.urandom(32), Access.READ)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


HELD = """
import fcntl, sys
with open(sys.argv[1], "r+b") as stream:
    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except OSError:
        sys.exit(7)
"""
"""Whether another process finds SQLite's shared lock: its bytes, as the file format says (2.1)."""


@pytest.mark.skipif(sys.platform == "win32", reason="locks of Windows end with their own handle")
@pytest.mark.parametrize("broken", [False, True])
def test_another_connection_of_this_process_takes_no_lock_away(home, broken):
    fill(home)
    key = home.vault.data_key
    with open_store(home.folder, key) as store, open_reader(home.folder, key):
        with store.copying(at()) as copied:
            copied()
        if broken:  # the twin: what must never be done to an open database
            home.folder.db.open("rb").close()
        found = subprocess.run(
            [sys.executable, "-c", HELD, str(home.folder.db)], timeout=60, check=False
        )
    assert found.returncode == (0 if broken else 7)


def test_the_program_never_imports_the_standard_driver():
    for path in Path("app").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "import sqlite3" not in text, path
        assert "QtSql" not in text, path


def test_the_file_is_encrypted_and_durable(home):
    fill(home)
    assert not home.folder.db.read_bytes().startswith(b"SQLite format 3\x00")
    with home.open()._question() as c:
        values = {
            name: c.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


# ---------------------------------------------------------------------- R10, R62: one writer


HOLDER = """
import sys
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from pathlib import Path
folder = StoreFolder(Path(sys.argv[1]))
store = open_store(folder, unlock(folder, passphrase=sys.argv[2]))
store.set_setting("quiet", "1")
print("held", flush=True)
sys.stdin.read()
store.close()
"""


@pytest.fixture
def holder(home):
    fill(home)
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(home.folder.path), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.stdin.close()
    process.stdout.close()
    if process.poll() is None:
        process.kill()
    process.wait()


def test_a_second_process_may_read_but_not_write(home, holder):
    before = home.names()
    assert is_locked(home.folder)
    with pytest.raises(StoreInUseError):
        open_store(home.folder, home.vault.data_key)
    with open_reader(home.folder, home.vault.data_key) as reader:
        assert reader.contact(TARO.id) == TARO
    assert check(home.folder, home.vault.data_key).is_sound
    assert home.names() == before


IN_THE_MIDDLE = """
import sys
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from pathlib import Path
folder = StoreFolder(Path(sys.argv[1]))
with open_store(folder, unlock(folder, passphrase=sys.argv[2])) as store:
    print("open", flush=True)
    sys.stdin.readline()
    with store._writing() as c:
        c.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('quiet', '1')")
        print("held", flush=True)
        sys.stdin.read()
"""


def test_without_the_lock_a_second_writer_gets_in_and_each_transaction_stays_whole(
    home, monkeypatch
):
    """The sabotage twin of R10: the lock alone keeps a second writer out. The last guard, the
    engine's own lock around each transaction, still keeps the two from writing at once.
    """
    fill(home)
    monkeypatch.setattr(engine, "_BUSY_MILLISECONDS", 50)
    first = subprocess.Popen(
        [sys.executable, "-c", IN_THE_MIDDLE, str(home.folder.path), PASSPHRASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    with first:
        assert first.stdout.readline() == "open\n"
        with pytest.raises(StoreInUseError):
            open_store(home.folder, home.vault.data_key)
        with monkeypatch.context() as broken:
            broken.setattr(WriteLock, "_wait_for", lambda *_: None)
            second = home.open()
        first.stdin.write("\n")
        first.stdin.flush()
        assert first.stdout.readline() == "held\n"
        with pytest.raises(StoreUnreadableError):
            second.set_setting("daily_number", "7")
        first.stdin.close()
        assert first.wait(60) == 0
    second.set_setting("daily_number", "7")
    second.close()
    with home.open() as store:
        assert (store.setting("quiet"), store.setting("daily_number")) == ("1", "7")
    assert check(home.folder, home.vault.data_key).is_sound


FORKED = """
import os, sys
from app.store.errors import StoreInUseError
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from pathlib import Path
folder = StoreFolder(Path(sys.argv[1]))
key = unlock(folder, passphrase=sys.argv[2])
store = open_store(folder, key)
read, write = os.pipe()
child = os.fork()
if not child:
    try:
        open_store(folder, key)
    except StoreInUseError:
        os.write(write, b"refused")
    os.close(write)
    sys.stdin.read()  # lives on with all that it was born with
    os._exit(0)
os.close(write)
print(os.read(read, 99).decode(), flush=True)
store.close()
open_store(folder, key).close()
print("free", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked there")
def test_a_forked_child_is_no_second_writer_and_keeps_no_lock(home):
    """R10. Nothing in the program forks without another program in the child (test_rules)."""
    fill(home)
    forked = subprocess.Popen(
        [sys.executable, "-c", FORKED, str(home.folder.path), PASSPHRASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    with forked:
        assert forked.stdout.readline() == "refused\n"
        assert forked.stdout.readline() == "free\n"
        forked.stdin.close()  # the child ends
        assert forked.wait(60) == 0


def test_the_lock_of_a_killed_process_is_free_at_once(home, holder):
    holder.kill()
    holder.wait()
    with open_store(home.folder, home.vault.data_key) as store:
        assert store.advice == (Advice.RECOVERED,)
        assert store.setting("quiet") == "1"
    with open_store(home.folder, home.vault.data_key) as store:
        assert store.advice == ()


def test_after_a_crash_readers_change_nothing_and_check_is_content(home, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert home.folder.wal.stat().st_size > 0
    before = home.prints()
    with open_reader(home.folder, home.vault.data_key) as reader:
        assert reader.setting("quiet") == "1"
        assert len(reader.people().ids) == 2
    report = check(home.folder, home.vault.data_key)
    assert report.is_sound
    assert report.advice == (Advice.RECOVERED,)
    assert home.prints() == before


def test_two_in_one_process_are_two(home):
    store = home.open()
    with pytest.raises(StoreInUseError):
        open_store(home.folder, home.vault.data_key)
    store.close()
    store.close()
    open_store(home.folder, home.vault.data_key).close()


def test_a_child_does_not_inherit_the_lock(home):
    store = home.open()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    store.close()
    assert not is_locked(home.folder)
    child.communicate(b"\n")


def test_a_lock_file_that_may_not_be_opened(home, monkeypatch):
    def refuse(*args):
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NoPermissionError):
        WriteLock(home.folder).acquire()
    assert not is_locked(home.folder)


def test_writer_and_reader_side_by_side(home):
    fill(home)
    writer = home.open()
    with open_reader(home.folder, home.vault.data_key) as reader:
        assert reader.contact(MIO.id) == MIO
        writer.apply(Change(Verb.EDIT_CONTACT, (Edit(MIO, replace(MIO, note="n")),)), now=at())
        assert reader.contact(MIO.id).note == "n"


# ------------------------------------------------------------------------- reading changes nothing


def test_reading_changes_no_byte(home):
    fill(home)
    before = home.prints()
    with open_reader(home.folder, home.vault.data_key) as reader:
        reader.search("山", "ja")
        reader.people()
        reader.person_rows([TARO.id], at().today, "en")
        reader.asking(at().today, LeapDay.AFTER)
        reader.last_change()
    assert check(home.folder, home.vault.data_key).is_sound
    assert home.prints() == before


def test_a_reader_cannot_write(home):
    fill(home)
    with (
        open_reader(home.folder, home.vault.data_key) as reader,
        reader._question() as c,
        pytest.raises(Exception, match="readonly"),
    ):
        c.exec_driver_sql("DELETE FROM contact")


def test_a_session_that_wrote_nothing_changes_no_byte(home):
    fill(home)
    before = home.prints()
    with home.open() as store:
        store.people()
    assert home.prints() == before


# ------------------------------------------------------------------------------ R8: what is odd


def counters(home):
    header = headers.read_headers(home.folder).copies[0].header
    connection = connect(home.folder.db, home.vault.data_key.secret, Access.READ)
    (counter,) = connection.execute("SELECT value FROM meta WHERE name = 'counter'").fetchone()
    connection.close()
    return header.counter, int(counter), header.is_open


def test_each_session_that_wrote_is_counted_once(home):
    assert counters(home) == (0, 0, False)
    fill(home)
    assert counters(home) == (1, 1, False)
    with home.open() as store:
        store.set_setting("quiet", "1")
        store.set_setting("quiet", "0")
    assert counters(home) == (2, 2, False)


def test_an_older_database_put_in_place_is_noticed(home):
    fill(home)
    old = home.folder.db.read_bytes()
    with home.open() as store:
        store.set_setting("quiet", "1")
    home.folder.db.write_bytes(old)
    report = check(home.folder, home.vault.data_key)
    assert report.advice == (Advice.OLDER_DATABASE,)
    assert not report.is_sound
    with home.open() as store:
        assert store.advice == (Advice.OLDER_DATABASE,)


def test_an_older_header_put_in_place_is_noticed(home):
    old = home.folder.header.read_bytes()
    fill(home)
    home.folder.header.write_bytes(old)
    home.folder.header_copy.write_bytes(old)
    assert check(home.folder, home.vault.data_key).advice == (Advice.OLDER_HEADER,)


def test_a_lost_log_is_noticed(home, holder):
    holder.kill()
    holder.wait()
    home.folder.wal.unlink()
    report = check(home.folder, home.vault.data_key)
    assert report.advice == (Advice.LOG_LOST,)
    assert report.is_at_risk


# ------------------------------------------------------------------------------- migrations

CURRENT = schema.VERSION
NEXT = f"{int(CURRENT) + 1:04d}"


def test_the_migrations_make_the_tables_of_the_newest_version(home, tmp_path):
    from sqlalchemy import Connection

    from app.store.engine import make_engine
    from app.store.migrations.steps import upgrade

    def shapes(c: Connection):
        rows = c.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return {(t, n, table, " ".join((sql or "").split())) for t, n, table, sql in rows}

    made = make_engine(tmp_path / "migrated.db", bytes(32), Access.MAKE)
    with made.begin() as c:
        upgrade(c, None, schema.VERSION)
    with made.connect() as c, home.open()._question() as current:
        assert shapes(c) == shapes(current)
        assert opening.schema_version(c, home.folder) == schema.VERSION
    made.dispose()


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """The next version as a later Enishi would bring it."""
    from app.store.migrations import steps

    copy = tmp_path / "migrations"
    shutil.copytree(Path(steps.__file__).parent, copy)
    step = copy / "versions" / f"{NEXT}_next.py"
    step.write_text(
        f"from alembic import op\nrevision = {NEXT!r}\ndown_revision = {schema.VERSION!r}\n\n"
        "def upgrade():\n    op.execute('CREATE TABLE later (x)')\n    {fail}\n".replace(
            "{fail}", "pass"
        )
    )
    monkeypatch.setattr(steps, "__file__", str(copy / "steps.py"))
    monkeypatch.setattr(schema, "VERSION", NEXT)
    return step


def test_an_older_store_is_brought_up_to_date_after_a_proven_copy(home, next_version):
    fill_before = home.folder.path
    schema_before = headers.read_headers(home.folder).copies[0].header.schema
    assert schema_before == CURRENT
    with pytest.raises(OlderStoreError):
        open_reader(home.folder, home.vault.data_key)
    with home.open() as store, store._question() as c:
        assert opening.schema_version(c, home.folder) == NEXT
        assert c.exec_driver_sql("SELECT count(*) FROM later").scalar() == 0
    assert headers.read_headers(home.folder).copies[0].header.schema == NEXT
    (copy,) = (fill_before / "backups").iterdir()
    assert copy.name.startswith(f"before-{NEXT}-")
    with home.open() as store:
        assert store.advice == ()


def test_a_migration_that_fails_leaves_the_old_version_whole(home, next_version):
    next_version.write_text(next_version.read_text().replace("pass", "op.execute('nonsense')"))
    before = home.folder.db.read_bytes()
    with pytest.raises(Exception, match="nonsense"):
        home.open()
    assert home.folder.db.read_bytes() == before
    assert headers.read_headers(home.folder).copies[0].header.schema == CURRENT
    assert not is_locked(home.folder)


def test_alembic_is_not_imported_for_a_store_that_is_up_to_date(home):
    code = (
        "import sys\nfrom pathlib import Path\nfrom app.store.folder import StoreFolder\n"
        "from app.store.store import open_store\nfrom app.store.vault import unlock\n"
        "f = StoreFolder(Path(sys.argv[1]))\n"
        "open_store(f, unlock(f, passphrase=sys.argv[2])).close()\n"
        "assert not {'alembic', 'keyring'} & set(sys.modules), 'too early'\n"
    )
    subprocess.run([sys.executable, "-c", code, str(home.folder.path), PASSPHRASE], check=True)


def test_a_crash_between_log_and_index_is_read_all_the_same(home, holder):
    """The index over the log is behind the log: SQLite must make it anew, but not in the folder."""
    holder.kill()
    holder.wait()
    index = home.folder.path / "store.db-shm"
    index.write_bytes(bytes(136) + index.read_bytes()[136:])
    before = home.prints()
    with open_reader(home.folder, home.vault.data_key) as reader:
        assert reader.setting("quiet") == "1"
    assert check(home.folder, home.vault.data_key).advice == (Advice.RECOVERED,)
    assert home.prints() == before


def test_a_file_system_without_second_names_gets_a_copy(home, holder, monkeypatch):
    holder.kill()
    holder.wait()

    def refuse(self, target):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    before = home.prints()
    with open_reader(home.folder, home.vault.data_key) as reader:
        assert reader.setting("quiet") == "1"
    assert home.prints() == before

    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(StoreUnreadableError) as caught:
        open_reader(home.folder, home.vault.data_key)
    assert caught.value.reason == "No space left on device"
    assert home.prints() == before


def test_a_folder_below_a_file_is_said_and_not_made(home, tmp_path):
    folder = StoreFolder(home.folder.db / "store")
    before = home.prints()
    for question in (
        lambda: unlock(folder, passphrase=PASSPHRASE),
        lambda: create_vault(folder, PASSPHRASE, use_keyring=False, cost=CHEAP),
    ):
        with pytest.raises(StoreUnreadableError):
            question()
    assert home.prints() == before


def test_a_database_that_went_between_two_looks_is_missing(home):
    home.folder.db.unlink()
    with pytest.raises(DatabaseMissingError):
        connect(home.folder.db, home.vault.data_key.secret, Access.READ)
    assert not home.folder.db.exists()
    assert not engine._is_plain(home.folder.db)


def test_a_text_of_ours_that_is_no_json_is_no_damage(home):
    with home.open() as store, pytest.raises(OperationalError), store._question() as c:
        c.exec_driver_sql("SELECT json('x')").all()

"""Network and copied folders are told of, and what lies beside is never opened by itself (R14)."""

import json

import pytest

from app.cli import command
from app.store import engine, surroundings
from app.store.store import open_reader
from tests.store.conftest import PASSPHRASE, prints

KINDS = ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "davfs"]
LAYOUTS = {
    "Dropbox (Personal)/enishi": "Dropbox",
    "OneDrive - Minato/Apps/enishi": "OneDrive",
    "Library/Mobile Documents/com~apple~CloudDocs/enishi": "iCloud Drive",
    "Library/CloudStorage/GoogleDrive-me@example.com/My Drive/enishi": "Google Drive",
    "Nextcloud/enishi": "Nextcloud",
    "Sync/enishi": "Syncthing",
}
CONFLICTS = [
    "store (conflicted copy 2026-11-28).db",
    "store (Mio's conflicted copy 2026-11-28).db",
    "store.sync-conflict-20261128-010203-ABCDEFG.db",
    "store-MIOS-LAPTOP.db",
    "store (1).db",
    "vault (conflicted copy 2026-11-28 010203).json",
]


def on(monkeypatch, tmp_path, kind, place):
    mounts = tmp_path / "mountinfo"
    odd = str(place).replace(" ", "\\040")
    mounts.write_text(
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        f"40 22 0:40 / {odd} rw,relatime shared:1 - {kind} server:/share rw\n"
        "broken\n"
    )
    monkeypatch.setattr(surroundings, "_MOUNTS", mounts)


@pytest.mark.parametrize("kind", KINDS)
def test_a_network_is_recognised(monkeypatch, tmp_path, kind):
    place = tmp_path / "on the net"
    on(monkeypatch, tmp_path, kind, place)
    assert surroundings.network(place / "enishi") == kind
    assert surroundings.network(place) == kind
    assert surroundings.network(tmp_path / "on the network") == ""


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "fuse.ntfs-3g", "overlay", "tmpfs"])
def test_a_disk_is_none(monkeypatch, tmp_path, kind):
    on(monkeypatch, tmp_path, kind, tmp_path)
    assert surroundings.network(tmp_path / "enishi") == ""


def test_a_system_that_does_not_tell_is_taken_for_a_disk(monkeypatch, tmp_path):
    monkeypatch.setattr(surroundings, "_MOUNTS", tmp_path / "none")
    assert surroundings.network(tmp_path) == ""


def test_windows_says_it_by_drive_and_share(monkeypatch):
    import ctypes
    from pathlib import PureWindowsPath
    from types import SimpleNamespace

    kernel = SimpleNamespace(GetDriveTypeW=lambda root: 4 if root == "Z:\\" else 3)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    for text, kind in (("Z:\\e", "smb3"), ("C:\\e", ""), ("\\\\server\\share\\e", "smb3")):
        assert surroundings._kind_on_windows(PureWindowsPath(text)) == kind


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_copied_folder_is_recognised(tmp_path, layout):
    assert surroundings.service(tmp_path / layout) == LAYOUTS[layout]
    assert surroundings.service(tmp_path / "enishi") == ""


@pytest.mark.parametrize("mark", surroundings._MARKS)
def test_a_copied_folder_of_any_name_is_known_by_its_mark(tmp_path, mark):
    (tmp_path / mark).touch()
    assert surroundings.service(tmp_path / "mine" / "enishi") == surroundings._MARKS[mark]


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_copy_beside_is_reported_and_left_alone(home, capsys, name):
    with home.open() as store:
        store.set_setting("quiet", "1")
    other = home.folder.path / name
    other.write_bytes(b"another version")
    before = prints(home.folder.path)
    assert surroundings.conflicts(home.folder.path) == (name,)
    said = checked(home, capsys)
    assert said["advice"] == ["conflict_copy"]
    assert said["sound"]
    with open_reader(home.folder, home.vault.data_key) as reader:
        assert reader.setting("quiet") == "1"
    assert prints(home.folder.path) == before


def test_our_own_files_are_no_conflict(home):
    with home.open() as store:
        store.set_setting("quiet", "1")
        assert surroundings.conflicts(home.folder.path) == ()
    for name in ("store.db.new", "vault.json.new", "store.db-journal", "window.json", "notes.txt"):
        (home.folder.path / name).touch()
    assert surroundings.conflicts(home.folder.path) == ()
    assert surroundings.conflicts(home.folder.path / "none") == ()


def checked(home, capsys, *, words=False):
    file = home.folder.path.with_name("pass")
    file.write_text(PASSPHRASE + "\n", "utf-8")
    how = [] if words else ["--json"]
    argv = ["--store", str(home.folder.path), "--passphrase-file", str(file), "check", *how]
    assert command.run(argv) == 0
    said = capsys.readouterr()
    return said.err if words else json.loads(said.out)


@pytest.mark.parametrize("language", ["C.UTF-8", "ja_JP.UTF-8"])
def test_it_is_said_with_what_to_do(home, capsys, monkeypatch, tmp_path, language):
    monkeypatch.setenv("LANG", language)
    on(monkeypatch, tmp_path, "nfs4", home.folder.path)
    (home.folder.path / ".stfolder").mkdir()
    assert checked(home, capsys)["advice"] == ["network", "synced"]
    said = checked(home, capsys, words=True)
    assert len(said.splitlines()) == 2
    assert said.count("The window moves it") == (2 if language == "C.UTF-8" else 0)
    assert said.count("写しだけを今の場所に置けます") == (0 if language == "C.UTF-8" else 2)


def journal(home):
    with home.open() as store, store._question() as c:
        return c.exec_driver_sql("PRAGMA journal_mode").scalar_one()


@pytest.mark.parametrize("kind", KINDS)
def test_no_log_beside_the_database_on_a_network(make_home, monkeypatch, tmp_path, kind):
    """A store that is moved there and back."""
    home = make_home("store")
    assert journal(home) == "wal"
    on(monkeypatch, tmp_path, kind, tmp_path)
    assert journal(home) == "delete"
    with home.open() as store:
        store.set_setting("quiet", "1")
        with open_reader(home.folder, home.vault.data_key) as reader:
            assert reader.setting("quiet") == "1"
        assert not home.folder.wal.exists()
    assert journal(make_home("made there")) == "delete"
    on(monkeypatch, tmp_path, "ext4", tmp_path)
    assert journal(home) == "wal"


def test_what_another_has_open_keeps_its_log(make_home, monkeypatch, tmp_path):
    home = make_home("store")
    monkeypatch.setattr(engine, "_BUSY_MILLISECONDS", 10)
    with open_reader(home.folder, home.vault.data_key) as reader:
        on(monkeypatch, tmp_path, "nfs", tmp_path)
        reader.people()
        assert journal(home) == "wal"


def test_without_the_guard_there_would_be_a_log(make_home, monkeypatch, tmp_path):
    """The sabotage twin."""
    monkeypatch.setattr(engine, "network", lambda path: "")
    with pytest.raises(AssertionError):
        test_no_log_beside_the_database_on_a_network(make_home, monkeypatch, tmp_path, "nfs")

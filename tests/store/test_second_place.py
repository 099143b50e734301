"""The second place for backups: filled, thinned, absent, full, read-only; nobody else's files."""

import hashlib
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.change import Change, Verb
from app.store import backup, second_place
from app.store.backup import dated
from app.store.check import check
from app.store.errors import BackupStoppedError, SecondPlaceError, Trouble
from app.store.folder import StoreFolder
from app.store.second_place import bring, prepare, room
from tests.store.conftest import MIO, PASSPHRASE, TARO, TODAY, adding, at
from tests.store.test_full_disk import NoRoom

ROOT = Path(__file__).resolve().parents[2]


class Kept:
    """A store with people, and a place that was chosen for it."""

    def __init__(self, home, place):
        self.home, self.folder, self.place = home, home.folder, place
        with home.open() as store:
            store.apply(Change(Verb.IMPORT, adding(TARO, MIO)), now=at())
            self.id = store.store_id()
        place.mkdir()
        prepare(self.folder, place, self.id)
        self.room = room(place, self.id)

    def backup(self, day=TODAY):
        return backup.automatic(self.folder, self.home.vault.data_key, at(day))

    def bring(self, stopped=None):
        return bring(self.folder, self.place, self.id, stopped)

    def names(self):
        return sorted(p.name for p in self.room.iterdir())

    def here(self):
        return sorted(p.name for p in self.folder.backups.iterdir())


@pytest.fixture
def kept(home, tmp_path):
    return Kept(home, tmp_path / "stick")


def trouble(kept):
    with pytest.raises(SecondPlaceError) as caught:
        kept.bring()
    return caught.value.trouble


def test_a_copy_is_the_backup_byte_by_byte_and_opens(kept, tmp_path):
    made = kept.backup()
    assert kept.bring()
    copy = kept.room / made.name
    assert copy.read_bytes() == made.read_bytes()
    folder = StoreFolder(tmp_path / "elsewhere")
    key = backup.restore(copy, folder, now=at().instant, passphrase=PASSPHRASE)
    assert check(folder, key).is_sound


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_the_copies_are_their_owners_alone(kept):
    made = kept.backup()
    kept.bring()
    assert oct(kept.room.stat().st_mode & 0o777) == "0o700"
    assert oct((kept.room / made.name).stat().st_mode & 0o777) == "0o600"


def test_without_a_backup_there_is_nothing_to_bring(kept):
    assert not kept.bring()
    assert kept.names() == []


def test_what_is_there_is_not_written_again(kept):
    made = kept.backup()
    kept.bring()
    before = (kept.room / made.name).stat().st_ino
    kept.bring()
    assert (kept.room / made.name).stat().st_ino == before


def test_a_stick_that_was_away_gets_what_it_missed_and_is_thinned_by_the_same_rule(kept):
    for days in range(0, 40, 2):
        kept.backup(TODAY + timedelta(days))
        if days in {0, 30, 38}:
            kept.bring()
    assert set(kept.here()) <= set(kept.names())
    assert len(kept.names()) < 20
    again = kept.names()
    kept.bring()
    assert kept.names() == again


def test_thinned_without_a_pause_both_hold_the_same(kept):
    for days in range(0, 60, 3):
        kept.backup(TODAY + timedelta(days))
        kept.bring()
    assert kept.names() == kept.here()


def test_files_of_others_are_never_touched(kept, tmp_path):
    others = {
        kept.place / "20200101-000000.enishi": b"beside the room",
        kept.room / "my own.enishi": b"mine",
        kept.room / "notes.txt": b"words",
        kept.room / ".enishi-not-a-folder": b"a file",
        kept.room / "20201301-000000.enishi": b"no such month",
    }
    for path, content in others.items():
        path.write_bytes(content)
    link = kept.room / "20200102-000000.enishi"
    target = tmp_path / "target"
    target.write_bytes(b"somewhere else")
    link.symlink_to(target)
    for days in range(0, 40, 2):
        kept.backup(TODAY + timedelta(days))
        kept.bring()
    assert {path: path.read_bytes() for path in others} == others
    assert target.read_bytes() == b"somewhere else"


def test_two_stores_share_a_place_and_thin_their_own(kept, make_home):
    other = Kept.__new__(Kept)
    other.home = make_home("other")
    other.folder, other.place = other.home.folder, kept.place
    with other.home.open() as store:
        other.id = store.store_id()
    prepare(other.folder, other.place, other.id)
    other.room = room(other.place, other.id)
    other.backup(TODAY - timedelta(700))
    other.bring()
    for days in range(30):
        kept.backup(TODAY + timedelta(days))
        kept.bring()
    assert len(other.names()) == 1


def test_a_place_that_is_gone_is_said_and_made_by_nobody(kept):
    kept.backup()
    kept.bring()
    away = kept.place.with_name("pulled out")
    kept.place.rename(away)
    assert trouble(kept) is Trouble.ABSENT
    kept.place.mkdir()  # the mount point without its stick
    assert trouble(kept) is Trouble.ABSENT
    assert list(kept.place.iterdir()) == []
    kept.place.rmdir()
    away.rename(kept.place)
    later = kept.backup(TODAY + timedelta(1))
    kept.bring()
    assert later.name in kept.names()


def test_without_its_room_as_a_mark_the_mount_point_would_be_filled(kept, monkeypatch):
    """The sabotage twin."""
    monkeypatch.setattr(second_place, "room", lambda place, _store: place)
    with pytest.raises(pytest.fail.Exception):
        test_a_place_that_is_gone_is_said_and_made_by_nobody(kept)


def test_a_copy_of_the_wrong_size_is_made_anew(kept):
    made = kept.backup()
    kept.bring()
    copy = kept.room / made.name
    copy.write_bytes(b"cut off")
    kept.bring()
    assert copy.read_bytes() == made.read_bytes()


@pytest.mark.parametrize("guarded", [True, False])
def test_what_does_not_read_back_as_written_gets_no_name(kept, monkeypatch, guarded):
    kept.backup()
    real = second_place._read_back
    monkeypatch.setattr(os, "fsync", _spoil)
    if not guarded:
        monkeypatch.setattr(second_place, "_read_back", lambda path, look: _claimed(kept))
        kept.bring()
        (copy,) = dated(kept.room).values()
        assert copy.read_bytes() != kept.folder.backups.joinpath(copy.name).read_bytes()
        return
    assert real is second_place._read_back
    assert trouble(kept) is Trouble.FAILED
    assert kept.names() == []


def _spoil(descriptor):
    """A stick that keeps something else than it was given."""
    if os.fstat(descriptor).st_size:
        os.pwrite(descriptor, b"\0\0\0\0", 100)


def _claimed(kept):
    (made,) = dated(kept.folder.backups).values()
    return hashlib.sha256(made.read_bytes()).hexdigest()


def test_given_up_it_leaves_nothing_half_made(kept, monkeypatch):
    monkeypatch.setattr(second_place, "_PIECE", 4096)
    made = kept.backup()
    looks = made.stat().st_size // 4096 * 2
    for at_look in {0, 1, looks // 3, looks // 2 + 2, looks}:
        seen = iter(range(at_look + 1))
        with pytest.raises(BackupStoppedError):
            kept.bring(lambda seen=seen: next(seen, None) is None)
        assert kept.names() == []
    kept.bring()
    assert kept.names() == [made.name]


def test_what_a_kill_left_goes_at_the_next_time(kept):
    made = kept.backup()
    left = kept.room / ".enishi-left"
    left.mkdir()
    (left / "held").touch()
    (left / made.name).write_bytes(b"half")
    kept.bring()
    assert kept.names() == [made.name]


def in_a_child(kept, *more, under=()):
    # Where there is no room, there is none for what coverage would write at its end either.
    environment = {n: v for n, v in os.environ.items() if not n.startswith("COVERAGE_")}
    command = [sys.executable, "-m", "tests.store.second", str(kept.folder.path), kept.id]
    done = subprocess.run(
        [*under, *command, str(kept.place), *more], cwd=ROOT, check=False,
        env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    return done.stdout, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
@pytest.mark.parametrize("part", [0.0, 0.01, 0.5, 0.99])
def test_no_room_in_the_middle_of_a_file_keeps_what_was_there(kept, part):
    kept.backup()
    kept.bring()
    before = {p.name: p.read_bytes() for p in kept.room.iterdir()}
    later = kept.backup(TODAY + timedelta(1))
    most = str(int(later.stat().st_size * part))
    assert in_a_child(kept, most) == ("full", "")
    assert {p.name: p.read_bytes() for p in kept.room.iterdir()} == before
    assert in_a_child(kept) == ("copied", "")
    assert later.name in kept.names()


def mounts():
    """Whether this user may mount a small disk of their own."""
    try:
        done = subprocess.run(
            ["unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
            check=False, capture_output=True, timeout=20,
        )  # fmt: skip
    except OSError:
        return False
    return done.returncode == 0


@pytest.mark.skipif(not mounts(), reason="needs a disk that is really full")
def test_a_disk_that_is_really_full(kept):
    made = kept.backup()
    half = made.stat().st_size // 2
    script = (
        f'mount -t tmpfs -o size={half} tmpfs "$0" && mkdir "$1" && shift && "$@" && '
        'echo && ls -A "$0"/*'
    )
    under = ("unshare", "-Urm", "sh", "-c", script, str(kept.place), str(kept.room))
    assert in_a_child(kept, under=under) == ("full\n", "")
    roomy = (*under[:4], script.replace(f"size={half}", f"size={half * 5}"), *under[5:])
    assert in_a_child(kept, under=roomy) == (f"copied\n{made.name}\n", "")


@pytest.mark.skipif(not mounts(), reason="needs a disk that is really read-only")
def test_a_disk_that_is_really_read_only(kept):
    kept.backup()
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && "$@"'
    under = ("unshare", "-Urm", "sh", "-c", script, str(kept.place))
    assert in_a_child(kept, under=under) == ("refused", "")
    assert kept.names() == []


def test_a_place_that_cannot_be_one_is_refused(home, tmp_path):
    with home.open() as store:
        store_id = store.store_id()
    file = tmp_path / "file"
    file.touch()
    wrong = {
        tmp_path / "nowhere": Trouble.ABSENT,
        file: Trouble.ABSENT,
        home.folder.path: Trouble.SAME,
        home.folder.backups: Trouble.SAME,
    }
    before = home.prints()
    for place, kind in wrong.items():
        with pytest.raises(SecondPlaceError) as caught:
            prepare(home.folder, place, store_id)
        assert caught.value.trouble is kind
    link = tmp_path / "link"
    link.symlink_to(home.folder.backups)
    with pytest.raises(SecondPlaceError) as caught:
        prepare(home.folder, link, store_id)
    assert caught.value.trouble is Trouble.SAME
    assert home.prints() == before


def test_a_file_in_the_place_of_its_room_is_said(home, tmp_path):
    store_id = home.vault.data_key.store
    room(tmp_path, store_id).touch()
    with pytest.raises(SecondPlaceError) as caught:
        prepare(home.folder, tmp_path, store_id)
    assert caught.value.trouble is Trouble.FAILED


def test_no_room_is_said_in_this_process_too(kept):
    """A child without room keeps no measure of the lines that it ran."""
    kept.backup()
    with NoRoom(1000), pytest.raises(SecondPlaceError) as caught:
        kept.bring()
    assert caught.value.trouble is Trouble.FULL
    assert kept.names() == []

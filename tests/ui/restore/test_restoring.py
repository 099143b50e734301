"""Data brought back as a user does it: in the window of the whole program, on real stores."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend

from app.domain.contact import Contact, Name
from app.domain.now import Now
from app.store import backup
from app.store.folder import StoreFolder
from app.store.keyring_backends import name_of
from app.store.keyring_slot import Keyring
from app.store.store import create_store, open_store
from app.store.vault import NewVault, create_vault
from app.store.wrap import PassphraseCost
from app.usecases import people

ROOT = Path(__file__).resolve().parents[3]
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)
PASS = "open sesame"


def now() -> Now:
    local = datetime.now(UTC).astimezone()
    return Now(local.astimezone(UTC), local)


class Kept:
    """A store with two people in a backup, and a third who came later."""

    def __init__(self, place: Path, backend: KeyringBackend | None = None) -> None:
        """With a backend its keyring opens it as well."""
        self.folder = StoreFolder(place / "store")
        trusted = () if backend is None else (name_of(backend),)
        keyring = Keyring(find=lambda: backend, prove=lambda *_: True, trusted=trusted)
        self.vault: NewVault = create_vault(
            self.folder, PASS, use_keyring=backend is not None, cost=CHEAP, keyring=keyring
        )
        create_store(self.folder, self.vault)
        self.add("Mio", "Taro")
        self.backup = backup.automatic(self.folder, self.vault.data_key, now())
        self.add("Later")
        self.passphrase = place / "pass"
        self.passphrase.write_text(f"{PASS}\n")

    def add(self, *names: str) -> None:
        with open_store(self.folder, self.vault.data_key) as store:
            for name in names:
                people.add(store, Contact(name, name=Name(name)), now=now())

    def play(self, scene: str, *words: str, store: Path | None = None) -> Any:
        """What was seen in the window."""
        module = [sys.executable, "-m", "tests.ui.restore.restore_program", scene]
        done = subprocess.run(
            [*module, str(store or self.folder.path), str(self.passphrase), *words], cwd=ROOT,
            env=dict(os.environ), capture_output=True, text=True, check=False, timeout=150,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        lines = [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]
        assert lines == []
        return json.loads(done.stdout)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


@pytest.mark.timeout(180)
def test_from_the_settings_page_and_back_again(kept: Kept) -> None:
    seen = kept.play("settings")
    assert seen["before"] == ["Later", "Mio", "Taro"]
    ((_, about),) = seen["rows"]
    assert about.startswith("2 people · ")
    assert about.endswith(", proven when made")
    assert seen["refused"].startswith("That passphrase does not fit")
    assert seen["said"][0].endswith(": 2 people.")
    assert str(kept.folder.backups) in seen["said"][2]
    assert seen["after"] == ["Mio", "Taro"]
    asides = sorted(kept.folder.backups.glob("replaced-*"))
    assert len(asides) == 2
    assert str(asides[0]) in seen["told"]
    assert seen["again"] == ["Later", "Mio", "Taro"]


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)


DAMAGES = {
    "missing": lambda f: f.db.unlink(),
    "empty": lambda f: f.db.write_bytes(b""),
    "no-keys": lambda f: (f.header.unlink(), f.header_copy.unlink()),
    "keys-by-key": lambda f: (f.header.write_bytes(b"{"), f.header_copy.write_bytes(b"")),
    "flipped": lambda f: _flip(f.db),
    "plain": lambda f: f.db.write_bytes(b"SQLite format 3\x00" + bytes(8000)),
}


@pytest.mark.timeout(240)
def test_where_nothing_opens_a_page_says_what_is_kept_and_brings_it_back(
    kept: Kept, tmp_path: Path
) -> None:
    stores = tmp_path / "stores"
    for name, damage in DAMAGES.items():
        shutil.copytree(kept.folder.path, stores / name)
        damage(StoreFolder(stores / name))
    seen = kept.play("damaged", kept.vault.recovery_key, store=stores)
    assert list(seen) == sorted(DAMAGES)
    titles = {name: one["title"] for name, one in seen.items()}
    assert titles == {
        "missing": "The data file is missing",
        "empty": "The data file is empty",
        "no-keys": "The file with the keys is missing",
        "keys-by-key": "The file with the keys is damaged",
        "flipped": "The key does not fit the data file",
        "plain": "The data file is not an encrypted one of Enishi",
    }
    for name, one in seen.items():
        assert one["words"].startswith("Nothing was changed or deleted. Everything is still in")
        assert str(stores / name) in one["words"]
        assert one["newest"][0].startswith("The newest backup: ")
        assert one["newest"][1].startswith("2 people · ")
        assert one["untouched"], name
        assert one["kept"], name
        assert one["names"] == ["Mio", "Taro"]


@pytest.mark.timeout(180)
def test_damage_in_the_middle_of_work_ends_it_with_the_same_page(kept: Kept) -> None:
    seen = kept.play("at_work")
    assert seen["title"] == "The data file is damaged"
    assert seen["newest"] == "The newest backup: Wed 1 Jan 2020, 09:00"
    assert seen["untouched"], "what is damaged is written no more, also by closing"
    assert seen["names"] == ["Mio", "Taro"]


@pytest.mark.timeout(180)
def test_a_backup_alone_begins_on_a_new_account(kept: Kept, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "mine.enishi"
    stick.parent.mkdir()
    shutil.copy(kept.backup, stick)
    place = tmp_path / "new" / "enishi"
    seen = kept.play("first", str(stick), kept.vault.recovery_key, store=place)
    assert seen["refused"] == "This file is not a backup of Enishi"
    assert not seen["made"]
    assert not any("kept whole" in line for line in seen["said"])
    assert seen["told"] == "What opened the backup opens your data from now on."
    assert seen["names"] == ["Mio", "Taro"]
    assert sorted(p.name for p in place.iterdir()) == [
        "backups", "lock", "store.db", "vault.copy.json", "vault.json",
    ]  # fmt: skip


@pytest.mark.timeout(180)
def test_a_copied_folder_opens_by_the_recovery_key_with_an_empty_keyring(
    tmp_path: Path, memory_keyring: KeyringBackend
) -> None:
    kept = Kept(tmp_path, memory_keyring)
    assert kept.vault.keyring_trouble is None
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(kept.folder.path, elsewhere)
    seen = kept.play("copied", kept.vault.recovery_key, store=elsewhere)
    assert seen == {"keyring": "KeyringError", "names": ["Later", "Mio", "Taro"]}

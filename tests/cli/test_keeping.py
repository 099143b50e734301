"""init, undo, check, backup, restore, demo, as CLI.md says (R7, R17, R47)."""

import getpass
import os
import stat
import unicodedata
from pathlib import Path

import pytest

from app.cli.session import Session
from app.store.errors import KeyringError, KeyringTrouble
from app.store.keyring_slot import Keyring
from tests.cli.conftest import MIO, PASSPHRASE, WATARU


def test_init_prints_the_recovery_key_once(empty):
    done = empty("init")
    assert done.code == 0
    assert len(done.out.strip().replace("-", "")) == 28
    assert "recovery key" in done.err
    assert done.out.strip() not in done.err
    names = {p.name for p in empty.folder.iterdir()}
    assert names == {"store.db", "vault.json", "vault.copy.json", "backups", "lock"}
    if os.name == "posix":
        assert stat.S_IMODE(empty.folder.stat().st_mode) == 0o700
        modes = {stat.S_IMODE(p.stat().st_mode) for p in empty.folder.iterdir() if p.is_file()}
        assert modes == {0o600}
    again = empty("init")
    assert (again.code, again.out) == (2, "")
    assert empty("find", "--json").json["people"] == []


def test_init_asks_for_no_passphrase_where_a_store_is(empty, monkeypatch):
    def asked(_):
        raise AssertionError("asked")

    empty("init")
    monkeypatch.setattr(Session, "is_interactive", property(lambda _: True))
    monkeypatch.setattr(getpass, "getpass", asked)
    done = empty.bare("--store", empty.folder, "init")
    assert done.code == 2
    assert "already" in done.err


@pytest.mark.parametrize("name", ["store.db", "vault.json", "vault.copy.json", "backups/a.enishi"])
def test_init_refuses_where_a_part_of_a_store_is(empty, name):
    part = empty.folder / name
    part.parent.mkdir(parents=True)
    part.write_bytes(b"")
    before = empty.listing()
    assert empty("init").code == 2
    assert empty.listing() == before


def test_init_with_neither_keyring_nor_passphrase(empty):
    done = empty.bare("--store", empty.folder, "init", "--no-keyring")
    assert done.code == 2
    assert "Neither" in done.err
    assert not empty.folder.exists()


def test_the_passphrase_file_beats_the_keyring(empty, monkeypatch):
    def touched(*_):
        raise AssertionError("the keyring was touched")

    monkeypatch.setattr(Keyring, "get", touched)
    monkeypatch.setattr(Keyring, "put", touched)
    assert empty("init").code == 0
    assert empty("find").code == 0


@pytest.mark.parametrize(
    "content",
    [
        PASSPHRASE.encode(),
        f"{PASSPHRASE}\r\n".encode(),
        f"\ufeff{PASSPHRASE}\n\n".encode(),
        unicodedata.normalize("NFD", PASSPHRASE).encode() + b"\n",
        f"{PASSPHRASE}\nmore\nlines".encode() + b"\xff",
    ],
)
def test_the_first_line_in_nfc_without_its_end(program, content):
    program.passphrase_file.write_bytes(content)
    assert program("find").code == 0


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff\xfe\n", f" {PASSPHRASE}".encode(), b"wrong\n", None]
)
def test_what_is_not_the_passphrase(program, content):
    if content is None:
        program.passphrase_file.unlink()
    else:
        program.passphrase_file.write_bytes(content)
    before = program.listing()
    for command in (["find"], ["undo"], ["check"], ["note", "a", "b"]):
        done = program(*command)
        assert (done.code, done.out) == (2, "")
        assert PASSPHRASE not in done.err
        assert "Something unexpected" not in done.err
    assert program.listing() == before


def test_without_a_store_nothing_is_made(empty):
    for command in (["find"], ["undo"], ["check"], ["note", "a", "b"], ["due"], ["show", "a"]):
        assert empty(*command).code == 2
    assert not empty.folder.exists()


def test_the_keyring_opens_a_store_made_with_it(empty, memory_keyring, monkeypatch):
    made = empty.bare("--store", empty.folder, "init")
    assert made.code in {0, 2}
    if made.code == 2:  # a keyring of this process alone cannot be proven from another one
        assert "keyring" in made.err
        assert not (empty.folder / "store.db").exists()


def test_nothing_to_undo(program):
    done = program("undo")
    assert (done.code, done.out) == (2, "")
    assert "nothing to undo" in done.err


def test_check(program, cards):
    program("import", cards(MIO))
    before = program.listing()
    found = program("check", "--json")
    assert found.code == 0
    assert found.json == {"sound": True, "problems": [], "advice": []}
    assert "sound" in program("check").out
    assert program.listing() == before


def test_a_damaged_store_is_told_and_left_as_it_is(program, cards):
    program("import", cards(MIO, WATARU))
    store = program.folder / "store.db"
    data = bytearray(store.read_bytes())
    data[len(data) // 2 + 100] ^= 1
    store.write_bytes(data)
    before = program.listing()
    done = program("check", "--json")
    assert done.code == 1
    assert done.json["sound"] is False
    assert done.json["problems"]
    assert program.listing() == before


@pytest.mark.parametrize("damage", ["empty", "missing", "plain", "header"])
def test_what_cannot_be_opened_is_2_and_never_an_empty_list(program, cards, damage):
    program("import", cards(MIO))
    store = program.folder / "store.db"
    if damage == "empty":
        store.write_bytes(b"")
    elif damage == "missing":
        store.unlink()
    elif damage == "plain":
        store.write_bytes(b"SQLite format 3\x00" + bytes(4080))
    else:
        for name in ("vault.json", "vault.copy.json"):
            (program.folder / name).write_bytes(b"{}")
    before = program.listing()
    for command in (["find", "--json"], ["check", "--json"], ["undo"], ["export", "x.vcf"]):
        done = program(*command)
        assert (done.code, done.out) == (2, "")
        assert "Something unexpected" not in done.err
    assert program.listing() == before


def test_backup_and_restore(program, cards, tmp_path):
    program("import", cards(MIO))
    before = program("find", "--json").json
    copy = tmp_path / "copy.enishi"
    assert program("backup", copy).code == 0
    assert program("backup", copy).code == 2
    assert program("backup", copy, "--force").code == 0
    assert MIO.split("FN:")[1][:5].encode() not in copy.read_bytes()
    program("undo")
    listing = program.listing()
    assert program("restore", copy).code == 2
    assert program.listing() == listing
    assert program("restore", copy, "--force").code == 0
    assert program("find", "--json").json == before
    assert any("replaced" in name for name in program.listing())
    assert program("check").code == 0


def test_restore_into_an_empty_folder(program, cards, tmp_path):
    program("import", cards(MIO))
    program("backup", tmp_path / "copy.enishi")
    program.folder = tmp_path / "other"
    assert program("restore", tmp_path / "copy.enishi").code == 0
    assert len(program("find", "--json").json["people"]) == 1


def test_what_was_replaced_is_named_and_restored_in_the_same_way(program, cards, tmp_path):
    program("import", cards(MIO))
    program("backup", tmp_path / "copy.enishi")
    program("import", cards(WATARU))
    assert len(program("find", "--json").json["people"]) == 2
    done = program("restore", tmp_path / "copy.enishi", "--force")
    (aside,) = program.folder.joinpath("backups").glob("replaced-*")
    assert str(aside) in done.err
    assert len(program("find", "--json").json["people"]) == 1
    assert program("restore", aside, "--force").code == 0
    assert len(program("find", "--json").json["people"]) == 2
    assert program("check").code == 0


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 5000, None])
def test_what_is_no_backup(program, cards, tmp_path, content):
    program("import", cards(MIO))
    path = tmp_path / "copy.enishi"
    if content is not None:
        path.write_bytes(content)
    before = program.listing()
    assert program("restore", path, "--force").code == 2
    assert program.listing() == before


@pytest.mark.skipif(os.name != "posix", reason="there are no such files")
@pytest.mark.parametrize("kind", ["endless", "pipe", "folder"])
def test_what_is_no_ordinary_file_is_no_backup(program, tmp_path, kind):
    path = {"endless": Path("/dev/zero"), "folder": tmp_path}.get(kind, tmp_path / "pipe")
    if kind == "pipe":
        os.mkfifo(path)
    before = program.listing()
    refused = program.process("restore", str(path), "--force")
    assert (refused.code, refused.out) == (2, "")
    assert "not a backup" in refused.err
    assert program.listing() == before


@pytest.mark.skipif(os.name != "posix", reason="there are no such files")
def test_a_passphrase_comes_through_a_pipe_but_nobody_waits_for_ever(
    program, tmp_path, monkeypatch
):
    monkeypatch.setattr("app.cli.session._PATIENCE", 0.2)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refused = program.bare("--store", program.folder, "--passphrase-file", pipe, "find")
    assert (refused.code, refused.out) == (2, "")
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n".encode())
    os.close(writing)
    named = f"/dev/fd/{reading}"
    assert program.bare("--store", program.folder, "--passphrase-file", named, "find").code == 0
    os.close(reading)


def test_restoring_over_a_store_names_the_way(program, tmp_path):
    program("backup", tmp_path / "copy.enishi")
    assert "--force" in program("restore", tmp_path / "copy.enishi").err


def test_a_backup_with_another_passphrase(program, cards, tmp_path):
    program("backup", tmp_path / "copy.enishi")
    program.folder = tmp_path / "other"
    program.passphrase_file.write_text("wrong\n")
    assert program("restore", tmp_path / "copy.enishi").code == 2
    assert not (program.folder / "store.db").exists()


def test_demo_fills_a_new_store_and_no_other(program, empty):
    assert program("demo").code == 0
    assert len(program("find", "--json").json["people"]) == 42
    assert len(program("due", "--json").json["people"]) == 4
    before = program.listing()
    assert program("demo").code == 2
    assert program.listing() == before


def test_demo_makes_the_store_where_there_is_none(empty):
    done = empty("demo")
    assert done.code == 0
    assert len(done.out.strip().replace("-", "")) == 28
    assert len(empty("find", "--json").json["people"]) == 42


def test_before_an_import_a_copy_is_kept(program, cards):
    program("import", cards(MIO))
    kept = list((program.folder / "backups").iterdir())
    assert [p.suffix for p in kept] == [".enishi"]
    program("import", cards(MIO))
    assert list((program.folder / "backups").iterdir()) == kept


def test_a_copy_that_cannot_be_kept_stops_the_import(program, cards):
    (program.folder / "backups").rmdir()
    (program.folder / "backups").write_text("in the way")
    done = program("import", cards(MIO))
    assert (done.code, done.out) == (2, "")
    assert "Something unexpected" not in done.err
    assert program("find", "--json").json["people"] == []


def test_init_with_a_keyring_that_cannot_be_used_and_nothing_else(empty, monkeypatch):
    def none(self, store, value):
        raise KeyringError(KeyringTrouble.NONE)

    monkeypatch.setattr(Keyring, "put", none)
    done = empty.bare("--store", empty.folder, "init")
    assert done.code == 2
    assert "does not open" not in done.err
    assert "Nothing was made" in done.err
    assert not empty.folder.exists() or not any(empty.folder.iterdir())

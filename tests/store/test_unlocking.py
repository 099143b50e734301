"""Unlocking by the keyring in a process of its own."""

import io
import json
import os
import secrets
import subprocess
import sys
from types import SimpleNamespace

import pytest

from app.store import unlocking, vault
from app.store.errors import HeaderDamagedError, KeyringError, KeyringTrouble
from app.store.folder import StoreFolder
from app.store.store import create_store
from app.store.unlocking import Unlocking
from app.store.vault import DataKey, create_vault
from tests.store.conftest import CHEAP

PIPE_KEY = secrets.token_bytes(32)
KEY = DataKey(secrets.token_bytes(32), "the store", "keyring")


@pytest.fixture
def folder(tmp_path):
    folder = StoreFolder(tmp_path / "store")
    create_store(folder, create_vault(folder, "words", use_keyring=False, cost=CHEAP))
    return folder


def child(monkeypatch, folder, code):
    monkeypatch.setattr(unlocking, "command", lambda _: [sys.executable, "-c", code])
    return Unlocking(folder.path)


def saying(said):
    return f"import sys; sys.stdin.buffer.read(); sys.stdout.write({said!r})"


def test_the_key_travels_sealed_and_only_who_asked_can_read_it(monkeypatch, folder):
    monkeypatch.setattr(vault, "unlock", lambda asked: KEY)
    said = json.dumps(unlocking.answer(folder.path, PIPE_KEY))
    assert KEY.secret.hex() not in said
    monkeypatch.setattr(secrets, "token_bytes", lambda size: PIPE_KEY)
    assert child(monkeypatch, folder, saying(said)).key() == KEY
    monkeypatch.setattr(secrets, "token_bytes", lambda size: b"x" * size)
    assert child(monkeypatch, folder, saying(said)).key() is None


def test_a_real_child_says_what_is_wrong_with_the_keyring(folder):
    asked = Unlocking(folder.path)
    with pytest.raises(KeyringError) as caught:
        asked.key()
    assert caught.value.trouble is KeyringTrouble.NO_SLOT
    assert unlocking.answer(folder.path, PIPE_KEY)["trouble"] == KeyringTrouble.NO_SLOT.value


def test_what_is_no_matter_of_the_keyring_is_left_to_who_asks(monkeypatch, folder):
    def damaged(asked):
        raise HeaderDamagedError(asked.path)

    monkeypatch.setattr(vault, "unlock", damaged)
    assert unlocking.answer(folder.path, PIPE_KEY) == {}
    assert child(monkeypatch, folder, saying("{}")).key() is None


@pytest.mark.parametrize(
    "said",
    ["", "ゴミ", "[]", "7", '{"trouble": "x", "detail": ""}', '{"store": "", "nonce": 1}'],
)
def test_an_answer_that_is_none_opens_nothing(monkeypatch, folder, said):
    assert child(monkeypatch, folder, saying(said)).key() is None


@pytest.mark.timeout(60)
def test_a_child_that_hangs_is_ended(monkeypatch, folder):
    monkeypatch.setattr(unlocking, "LIMIT", 0.2)
    assert child(monkeypatch, folder, "import time; time.sleep(600)").key() is None
    asked = child(monkeypatch, folder, "import time; time.sleep(600)")
    asked.stop()
    asked.stop()
    assert asked.key() is None


def test_no_child_where_no_keyring_is_spoken_of(monkeypatch, folder):
    assert unlocking.begin(folder.path) is None
    assert unlocking.begin(folder.path / "nowhere") is None
    folder.header.write_bytes(b'{"body":{"slots":[{"kind":"keyring"}]}}')
    begun = unlocking.begin(folder.path)
    assert begun is not None
    begun.stop()
    monkeypatch.setattr(unlocking, "command", lambda _: ["/nowhere/enishi"])
    assert unlocking.begin(folder.path) is None


def test_the_child_wants_a_folder_and_a_key(monkeypatch, folder):
    assert unlocking.main([]) == 2
    assert unlocking.command(folder.path)[1:3] == ["-m", "app.store.unlocking"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert unlocking.command(folder.path)[1:] == ["--unlocking-child", str(folder.path)]


@pytest.mark.parametrize("said", [b"", b"too short", bytes(64)])
def test_a_real_child_without_a_key_for_its_answer_tells_nothing(folder, said):
    done = subprocess.run(
        unlocking.command(folder.path), input=said, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")


def test_the_child_answers_and_waits_for_no_keyring(monkeypatch, capsys, folder):
    """Played here, for whoever ends without waiting tells nobody which lines it ran."""

    class EndedError(Exception):
        pass

    def end(code):
        raise EndedError(code)

    monkeypatch.setattr(vault, "unlock", lambda asked: KEY)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PIPE_KEY)))
    monkeypatch.setattr(os, "_exit", end)
    with pytest.raises(EndedError, match="0"):
        unlocking.main([str(folder.path)])
    assert unlocking._read(capsys.readouterr().out.encode(), PIPE_KEY) == KEY

"""The process that proves that the keyring really kept an item."""

import io
import json
import sys

from app.store import keyring_child
from app.store.keyring_slot import prove_in_new_process


class Backend:
    """Keeps one item; is on nobody's list."""

    def get_password(self, service, username):
        return "item" if (service, username) == ("Enishi", "store") else None

    def set_password(self, service, username, password):
        raise NotImplementedError

    def delete_password(self, service, username):
        raise NotImplementedError


def ask(monkeypatch, capsys, backend, user="store"):
    request = {"backend": "b", "service": "Enishi", "user": user, "nonce": "n"}
    monkeypatch.setattr(keyring_child, "backend_named", lambda name: backend)
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(request)))
    assert keyring_child.main() == 0
    return capsys.readouterr().out


def test_it_answers_with_a_mark_never_with_the_item(monkeypatch, capsys):
    said = ask(monkeypatch, capsys, Backend())
    assert said == keyring_child.mark("item", "n")
    assert "item" not in said
    assert said != keyring_child.mark("item", "another nonce")
    assert ask(monkeypatch, capsys, Backend(), "nobody") == ""
    assert ask(monkeypatch, capsys, None) == ""


def test_a_real_process_does_not_trust_just_any_backend():
    assert not prove_in_new_process(Backend(), "store", "item", 20)


def test_a_process_that_does_not_come_up_proves_nothing(monkeypatch):
    monkeypatch.setattr(keyring_child, "command", lambda: ["/nowhere/enishi"])
    assert not prove_in_new_process(Backend(), "store", "item", 20)
    monkeypatch.setattr(
        keyring_child, "command", lambda: [sys.executable, "-c", "import time; time.sleep(9)"]
    )
    assert not prove_in_new_process(Backend(), "store", "item", 0.3)


def test_the_frozen_program_is_its_own_child(monkeypatch):
    assert keyring_child.command()[1:] == ["-m", "app.store.keyring_child"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert keyring_child.command() == [sys.executable, "--keyring-child"]


def test_a_process_that_says_no_text_proves_nothing(monkeypatch):
    """As where something that is loaded with every Python writes into its answer."""
    noise = "import sys; sys.stdout.buffer.write(b'\\xff'); sys.stdout.flush()"
    monkeypatch.setattr(keyring_child, "command", lambda: [sys.executable, "-c", noise])
    assert not prove_in_new_process(Backend(), "store", "item", 20)

"""R19 in a small sample, with other vaults each time."""

from app.store import recovery, vault
from tests.soak import vaults


def test_copied_folders_open_without_their_keyring(tmp_path, seed):
    assert vaults.sweep(4, seed, 8, tmp_path)


def test_a_key_that_the_keyring_has_a_part_in_is_seen(tmp_path, monkeypatch):
    """The sabotage twin: the recovery key opens nothing without what this account alone keeps."""
    slot = vault.recovery_slot

    def bound(key):
        said, made = slot(key)
        return said, {**made, "sealed": made["sealed"][::-1]}

    monkeypatch.setattr(vault, "recovery_slot", bound)
    assert not vaults.sweep(1, 1, 8, tmp_path)


def test_a_slip_that_is_not_named_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(recovery, "_located", lambda _first, _second: ())
    assert not vaults.sweep(1, 1, 8, tmp_path)
    (journal,) = tmp_path.iterdir()
    assert "was not named" in journal.read_text("utf-8")

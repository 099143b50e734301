"""The vault: made once, opened by each slot, never minted anew over something that exists (R17,
R18, R24).
"""

import hashlib
import itertools
import json
import threading
import time
from dataclasses import replace
from typing import Any

import pytest

from app.store import header as headers
from app.store import keyring_backends, keyring_slot, schema
from app.store.errors import (
    HeaderDamagedError,
    KeyringError,
    KeyringTrouble,
    NewerStoreError,
    NoKeyGivenError,
    NoPassphraseSlotError,
    NoStoreError,
    StoreError,
    StoreExistsError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.store.folder import FolderState, StoreFolder
from app.store.keyring_slot import Keyring
from app.store.store import create_store, open_store
from app.store.vault import create_vault, unlock
from app.store.wrap import PassphraseCost
from tests.store.conftest import CHEAP, PASSPHRASE, prints


class FakeBackend:
    """A keyring backend as the allow-list in these tests knows it."""

    def __init__(self, answer=None):
        self.items = {}
        self.answer = answer
        self.asked = 0

    def get_password(self, service, username):
        self.asked += 1
        return self.answer(self.items.get(username)) if self.answer else self.items.get(username)

    def set_password(self, service, username, password):
        self.items[username] = password

    def delete_password(self, service, username):
        del self.items[username]


def keyring_of(backend, **rest):
    rest.setdefault("prove", lambda b, user, item, limit: b.get_password("Enishi", user) == item)
    return Keyring(
        find=lambda: backend,
        trusted=(f"{__name__}.FakeBackend",),
        limit=rest.pop("limit", 2),
        **rest,
    )


@pytest.fixture
def folder(tmp_path):
    return StoreFolder(tmp_path / "store")


def make(folder, backend=None, passphrase=PASSPHRASE):
    vault = create_vault(
        folder,
        passphrase,
        use_keyring=backend is not None,
        cost=CHEAP,
        keyring=keyring_of(backend) if backend else None,
    )
    create_store(folder, vault)
    return vault


def test_every_slot_opens(folder):
    backend = FakeBackend()
    vault = make(folder, backend)
    secret = vault.data_key.secret
    assert unlock(folder, passphrase=PASSPHRASE).secret == secret
    assert unlock(folder, recovery_key=vault.recovery_key.lower()).secret == secret
    key = unlock(folder, keyring=keyring_of(backend))
    assert (key.secret, key.slot) == (secret, "keyring")
    (item,) = backend.items.values()
    assert len(item) <= 128
    assert item.isascii()
    assert secret.hex() not in item


def test_a_passphrase_opens_however_it_was_composed(folder):
    make(folder, passphrase="café が")
    unlock(folder, passphrase="cafe\u0301 か\u3099")


def test_wrong_keys_are_told_apart_and_change_nothing(folder):
    make(folder)
    other = create_vault(
        StoreFolder(folder.path.with_name("other")), "x", use_keyring=False, cost=CHEAP
    )
    before = prints(folder.path)
    for _ in range(20):
        with pytest.raises(WrongPassphraseError):
            unlock(folder, passphrase="wrong")
    with pytest.raises(WrongRecoveryKeyError):
        unlock(folder, recovery_key=other.recovery_key)
    with pytest.raises(KeyringError) as caught:
        unlock(folder, keyring=keyring_of(FakeBackend()))
    assert caught.value.trouble is KeyringTrouble.NO_SLOT
    assert prints(folder.path) == before


def test_a_store_nobody_could_open_is_not_made(folder):
    with pytest.raises(NoKeyGivenError):
        create_vault(folder, None, use_keyring=False)
    with pytest.raises(KeyringError):
        create_vault(folder, None, use_keyring=True, keyring=Keyring(find=lambda: None))
    assert not folder.path.exists()


def test_without_a_passphrase_the_recovery_key_still_opens(folder):
    backend = FakeBackend()
    vault = make(folder, backend, passphrase=None)
    assert unlock(folder, recovery_key=vault.recovery_key).secret == vault.data_key.secret
    with pytest.raises(NoPassphraseSlotError):
        unlock(folder, passphrase="x")


def test_an_unhelpful_keyring_is_no_reason_to_fail(folder):
    vault = create_vault(
        folder, "x", use_keyring=True, cost=CHEAP, keyring=Keyring(find=lambda: None)
    )
    assert vault.keyring_trouble.trouble is KeyringTrouble.NONE
    create_store(folder, vault)
    unlock(folder, passphrase="x")


def test_what_the_keyring_does_not_keep_is_no_slot(folder):
    forgetful = keyring_of(FakeBackend(answer=lambda item: None))
    vault = create_vault(folder, "x", use_keyring=True, cost=CHEAP, keyring=forgetful)
    assert vault.keyring_trouble.trouble is KeyringTrouble.NOT_KEPT
    assert vault.header.slot("keyring") is None


def explode(item):
    raise RuntimeError("the wallet is on fire")


def locked(item):
    import keyring.errors

    raise keyring.errors.KeyringLocked("locked")


def late(item):
    time.sleep(0.6)
    return item


ANSWERS: dict[str, tuple[Any, KeyringTrouble]] = {
    "None": (lambda item: None, KeyringTrouble.NO_ANSWER),
    "empty": (lambda item: "", KeyringTrouble.WRONG_VALUE),
    "other value": (lambda item: "enishi1:" + "ab" * 32, KeyringTrouble.WRONG_VALUE),
    "garbage": (lambda item: "ゴミ\x00", KeyringTrouble.WRONG_VALUE),
    "locked": (locked, KeyringTrouble.FAILED),
    "any exception": (explode, KeyringTrouble.FAILED),
    "hangs": (lambda item: time.sleep(3), KeyringTrouble.TOO_SLOW),
    "late": (late, KeyringTrouble.TOO_SLOW),
}


@pytest.mark.parametrize("present", ["store", "header only", "backup only"])
@pytest.mark.parametrize("answer", ANSWERS)
def test_no_answer_of_a_keyring_ever_mints_a_key(folder, answer, present):
    backend = FakeBackend()
    make(folder, backend)
    if present == "header only":
        folder.db.unlink()
    if present == "backup only":
        for path in (folder.db, folder.header, folder.header_copy):
            path.unlink()
        (folder.backups / "20261015-190000.enishi").write_bytes(b"a backup")
    before = prints(folder.path)
    backend.answer, trouble = ANSWERS[answer]
    keyring = keyring_of(backend, limit=0.3)
    with pytest.raises((StoreError, KeyringError)) as caught:
        unlock(folder, keyring=keyring)
    if present == "store":
        assert isinstance(caught.value, KeyringError)
        assert caught.value.trouble is trouble
        assert "fire" not in str(caught.value)
    with pytest.raises(StoreExistsError):
        create_vault(folder, "x", use_keyring=True, cost=CHEAP, keyring=keyring)
    assert prints(folder.path) == before
    if present == "store":
        unlock(folder, passphrase=PASSPHRASE)


def test_without_its_guard_a_key_would_be_minted_anew(folder, monkeypatch):
    """The sabotage twin of R17: a folder that is taken for empty."""
    make(folder, FakeBackend())
    monkeypatch.setattr(StoreFolder, "state", lambda self: FolderState.EMPTY)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        test_no_answer_of_a_keyring_ever_mints_a_key(folder, "None", "store")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("broken", [False, True])
def test_a_keyring_that_hangs_is_not_waited_for(folder, broken, monkeypatch):
    """R20. The twin: asked without the limit it is waited for until it answers."""
    make(folder, backend := FakeBackend())
    hangs = threading.Event()
    backend.answer = lambda item: item if hangs.wait(600) else None
    if broken:
        monkeypatch.setattr(keyring_slot, "_within", lambda limit, work: work())
        threading.Timer(0.5, hangs.set).start()
        assert unlock(folder, keyring=keyring_of(backend, limit=0.2)).slot == "keyring"
        assert hangs.is_set()
        return
    try:
        with pytest.raises(KeyringError):
            unlock(folder, keyring=keyring_of(backend, limit=0.2))
        assert not hangs.is_set()
    finally:
        hangs.set()


class Chainer(FakeBackend):
    pass


@pytest.mark.parametrize(
    "name",
    [
        "keyring.backends.fail.Keyring",
        "keyring.backends.null.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "evil.plugin.Keyring",
        "",
    ],
)
def test_only_trusted_backends_are_made(name, monkeypatch):
    assert keyring_backends.backend_named(name) is None
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name or "x")
    assert keyring_backends.system_backend() is None


def test_a_backend_of_another_class_is_refused(folder):
    keyring = replace(keyring_of(FakeBackend()), find=Chainer)
    with pytest.raises(KeyringError) as caught:
        keyring.get("store")
    assert caught.value.trouble is KeyringTrouble.NONE


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("[backend]\ndefault-keyring=evil.plugin.Keyring\nkeyring-path=/nowhere\n", True),
        ("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n", True),
        ("not an ini file", False),
        ("[other]\nx=1\n", False),
    ],
)
def test_keyrings_own_configuration_is_read_without_loading_it(
    tmp_path, monkeypatch, text, refused
):
    from keyring.util import platform_

    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setattr(platform_, "config_root", lambda: str(tmp_path))
    monkeypatch.setattr(keyring_backends, "backend_named", lambda name: name)
    (tmp_path / "keyringrc.cfg").write_text(text)
    chosen = keyring_backends.system_backend()
    assert (chosen in keyring_backends.TRUSTED) is not refused


def test_a_backend_that_cannot_work_here_is_passed_over(monkeypatch):
    monkeypatch.setattr(keyring_backends, "TRUSTED", (f"{__name__}.Unfit", f"{__name__}.Fit"))
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setattr(keyring_backends, "_chosen_by_person", lambda: None)
    assert isinstance(keyring_backends.system_backend(), Fit)
    assert isinstance(keyring_backends.system_backend(), Fit)
    assert keyring_backends.name_of(Fit()) == f"{__name__}.Fit"


class _Unviable:
    reasons = itertools.cycle([RuntimeError("no such service"), FileNotFoundError("no such bus")])

    def __get__(self, instance, owner):
        raise next(self.reasons)


class Unfit(FakeBackend):
    priority = _Unviable()


class Fit(FakeBackend):
    priority = 5


def test_the_keyring_forgets(folder):
    backend = FakeBackend()
    vault = make(folder, backend)
    keyring_of(backend).forget(vault.data_key.store)
    assert backend.items == {}


def test_only_short_ascii_goes_into_a_keyring():
    keyring = keyring_of(FakeBackend())
    for item in ("鍵", "x" * 129):
        with pytest.raises(ValueError, match="ASCII"):
            keyring.put("user", item)


def test_the_passphrase_costs_an_attacker():
    cost = PassphraseCost()
    assert cost.memory_kib >= 64 * 1024
    # So much work, however fast the computer; what it takes is measured (SECURITY.md, R24).
    assert cost.memory_kib * cost.passes >= 6 * 128 * 1024


# ------------------------------------------------------------------------------------- the header


def body(folder, name="header"):
    return json.loads(getattr(folder, name).read_bytes())["body"]


def test_the_header_says_what_an_opening_needs_and_nothing_more(folder):
    vault = make(folder)
    for name in ("header", "header_copy"):
        said = body(folder, name)
        assert said["format"] == 1
        assert said["schema"] == schema.VERSION
        assert said["store"] == vault.data_key.store
        assert [slot["kind"] for slot in said["slots"]] == ["passphrase", "recovery"]
        assert (said["open"], said["counter"]) == (False, 0)
    passphrase = body(folder)["slots"][0]
    assert (passphrase["kdf"], passphrase["memory_kib"]) == ("argon2id", 64)


@pytest.mark.parametrize(
    "damage", ["gone", "empty", "cut", "flipped", "forged", "not json", "deep"]
)
@pytest.mark.parametrize("name", ["header", "header_copy"])
def test_one_sound_copy_is_enough_and_a_writing_session_mends_the_other(folder, name, damage):
    vault = make(folder)
    spoil(getattr(folder, name), damage)
    before = prints(folder.path)
    key = unlock(folder, passphrase=PASSPHRASE)
    assert key.secret == vault.data_key.secret
    with open_store(folder, key) as store:
        assert [a.value for a in store.advice] == ["header_copy_damaged"]
    assert prints(folder.path) == before
    with open_store(folder, key) as store:
        store.set_setting("quiet", "1")
    with open_store(folder, key) as store:
        assert store.advice == ()
    assert folder.header.read_bytes() == folder.header_copy.read_bytes()


def spoil(path, damage):
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
        return
    if damage == "forged":
        whole = json.loads(data)
        whole["body"]["counter"] = 7
        whole["check"] = hashlib.sha256(headers.canonical(whole["body"])).hexdigest()
        path.write_bytes(headers.canonical(whole))
        return
    path.write_bytes(
        {
            "empty": b"",
            "cut": data[: len(data) // 2],
            "flipped": data[:200] + bytes([data[200] ^ 1]) + data[201:],
            "not json": b"\xff\x00",
            "deep": b"[" * 100_000,
        }[damage]
    )


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "forged", "not json", "deep"])
def test_without_a_sound_copy_nothing_opens_and_nothing_changes(folder, damage):
    vault = make(folder)
    for path in (folder.header, folder.header_copy):
        spoil(path, damage)
    before = prints(folder.path)
    with pytest.raises(HeaderDamagedError):
        unlock(folder, passphrase=PASSPHRASE)
    with pytest.raises(HeaderDamagedError):
        open_store(folder, vault.data_key)
    assert prints(folder.path) == before


def rewritten(folder, vault, **changes):
    """A header as another Enishi might have written it."""
    found = headers.read_headers(folder).copies[0].header
    slots = changes.pop("slots", found.slots)
    raw = {**found.raw, **changes.pop("raw", {})}
    header = replace(found, slots=tuple(slots), raw=raw, **changes)
    headers.write_header(folder, header, vault.data_key.secret)


def test_slots_and_members_of_a_newer_enishi_are_kept(folder):
    vault = make(folder)
    token = {"kind": "security-token", "nonce": "?", "extra": [1, {"a": None}]}
    rewritten(
        folder,
        vault,
        slots=(token, *vault.header.slots),
        raw={"credentials": {"sealed": "x"}},
    )
    with open_store(folder, unlock(folder, passphrase=PASSPHRASE)) as store:
        store.set_setting("quiet", "1")
    assert body(folder)["slots"][0] == token
    assert body(folder)["credentials"] == {"sealed": "x"}


def test_a_newer_format_is_refused_by_name(folder):
    vault = make(folder)
    for path in (folder.header, folder.header_copy):
        whole = json.loads(path.read_bytes())
        whole["body"]["format"] = 2
        whole["check"] = hashlib.sha256(headers.canonical(whole["body"])).hexdigest()
        path.write_bytes(headers.canonical(whole))
    before = prints(folder.path)
    for opening in (
        lambda: unlock(folder, passphrase="x"),
        lambda: open_store(folder, vault.data_key),
    ):
        with pytest.raises(NewerStoreError) as caught:
            opening()
        assert (caught.value.needed, caught.value.known) == ("2", "1")
    assert prints(folder.path) == before


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 8 * 1024 * 1024},
        {"passes": 100_000},
        {"lanes": "4"},
        {"kdf": "md5"},
        {"salt": 5},
        {"sealed": "!"},
        {"nonce": None},
        {"nonce": ""},
    ],
)
def test_a_slot_that_makes_no_sense_is_passed_over(folder, change):
    vault = make(folder)
    passphrase, recovery = vault.header.slots
    rewritten(folder, vault, slots=({**passphrase, **change}, passphrase, recovery))
    assert unlock(folder, passphrase=PASSPHRASE).secret == vault.data_key.secret
    rewritten(folder, vault, slots=({**passphrase, **change}, {**recovery, "salt": None}))
    with pytest.raises(WrongPassphraseError):
        unlock(folder, passphrase=PASSPHRASE)
    with pytest.raises(WrongRecoveryKeyError):
        unlock(folder, recovery_key=vault.recovery_key)


def test_a_slot_of_another_store_does_not_open_this_one(folder):
    vault = make(folder)
    rewritten(folder, vault, store="another")
    with pytest.raises(WrongPassphraseError):
        unlock(folder, passphrase=PASSPHRASE)


def test_the_newest_header_rules_after_a_slot_was_changed_half_way(folder):
    """The copy is written first: an old passphrase must not open through the main file that was
    not reached.
    """
    vault = make(folder)
    old = folder.header.read_bytes()
    from app.store.vault import passphrase_slot

    slots = (passphrase_slot(vault.data_key, "new", CHEAP), vault.header.slots[1])
    rewritten(folder, vault, slots=slots)
    folder.header.write_bytes(old)
    assert unlock(folder, passphrase="new").secret == vault.data_key.secret
    with pytest.raises(WrongPassphraseError):
        unlock(folder, passphrase=PASSPHRASE)


def test_where_there_is_no_store_none_is_opened(folder):
    with pytest.raises(NoStoreError):
        unlock(folder, passphrase="x")
    assert not folder.path.exists()


def test_secrets_do_not_show_in_what_is_printed(folder):
    vault = make(folder)
    shown = repr(vault) + repr(vault.data_key) + str(vault.data_key)
    assert vault.recovery_key not in shown
    assert vault.data_key.secret.hex() not in shown
    assert repr(vault.data_key.secret) not in shown

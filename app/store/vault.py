"""The vault: one random data key, wrapped in slots. Changing a slot never touches the database."""

import secrets
import uuid
from dataclasses import dataclass, field, replace

from app.store import header as headers
from app.store import moved, recovery, wrap
from app.store.errors import (
    HeaderDamagedError,
    KeyringError,
    KeyringTrouble,
    NoKeyGivenError,
    NoPassphraseSlotError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.store.folder import StoreFolder
from app.store.header import Header, Headers, Json, bytes_of, text_of
from app.store.keyring_slot import Keyring
from app.store.wrap import PassphraseCost

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"
_ITEM_MARK = "enishi1:"


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key of one store, and the slot that gave it."""

    secret: bytes = field(repr=False)
    store: str
    slot: str


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault that is not on disk yet: `create_store` writes it. The recovery key is shown once
    and kept nowhere.

    `keyring_trouble` says why there is no keyring slot although one was wished for.
    """

    data_key: DataKey
    recovery_key: str = field(repr=False)
    header: Header = field(repr=False)
    keyring_trouble: KeyringError | None = None


def create_vault(
    folder: StoreFolder,
    passphrase: str | None,
    use_keyring: bool,  # noqa: FBT001  always given by name
    *,
    cost: PassphraseCost | None = None,
    keyring: Keyring | None = None,
) -> NewVault:
    """Mint a data key and wrap it. Only where no store, header or backup exists (R17)."""
    moved.refuse_taken(folder)
    if passphrase is None and not use_keyring:
        raise NoKeyGivenError
    key = DataKey(secrets.token_bytes(wrap.KEY_BYTES), str(uuid.uuid4()), PASSPHRASE)
    slots: list[Json] = []
    if passphrase is not None:
        slots.append(passphrase_slot(key, passphrase, cost or PassphraseCost()))
    recovery_key, slot = recovery_slot(key)
    slots.append(slot)
    trouble: KeyringError | None = None
    if use_keyring:
        try:
            slots.append(keyring_slot(key, keyring or Keyring()))
        except KeyringError as error:
            if passphrase is None:
                raise
            trouble = error
    header = Header(
        store=key.store,
        schema="",
        revision=0,
        counter=0,
        is_open=False,
        slots=tuple(slots),
        raw={},
    )
    return NewVault(key, recovery_key, header, trouble)


def _about(store: str, slot: Json) -> bytes:
    """What a seal is bound to: the store and everything the slot says but the seal itself."""
    said = {k: v for k, v in slot.items() if k not in {"nonce", "sealed"}}
    return headers.canonical({"store": store, "slot": said})


def _sealed(key: DataKey, slot: Json, sealing_key: bytes) -> Json:
    box = wrap.seal(sealing_key, key.secret, _about(key.store, slot))
    return {**slot, "nonce": text_of(box.nonce), "sealed": text_of(box.sealed)}


def passphrase_slot(key: DataKey, passphrase: str, cost: PassphraseCost) -> Json:
    """A slot that the passphrase opens."""
    salt = wrap.new_salt()
    slot: Json = {
        "kind": PASSPHRASE,
        "kdf": "argon2id",
        "salt": text_of(salt),
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
    }
    return _sealed(key, slot, wrap.passphrase_key(passphrase, salt, cost))


def recovery_slot(key: DataKey) -> tuple[str, Json]:
    """A new recovery key, and the slot that it opens."""
    secret, salt = secrets.token_bytes(recovery.SECRET_BYTES), wrap.new_salt()
    slot: Json = {"kind": RECOVERY, "kdf": "hkdf-sha256", "salt": text_of(salt)}
    return recovery.write(secret), _sealed(key, slot, wrap.derived_key(secret, RECOVERY, salt))


def keyring_slot(key: DataKey, keyring: Keyring) -> Json:
    """A slot whose sealing key lies in the system's keyring, proven from a new process."""
    secret = secrets.token_bytes(wrap.KEY_BYTES)
    backend, provider = keyring.put(key.store, _ITEM_MARK + secret.hex())
    slot: Json = {"kind": KEYRING, "backend": backend, "provider": provider}
    return _sealed(key, slot, wrap.derived_key(secret, KEYRING))


def unlock(
    folder: StoreFolder,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    keyring: Keyring | None = None,
) -> DataKey:
    """The data key, by the passphrase, else the recovery key, else the keyring. Writes nothing,
    mints nothing.
    """
    return open_slot(
        headers.read_headers(folder),
        folder,
        passphrase=passphrase,
        recovery_key=recovery_key,
        keyring=keyring,
    )


def open_slot(
    found: Headers,
    folder: StoreFolder,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    keyring: Keyring | None = None,
) -> DataKey:
    """The data key out of headers that were read already (a folder's, or a backup's)."""
    opened: DataKey | None = None
    for copy in found.copies:
        if passphrase is not None:
            opened = _by_passphrase(copy.header, passphrase)
        elif recovery_key is not None:
            opened = _by_recovery_key(copy.header, recovery_key)
        else:
            opened = _by_keyring(copy.header, keyring or Keyring())
        if copy.is_marked_by(opened.secret):
            return opened
    raise HeaderDamagedError(folder.path)


def _opened(header: Header, slot: Json, sealing_key: bytes) -> DataKey | None:
    try:
        box = wrap.Box(bytes_of(slot["nonce"]), bytes_of(slot["sealed"]))
    except (KeyError, ValueError):
        return None
    secret = wrap.unseal(sealing_key, box, _about(header.store, slot))
    return None if secret is None else DataKey(secret, header.store, str(slot["kind"]))


def _slots(header: Header, kind: str) -> list[Json]:
    return [slot for slot in header.slots if slot.get("kind") == kind]


def _by_passphrase(header: Header, passphrase: str) -> DataKey:
    slots = _slots(header, PASSPHRASE)
    if not slots:
        raise NoPassphraseSlotError
    for slot in slots:
        try:
            cost = PassphraseCost(slot["memory_kib"], slot["passes"], slot["lanes"])
            salt = bytes_of(slot["salt"])
            if slot["kdf"] != "argon2id" or not cost.is_sane():
                continue
        except (KeyError, ValueError, TypeError):
            continue
        key = _opened(header, slot, wrap.passphrase_key(passphrase, salt, cost))
        if key is not None:
            return key
    raise WrongPassphraseError


def _by_recovery_key(header: Header, recovery_key: str) -> DataKey:
    secret = recovery.read(recovery_key)
    for slot in _slots(header, RECOVERY):
        try:
            salt = bytes_of(slot["salt"])
        except (KeyError, ValueError):
            continue
        key = _opened(header, slot, wrap.derived_key(secret, RECOVERY, salt))
        if key is not None:
            return key
    raise WrongRecoveryKeyError


def _by_keyring(header: Header, keyring: Keyring) -> DataKey:
    slots = _slots(header, KEYRING)
    if not slots:
        raise KeyringError(KeyringTrouble.NO_SLOT)
    recorded, provider = (str(slots[-1].get(name, "")) for name in ("backend", "provider"))
    item = replace(keyring, recorded=recorded, provider=provider).get(header.store)
    try:
        secret = bytes.fromhex(item.removeprefix(_ITEM_MARK))
    except ValueError:
        raise KeyringError(KeyringTrouble.WRONG_VALUE) from None
    for slot in slots:
        key = _opened(header, slot, wrap.derived_key(secret, KEYRING))
        if key is not None:
            return key
    raise KeyringError(KeyringTrouble.WRONG_VALUE)

"""Wrapping: one key sealed by another (AES-256-GCM), and how the sealing key comes from what a
person holds.
"""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
_SALT_BYTES = 16
_MOST_MEMORY = 2 * 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class PassphraseCost:
    """How dear one guess is (Argon2id). Stored in the slot, so that it can rise later."""

    memory_kib: int = 128 * 1024
    passes: int = 6
    lanes: int = 4

    def is_sane(self) -> bool:
        """Whether a header may ask for it: a damaged one must not eat the machine."""
        return (
            8 * self.lanes <= self.memory_kib <= _MOST_MEMORY
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A sealed key."""

    nonce: bytes
    sealed: bytes


def new_salt() -> bytes:
    """Random bytes that make equal passphrases differ."""
    return secrets.token_bytes(_SALT_BYTES)


def passphrase_key(passphrase: str, salt: bytes, cost: PassphraseCost) -> bytes:
    """The sealing key of a passphrase, in NFC so that every keyboard types the same."""
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(text)


def derived_key(secret: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """A key for one purpose out of a secret that is random already."""
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=f"enishi/1/{purpose}".encode()).derive(secret)


def seal(key: bytes, secret: bytes, about: bytes) -> Box:
    """Seal a key; `about` is bound to it and must be the same when it is opened."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Box(nonce, AESGCM(key).encrypt(nonce, secret, about))


def unseal(key: bytes, box: Box, about: bytes) -> bytes | None:
    """The sealed key; None where the key or the box is not the right one."""
    try:
        return AESGCM(key).decrypt(box.nonce, box.sealed, about)
    except (InvalidTag, ValueError):
        return None


def mac(key: bytes, data: bytes) -> bytes:
    """A mark that only a holder of the key can make."""
    return hmac.digest(key, data, "sha256")


def same(left: bytes, right: bytes) -> bool:
    """Equal, in constant time."""
    return hmac.compare_digest(left, right)
